// Paths to files that are there, but written as another computer has them or with a mark that is wrong.
import type { Document } from '../syntax/document';
import { inOneOf, shift, type Span } from '../syntax/span';
import { lookAlikes, withoutLookAlikes } from '../workspace/look-alikes';
import { join } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { basesOf } from './file-paths';
import missingBundledFile from './missing-bundled-file';
import { perSection } from './per-section';
import { isInSampleFile } from './prose';
import { skillWith } from './samples';
import { defineRule, say, type Message } from './rule';

const learnings = '-- .claude/memory/learnings.md --\n# Learnings\n';

export default defineRule({
  id: 'path-notation',
  severity: 'information',
  reach: 'repository',
  roles: readsBody,
  summary:
    'A path in the text that leads to a file of the project, but from the root of one computer, with backslashes, a space, or a ' +
    'folder twice.',
  why:
    'The model looks for exactly what is written. A path from the root of its author’s computer leads nowhere on all others, and ' +
    'one with backslashes leads nowhere save on Windows.',
  source: 'Counted over 14,979 files of public repositories, 29 November 2026.',
  examples: [
    {
      bad: skillWith('Read `<|/home/ada/work/.claude/memory/learnings.md|>` first.') + learnings,
      good: skillWith('Read `.claude/memory/learnings.md` first.') + learnings,
    },
    {
      bad: skillWith('```bash\ncat <|C:\\dev\\work\\.claude\\memory\\learnings.md|>\n```') + learnings,
      good: skillWith('```bash\ncat .claude/memory/learnings.md\n```') + learnings,
    },
    {
      bad: skillWith('Read `<|.claude\\memory\\learnings.md|>` and `<|.claude/memory/ learnings.md|>`.') + learnings,
      good: skillWith('Read `.claude/memory/learnings.md` and `.claude/memory/learnings.md`.') + learnings,
    },
    {
      bad: skillWith('Read `<|.claude/.claude/memory/learnings.md|>` in `<|claude/memory/|>`.') + learnings,
      good: skillWith('Read `.claude/memory/learnings.md` in `.claude/memory/`.') + learnings,
    },
    {
      bad: skillWith('Read `<|.claude/memory/l\u0435arnings.md|>` and `a\u2013b.md`.') + learnings,
      good: skillWith('Read `.claude/memory/learnings.md` and `a\u2013b.md`.') + learnings,
    },
    {
      bad:
        skillWith(
          'Read `/home/user/x/.claude/memory/learnings.md`, `/home/ada/.claude/gone.md`, `gone\\a.md`, `a/ b.md`, `~/.claude/memory/learnings.md`.',
        ) + learnings,
    },
  ],
  *check(document, workspace) {
    if (workspace.isIgnored(document.uri)) return;
    for (const section of document.body?.sections ?? []) {
      for (const { start, end, meant, wrong } of writtenIn(document, section)) {
        const span = shift({ start, end }, section.start);
        const written = document.text.slice(span.start, span.end);
        const bases = basesOf(document, workspace);
        if (bases.every(base => workspace.existence(join(base, meant)) !== 'yes')) continue;
        if (wrong !== 'root' && bases.some(base => workspace.existence(join(base, written)) !== 'no')) continue;
        if (isInSampleFile(document, span) || isToldOf(document, span, workspace)) continue;
        yield { span, message: messages[wrong], fixes: () => [changeTo(document, span, meant, 'best')] };
      }
    }
  },
});

/** Whether another rule says that there is no such file. */
function isToldOf(document: Document, span: Span, workspace: Workspace): boolean {
  const reference = workspace
    .references(document, 'file')
    .find(each => each.span.start <= span.start && span.start < each.span.end);
  if (!reference) return false;
  if (reference.form === 'path' && workspace.role(document.uri) === 'agent') return true;
  return missingBundledFile.references!.check(reference, document, workspace) !== undefined;
}

type Wrong = 'letters' | 'root' | 'backslash' | 'blank' | 'twice' | 'dot';

const messages: Readonly<Record<Wrong, Message>> = {
  letters: say('A letter or a hyphen in this path only looks like the one that is meant, so the path leads nowhere.'),
  root: say(
    'This path begins at the root of one computer, and leads nowhere on others; the file lies in this project.',
  ),
  backslash: say('With backslashes this path leads nowhere, except on Windows.'),
  blank: say('With a space in it this path leads nowhere.'),
  twice: say('A folder stands twice in this path, so it leads nowhere.'),
  dot: say('There is no such folder without the dot before its name.'),
};

interface Written extends Span {
  readonly meant: string;
  readonly wrong: Wrong;
}

/** Not of those that stand for everybody: `/home/user`, `/Users/you`. */
const fromRoot =
  /(?<![\w/\\.:~-])(?:[A-Z]:[\\/]|\/(?:home|Users)\/(?!(?:node|vscode|runner|users?|ubuntu|you|me|name|username|your[\w-]*|my[\w-]*|alice|bob|john|jane|agent|claude|dev|root|Shared)\/)[\w.-]+\/)[\w./\\@-]*?[\\/](\.claude[\\/][\w./\\-]*\w)/g;

/** Whole pieces of code. */
const forms: readonly (readonly [RegExp, Wrong, (path: string) => string])[] = [
  [/^\.{0,2}[\w.@-]*(?:\\[\w.@-]+)+\.\w{2,5}$/, 'backslash', path => path.replaceAll('\\', '/')],
  [new RegExp(`^[\\w./-]*[${lookAlikes}][\\w./${lookAlikes}-]*\\.\\w{2,5}$`), 'letters', withoutLookAlikes],
  [/^(?:[\w.-]+\/)+ [\w.-]+\.\w{2,5}$/, 'blank', path => path.replace('/ ', '/')],
  [/^(\.?[\w-]+\/)\1[\w./-]+$/, 'twice', path => path.replace(/^(\.?[\w-]+\/)/, '')],
  [/^claude\/[\w/-]+$/, 'dot', path => `.${path}`],
];

const mayHold = new RegExp(`[${lookAlikes}]|${/[\\/]\.claude[\\/]|\\|\/ |`claude\/|`(\.?[\w-]+\/)\1/.source}`);

const writtenIn = perSection((text, { codes, comments }): readonly Written[] => {
  if (!mayHold.test(text)) return [];
  const isHidden = inOneOf([...comments]);
  const absolute = [...text.matchAll(fromRoot)].map(({ index, 0: all, 1: rest }): Written => ({
    start: index,
    end: index + all.length,
    meant: rest!.replaceAll('\\', '/'),
    wrong: 'root',
  }));
  const inCode = codes.flatMap(({ span: { start, end } }): Written[] => {
    const code = text.slice(start, end);
    const [, wrong, mend] = (end - start < 200 && forms.find(([pattern]) => pattern.test(code))) || [];
    return wrong && mend ? [{ start, end, meant: mend(code), wrong }] : [];
  });
  return [...absolute, ...inCode].filter(({ start }) => !isHidden(start));
});
