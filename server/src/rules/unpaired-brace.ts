// Places to fill in, `{{NAME}}`, that lack one of their braces.
import { lineAt } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { isCommented, isShown } from './prose';
import { skillWith } from './samples';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'unpaired-brace',
  severity: 'information',
  reach: 'document',
  reads: 'body',
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
  ],
  *check(document) {
    const { text, body } = document;
    if (!body) return;
    const opening = linesWith('{{', text, body.span);
    const isUsed = opening.some(({ start, end }) => whole.test(text.slice(start, end)));
    const closing = linesWith('}}', text, body.span);
    for (const line of new Map([...opening, ...closing].map(each => [each.start, each])).values()) {
      const written = text.slice(line.start, line.end);
      for (const { index, 0: found, 1: name } of written.matchAll(half)) {
        const span = { start: line.start + index, end: line.start + index + found.length };
        const before = written.slice(0, index);
        // Within other braces it is code.
        if (before.split('{').length !== before.split('}').length || isCommented(document, span)) continue;
        // A block of code may be of any language.
        if (!isUsed && isShown(document, span)) continue;
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

/** The lines that hold two braces side by side. To look for them takes a fraction of the time that the pattern takes. */
function linesWith(braces: string, text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (let at = text.indexOf(braces, start); at >= 0 && at < end; at = text.indexOf(braces, lines.at(-1)!.end))
    lines.push(lineAt(text, at));
  return lines;
}

const whole = /\{\{[^{}\n]+\}\}/;
const half = /(?<![{$%\\\w])(?:\{\{(?=[^{}\n]*\}(?!\}))|\{(?=[^{}\n]*\}\}(?!\})))( ?[A-Za-z_]\w* ?)\}{1,2}/g;
