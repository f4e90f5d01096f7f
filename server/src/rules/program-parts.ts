// A program in a code block of which two parts, with empty lines between them, lack one mark each.
import { shift } from '../syntax/span';
import { isWhole, readProgram, type Kind } from './program-reading';
import { markSlip, type ProgramSlip } from './program-slips';

/** Where all other parts are whole, and with the two marks the program is. */
export function slipsOfParts(code: string, kind: Kind): readonly ProgramSlip[] {
  const slips: ProgramSlip[] = [];
  for (const { text, at } of partsOf(code)) {
    const program = readProgram(text, kind);
    if (isWhole(program)) continue;
    const slip = markSlip(text, kind, program);
    if (!slip || slips.length === 2) return [];
    slips.push({ ...slip, span: shift(slip.span, at), edits: slip.edits.map(edit => shift(edit, at)) });
  }
  return slips.length === 2 && isWhole(readProgram(mended(code, slips), kind)) ? slips : [];
}

/** A line without a margin below an empty one begins another. */
function partsOf(code: string): { readonly text: string; readonly at: number }[] {
  const parts: { text: string; at: number }[] = [];
  let at = 0;
  for (const { index, 0: gap } of code.matchAll(/\n(?:[ \t]*\r?\n)+(?=[A-Za-z@#/])/g)) {
    parts.push({ text: code.slice(at, index + gap.length), at });
    at = index + gap.length;
  }
  return [...parts, { text: code.slice(at), at }];
}

const mended = (code: string, slips: readonly ProgramSlip[]): string =>
  slips.reduceRight((text, { edits: [edit], instead }) => {
    return edit ? text.slice(0, edit.start) + instead + text.slice(edit.end) : text;
  }, code);
