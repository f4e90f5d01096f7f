// A blank that a command in a shell block lacks behind `[`, or has beside the `=` of a variable, so that a shell reads another command.
import type { Document } from '../syntax/document';
import { lineAt } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { inShell, skillWith } from './samples';
import { few, shellBlocks, type ShellBlock } from './shell-blocks';
import { openIn } from './shell-reading';
import { defineRule, say, type Finding, type Message } from './rule';

const shown = (code: string): string => skillWith(inShell(code));

export default defineRule({
  id: 'shell-blank',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('[', '= ', ' ='),
  roles: readsBody,
  summary: 'A space too few or too many, so that a shell reads another command.',
  why:
    'A shell parts words at spaces alone. `[` is a command, which it only finds with a space after it; `A = b` is no assignment but ' +
    'a command `A` with two arguments. Either way the script goes on, with a condition that is false or a variable that is empty.',
  source:
    'POSIX.1-2024, Shell Command Language, sections 2.4 and 2.9.1, and the utility `test`; counted over 18 public repositories, 30 November 2026.',
  examples: [
    ...[
      ['if <|[|>-f a ]; then\n  b\nfi', 'if [ -f a ]; then\n  b\nfi'],
      ['if <|[[|>-z "$a" ]]; then\n  b\nfi', 'if [[ -z "$a" ]]; then\n  b\nfi'],
      ['a && <|[|>"$b" -gt 1 ] && c', 'a && [ "$b" -gt 1 ] && c'],
      ['<|[|>! -d a ] && b', '[ ! -d a ] && b'],
      ['if [ -f a<|]|>; then\n  b\nfi', 'if [ -f a ]; then\n  b\nfi'],
      ['while [[ "$a" != "b"<|]]|>; do\n  c\ndone', 'while [[ "$a" != "b" ]]; do\n  c\ndone'],
      ['A_B<| = |>$(c)\necho "$A_B"', 'A_B=$(c)\necho "$A_B"'],
      ['A<|= |>"b"\necho ${A}', 'A="b"\necho ${A}'],
      ['A<| =|>1\necho $A', 'A=1\necho $A'],
      ['export A_B<| = |>"c"', 'export A_B="c"'],
    ].map(([wrong = '', right = '']) => ({ bad: shown(wrong), good: shown(right) })),
    {
      bad: skillWith(
        'if [-f a ]\n\n' +
          inShell(
            'a [-f b ]',
            'a [-f b] [--c]',
            '[-f b]',
            '[0]',
            'echo "if [-f a ]; then"',
            'cat <<E\nif [-f a ]; then\nA = $A\nE',
            '# if [-f a ]',
            'A = b',
            'IFS= read -r a\necho $IFS',
            'if [[ $a =~ ^[0-9]]]; then b; fi',
            'if [ "$a" = "[b]" ]; then c; fi',
            'a = 1\necho $a',
            'A = $(B)\n\nc: $(A)',
            'A == 1\necho $A',
            'A = 1 - $A',
          ),
      ),
    },
  ],
  *check(document) {
    for (const block of shellBlocks(document)) yield* inBlock(document, block);
  },
});

function* inBlock({ uri }: Document, { start, code, margin }: ShellBlock): Iterable<Finding> {
  for (const { span, instead, message } of few(slipsIn(code))) {
    // What a quote or a here-document holds is no command.
    const line = lineAt(code, span.start);
    if (/(?:^|\s)#/.test(code.slice(line.start, span.start)) || openIn(code.slice(0, span.start), margin).length > 0)
      continue;
    const place = shift(span, start);
    yield {
      span: place,
      message,
      fixes: () => [
        {
          title: say('Change to `{0}`', instead),
          edits: [{ uri, span: place, text: instead }],
          safe: false,
          preferred: true,
        },
      ],
    };
  }
}

interface Slip {
  readonly span: Span;
  readonly instead: string;
  readonly message: Message;
}

function* slipsIn(code: string): Iterable<Slip> {
  yield* tests(code);
  yield* assignments(code);
}

/** Where a command may begin. */
const begins = String.raw`(?:^|[;&|(]|\b(?:if|elif|while|until|then|do|else)\b)[ \t]*(?:![ \t]+)?`;
/** What goes on behind a condition. */
const behind = String.raw`(?=[ \t]*(?:;|&&|\|\||\)|\r?$))`;
const glued = new RegExp(String.raw`(${begins})(\[\[?)(?=(?:-[a-z] |["$]|! )[^\n\]]{0,200} \]\]?${behind})`, 'gm');
const unparted = new RegExp(
  String.raw`((?:^|[;&|(]|\b(?:if|elif|while|until)\b)[ \t]*(?:![ \t]+)?\[\[?[ \t](?:[^\n[\]]*[\w"']))(\]\]?)${behind}`,
  'gm',
);

function tests(code: string): Slip[] {
  const first = [...code.matchAll(glued)].map(({ index, 1: before = '', 2: mark = '' }) => {
    const start = index + before.length;
    const word = /^\S{0,24}/.exec(code.slice(start))![0];
    const message = say('There is no space after `{0}`, so a shell looks for a command `{1}`.', mark, word);
    return { span: { start, end: start + mark.length }, instead: `${mark} `, message };
  });
  const last = [...code.matchAll(unparted)].map(({ index, 1: before = '', 2: mark = '' }) => {
    const start = index + before.length;
    const message = say(
      'There is no space before `{0}`, so it does not end the condition but is part of the word.',
      mark,
    );
    return { span: { start, end: start + mark.length }, instead: ` ${mark}`, message };
  });
  return [...first, ...last];
}

const assigned =
  /^([ \t]*(?:(?:export|local|readonly)[ \t]+)?([A-Z][A-Z0-9_]*))([ \t]+=[ \t]*|=[ \t]+)(?=["'$\d/])([^\n]*)/gm;

/** Of variables in upper case whose value is read in the same block, or that are handed on. */
function* assignments(code: string): Iterable<Slip> {
  for (const { index, 0: all, 1: head = '', 2: name = '', 3: equals = '', 4: value = '' } of code.matchAll(assigned)) {
    // `A= b` runs a command with an empty `A`.
    if (equals.startsWith('=') && !/^(?:["']|\$\(|\d+[ \t]*\r?$)/.test(value)) continue;
    if (!isOneWord(value) || (head.trim() === name && !isRead(code.replace(all, ''), name))) continue;
    const start = index + head.length;
    const message = say(
      'With a space beside `=` this is not an assignment: a shell takes `{0}` for a command, and the variable stays empty.',
      name,
    );
    yield { span: { start, end: start + equals.length }, instead: '=', message };
  }
}

const isRead = (code: string, name: string): boolean =>
  new RegExp(String.raw`\$(?:${name}(?!\w)|\{${name}(?!\w))`).test(code);

/** A value with nothing behind it but a comment or another command. */
const isOneWord = (value: string): boolean =>
  /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|\$\(.*\)|\$\{?\w+\}?|[\w./-]+)+[ \t]*(?:[;#&|].*)?\r?$/.test(value);
