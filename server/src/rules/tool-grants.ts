// What the front matter of an agent says of the tools that its body tells it to use.
import type { Tool } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import { currentName, listedTools, toolLimit } from '../workspace/tools';
import type { Workspace } from '../workspace/workspace';

/** Names that tools have today. */
export interface Grants {
  readonly tools: ReadonlyMap<string, Tool>;
  /** Undefined where every tool is inherited. */
  readonly granted: ReadonlySet<string> | undefined;
  readonly denied: ReadonlySet<string>;
}

/** Undefined where it limits nothing, or leaves no tool at all. */
export function grantsOf(document: Document, workspace: Workspace): Grants | undefined {
  const tools = workspace.schema(document.uri)?.tools;
  const limit = toolLimit(document, workspace);
  if (!tools || limit.is === 'none') return undefined;
  const granted = limit.is === 'listed' ? new Set(limit.tools.map(currentName)) : undefined;
  const denied = new Set(listedTools(document, workspace, 'disallowedTools').map(currentName));
  return granted || denied.size > 0 ? { tools, granted, denied } : undefined;
}

/** Whether a tool is taken away, or is not granted; undefined where the agent has it. */
export function lackOf(name: string, { granted, denied }: Grants): 'denied' | 'not granted' | undefined {
  if (denied.has(name)) return 'denied';
  return granted && !granted.has(name) ? 'not granted' : undefined;
}

/** The name that a tool of Claude Code has today; undefined where it is gone or never was one. */
export function liveName(tool: Tool | undefined): string | undefined {
  if (tool?.status === 'alias') return tool.replacedBy;
  return tool?.status === 'active' ? tool.name : undefined;
}
