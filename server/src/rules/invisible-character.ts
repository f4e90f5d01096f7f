// Characters that nobody sees but that a model reads.
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { defineRule, say, type Finding } from './rule';

const agent = (body: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n\n${body}\n`;

export default defineRule({
  id: 'invisible-character',
  severity: 'warning',
  reach: 'document',
  roles: readsBody,
  summary: 'A character that cannot be seen: of no width, a switch of the writing direction, or a tag.',
  why:
    'A model reads such characters and people do not, so they can hide instructions from whoever reviews the file, or ' +
    'show its words in another order than they are read in. Most came with text that was copied from a web page; they ' +
    'then break names and search. Those inside emoji, and those that Arabic, Hebrew or Indian scripts need, are fine.',
  source: 'Unicode Technical Standard 39 and Technical Report 36; CVE-2021-42574, November 2021.',
  examples: [
    { bad: agent('Use the<|\u200B|> tool.'), good: agent('Use the tool.') },
    { bad: agent('Never <|\u202E|>daer<|\u202C|> it.'), good: agent('Never daer it.') },
    { bad: agent('Hello<|\u{E0049}\u{E0067}\u{E006E}|>.'), good: agent('Hello.') },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: <|\uFEFF|>Works.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n',
    },
    {
      bad: agent(
        '👩\u200D💻 🏳️\u200D🌈 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} می\u200Cخواهم क्\u200Dष',
      ),
    },
    { bad: '-- .claude/agents/a.md --\n\uFEFF---\nname: a\ndescription: Works.\n---\n' },
  ],
  *check({ uri, text }) {
    for (const { index, 0: found } of text.matchAll(invisible)) {
      const span = { start: index, end: index + found.length };
      if (!isFine(text, span, found)) yield finding(uri, text, span, found);
    }
  },
});

const invisible =
  /[\u200B-\u200F\u061C\u180E\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]+|[\u{E0001}\u{E0020}-\u{E007F}]+/gu;

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
  return /^[\u200E\u200F\u061C]$/.test(found) && (joined.test(before) || joined.test(after) || rightToLeft.test(text));
}

/** Letters of scripts that need joiners. */
const joined =
  /[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Mongolian}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Khmer}\p{sc=Myanmar}\p{M}]/u;
const rightToLeft = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}]/u;

function finding(uri: string, text: string, span: Span, found: string): Finding {
  const codes = [...new Set(found)].map(codePoint);
  const shown = codes.slice(0, 4).join(', ') + (codes.length > 4 ? ', …' : '');
  // Before a backtick it keeps Markdown from seeing code there.
  const safe = text[span.end] !== '`';
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

const turns = /[\u202A-\u202E\u2066-\u2069]/;

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
