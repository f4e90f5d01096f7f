// Where a closed file names agents, skills, commands and styles: kept along with what it names, so that whoever asks where a name stands
// need not wait until thousands of files are read.
import type { SymbolKind } from '../dialects/dialect';
import type { Group } from './placement';
import { symbolKind, symbolName, type ReferenceForm, type SymbolKey } from './symbols';

/** One place, 0-based; columns and lengths in UTF-16 units. */
export interface KeptPlace {
  readonly symbol: SymbolKey;
  readonly form: ReferenceForm;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

const kinds: ReadonlySet<SymbolKind> = new Set<SymbolKind>(['agent', 'skill', 'command', 'style']);

/** The forms in which those are named. */
const forms: readonly ReferenceForm[] = ['field', 'call', 'table', 'prose', 'glob', 'key', 'other-base'];

/** Room for the form beside the number of a symbol. */
const formsRoom = 8;

/** A place is three numbers: which of the file's symbols it names and in which form, how many lines it stands below the one before,
 * and its column; its length too, where that is not the name's. They stand in a text of bytes, which is the shortest that can be kept.
 * Undefined where lines end in a way of their own, or a name has an unusual form. */
export function packPlaces(text: string, groups: readonly Group[], refers: readonly SymbolKey[]): string | undefined {
  const found = groups.flatMap(({ near, start }) =>
    near
      .filter(({ kind }) => kinds.has(kind))
      .map(({ symbol, form, span }) => ({ symbol, form, start: start + span.start, length: span.end - span.start })),
  );
  if (found.length === 0) return '';
  if (/\r(?!\n)/.test(text) || found.some(({ form }) => !forms.includes(form))) return undefined;
  found.sort((a, b) => a.start - b.start);
  const order = new Map(kept(refers).map((symbol, index) => [symbol, index]));
  const packed: string[] = [];
  let lineStart = 0;
  for (const { symbol, form, start, length } of found) {
    let lines = 0;
    for (let end = text.indexOf('\n', lineStart); end >= 0 && end < start; end = text.indexOf('\n', lineStart)) {
      lines++;
      lineStart = end + 1;
    }
    const formed = order.get(symbol)! * formsRoom + forms.indexOf(form);
    const isUsual = length === symbolName(symbol).length;
    packed.push(bytesOf(formed * 2 + (isUsual ? 0 : 1)), bytesOf(lines), bytesOf(start - lineStart));
    if (!isUsual) packed.push(bytesOf(length));
  }
  return packed.join('');
}

const kept = (refers: readonly SymbolKey[]): SymbolKey[] => refers.filter(symbol => kinds.has(symbolKind(symbol)));

/** Seven bits in each, the lowest first; all but the last have the eighth, too. */
function bytesOf(number: number): string {
  let bytes = '';
  let rest = number;
  for (; rest >= 128; rest >>= 7) bytes += String.fromCharCode((rest & 127) | 128);
  return bytes + String.fromCharCode(rest);
}

/** Those that name one of the symbols, in the order of the text. */
export function unpackPlaces(
  packed: string,
  refers: readonly SymbolKey[],
  symbols: ReadonlySet<SymbolKey>,
): KeptPlace[] {
  const found: KeptPlace[] = [];
  let at = 0;
  const next = (): number => {
    let number = 0;
    for (let bits = 0; ; bits += 7) {
      const byte = packed.charCodeAt(at++);
      number |= (byte & 127) << bits;
      if (byte < 128) return number;
    }
  };
  const named = kept(refers);
  for (let line = 0; at < packed.length;) {
    const first = next();
    const formed = first >> 1;
    line += next();
    const column = next();
    const symbol = named[Math.floor(formed / formsRoom)]!;
    const length = first % 2 === 0 ? symbolName(symbol).length : next();
    if (symbols.has(symbol)) found.push({ symbol, form: forms[formed % formsRoom]!, line, column, length });
  }
  return found;
}
