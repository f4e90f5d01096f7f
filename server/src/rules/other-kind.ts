// Fixes for names of the other kind: an agent that is called as a skill, a skill that is started as an agent.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { symbolKey, type Reference } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { changeTo } from './edits';
import type { Fix } from './rule';

/** Starts the agent of that name, where there is one, and the call says nothing more than the name. */
export function startedAsAgent(document: Document, workspace: Workspace, { name, span }: Reference): Fix[] {
  const call = wholeCall(document, span, /\bSkill\(\{ ?(?:skill|name|command): ?(["'])$/);
  if (!call || !isFound('agent', name, document, workspace)) return [];
  const { mark } = call;
  return [changeTo(document, call.span, `Task({ subagent_type: ${mark}${name}${mark}, prompt: ${mark}…${mark} })`)];
}

/** Calls the skill of that name, where there is one: a skill has no use for a prompt. */
export function calledAsSkill(document: Document, workspace: Workspace, { name, span }: Reference): Fix[] {
  const call = wholeCall(document, span, /\b(?:Task|Agent)\(\{ ?subagent_type: ?(["'])$/);
  if (!call || !isFound('skill', name, document, workspace)) return [];
  return [changeTo(document, call.span, `Skill({ skill: ${call.mark}${name}${call.mark} })`)];
}

const isFound = (kind: 'agent' | 'skill', name: string, { uri }: Document, workspace: Workspace): boolean =>
  workspace.resolve(symbolKey(kind, name), uri).found.length > 0;

/** The call around a name that stands first in it, in one line. */
function wholeCall({ text }: Document, { start, end }: Span, before: RegExp): { span: Span; mark: string } | undefined {
  const head = before.exec(text.slice(text.lastIndexOf('\n', start) + 1, start));
  const rest = /^["'](?:, ?(?:description|prompt): ?(["'])[^"'\n\\]*\1)* ?\}\)/.exec(text.slice(end));
  if (!head || !rest) return undefined;
  return { span: { start: start - head[0].length, end: end + rest[0].length }, mark: head[1]! };
}
