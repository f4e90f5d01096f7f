// Inputs that one call gives twice: `TaskUpdate({ taskId: '1', status: 'x', status: 'x' })`.
import type { Document } from '../syntax/document';
import { readsBody } from './bodies';
import type { Input } from './call-reading';
import { callsIn, needsCalls } from './calls';
import { defineRule, say, type Fix } from './rule';
import { agentWith } from './samples';

export default defineRule({
  id: 'doubled-input',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: needsCalls,
  roles: readsBody,
  summary: 'An input that a call gives twice.',
  why: 'A tool takes each input once. The model copies the call, and one of the two values is lost, whichever was meant.',
  source: "Claude Code's own tool definitions, 2.1.330, read on 22 November 2026.",
  examples: [
    {
      bad: agentWith("TaskUpdate({ taskId: '1', status: 'completed', <|status|>: 'completed' });\n"),
      good: agentWith("TaskUpdate({ taskId: '1', status: 'completed' });\n"),
    },
    {
      bad: agentWith("Skill({\n  skill: 'tdd',\n  <|skill|>: 'tdd',\n});\nTask(prompt='a', <|prompt|>='a')\n"),
      good: agentWith("Skill({\n  skill: 'tdd',\n});\nTask(prompt='a')\n"),
    },
    { bad: agentWith("TaskUpdate({ taskId, status: 'pending', 'x': 1, '<|status|>': 'completed', x: 1 });\n") },
    { bad: agentWith("TaskUpdate({ taskId: '1', metadata: { a: 1, a: 1 } }); TaskUpdate({ taskId: '1' });\n") },
  ],
  *check(document, workspace) {
    for (const { name, tool, reading } of callsIn(document, workspace)) {
      for (const [index, input] of reading.inputs.entries()) {
        const first = reading.inputs.findIndex(each => each.name === input.name);
        if (first === index || tool.inputs.every(each => each.name !== input.name)) continue;
        const before = reading.inputs[index - 1]!;
        yield {
          span: input.span,
          message: say('This call of `{0}` gives `{1}` twice, and one of the two values is lost.', name, input.name),
          fixes: () => (isSame(document, reading.inputs[first]!, input) ? [removed(document, before, input)] : []),
        };
      }
    }
  },
});

const isSame = ({ text }: Document, { outer: a }: Input, { outer: b }: Input): boolean =>
  text.slice(a.start, a.end) === text.slice(b.start, b.end);

/** With the comma before it. */
const removed = ({ uri }: Document, before: Input, { outer, name }: Input): Fix => ({
  title: say('Remove `{0}`', name),
  edits: [{ uri, span: { start: before.outer.end, end: outer.end }, text: '' }],
  safe: false,
  preferred: true,
});
