// The code blocks of a body that hold commands of a shell.
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';

export interface ShellBlock {
  /** Where its lines begin in the text. */
  readonly start: number;
  readonly code: string;
  /** By how much they may be indented. */
  readonly margin: number;
}

export function* shellBlocks({ text, body }: Document): Iterable<ShellBlock> {
  for (const { start: from, content } of body?.sections ?? []) {
    for (const { info, span } of content.fences) {
      if (!shell.test(text.slice(from + info.start, from + info.end))) continue;
      const start = from + span.start;
      yield { start, code: text.slice(start, from + span.end), margin: start - lineStart(text, start) };
    }
  }
}

const shell = /^(?:bash|sh|shell|zsh)$/i;

/** The first slips of a block: one with more is none that somebody wrote, and for each all before it is read again. */
export function* few<T>(slips: Iterable<T>): Iterable<T> {
  let left = 100;
  for (const slip of slips) {
    if (left-- === 0) return;
    yield slip;
  }
}
