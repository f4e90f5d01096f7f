// Calls of tools in the body that lack a bracket, a quote, a colon, a comma or the name of what they give.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { readsBody } from './bodies';
import type { Fault } from './call-faults';
import { callsIn, needsCalls, todaysTool, toolsOf } from './calls';
import { changeTo } from './edits';
import { garbledIn } from './garbled-calls';
import { defineRule, say, type Edit, type Finding, type Fix, type Message } from './rule';
import { agentWith } from './samples';

const skill = '-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Helps with it.\n---\nRead `b.md`.\n';

export default defineRule({
  id: 'broken-call',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: needsCalls,
  roles: readsBody,
  summary:
    'A call of a tool that lacks a bracket, a quote, a colon, a comma or the name of its input, or has another mark in its place.',
  why:
    'The model copies the call as it stands, or has to guess where a name ends. Only calls of known tools are judged, by ' +
    'their known inputs, and only where one mark mends them. A skill or an agent that such a call names is not found by ' +
    'the search for its uses either.',
  source: "Claude Code's own tool definitions, 2.1.330, read on 22 November 2026.",
  examples: [
    { bad: agentWith("Skill({ skill: 'tdd' <|}|>\n"), good: agentWith("Skill({ skill: 'tdd' })\n") },
    {
      bad: agentWith("Run `Skill({ skill: 'tdd'<| |>)` now.\n"),
      good: agentWith("Run `Skill({ skill: 'tdd' })` now.\n"),
    },
    { bad: agentWith("Skill({ skill: 'td<|d|> });\n"), good: agentWith("Skill({ skill: 'tdd' });\n") },
    {
      bad: agentWith("Call TaskUpdate<|(|> taskId: '1', metadata: { a: 1 } }) last.\n"),
      good: agentWith("Call TaskUpdate({ taskId: '1', metadata: { a: 1 } }) last.\n"),
    },
    {
      bad: agentWith("Skil<|l|>{ skill: 'tdd' });\n\nTaskUpdat<|e|>{\n  taskId: '1',\n  metadata: { a: 1 },\n});\n"),
      good: agentWith("Skill({ skill: 'tdd' });\n\nTaskUpdate({\n  taskId: '1',\n  metadata: { a: 1 },\n});\n"),
    },
    {
      bad: agentWith('Call <|Skill("tdd)|>, `<|Skill(tdd\')|>` or "Skill(tdd)".\n'),
      good: agentWith('Call Skill("tdd"), `Skill(\'tdd\')` or "Skill(tdd)".\n'),
    },
    { bad: agentWith('Invoke `Skill(skill: "tdd")` and stop.\n') },
    { bad: agentWith("Go(Skill{ skill: 'tdd' });\n\nTask { prompt: 'x' }, Task{ id: 1 })\n") },
    {
      bad: agentWith("Call TaskUpdate({ taskId: '1' <|}|> when done.\n"),
      good: agentWith("Call TaskUpdate({ taskId: '1' }) when done.\n"),
    },
    {
      bad: agentWith('Task(subagent_type="reviewe<|r|>,\n  prompt="Read.")\n'),
      good: agentWith('Task(subagent_type="reviewer",\n  prompt="Read.")\n'),
    },
    { bad: agentWith('Skill({ skill: <|tdd|> });\n'), good: agentWith("Skill({ skill: 'tdd' });\n") },
    {
      bad: agentWith("Skill({<| |>'tdd' }), Skill<|(|>'tdd' });\n"),
      good: agentWith("Skill({ skill: 'tdd' }), Skill({ skill: 'tdd' });\n"),
    },
    {
      bad: agentWith("TaskUpdate({ metadata: {\n    progress: '50<|%|>,\n    files: [\n      'a'\n    ],\n  },\n});\n"),
      good: agentWith("TaskUpdate({ metadata: {\n    progress: '50%',\n    files: [\n      'a'\n    ],\n  },\n});\n"),
    },
    { bad: agentWith("TaskUpdate({ metadata: { text: 'One,\n two, three: four\nfive' } });\n") },
    {
      bad: agentWith(
        "TaskUpdate({\n  taskId: '1',\n  metadata: {\n    files: ['a', 'b<|'|>,\n    next: 1,\n  },\n});\n",
      ),
      good: agentWith("TaskUpdate({\n  taskId: '1',\n  metadata: {\n    files: ['a', 'b'],\n    next: 1,\n  },\n});\n"),
    },
    {
      bad: agentWith(
        "TaskUpdate({ taskId: '1', addBlocks: ['<|a|>, 'b'] }), TaskUpdate({ addBlocks: ['a', 'b<|'|> })\n",
      ),
      good: agentWith("TaskUpdate({ taskId: '1', addBlocks: ['a', 'b'] }), TaskUpdate({ addBlocks: ['a', 'b'] })\n"),
    },
    {
      bad: agentWith("TaskUpdate({ addBlocks: ['a',<| |>b'] }), TaskUpdate({ addBlocks: ['a', '<|b|>] })\n"),
      good: agentWith("TaskUpdate({ addBlocks: ['a', 'b'] }), TaskUpdate({ addBlocks: ['a', 'b'] })\n"),
    },
    {
      bad: agentWith(
        "TaskUpdate({ taskId:<| |>{{TASK_ID}}', status: 'x' }), TaskUpdate({ taskId: '{{ID}<|}|>, status: 'x' })\n",
      ),
      good: agentWith(
        "TaskUpdate({ taskId: '{{TASK_ID}}', status: 'x' }), TaskUpdate({ taskId: '{{ID}}', status: 'x' })\n",
      ),
    },
    {
      bad: agentWith("Task({ prompt: [the user's, 'x'], description: [a, users', b], model: { a: ['x]}', 'b]'] } })\n"),
    },
    {
      bad: agentWith("TaskUpdate({\n  taskId: '1',\n  metadata: {\n  <|metadata: {|>\n    a: 1,\n  },\n});\n"),
      good: agentWith("TaskUpdate({\n  taskId: '1',\n  metadata: {\n    a: 1,\n  },\n});\n"),
    },
    {
      bad: agentWith(
        "<|Skill(skill: 'tdd')|>;\n<|Skill{ skill: 'tdd' }|>;\n<|Skill skill: 'tdd' })|>;\n<|Skill({ skill: 'tdd' ])|>;\n",
      ),
      good: agentWith("Skill({ skill: 'tdd' });\n".repeat(4)),
    },
    {
      bad: agentWith("<|SkillSkill|>({ skill: 'a' });\n<|Skill(({|> skill: 'b' });\n<|Skill（{ skill：'c' }）|>;\n"),
      good: agentWith("Skill({ skill: 'a' });\nSkill({ skill: 'b' });\nSkill({ skill: 'c' });\n"),
    },
    {
      bad: agentWith(
        '<|Skill({ skill: \\"a\\" })|>;\n<|Skill({ skill: &#39;b&#39; })|>;\nSay "Skill({ skill: \\"a\\" })".\n',
      ),
      good: agentWith('Skill({ skill: "a" });\nSkill({ skill: \'b\' });\nSay "Skill({ skill: \\"a\\" })".\n'),
    },
    {
      bad: agentWith("```js\n<|Skill({ skill: 'a'|>  // Read.\n<|Skill({ skill: 'b'|>\n```\n"),
      good: agentWith("```js\nSkill({ skill: 'a' })  // Read.\nSkill({ skill: 'b' })\n```\n"),
    },
    {
      bad: agentWith(
        "<|Skill({ skill: 'a'|>; // Read.\n\nCall `<|Skill({ skill: 'b'|>` and <|Skill({ skill: 'c'; })|>.\n",
      ),
      good: agentWith("Skill({ skill: 'a' }); // Read.\n\nCall `Skill({ skill: 'b' })` and Skill({ skill: 'c' }).\n"),
    },
    {
      bad: agentWith(
        "```js\nTaskUpdate({\n  taskId: '1'<|;|>\n  status: 'x',\n});\nTaskUpdate({\n  taskId: '1'<|,,|>\n  status: 'x',\n});\n```\n",
      ),
      good: agentWith(
        "```js\nTaskUpdate({\n  taskId: '1',\n  status: 'x',\n});\nTaskUpdate({\n  taskId: '1',\n  status: 'x',\n});\n```\n",
      ),
    },
    {
      bad: agentWith(
        "```js\nTaskUpdate({\n  taskId: '1',\n  metadat<|a|> {\n    a: 1,\n  },\n});\nTaskUpdate({\n  metadata: {\n    a: 'b<|'|>\n    c: 1,\n  },\n});\n```\n",
      ),
      good: agentWith(
        "```js\nTaskUpdate({\n  taskId: '1',\n  metadata: {\n    a: 1,\n  },\n});\nTaskUpdate({\n  metadata: {\n    a: 'b',\n    c: 1,\n  },\n});\n```\n",
      ),
    },
    {
      bad: agentWith(
        "```js\nTaskUpdate({\n  taskId: '1',\n  status: 'x'<|,|>\n```\n\n```js\n<|Skill({ skill: 'a' }); / |>Read.\n```\n",
      ),
      good: agentWith(
        "```js\nTaskUpdate({\n  taskId: '1',\n  status: 'x',\n});\n```\n\n```js\nSkill({ skill: 'a' }); // Read.\n```\n",
      ),
    },
    {
      bad: agentWith('TaskUpdate({ taskId: <|“1”|>, status: “x”, addBlocks: [‘a’] });\n\nText of “b”, “c”.\n'),
      good: agentWith('TaskUpdate({ taskId: "1", status: "x", addBlocks: [\'a\'] });\n\nText of “b”, “c”.\n'),
    },
    { bad: agentWith('```js\n<|TaskList(|>;\n```\n'), good: agentWith('```js\nTaskList();\n```\n') },
    // What a skill brings along.
    {
      bad: `-- .claude/skills/a/b.md --\nSkill({ skill: 'td<|d|> });\n${skill}`,
      good: `-- .claude/skills/a/b.md --\nSkill({ skill: 'tdd' });\n${skill}`,
    },
    { bad: agentWith('Task(\n  subagent_type="a",\n  prompt="""\nGo, and say "done".\n"""\n)\n') },
  ],
  *check(document, workspace) {
    const told: Span[] = [];
    for (const finding of garbled(document, workspace)) {
      told.push(finding.span);
      yield finding;
    }
    for (const { name, reading } of callsIn(document, workspace)) {
      const { fault } = reading;
      if (!fault || told.some(({ start, end }) => fault.span.start < end && start < fault.span.end)) continue;
      const { uri } = document;
      const placed = (given: Pick<Fault, 'edits'>): Edit[] => given.edits.map(edit => ({ uri, ...edit }));
      const { instead } = fault;
      yield {
        span: fault.span,
        message: messageOf(name, fault),
        fixes: () => [
          { title: titleOf(fault), edits: placed(fault), safe: false, preferred: true },
          ...(instead
            ? [{ title: say('Write `{0}` before it', instead.sign), edits: placed(instead), safe: false }]
            : []),
        ],
      };
    }
  },
});

/** Calls of which one mark alone does not make what was meant. */
function* garbled(document: Document, workspace: Workspace): Iterable<Finding> {
  const tools = toolsOf(document, workspace);
  if (!tools) return;
  for (const section of document.body?.sections ?? []) {
    for (const { tool, input, start, written, meant } of garbledIn(document, section)) {
      const inputs = todaysTool(tools, tool)?.inputs;
      if (!inputs || (input !== undefined && !inputs.some(({ name }) => name === input))) continue;
      const span = { start: section.start + start, end: section.start + start + written.length };
      yield {
        span,
        message: say(
          'The brackets, quotes or other marks of this call of `{0}` are wrong, so the model has to guess what it says.',
          tool,
        ),
        fixes: () => [changeTo(document, span, meant, 'best')],
      };
    }
  }
}

function messageOf(name: string, { sign, wrong }: Fault): Message {
  return wrong === undefined
    ? say('The call of `{0}` lacks a `{1}` here, so the model has to guess what it says.', name, sign)
    : say(
        'The call of `{0}` has `{2}` where `{1}` belongs, so the model has to guess what it says.',
        name,
        sign,
        wrong,
      );
}

function titleOf({ sign, wrong, edits }: Fault): Fix['title'] {
  if (wrong !== undefined) return say('Change to `{0}`', sign);
  return edits.length > 1 ? say('Put it in quotes') : say('Insert `{0}`', sign);
}
