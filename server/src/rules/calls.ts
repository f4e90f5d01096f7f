// The calls of tools in a body, `Skill({ skill: 'tdd' })`, with what they give.
import type { Tool } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Reference } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { readCall, type Reading } from './call-reading';
import { anyOf } from './needs';
import { sectionAt } from './prose';

export interface Call {
  /** As it is written. */
  readonly name: string;
  /** The name in the text. */
  readonly span: Span;
  /** The tool of today, where the name is an old one. */
  readonly tool: Tool;
  readonly reading: Reading;
}

/** What stands behind the name of a tool that is called, whatever mark of the call is wrong. */
const opening = ['(', '{', '（'];
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** What a body holds that calls a tool. */
export const needsCalls = anyOf(
  ...[...letters, ...letters.toUpperCase()].flatMap(letter => opening.map(mark => letter + mark)),
  '})',
);

/** By the references that the calls are among: others stand in their place as soon as the text changes, or the tools do. */
const known = new WeakMap<readonly Reference[], readonly Call[]>();

/** The calls of tools whose inputs are known. Several rules judge them, and they are read once. */
export function callsIn(document: Document, workspace: Workspace): readonly Call[] {
  const references = workspace.references(document, 'tool');
  const kept = known.get(references);
  if (kept) return kept;
  const tools = toolsOf(document, workspace);
  const calls = tools ? [...readCalls(document, tools, references)] : [];
  known.set(references, calls);
  return calls;
}

/** The tools that a body may call: what a skill brings along is read by whoever reads the skill. */
export function toolsOf({ uri }: Document, workspace: Workspace): ReadonlyMap<string, Tool> | undefined {
  const skill = workspace.role(uri) === 'companion' ? `${workspace.skillFolder(uri)}/SKILL.md` : uri;
  return workspace.schema(skill)?.tools;
}

function* readCalls(
  document: Document,
  tools: ReadonlyMap<string, Tool>,
  references: readonly Reference[],
): Iterable<Call> {
  for (const { name, span, form } of references) {
    const tool = form === 'tool-call' ? todaysTool(tools, name) : undefined;
    if (!tool || tool.inputs.length === 0 || isShownAsWrong(document, span.start)) continue;
    yield { name, span, tool, reading: readingAt(document, span.end, tool) };
  }
}

/** What a tool is given behind a parenthesis. No call goes on behind a heading. */
export function readingAt({ text, body }: Document, open: number, tool: Tool): Reading {
  const section = sectionAt({ body }, open);
  const within = section ? text.slice(0, section.end) : text;
  return readCall(within, open, input => tool.inputs.some(each => each.name === input));
}

/** The tool that a name stands for. */
export function todaysTool(tools: ReadonlyMap<string, Tool>, name: string): Tool | undefined {
  const tool = tools.get(name);
  return tool?.status === 'alias' && tool.replacedBy !== undefined ? tools.get(tool.replacedBy) : tool;
}

/** `// WRONG` or `❌` on the line above, as manuals set a call apart that nobody shall make. */
function isShownAsWrong({ text, body }: Document, at: number): boolean {
  const start = lineStart(text, at);
  if (start === (sectionAt({ body }, at)?.start ?? 0)) return false;
  const above = text.slice(lineStart(text, start - 1), start);
  return /^\s*(?:\/\/|#|--|\*|>|❌).*(?:\b(?:wrong|bad|incorrect|invalid)\b|❌)|^\s*❌/i.test(above);
}
