// YAML in a code block that one mark mends: a quote or a bracket that nothing closes, a colon without its blank, a key too far in.
import { shift, type Span } from '../syntax/span';
import { readYaml } from '../syntax/yaml';

/** What stands where, what belongs there, and what is wrong with it. */
export interface YamlSlip {
  readonly span: Span;
  readonly edit: Span;
  readonly instead: string;
  readonly what: 'quote' | 'bracket' | 'colon' | 'margin';
}

/** Places to fill in, what is left out, and what a program fills in line by line. */
const sketched = /\{\{|\{%|<%|\$\{|\.\.\.|…|<[a-z]|\[[A-Z][^\],]*\]|(?:^|\n)\+\+\+[ \t]*\r?\n/;

/** `${{ matrix.os }}`, `{{ .Values.name }}` and `<name>` are words to YAML where a value stands. */
const filledIn = /\$?\{\{(?![-%#/])[^{}\n]*\}\}|<[a-z][\w-]*>/g;

/** The one change that makes a block readable; none, where several would. */
export function yamlSlip(block: string): YamlSlip | undefined {
  const text = block.replace(filledIn, filled => 'x'.repeat(filled.length));
  if (sketched.test(text) || text.includes('\t')) return undefined;
  const broken = documentsIn(text).filter(each => !isYaml(each.text));
  const [one] = broken;
  if (!one || broken.length > 1) return undefined;
  const all = slipsIn(one.text);
  if (all.length > most) return undefined;
  const right = all.filter(({ edit, instead }) =>
    isYaml(one.text.slice(0, edit.start) + instead + one.text.slice(edit.end)),
  );
  const [slip] = right;
  if (!slip || right.length > 1) return undefined;
  return { ...slip, span: shift(slip.span, one.start), edit: shift(slip.edit, one.start) };
}

/** What stands between lines of `---`. */
function documentsIn(text: string): { readonly start: number; readonly text: string }[] {
  const found: { start: number; text: string }[] = [];
  let start = 0;
  for (const { index, 0: line } of text.matchAll(/^---[ \t]*(?:\r?\n|$)/gm)) {
    found.push({ start, text: text.slice(start, index) });
    start = index + line.length;
  }
  return [...found, { start, text: text.slice(start) }].filter(each => each.text.trim() !== '');
}

/** Each costs a reading of the block. */
const most = 12;

/** Keys that stand twice are told apart by what a text says of them: one for each of two ways. */
const isYaml = (text: string): boolean => readYaml(text, false).errors.length === 0;

const lead = '^(?:[ ]*(?:- )*)(?:["\']?[\\w.-]+["\']?:[ ]+)?(?:- )?';
const openQuote = new RegExp(`${lead}(["'])(?:(?!\\1)[^\\\\#])*$`);
const openBracket = /^[ ]*(?:- )?["']?[\w.-]+["']?:[ ]+([[{])[^\]}#]*$/;
const tightColon = /^[ ]*(?:- )?([A-Za-z_][\w.-]*):(?=["'\w[])/;
const pair = /^([ ]*(?:- )*)["']?[\w.-]+["']?: +[^\s|>&*#]/;

function slipsIn(text: string): YamlSlip[] {
  const slips: YamlSlip[] = [];
  let above = '';
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.trimEnd().length;
    const written = line.trimEnd();
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
    const margin = pair.exec(written)?.[1]?.length ?? -1;
    const wanted = pair.exec(above)?.[1]?.length ?? margin;
    if (margin > wanted && /^ *$/.test(written.slice(0, margin)))
      slips.push({ span: place, edit: { start, end: start + margin }, instead: ' '.repeat(wanted), what: 'margin' });
    if (written !== '') above = written;
    start += line.length + 1;
  }
  return slips;
}
