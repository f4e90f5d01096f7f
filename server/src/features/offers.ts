// Names that can be written at a place: tools, models, skills, agents and MCP servers.
import { builtinStyles } from '../dialects/claude/styles';
import type { Field, Model, SymbolKind, Tool } from '../dialects/dialect';
import type { Schema } from '../workspace/schema';
import { symbolName, type Definition } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { agentCard, builtinAgentCard, mcpCard, modelCard, skillCard, toolCard } from './cards';
import { literal } from './markdown';
import type { Completion } from './completion';

/** Something that can be written, before it is known in which form. */
export interface Offer extends Pick<Completion, 'label' | 'kind' | 'detail' | 'documentation' | 'retrigger'> {
  /** A word with a meaning of its own, never in quotes. */
  readonly bare?: true;
  /** A text that would be a number or a yes or no without quotes. */
  readonly quoted?: true;
  /** Where it differs from the label. */
  readonly text?: string;
  readonly sortText?: string;
  /** Where it replaces only the end of what is typed: from this many characters on. */
  readonly from?: number;
  /** Where what it replaces ends, if not with the whole. */
  readonly to?: number;
}

export interface Asker {
  readonly workspace: Workspace;
  readonly document: { readonly uri: string; readonly text: string };
  readonly schema: Schema;
  readonly offset: number;
}

/** What can be named under a field; `before` is what is typed of it. */
export function* nameOffers(ask: Asker, kind: SymbolKind, before: string, field: Field): Iterable<Offer> {
  const { workspace, document, schema } = ask;
  switch (kind) {
    case 'tool':
      yield* before.includes('(') ? specifierOffers(ask, before) : toolOffers(ask);
      return;
    case 'model':
      yield* modelOffers(schema, field);
      return;
    case 'skill':
      yield* skillOffers(workspace, document.uri, field.key === 'skills' && schema.kind.role === 'agent');
      return;
    case 'agent':
      yield* agentOffers(workspace, document.uri, schema.builtinAgents);
      return;
    case 'style':
      yield* styleOffers(workspace, document.uri);
      return;
    case 'mcp':
      for (const server of [...(workspace.servers(document.uri) ?? [])].sort()) {
        yield { label: server, kind: 'server', documentation: () => mcpCard(workspace, document.uri, server, '') };
      }
      return;
    case 'command':
    case 'file':
    case 'heading':
      return;
    default:
      return kind satisfies never;
  }
}

/** What most agents have comes first; the rest by their names. */
const usual = ['Read', 'Write', 'Edit', 'Glob', 'Grep', 'Bash', 'WebFetch', 'WebSearch', 'Skill', 'Agent'];

function* toolOffers({ workspace, document, schema }: Asker): Iterable<Offer> {
  const rank = (tool: Tool): string => {
    const at = usual.indexOf(tool.name);
    const late = schema.kind.role === 'agent' && tool.subagent !== 'yes';
    return at >= 0 ? `0${at}` : tool.category === 'repository' ? `1${tool.name}` : `${late ? 4 : 3}${tool.name}`;
  };
  for (const tool of [...schema.tools.values()].filter(each => each.status === 'active')) {
    yield {
      label: tool.name,
      kind: 'tool',
      detail: tool.category,
      documentation: () => toolCard(tool),
      sortText: rank(tool),
    };
  }
  for (const server of [...(workspace.servers(document.uri) ?? [])].sort()) {
    yield {
      label: `mcp__${server}__*`,
      kind: 'server',
      detail: 'all tools of an MCP server',
      documentation: () => mcpCard(workspace, document.uri, server, '*'),
      sortText: `2${server}`,
    };
  }
}

/** Inside the parentheses of `Agent(a, b)` and `Skill(x)`. */
function* specifierOffers({ workspace, document, schema, offset }: Asker, before: string): Iterable<Offer> {
  const match = /^(Agent|Task|Skill)\(([^()]*)$/.exec(before);
  if (!match) return;
  const names = match[2]!.split(/[\s,]+/);
  const from = before.length - names.at(-1)!.length;
  const to = offset + /^[\w.:/-]*/.exec(document.text.slice(offset, offset + 100))![0].length;
  const found =
    match[1] === 'Skill'
      ? skillOffers(workspace, document.uri, false)
      : agentOffers(workspace, document.uri, schema.builtinAgents);
  for (const offer of found) if (!names.slice(0, -1).includes(offer.label)) yield { ...offer, from, to };
}

function* styleOffers(workspace: Workspace, uri: string): Iterable<Offer> {
  for (const style of workspace.visible('style', uri)) {
    const { name, description } = style;
    yield {
      label: name,
      kind: 'value',
      detail: workspace.shown(style.uri),
      ...(description === '' ? {} : { documentation: () => literal(description) }),
      sortText: `0${name}`,
    };
  }
  for (const { value, doc } of builtinStyles)
    if (value !== 'default') yield { label: value, kind: 'value', documentation: () => doc, sortText: `1${value}` };
}

function* modelOffers({ models, kind }: Schema, field: Field): Iterable<Offer> {
  const wanted = field.wanted?.is === 'choice' ? field.wanted.values.map(choice => choice.value) : [];
  const states = { current: 1, legacy: 2, restricted: 3, old: 4, retired: 4 };
  const rank = (model: Model, index: number): string => {
    const usual = wanted.indexOf(model.id);
    const group = model.alias ? 0 : (states[model.status ?? 'current'] ?? 1);
    return `${group}${String(usual < 0 ? 99 : usual).padStart(2, '0')}${String(index).padStart(3, '0')}`;
  };
  let index = 0;
  for (const model of models.values()) {
    index++;
    if (model.notFor?.includes(kind.role) || model.status === 'retired' || model.status === 'old') continue;
    yield {
      label: model.id,
      kind: 'model',
      ...detailOf(model.resolvesTo === undefined ? model.status : `→ ${model.resolvesTo}`),
      documentation: () => modelCard(model),
      sortText: rank(model, index),
    };
  }
}

const detailOf = (detail: string | undefined): { detail?: string } => (detail === undefined ? {} : { detail });

/** Skills that a file can name. `preload`: those that Claude Code would not load come last; `first`: the likeliest. */
export function* skillOffers(
  workspace: Workspace,
  uri: string,
  preload: boolean,
  first: ReadonlySet<string> = new Set(),
): Iterable<Offer> {
  for (const definition of workspace.visible('skill', uri)) {
    // One that lies too deep is never found.
    if (!definition.reachable) continue;
    const name = symbolName(definition.symbol);
    const doubt = preload && !definition.preloadable ? 'not loaded: only the user starts it' : undefined;
    yield {
      label: name,
      kind: 'skill',
      detail: doubt ?? workspace.shown(definition.uri),
      documentation: () => skillCard(workspace, definition),
      sortText: `${doubt !== undefined ? 2 : first.has(name) ? 0 : 1}${name}`,
    };
  }
}

/** Agents that a file can name, itself left out; those that Claude Code brings along come last. */
export function* agentOffers(workspace: Workspace, uri: string, builtin: ReadonlySet<string>): Iterable<Offer> {
  const known = new Set<string>();
  for (const definition of workspace.visible('agent', uri)) {
    if (definition.uri === uri) continue;
    known.add(symbolName(definition.symbol));
    yield agentOffer(workspace, definition);
  }
  for (const name of builtin) {
    if (known.has(name)) continue;
    yield {
      label: name,
      kind: 'agent',
      detail: 'Claude Code',
      documentation: () => builtinAgentCard(name),
      sortText: `1${name}`,
    };
  }
}

const agentOffer = (workspace: Workspace, definition: Definition): Offer => ({
  label: symbolName(definition.symbol),
  kind: 'agent',
  detail: workspace.shown(definition.uri),
  documentation: () => agentCard(workspace, definition),
  sortText: `0${symbolName(definition.symbol)}`,
});
