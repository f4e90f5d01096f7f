// A key that stands twice in an object of a JSON sample.
import type { Document } from '../syntax/document';
import { readJson } from '../syntax/json';
import { lineAt } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { say, type Finding } from './rule';

/** A line of an object that stands in it once more. What has another value there may be shown as an alternative. */
export function keyTwice({ uri }: Document, from: number, inside: string): Finding | undefined {
  const [twice] = readJson(inside).problems;
  if (!twice) return undefined;
  const line = lineAt(inside, twice.span.start);
  const above = lineAt(inside, Math.max(0, line.start - 1));
  const bare = ({ start, end }: Span): string => inside.slice(start, end).trim().replace(/,$/, '');
  if (line.start === 0 || bare(above) !== bare(line)) return undefined;
  const edit = { uri, span: shift({ start: above.start, end: line.start }, from), text: '' };
  return {
    span: shift(twice.span, from),
    message: say('The key `{0}` stands here twice; only the last one counts.', ...twice.args),
    fixes: () => [{ title: say('Remove the line'), edits: [edit], safe: false, preferred: true }],
  };
}
