// What a document names: in its front matter by the fields' types, in its body by the forms that agents are written in.
import { agentsInCalls, agentsInProse } from './body-agents';
import { callReferences, slug } from './body-calls';
import { pathReferences } from './body-paths';
import { stepReferences } from './body-steps';
import { serverNames } from './mcp';
import type { Value } from './values';
import { values } from './values';
import { layersOf, type Schema } from './schema';
import { scriptRunner } from './script-runner';
import type { CallInput, ReferenceForm } from './symbols';
import type { Field, SymbolKind } from '../dialects/dialect';
import type { Entry } from '../syntax/data';
import type { EntryContent } from '../syntax/entries';
import type { SectionContent } from '../syntax/body';
import { holds, type Span } from '../syntax/span';

/** A reference inside one entry or section: spans count from its start, so that it is kept while the text stays. */
export interface LocalReference {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly form: ReferenceForm;
  readonly span: Span;
  readonly field?: string | undefined;
  /** Where a path counts from the file's own folder or that of its skill or plugin, whatever it looks like. */
  readonly base?: 'file' | 'skill' | 'plugin';
  /** Of a call: the names of its inputs, and where each stands behind the beginning of the call. */
  readonly inputs?: readonly CallInput[] | undefined;
  /** Of a heading: its slug, where `name` is the path of its file. */
  readonly slug?: string;
}

/** The references in one top-level entry, or in a whole JSON file. */
export function entryReferences(content: Pick<EntryContent, 'entries' | 'text'>, schema: Schema): LocalReference[] {
  return content.entries.flatMap(entry => {
    const layers = layersOf(schema, entry.key.text);
    if (!layers) return [];
    // The first layer that has references tells them; a second one would tell the same again.
    for (const { field } of layers) {
      const found = values(field, entry, content.text).flatMap(value =>
        valueReferences(value, field.key, content.text, schema),
      );
      found.push(...keyReferences(field, entry));
      if (found.length > 0) return found;
    }
    return [];
  });
}

/** The keys of one's own below a key, where they name something. */
function keyReferences({ key: field, type }: Field, { value }: Entry): LocalReference[] {
  if (type.is !== 'map' || !type.keys || value?.is !== 'map') return [];
  const kind = type.keys;
  return value.entries.map(({ key }) => ({ kind, name: key.text, form: 'key', span: key.span, field }));
}

function valueReferences(value: Value, field: string, all: string, schema: Schema): LocalReference[] {
  const { type, text, span } = value;
  if (text === '') return [];
  switch (type.is) {
    case 'reference':
      if (type.to === 'tool') return toolReferences(text, span, field);
      return [{ kind: type.to, name: text, form: 'field', span, field }];
    case 'call':
      return toolReferences(text, span, field);
    case 'path':
      return [{ kind: 'file', name: text, form: 'field', span, field }];
    case 'text':
      if (type.names === 'schema') return schemaReferences(text, span, field);
      if (type.names === 'file') return [{ kind: 'file', name: text, form: 'field', base: 'file', span, field }];
      if (type.names === 'tools') return serverReferences(all, span, field);
      return type.names === 'script' ? scriptReferences(all, span, field, schema) : [];
    case 'glob':
      return globReferences(text, span, field);
    case 'name':
    case 'choice':
    case 'flag':
    case 'number':
    case 'list':
    case 'map':
    case 'variant':
    case 'oneOf':
    case 'any':
      return [];
    default:
      return type satisfies never;
  }
}

/** `Read`, `Bash(git:*)`, `Agent(a, b)`, `Skill(x)`, `mcp__server__tool`. */
function toolReferences(text: string, span: Span, field: string): LocalReference[] {
  const open = text.indexOf('(');
  const name = (open < 0 ? text : text.slice(0, open)).trim();
  const found: LocalReference[] = [
    { kind: 'tool', name, form: 'field', span: { start: span.start, end: span.start + name.length }, field },
  ];
  const server = mcpServerOf(name);
  if (server !== undefined && server !== '*') {
    const start = span.start + 'mcp__'.length;
    found.push({ kind: 'mcp', name: server, form: 'field', span: { start, end: start + server.length }, field });
  }
  const names = { Agent: 'agent', Task: 'agent', Skill: 'skill' }[name] as SymbolKind | undefined;
  if (names === undefined || open < 0) return found;
  const inside = /[^\s,()*]+/g;
  inside.lastIndex = open + 1;
  for (let match = inside.exec(text); match; match = inside.exec(text)) {
    const start = span.start + match.index;
    const name = match[0].replace(/:$/, '');
    // `tdd:*`, as Claude Code itself writes it, allows all whose names begin so: there may be none of that very name.
    const form = name === match[0] ? 'field' : 'glob';
    if (name !== '') found.push({ kind: names, name, form, span: { start, end: start + name.length }, field });
  }
  return found;
}

/** The server of `mcp__server__tool` or `mcp__server`. */
export function mcpServerOf(tool: string): string | undefined {
  if (!tool.startsWith('mcp__')) return undefined;
  const end = tool.indexOf('__', 5);
  return end < 0 ? tool.slice(5) : tool.slice(5, end);
}

/** The file of a JSON Schema; behind `#` stands a part of it. */
function schemaReferences(text: string, { start }: Span, field: string): LocalReference[] {
  const [path = ''] = text.split('#', 1);
  if (path === '' || /^[A-Za-z][\w+.-]*:/.test(path)) return [];
  return [{ kind: 'file', name: path, form: 'field', base: 'file', span: { start, end: start + path.length }, field }];
}

/** The folder or file that a pattern begins with, which counts from the project's folder. */
function globReferences(text: string, { start }: Span, field: string): LocalReference[] {
  const wild = text.search(/[*?[{(]/);
  const path = (wild < 0 ? text : text.slice(0, wild).replace(/[^/]*$/, '')).replace(/\/$/, '');
  if (!text.includes('/') || !/^[\w.@-]+(\/[\w.@ -]+)*$/.test(path) || path.startsWith('..')) return [];
  return [{ kind: 'file', name: path, form: 'glob', span: { start, end: start + path.length }, field }];
}

/** The servers of the tools in a matcher, be it a list of names or a regular expression: `Write|mcp__memory__.*`. */
const serverReferences = (text: string, { start, end }: Span, field: string): LocalReference[] =>
  serverNames(text.slice(start, end)).map(({ name, at }) => ({
    kind: 'mcp',
    name,
    form: 'field',
    span: { start: start + at, end: start + at + name.length },
    field,
  }));

const extension = '\\.(?:[cm]?[jt]s|py|sh|bash|zsh|rb|ps1|php|cmd|bat)\\b';
const quoteMark = '(?:\\\\?")?';
const fromVariable = new RegExp(
  `\\$\\{?CLAUDE_(PROJECT_DIR|PLUGIN_ROOT)\\}?${quoteMark}(?:/|\\\\{1,2})([\\w@./\\\\-]+${extension})`,
  'g',
);
/** At the start, or behind `&&` and the like. */
const fromProject = new RegExp(
  `(?:^|&&|[;|]) *(?:${scriptRunner} +)?(?:\\.(?:/|\\\\{1,2}))?(\\.claude[/\\\\][\\w@./\\\\-]+${extension})`,
  'g',
);
/** Any other folder, behind a program or `./`. */
const fromHere = new RegExp(
  `(?:^|&&|[;|]) *(?:${scriptRunner} +(?:\\./)?|\\./)([\\w@-][\\w@.-]*(?:/[\\w@.-]+)*${extension})`,
  'g',
);
/** In another folder, relative paths lead elsewhere. */
const elsewhere = /\b(?:cd|pushd) +(?!(?:\\?")?\$\{?CLAUDE_PROJECT_DIR\}?(?:\\?")?(?:$|[ ;&]))/;

/** The scripts that a hook's command runs by a path from a known folder: `node "$CLAUDE_PROJECT_DIR"/.claude/x.js`. */
function scriptReferences(text: string, span: Span, field: string, { kind }: Schema): LocalReference[] {
  const command = text.slice(span.start, span.end);
  const inPlugin = kind.plugin === true || kind.role === 'hooks' || kind.role === 'plugin';
  const known = [...command.matchAll(fromVariable)].filter(([, variable]) => (variable === 'PLUGIN_ROOT') === inPlugin);
  const relative =
    inPlugin || elsewhere.test(command) ? [] : [fromProject, fromHere].flatMap(each => [...command.matchAll(each)]);
  const paths = [
    ...known.map(match => [match, match[2]!] as const),
    ...relative.map(match => [match, match[1]!] as const),
  ];
  return paths.map(([{ index, 0: written }, path]) => {
    const end = span.start + index + written.length;
    // Windows writes `\\`, which is two of them in JSON.
    const name = path.replace(/\\+/g, '/');
    return { kind: 'file', name, form: 'field', span: { start: end - path.length, end }, field };
  });
}

/** The references in one section of the body. `text` is the section's own text. */
export function sectionReferences(content: SectionContent, text: string): LocalReference[] {
  const found = [
    ...callReferences(text),
    ...agentsInCalls(text),
    ...tableReferences(content, text),
    ...memoryReferences(text),
    ...pathReferences(content, text),
    ...agentsInProse(content, text),
    ...stepReferences(content, text),
  ];
  const visible =
    content.comments.length === 0
      ? found
      : found.filter(r => !content.comments.some(comment => holds(comment, r.span)));
  return visible.sort((a, b) => a.span.start - b.span.start);
}

/** The cells under a heading «Skill», where they hold one name and nothing else. */
function tableReferences(content: SectionContent, text: string): LocalReference[] {
  return content.tables.flatMap(table => {
    const column = table.header.findIndex(cell => /^\W*skills?( names?)?\W*$/i.test(text.slice(cell.start, cell.end)));
    if (column < 0) return [];
    return table.rows.flatMap((row): LocalReference[] => {
      const cell = row[column];
      if (!cell) return [];
      const match = /^`([^`]+)`$/.exec(text.slice(cell.start, cell.end).trim());
      // The path of a file that is none of a skill is to be read.
      if (!match || !slug.test(match[1]!) || /\/(?!SKILL\.md)[^/]*\.md$/i.test(match[1]!)) return [];
      const start = cell.start + text.slice(cell.start, cell.end).indexOf(match[1]!);
      return [{ kind: 'skill', name: match[1]!, form: 'table', span: { start, end: start + match[1]!.length } }];
    });
  });
}

const memoryPath = /(?<![\w/.-])\.claude\/context\/memory\/[\w./-]*\w\.(?:md|json|jsonl)\b/g;

/** Paths of agent-studio's memory files, which its Memory Protocol tells the model to read and write. */
function memoryReferences(text: string): LocalReference[] {
  if (!text.includes('.claude/context/memory/')) return [];
  return [...text.matchAll(memoryPath)].map(match => ({
    kind: 'file',
    name: match[0],
    form: 'path',
    span: { start: match.index, end: match.index + match[0].length },
  }));
}
