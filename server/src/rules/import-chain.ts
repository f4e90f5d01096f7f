// Imports of memory files that Claude Code does not follow: too many in a row, or in a circle.
import { deepest, type ImportPlace } from '../workspace/imports';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { isSample } from './file-paths';
import { defineReferenceRule, say, type Finding, type Fix } from './rule';

const file = (path: string, imported: string): string => `-- ${path} --\nText.\n\n@${imported}\n`;
const four = file('CLAUDE.md', 'docs/1.md') + file('docs/1.md', '2.md') + file('docs/2.md', '3.md');
const last = '-- docs/5.md --\nEnd.\n';

export default defineReferenceRule({
  id: 'import-chain',
  severity: 'warning',
  reach: { names: ['exists'] },
  reads: ['file'],
  summary: 'An import of a memory file that is not followed: the fifth in a row, or one in a circle.',
  why:
    'Claude Code follows imports from CLAUDE.md, and from its rules, four files deep. What the fourth file imports is not ' +
    'read, and nothing is said. A file is read once, so that one which imports a file above itself adds nothing.',
  source: 'Observed: Claude Code 2.1.330, 28 November 2026; Claude Code documentation of memory, August 2026.',
  examples: [
    { bad: four + file('docs/3.md', '4.md') + file('docs/4.md', '<|5.md|>') + last },
    { bad: file('CLAUDE.md', 'docs/4.md') + file('docs/4.md', '5.md') + last },
    {
      bad: file('CLAUDE.md', 'docs/a.md') + file('docs/a.md', 'b.md') + file('docs/b.md', '<|a.md|>'),
      good: `${file('CLAUDE.md', 'docs/a.md')}${file('docs/a.md', 'b.md')}-- docs/b.md --\nText.\n\n`,
    },
    { bad: file('CLAUDE.md', 'AGENTS.md') + file('AGENTS.md', '<|CLAUDE.md|>') },
    { bad: file('docs/a.md', 'b.md') + file('docs/b.md', 'a.md') },
  ],
  references: {
    kind: 'file',
    check({ form, name, span }, document, workspace) {
      if (form !== 'import' || isSample(document.uri) || workspace.existence(name) !== 'yes') return undefined;
      const place = workspace.imports.place(document.uri);
      if (!place) return undefined;
      return inCircle(document, workspace, place, name, span) ?? tooDeep(workspace, place, name, span);
    },
  },
});

/** Of the imports in a circle, the one that leads back is reported. */
function inCircle(
  { uri, text }: Document,
  workspace: Workspace,
  { chain, above }: ImportPlace,
  target: string,
  span: Span,
): Finding | undefined {
  if (target !== uri && !above.has(target)) return undefined;
  const length = workspace.imports.place(target)?.chain.length;
  if (length === undefined || length > chain.length) return undefined;
  const message =
    target === uri
      ? say('The file imports itself, which adds nothing: Claude Code reads each file once.')
      : say('The file that is imported here imports this one, so this adds nothing: Claude Code reads each file once.');
  return { span, message, severity: 'information', fixes: () => [withoutImport(uri, text, span)] };
}

function tooDeep(workspace: Workspace, { chain }: ImportPlace, target: string, span: Span): Finding | undefined {
  if (chain.length <= deepest || workspace.imports.place(target)) return undefined;
  return {
    span,
    message: say(
      'Claude Code follows {0} imports in a row, and this is one more ({1}), so the file is not read. Import it from a file nearer to the first.',
      String(deepest),
      chain.map(each => workspace.shown(each)).join(' → '),
    ),
  };
}

/** The line of an import that stands alone, else the import. */
function withoutImport(uri: string, text: string, span: Span): Fix {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const end = newline < 0 ? text.length : newline + 1;
  const alone = text.slice(start, end).trim() === text.slice(span.start - 1, span.end);
  const gone = alone ? { start, end } : { start: span.start - 1, end: span.end };
  return { title: say('Remove the import'), edits: [{ uri, span: gone, text: '' }], safe: false };
}
