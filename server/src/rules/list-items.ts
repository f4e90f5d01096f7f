// Lists that are written one item below the other, as lines of text: what a line must look like to be one of the items.
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Edit } from './rule';

/** What people write in front of an item: the dash of YAML, without a blank too, other bullets, a number, a box to tick. */
const bullets =
  /^(?:(?:[-*+~>\u2022\u00B7\u2012-\u2015\u2023\u25E6\u2212][ \t\u00A0]*|\d{1,2}[.)][ \t\u00A0]+)+)(?:\[[ xX]\][ \t]+)?/;

/** A bullet that stands behind the dash of an item, as where a list was copied with its own. */
export const secondBullet = /^[-+*\u2022\u00B7\u2012-\u2015\u2023\u25E6\u2212][ \t\u00A0]+/;

/** Whether a box to tick stands at a place, before an item's words. */
export const isBox = (text: string, at: number): boolean => /^\[[ xX]?\][ \t]+[\w"']/.test(text.slice(at, at + 20));

/** The white space before the dash of most items of a block of text; undefined where there is no item. */
export function itemIndent(lines: string): string | undefined {
  const counts = new Map<string, number>();
  for (const match of lines.matchAll(/^([ ]*)- +\S/gm)) counts.set(match[1]!, (counts.get(match[1]!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Makes a line an item among others that are indented so. */
export function asItem({ uri, text }: Document, line: Span, indent: string): Edit {
  const words = text.slice(line.start, line.end).trim().replace(bullets, '');
  return { uri, span: line, text: `${indent}- ${words}` };
}

/** The white space and the dash before a place on a line; undefined where the place does not begin an item. */
export function itemLead(text: string, start: number): string | undefined {
  const lead = text.slice(lineStart(text, start), start);
  return /^\s*- +$/.test(lead) ? lead : undefined;
}

/** `skills: tdd` with items below it: the value is the first of them. */
export function firstOfItems({ uri, text }: Document, start: number): Edit[] {
  const line = /^[\w-]+:([ \t]+)$/.exec(text.slice(lineStart(text, start), start));
  const below = /^[^\n]*?(\r?\n)([ ]*)- +\S/.exec(text.slice(start));
  if (!line || !below) return [];
  return [{ uri, span: { start: start - line[1]!.length, end: start }, text: `${below[1]!}${below[2]!}- ` }];
}
