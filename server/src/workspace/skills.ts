// What the name of a skill means to Claude Code at a place.
import { symbolKey, type Definition, type Reference } from './symbols';
import type { Workspace } from './workspace';

/** `nested`: it lies deeper than Claude Code looks. `label`: its folder, by which it is known, has another name.
 * `unseen`: no skill of that name is here, but a command is, or it may come from a plugin or from Claude Code itself. */
export type SkillMeaning =
  | { readonly is: 'found' | 'nested' | 'label'; readonly definition: Definition }
  | { readonly is: 'unseen' | 'unknown' };

/** What a reference to a skill means in the file at `uri`. */
export function skillMeaning(
  workspace: Workspace,
  reference: Pick<Reference, 'name' | 'symbol'>,
  uri: string,
): SkillMeaning {
  const name = reference.name;
  const definition = workspace.resolve(reference.symbol, uri).found[0];
  if (!definition) {
    return comesFromElsewhere(name, uri, workspace) || isCommand(name, uri, workspace) ? unseen : unknown;
  }
  return { is: whichIs(definition, name), definition };
}

/** Whether a name is that of a skill which Claude Code finds. */
export function isFoundSkill(workspace: Workspace, { symbol, name }: Reference, uri: string): boolean {
  const definition = workspace.resolve(symbol, uri).found[0];
  return definition !== undefined && whichIs(definition, name) === 'found';
}

function whichIs({ reachable, alias }: Definition, name: string): 'found' | 'nested' | 'label' {
  if (!reachable) return 'nested';
  return alias === 'label' && !name.includes(':') ? 'label' : 'found';
}

/** Commands can be called as skills are. */
const isCommand = (name: string, uri: string, workspace: Workspace): boolean =>
  workspace.resolve(symbolKey('command', name), uri).found.length > 0;

/** What a session of Claude Code 2.1.330 lists without any skill of one's own: its skills, then the commands that may be
 * called alike. Observed on 24 November 2026, with an empty home and no account. */
const bundled: ReadonlySet<string> = new Set([
  'batch', 'claude-api', 'code-review', 'dataviz', 'debug', 'deep-research', 'doctor', 'fewer-permission-prompts',
  'loop', 'plugin-authoring', 'run', 'run-skill-generator', 'simplify', 'update-config', 'verify', 'workflow-authoring',
  'init', 'insights', 'recap', 'security-review', 'team-onboarding',
]); // prettier-ignore

function comesFromElsewhere(name: string, uri: string, workspace: Workspace): boolean {
  const colon = name.indexOf(':');
  return colon >= 0 ? name.slice(0, colon) !== workspace.plugin(uri)?.name : bundled.has(name);
}

const unseen: SkillMeaning = { is: 'unseen' };
const unknown: SkillMeaning = { is: 'unknown' };
