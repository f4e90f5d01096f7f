// Places to fill in, `{{NAME}}`, that lack one of their braces.
import { lineAt } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { isCommented, isShown } from './prose';
import { skillWith } from './samples';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'unpaired-brace',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  digest: perSection(text => (/\{\{|\}\}/.test(text) ? text : '')),
  needs: anyOf('{{', '}}'),
  roles: readsBody,
  summary: 'A place to fill in, such as `{{NAME}}`, that lacks a brace; in a block of code, where the file has others.',
  why:
    'What fills in a template looks for both braces on both sides: the place stays as it is, in the middle of what was to be ' +
    'written for somebody.',
  source: 'Counted over 18 public repositories, 29 November 2026.',
  examples: [
    { bad: skillWith('Write {{NAME}} and <|{{AGE}|>.'), good: skillWith('Write {{NAME}} and {{AGE}}.') },
    { bad: skillWith('Write {{NAME}} and <|{AGE}}|>.'), good: skillWith('Write {{NAME}} and {{AGE}}.') },
    { bad: skillWith('Write <|{{NAME}|>.'), good: skillWith('Write {{NAME}}.') },
    { bad: skillWith('{{A}} and {b}, {{c: {d}}, ${{e}}, f({g}), {h: {i}}, {{j}}}\n\n```\n{{A}}\n{"x": {y}}\n```') },
    { bad: skillWith('```bibtex\ntitle = {{AlphaFold}: Structures},\nauthor = {{DeepMind} and {EMBL}}\n```') },
  ],
  *check(document) {
    const sections = document.body?.sections ?? [];
    const isUsed = sections.some(section => placesOf(document, section).whole);
    for (const section of sections) {
      for (const { span: near, name } of placesOf(document, section).halves) {
        const span = shift(near, section.start);
        // A block of code may be of any language.
        if (isCommented(document, span) || (!isUsed && isShown(document, span))) continue;
        const right = `{{${name}}}`;
        yield {
          span,
          message: say('A brace is missing here: `{0}` is what is filled in, and this stays as it is.', right),
          fixes: () => [changeTo(document, span, right, 'best')],
        };
      }
    }
  },
});

/** The places of a section that lack a brace, and whether one is whole. */
interface Places {
  readonly whole: boolean;
  readonly halves: readonly { readonly span: Span; readonly name: string }[];
}

const none: Places = { whole: false, halves: [] };

const placesOf = perSection((text): Places => {
  const opening = linesWith('{{', text);
  const closing = linesWith('}}', text);
  if (opening.length === 0 && closing.length === 0) return none;
  const lines = new Map([...opening, ...closing].map(each => [each.start, each])).values();
  return {
    whole: opening.some(({ start, end }) => whole.test(text.slice(start, end))),
    halves: [...lines].flatMap(({ start, end }) => halvesIn(text.slice(start, end), start)),
  };
});

function halvesIn(line: string, start: number): Places['halves'] {
  return [...line.matchAll(half)].flatMap(({ index, 0: found, 1: name }) => {
    const before = line.slice(0, index);
    // Within other braces, or where each has its partner in the line, it is code.
    if (!isEven(before) || isEven(line)) return [];
    return [{ span: { start: start + index, end: start + index + found.length }, name: name! }];
  });
}

const isEven = (text: string): boolean => text.split('{').length === text.split('}').length;

/** The lines that hold two braces side by side. To look for them takes a fraction of the time that the pattern takes. */
function linesWith(braces: string, text: string): Span[] {
  const lines: Span[] = [];
  for (let at = text.indexOf(braces); at >= 0; at = text.indexOf(braces, lines.at(-1)!.end))
    lines.push(lineAt(text, at));
  return lines;
}

const whole = /\{\{[^{}\n]+\}\}/;
const half = /(?<![{$%\\\w])(?:\{\{(?=[^{}\n]*\}(?!\}))|\{(?=[^{}\n]*\}\}(?!\})))( ?[A-Za-z_]\w* ?)\}{1,2}/g;
