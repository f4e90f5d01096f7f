// The usual order of keys, and front matter in that order or another.
import type { Field } from '../dialects/dialect';
import type { Span } from '../syntax/span';
import type { Schema } from '../workspace/schema';
import { cut, type Piece, type Pieces, type Plain } from './key-pieces';

/** The keys of a file in their usual order: that of the framework which the repository follows, where it follows one. Of
 * the tool's other keys each stands behind those that it follows there, and what follows them all at the end. Keys that
 * files merely happen to have are left out. */
export function usualOrder({ kinds }: Schema): string[] {
  const [tool = [], ...frameworks] = kinds.map(({ fields }) => fields.filter(hasPlace).map(({ key }) => key));
  const order = [...new Set(frameworks.flat())];
  const lastShared = Math.max(-1, ...tool.map((key, index) => (order.includes(key) ? index : -1)));
  let behind = 0;
  for (const key of tool.slice(0, lastShared + 1)) {
    const known = order.indexOf(key);
    if (known < 0) order.splice(behind, 0, key);
    behind = Math.max(behind, (known < 0 ? behind : known) + 1);
  }
  return [...order, ...tool.slice(lastShared + 1)];
}

const hasPlace = ({ status }: Field): boolean => status !== 'internal' && status !== 'convention';

/** Comments that silence what follows, up to another one, mean their place. */
const placed = /agentwright-(?:disable|enable)(?![\w-])/;

/** What brings the keys of a document in an order; undefined where they are in it, or where a comment means its place. */
export function inOrder(document: Plain, order: readonly string[]): { span: Span; text: string } | undefined {
  const { span } = document.frontMatter;
  const before = document.text.slice(span.start, span.end);
  if (placed.test(before)) return undefined;
  const text = ordered(cut(document), order);
  return text === before ? undefined : { span, text };
}

/** Front matter with its keys in order. A key that has no place in it stays where it is. */
function ordered({ head, pieces, tail }: Pieces, order: readonly string[]): string {
  const place = ({ key }: Piece): number => order.indexOf(key);
  const placed = pieces.filter(piece => place(piece) >= 0).sort((a, b) => place(a) - place(b));
  const sorted = pieces.map(piece => (place(piece) < 0 ? piece : placed.shift()!));
  return head + onTop(sorted, pieces[0]).join('') + tail;
}

/** A blank line that would come to the top stays above the key that was there. */
function onTop(sorted: readonly Piece[], first: Piece | undefined): string[] {
  const top = sorted[0];
  return sorted.map(piece => {
    if (piece === top) return (first?.blank ?? '') + piece.text;
    return (piece === first ? (top?.blank ?? '') : piece.blank) + piece.text;
  });
}
