// Front matter whose first keys are indented, or whose keys stand in braces.
import type { Document } from '../syntax/document';
import { marginOf } from '../syntax/entries';
import { lineStart } from '../syntax/lines';
import type { Problem } from '../syntax/problem';
import type { Span } from '../syntax/span';
import { lineBreak } from './edits';
import { say, type Edit, type Finding, type Fix } from './rule';

/** Whether a problem is that of the blanks before the first key. */
export const isMargin = ({ parts }: Document, { span }: Problem): boolean =>
  span.end > span.start && span.end === parts[0]?.start;

/** What is said of the blanks before the first key. */
export const marginWords = ({ cause }: Problem): string =>
  cause === 'tab'
    ? 'Tabs stand before the keys, and YAML does not allow them there. Remove them.'
    : 'There are spaces before this key and none before those below it, so YAML cannot read them together. Remove the spaces.';

/** The keys without what stands before them; their own lines below them move along. Before these nothing was read. */
export function withoutMargin(document: Document): Fix {
  const { text, parts } = document;
  const { start, end } = marginOf(text, parts);
  const margin = text.slice(start, end);
  const indented = parts.filter(part => part.start > lineStart(text, part.start));
  const edits = indented.flatMap(part => leads(document, lineStart(text, part.start), part.end, margin));
  // A word without its colon may be anything yet.
  const areKeys = indented.every(({ entries: [entry] }) => entry?.colon !== undefined);
  return { title: say('Remove the indentation'), edits, safe: areKeys, preferred: true };
}

function leads({ uri, text }: Document, from: number, to: number, margin: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = from; at < to; at = text.indexOf('\n', at) + 1 || to)
    if (text.startsWith(margin, at)) edits.push({ uri, span: { start: at, end: at + margin.length }, text: '' });
  return edits;
}

/** Front matter as JSON has it: a map in braces is valid YAML. */
export function inBraces(document: Document): Finding | undefined {
  const [part] = document.parts;
  if (document.data?.is !== 'map' || !document.data.flow || !part) return undefined;
  const span: Span = { start: part.start, end: part.start + 1 };
  return {
    span,
    severity: 'information',
    message: say(
      'The keys stand in braces, as in JSON. Claude Code reads them; what looks for lines such as `name: …` does not.',
    ),
    fixes: () => lined(document, { start: part.start, end: part.end }),
  };
}

/** One key to a line, where no comment is lost; what stands behind a colon is YAML as it is, save where it goes over lines. */
function lined({ uri, text, data, parts }: Document, span: Span): Fix[] {
  if (data?.is !== 'map') return [];
  let rest = '';
  let at = span.start;
  const lines: string[] = [];
  for (const { key, value, colon, span: own } of parts[0]?.entries ?? []) {
    const written = value === undefined || colon === undefined ? '' : text.slice(colon, own.end).trim();
    if (/\n/.test(written)) return [];
    rest += text.slice(at, own.start);
    at = own.end;
    lines.push(`${key.text}: ${written}`.trimEnd());
  }
  if (!/^[\s{},]*$/.test(rest + text.slice(at, span.end))) return [];
  const edits = [{ uri, span, text: lines.join(lineBreak(text)) }];
  return [{ title: say('Write one key to a line'), edits, safe: false, preferred: true }];
}
