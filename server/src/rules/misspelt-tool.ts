// Tools named in inline code by nearly their name: `AskUserQuesion`.
import type { Tool } from '../dialects/dialect';
import { shift } from '../syntax/span';
import { slips } from '../workspace/slips';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { skillWith } from './samples';
import { defineRule, say } from './rule';
import { isDoubled } from './slip';

export default defineRule({
  id: 'misspelt-tool',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  roles: readsBody,
  summary: 'A word in inline code that is a letter away from the name of a tool of several words, and names nothing.',
  why: 'The names of tools are exact. A model that is told of one which does not exist calls it in vain, or does without.',
  source: "Claude Code's own tool definitions, 2.1.330, read on 22 November 2026.",
  examples: [
    { bad: skillWith('Ask with `<|AskUserQuesion|>`.'), good: skillWith('Ask with `AskUserQuestion`.') },
    { bad: skillWith('Look with `<|WebFecth|>` first.'), good: skillWith('Look with `WebFetch` first.') },
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
        const span = shift(code.span, start);
        yield {
          span,
          message: say('There is no tool `{0}`; the model calls it in vain, or does without.', name),
          fixes: () => [changeTo(document, span, meant, 'best')],
        };
      }
    }
  },
});

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
