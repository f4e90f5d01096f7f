// Marks and characters in text as HTML or JSON write them: `don&#39;t`, `&quot;plan&quot;`, `\u2014`.
import type { Span } from '../syntax/span';
import { lineAt } from '../syntax/lines';
import { shift } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { ofHtml } from './html-marks';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { skillWith } from './samples';
import { proseOf } from './text-blocks';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'encoded-text',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('&#', '&apos;', '&rsquo;', '&quot;', '&amp;', '\\u'),
  roles: readsBody,
  summary: 'A quote, an apostrophe or another character as HTML or JSON writes it, such as `don&#39;t` or `\\u2014`.',
  why:
    'A page shows a quote for `&quot;`, but the model reads the file as it is written: copied from the source of a page or from JSON, ' +
    'each such character is a word of code within the sentence.',
  source: 'The HTML Standard, section 13.5; RFC 8259, section 7; none in 18 public repositories, 30 November 2026.',
  examples: [
    { bad: skillWith('You don<|&#39;|>t, it<|&rsquo;|>s so.'), good: skillWith("You don't, it’s so.") },
    { bad: skillWith('Say <|&quot;go on&quot;|>.'), good: skillWith('Say "go on".') },
    {
      bad: skillWith('Set `a.json` to <|&quot;go `b` on&quot;|> as `<c>` does.'),
      good: skillWith('Set `a.json` to "go `b` on" as `<c>` does.'),
    },
    { bad: skillWith('Read <|&amp;amp;|> write.'), good: skillWith('Read & write.') },
    { bad: skillWith('Read it <|\\u2014|> then write.'), good: skillWith('Read it — then write.') },
    {
      bad: skillWith(
        'Write &quot; for a quote, `&#39;` for an apostrophe, R&amp;D.\n\n<a title="it&#39;s">b</a>\n\nThe escape \\u2014 is a dash, C:\\u2014, lost ones are \\ufffd.\n\n```\nit&#39;s \\u2014\n```',
      ),
    },
  ],
  *check(document) {
    for (const section of document.body?.sections ?? []) {
      for (const { start, end, right } of encodedIn(document, section)) {
        const span = shift({ start, end }, section.start);
        yield {
          span,
          message: say('The model reads this code as it is written; the character `{0}` is meant.', right),
          fixes: () => [changeTo(document, span, right, 'best')],
        };
      }
    }
  },
});

interface Encoded extends Span {
  readonly right: string;
}

const mayHold = /&(?:#|apos;|rsquo;|quot;|amp;)|\\u/;
const patterns =
  /(?<=\p{L})&(?:#0?39|#x27|apos|rsquo|#8217);(?=\p{L})|&quot;(?=[\p{L}\d])[^&\n]{1,300}&quot;|&amp;(?:amp|lt|gt|quot);|(?<![\\/:\w-])\\u[\da-f]{4}(?![\w-])/giu;

/** Texts about such codes show them. */
const isAboutCodes = /\b(?:unicode|escap\w*|encod\w*|entit\w+|characters?|code ?points?|regex\w*|json|html)\b/i;

const encodedIn = perSection((text, content): readonly Encoded[] => {
  if (!mayHold.test(text)) return [];
  return [...proseOf(text, content).matchAll(patterns)].flatMap(({ index: start, 0: written }) => {
    const line = lineAt(text, start);
    const own = text.slice(line.start, line.end);
    // Code within the words is blank in prose.
    const right = decoded(text.slice(start, start + written.length));
    const words = own.replace(/`[^`]*`/g, '');
    if (right === undefined || isAboutCodes.test(words) || /<[a-z/]/i.test(words)) return [];
    return [{ start, end: start + written.length, right }];
  });
});

/** What is read by another code, such as `\\ufffd`, is told of, not meant. */
function decoded(written: string): string | undefined {
  if (written.startsWith('\\')) {
    const one = String.fromCharCode(parseInt(written.slice(2), 16));
    return /[\u00c0-\u00ff–—‘’“”…→•]/.test(one) ? one : undefined;
  }
  const plain = written.replace(/^&amp;/i, '&');
  if (/^&(?:rsquo|#8217);$/i.test(plain)) return '’';
  if (/^&#x27;$/i.test(plain)) return "'";
  return plain.replace(/&(?:\w+|#\d{2,4});/g, ofHtml);
}
