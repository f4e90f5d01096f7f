// Imports in CLAUDE.md that are written as something else: a path in quotes or brackets, behind a blank or a word, with backslashes.
import { join, parent } from '../workspace/uris';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { proseMatches } from './prose';
import { defineRule, say } from './rule';

const memory = (line: string): string => `-- CLAUDE.md --\n# Rules\n\n${line}\n-- docs/style.md --\n# Style\n`;

export default defineRule({
  id: 'broken-import',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('@'),
  roles: role => role === 'memory',
  summary: 'An import in CLAUDE.md that is not written `@path`, so nothing is imported.',
  why:
    'Claude Code reads `@path` in CLAUDE.md as the text of that file, and takes all up to the next space for the path, marks ' +
    'included. With a space after `@` there is none. It says nothing of either. Said where the file is there.',
  source: 'Claude Code documentation of memory, August 2026; observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    ...[
      '@"docs/style.md"', "@'docs/style.md'", '@(docs/style.md)', '@[docs/style.md]', '@<docs/style.md>', '@{docs/style.md}',
      '@ docs/style.md', '@@docs/style.md', '@:docs/style.md', '@file:docs/style.md', '@import docs/style.md', '@docs\\style.md',
    ].map(written => ({ bad: memory(`See <|${written}|> first`), good: memory('See @docs/style.md first') })),
    { bad: memory('See @"docs/gone.md", @ docs/gone.md, `@"docs/style.md"`, me@ docs/style.md, @Input docs/style.md.') },
  ], // prettier-ignore
  *check(document, workspace) {
    const { uri } = document;
    for (const { span, groups } of proseMatches(document, nearly)) {
      const path = groups.slice(1).find(Boolean)!.replaceAll('\\', '/');
      if (workspace.existence(join(parent(uri), path)) !== 'yes') continue;
      yield {
        span,
        message: say('An import is written `{0}`; as it is written here, nothing is imported.', `@${path}`),
        fixes: () => [changeTo(document, span, `@${path}`, 'best')],
      };
    }
  },
});

const path = String.raw`(?:~|\.{0,2}\/)?[\w.][\w./+-]*\.\w{2,5}`;

/** Each has the path in a group of its own. */
const nearly = new RegExp(
  `(?<=^|\\s)@(?:"(${path})"|'(${path})'|\\((${path})\\)|\\[(${path})\\]|<(${path})>|\\{(${path})\\}` +
    `|(?:@|:|file:| |import:? |include:? )(${path})|((?:[\\w.-]+\\\\)+[\\w.-]+\\.\\w{2,5}))(?=\\s|[.,;:]?$)`,
  'gm',
);
