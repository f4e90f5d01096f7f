// Text → Body: one linear pass over the Markdown, and the pass after an edit, which reads only what changed.
import { scanSection } from './blocks';
import type { Body, Section, SectionContent } from './body';
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
  const back: Section[] = [];
  for (let i = old.length - 1; i >= 1; i--) {
    const section = old[i]!;
    const at = section.start + by;
    if (at < (last?.end ?? start) || !sameText(text, at, before.text, section)) break;
    back.push(moved(section, at));
  }
  return { span: { start, end: text.length }, sections: scanSections(text, start, front, back) };
}

/** The first sections, as long as their text and what ends them (a heading, or the end of the text) stayed. */
function keptInFront(text: string, start: number, before: { text: string; body: Body }): Section[] {
  const { sections, span } = before.body;
  const kept: Section[] = [];
  for (const [i, section] of sections.entries()) {
    const at = section.start + start - span.start;
    const end = at + section.content.length;
    if (!sameText(text, at, before.text, section)) break;
    if (i === sections.length - 1 ? end !== text.length : headingLevel(text, end) === 0) break;
    kept.push(moved(section, at));
  }
  return kept;
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

const empty: SectionContent = { length: 0, headings: [], fences: [], codes: [], links: [], tables: [], comments: [] };

/** Compares slices and not with `startsWith`: equal strings are compared in blocks, which is many times faster. */
function sameText(text: string, at: number, before: string, { start, end }: Section): boolean {
  return text.slice(at, at + end - start) === before.slice(start, end);
}

function moved(section: Section, start: number): Section {
  if (section.start === start) return section;
  return { start, end: start + section.content.length, content: section.content };
}
