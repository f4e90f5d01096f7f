// Values that an input of a call does not take: `TaskUpdate({ taskId: '1', status: 'done' })`.
import type { ToolInput } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { callsIn, needsCalls } from './calls';
import { changeTo } from './edits';
import { nearest, plainForm } from './nearest';
import { defineRule, say, type Fix } from './rule';
import { agentWith } from './samples';

export default defineRule({
  id: 'invalid-input',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: needsCalls,
  roles: readsBody,
  summary: 'A value that an input of a called tool does not take.',
  why:
    'Some inputs take a few words and no others. The model copies the call, which is refused, or has to guess the word that ' +
    'was meant. Placeholders, such as `<status>` and `a|b`, are never reported.',
  source: "Claude Code's own tool definitions, 2.1.330, read on 22 November 2026.",
  examples: [
    {
      bad: agentWith("TaskUpdate({ taskId: '1', status: '<|done|>' });\n"),
      good: agentWith("TaskUpdate({ taskId: '1', status: 'completed' });\n"),
    },
    {
      bad: agentWith("TaskUpdate({ taskId: '1', status: '<|IN-PROGRESS|>', metadata: { status: 'x' } });\n"),
      good: agentWith("TaskUpdate({ taskId: '1', status: 'in_progress', metadata: { status: 'x' } });\n"),
    },
    {
      bad: agentWith("Task({ description: 'x', prompt: 'Go.', model: '<|sonet|>', ... })\n"),
      good: agentWith("Task({ description: 'x', prompt: 'Go.', model: 'sonnet', ... })\n"),
    },
    {
      bad: agentWith("Agent(subagent_type='a', prompt='status: \"x\"', isolation='<|worktre|>')\n"),
      good: agentWith("Agent(subagent_type='a', prompt='status: \"x\"', isolation='worktree')\n"),
    },
    { bad: agentWith("TaskUpdate({ taskId: '1', status: '<|blocked|>' });\n") },
    { bad: agentWith("```js\n// WRONG: a full name\nTask({ model: 'claude-sonnet-4-5' });\n```\n") },
    { bad: agentWith("TaskUpdate({ taskId, status: 'pending|completed' }); TaskUpdate({ status: '...' });\n") },
    { bad: agentWith("TaskUpdate({ taskId: '1', status: '<status>' }); Task({ model: '{model}', prompt: 'a' });\n") },
  ],
  *check(document, workspace) {
    for (const { name, tool, reading } of callsIn(document, workspace)) {
      for (const { name: input, value } of reading.inputs) {
        const known = tool.inputs.find(each => each.name === input);
        if (!known?.values || !value) continue;
        const { values } = known;
        const written = document.text.slice(value.start, value.end);
        if (values.includes(written) || !/^[A-Za-z][\w. -]*\w$/.test(written)) continue;
        const all = values.map(each => `\`${each}\``).join(', ');
        yield {
          span: value,
          message: say('`{0}` does not take `{1}` as its `{2}`, only one of {3}.', name, written, input, all),
          fixes: () => fixes(document, value, written, known),
        };
      }
    }
  },
});

function fixes(document: Document, span: Span, written: string, { values = [] }: ToolInput): Fix[] {
  const plain = plainForm(written);
  const word = [...synonyms].find(([, words]) => words.includes(plain))?.[0];
  const named = values.find(each => each === word || plain.includes(plainForm(each)));
  const meant = named ?? nearest(written, values, 1)[0];
  const others = values.filter(each => each !== meant);
  return [
    ...(meant === undefined ? [] : [changeTo(document, span, meant, 'best')]),
    ...others.map(each => changeTo(document, span, each)),
  ];
}

/** What people write for the states of a task. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ['completed', ['done', 'complete', 'finished', 'closed', 'resolved', 'success']],
  ['in_progress', ['started', 'doing', 'active', 'running', 'working', 'wip']],
  ['pending', ['todo', 'open', 'new', 'waiting', 'queued']],
  ['deleted', ['cancelled', 'canceled', 'removed', 'dropped']],
]);
