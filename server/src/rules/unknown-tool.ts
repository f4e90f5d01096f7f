// Names in lists of tools that give no tool, or are no longer the tool's name.
import type { Tool } from '../dialects/dialect';
import { holds, type Span } from '../syntax/span';
import { listedTools, resolves, toolLimit, type ListedTool } from '../workspace/tools';
import { changeTo, removing, type Sureness } from './edits';
import { isPlaceholder } from './fields';
import { meantTool } from './foreign-tools';
import { nearest } from './nearest';
import { nameless, noteBehind, separated, wholeList } from './tool-words';
import { emptyPattern, oddName, unknownServer, unparted, type Place } from './mcp-entries';
import { halfMcp, mcpFixes, serverSlip } from './mcp-names';
import { defineRule, say, type Finding, type Fix, type Message } from './rule';
import { wholeEntry } from './whole-entry';

export default defineRule({
  id: 'unknown-tool',
  severity: 'warning',
  reach: { names: ['exists'] },
  reads: ['tool'],
  summary: 'A name in a list of tools that Claude Code does not have, or no longer has.',
  why:
    'Claude Code drops what it does not know without a message, and the agent runs without the tool. ' +
    'Upper and lower case differ. Old names such as `Task` still work. MCP tools are only there where their server is.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026; its documentation of tools and subagents, August 2026.',
  examples: [
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Reads.\ntools: Read, <|mcp__*|>, <|mcp__x__get_*|>, mcp__x__*, {{SEARCH}}\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Reads.\ntools: [<|read|>, Grep]\ndisallowedTools: [<|(Bash)|>, Edit]\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Reads.\ntools: [Read, Grep]\ndisallowedTools: [Bash, Edit]\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Reads.\ntools:\n  - Read\n  - <|Greb|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Reads.\ntools:\n  - Read\n  - Grep\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Starts others.\ntools: Read, <|Task|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Starts others.\ntools: Read, Agent\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools: Read, Edit, <|MultiEdit|>, Bash\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools: Read, Edit, Bash\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: <|mcp__a__b; mcp__c__d|>, <|Grep and mcp__e__*|>, mcp__f-mcp__f\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: mcp__a__b, mcp__c__d, Grep, mcp__e__*, mcp__f-mcp__f\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools: Read, Edit Bash, Write <|Greb|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools: Read, Edit Bash, Write Grep\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools: Read, <|Edit-Bash|>, <|GrepGlob|>, <|and Write|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools: Read, Edit, Bash, Grep, Glob, Write\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools: Edit, <|read_file|>, <|list_files|>, <|terminal|>, <|(Grep)|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools: Edit, Read, Glob, Bash, Grep\n---\n',
    },
    {
      bad:
        '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: Read, <|mcp_db_read|>\n---\n' +
        '-- .mcp.json --\n{ "mcpServers": { "db": { "command": "db" } } }',
      good:
        '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: Read, mcp__db__read\n---\n' +
        '-- .mcp.json --\n{ "mcpServers": { "db": { "command": "db" } } }',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: Read, <|mcp__github.create_issue|>, <|mcp__x__y - asks|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: Read, mcp__github__create_issue, mcp__x__y\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools: <|Read，Edit|>, Bash\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools: Read, Edit, Bash\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools:\n  - Bash\n  - <|Read - Edit|>\n  - <|Grep - searches|>\n  - <|− Glob|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools:\n  - Bash\n  - Read\n  - Edit\n  - Grep\n  - Glob\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools:\n  - Read\n  - Grep<| (for search)|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Edits.\ntools:\n  - Read\n  - Grep # for search\n---\n',
    },
    {
      bad: '-- .claude/skills/b/SKILL.md --\n---\nname: b\ndescription: Finds.\nallowed-tools: <|bash|>(git diff:*) Read Bash(ls:*)\n---\n',
      good: '-- .claude/skills/b/SKILL.md --\n---\nname: b\ndescription: Finds.\nallowed-tools: Bash(git diff:*) Read Bash(ls:*)\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: Read, <|mcp__db_query|>, mcp__plugin_a_b\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: Read, mcp__db__query, mcp__plugin_a_b\n---\n',
    },
    {
      bad:
        '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\n' +
        'tools: Read, mcp__db__*, <|mcp__web__fetch|>\n---\n' +
        '-- .mcp.json --\n{ "mcpServers": { "db": { "command": "db" } } }',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: mcp__ledger__a, mcp__ledger__b, <|mcp__ledgr__b|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: mcp__ledger__a, mcp__ledger__b\n---\n',
    },
    {
      bad:
        '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools: Read, <|mcp__githb__log|>\n---\n' +
        '-- .mcp.json --\n{ "mcpServers": { "github": { "command": "gh" } } }',
      good:
        '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools: Read, mcp__github__log\n---\n' +
        '-- .mcp.json --\n{ "mcpServers": { "github": { "command": "gh" } } }',
    },
    {
      bad: '-- .claude/skills/b/SKILL.md --\n---\nname: b\ndescription: Finds.\nallowed-tools: <|(Read, Bash)|>\n---\n',
      good: '-- .claude/skills/b/SKILL.md --\n---\nname: b\ndescription: Finds.\nallowed-tools: Read, Bash\n---\n',
    },
    {
      bad: '-- .agents/skills/a/SKILL.md --\n---\nname: a\ndescription: Helps.\nallowed-tools: Read, Write,\n---\nGo.\n',
    },
  ],
  *check(document, workspace) {
    for (const key of ['tools', 'disallowedTools', 'allowed-tools', 'disallowed-tools']) {
      const listed = listedTools(document, workspace, key);
      const nothing = key === 'tools' && toolLimit(document, workspace).is === 'none';
      if (!nothing) yield* nameless(document, workspace, key);
      if (areOfAnotherTool(listed, key)) continue;
      // In a skill nothing reads `tools`, so that an old name there is the least of it.
      const isRead = workspace.role(document.uri) === 'agent' || key.includes('-');
      const names = new Set(listed.map(({ name }) => name));
      const place = { document, workspace, key, names, servers: new Set<string>() };
      for (const item of asMeant(listed, place)) {
        const note = noteBehind(item, document);
        if (note) yield note;
        const finding = item.open
          ? (several(item, place) ??
            emptyPattern(item, place) ??
            unparted(item, place) ??
            oddName(item, place) ??
            serverSlip(item, listed, document, workspace) ??
            unknownServer(item, place))
          : judge(item, place);
        // Where nothing at all resolves, `no-tools` says it once; here only what can be mended.
        if (finding?.tag === 'deprecated' && !isRead) continue;
        if (finding && !(nothing && item.tool === undefined && !canBeMended(item, place))) yield finding;
      }
    }
  },
});

/** A skill for another program names that one's tools: none is known, and some are written as it writes them. */
const areOfAnotherTool = (listed: readonly ListedTool[], key: string): boolean =>
  key.includes('-') &&
  listed.every(({ tool, open }) => tool === undefined && !open) &&
  listed.some(({ name }) => /^[a-z]+(_[a-z]+)+$/.test(name));

/** The names as their author meant them: what has blanks is one entry, unless it is a list of tools without commas. */
function asMeant(listed: readonly ListedTool[], place: Place): readonly Meant[] {
  const { document, workspace, key } = place;
  const tools = workspace.schema(document.uri)?.tools;
  return listed.flatMap((item, index): Meant[] => {
    const whole = wholeEntry(document, key, item.span);
    const first = whole ? firstIn(listed, index, whole.span) : index;
    const parts = whole
      ? listed.slice(first, first + whole.words.length).filter(({ span }) => holds(whole.span, span))
      : [];
    if (!whole || parts.every(part => isRight(part) || isSlip(part, place))) return [item];
    if (index !== first) return [];
    const name = whole.text;
    const open = name.startsWith('mcp__') || name.includes('*');
    return [{ reference: item.reference, name, span: whole.span, tool: tools?.get(name), open, parts }];
  });
}

function firstIn(listed: readonly ListedTool[], index: number, { start }: Span): number {
  let first = index;
  while (first > 0 && listed[first - 1]!.span.start >= start) first--;
  return first;
}

/** One entry; `parts` are the names that Claude Code makes of it, where they are several. */
interface Meant extends ListedTool {
  readonly parts?: readonly ListedTool[];
}

/** One letter wrong in a name, as opposed to a mark behind it. */
const isSlip = (item: ListedTool, place: Place): boolean => /\w$/.test(item.name) && canBeMended(item, place);

const isRight = (item: ListedTool): boolean => resolves(item) && /^[\w*-]+$/.test(item.name);

function judge(item: Meant, place: Place): Finding | undefined {
  const { name, span, tool } = item;
  if (!tool) return isPlaceholder(place.document.text, item) ? undefined : unknown(item, place);
  switch (tool.status) {
    case 'active':
      return undefined;
    case 'alias':
      return {
        span,
        severity: 'hint',
        tag: 'deprecated',
        message: say('`{0}` is the old name of `{1}`; it still works.', name, tool.replacedBy ?? name),
        // The old name works, and the text below may use it.
        fixes: () => renamed(item, place, tool.replacedBy, 'best'),
      };
    case 'removed':
      return {
        span,
        message: say('Claude Code no longer has a tool `{0}` and silently drops it. {1}', name, tool.doc),
        fixes: () => replaced(item, place, tool.replacedBy),
      };
    case 'never':
      return {
        span,
        message: say('Claude Code has no tool `{0}` and silently drops it. {1}', name, tool.doc),
        fixes: () => replaced(item, place, tool.replacedBy),
      };
    default:
      return tool.status satisfies never;
  }
}

function unknown(item: Meant, place: Place): Finding | undefined {
  const { name, span } = item;
  const tools = place.workspace.schema(place.document.uri)?.tools ?? new Map<string, Tool>();
  const right = [...tools].find(([known]) => known.toLowerCase() === name.toLowerCase());
  if (right && right[1].status !== 'active') return judge({ ...item, tool: right[1] }, place);
  if (right) {
    return {
      span,
      message: say(
        'Claude Code has no tool `{0}`; it is called `{1}`, and upper and lower case matter.',
        name,
        right[0],
      ),
      fixes: () => renamed(item, place, right[0], 'safe'),
    };
  }
  const meant = meantTool(name);
  if (meant !== undefined && tools.get(meant)?.status === 'active') {
    return {
      span,
      message: say('Claude Code has no tool `{0}` and silently drops it. `{1}` does that here.', name, meant),
      fixes: () => [...wholeList(item, place.document, place.workspace), ...renamed(item, place, meant, 'best')],
    };
  }
  const known = item.parts?.filter(resolves).map(part => `\`${part.name}\``) ?? [];
  return {
    span,
    message:
      known.length > 0
        ? parted(known)
        : say(
            'Claude Code has no tool `{0}` and silently drops it. If your version has it, add it to `tools` in `agentwright.json`.',
            name,
          ),
    fixes: () => [
      ...wholeList(item, place.document, place.workspace),
      ...mcpFixes(place.document, item, place.names, place.workspace.servers(place.document.uri)),
      ...separated(item, place.document, place.workspace),
      ...nearestTools(item, place).flatMap(known => renamed(item, place, known, 'possible')),
      ...removed(item, place, 'possible'),
    ],
  };
}

const parted = (known: readonly string[]): Message =>
  say('Claude Code splits this at the spaces. It knows {0} and silently drops the rest.', known.join(', '));

/** MCP tools in one entry, which is the name of none. */
function several(item: ListedTool, place: Place): Finding | undefined {
  const fixes = separated(item, place.document, place.workspace);
  if (fixes.length === 0) return undefined;
  return {
    span: item.span,
    message: say('`{0}` is not the name of a tool: two names are separated by a comma.', item.name),
    fixes: () => fixes,
  };
}

const canBeMended = (item: ListedTool, place: Place): boolean =>
  halfMcp.test(item.name) || nearestTools(item, place).length > 0;

/** The nearest tools that exist and are not listed yet. */
function nearestTools({ name }: ListedTool, { document, workspace, names }: Place): string[] {
  const tools = [...(workspace.schema(document.uri)?.tools.values() ?? [])];
  const fit = tools.filter(({ name: known, status }) => status === 'active' && !names.has(known));
  return nearest(name, fit.map(tool => tool.name)); // prettier-ignore
}

/** A new name in place of the old one; where it is listed already, the old one goes, unless brackets behind it say what for. */
function renamed(item: ListedTool, place: Place, to: string | undefined, kind: Sureness): Fix[] {
  if (to === undefined) return [];
  const isNarrowed = place.document.text[item.span.end] === '(';
  if (place.names.has(to) && !isNarrowed) return removed(item, place, kind);
  return [changeTo(place.document, item.span, to, kind)];
}

/** Taking out what is dropped anyway changes nothing. The tool that took its place may be more than the agent should have, or what it
 * is there for. */
function replaced(item: ListedTool, place: Place, by: string | undefined): Fix[] {
  const listed = by === undefined || place.names.has(by);
  return listed
    ? removed(item, place, 'safe')
    : [...renamed(item, place, by, 'possible'), ...removed(item, place, 'possible')];
}

const removed = ({ span, name }: ListedTool, { document, key }: Place, kind: Sureness): Fix[] =>
  removing(document, key, span, name, kind);
