// Text that was read in another encoding than it was written in, which can be turned back without a loss.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { isShown, placesIn } from './prose';
import { agentWith } from './samples';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'mojibake',
  severity: 'warning',
  reach: 'document',
  samples: true,
  reads: 'body',
  sections: 'alone',
  anyWords: true,
  roles: readsBody,
  summary:
    'Letters such as `â€™` or `Ã¼` that stand for one character, since the file was once read in another encoding.',
  why:
    'A program that takes UTF-8 for Windows-1252 makes two or three letters of each accent, dash and curly quote: “don’t” ' +
    'becomes “donâ€™t”. The model reads the letters. They are the bytes of the right character, so that it can be put back.',
  source: 'The Unicode Standard 16.0, section 3.9; the index windows-1252 of the WHATWG Encoding Standard.',
  examples: [
    { bad: agentWith('You don<|â€™|>t.\n'), good: agentWith('You don’t.\n') },
    { bad: agentWith('A <|Ã¼|>ber B <|â€”|> C <|â†’|> D.\n'), good: agentWith('A über B — C → D.\n') },
    { bad: agentWith('You don<|\u00e2\u0080\u0099|>t.\n'), good: agentWith('You don’t.\n') },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: A caf<|Ã©|> <|ðŸš€|>.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: A café 🚀.\n---\n',
    },
    { bad: agentWith('Ã, São, ÂNCORA, 10 €, «ALÉ», “MAÇÃ” and `â€™` as code, “â€™” in quotes.\n\n```\nâ€™\n```\n') },
  ],
  part: (part, document) => within(document, part),
  *check(document) {
    for (const place of placesIn(document)) yield* within(document, place);
  },
});

function* within(document: Document, place: Span): Generator<Finding> {
  for (const { span, text: right } of foundIn(document, place)) {
    yield {
      span,
      message: say('These letters were one character, `{0}`, before the file was read in the wrong encoding.', right),
      fixes: () => {
        const all = placesIn(document).flatMap(each => foundIn(document, each));
        return [
          changeTo(document, span, right, 'best'),
          ...(all.length > 1 ? [{ title: say('Put back all such characters'), edits: all, safe: false }] : []),
        ];
      },
    };
  }
}

function foundIn(document: Document, place: Span): { uri: string; span: Span; text: string }[] {
  const { uri, text } = document;
  return [...text.slice(place.start, place.end).matchAll(suspect)].flatMap(({ index: at, 0: letters }) => {
    const index = place.start + at;
    const span = { start: index, end: index + letters.length };
    // «É», “VOILÀ…”: in two letters, a capital may end a word and a mark of punctuation follow.
    const endsWord = letters.length === 2 && /\p{P}/u.test(letters[1]!) && /\p{Lu}/u.test(text.charAt(index - 1));
    const right = endsWord ? undefined : decodedText(letters);
    return right === undefined || isExample(document, span) ? [] : [{ uri, span, text: right }];
  });
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80: some programs leave those. Five places are empty there. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The first byte of a character in UTF-8, as a letter, and those that follow it: of accents, marks and emoji alone, since
 * letters such as É stand before a mark of punctuation in real words. */
const suspect = new RegExp(`(?:[Â-ß][${upper}\u0080-¿]|[à-ï][${upper}\u0080-¿]{2}|[ð-ô][${upper}\u0080-¿]{3})`, 'g');

/** What the bytes are in UTF-8; undefined where they are none, or no character that people write. */
function decodedText(found: string): string | undefined {
  const bytes = [...found].map(each => {
    const at = upper.indexOf(each);
    return at < 0 ? each.charCodeAt(0) : 0x80 + at;
  });
  const [first = 0, ...rest] = bytes;
  const high = first & (0xff >> (bytes.length + 1));
  const code = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), high);
  const smallest = [0x80, 0x800, 0x10000][bytes.length - 2]!;
  if (code < smallest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const right = String.fromCodePoint(code);
  return /[\p{L}\p{P}\p{S}\p{N}\u00A0]|\uFE0F/u.test(right) ? right : undefined;
}

/** A text about encodings shows such letters, in code or in quotes. */
function isExample(document: Document, span: Span): boolean {
  const { text } = document;
  const quoted = /["'“‘(`]/.test(text.charAt(span.start - 1)) && /["'”’)`]/.test(text.charAt(span.end));
  return quoted || isShown(document, span, true);
}
