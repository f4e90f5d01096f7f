// Agents that prose tells somebody to use: «Use the **reviewer** agent».
import type { SectionContent } from '../syntax/body';
import type { LocalReference } from './references';

/** A marked name. It is sought before the words that go before it: marks are rarer than verbs. */
const marked = /(\*\*|`)([A-Za-z][\w-]*)\1\s+(?:sub-?)?agents?\b(?!\s+(?:file|definition|template|type|tool))/gi;
const toldBefore =
  /\b(?:use|invoke|call|launch|spawn|run|start|ask|dispatch|delegate\sto|hand\soff\sto)\s+(?:the\s+)?$/i;
/** As far back as those words are looked for. */
const reach = 40;

/** A name of several words: of one word, it may be what the agent is like. */
const nameOfWords = /^[a-z][a-z0-9]*([-_][a-z0-9]+)+$/;

/** The names in one section; each also holds the folders that show whether the project has agents of its own. */
export function agentsInProse({ fences }: SectionContent, text: string): LocalReference[] {
  if (!text.includes('agent')) return [];
  return [...text.matchAll(marked)].flatMap((match): LocalReference[] => {
    const name = match[2]!;
    const { index } = match;
    if (!nameOfWords.test(name) || !toldBefore.test(text.slice(Math.max(0, index - reach), index))) return [];
    if (fences.some(({ outer }) => outer.start <= index && index < outer.end)) return [];
    const start = index + match[1]!.length;
    const span = { start, end: start + name.length };
    const folders = agentFolders.map(folder => ({ kind: 'file', name: folder, form: 'other-base', span }) as const);
    return [{ kind: 'agent', name, form: 'prose', span }, ...folders];
  });
}

/** In a project, and in a plugin. */
export const agentFolders: readonly string[] = ['.claude/agents', 'agents'];
