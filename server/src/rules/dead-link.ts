// Markdown links to files that are not there.
import { isReadInPlace, readsBody } from './bodies';
import { createdText } from './creating';
import { asMarkdown, atLink, endsLikeFile, isElsewhere, isPlaceholderPath, isSample, pathFixes } from './file-paths';
import type { Role } from '../workspace/classify';
import { decoded, join, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { changeTo } from './edits';
import { withoutLink } from './plain-links';
import { isJudgedThere } from './prose';
import { skillWith } from './samples';
import { defineReferenceRule, say } from './rule';

const guide = '-- .claude/skills/a/references/guide.md --\n# Guide\n\nBack to [the skill](../SKILL.md).\n';

export default defineReferenceRule({
  id: 'dead-link',
  severity: 'warning',
  reach: { names: ['exists'] },
  roles: readsBody,
  reads: ['file'],
  summary: 'A link to a file that does not exist.',
  why:
    'Whoever follows the link finds nothing: the model reads the file that it is told of, or goes on without it. Links ' +
    'count from the folder of the file that they stand in, not from the skill or the project. What `.gitignore` leaves ' +
    'out may exist elsewhere and is never reported.',
  source: 'The Agent Skills specification, 9 August 2026, and CommonMark 0.31.2; counted over 18 public repositories.',
  examples: [
    {
      // A link within a sample that Markdown ends too early, at the end of a block inside it.
      bad:
        skillWith('See [the guide](<|guide.md|>).\n\n```markdown\n```bash\nmake\n```\n\nSee [it](nowhere.md).\n```\n') +
        guide,
    },
    {
      bad: skillWith('See [the guide](<|references/guide.mdreferences/guide.md|>).') + guide,
      good: skillWith('See [the guide](references/guide.md).') + guide,
    },
    {
      bad: skillWith('See [the guide](<|guide.md|>) first.') + guide,
      good: skillWith('See [the guide](references/guide.md) first.') + guide,
    },
    {
      bad: `${skillWith('Works.')}-- .claude/skills/a/references/more.md --\nSee [it](<|references/guide.md|>#top).\n${guide}`,
      good: `${skillWith('Works.')}-- .claude/skills/a/references/more.md --\nSee [it](guide.md#top).\n${guide}`,
    },
    {
      bad: skillWith('See [the guide](<|references/guide|>), [all](references).') + guide,
      good: skillWith('See [the guide](references/guide.md), [all](references).') + guide,
    },
    {
      bad: skillWith('See [**the** tutorial](<|references/tutorial-of-all.md|>).') + guide,
      good: skillWith('See **the** tutorial.') + guide,
    },
    {
      bad: skillWith('See [the guide](<|references/guid.md|>).') + guide,
      good: skillWith('See [the guide](references/guide.md).') + guide,
    },
    ...['markdown', 'mdx', 'txt'].map(ending => ({
      bad: skillWith(`See [the guide](<|references/guide.${ending}|>).`) + guide,
      good: skillWith('See [the guide](references/guide.md).') + guide,
    })),
    {
      bad: skillWith('See [references/guide.md](<|guide|>).') + guide,
      good: skillWith('See [guide](references/guide.md).') + guide,
    },
    { bad: skillWith('[x](link), [y](https://a.example/b.md), [z](path/to/file.md), [w](<your file.md>), [v](docs)') },
    { bad: skillWith('`[x](gone.md)`\n\n```\n[x](gone.md)\n```\n\n<!-- [x](gone.md) -->') },
    {
      // The file of that name in an example of another skill is not meant.
      bad:
        skillWith('See [it](<|../../vite.config.ts|>).') +
        '-- .claude/skills/b/SKILL.md --\n-- .claude/skills/b/examples/vite.config.ts --\n',
      good: skillWith('See it.') + '-- .claude/skills/b/SKILL.md --\n-- .claude/skills/b/examples/vite.config.ts --\n',
    },
    {
      bad:
        skillWith('See [it](<|guide.md|>).') +
        guide +
        '-- .claude/skills/b/SKILL.md --\n-- .claude/skills/b/guide.md --\n',
      good:
        skillWith('See [it](references/guide.md).') +
        guide +
        '-- .claude/skills/b/SKILL.md --\n-- .claude/skills/b/guide.md --\n',
    },
    {
      // The pages of a site, which calls them without their endings.
      bad: `${skillWith('Works.')}-- .claude/skills/a/docs/_meta.ts --\n-- .claude/skills/a/docs/more.md --\nSee [it](./guide).\n-- .claude/skills/a/docs/guide.md --\n# Guide\n`,
    },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\nWrite: [the API](docs/api.md)\n' },
  ],
  references: {
    kind: 'file',
    check({ form, name, span }, document, workspace) {
      const { uri, text } = document;
      if (form !== 'link' || isSample(uri)) return undefined;
      const written = text.slice(span.start, span.end);
      const words =
        /^[^./]+$/.test(written) && nearly(workspace, uri, written) === undefined
          ? wordsBefore(text, span.start)
          : undefined;
      if (words && isFile(workspace, uri, words) && workspace.existence(name) === 'no') {
        const start = span.start - words.length - 2;
        return {
          span,
          message: say('The text and the path of this link are swapped: the file is `{0}`.', words),
          fixes: () => [changeTo(document, { start, end: span.end }, `${written}](${words}`, 'best')],
        };
      }
      const meant = nearly(workspace, uri, written);
      if (meant !== undefined) {
        return {
          span,
          message: say('The link leads nowhere as it is written: the file is `{0}`.', meant),
          fixes: () => [changeTo(document, span, meant, 'best')],
        };
      }
      if (!written.endsWith('/') && !endsLikeFile(written)) return undefined;
      if (isPlaceholderPath(written) || !isMeant(workspace.role(uri), written)) return undefined;
      if (workspace.existence(name) !== 'no' || isJudgedThere(document, span)) return undefined;
      return {
        span,
        message: say('The link leads nowhere: there is no `{0}`, counted from the folder of this file.', written),
        fixes: () => [
          ...pathFixes(document, workspace, span, decoded(written)),
          ...withoutLink(document, span),
          ...createdText(name, decoded(written)),
        ],
      };
    },
  },
});

/** The text of the link whose path begins there, if a path may be meant by it. */
const wordsBefore = (text: string, at: number): string | undefined =>
  /\[([^\s[\]()`]+\.\w+(?:#[\w-]+)?)\]\($/.exec(text.slice(Math.max(0, at - 200), at))?.[1];

const isFile = (workspace: Workspace, uri: string, path: string): boolean =>
  !isElsewhere(path) && atLink(workspace, uri, path) === 'yes';

/** The path of a file that is there, where only its extension is missing or another than that of Markdown. */
function nearly(workspace: Workspace, uri: string, written: string): string | undefined {
  if (/\/$/.test(written) || isElsewhere(written) || atLink(workspace, uri, written) !== 'no') return undefined;
  const markdown = asMarkdown(written);
  if (markdown !== undefined) return atLink(workspace, uri, markdown) === 'yes' ? markdown : undefined;
  if (/\.\w+$/.test(written) || isOfSite(workspace, uri)) return undefined;
  const endings = ['md', 'sh', 'py', 'ps1', 'js', 'ts', 'json'];
  return endings.map(end => `${written}.${end}`).find(path => atLink(workspace, uri, path) === 'yes');
}

/** Whether the folder is one of a site, whose menu Nextra or Docusaurus reads there: their pages are called without endings. */
const isOfSite = (workspace: Workspace, uri: string): boolean =>
  ['_meta.ts', '_meta.js', '_meta.json', '_category_.json'].some(
    menu => workspace.existence(join(parent(uri), menu)) === 'yes',
  );

/** What others show may be meant for the files that they are to write; only `../` cannot. */
const isMeant = (role: Role, written: string): boolean => isReadInPlace(role) || written.startsWith('../');
