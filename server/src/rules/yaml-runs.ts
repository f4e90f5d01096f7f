// Lines one below the other that are no keys: they belong together, most often to the text of the value above.
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import type { Problem } from '../syntax/problem';
import type { Span } from '../syntax/span';
import { say, type Edit, type Fix } from './rule';

/** Problems that are told of at once, and where. */
export interface Run {
  readonly problems: readonly [Problem, ...Problem[]];
  readonly span: Span;
}

/** Each problem by itself, save those of lines that are no keys and follow one another. */
export function runsOf(text: string, problems: readonly Problem[]): Run[] {
  const runs: { readonly problems: [Problem, ...Problem[]]; span: Span }[] = [];
  for (const problem of problems) {
    const last = runs.at(-1);
    const goesOn =
      last?.problems[0].cause === 'missing-colon' &&
      problem.cause === 'missing-colon' &&
      /^\r?\n$/.test(text.slice(last.span.end, problem.span.start));
    if (goesOn) {
      last.problems.push(problem);
      last.span = { start: last.span.start, end: problem.span.end };
    } else runs.push({ problems: [problem], span: problem.span });
  }
  return runs;
}

export const ofSeveral =
  'These lines are not keys with values. They belong to the value above and must be indented, or colons are missing.';

/** Indents the lines as those above them. */
export function indentation({ uri, text }: Document, { span }: Run): Fix[] {
  const above = text.slice(lineStart(text, Math.max(0, span.start - 1)), span.start);
  const indent = /^[ ]+(?=\S)/.exec(above)?.[0];
  if (indent === undefined) return [];
  const edits: Edit[] = [...text.slice(span.start, span.end).matchAll(/^(?=[^\r\n])/gm)].map(({ index }) => {
    const at = span.start + index;
    return { uri, span: { start: at, end: at }, text: indent };
  });
  return [{ title: say('Indent these lines as the one above'), edits, safe: false, preferred: true }];
}
