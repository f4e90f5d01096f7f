// Front matter whose line breaks were written as `\n`: a new line at each of them.
import { oneLine, piecesOf } from '../syntax/one-line';
import { lineBreak } from './edits';
import { hidden, replaced, said, type Place } from './hidden-keys';
import { say, type Finding } from './rule';

export function writtenBreaks(place: Place): Finding | undefined {
  const { uri, text } = place.document;
  const line = oneLine(text);
  if (line === undefined) return undefined;
  const lines = piecesOf(line);
  const span = { start: 0, end: line.length };
  return {
    span,
    ...said('The front matter is one line: `\\n` stands where a line should end.', hidden(place)),
    fixes: () =>
      isWhole(lines)
        ? [{ ...replaced(uri, say('Begin a new line at each `\\n`'), span, lines.join(lineBreak(text))), safe: false }]
        : [],
  };
}

/** Whether each piece up to the line that closes them is a key, an item, a comment or text below one, and no key comes twice: else
 * `\n` may stand in a value, where it is right. Behind it stands the body, where the whole file is one line. */
function isWhole([, ...pieces]: readonly string[]): boolean {
  const lines = pieces.slice(0, pieces.indexOf('---'));
  if (!pieces.includes('---')) return false;
  const keys = lines.flatMap(line => /^([a-z][\w-]*):(?=\s|$)/.exec(line)?.[1] ?? []);
  return (
    new Set(keys).size === keys.length && lines.every(line => /^(?:[a-z][\w-]*:(?:\s|$)|[ \t]+\S|- |#)/.test(line))
  );
}
