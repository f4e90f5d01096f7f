// Inline code whose marks do not fit one another, or are none: ``x` and ´x´.
import type { SectionContent } from '../syntax/body';
import type { Span } from '../syntax/span';
import { blocksWith, proseOf } from './text-blocks';

export interface OddCode {
  /** The marks and what stands between them. */
  readonly outer: Span;
  readonly code: string;
  readonly isAccent: boolean;
}

export function oddCodes(text: string, content: SectionContent): OddCode[] {
  return [
    ...(text.includes('´') ? betweenAccents(text, content) : []),
    ...(text.includes('``') ? unlikeMarks(text, content) : []),
  ];
}

/** The accent of a keyboard is no mark; faces of characters hold one, and no word. */
function betweenAccents(text: string, content: SectionContent): OddCode[] {
  return [...proseOf(text, content).matchAll(accents)].map(({ index, 0: all, 1: code }) => ({
    outer: { start: index, end: index + all.length },
    code: code!,
    isAccent: true,
  }));
}

const accents = /(?<![\p{L}\d´`])´((?=[^´\n]*[A-Za-z\d])[^\s´`](?:[^´`\n]*[^\s´`])?)´(?![\p{L}\d´`])/gu;

/** The one pair of marks in a block with two backticks on one side and one on the other. */
function unlikeMarks(text: string, content: SectionContent): OddCode[] {
  const prose = proseOf(text, { ...content, codes: [], links: [] });
  return [...blocksWith('``', prose)].flatMap(({ start, end }) => {
    const block = prose.slice(start, end);
    const runs = [...block.matchAll(/`+/g)].map(({ index, 0: { length } }) => ({ at: index, length }));
    const double = runs.findIndex(({ length }) => length === 2);
    const others = runs.filter((_, at) => at !== double);
    if (others.length % 2 === 0 || others.some(({ length }) => length !== 1) || block.includes('\\`')) return [];
    const first = double % 2 === 0 ? runs[double]! : runs[double - 1]!;
    const last = double % 2 === 0 ? runs[double + 1]! : runs[double]!;
    const code = block.slice(first.at + first.length, last.at);
    if (code.includes('\n') || code === '' || code.trim() !== code) return [];
    return [{ outer: { start: start + first.at, end: start + last.at + last.length }, code, isAccent: false }];
  });
}
