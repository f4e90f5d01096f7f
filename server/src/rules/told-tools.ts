// The tools that a step or a sentence of a body plainly tells the model to use: `2. Use the Write tool to save the report.`
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { perSection } from './per-section';

interface ToldTool {
  readonly name: string;
  readonly span: Span;
}

export function toldTools(document: Document): ToldTool[] {
  const told: ToldTool[] = [];
  for (const section of document.body?.sections ?? [])
    for (const { name, span } of toldIn(document, section)) told.push({ name, span: shift(span, section.start) });
  return told;
}

const toldIn = perSection((text, { fences, comments }): readonly ToldTool[] => {
  if (!text.includes(' tool ')) return [];
  return [...text.matchAll(step)].flatMap(({ index, 0: all, 1: lead = '', 2: name = '', 3: rest = '' }) => {
    const start = index + lead.length;
    const isHidden = [...fences.map(({ outer }) => outer), ...comments].some(
      span => span.start <= start && start < span.end,
    );
    if (isHidden || hedge.test(rest) || all.includes('|') || isForbidding(text, index)) return [];
    return [{ name, span: { start, end: start + name.length } }];
  });
});

/** At the beginning of a numbered step or of a paragraph. In other lists stand choices, and what must not be done. */
const step =
  /^((?:[ \t]{0,4}\d+[.)][ \t]+)?(?:\*\*[^*\n]{1,40}\*\*[ \t]*[:–—-]?[ \t]+)?(?:Always |First,? |Then,? )?(?:[Uu]se|[Cc]all|[Ii]nvoke) the `?)([A-Z][A-Za-z]{3,})`? tool((?: to| for| with| on) [^\n]*)/gm;

/** The tool may be missing, another may do, or somebody else has it. */
const hedge =
  /\b(?:if|unless|when|where|whether|available|instead|or|not|never|without|ask|main|parent|caller|user)\b/i;

/** The heading, or the two blocks up to there, say what is not to be done, or what is a bad example. */
function isForbidding(text: string, at: number): boolean {
  const [heading = ''] = text.split('\n', 1);
  const before = text
    .slice(0, at)
    .trimEnd()
    .split(/\n[ \t]*\n/)
    .slice(-2)
    .join('\n');
  return forbidding.test(`${heading}\n${before}`);
}

const forbidding =
  /\b(?:not|cannot|never|avoid|forbidden|prohibited|wrong|bad|anti-?patterns?|mistakes?|instead)\b|n['’]t\b/i;
