// Text → Body: one linear pass over the Markdown, and the pass after an edit, which reads only what changed.
import { scanSection } from './blocks';
import type { Body, Section, SectionContent } from './body';
import { wordChange } from './changed';
import { grown } from './grown';
import { headingLevel } from './marks';
import { Source } from './source';

/** Reads the Markdown from `start` to the end of the text. */
export function scanBody(text: string, start: number): Body {
  return { span: { start, end: text.length }, sections: scanSections(text, start, [], []) };
}

/** Gives what `scanBody` gives; sections whose text stayed since `before` keep their content, as the same object. */
export function rescanBody(text: string, start: number, before: { text: string; body: Body }): Body {
  const old = before.body.sections;
  const front = keptInFront(text, start, before);
  const by = text.length - before.text.length;
  const last = front.at(-1);
  const behind = last?.end ?? start;
  const startOf = (count: number): number => (count === 0 ? before.text.length : old[old.length - count]!.start);
  const areKept = (count: number, known: number): boolean => {
    const [first, end] = [startOf(count), startOf(known)];
    return first + by >= behind && text.slice(first + by, end + by) === before.text.slice(first, end);
  };
  const back: Section[] = [];
  const firstKept = old.length - mostThatHold(old.length - 1, areKept);
  for (let i = old.length - 1; i >= firstKept; i--) back.push(moved(old[i]!, old[i]!.start + by));
  // Mostly one section is left between, with another word.
  const between = old[front.length];
  if (between && front.length + 1 + back.length === old.length) {
    const now = { start: behind, end: back.at(-1)?.start ?? text.length };
    const word = wordChange(before.text, between, text, now);
    if (word) front.push({ ...now, content: grown(between.content, word) });
  }
  return { span: { start, end: text.length }, sections: scanSections(text, start, front, back) };
}

/** The first sections, as long as their text and what ends them (a heading, or the end of the text) stayed. */
function keptInFront(text: string, start: number, before: { text: string; body: Body }): Section[] {
  const { sections, span } = before.body;
  const by = start - span.start;
  const endOf = (count: number): number => (count === 0 ? span.start : sections[count - 1]!.end);
  const areKept = (count: number, known: number): boolean => {
    const [first, end] = [endOf(known), endOf(count)];
    return text.slice(first + by, end + by) === before.text.slice(first, end);
  };
  let count = mostThatHold(sections.length, areKept);
  // What follows a section decides where it ends.
  const endsThere = (end: number): boolean =>
    count === sections.length ? end === text.length : headingLevel(text, end) > 0;
  if (count > 0 && !endsThere(sections[count - 1]!.end + by)) count--;
  return sections.slice(0, count).map(section => moved(section, section.start + by));
}

/** The largest number up to `most` that holds, where every smaller one holds too: `known` is one that does, or 0. */
function mostThatHold(most: number, holds: (count: number, known: number) => boolean): number {
  let low = 0;
  let high = Math.max(0, most);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle, low)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Adds to the sections in front what is read behind them. `back` holds sections known to end the text, the last
 * one first: as soon as reading comes to the start of one, with nothing open, the rest is as it was.
 */
function scanSections(text: string, start: number, front: Section[], back: Section[]): Section[] {
  const source = new Source(text);
  const sections = front;
  if (sections.length === 0 && headingLevel(text, start) > 0) sections.push({ start, end: start, content: empty });
  let at = sections.at(-1)?.end ?? start;
  while (at < text.length || sections.length === 0) {
    while (back.length > 0 && back.at(-1)!.start < at) back.pop();
    if (sections.length > 0 && back.at(-1)?.start === at) {
      sections.push(...back.reverse());
      break;
    }
    const { content, end } = scanSection(source, at);
    sections.push({ start: at, end, content });
    at = end;
  }
  return sections;
}

const empty: SectionContent = {
  length: 0,
  headings: [],
  fences: [],
  codes: [],
  links: [],
  tables: [],
  comments: [],
  notes: [],
};

function moved(section: Section, start: number): Section {
  if (section.start === start) return section;
  return { start, end: start + section.content.length, content: section.content };
}
