// Items of a list that YAML takes for a part of the text above them, or that take those below for a part of theirs.
import { entry as entryOf, type Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { EntryPart } from '../syntax/entries';
import { lineAt, trimmed } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { layersOf } from '../workspace/schema';
import { isToolName } from '../workspace/tools';
import type { Workspace } from '../workspace/workspace';
import { asItem, itemIndent } from './list-items';
import { readsFrontMatter } from './bodies';
import { lineBreak, preferFirst } from './edits';
import { itemNames, itemsBelow } from './yaml-line-slips';
import { definePartRule, say, type Finding, type Fix } from './rule';

const agent = (lines: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n${lines}\n---\n`;

export default definePartRule({
  id: 'swallowed-item',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  roles: readsFrontMatter,
  summary: 'A line among the items of a list that YAML takes for text.',
  why:
    'Only lines that begin with a dash and a space, all indented alike, are items. A line that is indented further goes on ' +
    'with the text above it, dash and all; where the first one has no dash, the whole list is one text. YAML calls neither a ' +
    'mistake, so nobody says anything: the tools, skills or rules named there are not there.',
  source: 'YAML 1.2.2, sections 7.3.3 and 8.2.1; observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    {
      bad: agent('tools:\n  - Read\n    <|- Grep|>\n  - Glob'),
      good: agent('tools:\n  - Read\n  - Grep\n  - Glob'),
    },
    { bad: agent('tools:\n  <|Read|>\n  - Grep'), good: agent('tools:\n  - Read\n  - Grep') },
    { bad: agent('tools:\n  <|-Read|>\n  - Grep'), good: agent('tools:\n  - Read\n  - Grep') },
    { bad: agent('tools:\n  - Read\n  - Grep\nnotes:\n  - One that goes\n    on here.') },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription:\n  Helps with\n  - tests\n---\n' },
    { bad: agent('notes: Helps with\n  - tests') },
    { bad: agent('model: opus\n  <|- tdd|>'), good: agent('model: opus\nskills:\n  - tdd') },
    {
      bad: agent('tools: [\n  Read,\n  <|Grep|>\n  Glob\n]'),
      good: agent('tools: [\n  Read,\n  Grep,\n  Glob\n]'),
    },
    { bad: agent('notes: [one, two that\n  goes on, three]') },
    { bad: agent('owner: Us\n  - tdd') },
    { bad: agent('color: red\n  <|- Read\n  - Grep|>'), good: agent('color: red\ntools:\n  - Read\n  - Grep') },
  ],
  *part(part, document, workspace) {
    if (part.content.problems.length > 0 || !part.content.text.includes('\n')) return;
    const orphan = orphans(document, part, workspace);
    if (orphan) {
      yield orphan;
      return;
    }
    yield* inBrackets(document, part);
    for (const span of oddLines(document, part, workspace)) yield finding(document, part, span);
  },
});

/** Items below a text of one line, which name tools or skills: the key of their list is lost. What is said hangs on this entry alone;
 * which keys the file lacks is for the fixes to ask. */
function orphans(document: Document, part: EntryPart, workspace: Workspace): Finding | undefined {
  const value = part.entries[0]?.value;
  if (value?.is !== 'scalar' || value.style !== 'plain') return undefined;
  const items = itemsBelow(part.content.text);
  if (items === undefined) return undefined;
  const start = part.start + items;
  const keys = listsOf(document, workspace, part, document.text.slice(start, part.end));
  const [key] = keys;
  if (key === undefined) return undefined;
  const inserted = (by: string): Fix => ({
    title: say('Insert the key `{0}` above the items', by),
    edits: [{ uri: document.uri, span: { start, end: start }, text: `${by}:${lineBreak(document.text)}` }],
    safe: false,
  });
  return {
    span: trimmed(document.text, { start, end: part.end }),
    message: say(
      'YAML takes these items for a part of the text above them: the key of their list, such as `{0}`, is missing.',
      key,
    ),
    fixes: () => preferFirst(keys.filter(each => !entryOf(document.data, each)).map(inserted)),
  };
}

/** The keys of lists that such items are in: of tools, or of skills where the key above takes no text of several words. */
function listsOf(document: Document, workspace: Workspace, part: EntryPart, lines: string): string[] {
  const schema = workspace.schema(document.uri);
  const names = itemNames(lines);
  if (!schema || names.length === 0) return [];
  const isThere = (key: string): boolean => schema.fields.has(key);
  if (names.every(name => isToolName(name, schema.tools))) return ['tools', 'allowed-tools'].filter(isThere);
  const type = layersOf(schema, part.entries[0]?.key.text ?? '')?.[0]?.field.type.is;
  const isWord = type === 'choice' || type === 'reference' || type === 'name' || type === 'flag' || type === 'number';
  return isWord && names.every(name => /^[a-z0-9]+(?:[-/:][a-z0-9]+)*$/.test(name)) ? ['skills'].filter(isThere) : [];
}

/** An item in brackets that goes on in the next line, where each other begins its own: the comma between the two is lost. */
function* inBrackets({ uri, text }: Document, { entries: [entry] }: EntryPart): Generator<Finding> {
  const value = entry?.value;
  if (value?.is !== 'list' || !value.flow) return;
  const items = value.items.flatMap(item => (item.value?.is === 'scalar' ? [item.value] : []));
  const beginsLine = (at: number): boolean => /(?:\n[ \t]*|\[[ \t]*)$/.test(text.slice(Math.max(0, at - 80), at));
  if (items.length < 2 || items.length < value.items.length || !items.every(({ outer }) => beginsLine(outer.start))) return; // prettier-ignore
  for (const { style, span } of items) {
    const end = text.indexOf('\n', span.start);
    if (style !== 'plain' || end < 0 || end >= span.end) continue;
    const line = trimmed(text, { start: span.start, end });
    if (text.slice(line.start, line.end).split(' ').length > most) continue;
    yield {
      span: line,
      message: say('Without a comma after it YAML takes this and the next line for one item.'),
      fixes: () => [
        {
          title: say('Insert the missing comma'),
          edits: [{ uri, span: { start: line.end, end: line.end }, text: ',' }],
          safe: false,
          preferred: true,
        },
      ],
    };
  }
}

/** What has more words may well be a text that was broken. */
const most = 5;

function* oddLines(document: Document, part: EntryPart, workspace: Workspace): Iterable<Span> {
  const { text } = document;
  const [entry] = part.entries;
  const value = entry?.value;
  if (value?.is === 'list' && !value.flow) {
    for (const item of value.items) yield* later(text, item.value);
  }
  if (value?.is !== 'scalar' || value.style !== 'plain' || entry?.colon === undefined) return;
  if (!text.slice(entry.colon, value.outer.start).includes('\n')) return;
  const schema = workspace.schema(document.uri);
  const type = schema && layersOf(schema, entry.key.text)?.[0]?.field.type.is;
  if (type !== 'text' && [...later(text, value)].length > 0) yield words(text, value.outer.start);
}

/** The lines of a text, but for the first, that begin as items do. */
function* later(text: string, value: Data | undefined): Iterable<Span> {
  if (value?.is !== 'scalar' || value.style !== 'plain') return;
  for (
    let at = text.indexOf('\n', value.outer.start);
    at >= 0 && at < value.outer.end;
    at = text.indexOf('\n', at + 1)
  ) {
    const line = words(text, at + 1);
    if (text.startsWith('- ', line.start)) yield line;
  }
}

function finding(document: Document, part: EntryPart, span: Span): Finding {
  const indent = itemIndent(part.content.text) ?? '';
  const above = part.entries[0]?.value?.is === 'list';
  return {
    span,
    message: above
      ? say('YAML takes this line for a part of the item above, since it is indented further than that.')
      : say('YAML takes this line and those below it for one text, since it does not begin with `- ` as they do.'),
    fixes: () => {
      const edit = asItem(document, lineAt(document.text, span.start), indent);
      return [{ title: say('Make it an item of the list'), edits: [edit], safe: false, preferred: true }];
    },
  };
}

/** The line of an offset without the blanks at its ends. */
function words(text: string, at: number): Span {
  return trimmed(text, lineAt(text, at));
}
