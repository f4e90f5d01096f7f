// Front matter whose line breaks were written as `\n`, so that it is one line.

/** A key that hardly anything but an agent, a skill or a command has. */
const telling = /^(?:name|description|model|tools|allowed-tools|argument-hint)[ \t]*:/;

/** The first line of `---\nname: a\ndescription: Helps.\n---`, which a program wrote that put the text into quotes. */
export function oneLine(text: string): string | undefined {
  if (!/^---(?:\\r)?\\n/.test(text)) return undefined;
  const line = /^[^\n]*/.exec(text)![0].trimEnd();
  return piecesOf(line).some(piece => telling.test(piece)) ? line : undefined;
}

/** The lines that it was. */
export const piecesOf = (line: string): string[] => line.split(/(?:\\r)?\\n/);
