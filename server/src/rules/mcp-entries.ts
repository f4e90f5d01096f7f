// Entries of lists of tools that begin with `mcp__`, or have a star in them, and match no tool.
import type { Document } from '../syntax/document';
import { inToolNames } from '../workspace/mcp';
import { mcpServerOf } from '../workspace/references';
import type { ListedTool } from '../workspace/tools';
import type { Workspace } from '../workspace/workspace';
import { changesTo, changeTo } from './edits';
import { nearest } from './nearest';
import { ownServers } from './mcp-names';
import { say, type Finding } from './rule';

/** The list that an entry stands in. */
export interface Place {
  readonly document: Document;
  readonly workspace: Workspace;
  readonly key: string;
  /** The names of all tools in the list. */
  readonly names: ReadonlySet<string>;
  /** Servers that are reported already: a missing one is said once. */
  readonly servers: Set<string>;
}

/** Under `tools` a star stands for all tools, or for all of one server; anything else matches none (Claude Code 2.1.330, 28
 * November 2026). */
export function emptyPattern({ name, span }: ListedTool, { document, workspace, key }: Place): Finding | undefined {
  if (key !== 'tools' || workspace.role(document.uri) !== 'agent') return undefined;
  if (name === '*' || !name.includes('*') || /^mcp__[^*]+__\*$/.test(name)) return undefined;
  return {
    span,
    message: say('`{0}` matches no tool: under `tools` only `mcp__server__*`, or `*` alone, stand for several.', name),
    fixes: () => {
      const bare = name.replace(/^(mcp__.*\*)\W+$/, '$1').replace(/^(\w+)\*$/, '$1');
      const fits = /^mcp__[^*]+__\*$/.test(bare) || workspace.schema(document.uri)?.tools.has(bare) === true;
      return bare !== name && fits ? [changeTo(document, span, bare, 'best')] : [];
    },
  };
}

/** The tools that a server has are called by letters, digits, `_` and `-` alone: no other name can be one. */
export function oddName({ name, span }: ListedTool, { document }: Place): Finding | undefined {
  if (!name.startsWith('mcp__') || /^[\w*-]+$/.test(name) || /[<>{}$]/.test(name)) return undefined;
  const meant = meantName(name);
  return {
    span,
    message: say(
      '`{0}` is not the name of a tool: names of MCP tools consist of letters, digits, `_` and `-` only.',
      name,
    ),
    fixes: () => (meant === undefined ? [] : [changeTo(document, span, meant, 'best')]),
  };
}

/** `mcp__a.b` for `mcp__a__b`; what stands behind a whole name is a note. */
function meantName(name: string): string | undefined {
  const plain = name.replace(/\\_/g, '_');
  const whole = /^mcp__[\w-]+__[\w*-]+(?=$|[.,;:]+$|\s|\()/.exec(plain)?.[0];
  if (whole !== undefined) return whole;
  const [, server, tool] = /^mcp__([\w-]+?)[.:/]([\w-]+|\*)[.,;]?$/.exec(plain) ?? [];
  return server === undefined ? undefined : `mcp__${server}__${tool!}`;
}

/** `mcp__db_query`, which names a whole server `db_query`. */
export function unparted({ name, span }: ListedTool, { document, workspace, names }: Place): Finding | undefined {
  const odd = /^mcp__([\w-]+?)[.:/]([\w-]+)$/.exec(name);
  if (!odd && !/^mcp__[A-Za-z0-9-]+(_[A-Za-z0-9-]+)+$/.test(name)) return undefined;
  const server = mcpServerOf(name)!;
  const configured = workspace.servers(document.uri);
  if (brought.test(server) || configured?.has(server) || ownServers(document).has(server)) return undefined;
  const parts = odd ? odd.slice(1) : server.split('_');
  const splits = parts.slice(1).map((_, index) => {
    const to = `mcp__${parts.slice(0, index + 1).join('_')}`;
    return { to, tool: parts.slice(index + 1).join('_') };
  });
  const isKnown = ({ to }: { to: string }): boolean =>
    configured?.has(mcpServerOf(to)!) === true || [...names].some(each => each.startsWith(`${to}__`));
  const best = splits.find(isKnown) ?? splits[0]!;
  if (odd && !isKnown(best)) return undefined;
  return {
    span,
    severity: isKnown(best) ? 'warning' : 'information',
    message: say(
      '`{0}` names a whole server `{1}`. Between a server and its tool stand two underscores: `{2}`.',
      name,
      server,
      `${best.to}__${best.tool}`,
    ),
    fixes: () => [changeTo(document, span, `${best.to}__${best.tool}`, 'best')],
  };
}

export function unknownServer(
  { name, span }: ListedTool,
  { document, workspace, key, servers }: Place,
): Finding | undefined {
  const server = mcpServerOf(name);
  const known = workspace.servers(document.uri);
  if (server === undefined || server === '' || server.includes('*') || !known || key.startsWith('disallowed')) return;
  if (known.has(server) || servers.has(server) || brought.test(server) || ownServers(document).has(server)) return;
  servers.add(server);
  return {
    span,
    severity: 'information',
    message: say(
      'No MCP server `{0}` is configured for this project; where it is not there, `{1}` is silently dropped.',
      server,
      name,
    ),
    fixes: () =>
      changesTo(document, span, nearest(server, known).map(to => name.replace(server, inToolNames(to)))), // prettier-ignore
  };
}

/** Servers that Claude Code, its plugins and claude.ai bring along; no file of the project configures them. */
const brought = /^(claude-in-chrome|ide|plugin_.*|claude_ai_.*)$/;
