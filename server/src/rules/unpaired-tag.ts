// Tags such as `<example>` whose partner is missing or misspelt.
import type { Document } from '../syntax/document';
import { lineEnd, lineStart, nextLine } from '../syntax/lines';
import { readsBody } from './bodies';
import { changeTo, lineBreak, onlyFirst } from './edits';
import { isCode, lineMatches } from './prose';
import { agentWith } from './samples';
import { bodyOf, digest, oddTags, type OddTag, type Tag } from './tag-pairs';
import { defineRule, say, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'unpaired-tag',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  digest,
  anyWords: true,
  roles: readsBody,
  summary: 'A tag such as `<example>` that nothing closes or opens, or whose partner has another name.',
  why:
    'Tags set examples, steps and context apart for the model. Where one is never closed, it cannot be told where that part ' +
    'ends, and what follows counts to it. Reported are tags that stand alone in their lines; those that only open, in files with pairs.',
  source: 'Counted over 18 public repositories, 29 November 2026.',
  examples: [
    {
      bad: agentWith('<example>\nA.\n</<|exmaple|>>\n'),
      good: agentWith('<example>\nA.\n</example>\n'),
    },
    {
      bad: agentWith('<example>\nA.\n</example>\n\n<<|exampel|>>\nB.\n</example>\n'),
      good: agentWith('<example>\nA.\n</example>\n\n<example>\nB.\n</example>\n'),
    },
    {
      bad: agentWith('<example>\nA.\n<<|example|>>\n\nB.\n'),
      good: agentWith('<example>\nA.\n</example>\n\nB.\n'),
    },
    {
      bad: agentWith('<<|to-do|>>\n\nA.\n\n\n<other>\nB.\n</other>\n'),
      good: agentWith('<to-do>\n\nA.\n\n</to-do>\n\n<other>\nB.\n</other>\n'),
    },
    {
      bad: agentWith('A.\n\n<<|system-reminder|>>\nB.\n'),
      good: agentWith('A.\n\n<system-reminder>\nB.\n</system-reminder>\n'),
    },
    ...['</Example>', '< /example>', '</ example>', '<//example>', '<\\example>', '</EXAMPLE>', '[/example]'].map(
      written => ({
        bad: agentWith(`<example>\nA.\n<|${written}|>\n\nB.\n`),
        good: agentWith('<example>\nA.\n</example>\n\nB.\n'),
      }),
    ),
    ...['<example/>', '<example />', '< example>'].map(written => ({
      bad: agentWith(`<|${written}|>\nA.\n</example>\n\nB.\n`),
      good: agentWith('<example>\nA.\n</example>\n\nB.\n'),
    })),
    {
      bad: agentWith('<Example>\nA.\n<|</example>|>\n\nB.\n'),
      good: agentWith('<Example>\nA.\n</Example>\n\nB.\n'),
    },
    { bad: agentWith('<Example>\nA.\n</Example>\n\n<Button/>\n\n< b>\n\n</ b>\n\n`<other>`\n\n</ other>\n') },
    ...['</example>>', '<</example>'].map(written => ({
      bad: agentWith(`<example>\nA.\n<|${written}|>\n\nB.\n`),
      good: agentWith('<example>\nA.\n</example>\n\nB.\n'),
    })),
    { bad: agentWith('<<name>>\n\n<<other>\n\n```\n<a>>\n</a>\n```\n') },
    { bad: agentWith('A.\n</<|process|>>\nB.\n'), good: agentWith('A.\nB.\n') },
    {
      bad: agentWith('<example>\nA.\n</<|example|>\n\nB.\n'),
      good: agentWith('<example>\nA.\n</example>\n\nB.\n'),
    },
    {
      bad: agentWith('<<|example|>>\nA.\n\n<example>\nB.\n</example>\n'),
      good: agentWith('<example>\nA.\n</example>\n\n<example>\nB.\n</example>\n'),
    },
    {
      bad: agentWith('<example>\nA.\n</example>\n\nB.\n</<|example|>>\n'),
      good: agentWith('<example>\nA.\n</example>\n\nB.\n'),
    },
    {
      bad: agentWith(
        '<name>\n\n<br>\n<p>\n\n```\n<example>\n```\n\n`<example>`\n\n<a>b</a>\n\n<example>A.\nB.</example>\n',
      ),
    },
  ],
  *check(document) {
    yield* doubledBrackets(document);
    for (const odd of oddTags(document)) {
      const span = odd.wrong === 'torn' ? odd.partner.span : odd.tag.span;
      if (isCode(document, span) || isCode(document, odd.tag.span)) continue;
      yield { span, message: messageOf(odd), fixes: () => fixesOf(document, odd) };
    }
  },
});

/** A tag alone in its line with a bracket too many, in a file that has the other one of its pair. */
function* doubledBrackets(document: Document): Iterable<Finding> {
  for (const { span, groups } of lineMatches(document, '<', doubled, next => next !== '!')) {
    const [, lead = '', first = '', slash = '', name = '', last = ''] = groups;
    const other = slash === '' ? `</${name}>` : `<${name}>`;
    if (first.length + last.length !== 3 || !bodyOf(document).includes(other)) continue;
    const place = { start: span.start + lead.length, end: span.end };
    yield {
      span: place,
      message: say('One bracket too many: the tag is written `{0}`.', `<${slash}${name}>`),
      fixes: () => [changeTo(document, place, `<${slash}${name}>`, 'best')],
    };
  }
}

const doubled = /([ \t]*)(<{1,2})(\/?)([a-z][\w-]*)(>{1,2})(?=[ \t]*(?:\r?\n|$))/y;

const named = ({ name, closes }: Tag): string => `<${closes ? '/' : ''}${name}>`;

function messageOf(odd: OddTag): Finding['message'] {
  const written = named(odd.tag);
  switch (odd.wrong) {
    case 'name':
      return odd.tag.closes
        ? say('`{0}` does not close `<{1}>`, so it is not clear where that part ends.', written, odd.other.name)
        : say('`</{1}>` does not close `{0}`, so it is not clear where that part ends.', written, odd.other.name);
    case 'torn':
      return say(
        'This has no partner as it is written. With `{0}` the two are a pair, and it is clear where that part begins and ends.',
        odd.partner.right,
      );
    case 'cut':
      return say('`{0}` lacks its `>`, so this is text and no tag.', written);
    case 'slash':
      return say(
        'This `{0}` opens a part within the same part, where one is to be closed: its slash is missing.',
        written,
      );
    case 'open':
      return say('Nothing closes `{0}`, so what follows counts to that part as well.', written);
    case 'close':
      return say('Nothing opens what `{0}` closes, so it is not clear where that part begins.', written);
  }
}

function fixesOf({ uri, text }: Document, odd: OddTag): readonly Fix[] {
  const { tag } = odd;
  const insert = (at: number, put: string, title: Fix['title']): Fix => ({
    title,
    edits: [{ uri, span: { start: at, end: at }, text: put }],
    safe: false,
    preferred: true,
  });
  switch (odd.wrong) {
    case 'name':
      return [
        changeTo({ uri }, tag.span, odd.other.name, 'best'),
        {
          title: say('Change `{0}` to `{1}`', named(odd.other), named({ ...odd.other, name: tag.name })),
          edits: [{ uri, span: odd.other.span, text: tag.name }],
          safe: false,
        },
      ];
    case 'torn':
      return [changeTo({ uri }, odd.partner.span, odd.partner.right, 'best')];
    case 'cut':
      return [insert(tag.outer.end, '>', say('Insert `{0}`', '>'))];
    case 'slash':
      return [insert(tag.span.start, '/', say('Change to `{0}`', `</${tag.name}>`))];
    case 'open': {
      const indent = text.slice(lineStart(text, tag.outer.start), tag.outer.start);
      const line = `${indent}</${tag.name}>${lineBreak(text)}`;
      return (odd.ends ?? [])
        .map(end => insert(placeOfEnd(text, tag, end), line, titleOf(text, tag, end)))
        .map(onlyFirst);
    }
    case 'close': {
      const span = { start: lineStart(text, tag.outer.start), end: nextLine(text, tag.outer.end) };
      const before = text.slice(0, span.start);
      // A blank line above goes with it where another follows.
      return [
        {
          title: say('Remove the line'),
          edits: [{ uri, span, text: '' }],
          safe: false,
          ...(before && { preferred: true as const }),
        },
      ];
    }
  }
}

/** Behind the last line with text in front of the next tag, or of the end; of two blank lines there, between them. */
function placeOfEnd(text: string, tag: Tag, end: number): number {
  const limit = end === Infinity ? text.length : lineStart(text, end);
  const within = text.slice(tag.outer.end, limit);
  const last = tag.outer.end + within.trimEnd().length;
  const isBetween = /^[ \t]*\r?\n[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(last, limit));
  const place = nextLine(text, last);
  return Math.min(isBetween ? nextLine(text, place) : place, limit);
}

const titleOf = (text: string, tag: Tag, end: number): Fix['title'] =>
  end === Infinity
    ? say('Insert `{0}` at the end', `</${tag.name}>`)
    : say('Insert `{0}` above `{1}`', `</${tag.name}>`, text.slice(end, lineEnd(text, end)).trim());
