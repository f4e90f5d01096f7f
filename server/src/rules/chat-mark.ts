// Marks that a chat puts behind its answers to tell their sources, left behind where the answer was pasted.
import type { Document } from '../syntax/document';
import { shift } from '../syntax/span';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { skillWith } from './samples';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'chat-mark',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  heeds: line => /cite|†|contentReference|turn/.test(line),
  sections: 'alone',
  needs: anyOf('cite', '†'),
  roles: readsBody,
  summary:
    'A reference to a source, such as `:contentReference[oaicite:0]`, that was pasted with the answer of a chat.',
  why:
    'Chats show such marks as links to their sources; outside of the chat they lead nowhere and mean nothing to whoever reads ' +
    'the file. In code, and in a section that speaks of such marks, they are taken for what is written about.',
  source: 'Forms of the marks as they stand in public repositories, 29 November 2026.',
  examples: [
    {
      bad: skillWith('Run the tests first<|:contentReference[oaicite:0]{index=0}|>. Then go on<|【4†source】|>.'),
      good: skillWith('Run the tests first. Then go on.'),
    },
    {
      bad: skillWith('Run the tests first.<| [cite: 12, 14]|> <|[cite_start]|>Then go on.<| citeturn0search3|>'),
      good: skillWith('Run the tests first. Then go on.'),
    },
    { bad: skillWith('## Marks such as oaicite\n\n> Born in 1901 :contentReference[oaicite:16]{index=16}') },
    { bad: skillWith('Look for `turn0search0`:\n\n> Born in 1901. citeturn0search1') },
    { bad: skillWith('Write 【注意】, [cite], \\cite{a} and `[cite: 1]`.\n\n```\n[cite: 1]\n```') },
  ],
  *check(document) {
    for (const section of document.body?.sections ?? [])
      for (const span of marksIn(document, section)) yield findingOf(document, shift(span, section.start));
  },
});

const mark =
  /(?::contentReference\[oaicite:\d+\](?:\{index=\d+\})?|【\d+(?::\d+)?†[^】\n]{0,80}】|\[cite: ?\d+(?:[,\d -]*)\]|\[oaicite:\d+\]|\uE200?cite\uE202?turn\d+\w+\d+\uE201?)|\[cite_(?:start|end)\]/g;

const spoken = /oaicite|contentReference|cite_start|\bturn\d+(?:search|view|news|image|file)\d*\b/;

const marksIn = perSection((text, { fences, codes, comments }) => {
  if (!text.includes('cite') && !text.includes('†')) return [];
  // Who speaks of the marks shows them.
  if (spoken.test(text.replace(mark, ''))) return [];
  const others = [...[...fences, ...codes].map(({ outer }) => outer), ...comments];
  return [...text.matchAll(mark)]
    .map(({ index, 0: all }) => ({
      // The blank in front of it goes with it.
      start: /[ \t]/.test(text[index - 1] ?? '') && !all.startsWith('[cite_') ? index - 1 : index,
      end: index + all.length,
    }))
    .filter(span => !others.some(({ start, end }) => start < span.end && span.start < end));
});

const findingOf = ({ uri }: Document, span: Finding['span']): Finding => ({
  span,
  message: say('This reference to a source was copied from a chat; outside of the chat it leads nowhere.'),
  fixes: () => [{ title: say('Remove it'), edits: [{ uri, span, text: '' }], safe: false, preferred: true }],
});
