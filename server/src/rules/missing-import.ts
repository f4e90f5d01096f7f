// Files that CLAUDE.md imports and that are not there.
import type { Document } from '../syntax/document';
import { lineEnd, lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { baseName } from '../workspace/uris';
import { createdText } from './creating';
import { isPlaceholderPath, isSample, pathFixes } from './file-paths';
import { defineReferenceRule, say, type Finding } from './rule';

const style = '-- docs/style.md --\n# Style\n';

export default defineReferenceRule({
  id: 'missing-import',
  severity: 'warning',
  reach: { names: ['exists'] },
  roles: role => role === 'memory',
  reads: ['file'],
  summary: 'A file that CLAUDE.md imports with `@` and that does not exist.',
  why:
    'Claude Code reads `@path` in CLAUDE.md as the text of that file. It counts the path from the folder of the file that ' +
    'it stands in, takes a dot at its end as a part of it, and says nothing where there is no such file.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026; Claude Code documentation, August 2026.',
  examples: [
    {
      bad: `-- CLAUDE.md --\n# Rules\n\n@<|docs/stile.md|>\n${style}`,
      good: `-- CLAUDE.md --\n# Rules\n\n@docs/style.md\n${style}`,
    },
    {
      bad: `-- app/CLAUDE.md --\nSee @<|docs/style.md|> too\n${style}`,
      good: `-- app/CLAUDE.md --\nSee @../docs/style.md too\n${style}`,
    },
    {
      bad: `-- CLAUDE.md --\nSee @<|docs/style.md.|>\n${style}`,
      good: `-- CLAUDE.md --\nSee @docs/style.md\n${style}`,
    },
    {
      bad:
        '-- CLAUDE.md --\nUse @scope/package and @types/node, ask me@example.org, write `@docs/a.md`.\n\n' +
        '    @docs/b.md\n\n```\n@docs/c.md\n```\n\n(@docs/d.md) @path/to/file.md\n',
    },
    { bad: '-- .claude/commands/go.md --\nRead @docs/gone.md first.\n' },
    { bad: '-- CLAUDE.md --\nSee @README.md for more{{#imports}} and {{imports}}{{/imports}}.\n' },
  ],
  references: {
    kind: 'file',
    check({ form, name, span }, document, workspace) {
      const { uri, text } = document;
      if (form !== 'import' || baseName(uri) === 'AGENTS.md') return undefined;
      const path = text.slice(span.start, span.end);
      if (isSample(uri) || isPlaceholderPath(path) || isFilledIn(text, span)) return undefined;
      const existence = workspace.existence(name);
      if (existence === 'yes' && text[span.end] === '.') return withDot(document, span);
      if (existence !== 'no') return undefined;
      return {
        span,
        message: say(
          'There is no `{0}`, counted from the folder of this file, so nothing is imported, without any message.',
          path,
        ),
        fixes: () => [...pathFixes(document, workspace, span, path), ...createdText(name, path)],
      };
    },
  },
});

/** Whether a program fills in the line first, where the file is to be. */
const isFilledIn = (text: string, { start, end }: Span): boolean =>
  text.slice(lineStart(text, start), lineEnd(text, end)).includes('{{');

const withDot = ({ uri }: Document, { start, end: dot }: Span): Finding => ({
  span: { start, end: dot + 1 },
  message: say('The dot at the end is taken as a part of the path, so nothing is imported. Leave it out.'),
  fixes: () => [
    {
      title: say('Remove the dot'),
      edits: [{ uri, span: { start: dot, end: dot + 1 }, text: '' }],
      safe: true,
      preferred: true,
    },
  ],
});
