// Paths in inline code and commands that lead nowhere, of which one part is a slip of the pen away from a name that is there.
import { pathMentionsIn, type PathMention } from '../workspace/mentions';
import type { Document } from '../syntax/document';
import { lineEnd, lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { baseName, decoded, join } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { asMarkdown, basesOf, endsLikeFile } from './file-paths';
import missingBundledFile from './missing-bundled-file';
import { isInSampleFile, isShell, proseMatches } from './prose';
import { defineRule, say, type Finding } from './rule';
import { skillWith } from './samples';
import { exchanged, isPlural, isSlipWithin } from './slip';

const learnings = '-- .claude/memory/learnings.md --\n# Learnings\n';

export default defineRule({
  id: 'misspelt-path',
  severity: 'information',
  reach: 'repository',
  roles: readsBody,
  summary:
    'A path to a file in inline code or a command that leads nowhere, and is a letter away from one that leads to a file.',
  why:
    'The model looks for a file of exactly that name. Reported are paths of which one part is nearly the name of something in ' +
    'that very folder, from the folder of the project, of the file or of its skill.',
  source: 'Counted over 18 public repositories, 29 November 2026.',
  examples: [
    {
      bad: skillWith('Read `<|.claude/memory/learnigs.md|>` first.') + learnings,
      good: skillWith('Read `.claude/memory/learnings.md` first.') + learnings,
    },
    {
      bad: skillWith('Read @<|.claude/memory/learnigs.md|>, @org/name and me@a/b.md.') + learnings,
      good: skillWith('Read @.claude/memory/learnings.md, @org/name and me@a/b.md.') + learnings,
    },
    {
      bad: skillWith('Read `<|.claude/memroy/learnings.md|>` first.') + learnings,
      good: skillWith('Read `.claude/memory/learnings.md` first.') + learnings,
    },
    {
      bad: skillWith('Write `.claude/memory/learning.md`, `.claude/memory/lessons.md` and `memroy/a.md`.') + learnings,
    },
    {
      bad: `${skillWith('Read `<|reference/details.md|>` first.')}-- .claude/skills/a/references/details.md --\n# Details\n`,
      good: `${skillWith('Read `references/details.md` first.')}-- .claude/skills/a/references/details.md --\n# Details\n`,
    },
    {
      bad: skillWith('Read `<|.claudememory/learnings.md|>` first.') + learnings,
      good: skillWith('Read `.claude/memory/learnings.md` first.') + learnings,
    },
    ...['markdown', 'mdx', 'txt'].map(ending => ({
      bad: skillWith(`Read \`<|.claude/memory/learnings.${ending}|>\` first.`) + learnings,
      good: skillWith('Read `.claude/memory/learnings.md` first.') + learnings,
    })),
    {
      bad: skillWith('```bash\ncat <|.claude/memroy/learnings.md|> | head\n```') + learnings,
      good: skillWith('```bash\ncat .claude/memory/learnings.md | head\n```') + learnings,
    },
    {
      bad: skillWith('Write it to `<|.calude|>/plans/` or `<|.claude/memroy|>/b.md`.') + learnings,
      good: skillWith('Write it to `.claude/plans/` or `.claude/memory/b.md`.') + learnings,
    },
    {
      bad: `${skillWith('Run `python <|scripts/rn_all.py|> --fast`.')}-- scripts/run_all.py --\n`,
      good: `${skillWith('Run `python scripts/run_all.py --fast`.')}-- scripts/run_all.py --\n`,
    },
    {
      bad: skillWith('```bash\necho > .claude/memory/learning.md && a $X/.claude/memroy/learnings.md\n```') + learnings,
    },
    {
      bad: `-- .claude-plugin/plugin.json --\n{ "name": "kit" }\n-- scripts/build.sh --\n-- commands/a.md --\n---\ndescription: Builds.\n---\n\nRun \${CLAUDE_PLUGIN_ROOT}/<|scirpts/build.sh|> now.\n`,
      good: `-- .claude-plugin/plugin.json --\n{ "name": "kit" }\n-- scripts/build.sh --\n-- commands/a.md --\n---\ndescription: Builds.\n---\n\nRun \${CLAUDE_PLUGIN_ROOT}/scripts/build.sh now.\n`,
    },
    { bad: `${skillWith('- [ ] `tests/README.md` is written')}-- test/README.md --\n# Tests\n` },
    {
      bad:
        skillWith('Make `.claude/memory/learnings.txt` of `learnings.md`: `cp x .claude/memory/learnings.txt`.') +
        learnings,
    },
    { bad: `${skillWith('Then `_plan/steps.md`.')}-- plan/steps.md --\n# Steps\n` },
    { bad: `${skillWith('Then `.claude/steps/step-2.md`.')}-- .claude/steps/step-1.md --\n# Step\n` },
  ],
  *check(document, workspace) {
    const { uri } = document;
    if (workspace.isIgnored(uri)) return;
    for (const { path, span } of pathMentionsIn(document)) {
      const meant = asMarkdown(path);
      if (meant === undefined || !isOtherEnding(document, span.start, path, meant, workspace)) continue;
      if (!isInSampleFile(document, span)) yield finding(document, span, path, meant);
    }
    for (const { path, span } of [
      ...pathMentionsIn(document),
      ...pathsInCommands(document),
      ...pathsTaken(document, workspace),
      ...pathsBehindVariables(document, workspace),
    ]) {
      // `@docs/guide.md` is a file to take in.
      if (!(endsLikeFile(path) || path.endsWith('/')) || path.startsWith('@')) continue;
      const bases = [...new Set(basesOf(document, workspace))];
      if (bases.some(base => workspace.existence(join(base, path)) !== 'no')) continue;
      const meant = endsLikeFile(path) ? pathMeant(path, bases, workspace) : undefined;
      const folder = meant === undefined ? folderMeant(path, bases, workspace) : undefined;
      if (folder && !isInSampleFile(document, span)) yield ofFolder(document, span, folder);
      if (meant === undefined || isInSampleFile(document, span)) continue;
      // What another rule says there needs not be said twice.
      const reference = workspace.references(document, 'file').find(each => each.span.start <= span.start && span.start < each.span.end); // prettier-ignore
      if (reference?.form === 'path' && workspace.role(uri) === 'agent') continue;
      if (reference && missingBundledFile.references!.check(reference, document, workspace)) continue;
      yield finding(document, span, path, meant);
    }
  },
});

const finding = (document: Document, span: Span, path: string, meant: string): Finding => ({
  span,
  message: say('There is no file `{0}`; it is nearly `{1}`.', path, meant),
  fixes: () => [changeTo(document, span, meant, 'best')],
});

function ofFolder(document: Document, { start }: Span, { written, meant }: Folder): Finding {
  const span = { start, end: start + written.length };
  return {
    span,
    message: say('There is no folder `{0}`; it is nearly `{1}`.', written, meant),
    fixes: () => [changeTo(document, span, meant, 'best')],
  };
}

/** Whether only the same path with the ending `.md` is there. A line that holds both tells of what one is made into; the
 * requirements of Python have that ending of their own. */
function isOtherEnding(document: Document, at: number, path: string, meant: string, workspace: Workspace): boolean {
  const { text } = document;
  if (/(?:^|\/)requirements[\w-]*\.txt$/.test(path) || path.startsWith('@')) return false;
  if (text.slice(lineStart(text, at), lineEnd(text, at)).replaceAll(path, '').includes(baseName(meant))) return false;
  const bases = basesOf(document, workspace);
  return (
    bases.every(base => workspace.existence(join(base, path)) === 'no') &&
    bases.some(base => workspace.existence(join(base, meant)) === 'yes')
  );
}

/** `@docs/guide.md` in a command or skill, which Claude Code takes in. */
function pathsTaken(document: Document, workspace: Workspace): PathMention[] {
  if (!['command', 'skill'].includes(workspace.role(document.uri)) || !document.text.includes('@')) return [];
  return [...proseMatches(document, taken, true)].map(({ span, groups }) => ({ path: groups[0], span }));
}

/** `${CLAUDE_PLUGIN_ROOT}/scripts/x.sh`, wherever it stands. */
const pathsBehindVariables = (document: Document, workspace: Workspace): PathMention[] =>
  workspace
    .references(document, 'file')
    .filter(({ form, field }) => form === 'variable' && field === undefined)
    .map(({ span }) => ({ path: document.text.slice(span.start, span.end), span }));

const taken = /(?<=(?:^|[ \t(])@)(?:[\w.-]+\/)+[\w.-]*\.\w+/gm;

/** Paths among the words of a command: in a block of the shell, and in inline code of several words. */
function pathsInCommands({ text, body }: Document): PathMention[] {
  return (body?.sections ?? []).flatMap(({ start, content: { codes, fences } }) => {
    const blocks = fences.filter(({ info }) => isShell(text.slice(start + info.start, start + info.end)));
    return [...codes, ...blocks].flatMap(({ span }) => {
      const command = text.slice(start + span.start, start + span.end);
      if (!command.includes('/') || !/\s/.test(command)) return [];
      return [...command.matchAll(pathInCommand)].map(({ index, 0: path }) => {
        const at = start + span.start + index;
        return { path, span: { start: at, end: at + path.length } };
      });
    });
  });
}

/** Not what is written to, what a variable stands before, or what is part of an address or of an option. */
const pathInCommand = /(?<=^|[\s"'(])(?<!>\s*)(?:\.{1,2}\/)*[\w.-]+(?:\/[\w.-]+)+(?=$|[\s"');|])/gm;

/** The one path that is there, of all that differ from the written one by a slip. */
function pathMeant(path: string, bases: readonly string[], workspace: Workspace): string | undefined {
  const found = new Set(bases.flatMap(base => nearIn(base, path, workspace)));
  return found.size === 1 ? [...found][0] : undefined;
}

interface Folder {
  readonly written: string;
  readonly meant: string;
}

/** The folder in which something may yet be written, where two letters of its name are exchanged or one is struck twice. */
function folderMeant(path: string, bases: readonly string[], workspace: Workspace): Folder | undefined {
  for (const base of bases) {
    const missing = firstMissing(base, path, workspace);
    if (!missing) continue;
    const { parts, index, at } = missing;
    const part = parts[index]!;
    if (index === parts.length - 1 || part.length < 5) continue;
    const names = workspace.paths.namesIn(at);
    const name = exchanged(part).find(each => names.includes(each));
    const folder = (last: string): string => [...parts.slice(0, index), last].join('/');
    if (name !== undefined) return { written: folder(part), meant: folder(name) };
  }
  return undefined;
}

interface Missing {
  readonly parts: readonly string[];
  /** Which of them is not there. */
  readonly index: number;
  /** Where it is not. */
  readonly at: string;
}

/** The first part of a path that leads nowhere. */
function firstMissing(base: string, path: string, workspace: Workspace): Missing | undefined {
  const parts = path.split('/');
  let at = base;
  for (const [index, part] of parts.entries()) {
    const there = join(at, part);
    const isStep = part === '' || part === '.' || part === '..';
    if (!isStep && workspace.existence(there) === 'no') return { parts, index, at };
    at = there;
  }
  return undefined;
}

/** The paths that are there and differ from the written one by a slip in one part. */
function nearIn(base: string, path: string, workspace: Workspace): string[] {
  const missing = firstMissing(base, path, workspace);
  if (!missing) return [];
  const { parts, index, at } = missing;
  const part = parts[index]!;
  const rest = parts.slice(index + 1).join('/');
  const isLast = index === parts.length - 1;
  return workspace.paths
    .namesIn(at)
    .map(decoded)
    .filter(name => isNear(part, name, isLast) || (!isLast && isPlural(part, name) && !everywhere.test(rest)))
    .filter(name => workspace.existence(join(join(at, name), rest)) === 'yes')
    .map(name => [...parts.slice(0, index), name, ...parts.slice(index + 1)].join('/'))
    .concat(unglued(parts, index, at, workspace));
}

/** Files of every project: `tests/README.md` may be one that is yet to be written, whatever lies in `test`. */
const everywhere = /(?:^|\/)(?:README|CHANGELOG|LICENSE|index|main|package|config)\b[^/]*$/i;

/** `.claudememory/a.md`, where the slash between two folders is lost. */
function unglued(parts: readonly string[], index: number, at: string, workspace: Workspace): string[] {
  const part = parts[index]!;
  return workspace.paths
    .namesIn(at)
    .map(decoded)
    .flatMap(name => {
      const rest = part.slice(name.length);
      if (rest === '' || !part.startsWith(name)) return [];
      const path = [name, rest, ...parts.slice(index + 1)].join('/');
      return workspace.existence(join(at, path)) === 'yes' ? [[...parts.slice(0, index), path].join('/')] : [];
    });
}

/** A slip before the last dot of a name; a folder has no such end. `_plan` is what a tool makes of `plan`, and no slip. */
function isNear(written: string, name: string, isFile: boolean): boolean {
  if (/^[_.]/.test(written) && written.slice(1) === name) return false;
  const end = isFile ? (/\.\w+$/.exec(written)?.[0] ?? '') : '';
  const word = written.slice(0, written.length - end.length);
  return word.length >= 4 && name.endsWith(end) && isSlipWithin(word, name.slice(0, name.length - end.length));
}
