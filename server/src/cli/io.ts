// What the commands know of the process they run in, so that tests can stand in for it.

export interface Io {
  readonly cwd: string;
  /** The user's home folder; it is never taken for a project. */
  readonly home: string | undefined;
  /** Whether what is printed is read on a terminal that knows colours. */
  readonly colours?: boolean;
  /** Data, for programs and people. */
  out(text: string): void;
  /** What went wrong, and the summary. */
  error(text: string): void;
}

/** `usage`: the command or a path is wrong. */
export const exit = { fine: 0, errors: 1, usage: 2 } as const;

/** `1 file`, `2 files`. */
export const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const sgr = { bold: '1', faint: '2', error: '31', warning: '33', information: '36' } as const;

/** Lays a colour over a text, where there are colours. */
export const paintOf =
  ({ colours = false }: Io) =>
  (as: keyof typeof sgr, text: string): string =>
    colours ? `\u001b[${sgr[as]}m${text}\u001b[0m` : text;

/** Control characters and those that turn the direction of writing, spelled out: a terminal acts on them. */
export const visible = (text: string): string =>
  text.replace(
    /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    character => named[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
