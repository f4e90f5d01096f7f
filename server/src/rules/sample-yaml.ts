// YAML in a code block that one mark mends: a quote or a bracket that nothing closes, a colon without its blank, a key too far in.
import type { Span } from '../syntax/span';
import { readYaml } from '../syntax/yaml';

/** What stands where, what belongs there, and what is wrong with it. */
export interface YamlSlip {
  readonly span: Span;
  readonly edit: Span;
  readonly instead: string;
  readonly what: 'quote' | 'bracket' | 'colon' | 'margin';
}

/** Places to fill in, what is left out, several documents, and what a program fills in. */
const sketched = /\{\{|\{%|<%|\$\{|\.\.\.|…|<[a-z]|\[[A-Z][^\],]*\]|(?:^|\n)(?:---|\+\+\+)[ \t]*\r?\n[^]*\n---/;

/** The one change that makes a block readable; none, where several would. */
export function yamlSlip(text: string): YamlSlip | undefined {
  if (sketched.test(text) || text.includes('\t') || isYaml(text)) return undefined;
  const all = slipsIn(text);
  if (all.length > most) return undefined;
  const right = all.filter(({ edit, instead }) => isYaml(text.slice(0, edit.start) + instead + text.slice(edit.end)));
  return right.length === 1 ? right[0] : undefined;
}

/** Each costs a reading of the block. */
const most = 12;

/** Keys that stand twice are told apart by what a text says of them: one for each of two ways. */
const isYaml = (text: string): boolean => readYaml(text, false).errors.length === 0;

const lead = '^(?:[ ]*(?:- )*)(?:["\']?[\\w.-]+["\']?:[ ]+)?(?:- )?';
const openQuote = new RegExp(`${lead}(["'])(?:(?!\\1)[^\\\\#])*$`);
const openBracket = /^[ ]*(?:- )?["']?[\w.-]+["']?:[ ]+([[{])[^\]}#]*$/;
const tightColon = /^[ ]*(?:- )?([\w.-]+):(?=["'\w[])(?!\d)/;
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
