// Names of MCP tools that are written in another form, or whose server is one slip away from one beside it.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { mcpServerOf } from '../workspace/references';
import { slips } from '../workspace/slips';
import type { ListedTool } from '../workspace/tools';
import type { Workspace } from '../workspace/workspace';
import { changeTo, removing } from './edits';
import { say, type Finding, type Fix } from './rule';

/** The names in the list, and the servers that are configured. */
type Known = [names: ReadonlySet<string>, configured?: ReadonlySet<string>];

/** What `mcp:db:query`, `MCP__db__query`, `mpc__db__query` and `db__query` mean; the last where `mcp__db__…` is listed too. */
function mcpForms(name: string, ...[names, configured]: Known): string[] {
  const prefixed = /^(?:mcp|mpc|mpcp|mccp)(?:__?|[:./-])(?=\w)/i.exec(name);
  const rest = prefixed ? name.slice(prefixed[0].length) : name;
  const parts = /^([\w-]+?)(?:__|[:./])([\w-]+|\*)$/.exec(rest);
  const listed = [...names].flatMap(each => (each.startsWith('mcp__') ? [mcpServerOf(each)] : []));
  const servers = new Set([...(configured ?? []), ...listed]);
  if (parts) {
    const [, server, tool] = parts;
    return (prefixed || servers.has(server)) && server ? [`mcp__${server}__${tool}`] : [];
  }
  if (!prefixed) return [];
  if (servers.has(rest)) return [`mcp__${rest}`];
  // `mcp-db-query`: only a server that is known tells where its name ends.
  const server = [...servers].find(each => each && /^[-_]\w/.test(rest.slice(each.length)) && rest.startsWith(each));
  return server ? [`mcp__${server}__${rest.slice(server.length + 1)}`] : [];
}

/** The beginning of the name of a server's tool, with one underscore. */
export const halfMcp = /^mcp_[^_]/;

/** The same as fixes. With one underscore behind `mcp` it is clear what is missing, unless one more may be missing further on. */
export function mcpFixes(document: Document, { name, span }: ListedTool, ...known: Known): Fix[] {
  const forms = mcpForms(name, ...known);
  if (!halfMcp.test(name)) return forms.map(to => changeTo(document, span, to));
  const [form] = forms;
  if (form !== undefined) return [changeTo(document, span, form, 'best')];
  const whole = name.replace('mcp_', 'mcp__');
  const [, server, tool] = /^mcp__([^_]+)_(\w+)$/.exec(whole) ?? [];
  if (server === undefined) return [changeTo(document, span, whole, 'best')];
  return [`mcp__${server}__${tool!}`, whole].map(to => changeTo(document, span, to));
}

/** A server of one tool, which is nearly that of other tools in the list, and which nothing else names. */
export function serverSlip(
  { reference, name, span }: ListedTool,
  listed: readonly ListedTool[],
  document: Document,
  workspace: Workspace,
): Finding | undefined {
  const server = mcpServerOf(name);
  const configured = workspace.servers(document.uri);
  if (server === undefined || server.length < 5 || configured?.has(server)) return undefined;
  const servers = listed.map(each => mcpServerOf(each.name));
  if (servers.filter(each => each === server).length > 1) return undefined;
  const near = servers.filter(each => each !== undefined && each !== server && isServerSlip(server, each));
  // Another slip may be as near.
  const meant = near.find(each => configured?.has(each!)) ?? near[0];
  if (meant === undefined) return undefined;
  const to = name.replace(server, meant);
  return {
    span,
    severity: 'information',
    message: say(
      'The MCP server `{0}` is nearly `{1}`, which stands in this list too. If that is a slip, the agent does not get the tool.',
      server,
      meant,
    ),
    fixes: () =>
      listed.some(each => each.name === to)
        ? removing(document, reference.field!, span, name, 'best')
        : [changeTo(document, span, to, 'best')],
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
