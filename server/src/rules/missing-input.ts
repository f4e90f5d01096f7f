// Calls in code blocks that leave out an input without which the tool refuses them.
import type { ToolInput } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import type { Input } from './call-reading';
import { type Call, callsIn, needsCalls } from './calls';
import { blockAt } from './prose';
import { defineRule, say, type Fix } from './rule';
import { agentWith } from './samples';

const block = (...lines: string[]): string => agentWith(`\`\`\`javascript\n${lines.join('\n')}\n\`\`\`\n`);

export default defineRule({
  id: 'missing-input',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: needsCalls,
  roles: readsBody,
  summary: 'A call in a code block that lacks an input which its tool must have, or gives it empty.',
  why:
    'The model copies the call as it stands, and the tool refuses it; or it makes up what is missing. In sentences such calls ' +
    'are often shortened, and `...` says that there is more: neither is reported.',
  source: "Claude Code's own tool definitions, 2.1.330, read on 22 November 2026.",
  examples: [
    {
      bad: block("TaskUpdate({ taskId: '1', status: 'in_progress' });", "<|TaskUpdate|>({ status: 'completed' });"),
      good: block("TaskUpdate({ taskId: '1', status: 'in_progress' });", "TaskUpdate({ taskId: '1', status: 'completed' });"), // prettier-ignore
    },
    {
      bad: block('<|Task|>({', "  subagent_type: 'a',", "  description: 'Review',", '});'),
      good: block('Task({', "  subagent_type: 'a',", "  description: 'Review',", "  prompt: '…',", '});'),
    },
    { bad: block("TaskUpdate({ status: 'completed', ... });", 'TaskUpdate({ ...task });', 'TaskCreate();', 'Task(x)') },
    { bad: block("Task({ subagent_type: 'a', prompt: 'Go.' });", "TaskCreate({ taskId: '1' });") },
    {
      bad: block('<|Skill|>({});', "<|Skill|>({ skill: '' });", "Write({ file_path: 'a', content: '' });"),
      good: block("Skill({ skill: '…' });", "Skill({ skill: '…' });", "Write({ file_path: 'a', content: '' });"),
    },
    { bad: agentWith("Call `TaskUpdate({ status: 'completed' })` at the end.\n") },
  ],
  *check(document, workspace) {
    const calls = callsIn(document, workspace);
    for (const call of calls) {
      const { name, span, tool, reading } = call;
      const inputs = reading.inputs.filter(each => !isEmpty(each));
      const isGiving = reading.inputs.length > 0 || isGivenNothing(document, span.end);
      if (!reading.whole || !isGiving || !blockAt(document, span)) continue;
      const missing = tool.inputs.filter(({ name, required }) => required && !inputs.some(each => each.name === name));
      const [first] = missing;
      // Where several are missing, or others stand for them, the call is shortened, or no call of this tool.
      if (
        !first ||
        isLabel(first) ||
        missing.length > 1 ||
        inputs.some(each => tool.inputs.every(known => known.name !== each.name))
      )
        continue;
      yield {
        span,
        message: reading.inputs.some(each => each.name === first.name)
          ? say(
              'This call of `{0}` leaves `{1}` empty, so the model has to make up what belongs there.',
              name,
              first.name,
            )
          : say('This call of `{0}` lacks `{1}`, without which the tool refuses it.', name, first.name),
        fixes: () => [added(document, calls, call, first)],
      };
    }
  },
});

const isEmpty = ({ name, value }: Input): boolean =>
  value !== undefined && value.start === value.end && neverEmpty.has(name);

/** The content of a file, and what is written in place of another text, may be empty. */
const neverEmpty: ReadonlySet<string> = new Set([
  'skill', 'subagent_type', 'prompt', 'taskId', 'subject', 'file_path', 'command', 'pattern', 'url', 'query',
]); // prettier-ignore

/** `({})`; without braces a name is given, and no call. */
const isGivenNothing = ({ text }: Document, open: number): boolean =>
  /^\(\s*\{\s*\}\s*\)/.test(text.slice(open, open + 40));

/** The model words it by itself, and most calls in manuals leave it out. */
const isLabel = ({ name }: ToolInput): boolean => name === 'description';

/** Gives the task that another call names, the nearest above first, else a place to fill in. */
function added(document: Document, all: readonly Call[], call: Call, { name }: ToolInput): Fix {
  const edit = { uri: document.uri, ...addition(document, all, call, name) };
  return { title: say('Add `{0}`', name), edits: [edit], safe: false, preferred: true };
}

function addition({ text }: Document, all: readonly Call[], call: Call, name: string): { span: Span; text: string } {
  const { tool, span, reading } = call;
  const empty = reading.inputs.find(each => each.name === name)?.value;
  if (empty) return { span: empty, text: '…' };
  if (reading.inputs.length === 0) {
    const [start, end] = [text.indexOf('{', span.end), text.indexOf('}', span.end) + 1];
    return { span: { start, end }, text: `{ ${name}: '…' }` };
  }
  const given = all.flatMap(each => (each.tool === tool ? each.reading.inputs : [])).filter(each => each.name === name);
  const near = given.filter(each => each.outer.start < span.start).at(-1) ?? given[0];
  const before = text.slice(span.end, reading.inputs[0]!.outer.start);
  const sign = before.includes('{') ? ': ' : '=';
  const written = near && name === 'taskId' ? text.slice(near.outer.start, near.outer.end) : `${name}${sign}'…'`;
  const gap = /\r?\n[ \t]*$/.exec(before)?.[0] ?? ' ';
  const isFirst = tool.inputs[0]!.name === name;
  const at = isFirst ? reading.inputs[0]!.outer.start : reading.inputs.at(-1)!.outer.end;
  return { span: { start: at, end: at }, text: isFirst ? `${written},${gap}` : `,${gap}${written}` };
}
