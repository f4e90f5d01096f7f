// Characters that nobody sees but that a model reads.
import type { Document } from '../syntax/document';
import { lineEnd } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { isCode, placesIn, sectionAt } from './prose';
import { defineRule, say, type Finding } from './rule';

const agent = (body: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n\n${body}\n`;

export default defineRule({
  id: 'invisible-character',
  severity: 'warning',
  reach: 'document',
  samples: true,
  reads: 'body',
  sections: 'alone',
  anyWords: true,
  roles: readsBody,
  summary: 'A character that cannot be seen: of no width, a control, a switch of the writing direction, or a tag.',
  why:
    'A model reads such characters and people do not, so they can hide instructions from whoever reviews the file, or ' +
    'show its words in another order than they are read in. Most came with text that was copied from a web page; they ' +
    'then break names and search. Those inside emoji, and those that Arabic, Hebrew or Indian scripts need, are fine.',
  source: 'Unicode Technical Standard 39 and Technical Report 36; CVE-2021-42574, November 2021.',
  examples: [
    { bad: agent('Use the<|\u200B|> tool.'), good: agent('Use the tool.') },
    { bad: agent('Never <|\u202E|>daer<|\u202C|> it.'), good: agent('Never daer it.') },
    { bad: agent('Hello<|\u{E0049}\u{E0067}\u{E006E}|>.'), good: agent('Hello.') },
    { bad: agent('Re<|\u00AD|>view it.<|\u0004|>'), good: agent('Review it.') },
    { bad: agent('Never <|\u001B[31m|>do it.'), good: agent('Never do it.') },
    { bad: agent('Run `npm<|\u00A0|>test` now, or 10\u00A0km.'), good: agent('Run `npm test` now, or 10\u00A0km.') },
    { bad: agent('```\nIn 10\u00A0ms.\n```') },
    { bad: agent('Call it <|\u2028|>now.'), good: agent('Call it now.') },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: <|\uFEFF|>Works.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n',
    },
    {
      bad: agent(
        '👩\u200D💻 🏳️\u200D🌈 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} می\u200Cخواهم क्\u200Dष',
      ),
    },
    { bad: agent('សូម\u200Bអាន ภาษา\u200Bไทย ᠬᠠᠷ\u180Eᠠ') },
    { bad: '-- .claude/agents/a.md --\n\uFEFF---\nname: a\ndescription: Works.\n---\n' },
  ],
  part: (part, document) => within(document, part),
  *check(document, workspace) {
    if (isWide(document.text)) {
      const isLost = workspace.verdict(document)?.listed === false;
      yield { ...ofWide(document), ...(isLost && { severity: 'error' }) };
      return;
    }
    for (const place of placesIn(document)) yield* within(document, place);
  },
});

/** UTF-16 that was read as UTF-8: every other character is a zero. */
export const isWide = (text: string): boolean => /(?:[^\0]\0){8}/.test(text.slice(0, 200));

const ofWide = ({ uri, text }: Document): Finding => ({
  span: { start: 0, end: lineEnd(text, 0) },
  message: say(
    'This file is saved as UTF-16, which no tool expects here: nothing in it is understood. Save it as UTF-8.',
  ),
  fixes: () => [
    {
      title: say('Write it as UTF-8'),
      edits: [
        { uri, span: { start: 0, end: text.length }, text: text.replace(/\0/g, '').replace(/^[\uFFFD\uFEFF]+/, '') },
      ],
      safe: false,
      preferred: true,
    },
  ],
});

function* within(document: Document, place: Span): Generator<Finding> {
  const { uri, text } = document;
  const written = text.slice(place.start, place.end);
  if (!unusual.test(written)) return;
  for (const { index, 0: found } of written.matchAll(invisible)) {
    const start = place.start + index;
    const span = { start, end: start + found.length };
    if (!isFine(text, span, found)) yield finding(uri, text, span, found);
  }
  yield* inCode(document, place, written);
}

/** Any character but those that nearly all texts are made of: to look for one takes a fraction of the time of the next pattern. */
const unusual = /[^\t\n\r\u0020-\u007e]/;
const invisible =
  // eslint-disable-next-line no-control-regex -- such characters are what is sought
  /\u001B\[[\d;]*[A-Za-z]|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u2028\u2029]+|[\u200B-\u200F\u061C\u180E\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]+|[\u{E0001}\u{E0020}-\u{E007F}]+/gu;

function isFine(text: string, { start, end }: Span, found: string): boolean {
  if (found === '\uFEFF') return start === 0;
  const before = text.slice(Math.max(start - 4, 0), start);
  const after = text.slice(end, end + 4);
  // The flags of England, Scotland and Wales are a black flag and invisible letters.
  if (found.startsWith('\uDB40')) return before.endsWith('\u{1F3F4}');
  if (/^[\u200C\u200D]$/.test(found)) {
    const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u.test(before);
    return (emoji && /^\p{Extended_Pictographic}/u.test(after)) || joined.test(before) || /^\p{M}/u.test(after);
  }
  // It parts the words of scripts that write no blanks, so that a line may end there.
  if (found === '\u200B') return unspaced.test(before.at(-1) ?? '') && unspaced.test(after[0] ?? '');
  if (found === '\u180E') return /\p{sc=Mongolian}$/u.test(before);
  return /^[\u200E\u200F\u061C]$/.test(found) && (joined.test(before) || joined.test(after) || rightToLeft.test(text));
}

/** Letters of scripts that need joiners. */
const joined =
  /[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Mongolian}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Khmer}\p{sc=Myanmar}\p{M}]/u;
const unspaced = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;
const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}]/u;

function finding(uri: string, text: string, span: Span, found: string): Finding {
  // Of a sequence that colors a terminal the first character alone cannot be seen.
  const codes = [...new Set(found.startsWith('\u001B') ? '\u001B' : found)].map(codePoint);
  const shown = codes.slice(0, 4).join(', ') + (codes.length > 4 ? ', …' : '');
  // Before a backtick it keeps Markdown from seeing code there; a control character may be what is left of another one.
  const safe = text[span.end] !== '`' && !control.test(found);
  return {
    span,
    message: turns.test(found)
      ? say(
          'An invisible character ({0}) turns the writing direction, so people see other words than the model reads.',
          shown,
        )
      : say('An invisible character ({0}) stands here, which the model reads and people do not see.', shown),
    fixes: () => [
      { title: say('Remove the invisible character'), edits: [{ uri, span, text: '' }], safe, preferred: true },
    ],
  };
}

/** A no-break space in inline code or a code block is copied with it, and no shell takes it for a blank. */
function* inCode(document: Document, place: Span, written: string): Generator<Finding> {
  const { uri, text } = document;
  if (!written.includes('\u00A0')) return;
  for (const { index } of written.matchAll(/\u00A0/g)) {
    const start = place.start + index;
    const span = { start, end: start + 1 };
    if (!isCode(document, span) || !/[\w-]/.test(text[start - 1] ?? '') || isOfProse(document, span)) continue;
    yield {
      span,
      message: say('A no-break space stands in code here; programs do not take it for a space.'),
      fixes: () => [
        { title: say('Change to a space'), edits: [{ uri, span, text: ' ' }], safe: false, preferred: true },
      ],
    };
  }
}

/** Whether a code block holds no program: a text may have such spaces, before units say. */
function isOfProse(document: Document, { start, end }: Span): boolean {
  const section = sectionAt(document, start);
  const fence = section?.content.fences.find(
    ({ outer }) => section.start + outer.start <= start && end <= section.start + outer.end,
  );
  if (!section || !fence) return false;
  const info = document.text.slice(section.start + fence.info.start, section.start + fence.info.end);
  return /^(?:$|markdown|mdx?\b|te?xt|plain)/i.test(info);
}

// eslint-disable-next-line no-control-regex -- such characters are what is sought
const control = /[\u0000-\u001F\u007F\u00AD\u2028\u2029]/;
const turns = /[\u202A-\u202E\u2066-\u2069]/;

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
