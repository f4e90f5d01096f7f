// YAML in a code block that one mark mends: a quote or a bracket that nothing closes, a colon without its blank, a key too far in.
import { shift, type Span } from '../syntax/span';
import { readYaml } from '../syntax/yaml';
import { piecesOf } from './sample-pieces';

/** What stands where, what belongs there, and what is wrong with it. */
export interface YamlSlip {
  readonly span: Span;
  readonly edit: Span;
  readonly instead: string;
  readonly what: 'quote' | 'bracket' | 'colon' | 'alone' | 'margin';
}

/** What a program fills in line by line, and places to fill in that are no words to YAML. */
const sketched = /\{\{|\{%|<%|<[a-z]|(?:^|\n)\+\+\+[ \t]*\r?\n/;

/** `${{ matrix.os }}`, `{{ .Values.name }}` and `<name>` are words to YAML where a value stands. */
const filledIn = /\$?\{\{(?![-%#/])[^{}\n]*\}\}|<[a-z][\w-]*>/g;

/** The changes of one line each of which makes a piece of a block readable; none, where changes of several lines would. */
export function yamlSlips(block: string): readonly YamlSlip[] {
  const text = block.replace(filledIn, filled => 'x'.repeat(filled.length));
  // Only what looks like a slip is worth a reading.
  const places = text.includes('\t') ? [] : slipsIn(text).map(({ edit }) => edit.start);
  if (places.length === 0) return [];
  let left = most;
  for (const { start, text: piece, head } of piecesOf(text, places)) {
    if (sketched.test(piece)) continue;
    const tried = slipsIn(piece).filter(({ edit }) => edit.start >= head);
    const cost = (tried.length + 1) * piece.length;
    if (tried.length === 0 || cost > left) continue;
    left -= cost;
    const right = rightOf(tried, piece).map(slip => moved(slip, start));
    if (right.length > 0 && !right.some(slip => goesOn(slip, text) || isBelow(slip, text))) return right;
  }
  return aloneIn(text);
}

const moved = (slip: YamlSlip, by: number): YamlSlip => ({
  ...slip,
  span: shift(slip.span, by),
  edit: shift(slip.edit, by),
});

function rightOf(tried: readonly YamlSlip[], text: string): readonly YamlSlip[] {
  if (isYaml(text)) return [];
  const right = tried.filter(({ edit, instead }) => isYaml(text.slice(0, edit.start) + instead + text.slice(edit.end)));
  const [first] = right;
  // A key between two margins may belong to either.
  return right.every(({ span, what }) => span.start === first?.span.start && what === first.what) ? right : [];
}

/** What is not YAML may close a quote or a bracket in a later line. */
function goesOn({ what, edit, instead }: YamlSlip, text: string): boolean {
  if (what !== 'quote' && what !== 'bracket') return false;
  const below = text.slice(edit.end);
  const closing = below.split(instead).length - 1;
  return what === 'quote' ? closing % 2 > 0 : closing > below.split(instead === ']' ? '[' : '{').length - 1;
}

/** Whoever writes keys below values by habit does not mean the margin of those above. */
const isBelow = ({ what, edit, instead }: YamlSlip, text: string): boolean =>
  what === 'margin' &&
  edit.end - edit.start > instead.length + 1 &&
  (text.length > longest || !isYaml(text.slice(0, edit.start) + instead + text.slice(edit.end)));

const longest = 3000;

/** So many characters are read of a block at a key: each slip costs a reading of its piece. */
const most = 20_000;

/** Keys that stand twice are told apart by what a text says of them: one for each of two ways. */
const isYaml = (text: string): boolean => readYaml(text, false).errors.length === 0;

const lead = '^(?:[ ]*(?:- )*)(?:["\']?[\\w.-]+(?: [\\w.-]+)*["\']?:[ ]+)?(?:- )?';
const openQuote = new RegExp(`${lead}(["'])(?:(?!\\1)[^\\\\#]|\\\\.)*$`);
const openBracket = /^[ ]*(?:- )?["']?[\w.-]+(?: [\w.-]+)*["']?:[ ]+([[{])[^\]}#]*$/;
const tightColon = /^[ ]*(?:- )?([A-Za-z_][\w.-]*):(?=["'\w[])/;
const pair = /^([ ]*(?:- )*)["']?[\w.-]+["']?:(?= |$)(?: +([^\s|>&*!#]))?/;

/** A key that others may stand below or beside. */
interface Key {
  readonly margin: number;
  /** Nothing stands below a value. */
  readonly valued: boolean;
}

function slipsIn(text: string): YamlSlip[] {
  const slips: YamlSlip[] = [];
  const above: Key[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const written = line.trimEnd();
    const end = start + written.length;
    const at = { start: end, end };
    const place = { start: start + written.length - written.trimStart().length, end };
    const quote = openQuote.exec(written)?.[1];
    if (quote !== undefined) slips.push({ span: place, edit: at, instead: quote, what: 'quote' });
    const bracket = openBracket.exec(written)?.[1];
    if (bracket !== undefined)
      slips.push({ span: place, edit: at, instead: bracket === '[' ? ']' : '}', what: 'bracket' });
    const key = tightColon.exec(written);
    if (key) {
      const colon = start + key[0].length;
      slips.push({ span: place, edit: { start: colon, end: colon }, instead: ' ', what: 'colon' });
    }
    const [, before, value] = pair.exec(written) ?? [];
    if (before !== undefined)
      for (const wanted of marginsFor({ margin: before.length, valued: value !== undefined }, /-/.test(before), above))
        slips.push({
          span: place,
          edit: { start, end: start + before.length },
          instead: ' '.repeat(wanted),
          what: 'margin',
        });
    start += line.length + 1;
  }
  return slips;
}

/** The margins that a key may belong to which stands at none of those above it. */
function marginsFor(key: Key, isItem: boolean, above: Key[]): number[] {
  const last = above.at(-1);
  let deeper: number | undefined;
  while (above.length > 0 && above.at(-1)!.margin > key.margin) deeper = above.pop()!.margin;
  const beside = above.at(-1);
  if (isItem || last === undefined || beside === undefined || beside.margin === key.margin) {
    if (beside?.margin === key.margin) above.pop();
    above.push(key);
    return [];
  }
  if (deeper === undefined && !last.valued) {
    above.push(key);
    return [];
  }
  return deeper === undefined ? [beside.margin] : [beside.margin, deeper];
}

const valued = /^[ ]*(?:- )?[\w.-]+: +[^\s|>&*!#]/gm;
const alone = /^([ ]*)(?:- )?[a-z_]+:[ ]*\r?\n([ ]+)([a-z_][\w-]*:)(?=[\w-]+[ ]*(?:#.*)?\r?$)/gm;

/** `severity:critical` alone below `labels:` is one word to YAML, and `labels` has no key. */
function aloneIn(text: string): readonly YamlSlip[] {
  if ((text.match(valued) ?? []).length < 3) return [];
  for (const { 0: all, 1: outer = '', 2: inner = '', 3: key = '', index } of text.matchAll(alone)) {
    const end = index + all.length;
    const stop = text.indexOf('\n', end);
    const below = /^[ ]*(?=[^\s#])/m.exec(stop < 0 ? '' : text.slice(stop + 1))?.[0];
    if (inner.length <= outer.length || (below !== undefined && below.length >= inner.length)) continue;
    const line = text.slice(end - key.length, stop < 0 ? undefined : stop);
    const span = { start: end - key.length, end: end - key.length + line.trimEnd().length };
    if (isYaml(text)) return [{ span, edit: { start: end, end }, instead: ' ', what: 'alone' }];
  }
  return [];
}
