// Words that may mean a name where nothing shows that they do: one name in inline code, `/name` and `@name` in text, values of
// keys such as `agents`, `subagent_type: name` wherever it stands, and servers in the names of their tools.
import type { SymbolKind } from '../dialects/dialect';
import type { SectionContent } from '../syntax/body';
import { scalars, type Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { holds, shift, type Span } from '../syntax/span';
import { serverNames } from './mcp';
import type { Group } from './placement';

export interface Mention {
  /** Without the mark before it. */
  readonly name: string;
  readonly span: Span;
  /** What such a word can mean, the likeliest first. */
  readonly kinds: readonly SymbolKind[];
}

/** Whether the word is a mention is for the names to say: most inline code is something else. */
export function mentionsIn({ text, body, data }: Document): Mention[] {
  const inBody = (body?.sections ?? []).flatMap(({ start, end, content }) =>
    inSection(text.slice(start, end), content).map(each => ({ ...each, span: shift(each.span, start) })),
  );
  return body && data ? [...underKeys(data), ...inBody] : inBody;
}

/** The keys under which people list names, also in front matter that no tool reads: of workflows, say. */
const namingKeys: ReadonlyMap<string, readonly SymbolKind[]> = new Map([
  ['skill', ['skill']],
  ['skills', ['skill']],
  ['agent', ['agent']],
  ['agents', ['agent']],
]);

function underKeys(data: Data): Mention[] {
  if (data.is === 'list') return data.items.flatMap(({ value }) => (value ? underKeys(value) : []));
  if (data.is !== 'map') return [];
  return data.entries.flatMap(({ key, value }) => {
    const kinds = namingKeys.get(key.text);
    if (!value) return [];
    const names = kinds ? scalars(value).filter(({ text }) => oneName.test(text) && text.length <= longest) : [];
    return [...names.map(({ text, span }) => ({ name: text, span, kinds: kinds! })), ...underKeys(value)];
  });
}

function inSection(text: string, content: SectionContent): Mention[] {
  const found = [...inCode(text, content), ...marked(text, content), ...typed(text)];
  const { comments } = content;
  if (comments.length === 0) return found;
  return found.filter(({ span }) => !comments.some(comment => holds(comment, span)));
}

/** Names of one or more parts: `tdd`, `group/leaf`, `plugin:skill`. */
const oneName = /^[A-Za-z0-9][\w-]*([/:][A-Za-z0-9][\w-]*)*$/;
const longest = 100;

const named: readonly SymbolKind[] = ['skill', 'agent', 'command'];
const slashed: readonly SymbolKind[] = ['skill', 'command'];
const called: readonly SymbolKind[] = ['agent'];

function inCode(text: string, { codes }: SectionContent): Mention[] {
  const found: Mention[] = [];
  for (const { span } of codes) {
    if (span.end - span.start > longest) continue;
    const mark = text[span.start];
    const from = mark === '/' || mark === '@' ? span.start + 1 : span.start;
    const written = text.slice(from, span.end);
    const name = mark === '/' ? written.replace(/\s[^]*$/, '') : written;
    if (!oneName.test(name)) continue;
    const kinds = mark === '/' ? slashed : mark === '@' ? called : named;
    found.push({ name, span: { start: from, end: from + name.length }, kinds });
  }
  return found;
}

const mark = /[/@][a-z][a-z0-9]*(?:[-:_][a-z0-9]+)*/g;

function marked(text: string, { codes, fences, links }: SectionContent): Mention[] {
  const found: Mention[] = [];
  const others = [...codes, ...fences, ...links];
  for (const { index, 0: written } of text.matchAll(mark)) {
    const end = index + written.length;
    if (!isApart(text, index, end)) continue;
    if (others.some(({ outer }) => outer.start <= index && index < outer.end)) continue;
    const isAgent = written[0] === '@';
    const from = isAgent && written.startsWith('@agent-') ? index + '@agent-'.length : index + 1;
    found.push({ name: text.slice(from, end), span: { start: from, end }, kinds: isAgent ? called : slashed });
  }
  return found;
}

const agentType = /\bsubagent_type['"]?\s*[:=]\s*(?:(['"`])([^'"`\n]+)\1|([A-Za-z][\w:-]*)(?![\w:-]|[.(]\w|\())/g;

/** Calls are written in many ways, also as YAML and in sentences; what this key says is an agent in all of them. */
function typed(text: string): Mention[] {
  if (!text.includes('subagent_type')) return [];
  return [...text.matchAll(agentType)].flatMap(({ index, 0: written, 2: quoted, 3: plain }) => {
    const name = quoted ?? plain!;
    const end = index + written.length - (quoted === undefined ? 0 : 1);
    return oneName.test(name) ? [{ name, span: { start: end - name.length, end }, kinds: called }] : [];
  });
}

/** Whether it is a word by itself, and no part of a path, an address or a tag. */
function isApart(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text.slice(end, end + 2);
  return /[\s("'“*_]/.test(before) && !/^[\w/@-]|^\.\w/.test(after);
}

const toolCall = /^__[\w-]+\(/;

/** The servers in the names of their tools, `mcp__server__tool`, wherever a body has them; in a block of code, where the tool is
 * called. */
export function serverMentionsIn({ text, body }: Document): { readonly name: string; readonly span: Span }[] {
  return (body?.sections ?? []).flatMap(({ start, end, content: { comments, fences } }) =>
    serverNames(text.slice(start, end)).flatMap(({ name, at }) => {
      const span = shift({ start: at, end: at + name.length }, start);
      const isIn = (outer: Span): boolean => outer.start <= at && at < outer.end;
      if (comments.some(isIn)) return [];
      if (fences.some(({ outer }) => isIn(outer)) && !toolCall.test(text.slice(span.end, span.end + 80))) return [];
      return [{ name, span }];
    }),
  );
}

/** A path in inline code, which may lead to a file. */
export interface PathMention {
  readonly path: string;
  readonly span: Span;
}

const onePath = /^(?:\.{1,2}\/)*[\w.@-]+(?:\/[\w.@-]+)+\/?$/;

/** All paths in inline code that may lead to a file. */
export function pathMentionsIn({ text, body }: Document): PathMention[] {
  return (body?.sections ?? []).flatMap(({ start, content: { codes, comments } }) =>
    codes.flatMap(({ span }) => {
      if (span.end - span.start > longest || comments.some(comment => holds(comment, span))) return [];
      const path = text.slice(start + span.start, start + span.end);
      return path.includes('/') && onePath.test(path) ? [{ path, span: shift(span, start) }] : [];
    }),
  );
}

/** So many units that two words seldom share one; a hit is only a reason to look. */
const units = 0xffff;

/** Stands between the names and the parts of paths. */
const apart = '\0';

function unitOf(name: string): string {
  let hash = 17;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  return String.fromCharCode(((hash >>> 16) ^ hash) & units || 1);
}

const unitsOf = (words: ReadonlySet<string>): string => [...new Set([...words].map(unitOf))].join('');

/** All words that a file may mean by names, and all parts of paths, as short as they can be kept: one unit of text for each. Where
 * something is named, which is kept as such, a word is no mention besides. */
export function traceOf(document: Document, groups: readonly Group[]): string {
  const named = new Set<number>();
  for (const { near, start } of groups)
    for (const { span, form } of near) if (form !== 'other-base') named.add(start + span.start);
  const mentions = mentionsIn(document).filter(({ span }) => !named.has(span.start));
  const names = new Set([...mentions, ...serverMentionsIn(document)].map(({ name }) => name));
  const parts = new Set(
    pathMentionsIn(document).flatMap(({ path }) => path.split('/').filter(part => /\w/.test(part))),
  );
  return unitsOf(names) + (parts.size > 0 ? apart + unitsOf(parts) : '');
}

/** Whether a file with this trace may mention a name, as such or in a path. */
export const mayMention = (trace: string, name: string): boolean => trace.includes(unitOf(name));

/** Whether it may as such. */
export function mayName(trace: string, name: string): boolean {
  const at = trace.indexOf(unitOf(name));
  return at >= 0 && !trace.slice(0, at).includes(apart);
}
