// Links to headings of other files that are not there.
import { anchorFixes } from './anchors';
import { readsBody } from './bodies';
import { isSample } from './file-paths';
import { skillWith } from './samples';
import { defineReferenceRule, say } from './rule';

const guide = '-- .claude/skills/a/guide.md --\n# Guide\n\n## First steps\n\n## First steps\n\n<a id="end"></a>\n';

export default defineReferenceRule({
  id: 'dead-heading',
  severity: 'information',
  reach: { names: ['exists'] },
  roles: readsBody,
  reads: ['heading'],
  summary: 'A link to a heading that the other file does not have.',
  why:
    'The link leads to the top of the other file instead, and a model that looks for the heading does not find it. An ' +
    'anchor is the text of the heading in lower case, without marks of punctuation, with a hyphen for each space; a second ' +
    'heading of the same text gets `-1`.',
  source: 'GitHub documentation, section links, 2026; counted over 18 public repositories.',
  examples: [
    {
      // Others than skills show links that they are to write; where the file is there, it is meant.
      bad: `-- .claude/agents/b.md --\n---\nname: b\ndescription: Works.\n---\nSee [how](../skills/a/guide.md#<|first-step|>).\n${guide}`,
    },
    {
      bad: skillWith('See [how](guide.md#<|first-step|>).') + guide,
      good: skillWith('See [how](guide.md#first-steps).') + guide,
    },
    { bad: skillWith('See [how](guide.md#<|first-steps-2|>) and [more](./guide.md#<|last%20steps|>).') + guide },
    {
      bad:
        skillWith(
          '[1](guide.md#first-steps-1) [2](guide.md#First-Steps) [3](guide.md#end) [4](guide.md#) [5](guide.md#L10)',
        ) + guide,
    },
    { bad: skillWith('[1](gone.md#x) [2](https://a.example/b.md#x) [3](guide.md#top) [4](guide.md)') + guide },
  ],
  references: {
    kind: 'heading',
    check({ name, span }, { uri, text }, workspace) {
      if (isSample(uri)) return undefined;
      const hash = name.indexOf('#');
      const file = name.slice(0, hash);
      const slug = name.slice(hash + 1);
      // The anchors of the file itself are judged by themselves.
      const slugs = file === uri ? undefined : workspace.headings.slugs(file);
      if (!slugs || slugs.has(slug) || slug === '' || slug === 'top' || isOfLines.test(slug)) return undefined;
      const written = text.slice(span.start, span.end);
      return {
        span,
        message: say('The file has no heading for `#{0}`, so the link leads to its top.', written),
        fixes: () => {
          const anchor = { uri, span: { start: span.start - 1, end: span.end }, text: '' };
          const alone = { title: say('Link to the file alone'), edits: [anchor], safe: false };
          return [...anchorFixes(uri, span, written, slugs), alone];
        },
      };
    },
  },
});

/** `#L10`, `#L10-L20`: lines of a file as code hosts show them. */
const isOfLines = /^l\d+(c\d+)?(-l?\d+(c\d+)?)?$/;
