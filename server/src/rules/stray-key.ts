// Keys that stand below the front matter, because it is closed too early or because they were written under it.
import type { Document, FrontMatter } from '../syntax/document';
import { lineEnd, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { readsFrontMatter } from './bodies';
import { second } from './edits';
import { defineRule, say, type Finding, type Fix } from './rule';

const agent = (text: string): string => `-- .claude/agents/a.md --\n---\nname: a\n${text}`;

export default defineRule({
  id: 'stray-key',
  severity: 'warning',
  reach: 'document',
  // Without its keys a file may not be known for what it is.
  roles: role => readsFrontMatter(role) || role === 'plain',
  summary: 'Keys below the front matter, where nobody reads them.',
  why:
    'The second line of three hyphens ends the front matter. What looks like keys below it is text for the model: a tool that ' +
    'is allowed there is not allowed, and a model that is named there is not used.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    {
      bad: agent('description: Helps.\n<|---|>\nmodel: opus\n---\n\nHelp.\n'),
      good: agent('description: Helps.\nmodel: opus\n---\n\nHelp.\n'),
    },
    {
      bad: agent('description: |\n  Helps.\n<|---|>\n  Always.\nmodel: opus\n---\n\nHelp.\n'),
      good: agent('description: |\n  Helps.\n  Always.\nmodel: opus\n---\n\nHelp.\n'),
    },
    {
      bad: agent('description: Helps.\ntools:\n  - Read\n<|---|>\n  - Edit\nmodel: opus\n---\n\nHelp.\n'),
      good: agent('description: Helps.\ntools:\n  - Read\n  - Edit\nmodel: opus\n---\n\nHelp.\n'),
    },
    {
      bad: agent('description: |\n  Helps.\n<|---|>\n  Always.\n---\n\nHelp.\n'),
      good: agent('description: |\n  Helps.\n  Always.\n---\n\nHelp.\n'),
    },
    {
      bad: agent('description: Helps.\n---\n<|model: opus|>\n\nHelp.\n'),
      good: agent('description: Helps.\nmodel: opus\n---\n\nHelp.\n'),
    },
    {
      bad: agent('description: Helps.\n---\n<|---\nname: a\ndescription: Helps.\n---|>\n\nHelp.\n'),
      good: agent('description: Helps.\n---\n\nHelp.\n'),
    },
    {
      bad: '-- .claude/agents/a.md --\n---\n<|---|>\nname: a\ndescription: Helps.\n---\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nHelp.\n',
    },
    { bad: agent('description: Helps.\n---\nNote: this helps.\n\n---\nMore.\n') },
    { bad: agent('description: Helps.\n---\n\nmodel: opus is what you recommend.\n') },
    { bad: agent('description: Helps.\n---\n---\n\nHelp.\n') },
    { bad: agent('description: |\n  Helps.\n---\n    Always.\n\nHelp.\n') },
  ],
  *check(document, workspace) {
    const found = below(document);
    if (!found || !isMeant(document, found, workspace)) return;
    const fields = workspace.schema(document.uri)?.fields;
    const certain = found.closed !== undefined || found.keys.every(key => fields?.has(key));
    for (const each of finding(document, found)) yield certain ? each : { ...each, severity: 'information' };
  },
});

/** Whether the lines are front matter, and not text with a colon in it. */
function isMeant({ uri, text, parts }: Document, { keys, closed, frontMatter }: Below, workspace: Workspace): boolean {
  const isEmpty = text.slice(frontMatter.span.start, frontMatter.span.end).trim() === '';
  if (isEmpty) return closed !== undefined && keys.includes('name') && keys.includes('description');
  const fields = workspace.schema(uri)?.fields;
  if (!fields) return false;
  if (closed) return true;
  // The model may be told something of a key; one that is missing above is meant as a key.
  const above = new Set(parts.flatMap(({ entries }) => entries.map(({ key }) => key.text)));
  return keys.every(key => !above.has(key) && !ofProse.has(key));
}

/** Words before which a colon is one of prose. */
const ofProse: ReadonlySet<string> = new Set([
  'note',
  'notes',
  'warning',
  'important',
  'tip',
  'todo',
  'example',
  'usage',
]);

/** Lines right below the front matter that look as if they belonged to it. */
interface Below {
  readonly frontMatter: FrontMatter;
  readonly close: Span;
  /** A line of hyphens that opens them anew. */
  readonly opened: boolean;
  /** The lines, without the fences around them. */
  readonly lines: Span;
  /** A line of hyphens that closes them. */
  readonly closed: Span | undefined;
  readonly keys: readonly string[];
}

const fence = /^---[ \t]*$/;

function below({ text, frontMatter, body }: Document): Below | undefined {
  const close = frontMatter?.close;
  const first = body?.span.start;
  if (!close || first === undefined || first <= close.end || !text.startsWith('---', close.start)) return undefined;
  const top = lineOf(text, first);
  const opened = fence.test(top);
  const start = opened ? nextLine(text, first) : first;
  const copy = opened ? copyAt(text, start, frontMatter.span) : undefined;
  const block = copy ?? keysAt(text, start, goesOn(text, frontMatter.span, start));
  return block && { frontMatter, close, opened, ...block };
}

type Block = Pick<Below, 'lines' | 'closed' | 'keys'>;

/** The same front matter once more, whatever its lines look like. */
function copyAt(text: string, start: number, { start: from, end: to }: Span): Block | undefined {
  const end = start + to - from;
  if (to === from || !text.startsWith(text.slice(from, to), start) || !fence.test(lineOf(text, end))) return undefined;
  const keys = [...text.slice(from, to).matchAll(/^([a-z][\w-]*):(?=\s|$)/gm)].map(match => match[1]!);
  return { lines: { start, end }, closed: { start: end, end: lineEnd(text, end) }, keys };
}

/** Whether a text over several lines, indented as they are, goes on below the line of hyphens that stands in it. */
function goesOn(text: string, { start: from, end: to }: Span, start: number): boolean {
  const lead = /(?:^|\n)([ \t]+)\S[^\n]*\r?\n(?:[ \t]*\r?\n)?$/.exec(text.slice(Math.max(from, to - longest), to))?.[1];
  return lead !== undefined && text.startsWith(lead, start) && /\S/.test(text[start + lead.length] ?? ' ');
}

/** No line of such a text is longer. */
const longest = 2000;

/** Keys with what is indented below them, up to a closing fence; where there is none, up to the first blank line. `within`: they
 * follow the rest of a text. */
function keysAt(text: string, start: number, within: boolean): Block | undefined {
  const keys: string[] = [];
  let blank: { readonly at: number; readonly keys: number } | undefined;
  let at = start;
  for (; at < text.length; at = nextLine(text, at)) {
    const line = lineOf(text, at);
    const key = /^([a-z][\w-]*):(?=\s|$)/.exec(line)?.[1];
    if (key !== undefined) keys.push(key);
    else if ((keys.length > 0 || within) && line.trim() === '') blank ??= { at, keys: keys.length };
    else if ((keys.length === 0 && !within) || !/^(\s+\S|- )/.test(line)) break;
  }
  if (within && !fence.test(lineOf(text, at))) return undefined;
  if (keys.length === 0 && !within) return undefined;
  if (fence.test(lineOf(text, at)))
    return { lines: { start, end: at }, closed: { start: at, end: lineEnd(text, at) }, keys };
  if (blank) return { lines: { start, end: blank.at }, closed: undefined, keys: keys.slice(0, blank.keys) };
  return { lines: { start, end: at }, closed: undefined, keys };
}

const lineOf = (text: string, at: number): string => text.slice(at, Math.min(lineEnd(text, at), at + 200));

function* finding(document: Document, found: Below): Iterable<Finding> {
  const { frontMatter, opened, lines, closed, keys, close } = found;
  const { text, parts } = document;
  const above = new Set(parts.flatMap(({ entries }) => entries.map(({ key }) => key.text)));
  const isEmpty = text.slice(frontMatter.span.start, frontMatter.span.end).trim() === '';
  if (opened && !closed) return;
  if (opened && !isEmpty) {
    const span = { start: frontMatterEnd(text, close), end: closed!.end };
    yield {
      span,
      message: say('A second front matter: only the one above it is read, and the model gets this one as text.'),
      fixes: () =>
        withoutOne(
          document,
          found,
          keys.every(key => above.has(key)),
        ),
    };
    return;
  }
  if (closed) {
    const { start, end } = opened ? { start: frontMatterEnd(text, close), end: lines.start } : close;
    const span = { start, end: start + text.slice(start, end).trimEnd().length };
    const upper = { start: frontMatter.open.start, end: opened ? start : close.start };
    yield {
      span,
      message:
        keys.length === 0
          ? say('This line ends the front matter in the middle of a text. Remove it.')
          : say('This line ends the front matter, so that the keys below it are not read. Remove it.'),
      fixes: () => [
        removed(document, say('Remove the line'), { start, end: nextLine(text, start) }),
        // With what stands between two fences that hold nothing, the upper one goes too.
        ...(isEmpty ? [second(removed(document, say('Remove the first of the two'), upper))] : []),
      ],
    };
    return;
  }
  yield {
    span: { start: lines.start, end: lines.start + text.slice(lines.start, lines.end).trimEnd().length },
    message: say('This stands below the front matter, so nobody reads it as a key. Move it above the `---`.'),
    fixes: () => [moved(document, found)],
  };
}

/** Where the line after the closing fence begins. */
const frontMatterEnd = (text: string, close: Span): number => nextLine(text, close.start);

function withoutOne(document: Document, { close, closed, frontMatter }: Below, isCopy: boolean): Fix[] {
  const { text } = document;
  const whole = { start: frontMatterEnd(text, close), end: nextLine(text, closed!.start) };
  const lower = removed(document, say('Remove the second front matter'), whole);
  const upper = { start: frontMatter.open.start, end: whole.start };
  const { title, edits, safe } = removed(document, say('Remove the first front matter'), upper);
  const other = { title, edits, safe };
  return isCopy ? [lower, other] : [second(lower), other];
}

const removed = ({ uri }: Document, title: Fix['title'], span: Span): Fix => ({
  title,
  edits: [{ uri, span, text: '' }],
  safe: false,
  preferred: true,
});

function moved({ uri, text }: Document, { close, lines }: Below): Fix {
  const words = text.slice(lines.start, lines.end);
  const up = { uri, span: { start: close.start, end: close.start }, text: words.endsWith('\n') ? words : `${words}\n` };
  return {
    title: say('Move it into the front matter'),
    edits: [up, { uri, span: lines, text: '' }],
    safe: false,
    preferred: true,
  };
}
