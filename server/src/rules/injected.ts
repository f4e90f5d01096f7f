// Commands that a body has run, as commands and skills write them: `` !`…` ``.
import type { SectionContent } from '../syntax/body';
import { holds, type Span } from '../syntax/span';
import { perSection } from './per-section';

export interface Injected {
  /** The command alone. */
  readonly span: Span;
  /** With its marks. */
  readonly outer: Span;
}

/** Those of a section: at the start of a line or behind a blank, outside comments. */
export const injectedIn = perSection((text, { codes, comments }: SectionContent): readonly Injected[] =>
  codes.flatMap(({ span, outer }) => {
    const mark = outer.start - 1;
    const isRun = text[mark] === '!' && /^\s?$/.test(text.slice(Math.max(0, mark - 1), mark)) && text[mark + 2] !== '`';
    const isHidden = comments.some(comment => holds(comment, outer));
    return isRun && !isHidden ? [{ span, outer: { start: mark, end: outer.end } }] : [];
  }),
);
