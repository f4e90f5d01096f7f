// Calls in the body whose tool is misspelt, `Skil({ skill: 'x' })`: what they give shows which one is meant.
import type { Tool } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { slips } from '../workspace/slips';
import type { Workspace } from '../workspace/workspace';
import { readsBody } from './bodies';
import type { Reading } from './call-reading';
import { readingAt, todaysTool, toolsOf } from './calls';
import { changeTo } from './edits';
import { plainForm } from './nearest';
import { perSection } from './per-section';
import { isCommented, sectionAt } from './prose';
import { isDoubled, isSlipOf, isSlipWithin, sameLetters } from './slip';
import { defineRule, say } from './rule';
import { agentWith } from './samples';

export default defineRule({
  id: 'misspelt-call',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  digest: (document, section) => digest(document, section),
  roles: readsBody,
  summary: 'A call of a tool that does not exist, and whose name is nearly that of one.',
  why:
    'The names of tools are exact, capitals included; the model copies the call, which fails, or leaves it out. A call is taken ' +
    'for one of a tool only where it gives inputs of that tool, or where the text calls others of its kind.',
  source: "Claude Code's own tool definitions, 2.1.330, read on 22 November 2026.",
  examples: [
    { bad: agentWith("<|Skil|>({ skill: 'tdd' });\n"), good: agentWith("Skill({ skill: 'tdd' });\n") },
    { bad: agentWith("Run `<|skill|>({ skill: 'tdd' })`.\n"), good: agentWith("Run `Skill({ skill: 'tdd' })`.\n") },
    { bad: agentWith("<|Tsk|>(subagent_type='a')\n"), good: agentWith("Task(subagent_type='a')\n") },
    {
      bad: agentWith(
        "<|UpdateTask|>({ taskId: '1', status: 'completed' });\n<|TaskLst|>();\nTaskGet({ taskId: '1' });\n",
      ),
      good: agentWith("TaskUpdate({ taskId: '1', status: 'completed' });\nTaskList();\nTaskGet({ taskId: '1' });\n"),
    },
    {
      bad: agentWith(
        "Use `<|Sklil|>()`, not `Skill()`.\n\n<|AskUesrQuestion|>({ question });\nTask({ agent: 'a' });\n<|Tsk|>({ agent: 'b' });\n",
      ),
      good: agentWith(
        "Use `Skill()`, not `Skill()`.\n\nAskUserQuestion({ question });\nTask({ agent: 'a' });\nTask({ agent: 'b' });\n",
      ),
    },
    {
      bad: agentWith('Call `<|TaskGte|>(taskId)`, then `<|TaskUpdte|>(taskId, status)`.\n'),
      good: agentWith('Call `TaskGet(taskId)`, then `TaskUpdate(taskId, status)`.\n'),
    },
    {
      bad: agentWith('Call `<|TasksList|>()`.\n\n# Last\n\nTaskUpdate({ taskId, status });\n'),
      good: agentWith('Call `TaskList()`.\n\n# Last\n\nTaskUpdate({ taskId, status });\n'),
    },
    { bad: agentWith('Call `TaskSort(taskId)`, `deleteTask(taskId)` or `TasksList()`.\n') },
    { bad: agentWith('`Tasks()`, `Tas()`, `Still()`, `Tasked({ a: 1 })`.\n') },
    { bad: agentWith("```js\nconst x = taskList();\nread({ path: 'x' });\nglob({ pattern: '*' });\n```\n") },
    { bad: agentWith("```js\nfunction skill({ skill, args }) {}\nbot.skill({ skill: 'x' });\n```\n") },
    { bad: agentWith("With opencode: `skill({ name: 'tdd' })`, `edit({ path: 'x' })`.\n") },
    { bad: agentWith('In OpenCode: `task(subagent_type="plan", prompt="Go.")`.\n') },
    {
      bad: agentWith(
        "Agent({ subagent_type: 'a', prompt: 'Go.' });\n\n| There | Here |\n|---|---|\n| `agent(subagent_type='a')` | `Agent` |\n\nA script has `agent()`.\n",
      ),
    },
  ],
  *check(document, workspace) {
    const tools = toolsOf(document, workspace);
    const { text, body } = document;
    if (!tools || !body) return;
    // Code calls the same few functions again and again, and to compare names takes long.
    const near = new Map<string, readonly Tool[]>();
    for (const span of body.sections.flatMap(section => [...called(text, section)])) {
      const name = text.slice(span.start, span.end);
      if (tools.has(name)) continue;
      const alike = near.get(name) ?? nearest(name, tools);
      near.set(name, alike);
      if (alike.length === 0) continue;
      const meant = toolMeant(name, alike, document, workspace, tools, span.end);
      if (meant === undefined || isDefinition.test(text.slice(Math.max(0, span.start - 12), span.start))) continue;
      if (isCommented(document, span)) continue;
      yield {
        span,
        message: say('There is no tool `{0}`, so the model cannot make this call as it stands.', name),
        fixes: () => [changeTo(document, span, meant, 'best')],
      };
    }
  },
});

/** The sections that hold calls: of which there are others in the file, each is judged by. */
const digest = perSection(text =>
  brokenCall.test(text) || [...called(text, { start: 0, end: text.length })].length > 0 ? text : '',
);
/** A call that lacks its parenthesis or its brace is one of the others too. */
const brokenCall = /[a-z](?:\{|\(\s*\w+:)/;

/** The names that stand before a parenthesis as in a call with named inputs, with a task's, or with none. To look for
 * parentheses takes a fraction of the time that a pattern with the name in front takes. */
function* called(all: string, { start, end }: Span): Generator<Span> {
  const text = all.slice(0, end);
  for (let open = text.indexOf('(', start); open >= 0; open = text.indexOf('(', open + 1)) {
    inputs.lastIndex = open;
    if (!inputs.test(text)) continue;
    const name = nameBefore.exec(text.slice(Math.max(start, open - longest - 1), open))?.[1];
    if (name !== undefined) yield { start: open - name.length, end: open };
  }
}

const longest = 25;
const nameBefore = new RegExp(`(?:^|[^\\w.$/-])([A-Za-z][A-Za-z_-]{2,${longest - 1}})$`);
/** A call of a task tool is written with its first input alone too: `TaskGet(taskId)`. */
const inputs = /\((?:\s*\{|\)|\s*\w+=|taskId\b)/y;
const isDefinition = /\b(?:function|def|class|fn|func|new)\s+$/;

/** The tools whose names are like one, the likest first. */
function nearest(name: string, tools: ReadonlyMap<string, Tool>): readonly Tool[] {
  const near = [...tools.values()].filter(each => isCallable(each) && isNear(name, each.name));
  return near.sort((a, b) => slips(name, a.name) - slips(name, b.name));
}

function toolMeant(
  name: string,
  near: readonly Tool[],
  document: Document,
  workspace: Workspace,
  tools: ReadonlyMap<string, Tool>,
  open: number,
): string | undefined {
  const isEmpty = document.text[open + 1] === ')';
  for (const { name: meant } of near) {
    const tool = todaysTool(tools, meant)!;
    if (name.toLowerCase() === meant.toLowerCase() && isOfOther(document, workspace, name, meant, open)) continue;
    const reading = readingAt(document, open, tool);
    if (isSlipWithin(name, meant) && isOfTask(document.text, open) && /^Task[A-Z]/.test(meant)) return meant;
    if (isTypo(name, meant) && (isEmpty || wordsIn(meant) > 1)) return meant;
    const isMeant = isEmpty
      ? /[A-Z]/.test(name) && callsOthers(document, open, workspace, tools, tool, meant, isSlipWithin(name, meant))
      : gives(reading, tool, name);
    if (isMeant || (isSlipWithin(name, meant) && isCalled(document, workspace, meant))) return meant;
  }
  return undefined;
}

/** OpenCode has `task(subagent_type="…")`, and the like, which tables name beside ours; scripts have functions such as `agent()`. */
function isOfOther(document: Document, workspace: Workspace, name: string, meant: string, open: number): boolean {
  const { text } = document;
  if (text[open + 1] === ')') return name === name.toLowerCase();
  return isOfKeywords(text, open) && (isRow(text, open) || !isCalled(document, workspace, meant));
}

const isRow = (text: string, at: number): boolean => /^[ \t]*\|/.test(text.slice(lineStart(text, at), at));

/** Whether what is given is written as `name="…"`. */
const isOfKeywords = (text: string, open: number): boolean => /^\(\s*\w+\s*=/.test(text.slice(open, open + 80));

const isOfTask = (text: string, open: number): boolean => text.startsWith('(taskId', open);

const isCallable = ({ status }: Tool): boolean => status === 'active' || status === 'alias';

/** The same letters in another case, a slip or two away, or the same words the other way round. */
const isNear = (name: string, wanted: string): boolean =>
  wanted.length >= 4 && (isSlipOf(name, wanted) || (words(name) === words(wanted) && isAsLong(name, wanted)));

const isAsLong = (name: string, wanted: string): boolean =>
  Math.abs(plainForm(name).length - plainForm(wanted).length) <= 2;

const words = (name: string): string => (name.match(/[A-Z][a-z]+/g) ?? []).sort().join(' ');

const wordsIn = (name: string): number => name.match(/[A-Z]/g)?.length ?? 0;

/** Two neighbours swapped or a letter doubled: no other name comes about so. */
const isTypo = (name: string, wanted: string): boolean =>
  name[0] === wanted[0] && (isDoubled(name, wanted) || (sameLetters(name, wanted) && slips(name, wanted) === 1));

/** Whether the file calls that very tool. */
const isCalled = (document: Document, workspace: Workspace, meant: string): boolean =>
  workspace.references(document, 'tool').some(({ name, form }) => form === 'tool-call' && name === meant);

/** Whether a call gives inputs of the tool and no others, and one that functions of programs hardly have. A name of several
 * words shows more by itself. */
function gives({ inputs, fault }: Reading, tool: Tool, name: string): boolean {
  const given = inputs.filter(each => tool.inputs.some(input => input.name === each.name));
  if (fault || given.length === 0 || given.length < inputs.length) return false;
  if (given.some(input => telling.test(input.name))) return true;
  return /[a-z][A-Z]/.test(name) && (name.length >= 8 || given.length > 1);
}

const telling = /^(?:skill|subagent_type|taskId|activeForm|addBlocks|addBlockedBy|notebook_path|old_string)$/;

/** Whether the section around a place, or the file where the name is that close, calls that very tool by its right name, or by a
 * name of several words another one of its kind. */
function callsOthers(
  document: Document,
  at: number,
  workspace: Workspace,
  tools: ReadonlyMap<string, Tool>,
  tool: Tool,
  meant: string,
  isClose: boolean,
): boolean {
  const section = isClose ? document.body?.span : sectionAt(document, at);
  const suits = (name: string): boolean =>
    name === meant || (wordsIn(meant) > 1 && tools.get(name)?.category === tool.category);
  return workspace
    .references(document, 'tool')
    .some(
      ({ name, form, span: { start } }) =>
        form === 'tool-call' && !!section && section.start <= start && start < section.end && suits(name),
    );
}
