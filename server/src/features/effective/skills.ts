// The skills that Claude Code loads into an agent's context at its start, and those that it does not.
import type { Document } from '../../syntax/document';
import { say, type Message } from '../../workspace/message';
import { skillMeaning, type SkillMeaning } from '../../workspace/skills';
import type { Workspace } from '../../workspace/workspace';

export interface EffectiveSkill {
  readonly name: string;
  /** Where it is, if it is loaded. */
  readonly uri: string | undefined;
  /** What its text costs, about. */
  readonly tokens: number;
  /** Why it is not loaded. */
  readonly missing: Message | undefined;
}

/** In the order in which they are listed, each once. `tokensAt` tells what a skill's file costs. */
export function skillsFor(
  workspace: Workspace,
  document: Document,
  tokensAt: (uri: string) => number,
): EffectiveSkill[] {
  const found = new Map<string, EffectiveSkill>();
  for (const reference of workspace.references(document, 'skill')) {
    const { name, field } = reference;
    if (field !== 'skills' || found.has(name)) continue;
    const meaning = skillMeaning(workspace, reference, document.uri);
    const missing = reasonFor(meaning);
    const uri = (meaning.is === 'found' || meaning.is === 'label') && !missing ? meaning.definition.uri : undefined;
    found.set(name, { name, uri, tokens: uri === undefined ? 0 : tokensAt(uri), missing });
  }
  return [...found.values()];
}

function reasonFor(meaning: SkillMeaning): Message | undefined {
  switch (meaning.is) {
    case 'found':
    case 'label':
      return meaning.definition.preloadable
        ? undefined
        : say('It has `disable-model-invocation: true`, which forbids it.');
    case 'nested':
      return say('It lies deeper than Claude Code looks for skills.');
    case 'unseen':
      return say('No skill of this name is here; it may come from a plugin or from Claude Code itself.');
    case 'unknown':
      return say('No skill of this name is found.');
    default:
      return meaning satisfies never;
  }
}
