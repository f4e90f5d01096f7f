// What is known of a tool, a model, a skill, an agent or a path, as Markdown; hover and completion show the same.
import type { Model, Tool } from '../dialects/dialect';
import { explainSource } from '../dialects/sources';
import { baseName, parent, pathBelow } from '../workspace/uris';
import { skillMeaning } from '../workspace/skills';
import type { Definition, Reference } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { bullets, code, count, literal, ours, paragraphs, someOf } from './markdown';
import { usersOf } from './users';

export function toolCard(tool: Tool): string {
  const states = {
    active: `tool · ${tool.category}`,
    alias: 'old name of a tool',
    removed: 'removed tool',
    never: 'no tool',
  };
  const subagents = {
    yes: 'Subagents can use it.',
    no: 'Claude Code gives it to no subagent, even where it is listed.',
    special: 'Only certain subagents get it.',
  };
  const inputs = tool.inputs.map(input => code(input.required ? input.name : `${input.name}?`)).join(', ');
  return paragraphs(
    `**${code(tool.name)}** · ${states[tool.status]}`,
    ours(tool.doc),
    tool.replacedBy === undefined ? undefined : `Write ${code(tool.replacedBy)} instead.`,
    tool.status === 'active' ? subagents[tool.subagent] : undefined,
    tool.note === undefined ? undefined : ours(tool.note),
    tool.permissionRule === undefined ? undefined : `Permission rule: ${ours(tool.permissionRule)}.`,
    inputs === '' ? undefined : `Input: ${inputs}`,
    sourceLine(tool.sources.slice(0, 2)),
  );
}

/** `mcp__server__tool`: the server, and whether this project configures it. */
export function mcpCard(workspace: Workspace, uri: string, server: string, tool: string): string {
  const configured = workspace.servers(uri);
  const all = tool === '' || tool === '*' ? 'All tools' : `The tool ${code(tool)}`;
  return paragraphs(
    `**${code(server)}** · MCP server`,
    `${all} of the MCP server ${code(server)}.`,
    configured?.has(server)
      ? `The server is configured in ${configurations(workspace, uri)}.`
      : configured
        ? `${configurations(workspace, uri)} names no such server; it may be configured elsewhere.`
        : 'Nothing in this project configures MCP servers; it may be configured elsewhere.',
  );
}

/** The files that may name MCP servers for a place. */
function configurations(workspace: Workspace, uri: string): string {
  const root = workspace.paths.base(uri);
  const roles: readonly string[] = ['mcp', 'settings', 'plugin'];
  const names: string[] = [];
  for (const record of workspace.files) {
    const folder = parent(record.uri).replace(/\/\.claude(-plugin)?$/, '');
    if (!roles.includes(record.role) || !uri.startsWith(`${folder}/`)) continue;
    names.push(
      code(root !== undefined && record.uri.startsWith(root) ? pathBelow(record.uri, root) : baseName(record.uri)),
    );
  }
  return names.length === 0 ? 'this project' : names.slice(0, 3).join(' or ');
}

/** An id that may be newer than the list. */
export const newModelCard = (name: string): string =>
  paragraphs(
    `**${code(name)}** · model`,
    'This id is not in our list, but looks like one. Claude Code passes any id on to the API.',
  );

export function modelCard(model: Model): string {
  const facts = [
    ...(model.resolvesTo === undefined ? [] : [`Stands for ${code(model.resolvesTo)}.`]),
    ...(model.contextWindow === undefined ? [] : [`Context window: ${count(model.contextWindow)} tokens.`]),
    ...(model.status === undefined || model.status === 'current' ? [] : [`Status: ${model.status}.`]),
  ];
  return paragraphs(`**${code(model.id)}** · model${model.alias ? ' alias' : ''}`, ours(model.doc), facts.join(' '));
}

export function skillCard(workspace: Workspace, definition: Definition): string {
  const users = [...usersOf(workspace, definition.uri).keys()].flatMap(uri => {
    const record = workspace.file(uri);
    return record?.role === 'agent' ? [record.definitions[0]?.name ?? baseName(uri)] : [];
  });
  const label = definition.alias === 'label';
  return paragraphs(
    `**${code(definition.name)}** · skill`,
    literal(definition.description) || 'It has no description.',
    bullets([
      whereLine(workspace, definition),
      ...(users.length === 0 ? ['No agent names it.'] : [`Named by ${agents(users.length)}: ${someOf(users)}.`]),
    ]),
    warnings([
      [!definition.reachable, 'It lies deeper than Claude Code looks for skills, so it is never found.'],
      [!definition.preloadable, 'With `disable-model-invocation: true` it is not loaded from `skills`.'],
      [!definition.loads, 'Sessions do not list it: its front matter or description is missing or cannot be read.'],
      [label && !definition.symbol.includes(':', 6), 'This is its `name`; Claude Code knows it by its folder.'],
    ]),
  );
}

const agents = (number: number): string => (number === 1 ? 'one agent' : `${number} agents`);

export function agentCard(workspace: Workspace, definition: Definition): string {
  const { tools, model } = definition;
  const skills = (workspace.file(definition.uri)?.refers ?? []).filter(symbol => symbol.startsWith('skill:')).length;
  return paragraphs(
    `**${code(definition.name)}** · agent`,
    literal(definition.description) || 'It has no description.',
    bullets([
      whereLine(workspace, definition),
      `Model: ${model === undefined ? 'inherited' : code(model)}`,
      `Tools: ${tools === undefined ? 'all' : tools.length === 0 ? 'none' : `${tools.length} listed`}`,
      ...(skills === 0 ? [] : [`Skills named: ${skills}`]),
    ]),
    warnings([[!definition.loads, 'Claude Code does not load it.']]),
  );
}

export const styleCard = (workspace: Workspace, definition: Definition): string =>
  paragraphs(
    `**${code(definition.name)}** · output style`,
    literal(definition.description),
    bullets([whereLine(workspace, definition)]),
  );

export const builtinAgentCard = (name: string): string =>
  paragraphs(`**${code(name)}** · agent`, 'Claude Code brings it along.');

/** A name that nothing that can be named from the file defines; undefined where nothing is known of it at all. */
export function unknownCard(workspace: Workspace, reference: Reference, uri: string): string | undefined {
  const { kind, name } = reference;
  const elsewhere = workspace.resolve(reference.symbol, uri).elsewhere[0];
  const unseen = kind === 'skill' && skillMeaning(workspace, reference, uri).is === 'unseen';
  if (!elsewhere && !unseen) return undefined;
  return paragraphs(
    `**${code(name)}** · ${kind}`,
    elsewhere
      ? `It cannot be named from this file; it is defined in ${code(workspace.shown(elsewhere.uri))}.`
      : 'Not in this workspace; it may come with Claude Code or a plugin.',
  );
}

export function fileCard(workspace: Workspace, uri: string): string {
  const states = {
    yes: 'It exists.',
    no: 'There is no such file or folder.',
    unknown: 'It lies where files are ignored or not listed, so it may exist.',
  };
  return paragraphs(`**${code(workspace.shown(uri))}** · path`, states[workspace.existence(uri)]);
}

const whereLine = (workspace: Workspace, { uri, realm }: Definition): string => {
  const whose = realm === 'user' ? ' (user)' : realm.startsWith('plugin:') ? ' (plugin)' : '';
  return `${code(workspace.shown(uri))}${whose}`;
};

const warnings = (all: readonly (readonly [boolean, string])[]): string =>
  all
    .filter(([holds]) => holds)
    .map(([, text]) => `⚠ ${text}`)
    .join('\n\n');

/** The last line of a card: where its facts come from. */
export function sourceLine(sources: readonly string[]): string | undefined {
  const explained = sources.flatMap(source => explainSource(source) ?? []);
  return explained.length === 0
    ? undefined
    : explained.map(text => `*${ours(text).replace(/\*/g, '\\*')}*`).join('  \n');
}
