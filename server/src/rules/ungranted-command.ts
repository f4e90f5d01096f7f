// Shell commands that a text has run before the model reads it, but that its `allowed-tools` does not grant.
import { entry, scalars } from '../syntax/data';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { adding } from './edits';
import { injectedIn } from './injected';
import { anyOf } from './needs';
import { commandsOf } from './shell-words';
import { defineRule, say } from './rule';

const command = (tools: string, body: string): string =>
  `-- .claude/commands/go.md --\n---\ndescription: Works.\nallowed-tools: ${tools}\n---\n\n${body}\n`;

export default defineRule({
  id: 'ungranted-command',
  severity: 'warning',
  reach: 'document',
  needs: anyOf('!`'),
  roles: role => role === 'command' || role === 'skill',
  summary: 'A command that `` !`…` `` has run, but that `allowed-tools` does not grant.',
  why:
    'Before the model reads a command or skill, Claude Code runs what stands in `` !`…` ``. It asks nobody: where neither ' +
    '`allowed-tools` nor the settings grant the command, it ends with an error, and the model gets nothing of the text. ' +
    'Commands that only read, such as `git status`, `ls` and `date`, need no grant; a text without `allowed-tools` is not ' +
    'judged, since it relies on the settings.',
  source: "Observed: Claude Code 2.1.330, 28 November 2026, with 110 commands; Claude Code's documentation of skills.",
  examples: [
    {
      bad: command('Bash(git:*), Read', 'Tests: !`<|npm test|>`'),
      good: command('Bash(git:*), Read, Bash(npm test:*)', 'Tests: !`npm test`'),
    },
    {
      bad: command('[Read]', '- Name: !`git status && <|node -e "1; 2"|> | head -1`'),
      good: command('[Read, Bash(node:*)]', '- Name: !`git status && node -e "1; 2" | head -1`'),
    },
    { bad: command('Bash(npm:*), Bash(node *)', '!`npm test`\n!`node -v`\n!`git status`') },
    { bad: command('Bash', '!`npm test`') },
    { bad: command('Read', 'Run `npm test`, never x!`npm test`.\n\n```\n!`npm test`\n```\n\n<!-- !`npm test` -->') },
    { bad: '-- .claude/commands/go.md --\n---\ndescription: Works.\n---\n\n!`npm test`\n' },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ntools: Read\n---\n\n!`npm test`\n' },
  ],
  *check(document) {
    const granted = grants(document);
    if (!granted) return;
    for (const span of commandsRun(document)) {
      for (const { words, text, start } of commandsOf(document.text.slice(span.start, span.end))) {
        if (!needsGrant(words) || granted.some(grant => grant(text))) continue;
        const rule = `Bash(${ruleFor(words)}:*)`;
        yield {
          span: { start: span.start + start, end: span.start + start + text.length },
          message: say(
            '`allowed-tools` does not grant `{0}`, so Claude Code ends with an error before it reads the text, unless the settings allow the command. Add `{1}`.',
            words[0]!,
            rule,
          ),
          fixes: () => adding(document, 'allowed-tools', rule, 'best'),
        };
      }
    }
  },
});

/** Programs that were seen to need a grant, whatever they are told to do. */
const programs: ReadonlySet<string> = new Set([
  'npm', 'npx', 'pnpm', 'yarn', 'bun', 'node', 'python', 'python3', 'ruby', 'php', 'deno', 'uv', 'poetry', 'pytest', 'tsc',
  'eslint', 'make', 'cargo', 'go', 'dotnet', 'mvn', 'gradle', 'gh', 'curl', 'wget', 'terraform', 'kubectl', 'aws', 'bash', 'sh',
  'mkdir', 'rm', 'cp', 'mv', 'touch', 'xargs', 'awk', 'env', 'printenv', 'openssl',
]); // prettier-ignore

/** And those that need one for some of what they do. */
const verbs: Readonly<Record<string, ReadonlySet<string>>> = {
  git: new Set(['add', 'checkout', 'commit', 'fetch', 'merge', 'pull', 'push', 'reset']),
  docker: new Set(['build']),
};

function needsGrant([program = '', verb = '', ...rest]: readonly string[]): boolean {
  // Asking for the version only reads.
  if (rest.every(word => /^\d?>/.test(word)) && /^(-v|-V|--version|version)$/.test(verb)) return false;
  return programs.has(program) || /^(\.\/)?[\w./-]+\.sh$/.test(program) || (verbs[program]?.has(verb) ?? false);
}

const commandsRun = (document: Document): Span[] =>
  (document.body?.sections ?? []).flatMap(section =>
    injectedIn(document, section).map(({ span }) => shift(span, section.start)),
  );

type Grant = (command: string) => boolean;

/** What the listed rules allow; undefined where there is no list, or something in it that is not understood. */
function grants({ data }: Document): Grant[] | undefined {
  const value = entry(data, 'allowed-tools')?.value;
  const listed = scalars(value).map(({ text }) => text).join(', '); // prettier-ignore
  if (value?.is === 'map' || listed.trim() === '' || /(^|[\s,])\*/.test(listed)) return undefined;
  return [...listed.matchAll(/\bBash\b(?:\(((?:[^()]|\([^()]*\))*)\))?/g)].map(([, rule]) => grantOf(rule?.trim()));
}

/** A rule is read generously: what is doubtful counts as granted. */
function grantOf(rule: string | undefined): Grant {
  if (rule === undefined || rule === '') return () => true;
  const prefix = rule.replace(/[\s:]*\*$/, '');
  if (!prefix.includes('*')) return command => command.startsWith(prefix);
  const parts = prefix.split('*').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.*')}`, 's');
  return command => pattern.test(command);
}

/** Commands whose second word says what they do. */
const withVerb = /^(npm|npx|pnpm|yarn|bun|gh|git|docker|cargo|go|kubectl|terraform|aws|uv|poetry|dotnet|make)$/;

const ruleFor = ([first, second]: readonly string[]): string =>
  withVerb.test(first!) && second !== undefined && /^[a-z][\w:-]*$/.test(second) ? `${first!} ${second}` : first!;
