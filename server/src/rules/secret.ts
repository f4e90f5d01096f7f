// Keys and tokens that stand in a file in the clear.
import { allScalars, type Data } from '../syntax/data';
import type { Role } from '../workspace/classify';
import { defineRule, say, type Finding } from './rule';

const mcp = (key: string): string =>
  `-- .mcp.json --\n{ "mcpServers": { "x": { "command": "x", "env": { "TOKEN": ${key} } } } }\n`;
/** Shorter than a real one, or whoever looks through the project's own sources would find a key. */
const sample = 'sk-ant-api03-Zk3vQ9xR7mT1pL5wN8bC2yH6jF4dS0gA';

export default defineRule({
  id: 'secret',
  severity: 'warning',
  reach: 'document',
  roles: holdsSettings,
  heeds: (_, around) => mayHold.test(around),
  reads: 'front matter',
  summary: 'A key or token of a service that stands in a file as plain text.',
  why:
    'Who gets the file gets the key: everybody who can read the repository, and every model that reads the file. A key ' +
    'that was committed once has to be revoked. Claude Code reads `${NAME}` in `.mcp.json` from the environment.',
  source: "The services' own documentation of their keys' form; Claude Code's documentation of MCP, August 2026.",
  examples: [
    { bad: mcp(`"<|${sample}|>"`) },
    { bad: mcp('"${GITHUB_TOKEN}"') },
    { bad: mcp(`"sk-ant-api03-${'x'.repeat(36)}"`) },
    { bad: mcp(`"AKIA${'IOSFODNN7EXAMPLE'}"`) },
    { bad: mcp(`"Bearer <|${sample}|>"`) },
  ],
  *part({ content: { text }, entries }) {
    if (!mayHold.test(text)) return;
    for (const { value } of entries) yield* secretsIn(value);
  },
  *check({ language, data, parts }) {
    if (language === 'json') yield* secretsIn(data);
    for (const { entries } of parts) for (const { value } of entries) yield* secretsIn(value);
  },
});

function* secretsIn(data: Data | undefined): Iterable<Finding> {
  for (const scalar of allScalars(data)) {
    // Asked first: going through all matches costs several times as much.
    if (!someSecret.test(scalar.text)) continue;
    for (const { index, 0: found } of scalar.text.matchAll(secrets)) {
      if (isSample(found)) continue;
      // Escapes make a text shorter than what stands in the file; the whole of it is marked then.
      const exact = scalar.text.length === scalar.span.end - scalar.span.start;
      const start = scalar.span.start + index;
      yield {
        span: exact ? { start, end: start + found.length } : scalar.span,
        message: say(
          '`{0}…` looks like a secret key, and everybody who gets this file gets it. Put it into the environment, and revoke it if the file was ever shared.',
          found.slice(0, prefix(found)),
        ),
      };
    }
  }
}

/** Forms that nothing else has: a prefix of the service's own, and so many characters. */
const secrets =
  /\b(?:sk-ant-[\w-]{24,}|sk-proj-[\w-]{24,}|gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,}|glpat-[\w-]{20,}|AKIA[0-9A-Z]{16}\b|xox[abprs]-[A-Za-z0-9-]{20,}|AIza[\w-]{35}|sk_live_[A-Za-z0-9]{24,}|npm_[A-Za-z0-9]{36})/g;

const someSecret = new RegExp(secrets.source);

/** Most text holds none of these, and to look for them is quickly done; an escape may stand for any character. */
const mayHold = /sk-ant|sk-proj|sk_live|gh[pousr]_|_pat_|glpat|AKIA|xox|AIza|npm_|\\/;

/** What tells whose key it is, and is the same in all of them. */
const prefix = (key: string): number =>
  /^(?:sk-ant-(?:api\d\d-)?|sk-proj-|gh._|github_pat_|glpat-|AKIA|xox.-|AIza|sk_live_|npm_)/.exec(key)?.[0].length ?? 0;

/** `xxxx`, `EXAMPLE`, `1234…`: what stands where a key is to go. */
function isSample(key: string): boolean {
  const rest = key.slice(prefix(key));
  return /example|your|sample|test|fake|dummy|placeholder|xxx|000|1234|abcd/i.test(rest) || new Set(rest).size < 8;
}

/** The files in which a program finds what it needs to sign in. */
function holdsSettings(role: Role): boolean {
  switch (role) {
    case 'mcp':
    case 'settings':
    case 'hooks':
    case 'plugin':
    case 'agent':
    case 'skill':
    case 'command':
      return true;
    default:
      return false;
  }
}
