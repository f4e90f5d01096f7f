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
  /** What the agent has where its caller waits for it; MCP tools as they are listed. */
  readonly granted: readonly string[];
  /** Those of them that it lacks in the background, where a session in a terminal runs every agent. */
  readonly waitedFor: readonly string[];
  readonly lost: readonly LostTool[];
  /** What comes without being listed, and why. */
  readonly added: readonly LostTool[];
  /** Nothing that is listed is handed over, so Claude Code does not start the agent. */
  readonly refused: boolean;
}

/** Facts: Claude Code 2.1.330, native build, asked offline on 28 November 2026 (`npm run effective`). */
export function toolsFor(
  workspace: Workspace,
  document: Document,
  schema: Schema,
  assumed: Assumed,
  settings: SessionSettings,
): EffectiveTools {
  const limit = toolLimit(document, workspace);
  const lost: LostTool[] = [];
  const hindered = (names: readonly string[], hindrances: readonly Hindrance[]): readonly string[] =>
    hindrances.reduce((left, hindrance) => left.filter(name => !isLost(name, hindrance(name), lost)), names);
  const asked =
    limit.is === 'inherited' ? inheritedTools(workspace, document, schema, settings) : known(limit.tools, lost);
  const taken = listedTools(document, workspace, 'disallowedTools').map(currentName);
  const background = inBackground(document, settings);
  const offered = hindered(asked, [
    notForSubagents(document, schema),
    ofOtherSessions(assumed, settings, schema),
    unconfigured(workspace, document),
    background ? notInBackground(schema) : free,
  ]);
  const added = memoryTools(document, offered);
  const kept = hindered(
    [...new Set([...offered, ...added.map(({ name }) => name)])],
    [disallowed(taken), denied(settings)],
  );
  const granted = kept.includes('Bash') ? hindered(kept, [besideShell]) : kept;
  return {
    inherited: limit.is === 'inherited',
    granted,
    waitedFor:
      background || settings.foreground ? [] : granted.filter(name => notInBackground(schema)(name) !== undefined),
    lost: limit.is === 'inherited' ? lost.filter(({ name }) => name !== 'ExitPlanMode') : lost,
    added: added.filter(({ name }) => granted.includes(name)),
    refused: limit.is !== 'inherited' && limit.tools.length > 0 && granted.length === 0 && taken.length === 0,
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
    if (item.name.includes('*') && !/^mcp__[^*]+__\*$/.test(item.name)) {
      lost.push({
        name: item.name,
        why: say('matches nothing; `mcp__server` and `mcp__server__*` are the only patterns.'),
      });
      return [];
    }
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
function inheritedTools(
  workspace: Workspace,
  document: Document,
  { tools }: Schema,
  settings: SessionSettings,
): string[] {
  const own = [...tools.values()].filter(isOffered).map(({ name }) => name);
  const servers = [...(workspace.servers(document.uri) ?? [])].map(server => `mcp__${server}__*`);
  // Where the shell is denied, what is to do its work comes by itself.
  const search = settings.denied.some(rule => ['Bash', 'Bash(*)'].includes(rule)) ? ['Glob', 'Grep'] : [];
  return [...own, ...(settings.todos ? ['TodoWrite'] : []), ...search, ...servers];
}

/** `ExitPlanMode` is there for agents that plan; what the repository adds, only the repository knows of. */
const isOffered = ({ name, inherited, category }: Tool): boolean =>
  inherited === true || name === 'ExitPlanMode' || category === 'repository';

/** `memory` switches on what reads and writes it. */
function memoryTools(document: Document, asked: readonly string[]): LostTool[] {
  const memory = entry(document.data, 'memory')?.value;
  if (memory?.is !== 'scalar' || !['user', 'project', 'local'].includes(memory.text)) return [];
  const why = say('switched on by `memory`.');
  return ['Read', 'Write', 'Edit'].filter(name => !asked.includes(name)).map(name => ({ name, why }));
}

/** `Monitor` goes with the shell. */
const goesWith = (written: string, name: string): boolean =>
  takesAway(written, name) || (written === 'Bash' && name === 'Monitor');

function disallowed(taken: readonly string[]): Hindrance {
  const why = say('taken away by `disallowedTools`.');
  return name => (taken.some(each => goesWith(each, name)) ? why : undefined);
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

function inBackground(document: Document, { foreground }: SessionSettings): boolean {
  const value = entry(document.data, 'background')?.value;
  return !foreground && value?.is === 'scalar' && value.text.toLowerCase() === 'true';
}

const free: Hindrance = () => undefined;

const notInBackground =
  ({ tools }: Schema): Hindrance =>
  name =>
    tools.get(name)?.background === false && name !== 'ExitPlanMode'
      ? say('not for agents in the background.')
      : undefined;

/** What a session was given, or which model it runs: the task tools follow that, not the agent's own. */
function ofOtherSessions({ sessionModel }: Assumed, { tasks, todos }: SessionSettings, { tools }: Schema): Hindrance {
  const hasTasks = !withoutTasks(sessionModel);
  return name => {
    if (name === 'TodoWrite' && !(todos && hasTasks)) return say('off unless `CLAUDE_CODE_ENABLE_TASKS=0` is set.');
    if (/^Task(?:Create|Get|List|Update)$/.test(name)) {
      if (todos) return say('off, since `CLAUDE_CODE_ENABLE_TASKS=0` is set.');
      return tasks || hasTasks
        ? undefined
        : say('not offered by sessions on `{0}` unless `CLAUDE_CODE_ENABLE_TODO_TOOLS=1` is set.', sessionModel);
    }
    const tool = tools.get(name);
    if (!tool || tool.inherited || tool.category === 'repository' || everywhere.includes(name)) return undefined;
    return tool.note === undefined ? say('not in every session.') : say('not in every session. {0}', tool.note);
  };
}

/** Listed, these are handed over by any session. */
const everywhere: readonly string[] = ['Glob', 'Grep', 'ToolSearch', 'TodoWrite', 'ExitPlanMode'];

/** Opus 4.8, Sonnet 5, Haiku 5.5, Fable 5, Mythos 5 and newer. */
function withoutTasks(id: string): boolean {
  const model = parse(id);
  if (!model) return false;
  const since = { opus: [4, 8], sonnet: [5, 0], haiku: [5, 5], fable: [5, 0], mythos: [5, 0] }[model.family];
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

/** A rule without parentheses, or for everything, takes the whole tool away. */
function denied({ denied: rules }: SessionSettings): Hindrance {
  return name => {
    const rule = rules.find(
      each => each === '*' || goesWith(each.replace(/\(\*\)$/, '').replace(/^Task$/, 'Agent'), name),
    );
    return rule === undefined ? undefined : say('taken away by `{0}` under `permissions.deny` in the settings.', rule);
  };
}

const besideShell: Hindrance = name =>
  name === 'Grep' || name === 'Glob'
    ? say('dropped beside `Bash` by native builds, whose shell has `rg` and `find`.')
    : undefined;
