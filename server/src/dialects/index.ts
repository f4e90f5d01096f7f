// Every dialect, listed once, and look-ups in them that need no state.
import { agentSkills } from './agent-skills';
import { agentStudio } from './agent-studio';
import { agentwright } from './agentwright';
import { claude } from './claude';
import type { Dialect, Field, Kind, Model, Tool } from './dialect';

export const dialects: readonly Dialect[] = [claude, agentSkills, agentStudio, agentwright];

const byId = new Map(dialects.map(each => [each.id, each]));

export const dialect = (id: string): Dialect | undefined => byId.get(id);

const kinds = new Map(dialects.flatMap(each => each.kinds.map(kind => [kind.id, kind] as const)));

export const kind = (id: string): Kind | undefined => kinds.get(id);

/** The kind that this one adds to: the first of the extended dialect of the same role. */
export function extendedKind(kindId: string): Kind | undefined {
  const owner = dialects.find(each => each.kinds.some(own => own.id === kindId));
  const base = owner?.extends === undefined ? undefined : dialect(owner.extends);
  return base?.kinds.find(each => each.role === kind(kindId)?.role);
}

/** A field of a kind, or else of the kind that it extends. */
export const fieldOf = (kindId: string, key: string): Field | undefined =>
  kind(kindId)?.fields.find(each => each.key === key) ?? extendedKind(kindId)?.fields.find(each => each.key === key);

const tools = new Map(dialects.flatMap(each => each.tools.map(tool => [tool.name, tool])));

/** A tool by its name, old and mistaken names included; upper and lower case differ. */
export const toolByName = (name: string): Tool | undefined => tools.get(name);

const models = new Map(dialects.flatMap(each => each.models.map(model => [model.id, model])));

/** A model by its id, or by an alias in any case. */
export function modelByName(name: string): Model | undefined {
  const written = name.trim();
  const lower = models.get(written.toLowerCase());
  return models.get(written) ?? (lower?.alias ? lower : undefined);
}
