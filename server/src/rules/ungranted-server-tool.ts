// Tools of MCP servers that an agent's body tells it to call but that its front matter does not grant.
import type { SectionContent } from '../syntax/body';
import type { Document } from '../syntax/document';
import { holds, shift, type Span } from '../syntax/span';
import { mcpServerOf } from '../workspace/references';
import { takesAway, toolLimit } from '../workspace/tools';
import { adding, second } from './edits';
import { ownServers } from './mcp-names';
import { nearest } from './nearest';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { isInSampleFile } from './prose';
import { defineRule, say, type Finding, type Fix } from './rule';

const agent = (tools: string, body: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ntools: ${tools}\n---\n\n${body}\n`;

export default defineRule({
  id: 'ungranted-server-tool',
  severity: 'warning',
  reach: 'document',
  needs: anyOf('mcp__'),
  roles: role => role === 'agent',
  summary: 'A tool of an MCP server that the body of an agent calls, but that its `tools` does not grant.',
  why:
    'Claude Code hands an agent the listed tools and no others, so what the body tells it to call is not there. `mcp__server__*` grants all ' +
    'tools of a server. Told once for each tool, and once for a server of which nothing is granted; never of servers under ' +
    '`mcpServers`, nor where a line says what not to use.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    {
      bad: agent('Read, mcp__db__query', 'Call <|mcp__db__insert|>({ row }) and mcp__db__query({ sql }).'),
      good: agent(
        'Read, mcp__db__query, mcp__db__insert',
        'Call mcp__db__insert({ row }) and mcp__db__query({ sql }).',
      ),
    },
    {
      bad: agent(
        'Read',
        '- `<|mcp__web__open|>`: opens a page\n- `mcp__web__shut`\n\n```\nmcp__web__open { url }\n```',
      ),
      good: agent(
        'Read, mcp__web__*',
        '- `mcp__web__open`: opens a page\n- `mcp__web__shut`\n\n```\nmcp__web__open { url }\n```',
      ),
    },
    {
      bad: agent('Read, mcp__my-db__query', '```js\nawait <|mcp__my_db__query|>({ sql });\nmcp__my_db__query();\n```'),
      good: agent('Read, mcp__my-db__query', '```js\nawait mcp__my-db__query({ sql });\nmcp__my-db__query();\n```'),
    },
    {
      bad: agent(
        'Read, mcp__web, mcp__db__*',
        'Use `mcp__web__open`, `mcp__db__query`. Never use `mcp__jira__search`.\n\n```yaml\ntools: mcp__x__y\n```\n\n' +
          'See mcp__git__log in the code.\n\n<!-- mcp__git__log() -->',
      ),
    },
    { bad: agent('Read\nmcpServers: [git]', 'Call `mcp__git__log`.') },
    { bad: agent('Read', '- The executor should use `mcp__docs__search` before it writes.') },
  ],
  *check(document, workspace) {
    const limit = toolLimit(document, workspace);
    if (limit.is !== 'listed') return;
    const granted = limit.tools.map(({ name }) => name);
    const own = ownServers(document);
    const lacking = callsIn(document).filter(({ name }) => {
      const server = mcpServerOf(name)!;
      return !own.has(server) && !granted.some(each => takesAway(each, name));
    });
    const said = new Set<string>();
    for (const { name, span } of lacking) {
      const server = mcpServerOf(name)!;
      const isKnown = granted.some(each => mcpServerOf(each) === server);
      const key = isKnown ? name : server;
      if (said.has(key) || isInSampleFile(document, span)) continue;
      said.add(key);
      yield finding(document, span, name, granted, lacking, isKnown);
    }
  },
});

interface Call {
  readonly name: string;
  readonly span: Span;
}

function finding(
  document: Document,
  span: Span,
  name: string,
  granted: readonly string[],
  lacking: readonly Call[],
  isServerKnown: boolean,
): Finding {
  const places = lacking.filter(each => each.name === name);
  const server = mcpServerOf(name)!;
  const others = lacking.filter(each => mcpServerOf(each.name) === server);
  return {
    span,
    message: say('The body calls `{0}`, but `tools` does not grant it, so the model cannot call it.', name),
    fixes: () => {
      const meant = nearest(name, granted.filter(each => each.startsWith('mcp__') && !each.endsWith('*'))); // prettier-ignore
      const renamed = meant.slice(0, 1).map(to => calling(document, places, to));
      const names = new Set(others.map(each => each.name));
      const all = isServerKnown || names.size === 1 ? name : `mcp__${server}__*`;
      const added = adding(document, 'tools', all, 'best');
      return renamed.length > 0 ? [...renamed, ...added.map(second)] : added;
    },
  };
}

const calling = ({ uri }: Document, places: readonly Call[], to: string): Fix => ({
  title: say('Call `{0}`', to),
  edits: places.map(({ span }) => ({ uri, span, text: to })),
  safe: false,
  preferred: true,
});

function callsIn(document: Document): Call[] {
  return (document.body?.sections ?? []).flatMap(section =>
    callsOf(document, section).map(({ name, span }) => ({ name, span: shift(span, section.start) })),
  );
}

const toolName = /(?<![\w/.-])mcp__[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?__[A-Za-z0-9][\w-]*/g;
const none: readonly Call[] = [];

/** Where a section tells the model to call one: with inputs behind it, or as all that stands in inline code. */
const callsOf = perSection((text, content): readonly Call[] => {
  if (!text.includes('mcp__')) return none;
  return [...text.matchAll(toolName)].flatMap(({ index, 0: name }) => {
    const span = { start: index, end: index + name.length };
    return isCall(text, span, content) && !isForbidden(text, index) && !isOfOthers(text, index) ? [{ name, span }] : [];
  });
});

function isCall(text: string, span: Span, { codes, comments }: SectionContent): boolean {
  if (comments.some(comment => holds(comment, span))) return false;
  if (/^\s?\(|^ ?\{|^: \w+=/.test(text.slice(span.end, span.end + 40))) return true;
  return codes.some(code => code.span.start === span.start && code.span.end === span.end);
}

/** Whether the sentence before a place says what not to do. */
function isForbidden(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /\b(?:not|never|no|without|instead of|avoid|unavailable|deprecated|replaces|if)\b|n['’]t\b/i.test(before);
}

/** Whether the sentence before a place says what somebody else should do. */
function isOfOthers(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /\b(?:the|an?|each|every) (?:[\w-]+ )?(?:executor|sub-?agent|worker|user|developer|caller|orchestrator)s? (?:should|must|can|may|will|has to|uses?)\b/i.test(
    before,
  );
}
