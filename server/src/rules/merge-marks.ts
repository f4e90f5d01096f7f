// Marks that a merge left in a file, with both versions of what two people changed.
import type { Document } from '../syntax/document';
import { lineAt, lineStart, nextLine } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { isShown } from './prose';
import { defineRule, say, type Finding, type Fix } from './rule';

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
      bad: '-- .claude/settings.json --\n{\n<|<<<<<<< HEAD|>\n  "model": "haiku"\n=======\n  "model": "opus"\n>>>>>>> main\n}\n',
      good: '-- .claude/settings.json --\n{\n  "model": "haiku"\n}\n',
    },
    { bad: agent('---\nname: a\ndescription: Helps.\n---\n\nTitle\n=======\n\n<<<<<<< is a mark.\n') },
    {
      bad: agent('---\nname: a\ndescription: Helps.\n---\n\n```\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> main\n```\n'),
    },
    {
      bad: agent('---\nname: a\ndescription: Helps.\n---\n\nDo it.\n<|<<<<<<< feature/x|>\n\nThen rest.\n'),
      good: agent('---\nname: a\ndescription: Helps.\n---\n\nDo it.\n\nThen rest.\n'),
    },
    {
      bad: agent('---\nname: a\ndescription: Helps.\n---\n\nDo it.\n\n<|=======|>\n\nThen rest.\n'),
      good: agent('---\nname: a\ndescription: Helps.\n---\n\nDo it.\n\n\nThen rest.\n'),
    },
    {
      bad: agent('---\nname: a\n<|<<<<<<< Updated upstream|>\ndescription: Helps.\n---\n'),
      good: agent('---\nname: a\ndescription: Helps.\n---\n'),
    },
    {
      bad: '-- .claude/settings.json --\n{\n<|=======|>\n  "model": "haiku"\n}\n',
      good: '-- .claude/settings.json --\n{\n  "model": "haiku"\n}\n',
    },
    { bad: agent('---\nname: a\ndescription: Helps.\n---\n\n```\nA\n=======\n\n>>>>>>> main\n```\n\n========\n') },
  ],
  *check(document) {
    const all = conflicts(document);
    for (const conflict of all) {
      const [span] = conflict.marks;
      yield {
        span: span!,
        message: say('A merge left both versions here, between marks that are no part of the text. Keep one of them.'),
        fixes: () => fixesOf(document, conflict),
      };
    }
    yield* marksAlone(document, all);
  },
});

/** A mark with what Git writes behind it: a branch or commit, perhaps with its message, or words of its own. */
const alone =
  /^(?:={7}|[<>]{7}|(?:<{7}|>{7}|\|{7}) (?:[\w./~^@:-]+(?: \([^\n]*\))?|Updated upstream|Stashed changes|merged common ancestors|constructed merge base|parent of [^\n]+))[ \t]*\r?$/my;

const signs = ['<<<<<<<', '|||||||', '=======', '>>>>>>>'];

/** Where lines begin as marks do, in order. To look for the signs takes a fraction of the time that the pattern takes. */
function marksIn(text: string): number[] {
  const found: number[] = [];
  for (const sign of signs) {
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length))
      if (at === 0 || text[at - 1] === '\n') found.push(at);
  }
  return found.sort((a, b) => a - b);
}

/** The marks that are left where somebody took the others away. */
function* marksAlone(document: Document, all: readonly Conflict[]): Generator<Finding> {
  const { uri, text } = document;
  for (const index of marksIn(text)) {
    alone.lastIndex = index;
    const [found] = alone.exec(text) ?? [];
    if (found === undefined) continue;
    const span = { start: index, end: index + found.trimEnd().length };
    if (all.some(each => each.span.start <= index && index < each.span.end)) continue;
    if (isShown(document, span) || (text[index] === '=' && !separates(document, span))) continue;
    const line = { start: index, end: nextLine(text, span.end) };
    yield {
      span,
      message: say('This line is a mark that a merge left behind; it is no part of the text.'),
      fixes: () => [
        { title: say('Remove the line'), edits: [{ uri, span: line, text: '' }], safe: false, preferred: true },
      ],
    };
  }
}

/** Whether seven equals signs are no underline of a heading: nothing stands above them, or the end of a sentence. */
function separates({ text, body, language }: Document, { start }: Span): boolean {
  if (language === 'json') return true;
  if (!body || start <= body.span.start) return false;
  const above = lineAt(text, Math.max(lineStart(text, start) - 1, 0));
  const line = text.slice(above.start, above.end).trim();
  return line === '' || /[.:;!?,]["')*_]*$/.test(line) || line.length > 60;
}

/** The fixes of the conflict that a place lies in. */
export function mergeFixes(document: Document, at: number): Fix[] {
  const found = conflicts(document).find(({ span }) => span.start <= at && at < span.end);
  return found ? fixesOf(document, found) : [];
}

/** Those in code show what a conflict looks like. */
export function conflicts({ text, body }: Document): Conflict[] {
  if (!text.includes('<<<<<<<')) return [];
  const found = [...text.matchAll(pattern)].map(({ index, ...parts }) => {
    const lengths = [1, 2, 3, 4, 5].map(part => parts[part]!.length);
    const starts = lengths.map((_, part) => index + lengths.slice(0, part).reduce((sum, length) => sum + length, 0));
    const spanOf = (part: number): Span => ({ start: starts[part]!, end: starts[part]! + lengths[part]! });
    const mark = (part: number): Span => ({
      start: starts[part]!,
      end: starts[part]! + parts[part + 1]!.trimEnd().length,
    });
    return {
      marks: [mark(0), mark(2), mark(4)],
      span: { start: index, end: spanOf(4).end },
      ours: spanOf(1),
      theirs: spanOf(3),
    };
  });
  const code = (body?.sections ?? []).flatMap(({ start, content }) =>
    content.fences.map(each => shift(each.outer, start)),
  );
  return found.filter(({ span }) => !code.some(({ start, end }) => start <= span.start && span.end <= end));
}

function fixesOf({ uri, text }: Document, { span, ours, theirs }: Conflict): Fix[] {
  const keep = (title: string, { start, end }: Span): Fix => ({
    title: say(title),
    edits: [{ uri, span, text: text.slice(start, end) }],
    safe: false,
  });
  return [{ ...keep('Keep the first version', ours), preferred: true }, keep('Keep the second version', theirs)];
}
