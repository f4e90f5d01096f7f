// The tools that a step or a sentence of a body plainly tells the model to use: `2. Use the Write tool to save the report.`, `Use WebSearch to …`.
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { perSection } from './per-section';

interface ToldTool {
  readonly name: string;
  readonly span: Span;
}

/** All such tools, in the order of the text. */
export function toldTools(document: Document): ToldTool[] {
  const told: ToldTool[] = [];
  for (const section of document.body?.sections ?? [])
    for (const { name, span } of toldIn(document, section)) told.push({ name, span: shift(span, section.start) });
  return told;
}

/** What every order holds; of a section without it nothing else is asked. */
export const orders = [' tool ', 'WebSearch', 'WebFetch', 'NotebookEdit', 'd` to ', 'e` to ', 't` to ', 'h` to ', 'p` to ', 'b` to '] as const; // prettier-ignore

const toldIn = perSection((text, { fences, comments }): readonly ToldTool[] => {
  if (!orders.some(mark => text.includes(mark))) return [];
  return [...text.matchAll(step)].flatMap(({ index, 1: before = '', 2: name = '', 3: called = '', 4: rest = '' }) => {
    const start = index + before.length;
    const isHidden = [...fences.map(({ outer }) => outer), ...comments].some(
      span => span.start <= start && start < span.end,
    );
    if (isHidden || !isTool(before, name, called, rest) || hedge.test(rest) || rest.includes('|')) return [];
    if (isForbidding(text, index) || (bullet.test(before) && isChoice(text, index))) return [];
    return [{ name, span: { start, end: start + name.length } }];
  });
});

/** At the beginning of a step, of an item or of a paragraph. */
const step =
  /^([ \t]{0,6}(?:(?:\d+[.)]|[-*+])[ \t]+)?(?:\*\*[^*\n]{1,40}\*\*[ \t]*[:–—-]?[ \t]+)?(?:Always |First,? |Then,? )?(?:[Uu]se|[Cc]all|[Ii]nvoke) (?:the )?`?)([A-Z][A-Za-z]{3,})(`?(?: tool)?)((?: to| for| with| on) [^\n]*)/gm;

const bullet = /^[ \t]*[-*+][ \t]/;

/** Where nobody says that it is a tool, names that mean nothing else, or the name as code with what is to be done. */
function isTool(before: string, name: string, called: string, rest: string): boolean {
  if (called.endsWith(' tool')) return /the `?$/.test(before) ? !bullet.test(before) : before.endsWith('`');
  if (/the `?$/.test(before)) return false;
  if (/^(?:WebSearch|WebFetch|NotebookEdit)$/.test(name)) return true;
  return before.endsWith('`') && rest.startsWith(' to') && /^(?:Read|Write|Edit|Bash|Glob|Grep)$/.test(name);
}

/** The tool may be missing, another may do, or somebody else has it. */
const hedge =
  /\b(?:if|unless|when|where|whether|available|instead|or|not|never|without|ask|main|parent|caller|user)\b/i;

/** Lists of things of which one is taken, or that others do. */
const isChoice = (text: string, at: number): boolean => choice.test(headingAndBlocks(text, at));

const choice =
  /\b(?:if|when|where|whether|either|one of|options?|optional|alternatives?|fallback|available|examples?|(?:sub-?)?agents?|delegate|teammates?)\b/i;

/** The heading, or the two blocks up to there, say what is not to be done, or what is a bad example. */
const isForbidding = (text: string, at: number): boolean => forbidding.test(headingAndBlocks(text, at));

function headingAndBlocks(text: string, at: number): string {
  const [heading = ''] = text.split('\n', 1);
  const before = text
    .slice(0, at)
    .trimEnd()
    .split(/\n[ \t]*\n/)
    .slice(-2)
    .join('\n');
  return `${heading}\n${before}`;
}

const forbidding =
  /\b(?:not|cannot|never|avoid|forbidden|prohibited|wrong|bad|anti-?patterns?|mistakes?|instead)\b|n['’]t\b/i;
