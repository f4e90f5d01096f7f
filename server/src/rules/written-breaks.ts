// Front matter whose line breaks were written as `\n`, so that it is one line.
import { lineBreak } from './edits';
import { hidden, replaced, said, type Place } from './hidden-keys';
import { say, type Finding } from './rule';

/** `---\nname: a\ndescription: Helps.\n---`: what a program wrote that put the text into quotes. */
export function writtenBreaks(place: Place): Finding | undefined {
  const { uri, text } = place.document;
  const line = /^---(?:\\r)?\\n(?:name|description|model|tools|allowed-tools|argument-hint)[ \t]*:[^\n]*/
    .exec(text)?.[0]
    .trimEnd();
  if (line === undefined) return undefined;
  const lines = line.split(/(?:\\r)?\\n/);
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

/** Whether each piece is a key, an item or text below one, no key comes twice, and the last piece closes them: else `\n` may
 * stand in a value, where it is right. */
function isWhole([, ...lines]: readonly string[]): boolean {
  if (lines.pop() !== '---') return false;
  const keys = lines.flatMap(line => /^([a-z][\w-]*):(?=\s|$)/.exec(line)?.[1] ?? []);
  return new Set(keys).size === keys.length && lines.every(line => /^([a-z][\w-]*:(\s|$)|[ \t]+\S|- )/.test(line));
}
