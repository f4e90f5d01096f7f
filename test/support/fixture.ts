// A fixture is one string: `-- path --` begins a file, `<|>` is the cursor, `<|text|>` a span.
import { Workspace, type WorkspaceOptions } from '../../server/src/workspace/workspace';
import { isBelow, join } from '../../server/src/workspace/uris';
import { facetsRead } from '../../server/src/rules/lint';
import type { Document } from '../../server/src/syntax/document';
import type { Span } from '../../server/src/syntax/span';
import type { Edit } from '../../server/src/rules/rule';

export const root = 'file:///ws';

export interface Fixture {
  /** Texts by URI, marks taken out. */
  readonly files: ReadonlyMap<string, string>;
  /** Marked spans by URI, in order; a cursor is an empty span. */
  readonly marks: ReadonlyMap<string, readonly Span[]>;
  readonly workspace: Workspace;
  /** The first file with a mark, else the first file. */
  readonly uri: string;
  readonly document: Document;
  /** The first mark's start. */
  readonly cursor: number;
}

/** Reads a fixture and opens all its files in a workspace. Text without a `-- path --` line is one agent, `a`. */
export function fixture(source: string, options: WorkspaceOptions = {}): Fixture {
  const files = new Map<string, string>();
  const marks = new Map<string, readonly Span[]>();
  for (const { path, text } of split(source)) {
    const uri = path.startsWith('file:') ? path : join(root, path);
    const read = takeMarks(text);
    files.set(uri, read.text);
    if (read.marks.length > 0) marks.set(uri, read.marks);
  }
  const workspace = openAll(files, options);
  const uri = marks.keys().next().value ?? files.keys().next().value ?? '';
  const document = workspace.document(uri);
  if (!document) throw new Error('a fixture needs a file that is read');
  return { files, marks, workspace, uri, document, cursor: marks.get(uri)?.[0]?.start ?? 0 };
}

/** A workspace over these texts, all of them open. */
export function openAll(files: ReadonlyMap<string, string>, options: WorkspaceOptions = {}): Workspace {
  const workspace = new Workspace({ facets: facetsRead(), ...options });
  workspace.setRoots([root]);
  workspace.apply([...files].map(([uri, text]) => ({ uri, text, open: true })));
  return workspace;
}

/** `agent('a', 'tools: [Read]')`: the usual agent file, with name and description unless given. */
export const agent = (name: string, frontMatter = '', body = ''): string =>
  component(`.claude/agents/${name}.md`, name, frontMatter, body);

/** `skill('tdd')`: the usual skill file. */
export const skill = (name: string, frontMatter = '', body = ''): string =>
  component(`.claude/skills/${name}/SKILL.md`, name.slice(name.lastIndexOf('/') + 1), frontMatter, body);

function component(path: string, name: string, frontMatter: string, body: string): string {
  const has = (key: string): boolean => new RegExp(`^(<\\|)?["']?${key}["']?\\s*:`, 'm').test(frontMatter);
  const lines = [
    ...(has('name') ? [] : [`name: ${name}`]),
    ...(has('description') ? [] : [`description: Does ${name} well. Use for ${name} tasks.`]),
    ...(frontMatter === '' ? [] : [frontMatter]),
  ];
  return `-- ${path} --\n---\n${lines.join('\n')}\n---\n\n${body === '' ? 'Work.' : body}\n`;
}

export const file = (path: string, text = ''): string => `-- ${path} --\n${text}`;

function split(source: string): { path: string; text: string }[] {
  const parts = source.split(/^-- (.+) --\n/m);
  if (parts.length === 1) return [{ path: '.claude/agents/a.md', text: source }];
  const found: { path: string; text: string }[] = [];
  for (let at = 1; at < parts.length; at += 2) found.push({ path: parts[at]!, text: parts[at + 1]! });
  return found;
}

function takeMarks(source: string): { text: string; marks: Span[] } {
  const marks: Span[] = [];
  let text = '';
  let rest = source;
  for (;;) {
    const open = rest.indexOf('<|');
    if (open < 0) return { text: text + rest, marks };
    text += rest.slice(0, open);
    rest = rest.slice(open + 2);
    const start = text.length;
    if (rest.startsWith('>')) {
      rest = rest.slice(1);
      marks.push({ start, end: start });
      continue;
    }
    const close = rest.indexOf('|>');
    if (close < 0) throw new Error('a mark is not closed');
    text += rest.slice(0, close);
    rest = rest.slice(close + 2);
    marks.push({ start, end: text.length });
  }
}

/** A file, or all of a folder, gets another place. */
function moveAll(files: Map<string, string>, from: string, to: string): void {
  for (const [uri, text] of [...files]) {
    if (!isBelow(uri, from)) continue;
    files.delete(uri);
    files.set(to + uri.slice(from.length), text);
  }
}

/** The texts after some edits, all of which count in the texts before. */
export function applyEdits(files: ReadonlyMap<string, string>, edits: readonly Edit[]): Map<string, string> {
  const after = new Map(files);
  for (const edit of edits) if ('create' in edit) after.set(edit.uri, edit.create);
  const changes = edits.flatMap(edit => ('span' in edit ? [edit] : []));
  changes.sort((a, b) => b.span.start - a.span.start);
  for (const { uri, span, text } of changes) {
    const before = after.get(uri) ?? '';
    after.set(uri, before.slice(0, span.start) + text + before.slice(span.end));
  }
  for (const edit of edits) if ('moveTo' in edit) moveAll(after, edit.uri, edit.moveTo);
  return after;
}
