// The tools that Claude Code really hands to an agent, and why the others are gone.
import type { Tool } from '../../dialects/dialect';
import { entry } from '../../syntax/data';
import type { Document } from '../../syntax/document';
import { mcpServerOf } from '../../workspace/references';
import { say, type Message } from '../../workspace/message';
import type { Schema } from '../../workspace/schema';
import { currentName, listedTools, resolves, takesAway, toolLimit, type ListedTool } from '../../workspace/tools';
import type { Workspace } from '../../workspace/workspace';
import { parse } from './model';
import type { Assumed, SessionSettings } from './session';

export interface LostTool {
  readonly name: string;
  readonly why: Message;
}

export interface EffectiveTools {
  /** No `tools`, or `*`: all that a subagent may have. */
  readonly inherited: boolean;
  /** As the agent sees them, MCP tools as they are listed. */
  readonly granted: readonly string[];
  readonly lost: readonly LostTool[];
  /** What comes without being listed, and why. */
  readonly added: readonly LostTool[];
  /** Nothing that is listed is known, so Claude Code does not start the agent. */
  readonly refused: boolean;
}

/** Facts: Claude Code 2.1.330, native build, 22 November 2026. */
export function toolsFor(
  workspace: Workspace,
  document: Document,
  schema: Schema,
  assumed: Assumed,
  settings: SessionSettings,
): EffectiveTools {
  const limit = toolLimit(document, workspace);
  const lost: LostTool[] = [];
  const asked = limit.is === 'inherited' ? inheritedTools(workspace, document, schema) : known(limit.tools, lost);
  const added = memoryTools(document, asked);
  const names = [...new Set([...asked, ...added.map(({ name }) => name)])];
  const hindrances = [
    disallowed(workspace, document),
    notForSubagents(document, schema),
    inBackground(document, schema),
    ofOtherSessions(assumed, settings),
    unconfigured(workspace, document),
    denied(settings),
  ];
  let granted: readonly string[] = names;
  for (const hindrance of hindrances) granted = granted.filter(name => !isLost(name, hindrance(name), lost));
  if (granted.includes('Bash')) granted = granted.filter(name => !isLost(name, besideShell(name), lost));
  const refused = limit.is === 'none' && limit.tools.length > 0;
  return {
    inherited: limit.is === 'inherited',
    granted,
    lost: limit.is === 'inherited' ? lost.filter(({ name }) => name !== 'ExitPlanMode') : lost,
    added: added.filter(({ name }) => granted.includes(name)),
    refused,
  };
}

/** Why a tool is not handed over; undefined where nothing hinders it. */
type Hindrance = (name: string) => Message | undefined;

function isLost(name: string, why: Message | undefined, lost: LostTool[]): boolean {
  if (why) lost.push({ name, why });
  return why !== undefined;
}

/** What stands in the list and is a tool; the rest is lost. */
function known(listed: readonly ListedTool[], lost: LostTool[]): string[] {
  return listed.flatMap(item => {
    if (resolves(item)) return [currentName(item)];
    const gone = item.tool?.status === 'removed';
    lost.push({
      name: item.name,
      why: gone ? say('gone from Claude Code.') : say('no tool of Claude Code.'),
    });
    return [];
  });
}

/** All that a session hands on by itself, and the tools of the MCP servers that the project configures. */
function inheritedTools(workspace: Workspace, document: Document, { tools }: Schema): string[] {
  const own = [...tools.values()].filter(isOffered).map(({ name }) => name);
  const servers = [...(workspace.servers(document.uri) ?? [])].map(server => `mcp__${server}__*`);
  return [...own, ...servers];
}

/** What only some may have is not missed where it was not asked for; `ExitPlanMode` is there for agents that plan. */
const isOffered = ({ name, status, subagent }: Tool): boolean =>
  status === 'active' && (subagent === 'yes' || name === 'ExitPlanMode') && name !== 'TodoWrite';

/** `memory` switches on what reads and writes it. */
function memoryTools(document: Document, asked: readonly string[]): LostTool[] {
  const memory = entry(document.data, 'memory')?.value;
  if (memory?.is !== 'scalar' || !['user', 'project', 'local'].includes(memory.text)) return [];
  const why = say('switched on by `memory`.');
  return ['Read', 'Write', 'Edit'].filter(name => !asked.includes(name)).map(name => ({ name, why }));
}

function disallowed(workspace: Workspace, document: Document): Hindrance {
  const listed = listedTools(document, workspace, 'disallowedTools').map(currentName);
  const why = say('taken away by `disallowedTools`.');
  return name => (listed.some(each => takesAway(each, name)) ? why : undefined);
}

function notForSubagents(document: Document, { tools }: Schema): Hindrance {
  const mode = entry(document.data, 'permissionMode')?.value;
  const plans = mode?.is === 'scalar' && mode.text === 'plan';
  return name => {
    if (tools.get(name)?.subagent !== 'no' || (plans && name === 'ExitPlanMode')) return undefined;
    return name === 'ExitPlanMode'
      ? say('for subagents with `permissionMode: plan` alone.')
      : say('never handed to a subagent.');
  };
}

function inBackground(document: Document, { tools }: Schema): Hindrance {
  const value = entry(document.data, 'background')?.value;
  const isOn = value?.is === 'scalar' && value.text.toLowerCase() === 'true';
  return name => (isOn && tools.get(name)?.background === false ? say('not for agents in the background.') : undefined);
}

/** The task tools follow the model of the session, not the agent's. */
function ofOtherSessions({ sessionModel }: Assumed, settings: SessionSettings): Hindrance {
  const isNew = !settings.tasks && withoutTasks(sessionModel);
  return name => {
    if (name === 'TodoWrite') return say('off unless `CLAUDE_CODE_ENABLE_TASKS=0` is set.');
    return isNew && /^Task(?:Create|Get|List|Update)$/.test(name)
      ? say('not offered by sessions on `{0}` unless `CLAUDE_CODE_ENABLE_TODO_TOOLS=1` is set.', sessionModel)
      : undefined;
  };
}

/** Opus 4.8, Sonnet 5, Fable 5, Mythos 5 and newer. */
function withoutTasks(id: string): boolean {
  const model = parse(id);
  if (!model) return false;
  const since = { opus: [4, 8], sonnet: [5, 0], fable: [5, 0], mythos: [5, 0] }[model.family];
  return since !== undefined && (model.major > since[0]! || (model.major === since[0] && model.minor >= since[1]!));
}

/** Known servers decide only where some are known: others may be configured outside the project. */
function unconfigured(workspace: Workspace, document: Document): Hindrance {
  const servers = workspace.servers(document.uri);
  return name => {
    const server = mcpServerOf(name);
    return server === undefined || servers === undefined || servers.has(server) || name.startsWith('mcp__plugin_')
      ? undefined
      : say('no MCP server `{0}` is configured here.', server);
  };
}

/** A rule without parentheses takes the whole tool away. */
function denied({ denied: rules }: SessionSettings): Hindrance {
  return name => {
    const rule = rules.find(each => takesAway(each, name) || each === '*');
    return rule === undefined ? undefined : say('taken away by `{0}` under `permissions.deny` in the settings.', rule);
  };
}

const besideShell: Hindrance = name =>
  name === 'Grep' || name === 'Glob'
    ? say('dropped beside `Bash` by native builds, whose shell has `rg` and `find`.')
    : undefined;
