// The tools that a file lists, each with what the facts say of it.
import type { Tool } from '../dialects/dialect';
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { mcpServerOf } from './references';
import type { Reference } from './symbols';
import type { Workspace } from './workspace';

/** One entry of a list of tools. */
export interface ListedTool {
  readonly reference: Reference;
  /** Without a specifier: `Bash` of `Bash(git:*)`. */
  readonly name: string;
  readonly span: Span;
  /** Undefined where nothing is known of the name, and for MCP tools and wildcards. */
  readonly tool: Tool | undefined;
  /** `mcp__server__tool`, `*`: names that no table holds. */
  readonly open: boolean;
}

/** The tools under a key, in order. */
export function listedTools(document: Document, workspace: Workspace, key: string): ListedTool[] {
  const tools = workspace.schema(document.uri)?.tools;
  return workspace.references(document, 'tool').flatMap(reference => {
    if (reference.form !== 'field' || reference.field !== key) return [];
    const name = reference.name;
    if (name === '') return [];
    const open = name.startsWith('mcp__') || name.includes('*');
    return [{ reference, name, span: reference.span, tool: tools?.get(name), open }];
  });
}

/** Whether a name is one of a known tool, or has the form of an MCP server's. */
export const isToolName = (name: string, tools: ReadonlyMap<string, Tool>): boolean =>
  tools.has(name) || name.startsWith('mcp__');

/** Whether Claude Code gives the agent a tool for this entry. */
export const resolves = ({ tool, open }: ListedTool): boolean =>
  open || tool?.status === 'active' || tool?.status === 'alias';

/** The name that a tool is known by today: `Agent` for `Task`. */
export const currentName = ({ name, tool }: Pick<ListedTool, 'name' | 'tool'>): string =>
  tool?.status === 'alias' ? (tool.replacedBy ?? name) : name;

/** Whether a name under `disallowedTools`, or in a rule that denies, takes a tool away: itself, or all of an MCP server. */
export function takesAway(written: string, name: string): boolean {
  if (written === name) return true;
  if (!name.startsWith('mcp__')) return false;
  const server = mcpServerOf(name)!;
  return ['mcp__*', `mcp__${server}`, `mcp__${server}__*`].includes(written);
}

/** How an agent's `tools` limit it. */
export type ToolLimit =
  | { readonly is: 'inherited' } // no `tools`, or `*`: all that a subagent may have
  | { readonly is: 'listed'; readonly tools: readonly ListedTool[] }
  | { readonly is: 'none'; readonly tools: readonly ListedTool[] }; // nothing that is listed resolves

/** Reads how the `tools` of an agent limit it. */
export function toolLimit(document: Document, workspace: Workspace): ToolLimit {
  const field = entry(document.data, 'tools');
  if (field?.colon === undefined) return { is: 'inherited' };
  // A number or a flag is no list, and no name either.
  if (field.value?.is === 'scalar' && typeof field.value.value !== 'string') return { is: 'none', tools: [] };
  const star = field.value?.is === 'scalar' && field.value.text.trim() === '*';
  const tools = listedTools(document, workspace, 'tools');
  if (star || tools.some(tool => tool.name === '*')) return { is: 'inherited' };
  return { is: tools.some(resolves) ? 'listed' : 'none', tools };
}
