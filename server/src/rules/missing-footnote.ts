// Marks of footnotes, `[^1]`, to which no line of the file gives a text.
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { skillWith } from './samples';
import { proseOf } from './text-blocks';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'missing-footnote',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  digest: (document: Document, section: Section) => {
    const { marks, texts } = notesIn(document, section);
    return [...marks.map(({ start, name }) => `${start} ${name}`), ...texts].join('\n');
  },
  needs: anyOf('[^'),
  roles: readsBody,
  summary: 'The mark of a footnote, `[^1]`, that has no text in the file.',
  why:
    'The text of a footnote is a line `[^1]: …` somewhere in the same file. Without it the mark is shown as it stands, and what it ' +
    'refers to is lost: as a rule the text was pasted without its last lines.',
  source: 'GitHub documentation, footnotes, 2026; none in 18 public repositories, 30 November 2026.',
  examples: [
    { bad: skillWith('Read it all.<|[^1]|> Write it.[^2]\n\n[^2]: As a rule.'), good: skillWith('Read it all. Write it.[^2]\n\n[^2]: As a rule.') },
    { bad: skillWith('A.[^n]\n\n## B\n\n[^N]: C.\n\nAll of [^a] but x[^)] and `a[^b]`, [c[^1]](d.md), name[^\\s].\n\n```\na[^b]\n```') },
  ], // prettier-ignore
  *check(document) {
    const sections = document.body?.sections ?? [];
    const texts = new Set(sections.flatMap(section => notesIn(document, section).texts));
    for (const section of sections) {
      for (const { name, ...place } of notesIn(document, section).marks) {
        if (texts.has(name)) continue;
        const span = shift(place, section.start);
        yield {
          span,
          message: say('No line of this file gives the text of this footnote.'),
          fixes: () => [{ title: say('Remove the mark'), edits: [{ uri: document.uri, span, text: '' }], safe: false }],
        };
      }
    }
  },
});

interface Mark extends Span {
  readonly name: string;
}

interface Notes {
  readonly marks: readonly Mark[];
  readonly texts: readonly string[];
}

const none: Notes = { marks: [], texts: [] };

/** A mark stands right behind a word or the end of a sentence. */
const mark = /(?<=[\p{L}\d][.,;:!?)"”’*]{0,2})\[\^([\w-]{1,30})\](?![:(\]*+?{])/gu;

const notesIn = perSection((text, content): Notes => {
  if (!text.includes('[^')) return none;
  const prose = proseOf(text, content);
  return {
    marks: [...prose.matchAll(mark)].map(({ index, 0: all, 1: name }) => ({
      start: index,
      end: index + all.length,
      name: name!.toLowerCase(),
    })),
    texts: [...prose.matchAll(/^[ \t>]*\[\^([^\]\n]+)\]:/gm)].map(([, name]) => name!.toLowerCase()),
  };
});
