// What is said of a place that is no YAML, and how grave it is.
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import type { Problem } from '../syntax/problem';
import type { Workspace } from '../workspace/workspace';
import { isMargin, marginWords } from './key-margin';
import { isBox } from './list-items';
import { say, type Finding } from './rule';
import { foreign } from './spill';
import { consequence } from './yaml-consequence';
import { markedKeyAt } from './yaml-keys';
import { indentedKey } from './yaml-quotes';
import { causes } from './yaml-words';

/** What is said of one problem, by what its author most likely meant. */
export function verdictOn(
  document: Document,
  workspace: Workspace,
  problem: Problem,
  fatal: boolean,
): Pick<Finding, 'message' | 'severity'> & Partial<Pick<Finding, 'span'>> {
  if (isSwallowed(document, problem)) {
    return {
      severity: 'warning',
      message: say(
        'YAML takes the word after `{0}` for a mark of its own and leaves it out of the value. Put the value in quotes.',
        ...problem.args,
      ),
    };
  }
  const { severity, words } = consequence(document, workspace, problem, fatal);
  if (isMargin(document, problem)) return { severity, message: say(`${marginWords(problem)} ${words}`) };
  if (indentedKey(document, problem, workspace)) {
    const text = 'This key is indented, and so belongs to the value above it. Remove the indentation.';
    return { severity, message: say(`${text} ${words}`) };
  }
  if (problem.cause === 'missing-colon' && foreign.test(document.text.slice(problem.span.start, problem.span.end))) {
    const text = 'This line is neither a key with a value nor a comment, which begins with `#` here.';
    return { severity, message: say(`${text} ${words}`) };
  }
  if (isBox(document.text, problem.span.start))
    return { severity, message: say(`A box to tick stands before this item, which is no YAML. Remove it. ${words}`) };
  const marked = markedKeyAt(document, problem.span.start, workspace);
  if (marked) {
    const text = 'Marks stand around the key `{0}`, so YAML sees no such key. Write it without them.';
    // The parser stumbles over what stands behind the marks.
    const start = lineStart(document.text, problem.span.start);
    const at = problem.cause === 'invalid-yaml' && { span: { start, end: start + marked.length } };
    return { severity, message: say(`${text} ${words}`, marked.key), ...at };
  }
  return { severity, message: say(`${causes[problem.cause] ?? causes['invalid-yaml']} ${words}`, ...problem.args) };
}

/** `&word` and `!word` are valid YAML. */
function isSwallowed({ text, parts }: Document, { cause, span }: Problem): boolean {
  if (cause !== 'reserved-start' || !'&!'.includes(text[span.start]!)) return false;
  const part = parts.find(({ start, end }) => start <= span.start && span.start < end);
  return part?.entries[0]?.value?.is === 'scalar' && !part.entries[0].value.lenient;
}
