// Lines that are meant as a tag and are none, or not the one that is meant: `< /example>`, `</Example>`, `<example/>` above `</example>`, `[/example]`.
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { perSection } from './per-section';

/** A line that is nearly a tag. */
export interface TornTag {
  readonly name: string;
  readonly outer: Span;
  readonly closes: boolean;
}

const almost =
  /^[ \t]*((?:<|\[(?=\/.*\]))[ \t]*([\\/]{0,2})[ \t]*([a-z][\w-]*)[ \t]*(\/?)(?:>|(?<=\[.*)\]))[ \t]*\r?$/gim;
const whole = /^<\/?[a-z][\w-]*[ \t]*>$/;

export const tornTagsOf = perSection((text, { fences, comments }): readonly TornTag[] => {
  if (!/<|\[\//.test(text)) return [];
  const hidden = [...fences.map(({ outer }) => outer), ...comments];
  return [...text.matchAll(almost)].flatMap(({ index, 0: line, 1: tag, 2: before, 3: name, 4: behind }) => {
    const start = index + line.search(/\S/);
    const isBoth = before !== '' && behind !== '';
    if (whole.test(tag!) || isBoth || hidden.some(each => each.start <= start && start < each.end)) return [];
    return [{ name: name!, outer: { start, end: start + tag!.length }, closes: before !== '' }];
  });
});

export interface Partner {
  /** What is wrong of the two. */
  readonly span: Span;
  /** How it is to be written. */
  readonly right: string;
}

/** What a tag waits for, where one line alone can be meant and nothing else in the file has that name. */
export function partnerOf(
  document: Document,
  tag: { readonly name: string; readonly closes: boolean; readonly outer: Span },
): Partner | undefined {
  const lower = tag.name.toLowerCase();
  const all = tornTags(document).filter(({ name }) => name.toLowerCase() === lower);
  const [torn] = all;
  if (all.length !== 1 || torn === undefined || torn.closes === tag.closes) return undefined;
  if (tag.closes ? torn.outer.start > tag.outer.start : torn.outer.start < tag.outer.start) return undefined;
  // Of two that differ in letter case alone, the opening one says how the part is called.
  const isWhole = tag.closes && torn.outer.end - torn.outer.start === torn.name.length + 2;
  return isWhole
    ? { span: tag.outer, right: `</${torn.name}>` }
    : { span: torn.outer, right: `<${tag.closes ? '' : '/'}${tag.name}>` };
}

const tornTags = (document: Document): TornTag[] =>
  (document.body?.sections ?? []).flatMap((section: Section) =>
    tornTagsOf(document, section).map(each => ({ ...each, outer: shift(each.outer, section.start) })),
  );
