// Semantic tokens: which words of a file name an agent, skill, tool, model or path, and whether there is such a thing.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { modelOf, toolOf, type Schema } from '../workspace/schema';
import { skillMeaning } from '../workspace/skills';
import type { Reference } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { placeholders } from './placeholders';

/** In the order in which the legend tells them to a client. */
export const tokenTypes = ['agent', 'skill', 'tool', 'model', 'path', 'placeholder'] as const;
export const tokenModifiers = ['declaration', 'unresolved', 'deprecated'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a document, or of a part of it: in order, none over another, each on one line. */
export function tokens(workspace: Workspace, document: Document, within?: Span): Token[] {
  const part = within ?? { start: 0, end: document.text.length };
  const isIn = ({ start, end }: Span): boolean => part.start <= start && end <= part.end;
  const schema = workspace.schema(document.uri);
  const found: Token[] = declaration(document, schema).filter(({ span }) => isIn(span));
  const references = workspace.references(document).filter(({ span }) => isIn(span));
  const elsewhere = otherBases(references, workspace, document.text);
  for (const reference of references) {
    const { form, span } = reference;
    // The beginning of a pattern is no path by itself.
    if (form === 'other-base' || form === 'glob') continue;
    const named = judge(reference, workspace, document.uri, schema, elsewhere);
    if (named) found.push({ span, ...named });
  }
  for (const span of placeholders(document, schema, part)) found.push({ span, type: 'placeholder', modifiers: [] });
  return apart(found, document.text);
}

/** The value of `name`, where it names what the file defines. */
function declaration({ data }: Document, schema: Schema | undefined): Token[] {
  const value = entry(data, 'name')?.value;
  const type = schema?.fields.get('name')?.[0]?.field.type;
  if (value?.is !== 'scalar' || type?.is !== 'name' || type.of !== schema?.kind.role) return [];
  return [{ span: value.span, type: type.of, modifiers: ['declaration'] }];
}

type Named = Pick<Token, 'type' | 'modifiers'>;

const known = (type: TokenType): Named => ({ type, modifiers: [] });
const unresolved = (type: TokenType): Named => ({ type, modifiers: ['unresolved'] });
const deprecated = (type: TokenType): Named => ({ type, modifiers: ['deprecated'] });

function judge(
  reference: Reference,
  workspace: Workspace,
  uri: string,
  schema: Schema | undefined,
  elsewhere: ReadonlySet<number>,
): Named | undefined {
  const { kind, name, span } = reference;
  switch (kind) {
    case 'tool':
      return tool(reference, schema);
    case 'mcp': {
      const servers = workspace.servers(uri);
      return servers && !servers.has(name) ? unresolved('tool') : known('tool');
    }
    case 'model':
      return model(name, schema);
    case 'skill':
      return skillMeaning(workspace, reference, uri).is === 'unknown' ? unresolved('skill') : known('skill');
    case 'agent':
      return isAgent(reference, workspace, uri, schema) ? known('agent') : unresolved('agent');
    case 'file':
      if (elsewhere.has(span.start)) return known('path');
      return workspace.existence(name) === 'no' ? unresolved('path') : known('path');
    case 'command':
    case 'style':
    case 'heading':
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** In a body any function may look like a call of a tool: only those that are known count. */
function tool({ name, form }: Reference, schema: Schema | undefined): Named | undefined {
  if (name === '') return undefined;
  if (name.startsWith('mcp__') || name.includes('*')) return known('tool');
  const status = toolOf(schema, name)?.status;
  if (status === 'active') return known('tool');
  if (status === 'alias') return deprecated('tool');
  if (status === 'removed') return { type: 'tool', modifiers: ['unresolved', 'deprecated'] };
  return form === 'field' ? unresolved('tool') : undefined;
}

function model(name: string, schema: Schema | undefined): Named {
  const found = modelOf(schema, name);
  if (found) return found.status === 'retired' ? deprecated('model') : known('model');
  return schema?.modelPattern.test(name) === false ? unresolved('model') : known('model');
}

/** An agent of a plugin, which has a colon in its name, may be installed where nobody looks. */
function isAgent({ name, symbol }: Reference, workspace: Workspace, uri: string, schema: Schema | undefined): boolean {
  if (name.includes(':') || !schema || schema.builtinAgents.has(name)) return true;
  const { found, elsewhere } = workspace.resolve(symbol, uri);
  return found.length > 0 || elsewhere.length > 0;
}

/** Where paths begin that exist, or may exist, from another folder than the one that they should count from. */
function otherBases(references: readonly Reference[], workspace: Workspace, text: string): Set<number> {
  const starts = new Set<number>();
  for (const { form, name, span } of references) {
    // The folder of a path is looked at too, and says nothing about the path.
    if (form !== 'other-base' || !name.endsWith(`/${text.slice(span.start, span.end)}`)) continue;
    if (workspace.existence(name) !== 'no') starts.add(span.start);
  }
  return starts;
}

/** In order, without those that lie over an earlier or longer one: a server stands inside the name of its tool. */
function apart(found: readonly Token[], text: string): Token[] {
  const sorted = [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return sorted.filter(({ span }) => {
    if (span.start < end || span.start >= span.end || /[\r\n]/.test(text.slice(span.start, span.end))) return false;
    end = span.end;
    return true;
  });
}
