// Marks that a merge left in a file, with both versions of what two people changed.
import type { Document } from '../syntax/document';
import { holds, shift, type Span } from '../syntax/span';
import type { Problem } from '../syntax/problem';
import type { Workspace } from '../workspace/workspace';
import { refusal } from './fields';
import { defineRule, say, type Finding, type Fix } from './rule';
import { consequence, fatalProblems } from './yaml-consequence';

/** One conflict: the lines of each mark, and of each version between them. */
interface Conflict {
  readonly marks: readonly Span[];
  readonly span: Span;
  readonly ours: Span;
  readonly theirs: Span;
}

/** All three marks, each at the beginning of a line, in their order; the one of `diff3` may stand between. */
const pattern =
  /^(<{7}(?: [^\n]*)?\n)((?:(?!<{7}|={7}|>{7})[^\n]*\n)*)(={7}\r?\n)((?:(?!<{7}|={7}|>{7})[^\n]*\n)*)(>{7}(?: [^\n]*)?(?:\n|$))/gm;

const agent = (text: string): string => `-- .claude/agents/a.md --\n${text}`;

export default defineRule({
  id: 'merge-marks',
  severity: 'warning',
  reach: 'document',
  samples: true,
  anyWords: true,
  summary: 'Marks of a merge that was not brought to its end.',
  why:
    'Git writes both versions of a place that two people changed, between lines of `<<<<<<<`, `=======` and `>>>>>>>`. In ' +
    'front matter and JSON they make the file unreadable; in a body the model is told both, and the marks too.',
  source: 'git-merge(1), «How conflicts are presented».',
  examples: [
    {
      bad: agent(
        '---\nname: a\n<|<<<<<<< HEAD|>\ndescription: Helps.\n=======\ndescription: Helps you.\n>>>>>>> main\n---\n',
      ),
      good: agent('---\nname: a\ndescription: Helps.\n---\n'),
    },
    {
      bad: agent(
        '---\nname: a\ndescription: Helps.\n---\n\n<|<<<<<<< HEAD|>\nBe brief.\n=======\nBe kind.\n>>>>>>> 3f2a1c7\n\nDo it.\n',
      ),
      good: agent('---\nname: a\ndescription: Helps.\n---\n\nBe brief.\n\nDo it.\n'),
    },
    {
      bad: agent(
        '---\nname: a\n<|<<<<<<< ours|>\ndescription: Helps.\n||||||| base\ndescription: Help.\n' +
          '=======\ndescription: Helps you.\n>>>>>>> theirs\n---\n',
      ),
      good: agent('---\nname: a\ndescription: Helps.\n---\n'),
    },
    {
      bad: '-- .claude/settings.json --\n{\n<|<<<<<<< HEAD|>\n  "model": "haiku"\n=======\n  "model": "opus"\n>>>>>>> main\n}\n',
      good: '-- .claude/settings.json --\n{\n  "model": "haiku"\n}\n',
    },
    { bad: agent('---\nname: a\ndescription: Helps.\n---\n\nTitle\n=======\n\n<<<<<<< is a mark.\n') },
    {
      bad: agent('---\nname: a\ndescription: Helps.\n---\n\n```\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> main\n```\n'),
    },
  ],
  *check(document, workspace) {
    for (const conflict of conflicts(document)) {
      const [span] = conflict.marks;
      yield { span: span!, ...verdictOn(document, workspace, conflict), fixes: () => fixesOf(document, conflict) };
    }
  },
});

const left = 'A merge left both versions here, between marks that are no part of the text. Keep one of them.';

/** What it costs where the text is no YAML or JSON because of it, of which nothing else tells. */
function verdictOn(
  document: Document,
  workspace: Workspace,
  { span }: Conflict,
): Pick<Finding, 'message' | 'severity'> {
  const { problems, language } = document;
  const broken = problems.filter(each => holds(span, each.span) && !isTwice(each));
  if (broken.length === 0) return { message: say(left) };
  if (language === 'json')
    return { severity: 'error', message: say(`${left} As it stands, ${refusal(document, workspace)}.`) };
  const fatal = fatalProblems(document, workspace, broken, []);
  const { severity, words } = consequence(document, workspace, broken[0]!, fatal.size > 0);
  return { severity, message: say(`${left} ${words}`) };
}

const isTwice = ({ cause }: Problem): boolean => cause === 'duplicate-key' || cause === 'json-duplicate';

/** Whether the marks of a merge are what is wrong in a place. */
export function isOfMerge(document: Document): (place: Span) => boolean {
  // Sought where something is wrong alone: this is asked at each key.
  let found: Conflict[] | undefined;
  return place => (found ??= conflicts(document)).some(({ span }) => holds(span, place));
}

/** The fixes of the conflict that a place lies in. */
export function mergeFixes(document: Document, at: number): Fix[] {
  const found = conflicts(document).find(({ span }) => span.start <= at && at < span.end);
  return found ? fixesOf(document, found) : [];
}

/** Those in code show what a conflict looks like. */
export function conflicts({ text, body }: Document): Conflict[] {
  // Of six signs: for one more V8 goes over the text in another way, which takes five times as long.
  if (!text.includes('<<<<<<')) return [];
  const found = [...text.matchAll(pattern)].map(({ index, ...parts }) => {
    const lengths = [1, 2, 3, 4, 5].map(part => parts[part]!.length);
    const starts = lengths.map((_, part) => index + lengths.slice(0, part).reduce((sum, length) => sum + length, 0));
    const spanOf = (part: number): Span => ({ start: starts[part]!, end: starts[part]! + lengths[part]! });
    const mark = (part: number): Span => ({
      start: starts[part]!,
      end: starts[part]! + parts[part + 1]!.trimEnd().length,
    });
    // With `diff3` the lines that both were made of stand behind the first version, below a mark of their own.
    const base = /^\|{7}(?: [^\n]*)?$/m.exec(parts[2]!);
    const ours = spanOf(1);
    return {
      marks: [mark(0), mark(2), mark(4)],
      span: { start: index, end: spanOf(4).end },
      ours: base ? { start: ours.start, end: ours.start + base.index } : ours,
      theirs: spanOf(3),
    };
  });
  const code = (body?.sections ?? []).flatMap(({ start, content }) =>
    content.fences.map(each => shift(each.outer, start)),
  );
  return found.filter(({ span }) => !code.some(each => holds(each, span)));
}

function fixesOf({ uri, text }: Document, { span, ours, theirs }: Conflict): Fix[] {
  const keep = (title: string, { start, end }: Span): Fix => ({
    title: say(title),
    edits: [{ uri, span, text: text.slice(start, end) }],
    safe: false,
  });
  return [{ ...keep('Keep the first version', ours), preferred: true }, keep('Keep the second version', theirs)];
}
