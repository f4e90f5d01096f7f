// What is known of the thing under the cursor: a key, a value, a name in front matter or body, or the file's verdict.
import type { Data, DataMap, Entry, Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { covers, type Span } from '../syntax/span';
import { layersOf, modelOf, toolOf, type Schema } from '../workspace/schema';
import { mcpServerOf } from '../workspace/references';
import type { Reference } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import {
  agentCard,
  builtinAgentCard,
  fileCard,
  mcpCard,
  modelCard,
  newModelCard,
  skillCard,
  styleCard,
  toolCard,
  unknownCard,
} from './cards';
import { descriptionCard, verdictCard } from './file-cards';
import { assumed, type Assumed } from './effective/session';
import { fieldCard, told, wordsOf } from './field-card';
import { code, paragraphs } from './markdown';
import type { Read } from './read';
import { slotsAt, type Slot, type Step } from './slots';
import { namedAt } from './target';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** `read` looks into the skills that an agent loads, and into the settings of its project. */
export function hover(
  workspace: Workspace,
  document: Document,
  offset: number,
  read: Read = () => undefined,
  session: Assumed = assumed,
): Hover | undefined {
  const { frontMatter } = document;
  if (frontMatter && covers(frontMatter.open, offset)) {
    const markdown = verdictCard(workspace, document, read, session);
    return markdown === undefined ? undefined : { span: frontMatter.open, markdown };
  }
  const schema = workspace.schema(document.uri);
  const found = schema && document.data && findIn(document.data, offset, []);
  const named = namedAt(workspace, document, offset);
  if (named && !(found && isMeaningless(schema, found, named.reference))) {
    const markdown = nameCard(workspace, document, named.reference);
    if (markdown !== undefined) return { span: named.span, markdown };
  }
  if (!found) return undefined;
  const markdown =
    'key' in found ? keyCard(schema, found.path, found.key) : valueCard(workspace, document, schema, found);
  const span = 'key' in found ? found.key.outer : found.scalar.outer;
  return markdown === undefined || markdown === '' ? undefined : { span, markdown };
}

/** Whether the name means nothing at its place, whatever it means elsewhere. */
const isMeaningless = (schema: Schema, { path }: Found, { name }: Reference): boolean =>
  slotsAt(schema, path).some(({ type }) => type.is === 'reference' && type.not?.includes(name));

/** What is said of a name, in front matter, calls, tables and code alike. Of one that is not known the finding above it says all. */
function nameCard(workspace: Workspace, document: Document, reference: Reference): string | undefined {
  const { uri } = document;
  const { kind, name, symbol } = reference;
  const schema = workspace.schema(uri);
  switch (kind) {
    case 'tool': {
      const server = mcpServerOf(name);
      if (server !== undefined)
        return mcpCard(workspace, uri, server, name.slice(5 + server.length).replace(/^__/, ''));
      const tool = toolOf(schema, name);
      return tool && toolCard(tool);
    }
    case 'mcp':
      return mcpCard(workspace, uri, name, '');
    case 'model': {
      const model = modelOf(schema, name);
      return model ? modelCard(model) : schema?.modelPattern.test(name) ? newModelCard(name) : undefined;
    }
    case 'skill':
    case 'agent': {
      const definition = workspace.resolve(symbol, uri).found[0];
      if (definition) return kind === 'skill' ? skillCard(workspace, definition) : agentCard(workspace, definition);
      if (kind === 'agent' && schema?.builtinAgents.has(name)) return builtinAgentCard(name);
      return unknownCard(workspace, reference, uri);
    }
    case 'style': {
      const style = workspace.resolve(symbol, uri).found[0];
      return style ? styleCard(workspace, style) : undefined;
    }
    case 'file':
      return fileCard(workspace, name);
    case 'command':
    case 'heading':
      return undefined;
    default:
      return kind satisfies never;
  }
}

type Found =
  | { readonly path: readonly Step[]; readonly key: Scalar }
  | { readonly path: readonly Step[]; readonly scalar: Scalar };

function findIn(data: Data, offset: number, path: readonly Step[]): Found | undefined {
  switch (data.is) {
    case 'scalar':
      return covers(data.outer, offset) ? { path, scalar: data } : undefined;
    case 'list': {
      const item = data.items.find(each => each.value && covers(each.span, offset));
      return item?.value && findIn(item.value, offset, [...path, { key: undefined, siblings: () => new Map() }]);
    }
    case 'map': {
      const entry = data.entries.find(each => covers(each.span, offset));
      if (!entry) return undefined;
      const inner = [...path, stepOf(data, entry)];
      if (covers(entry.key.outer, offset)) return { path: inner, key: entry.key };
      return entry.value && findIn(entry.value, offset, inner);
    }
    default:
      return data satisfies never;
  }
}

const stepOf = (map: DataMap, own: Entry): Step => ({
  key: own.key.text,
  siblings: () =>
    new Map(map.entries.flatMap(({ key, value }) => (value?.is === 'scalar' ? [[key.text, value.text] as const] : []))),
});

function keyCard(schema: Schema, path: readonly Step[], key: Scalar): string | undefined {
  if (path.length === 1) {
    const layers = layersOf(schema, key.text);
    return layers && fieldCard(told(layers));
  }
  // A free key of a map, such as the name of a server, is told by nobody: only fields of that name count.
  const fields = slotsAt(schema, path).filter(slot => slot.field.key === key.text);
  return fieldCard(fields.map(({ field, layer }) => ({ field, title: layer.kind.title })));
}

function valueCard(
  workspace: Workspace,
  document: Document,
  schema: Schema,
  { path, scalar }: { readonly path: readonly Step[]; readonly scalar: Scalar },
): string | undefined {
  for (const slot of slotsAt(schema, path)) {
    const card = typedCard(workspace, document, slot, scalar, path.length === 1);
    if (card !== undefined) return card;
  }
  return undefined;
}

/** What is said of a value of some type; names were answered before. */
function typedCard(
  workspace: Workspace,
  document: Document,
  { type, field, layer }: Slot,
  scalar: Scalar,
  top: boolean,
): string | undefined {
  const title = `${code(field.key)} · ${layer.kind.title}`;
  switch (type.is) {
    case 'text':
      return top && field.key === 'description' ? descriptionCard(workspace, document, scalar) : undefined;
    case 'name': {
      const definition = workspace.file(document.uri)?.definitions[0];
      if (!top || !definition) return undefined;
      return type.of === 'skill' ? skillCard(workspace, definition) : agentCard(workspace, definition);
    }
    case 'choice': {
      const choice = type.values.find(each => each.value === scalar.text);
      return choice && paragraphs(`**${code(choice.value)}** · ${title}`, wordsOf(field, choice.doc || field.doc));
    }
    case 'flag':
    case 'number':
      return paragraphs(`**${code(scalar.text)}** · ${title}`, wordsOf(field, field.doc));
    case 'reference':
    case 'call':
    case 'path':
    case 'glob':
    case 'list':
    case 'map':
    case 'variant':
    case 'oneOf':
    case 'any':
      return undefined;
    default:
      return type satisfies never;
  }
}
