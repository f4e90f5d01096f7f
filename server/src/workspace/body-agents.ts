// Agents that calls start, and those that prose tells somebody to use: «Use the **reviewer** agent».
import type { SectionContent } from '../syntax/body';
import type { Span } from '../syntax/span';
import { lookAlikes } from './look-alikes';
import type { LocalReference } from './references';

/** A marked name. It is sought before the words that go before it: marks are rarer than verbs. */
const marked = /(\*\*|`)([A-Za-z][\w-]*)\1\s+(?:sub-?)?agents?\b(?!\s+(?:file|definition|template|type|tool))/gi;
const toldBefore =
  /\b(?:(?:use|invoke|call|spawn|run|start|ask)s?|(?:launch|dispatch)(?:es)?|delegates?\sto|hands?\soff\sto)\s+(?:the\s+)?$/i;
/** As far back as those words are looked for. */
const reach = 40;

/** A name of several words: of one word, it may be what the agent is like. */
const nameOfWords = /^[a-z][a-z0-9]*([-_][a-z0-9]+)+$/;

/** The names in one section. */
export function agentsInProse({ fences }: SectionContent, text: string): LocalReference[] {
  if (!text.includes('agent')) return [];
  return [...text.matchAll(marked)].flatMap((match): LocalReference[] => {
    const name = match[2]!;
    const { index } = match;
    if (!nameOfWords.test(name) || !toldBefore.test(text.slice(Math.max(0, index - reach), index))) return [];
    if (fences.some(({ outer }) => outer.start <= index && index < outer.end)) return [];
    const start = index + match[1]!.length;
    const span = { start, end: start + name.length };
    return withFolders({ kind: 'agent', name, form: 'prose', span });
  });
}

const agentType = new RegExp(
  `\\bsubagent_type['"]?\\s*[:=]\\s*(['"\`])([@/]?[A-Za-z0-9${lookAlikes}][\\w.:/${lookAlikes}-]{0,119},?)\\1`,
  'g',
);

/** `@reviewer`, `/reviewer`, `reviewer,` and `agents/reviewer.md`: the name alone is the agent's. */
export const bareAgent = (name: string): string =>
  name
    .replace(/,$|\.md$/g, '')
    .replace(/^(?:[\w./-]*\/)?agents\//, '')
    .replace(/^[@/]/, '');

/** However the call is written: `Task({ subagent_type: 'x' })`, or with the argument on a line of its own. */
export function agentsInCalls(text: string): LocalReference[] {
  if (!text.includes('subagent_type')) return [];
  return [...text.matchAll(agentType)].flatMap(({ index, 0: written, 2: name }) => {
    // The call of another tool: OpenCode's agents are not those of Claude Code.
    if (/\b(?:task|[a-z]\w*_\w+)\([^()]*$/.test(text.slice(Math.max(0, index - reach), index))) return [];
    const end = index + written.length - 1;
    const span = { start: end - name!.length, end };
    return [...withFolders({ kind: 'agent', name: name!, form: 'call', span }), ...withoutMarks(name!, span)];
  });
}

/** The name without its marks tells whether the one with them is meant for it. */
function withoutMarks(name: string, span: Span): LocalReference[] {
  const bare = bareAgent(name);
  return bare === name ? [] : [{ kind: 'agent', name: bare, form: 'other-base', span }];
}

/** With an agent's name goes what shows whether the project has agents of its own. */
function withFolders(agent: LocalReference): LocalReference[] {
  const { span } = agent;
  return [agent, ...agentFolders.map(name => ({ kind: 'file', name, form: 'other-base', span }) as const)];
}

/** In a project, and in a plugin. */
export const agentFolders: readonly string[] = ['.claude/agents', 'agents'];
