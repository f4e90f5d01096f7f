// What is meant as a link and is none: a blank inside it, or no closing parenthesis; and links without a text.
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { readsBody } from './bodies';
import { changeTo, preferFirst } from './edits';
import { nearLinks, type NearLink } from './link-forms';
import { backslashes, dotsBefore, inMarks, inQuotes, isTarget, wrapped } from './link-marks';
import { anyOf } from './needs';
import { skillWith } from './samples';
import { defineRule, say, type Finding } from './rule';

const plan = '-- .claude/skills/a/references/first-plan.md --\n# Plan\n';
const guide = '-- .claude/skills/a/references/guide.md --\n# Guide\n';

export default defineRule({
  id: 'broken-link',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('[', ']', '］'),
  roles: readsBody,
  summary: 'A link to a file of the project that Markdown takes for text.',
  why:
    'Markdown wants `[text](path)` in one piece: with a space between the brackets, or without the last one, it is plain ' +
    'text, and neither people nor tools follow it. Said where the path is that of a file, so that a link is meant.',
  source: 'CommonMark 0.31.2, section 6.3.',
  examples: [
    {
      bad: skillWith('See [the guide]<| |>(references/guide.md).') + guide,
      good: skillWith('See [the guide](references/guide.md).') + guide,
    },
    {
      bad: skillWith('See <|[the guide](references/guide.md|> and go on.') + guide,
      good: skillWith('See [the guide](references/guide.md) and go on.') + guide,
    },
    {
      bad: skillWith('See <|[the guide](references/guide.md#more|>.') + guide,
      good: skillWith('See [the guide](references/guide.md#more).') + guide,
    },
    {
      bad: skillWith('See [`guide.md`](<|references\\guide.md|>).') + guide,
      good: skillWith('See [`guide.md`](references/guide.md).') + guide,
    },
    {
      bad: skillWith('See [`guide.md`]<| |>(references/guide.md).') + guide,
      good: skillWith('See [`guide.md`](references/guide.md).') + guide,
    },
    ...[
      '(the guide)[references/guide.md]',
      '[the guide]references/guide.md)',
      '[the guide(references/guide.md)',
      '[the guide]{references/guide.md}',
      '[the guide][references/guide.md]',
      '[the guide](<references/guide.md)',
      '[the guide](references/guide.md]',
      '[references/guide.md](the guide)',
      '[the guide]:(references/guide.md)',
      '[the guide]](references/guide.md)',
      '[the guide](references/guide.md）',
    ].map(written => ({
      bad: skillWith(`See <|${written}|>.`) + guide,
      good: skillWith('See [the guide](references/guide.md).') + guide,
    })),
    {
      bad: skillWith('- <|the guide](references/guide.md)|>: read it.') + guide,
      good: skillWith('- [the guide](references/guide.md): read it.') + guide,
    },
    {
      bad: skillWith('See <|`guide.md`](references/guide.md)|>.') + guide,
      good: skillWith('See [`guide.md`](references/guide.md).') + guide,
    },
    {
      bad: skillWith('See the <|references/guide.md](references/guide.md)|>.') + guide,
      good: skillWith('See the [references/guide.md](references/guide.md).') + guide,
    },
    {
      bad: skillWith('See [the guide]<| |>(https://example.com/guide).') + guide,
      good: skillWith('See [the guide](https://example.com/guide).') + guide,
    },
    {
      bad: skillWith('See [the guide](<|“references/guide.md”|>).') + guide,
      good: skillWith('See [the guide](references/guide.md).') + guide,
    },
    ...['"references/guide.md"', "'references/guide.md'", '(references/guide.md)', '`references/guide.md`'].map(
      written => ({
        bad: skillWith(`See [the guide](<|${written}|>).`) + guide,
        good: skillWith('See [the guide](references/guide.md).') + guide,
      }),
    ),
    {
      bad: skillWith('See [the plan](<|references/first plan.md|>) and [b](no such file.md).') + plan,
      good: skillWith('See [the plan](references/first-plan.md) and [b](no such file.md).') + plan,
    },
    {
      bad: skillWith('See [the guide]<|\n|>(references/guide.md).') + guide,
      good: skillWith('See [the guide](references/guide.md).') + guide,
    },
    {
      bad: skillWith('See <|[the guide]https://example.com/guide)|>.') + guide,
      good: skillWith('See [the guide](https://example.com/guide).') + guide,
    },
    {
      bad: skillWith('See <|!|>[it](references/guide.md).') + guide,
      good: skillWith('See [it](references/guide.md).') + guide,
    },
    {
      bad: skillWith('See [the guide](<|.../references/guide.md|>) and [b](.../b.md).') + guide,
      good: skillWith('See [the guide](./references/guide.md) and [b](.../b.md).') + guide,
    },
    {
      bad: skillWith('See <|[](references/guide.md)|>.') + guide,
      good: skillWith('See [guide.md](references/guide.md).') + guide,
    },
    {
      bad:
        skillWith(
          'See [](#a), `[](references/guide.md)`, ![](references/a.png), [](https://example.com/a "34") and [](nowhere).',
        ) + guide,
    },
    { bad: skillWith('Call f(a)[b], a[i](x), [1][2], (see [x]y) and `(guide)[references/guide.md]`.') + guide },
    { bad: skillWith('See [the guide](references/guide.md "Title") and [x] (y).') + guide },
    {
      bad: skillWith(
        'See [a shot: [new] Old](https://a.example/b) and [![A: "[c] d"](https://a.example/b)](https://a.example/c).',
      ),
    },
    { bad: skillWith('- "Why (as a [user], so that [benefit].)"') + guide },
    { bad: skillWith('`[the guide] (references/guide.md)`\n\n```\n[the guide](references/guide.md\n```') + guide },
  ],
  *check(document, workspace) {
    for (const { start, end, content } of document.body?.sections ?? []) {
      const text = document.text.slice(start, end);
      // Most sections hold none, and this is asked at each key.
      if (!text.includes('[') && !text.includes(']') && !text.includes('］')) continue;
      for (const near of nearLinks(text, start, content)) {
        if (isTarget(near.path, document, workspace)) yield another(document, near);
      }
      for (const { target } of text.includes('\\') ? content.links : []) {
        const finding = backslashes(document, workspace, shift(target, start));
        if (finding) yield finding;
      }
      for (const { target } of text.includes('](.../') ? content.links : []) {
        const finding = dotsBefore(document, workspace, shift(target, start));
        if (finding) yield finding;
      }
      for (const { target } of wrapped.test(text) ? content.links : []) {
        const finding = inQuotes(document, shift(target, start)) ?? inMarks(document, workspace, shift(target, start));
        if (finding) yield finding;
      }
      for (const { image, outer, target } of text.includes('![') ? content.links : [])
        if (image && isTextFile(document, workspace, shift(target, start)))
          yield picture(document, start + outer.start);
      for (const { image, outer, target } of text.includes('[](') ? content.links : [])
        if (!image && text.startsWith('[](', outer.start)) {
          const finding = nameless(document, workspace, shift(target, start), start + outer.start);
          if (finding) yield finding;
        }
      if (!mayHold.test(text)) continue;
      const { links, fences, codes, comments } = content;
      const taken = [...[...links, ...fences].map(({ outer }) => outer), ...comments];
      for (const [pattern, judge] of [
        [almost, ofMarks],
        [spaced, ofBlanks],
      ] as const) {
        for (const match of text.matchAll(pattern)) {
          const span = { start: match.index, end: match.index + match[0].length };
          if (taken.some(outer => outer.start < span.end && span.start < outer.end)) continue;
          if (codes.some(({ outer }) => outer.start < span.start && span.start < outer.end)) continue;
          const finding = judge(document, workspace, shift(span, start), match);
          if (finding) yield finding;
        }
      }
    }
  },
});

/** `[text]`, then `(path)` after a blank or a line break, or `(path` without its end. A path on its own has no blank and no
 * bracket; of one letter is the text of a box, which is no link. */
const almost =
  /\[[^[\]\n]+\](?:([ \t]+|(?<=[^[\]\n]{2}\])[ \t]*\r?\n[ \t]*)\(([^()\s<>]+)\)|\(([^()\s<>[\]]+)(?=\s|$))/g;
const mayHold = /\](?: |[ \t]*\r?\n[ \t]*)?\(/;

function ofMarks(document: Document, workspace: Workspace, span: Span, match: RegExpMatchArray): Finding | undefined {
  const [all, blank, whole] = match;
  const open = match[3]?.replace(/[.,;:!?*_]+$/, '');
  const path = whole ?? open ?? '';
  if (!isTarget(path, document, workspace)) return undefined;
  if (blank !== undefined) {
    const at = span.start + all.indexOf(']') + 1;
    return gap(document, { start: at, end: at + blank.length });
  }
  return unclosed(document, { start: span.start, end: span.end - (match[3]!.length - open!.length) });
}

/** `[text](first plan.md)`: between the parentheses of a link nothing may follow a blank but a title in quotes. */
const spaced = /\[[^[\]\n]+\]\(([^\s()[\]<>"'`]+(?: [^\s()[\]<>"'`]+){1,4})\)/g;

/** The file that is there with another mark in the place of each blank, or under the very name. */
function ofBlanks(document: Document, workspace: Workspace, span: Span, match: RegExpMatchArray): Finding | undefined {
  const written = match[1]!;
  const path = ['-', '_', '', '%20'].map(mark => written.replaceAll(' ', mark)).find(each => isTarget(each, document, workspace)); // prettier-ignore
  if (path === undefined) return undefined;
  const target = { start: span.end - 1 - written.length, end: span.end - 1 };
  return {
    span: target,
    message: say('With a space in its path, this is not a link.'),
    fixes: () => [changeTo(document, target, path, 'best')],
  };
}

const another = ({ uri, text }: Document, { span, link, starts }: NearLink): Finding => ({
  span,
  message: say('A link is meant here, but Markdown takes this for text: a link is written `[text](path)`.'),
  fixes: () =>
    starts
      ? preferFirst(
          starts.map(start => ({
            title: say('Change to `{0}`', `[${text.slice(start, span.end)}`),
            edits: [{ uri, span: { start, end: start }, text: '[' }],
            safe: false,
          })),
        )
      : [changeTo({ uri }, span, link, 'best')],
});

const isTextFile = (document: Document, workspace: Workspace, { start, end }: Span): boolean => {
  const path = document.text.slice(start, end);
  return /\.md(?:#[\w-]*)?$/i.test(path) && isTarget(path, document, workspace);
};

/** `![the guide](guide.md)`: a text is no picture. */
function picture({ uri }: Document, start: number): Finding {
  const span = { start, end: start + 1 };
  return {
    span,
    severity: 'information',
    message: say('The `!` before it makes this an image, but the file is a text.'),
    fixes: () => [{ title: say('Remove `{0}`', '!'), edits: [{ uri, span, text: '' }], safe: false, preferred: true }],
  };
}

/** `[](guide.md)`: nothing is shown that could be followed. */
function nameless(document: Document, workspace: Workspace, target: Span, start: number): Finding | undefined {
  const { uri, text } = document;
  const path = text.slice(target.start, target.end);
  // With a title it is a mark of a page in a text that was scanned.
  if (text[target.end] !== ')' || !isTarget(path, document, workspace)) return undefined;
  const name = path
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .split('/')
    .at(-1)!;
  return {
    span: { start, end: target.end + 1 },
    severity: 'information',
    message: say('This link has no text, so nothing is shown that a reader could click.'),
    fixes: () => [
      {
        title: say('Write `{0}` as its text', name),
        edits: [{ uri, span: { start: start + 1, end: start + 1 }, text: name }],
        safe: false,
        preferred: true,
      },
    ],
  };
}

function gap({ uri, text }: Document, span: Span): Finding {
  const isBreak = text.slice(span.start, span.end).includes('\n');
  return {
    span,
    message: isBreak
      ? say('With a line break here, this is not a link. Remove it.')
      : say('With a space here, this is not a link. Remove it.'),
    fixes: () => [
      {
        title: isBreak ? say('Remove the line break') : say('Remove the space'),
        edits: [{ uri, span, text: '' }],
        safe: false,
        preferred: true,
      },
    ],
  };
}

function unclosed({ uri }: Document, span: Span): Finding {
  const end = { start: span.end, end: span.end };
  return {
    span,
    message: say('Nothing closes the parenthesis, so this is not a link.'),
    fixes: () => [
      { title: say('Close the link'), edits: [{ uri, span: end, text: ')' }], safe: false, preferred: true },
    ],
  };
}
