// Places to fill in, `{{NAME}}`, that lack one of their braces.
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { isCommented } from './prose';
import { skillWith } from './samples';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'unpaired-brace',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  roles: readsBody,
  summary: 'A place to fill in, such as `{{NAME}}`, that lacks a brace, in a file that has others.',
  why:
    'What fills in a template looks for both braces on both sides: the place stays as it is, in the middle of what was to be ' +
    'written for somebody.',
  source: 'Counted over 18 public repositories, 29 November 2026.',
  examples: [
    { bad: skillWith('Write {{NAME}} and <|{{AGE}|>.'), good: skillWith('Write {{NAME}} and {{AGE}}.') },
    { bad: skillWith('Write {{NAME}} and <|{AGE}}|>.'), good: skillWith('Write {{NAME}} and {{AGE}}.') },
    { bad: skillWith('{{A}} and {b}, {{c: {d}}, ${{e}}, f({g}), {h: {i}}, {{j}}}\n\n```\n{{A}}\n{"x": {y}}\n```') },
  ],
  *check(document) {
    const { text, body } = document;
    const from = body?.span.start ?? text.length;
    if (!text.includes('{{', from)) return;
    const written = text.slice(from);
    if (!/\{\{ ?\w+ ?\}\}/.test(written)) return;
    for (const { index, 0: found, 1: name } of written.matchAll(half)) {
      const span = { start: from + index, end: from + index + found.length };
      const line = written.slice(written.lastIndexOf('\n', index) + 1, index);
      // Within other braces it is code.
      if (line.split('{').length !== line.split('}').length || isCommented(document, span)) continue;
      const right = `{{${name}}}`;
      yield {
        span,
        message: say('A brace is missing here: `{0}` is what is filled in, and this stays as it is.', right),
        fixes: () => [changeTo(document, span, right, 'best')],
      };
    }
  },
});

const half = /(?<![{$%\\\w])(?:\{\{(?=[^{}\n]*\}(?!\}))|\{(?=[^{}\n]*\}\}(?!\})))( ?[A-Za-z_]\w* ?)\}{1,2}/g;
