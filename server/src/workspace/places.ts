// Where a closed file names agents, skills, commands and styles: kept along with what it names, so that whoever asks where a name stands
// need not wait until thousands of files are read.
import type { SymbolKind } from '../dialects/dialect';
import type { Group } from './placement';
import type { ReferenceForm, SymbolKey } from './symbols';

/** One place, 0-based; columns and lengths in UTF-16 units. */
export interface KeptPlace {
  readonly symbol: SymbolKey;
  readonly form: ReferenceForm;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

const kinds: ReadonlySet<SymbolKind> = new Set<SymbolKind>(['agent', 'skill', 'command', 'style']);

/** As a form is kept: by its place here. */
const forms: readonly ReferenceForm[] = [
  'field',
  'key',
  'call',
  'table',
  'tool-call',
  'tool-line',
  'prose',
  'path',
  'link',
  'part',
  'variable',
  'import',
  'glob',
];

/** A unit of text holds a number below this; lengths share theirs with the form. */
const most = 2 ** 16;
const longest = 2 ** 12;

/** A place takes four units of a text, which is the shortest that can be kept: which of the file's symbols it names, its line, its
 * column, its form and length. Undefined where one is too large for that, or lines end in a way of their own. */
export function packPlaces(text: string, groups: readonly Group[], refers: readonly SymbolKey[]): string | undefined {
  const found = groups.flatMap(({ near, start }) =>
    near
      .filter(({ kind, form }) => kinds.has(kind) && form !== 'other-base')
      .map(({ symbol, form, span }) => ({ symbol, form, start: start + span.start, length: span.end - span.start })),
  );
  if (found.length === 0) return '';
  if (/\r(?!\n)/.test(text)) return undefined;
  found.sort((a, b) => a.start - b.start);
  const order = new Map(refers.map((symbol, index) => [symbol, index]));
  const units: number[] = [];
  let line = 0;
  let lineStart = 0;
  for (const { symbol, form, start, length } of found) {
    for (let end = text.indexOf('\n', lineStart); end >= 0 && end < start; end = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = end + 1;
    }
    const place = [order.get(symbol) ?? most, line, start - lineStart, forms.indexOf(form) * longest + length];
    if (length >= longest || place.some(unit => unit >= most)) return undefined;
    units.push(...place);
  }
  return String.fromCharCode(...units);
}

/** Those that name one of the symbols, in the order of the text. */
export function unpackPlaces(
  packed: string,
  refers: readonly SymbolKey[],
  symbols: ReadonlySet<SymbolKey>,
): KeptPlace[] {
  const found: KeptPlace[] = [];
  for (let at = 0; at < packed.length; at += 4) {
    const symbol = refers[packed.charCodeAt(at)]!;
    if (!symbols.has(symbol)) continue;
    const [line, column, last] = [packed.charCodeAt(at + 1), packed.charCodeAt(at + 2), packed.charCodeAt(at + 3)];
    found.push({ symbol, form: forms[Math.floor(last / longest)]!, line, column, length: last % longest });
  }
  return found;
}
