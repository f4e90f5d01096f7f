// Links to headings of the same file that are not there.
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { anchorSlug, anchorsOf } from '../workspace/headings';
import { baseName } from '../workspace/uris';
import { anchorFixes } from './anchors';
import { changeTo } from './edits';
import { atLink } from './file-paths';
import { readsBody } from './bodies';
import { perSection } from './per-section';
import { withoutLink } from './plain-links';
import { agentWith } from './samples';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'dead-anchor',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  digest: (document, section) => digest(document, section),
  roles: readsBody,
  summary: 'A link to a heading that this file does not have.',
  why:
    'The link leads to the top of the file instead. An anchor is the text of the heading in lower case, without marks of ' +
    'punctuation, with a hyphen for each space; a second heading of the same text gets `-1`.',
  source: 'GitHub documentation, section links, 2026; counted over 18 public repositories.',
  examples: [
    {
      bad: agentWith('See [how](#<|first-step|>).\n\n## First steps\n'),
      good: agentWith('See [how](#first-steps).\n\n## First steps\n'),
    },
    {
      // Another heading that ends alike is not meant.
      bad: agentWith(
        'See [how](#<|2-security-setup|>) and [it](#<|team-node|>).\n\n## Database setup\n\n## Team data\n',
      ),
      good: agentWith('See how and it.\n\n## Database setup\n\n## Team data\n'),
    },
    {
      bad:
        '-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Works.\n---\nFill it in.\n' +
        '-- .claude/skills/a/TEMPLATES.md --\n1. [Overview](#overview)\n2. [Table 1](#table-1)\n',
    },
    {
      bad: agentWith('See [how](#<|query-speed|>).\n\n## 1. Query speed\n'),
      good: agentWith('See [how](#1-query-speed).\n\n## 1. Query speed\n'),
    },
    {
      bad: agentWith('See [how](<|first-steps|>).\n\n## First steps\n'),
      good: agentWith('See [how](#first-steps).\n\n## First steps\n'),
    },
    {
      bad:
        agentWith('See [how](first-steps) and [it](no-heading).\n\n## First steps\n') +
        '-- .claude/agents/first-steps --\nA.\n',
    },
    {
      bad: agentWith('See [how](a.md#<|secnd|>).\n\n## `Second` **one**: _now_!\n'),
    },
    { bad: agentWith('1. [One](#one)\n2. [Two](#two)\n3. [Three](#three)\n4. [Four](#four)\n\n## Apples\n') },
    {
      bad: agentWith(
        '[1](#what-is-it) [2](#step-1) [3](#step) [4](#here) [5](#top) [6](#setext) [7](b.md#x) [8](#caf%C3%A9) [9](#)\n\n' +
          '## What *is* [it](https://a.example)?\n\n## Step\n\n## Step\n\n<a id="here"></a>\n\nSetext\n---\n\n## Café\n',
      ),
    },
  ],
  *check(document, workspace) {
    // What is filled in has the headings.
    if (/template/i.test(baseName(document.uri))) return;
    const found = anchors(document);
    const bare = wordTargets(document);
    if (found.length + bare.length === 0) return;
    const slugs = workspace.headings.slugsIn(document);
    const isDead = (span: Span): boolean => {
      const slug = anchorSlug(document.text.slice(span.start, span.end));
      return !slugs.has(slug) && slug !== 'top';
    };
    if (found.length > sampleSize && found.every(isDead) && isSample(document, found, slugs)) return;
    for (const span of found)
      if (isDead(span)) yield dead(document, span, document.text.slice(span.start, span.end), slugs);
    for (const span of bare) {
      const written = document.text.slice(span.start, span.end);
      if (slugs.has(written) && atLink(workspace, document.uri, written) === 'no')
        yield hashless(document, span, written);
    }
  },
});

/** A table of contents of which not one entry leads anywhere, or nearly, shows what one looks like. */
const isSample = ({ uri, text }: Document, found: readonly Span[], slugs: ReadonlySet<string>): boolean =>
  found.every(span => anchorFixes(uri, span, text.slice(span.start, span.end), slugs).length === 0);

const sampleSize = 3;

/** Links with a `#`, the names that HTML tags give, and blocks, which may show headings; else the headings alone. */
const digest = perSection((text, { headings, links, fences }) => {
  const isRead =
    fences.length > 0 ||
    text.includes('=') ||
    (links.length > 0 && (text.includes('#', headings[0]?.span.end) || /\]\([a-z\d]+-[a-z\d-]+\)/.test(text)));
  return isRead ? text : headings.map(({ span }) => text.slice(span.start, span.end)).join('\n');
});

/** What stands behind the `#` of links to the file itself. */
function anchors({ uri, text, body }: Document): Span[] {
  const own = baseName(uri);
  const found: Span[] = [];
  for (const { start, content } of body?.sections ?? []) {
    for (const { target } of content.links) {
      const first = start + target.start;
      // Most links lead to other files; this is asked of each at each key.
      if (text[first] !== '#' && text[first] !== '.' && !text.startsWith(own, first)) continue;
      const span = shift(target, start);
      const written = text.slice(span.start, span.end);
      const hash = written.indexOf('#');
      if (hash < 0 || hash === written.length - 1) continue;
      const path = written.slice(0, hash).replace(/^\.\//, '');
      if (path === '' || path === own) found.push({ start: span.start + hash + 1, end: span.end });
    }
  }
  return found;
}

/** Targets that are a word of several parts: an anchor that lost its `#`, where it is no path. */
function wordTargets({ text, body }: Document): Span[] {
  return (body?.sections ?? []).flatMap(({ start, content }) =>
    content.links
      .filter(({ image }) => !image)
      .map(({ target }) => shift(target, start))
      .filter(({ start, end }) => end - start < longest && /^[a-z\d]+(?:-[a-z\d]+)+$/.test(text.slice(start, end))),
  );
}

const longest = 80;

const hashless = (document: Document, span: Span, written: string): Finding => ({
  span,
  message: say('The link leads to a file that does not exist; `#{0}` is a heading of this one.', written),
  fixes: () => [changeTo(document, span, `#${written}`, 'best')],
});

function dead(document: Document, span: Span, written: string, slugs: ReadonlySet<string>): Finding {
  return {
    span,
    message: isInBlock(document, written)
      ? say(
          'The heading for `#{0}` stands in a code block and so is not a heading; the link leads to the top.',
          written,
        )
      : say('This file has no heading for `#{0}`, so the link leads to its top.', written),
    fixes: () => [...anchorFixes(document.uri, span, written, slugs), ...withoutLink(document, span)],
  };
}

/** Whether a code block holds a line that would be the heading: where a line of marks is one too many, say. */
function isInBlock({ text, body }: Document, written: string): boolean {
  const wanted = anchorSlug(written);
  return (body?.sections ?? []).some(({ start, content: { fences } }) =>
    fences.some(({ span }) =>
      [...text.slice(start + span.start, start + span.end).matchAll(/^ {0,3}#{1,6} +(.+?)[ \t#]*\r?$/gm)].some(
        ([, heading]) => anchorsOf([heading!]).some(({ slug }) => slug === wanted),
      ),
    ),
  );
}
