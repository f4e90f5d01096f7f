// What Claude Code really makes of an agent: its tools, model, skills and hooks, what is lost, and what it costs.
import type { Document } from '../../syntax/document';
import { otherReaders, type ReaderVerdict } from '../../workspace/readers';
import type { Verdict } from '../../workspace/verdict';
import type { Workspace } from '../../workspace/workspace';
import type { Read } from '../read';
import { hooksFor, type EffectiveHook } from './hooks';
import { idleKeys, type IdleKey } from './keys';
import { modelFor, type EffectiveModel } from './model';
import { assumed, settingsFor, type Assumed } from './session';
import { skillsFor, type EffectiveSkill } from './skills';
import { descriptionTokens, tokensAt, tokensOf, total } from '../cost';
import { toolsFor, type EffectiveTools } from './tools';

export interface EffectiveAgent {
  readonly name: string;
  readonly verdict: Verdict;
  readonly assumed: Assumed;
  readonly tools: EffectiveTools;
  readonly model: EffectiveModel;
  readonly skills: readonly EffectiveSkill[];
  readonly hooks: readonly EffectiveHook[];
  readonly idleKeys: readonly IdleKey[];
  /** What the other tools make of the file. */
  readonly readers: readonly ReaderVerdict[];
  /** About: `always` in every session, for its description; `body` and `skills` where it is started. */
  readonly tokens: { readonly always: number; readonly body: number; readonly skills: number };
}

/** Undefined for files that are no agents of Claude Code. */
export function effectiveAgent(
  workspace: Workspace,
  document: Document,
  read: Read,
  session: Assumed = assumed,
): EffectiveAgent | undefined {
  const { uri } = document;
  const schema = workspace.schema(uri);
  const verdict = workspace.verdict(document);
  if (schema?.kind.role !== 'agent' || !verdict) return undefined;
  const settings = settingsFor(workspace, read, uri);
  const tools = toolsFor(workspace, document, schema, session, settings);
  const skills = skillsFor(workspace, document, at => tokensAt(read, at));
  return {
    name: workspace.file(uri)?.definitions[0]?.name ?? '',
    verdict,
    assumed: session,
    tools,
    model: modelFor(document, schema, session, settings),
    skills,
    hooks: hooksFor(document, schema, settings, tools),
    idleKeys: idleKeys(document, schema),
    readers: otherReaders(document, 'agent'),
    tokens: { always: descriptionTokens(document), body: tokensOf(document), skills: total(skills) },
  };
}
