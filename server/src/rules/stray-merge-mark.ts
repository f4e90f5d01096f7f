// A mark that a merge left alone: the others of its conflict are gone.
import type { Document } from '../syntax/document';
import { lineAt, lineStart, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { conflicts } from './merge-marks';
import { perSection } from './per-section';
import { isShown, placesIn, sectionAt } from './prose';
import { defineRule, say, type Finding } from './rule';

const agent = (text: string): string => `-- .claude/agents/a.md --\n${text}`;

export default defineRule({
  id: 'stray-merge-mark',
  severity: 'warning',
  reach: 'document',
  samples: true,
  reads: 'body',
  sections: 'beside',
  heeds: line => signs.some(sign => line.includes(sign)),
  summary: 'A mark of a merge that stands alone, since somebody took the others away.',
  why:
    'Whoever chose one version of a conflict by hand may have left a line such as `>>>>>>> main`. In front matter and JSON it ' +
    'makes the file unreadable; in a body the model is told it. Seven equals signs may also underline a heading.',
  source: 'git-merge(1), «How conflicts are presented».',
  examples: [
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
      bad: agent('---\nname: a\ndescription: Helps.\n---\n<|=======|>\nWork.\n\n- Do it\n<|=======|>\n- Then rest\n'),
      good: agent('---\nname: a\ndescription: Helps.\n---\nWork.\n\n- Do it\n- Then rest\n'),
    },
    {
      bad: '-- .claude/settings.json --\n{\n<|=======|>\n  "model": "haiku"\n}\n',
      good: '-- .claude/settings.json --\n{\n  "model": "haiku"\n}\n',
    },
    {
      bad: agent('---\nname: a\ndescription: Helps.\n---\n\n- Do it.\n  <|<<<<<<< HEAD|>\n- Then rest.\n'),
      good: agent('---\nname: a\ndescription: Helps.\n---\n\n- Do it.\n- Then rest.\n'),
    },
    {
      bad: agent('---\nname: a\ndescription: Helps.\n---\n\nDo it.\n<|<<<<<< HEAD|>\n\nThen rest.\n'),
      good: agent('---\nname: a\ndescription: Helps.\n---\n\nDo it.\n\nThen rest.\n'),
    },
    {
      bad: agent(
        '---\nname: a\ndescription: Helps.\n---\n\nIt shows:\n\n    <<<<<<< HEAD\n    A\n    =======\n    B\n    >>>>>>> main\n\n' +
          '>>>>>> So he said.\n>>>>>> So\n  =======\n',
      ),
    },
    { bad: agent('---\nname: a\ndescription: Helps.\n---\n\n```\nA\n=======\n\n>>>>>>> main\n```\n\n========\n') },
    { bad: agent('---\nname: a\ndescription: Helps.\n---\n=======\nReports\n=======\n\nWork\n=======\n') },
  ],
  part: (part, document) => within(document, part),
  *check(document) {
    const { language, text } = document;
    const places = language === 'json' ? [{ start: 0, end: text.length }] : placesIn(document);
    for (const place of places) yield* within(document, place);
  },
});

/** A mark with what Git writes behind it: a branch or commit, perhaps with its message, or words of its own. One that lost a
 * sign is known by the name of a branch that all know. */
const alone =
  /(?:={7}|[<>]{7}|[<>]{6} (?:HEAD|main|master|develop|origin\/[\w./-]+)|(?:<{7}|>{7}|\|{7}) (?:[\w./~^@:-]+(?: \([^\n]*\))?|Updated upstream|Stashed changes|merged common ancestors|constructed merge base|parent of [^\n]+))[ \t]*\r?$/my;

const signs = ['<<<<<<', '||||||', '======', '>>>>>>'];

/** Where lines of a place begin as marks do, blanks aside, in order. To look for the signs takes a fraction of the time that the pattern takes,
 * and V8 finds six of them several times as fast as seven. */
function marksIn(all: string, { start, end }: Span): number[] {
  const text = all.slice(start, end);
  const found: number[] = [];
  for (const sign of signs) {
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length))
      if (beginsLine(text, at)) found.push(start + at);
  }
  return found.sort((a, b) => a - b);
}

/** An item of a list holds a mark no further to the right. */
const deepest = 12;

function beginsLine(text: string, at: number): boolean {
  let first = at;
  while (first > at - deepest && (text[first - 1] === ' ' || text[first - 1] === '\t')) first--;
  return first === 0 || text[first - 1] === '\n';
}

/** Whether a section shows, to the right of the first column, where Git puts none, what a conflict looks like. */
const showsConflict = perSection(text => /^[ \t]+<{6}/m.test(text) && /^[ \t]+>{6}/m.test(text));

/** Whether a mark with blanks before it is none that a merge left: in front matter, JSON and what shows a conflict. */
function isOther(document: Document, at: number): boolean {
  const { text } = document;
  if (at === 0 || text[at - 1] === '\n') return false;
  const section = sectionAt(document, at);
  return text[at] === '=' || !section || showsConflict(document, section);
}

function* within(document: Document, place: Span): Generator<Finding> {
  const { uri, text } = document;
  let all: ReturnType<typeof conflicts> | undefined;
  for (const index of marksIn(text, place)) {
    alone.lastIndex = index;
    const [found] = alone.exec(text) ?? [];
    if (found === undefined) continue;
    const span = { start: index, end: index + found.trimEnd().length };
    if (isOther(document, index)) continue;
    all ??= conflicts(document);
    if (all.some(each => each.span.start <= index && index < each.span.end)) continue;
    if (isShown(document, span) || (text[index] === '=' && !separates(document, span))) continue;
    const line = { start: lineStart(text, index), end: nextLine(text, span.end) };
    yield {
      span,
      message: say('This line is a mark that a merge left behind; it is not part of the text.'),
      fixes: () => [
        { title: say('Remove the line'), edits: [{ uri, span: line, text: '' }], safe: false, preferred: true },
      ],
    };
  }
}

/** Whether seven equals signs are no underline of a heading: nothing stands above them, the end of a sentence, or what ends before
 * them; and no line over a title, which has one below it too. */
function separates({ text, body, language }: Document, { start, end }: Span): boolean {
  if (language === 'json') return true;
  if (!body || /^\r?\n[^\n]+\n={3}/.test(text.slice(end, end + longTitle))) return false;
  if (start <= body.span.start) return true;
  const above = lineAt(text, Math.max(lineStart(text, start) - 1, 0));
  const line = text.slice(above.start, above.end).trim();
  return line === '' || /[.:;!?,]["')*_]*$/.test(line) || line.length > 60 || endsBefore.test(line);
}

const longTitle = 100;

/** An item of a list, a row of a table, a heading or a tag: Markdown underlines none of these from the first column. */
const endsBefore = /^(?:[-*+]|\d+[.)]|#{1,6}) |^\|.*\|$|^<\/?\w[^>]*>$/;
