// A program in a code block of the body that lacks one mark, or whose statement begins with a misspelt word.
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { lineBreak } from './edits';
import { anyOf } from './needs';
import { nameSlip } from './program-names';
import { isWhole, readProgram, type Kind } from './program-reading';
import { slipsOfParts } from './program-parts';
import { markSlip, type ProgramSlip } from './program-slips';
import { statementSlip, type StatementSlip } from './program-statements';
import { defineRule, say, type Finding, type Fix, type Message } from './rule';
import { skillWith } from './samples';

const shown = (language: string, code: string): string => skillWith(`\`\`\`${language}\n${code}\n\`\`\``);

export default defineRule({
  id: 'broken-program',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('```', '~~~'),
  roles: readsBody,
  summary: 'A program in a code block that a mark or a letter keeps from running.',
  why:
    'The model writes what it is shown, so that what it writes does not run either. Told is what one mark or one word mends, by ' +
    'quotes, brackets and the words that begin statements alone; what more would have to mend is a sketch and is not judged.',
  source:
    'The Python Language Reference 3.14, chapters 2, 7 and 8; ECMAScript 2025, sections 12 and 14; 4,784 samples of 18 public repositories, of which 2 are told of, both rightly, 30 November 2026.',
  examples: [
    ...[
      ["<|print('a)|>", "print('a')"],
      ["<|print(a')|>", "print('a')"],
      ["<|a = f(b, 'c, d=e)|>", "a = f(b, 'c', d=e)"],
      ['<|a = f(b|>\nc = d', 'a = f(b)\nc = d'],
      ['<|a = f"b")|>', 'a = f("b")'],
      ['<|a = f(|>\n    b,\n    c,\nd = e', 'a = f(\n    b,\n    c,\n)\nd = e'],
      [
        "a = {\n    'b': {\n        'c': 1\n    <||>\n    'd': 2\n}",
        "a = {\n    'b': {\n        'c': 1\n    },\n    'd': 2\n}",
      ],
      ['<|def f(a)|>\n    return a', 'def f(a):\n    return a'],
      ['def f(a):\n    <|rteurn|> a', 'def f(a):\n    return a'],
      ['<|form|> a import b', 'from a import b'],
      ["<|print('a)|>\n\n<|b = f(c|>\n\nd = e", "print('a')\n\nb = f(c)\n\nd = e"],
      ['batch = f()\ng(batch)\nh(<|btach|>)', 'batch = f()\ng(batch)\nh(batch)'],
    ].map(([wrong = '', right = '']) => ({ bad: shown('python', wrong), good: shown('python', right) })),
    ...[
      ["<|f('a);|>", "f('a');"],
      ['f(() => {\n  g();\n<|);|>', 'f(() => {\n  g();\n});'],
      ["<|cosnt|> a = 'b';", "const a = 'b';"],
    ].map(([wrong = '', right = '']) => ({ bad: shown('ts', wrong), good: shown('ts', right) })),
    {
      bad:
        shown('python', '"""It\'s (a"""\na = r\'\\d"\' # don\'t (\nReturns the a\n\nif the user asks\n    b') +
        "\n\n```js\na.replace(/[\"'(]/g, `b ${c(\"d\")} (`); // it's {\n/* ( */ a = b /(c);\n```\n\n```js\nreturn (\n  <p>Don't</p>\n```\n\n```python\n>>> f(\n```\n\n```js\nf('a);\ng('b);\n\nh('c);\n```",
    },
  ],
  *check(document) {
    const { text, body } = document;
    for (const { start, content } of body?.sections ?? []) {
      for (const { info, span, closed } of content.fences) {
        if (!closed || span.end - span.start > longest || info.end - info.start > 10) continue;
        const kind = kinds[text.slice(start + info.start, start + info.end).toLowerCase()];
        const from = start + span.start;
        if (kind)
          for (const each of slipsIn(text.slice(from, start + span.end), kind)) yield finding(document, from, each);
      }
    }
  },
});

type AnySlip = ProgramSlip | StatementSlip;

const kinds: Readonly<Record<string, Kind>> = {
  python: 'python',
  py: 'python',
  javascript: 'script',
  js: 'script',
  typescript: 'script',
  ts: 'script',
  ...Object.fromEntries(
    ['csharp', 'cs', 'java', 'kotlin', 'kt', 'swift', 'go', 'scala', 'php', 'c', 'cpp', 'dart', 'css', 'scss'].map(
      each => [each, 'braces' as const],
    ),
  ),
};

/** What is longer would take long to mend while somebody types in it. */
const longest = 12_000;

/** What a prompt answers, what programs fill in, and calls of tools, of which other rules tell. */
const isOther =
  /^[ \t]*(?:>>>|[$%!] ?\w|(?:GET|POST|PUT|PATCH|DELETE) )|\{%|<%|(?<![\w.$'"])(?:Skill|Task\w*|Agent|TodoWrite|SendMessage|AskUserQuestion)[ \t]*[({]/m;

/** Between tags stands text, in which quotes and brackets mean nothing. */
const mayBeText = (code: string, { what, span }: AnySlip): boolean =>
  /<\/|\/>/.test(code) && (what === 'apostrophe' || /[<>]/.test(code.slice(span.start, span.end)));

interface Told {
  readonly slip: AnySlip;
  /** The whole block. */
  readonly code: string;
}

function slipsIn(code: string, kind: Kind): readonly Told[] {
  const program = readProgram(code, kind);
  const slip = isWhole(program) ? (statementSlip(kind, program) ?? nameSlip(program)) : markSlip(code, kind, program);
  const slips = slip ? [slip] : isWhole(program) ? [] : slipsOfParts(code, kind);
  if (slips.length === 0 || isOther.test(code) || slips.some(each => mayBeText(code, each))) return [];
  return slips.map(each => ({ slip: each, code }));
}

function finding(document: Document, from: number, { slip, code }: Told): Finding {
  const { uri, text } = document;
  const { span, edits, instead } = slip;
  // In a list the lines are indented as the marks of their block are, the first one too.
  const put = instead.replace('\n', lineBreak(text) + margin(text, from, code));
  const fixes = edits.map((edit): Fix => {
    const isOnly = edits.length === 1 && instead !== '';
    const title = edits.length === 1 ? titleOf(slip) : placed(code, edit, instead);
    return {
      title,
      edits: [{ uri, span: shift(edit, from), text: put }],
      safe: false,
      ...(isOnly ? { preferred: true } : {}),
    };
  });
  return { span: shift(span, from), message: messageOf(slip), fixes: () => fixes };
}

/** Which of several places is meant. */
function placed(code: string, { start }: Span, mark: string): Message {
  const word = /[^\s]{0,24}$/.exec(code.slice(0, start))![0];
  return word === ''
    ? say('Insert `{0}` before `{1}`', mark, /^\S{0,24}/.exec(code.slice(start))![0])
    : say('Insert `{0}` after `{1}`', mark, word);
}

function titleOf(slip: AnySlip): Message {
  if (slip.what === 'word' || slip.what === 'name') return say('Change to `{0}`', slip.instead);
  if (slip.what === 'apostrophe') return say('Put a backslash before the apostrophe');
  return slip.what === 'stray' && slip.instead === ''
    ? say('Remove `{0}`', slip.mark)
    : say('Insert `{0}`', slip.instead.trim());
}

/** What stands before the block's first line, if that is not part of the code. */
const margin = (text: string, from: number, code: string): string =>
  code.startsWith(text.slice(lineStart(text, from), from)) ? '' : text.slice(lineStart(text, from), from);

function messageOf(slip: AnySlip): Message {
  switch (slip.what) {
    case 'open':
      return say('Nothing closes `{0}`, so a program copied from here does not run.', slip.mark);
    case 'stray':
      return say('Nothing opens what `{0}` closes, so a program copied from here does not run.', slip.mark);
    case 'apostrophe':
      return say('The apostrophe ends the string, so a program copied from here does not run.');
    case 'word':
      return say(
        'No statement begins with `{0}`, but one does with `{1}`: a program copied from here does not run.',
        slip.word,
        slip.instead,
      );
    case 'name':
      return say(
        'Only this place has `{0}`, all others have `{1}`: a program copied from here does not run.',
        slip.word,
        slip.instead,
      );
    case 'colon':
      return say('The colon after `{0}` is missing, so a program copied from here does not run.', slip.word);
    default:
      return slip satisfies never;
  }
}
