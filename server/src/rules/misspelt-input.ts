// The inputs of a call in the body, such as `Skill({ skill: 'x' })`, whose names are misspelt.
import type { Tool } from '../dialects/dialect';
import { readsBody } from './bodies';
import { needsCalls, todaysTool, toolsOf } from './calls';
import { changeTo } from './edits';
import { nearest } from './nearest';
import { defineRule, say } from './rule';
import { agentWith } from './samples';

export default defineRule({
  id: 'misspelt-input',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: needsCalls,
  roles: readsBody,
  summary: 'An input of a call that the tool does not have, but nearly.',
  why:
    'The model copies the call as it stands. An input that the tool does not know is lost or refused, and then the model has to ' +
    'guess what was meant. Only names that are a slip or two away from an input that the call lacks are reported, ' +
    'and words that people write for one.',
  source: "Claude Code's own tool definitions, 2.1.330, read on 22 November 2026.",
  examples: [
    {
      bad: agentWith("Skill({ <|skil|>: 'tdd' });\n"),
      good: agentWith("Skill({ skill: 'tdd' });\n"),
    },
    {
      bad: agentWith("Run `Task({ 'subagent_tpye': 'tdd' })`.\n").replace("'subagent_tpye'", "'<|subagent_tpye|>'"),
      good: agentWith("Run `Task({ 'subagent_type': 'tdd' })`.\n"),
    },
    {
      bad: agentWith('Task(prompt="Go, {now}", <|subagentType|>="tdd")\n'),
      good: agentWith('Task(prompt="Go, {now}", subagent_type="tdd")\n'),
    },
    { bad: agentWith("Skill({ <|name|>: 'tdd' })\n"), good: agentWith("Skill({ skill: 'tdd' })\n") },
    {
      bad: agentWith(
        "Task({ <|agent|>: 'tdd', prompt: 'Go.' }), TaskUpdate({ <|id|>: '1', <|state|>: 'completed' })\n",
      ),
      good: agentWith(
        "Task({ subagent_type: 'tdd', prompt: 'Go.' }), TaskUpdate({ taskId: '1', status: 'completed' })\n",
      ),
    },
    {
      bad: agentWith(
        "Skill({ skill: 'tdd', skil: 'x', note: 'y' }); Task({ prompt: 'skil: 1' }); Skill({ note: 'a' })\n",
      ),
    },
    {
      bad: agentWith("TaskUpdate({ taskId, <|tsatus|>: 'completed' }); AskUserQuestion({ question });\n"),
      good: agentWith("TaskUpdate({ taskId, status: 'completed' }); AskUserQuestion({ question });\n"),
    },
    { bad: agentWith('AskUserQuestion({ <|question|>: "Go on?", options: ["Yes", "No"] })\n') },
    {
      bad: agentWith('AskUserQuestion({ <|question|>: [{ question: "Go on?" }] })\n'),
      good: agentWith('AskUserQuestion({ questions: [{ question: "Go on?" }] })\n'),
    },
    { bad: agentWith('A Task(<|subagent_tip|>="a") is one, and a Task(of, any, kind) is none.\n') },
    { bad: agentWith("Task(description='Write it.', expected_output='A text.', agent=writer)\n") },
  ],
  *check(document, workspace) {
    const tools = toolsOf(document, workspace);
    if (!tools) return;
    for (const { name, span: call, inputs: given } of workspace.references(document, 'tool')) {
      if (!given) continue;
      const inputs = inputsOf(tools, name);
      if (inputs.length === 0 || given.every(each => inputs.includes(each.name))) continue;
      const free = inputs.filter(each => given.every(other => other.name !== each));
      const strange = given.filter(each => !inputs.includes(each.name));
      // Another function of that name has inputs that are none of the tool's, nor meant for one.
      if (given.length > 2 && strange.some(each => meantBy(each.name, free) === undefined)) continue;
      for (const { name: written, at } of strange) {
        const span = { start: call.start + at, end: call.start + at + written.length };
        const meant = meantBy(written, free);
        // A word alone, `{ question }`, stands for something that the model makes up.
        const behind = document.text.slice(span.end, span.end + 40);
        if (meant === undefined || !/^['"]?\s*[:=]/.test(behind)) continue;
        yield {
          span,
          message: say(
            '`{0}` has no input `{1}`; the model is told to give one that is lost or refused.',
            name,
            written,
          ),
          fixes: () => (isOneOfMany(written, meant, behind) ? [] : [changeTo(document, span, meant, 'best')]),
        };
      }
    }
  },
});

/** `question: "Go on?"` for `questions`: by another name the text would still be no list. */
const isOneOfMany = (written: string, meant: string, behind: string): boolean =>
  meant === `${written}s` && /^['"]?\s*[:=]\s*['"`]/.test(behind);

const meantBy = (written: string, free: readonly string[]): string | undefined =>
  nearest(written, free, 1)[0] ?? free.find(each => synonyms.get(each)?.includes(written));

/** What people write for inputs, as other programs call them. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ['skill', ['name', 'skill_name', 'skillName', 'skill_id', 'id']],
  ['subagent_type', ['agent', 'agent_type', 'agentType', 'subagent', 'subagent_name', 'agent_name', 'type']],
  ['prompt', ['task', 'instructions', 'instruction', 'message']],
  ['taskId', ['id', 'task']],
  ['status', ['state']],
  ['subject', ['title', 'name']],
]);

function inputsOf(tools: ReadonlyMap<string, Tool>, name: string): string[] {
  return todaysTool(tools, name)?.inputs.map(input => input.name) ?? [];
}
