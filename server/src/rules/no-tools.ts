// Agents whose `tools` leave them without any tool.
import type { Tool } from '../dialects/dialect';
import { entry, type DataList, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Problem } from '../syntax/problem';
import { toolLimit } from '../workspace/tools';
import type { Workspace } from '../workspace/workspace';
import { changeTo, second, withoutEntry } from './edits';
import { isPlaceholder } from './fields';
import { isBox } from './list-items';
import { toolsIn, toolsOf } from './tool-lists';
import { asSiblings } from './usual-lines';
import { defineRule, say, type Fix, type Read } from './rule';

export default defineRule({
  id: 'no-tools',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'agent',
  reads: ['tool'],
  summary: 'An agent whose `tools` give it no tool at all.',
  why:
    'A `tools` key with nothing after it takes all tools away; to inherit all of them, leave the key out. ' +
    'Where entries are listed but Claude Code knows none of them, it refuses to start the agent.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Thinks.\n<|tools|>:\nmodel: opus\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Thinks.\nmodel: opus\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Thinks.\n<|tools|>: []\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Thinks.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Thinks.\ntools: <|Read，Grep|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Thinks.\ntools: Read, Grep\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: <|[codebase, fetch]|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: [Grep, WebFetch]\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools:\n  <|- read_file\n  - "run_shell_command"|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools:\n  - Read\n  - "Bash"\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\n<|tools|>: (Read, Grep, Glob)\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: Read, Grep, Glob\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: |\n<|  Read\n  Grep|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: Read, Grep\n---\n',
    },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: [Read Grep]\n---\n' },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: <|Search, Git|>\nmodel: opus\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\nmodel: opus\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: <|all|>\nmodel: opus\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\nmodel: opus\n---\n',
    },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: {{TOOLS}}\n---\n' },
    { bad: '-- agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: read, find, ls\n---\nSearch.\n' },
    { bad: '-- agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: [read, web_search]\n---\nSearch.\n' },
    { bad: '-- bundled/a.md --\n---\nname: a\ndescription: Searches.\ntools: read, bash, ls\n---\nSearch.\n' },
    {
      bad: '-- agents/a.md --\n---\nname: a\ndescription: Searches.\n<|tools|>:\n  read: true\n  ls: true\n---\nSearch.\n',
    },
    { bad: '-- recipes/a.md --\n---\nname: a\ndescription: Searches.\ntools:\n  profile: coding\n---\nSearch.\n' },
    { bad: "-- skills/a/SKILLS.md --\n---\nname: a\ndescription: Searches.\ntools: ['searchDocs']\n---\nSearch.\n" },
  ],
  *check(document, workspace) {
    const tools = entry(document.data, 'tools');
    const limit = toolLimit(document, workspace);
    if (!tools || limit.is !== 'none' || (tools.value && isPlaceholder(document.text, tools.value))) return;
    const isBoxed = ({ span }: Problem): boolean => isBox(document.text, span.start);
    if (document.problems.some(isBoxed)) return;
    if (limit.tools.length === 0) {
      yield {
        span: tools.key.span,
        message: say(
          'This leaves the agent without any tool. Name the tools that it needs, or remove the key to inherit all.',
        ),
        fixes: read => [
          ...parted(document, workspace, tools),
          ...fromSiblings(document, workspace, tools, read),
          removed(document, tools),
        ],
      };
      return;
    }
    yield {
      span: tools.value?.span ?? tools.key.span,
      message: say(
        'Claude Code knows none of these tools and refuses to start the agent. Name tools such as `Read`, or remove the key to inherit all.',
      ),
      fixes: read => [
        ...parted(document, workspace, tools),
        ...(meansAll(tools)
          ? [
              { ...removed(document, tools), preferred: true as const },
              ...fromSiblings(document, workspace, tools, read).map(second),
            ]
          : [...fromSiblings(document, workspace, tools, read), removed(document, tools)]),
      ],
    };
  },
});

/** `Read，Write`, with commas of another script, or `read_file`, as another program calls it. */
function parted(document: Document, workspace: Workspace, { value }: Entry): Fix[] {
  const tools = workspace.schema(document.uri)?.tools;
  if (!tools || !value) return [];
  if (value.is === 'list' && !value.flow) return itemByItem(document, tools, value);
  const names = toolsIn(document.text.slice(value.span.start, value.span.end), tools);
  // `Search, Git` are parted well, and none of them is a tool.
  if (!names?.some(name => isThere(name, tools))) return [];
  const written = value.is === 'list' ? `[${names.join(', ')}]` : names.join(', ');
  // A block is written anew, with its mark.
  const isBlock = value.is === 'scalar' && value.style === 'literal';
  return [changeTo(document, isBlock ? value.outer : value.span, written, 'best')];
}

/** A list with an item a line keeps its lines. */
function itemByItem({ uri, text }: Document, tools: ReadonlyMap<string, Tool>, { items }: DataList): Fix[] {
  const edits = items.flatMap(({ value }) => {
    if (value?.is !== 'scalar') return [];
    const [name, another] = toolsOf(text.slice(value.span.start, value.span.end), tools) ?? [];
    return name !== undefined && another === undefined && isThere(name, tools)
      ? [{ uri, span: value.span, text: name }]
      : [];
  });
  if (edits.length === 0 || edits.length < items.length) return [];
  const title = say('Change to `{0}`', edits.map(edit => edit.text).join(', '));
  return [{ title, edits, safe: false, preferred: true }];
}

const isThere = (name: string, tools: ReadonlyMap<string, Tool>): boolean =>
  name.startsWith('mcp__') || ['active', 'alias'].includes(tools.get(name.replace(/\(.*$/, ''))?.status ?? '');

/** The list of a sibling that has tools. */
const fromSiblings = (document: Document, workspace: Workspace, tools: Entry, read?: Read): Fix[] =>
  asSiblings(document, workspace, tools, read, sibling => toolLimit(sibling, workspace).is !== 'none');

/** `all`, in words. */
const meansAll = ({ value }: Entry): boolean =>
  value?.is === 'scalar' &&
  /^(?:all(?: (?:available )?tools)?|any|everything|inherit|default)$/i.test(value.text.trim());

/** Without the key the agent has every tool, so this is for people to decide. */
const removed = (document: Document, tools: Entry): Fix => ({
  title: say('Remove `tools` and inherit all'),
  edits: [{ uri: document.uri, span: withoutEntry(document, tools), text: '' }],
  safe: false,
});
