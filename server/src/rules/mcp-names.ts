// Names of MCP tools that are written in another form, or whose server is one slip away from one beside it.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { mcpServerOf } from '../workspace/references';
import { slips } from '../workspace/slips';
import type { ListedTool } from '../workspace/tools';
import type { Workspace } from '../workspace/workspace';
import { changeTo } from './edits';
import { say, type Finding } from './rule';

/** What `mcp:db:query`, `MCP__db__query`, `mpc__db__query` and `db__query` mean; the last where `mcp__db__…` is listed too. */
export function mcpForms(name: string, names: ReadonlySet<string>): string[] {
  const prefixed = /^(?:mcp|mpc|mpcp|mccp)(?:__?|[:./-])(?=\w)/i.exec(name);
  const rest = prefixed ? name.slice(prefixed[0].length) : name;
  const parts = /^([\w-]+?)(?:__|[:./])([\w-]+|\*)$/.exec(rest);
  const servers = new Set([...names].flatMap(each => (each.startsWith('mcp__') ? [mcpServerOf(each)] : [])));
  if (parts) {
    const [, server, tool] = parts;
    return (prefixed || servers.has(server)) && server ? [`mcp__${server}__${tool}`] : [];
  }
  if (!prefixed) return [];
  // `mcp-db-query`: only a server that stands in the list tells where its name ends.
  const server = [...servers].find(each => each && /^[-_]\w/.test(rest.slice(each.length)) && rest.startsWith(each));
  return server ? [`mcp__${server}__${rest.slice(server.length + 1)}`] : [];
}

/** A server of one tool, which is nearly that of other tools in the list, and which nothing else names. */
export function serverSlip(
  { name, span }: ListedTool,
  listed: readonly ListedTool[],
  document: Document,
  workspace: Workspace,
): Finding | undefined {
  const server = mcpServerOf(name);
  if (server === undefined || server.length < 5 || workspace.servers(document.uri)?.has(server)) return undefined;
  const servers = listed.map(each => mcpServerOf(each.name));
  if (servers.filter(each => each === server).length > 1) return undefined;
  const meant = servers.find(each => each !== undefined && each !== server && isServerSlip(server, each));
  if (meant === undefined) return undefined;
  const to = name.replace(server, meant);
  return {
    span,
    severity: 'information',
    message: say(
      'The MCP server `{0}` is nearly `{1}`, which stands in this list too. If it is a slip, the tool is not there.',
      server,
      meant,
    ),
    fixes: () => [changeTo(document, span, to, 'best')],
  };
}

/** Another number at the end is another server. */
export const isServerSlip = (written: string, meant: string): boolean =>
  slips(written.toLowerCase(), meant.toLowerCase()) <= 1 && written.replace(/\D/g, '') === meant.replace(/\D/g, '');

/** Servers that the agent brings along or names itself. */
export function ownServers(document: Document): ReadonlySet<string> {
  const value = entry(document.data, 'mcpServers')?.value;
  const names = (data: typeof value): string[] => {
    if (data?.is === 'scalar') return [data.text];
    if (data?.is === 'map') return data.entries.map(({ key }) => key.text);
    return data?.is === 'list' ? data.items.flatMap(item => names(item.value)) : [];
  };
  return new Set(names(value));
}
