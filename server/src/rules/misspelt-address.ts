// Addresses of the web whose marks behind `https` are wrong, in text and in the values of JSON.
import { allScalars } from '../syntax/data';
import type { SectionContent } from '../syntax/body';
import { inOneOf, shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { perSection } from './per-section';
import { skillWith } from './samples';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'misspelt-address',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  anyWords: true,
  roles: role => readsBody(role) || role === 'plugin' || role === 'marketplace',
  summary: 'An address of the web with other marks than `://` after `https`, or with its beginning twice.',
  why: 'Neither a person nor a model is led anywhere by it, and programs that read the address refuse it.',
  source: 'RFC 3986, section 3; counted over 20,807 files of public repositories, 29 November 2026.',
  examples: [
    {
      bad: skillWith('See https<|;//|>example.com/a, <https<|:\\\\|>example.com> and `https<|:/|>example.com`.'),
      good: skillWith('See https://example.com/a, <https://example.com> and `https://example.com`.'),
    },
    {
      bad: skillWith('Or https<|://https://|>example.com, http<|//|>example.com and https<|:// |>example.com/a.'),
      good: skillWith('Or https://example.com, http://example.com and https://example.com/a.'),
    },
    {
      bad: '-- .claude-plugin/plugin.json --\n{ "name": "a", "homepage": "https<|//|>example.com" }\n',
      good: '-- .claude-plugin/plugin.json --\n{ "name": "a", "homepage": "https://example.com" }\n',
    },
    {
      bad: skillWith(
        'https://r.example.com/https://example.com, https:// or http://localhost, a/https//b.c, `https:` and `s#https://#x.y#`.\n\n' +
          '```\nhttps;//example.com\n```\n',
      ),
    },
  ],
  *check(document) {
    for (const section of document.body?.sections ?? [])
      for (const place of placesIn(document, section)) yield finding(document.uri, shift(place, section.start));
    if (document.language !== 'json') return;
    for (const { span, text } of allScalars(document.data)) {
      const found = text.startsWith('http') ? marksOf(document.text.slice(span.start, span.end)) : [];
      for (const place of found) yield finding(document.uri, shift(place, span.start));
    }
  },
});

const marks =
  /(?<![\w/.:@=-])https?(;\/\/|:\\\\|:\/\/https?:\/\/|:\/\/ |:\/(?!\/)|\/\/)(?=(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,}(?![\w.-]*["'`]?\())/gi;

const marksOf = (text: string): Span[] =>
  [...text.matchAll(marks)].map(({ index, 0: all, 1: mark }) => {
    const end = index + all.length;
    return { start: end - mark!.length, end };
  });

/** Targets of links are another rule's, and blocks of code may show what is wrong. */
const placesIn = perSection((text, { fences, comments, links }: SectionContent): readonly Span[] => {
  if (!/https?(?:;|:\\|:\/\/h|:\/\/ |:\/[^/]|\/\/)/i.test(text)) return none;
  const isHidden = inOneOf([...fences.map(({ outer }) => outer), ...comments, ...links.map(({ target }) => target)]);
  return marksOf(text).filter(({ start }) => !isHidden(start));
});

const none: readonly Span[] = [];

const finding = (uri: string, span: Span): Finding => ({
  span,
  message: say('In an address `{0}` follows `http` or `https`; as it is written here, it leads nowhere.', '://'),
  fixes: () => [changeTo({ uri }, span, '://', 'best')],
});
