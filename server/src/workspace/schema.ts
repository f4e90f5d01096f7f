// What a file may say: the fields, tools and models of the dialects that are active where it lies, and of its repository.
import type { Dialect, Field, FileRole, Kind, Model, Tool } from '../dialects/dialect';
import { dialects, modelByName, toolByName } from '../dialects/index';
import type { Role } from './classify';
import type { Config, Named } from './config';
import type { FrontMatterSchema } from './json-schema';

/** One dialect's word on a key. Several may speak of one; the first is the tool that the file's place belongs to. */
export interface Layer {
  readonly field: Field;
  readonly kind: Kind;
  readonly dialect: Dialect;
}

export interface Schema {
  /** The kind of the tool that the file's place belongs to. */
  readonly kind: Kind;
  readonly dialect: Dialect;
  /** All kinds that read it, `kind` first. */
  readonly kinds: readonly Kind[];
  readonly fields: ReadonlyMap<string, readonly Layer[]>;
  /** The JSON Schema of the repository, where it allows no keys but its own: those, and where it lies, for people. */
  readonly closed: { readonly keys: ReadonlySet<string>; readonly title: string; readonly level: Level } | undefined;
  readonly tools: ReadonlyMap<string, Tool>;
  readonly models: ReadonlyMap<string, Model>;
  /** Full ids beyond `models` that are plausible. */
  readonly modelPattern: RegExp;
  readonly builtinAgents: ReadonlySet<string>;
  /** Misspelt keys and what was meant. */
  readonly suggestions: ReadonlyMap<string, string>;
}

/** All dialects' words on a key at the top of a file, known or one's own; undefined where nobody has a word. */
export function layersOf({ fields, kind, dialect }: Schema, key: string): readonly Layer[] | undefined {
  return fields.get(key) ?? (kind.free && [{ field: { ...kind.free, key }, kind, dialect }]);
}

/** A tool by its name; without a schema, or where that lacks it, from all dialects. */
export const toolOf = (schema: Schema | undefined, name: string): Tool | undefined =>
  schema?.tools.get(name) ?? toolByName(name);

/** A model by its alias or id, alike. */
export const modelOf = (schema: Schema | undefined, name: string): Model | undefined =>
  schema?.models.get(name) ?? modelByName(name);

const rolesWithKind: ReadonlySet<string> = new Set(dialects.flatMap(({ kinds }) => kinds.map(({ role }) => role)));

/** Whether some dialect says what such files may say. */
export const hasKind = (role: Role): role is FileRole => rolesWithKind.has(role);

/** What decides a file's schema. */
export interface Place {
  readonly role: FileRole;
  readonly plugin: boolean;
  /** Below `.agents/`, where Claude Code does not look. */
  readonly openStandard: boolean;
  /** Ids of the detected dialects that extend the base. */
  readonly detected: readonly string[];
}

/** A JSON Schema of the repository, and where it lies, for people. */
export interface AdoptedSchema extends FrontMatterSchema {
  readonly title: string;
  readonly level: Level;
}

type Level = NonNullable<Field['adopted']>;

/** Makes the schema of a place. Costly; the workspace keeps one a place and configuration. */
export function makeSchema(place: Place, config: Config, adopted?: AdoptedSchema): Schema {
  const base = baseKind(place);
  const layers: Layer[] = [];
  const add = ({ dialect, kind }: { dialect: Dialect; kind: Kind }): void => {
    for (const field of kind.fields) layers.push({ field, kind, dialect });
  };
  add(base);
  const kinds = [base.kind];
  for (const dialect of dialects) {
    const extension = dialect.extends === base.dialect.id && place.detected.includes(dialect.id);
    const kind = extension ? dialect.kinds.find(k => k.role === place.role) : undefined;
    if (!kind) continue;
    add({ dialect, kind });
    kinds.push(kind);
  }
  if (place.openStandard) {
    // Claude Code's own keys are known words there too, though the standard's validator refuses them.
    const other = find('claude', 'claude-skill');
    const known = new Set(layers.map(layer => layer.field.key));
    for (const field of other.kind.fields) if (!known.has(field.key)) layers.push({ field, ...other });
  }
  const own = config.fields[place.role] ?? [];
  if (adopted && adopted.problem === undefined) {
    const repository = speakerFor(adopted, base);
    add(repository);
    kinds.push(repository.kind);
  }
  for (const each of own) layers.push({ field: ownField(each), kind: base.kind, dialect: base.dialect });
  const { kind, dialect } = base;
  const closed = adopted && closedBy(adopted, own);
  return { kind, dialect, kinds, fields: byKey(layers), closed, ...names(kinds, config) };
}

/** The repository as one who speaks of its files beside the dialects, under the name of its schema. */
function speakerFor({ fields, title }: AdoptedSchema, base: { dialect: Dialect; kind: Kind }): typeof base {
  const kind = { ...base.kind, id: 'adopted', title, fields, keySuggestions: {}, notes: [], sections: [] };
  return { kind, dialect: { ...base.dialect, id: 'adopted', title, kinds: [kind] } };
}

/** Keys that `agentwright.json` adds are as welcome as the schema's own. */
const closedBy = ({ closed, fields, title, level }: AdoptedSchema, own: readonly Named[]): Schema['closed'] =>
  closed
    ? { keys: new Set([...fields.map(({ key }) => key), ...own.map(({ name }) => name)]), title, level }
    : undefined;

function baseKind({ role, plugin, openStandard }: Place): { dialect: Dialect; kind: Kind } {
  if (role === 'skill' && openStandard) return find('agent-skills', 'agent-skills-skill');
  for (const dialect of dialects) {
    const fit = dialect.kinds.filter(kind => kind.role === role);
    const kind = fit.find(each => each.plugin === true && plugin) ?? fit.find(each => each.plugin === undefined);
    if (kind) return { dialect, kind };
  }
  throw new Error(`no dialect has files of the role ${role}`);
}

function find(dialectId: string, kindId: string): { dialect: Dialect; kind: Kind } {
  const dialect = dialects.find(d => d.id === dialectId);
  const kind = dialect?.kinds.find(k => k.id === kindId);
  if (!dialect || !kind) throw new Error(`no kind ${kindId} in dialect ${dialectId}`);
  return { dialect, kind };
}

function byKey(layers: readonly Layer[]): Map<string, Layer[]> {
  const fields = new Map<string, Layer[]>();
  for (const layer of layers) {
    const known = fields.get(layer.field.key);
    if (known) known.push(layer);
    else fields.set(layer.field.key, [layer]);
  }
  return fields;
}

function names(
  kinds: readonly Kind[],
  config: Config,
): Pick<Schema, 'tools' | 'models' | 'modelPattern' | 'builtinAgents' | 'suggestions'> {
  const claude = find('claude', 'claude-agent').dialect;
  const ownTools = config.tools.map(({ name, doc }): Tool => ({
    name,
    doc: doc ?? 'A tool that this repository adds in `agentwright.json`.',
    category: 'repository',
    status: 'active',
    subagent: 'yes',
    inputs: [],
    sources: [],
  }));
  const ownModels = config.models.map(({ name, doc }): Model => ({
    id: name,
    alias: false,
    doc: doc ?? 'A model that this repository adds in `agentwright.json`.',
  }));
  return {
    tools: new Map([...claude.tools, ...ownTools].map(tool => [tool.name, tool])),
    models: new Map([...claude.models, ...ownModels].map(model => [model.id, model])),
    modelPattern: new RegExp(claude.modelPattern ?? '^$'),
    builtinAgents: new Set(claude.builtinAgents),
    suggestions: new Map(kinds.flatMap(kind => Object.entries(kind.keySuggestions))),
  };
}

const ownField = ({ name, doc }: Named): Field => ({
  key: name,
  type: { is: 'any' },
  required: 'no',
  doc: doc ?? 'A key that this repository adds in `agentwright.json`.',
  notes: [],
  onInvalid: 'convention',
  sources: [],
});
