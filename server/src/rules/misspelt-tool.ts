// Tools named in inline code by nearly their name: `AskUserQuesion`.
import type { Tool } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { slips } from '../workspace/slips';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { skillWith } from './samples';
import { defineRule, say, type Finding } from './rule';
import { isDoubled, sameLetters } from './slip';

export default defineRule({
  id: 'misspelt-tool',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('`', ' tool', '~~~'),
  roles: readsBody,
  summary: 'A word in inline code, or before `tool`, that is a letter away from the name of a tool, and names nothing.',
  why: 'The names of tools are exact. A model that is told of one which does not exist calls it in vain, or does without.',
  source: "Claude Code's own tool definitions, 2.1.330, read on 22 November 2026.",
  examples: [
    { bad: skillWith('Ask with `<|AskUserQuesion|>`.'), good: skillWith('Ask with `AskUserQuestion`.') },
    { bad: skillWith('Look with `<|WebFecth|>` first.'), good: skillWith('Look with `WebFetch` first.') },
    {
      bad: skillWith('Use the <|Sklil|> tool, or the `<|Wirte|>` tool.'),
      good: skillWith('Use the Skill tool, or the `Write` tool.'),
    },
    {
      bad: skillWith(
        '```\n<|Gllob|>: **/*.py\nGrep: "import"\n```\n\n```\nBase: a\nGlob: b\n```\n\n```\nGllob: b\n```',
      ),
      good: skillWith('```\nGlob: **/*.py\nGrep: "import"\n```\n\n```\nBase: a\nGlob: b\n```\n\n```\nGllob: b\n```'),
    },
    {
      bad: skillWith('`WebFetcher`, `webFetch`, `WebFetches`, `TaskUpdates`, `Grpe`, `askUserQuestion` and WebFecth.'),
    },
  ],
  *check(document, workspace) {
    const { text, body } = document;
    const tools = workspace.schema(document.uri)?.tools;
    if (!tools) return;
    for (const { start, content } of body?.sections ?? []) {
      for (const code of content.codes) {
        const length = code.span.end - code.span.start;
        if (length < 7 || length > 24) continue;
        const name = text.slice(start + code.span.start, start + code.span.end);
        const meant = humps.test(name) && !tools.has(name) ? meantBy(name, tools) : undefined;
        if (meant === undefined) continue;
        yield finding(document, shift(code.span, start), name, meant);
      }
    }
    for (const section of body?.sections ?? []) {
      for (const { at, name } of saidIn(document, section)) {
        const meant = tools.has(name) ? undefined : letterFrom(name, tools);
        const span = { start: section.start + at, end: section.start + at + name.length };
        if (meant !== undefined) yield finding(document, span, name, meant);
      }
    }
  },
});

const finding = (document: Document, span: Span, name: string, meant: string): Finding => ({
  span,
  message: say('There is no tool `{0}`; the model calls it without success, or does without it.', name),
  fixes: () => [changeTo(document, span, meant, 'best')],
});

/** `the Sklil tool`, and `Gllob: **` in a block among lines that name tools so. */
const saidIn = perSection((text, content) => {
  const prose = text.includes(' tool') ? [...text.matchAll(said)] : [];
  const outside = prose.filter(
    ({ index }) => !content.fences.some(({ outer }) => outer.start <= index && index < outer.end),
  );
  const lines = content.fences.flatMap(({ span }) => {
    const block = text.slice(span.start, span.end);
    if (!named.test(block)) return [];
    return [...block.matchAll(label)].map(({ index, 0: name }) => ({ at: span.start + index, name }));
  });
  return [...outside.map(({ index, 0: all, 1: name }) => ({ at: index + all.indexOf(name!), name: name! })), ...lines];
});

const said = /\b(?:[Tt]he|[Uu]se|[Uu]sing|with|via) `?([A-Z][A-Za-z]{3,})`? tool\b/g;
const named = /^(?:Glob|Grep|Read|Write|Edit|Bash|WebSearch|WebFetch): \S/m;
const label = /^[A-Z][A-Za-z]{3,10}(?=: \S)/gm;

/** A letter lost, doubled, swapped or wrong in the name of one tool alone; another form of the word is a word of its own. */
function letterFrom(name: string, tools: ReadonlyMap<string, Tool>): string | undefined {
  const near = [...tools.keys()].filter(
    each =>
      each.length > 3 &&
      slips(name, each) === 1 &&
      name.toLowerCase() !== each.toLowerCase() &&
      (each.length > 4 || (name[0] === each[0] && (isDoubled(name, each) || sameLetters(name, each)))) &&
      !name.startsWith(each),
  );
  return near.length === 1 && /[a-z]/.test(name) ? near[0] : undefined;
}

const humps = /^[A-Z]+[a-z]+[A-Za-z]*$/;

function meantBy(name: string, tools: ReadonlyMap<string, Tool>): string | undefined {
  const near = [...tools.keys()].filter(each => isNear(name, each));
  return near.length === 1 ? near[0] : undefined;
}

/** A letter lost, doubled, swapped or wrong within a name of two words or more; another form of the word has another end. */
function isNear(name: string, tool: string): boolean {
  if (tool.length < 8 || !/^[A-Z][a-z]+[A-Z][A-Za-z]+$/.test(tool) || Math.abs(name.length - tool.length) > 1)
    return false;
  if (name[0] !== tool[0] || name.toLowerCase() === tool.toLowerCase()) return false;
  return (
    (slips(name, tool) === 1 &&
      !(name.startsWith(tool) && name.at(-1) === 's') &&
      !tool.startsWith(name.slice(0, -2) + name.slice(-1))) ||
    isDoubled(name, tool)
  );
}
