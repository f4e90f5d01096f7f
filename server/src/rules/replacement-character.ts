// Characters that were lost when a file was converted.
import { readsBody } from './bodies';
import { defineRule, say } from './rule';

const agent = (body: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n\n${body}\n`;

export default defineRule({
  id: 'replacement-character',
  severity: 'warning',
  reach: 'document',
  samples: true,
  anyWords: true,
  roles: readsBody,
  summary: 'The mark � where a character was lost.',
  why:
    'A program that read the file in another encoding than UTF-8 puts U+FFFD for what it cannot read, and the character ' +
    'is gone for good: “< 10 µs” becomes “< 10 �s”. The same is shown where the bytes of the file are not UTF-8.',
  source: 'The Unicode Standard 16.0, section 23.8; counted over 18 public repositories.',
  examples: [
    { bad: agent('Latency below 10 <|\uFFFD|>s.') },
    { bad: agent('It fails <|\uFFFD\uFFFD\uFFFD|> look why.') },
    { bad: agent('It costs 5 <|\uFFFD|>, or 6 \uFFFD.') },
    { bad: agent('Replace `\uFFFD` (U+FFFD), the mark "\uFFFD", by hand.\n\n```\na \uFFFD b\n```') },
  ],
  *check({ text, body }) {
    if (!text.includes('\uFFFD')) return;
    const shown = (body?.sections ?? []).flatMap(({ start, content }) =>
      [...content.codes, ...content.fences].map(({ span }) => ({ start: start + span.start, end: start + span.end })),
    );
    const lost = [...text.matchAll(/\uFFFD+/g)]
      .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
      .filter(({ start, end }) => {
        const quoted = /["'“‘(]/.test(text.charAt(start - 1)) && /["'”’)]/.test(text.charAt(end));
        return !quoted && !shown.some(code => code.start <= start && end <= code.end);
      });
    const [span] = lost;
    if (!span) return;
    // Said once of each file: one in another encoding has lost all its accents.
    const more = String(lost.length - 1);
    const message =
      lost.length === 1
        ? say('A character was lost here when the file was converted. Write it again, in UTF-8.')
        : say(
            'Characters were lost here, and further on ({0} more), when the file was converted. Write them again, in UTF-8.',
            more,
          );
    yield { span, message };
  },
});
