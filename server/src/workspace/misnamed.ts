// Files whose names are nearly those that Claude Code reads, and which it therefore passes over.
import { parent } from './uris';

/** What a file is meant to be, and where it would be read. */
export interface Misnamed {
  readonly meant: 'settings' | 'mcp' | 'hooks' | 'plugin' | 'marketplace';
  readonly to: string;
}

const settingsName =
  /^(.*\/\.claude)\/(?:(?:claude[-_.]?)?[Ss]ettings?|config(?:uration)?)([-_.]local)?\.json(?:c|5|\.json)?$/;
const inClaude = /^(.*)\/\.claude\/(\.?mcp|hooks)\.json$/;
const serversName = /^(.*)\/(?:\.mcp\.json(?:c|5|\.json)|\.MCP\.json)$/;
const hooksName = /^(.*)\/hooks\/(?:[Hh]ook\.json|Hooks\.json|hooks\.json(?:c|5|\.json))$/;
/** Not in the folder of another tool. */
const besideFolders = /^(.*\/(?!hooks\/)[^/.][^/]*)\/(mcp|hooks)\.json$/;
const manifestName =
  /^(.*)\/(?:\.claude-plugin\/(plugins?|manifest|market|market-?places?)\.jsonc?|(?:\.claude-plugins|\.claude_plugins?|claude-plugins?|\.claude)\/(plugin|marketplace)\.json)$/;
/** Right in the folder of a plugin or of a repository. */
const barePlace = /^(.*\/[^/.][^/]*)\/(plugin|marketplace)\.json$/;

/** What a JSON file is meant to be, whose name or place nothing reads. */
export function misnamed(uri: string): Misnamed | undefined {
  const found = nearly(uri);
  return found?.to === uri ? undefined : found;
}

function nearly(uri: string): Misnamed | undefined {
  // It is asked of every file of a repository, of which few are JSON.
  if (!/\.json[c5]?$/.test(uri)) return undefined;
  const settings = settingsName.exec(uri);
  if (settings) return { meant: 'settings', to: `${settings[1]}/settings${settings[2] ? '.local' : ''}.json` };
  const [, project, name] = inClaude.exec(uri) ?? [];
  if (project !== undefined)
    return name === 'hooks'
      ? { meant: 'hooks', to: `${project}/.claude/settings.json` }
      : { meant: 'mcp', to: `${project}/.mcp.json` };
  const servers = serversName.exec(uri);
  if (servers) return { meant: 'mcp', to: `${servers[1]}/.mcp.json` };
  const [, plugin, what] = besideFolders.exec(uri) ?? [];
  if (plugin !== undefined)
    return what === 'mcp'
      ? { meant: 'mcp', to: `${plugin}/.mcp.json` }
      : { meant: 'hooks', to: `${plugin}/hooks/hooks.json` };
  const [, root, inFolder, beside] = manifestName.exec(uri) ?? [];
  if (root !== undefined) {
    const meant = (inFolder ?? beside)!.startsWith('market') ? 'marketplace' : 'plugin';
    return { meant, to: `${root}/.claude-plugin/${meant}.json` };
  }
  const [, bare, manifest] = barePlace.exec(uri) ?? [];
  if (bare !== undefined)
    return { meant: manifest as 'plugin' | 'marketplace', to: `${bare}/.claude-plugin/${manifest}.json` };
  const hooks = hooksName.exec(uri);
  return hooks ? { meant: 'hooks', to: `${hooks[1]}/hooks/hooks.json` } : undefined;
}

const agentName =
  /^(.*\/\.claude\/(?:agents|commands|output-styles)\/(?:[^/]+\/)*)([^/]+?)\.(?:md\.)?(?:markdown|mdown|mdx|mdc|txt|text|MD|Md|mD)$/;
const bareName = /^.*\/\.claude\/(?:agents|commands)\/(?:[^/]+\/)*[^/.]+$/;
const ruleName = /^(.*\/\.claude\/rules\/(?:[^/]+\/)*[^/]+?)\.(?:md\.txt|markdown|mdown|mdx|mdc|txt|text|MD|Md|mD)$/;
/** Right in a folder that a plugin may have, and not in that of another tool; capitals do not matter to an agent there. */
const pluginName =
  /^((?:(?!\/\.(?!claude\/)).)*\/(?:agents|commands)\/[^/]+?)\.(?:md\.txt|markdown|mdown|mdx|mdc|txt|text)$/;
const bareOfPlugin = /^(?:(?!\/\.(?!claude\/)).)*\/(?:agents|commands)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** In any letters, or in capitals with the ending of another text. */
const memory =
  /^.*\/(?:[Cc][Ll][Aa][Uu][Dd][Ee](\.local)?\.[Mm][Dd]|CLAUDE(\.local)?\.(?:md\.txt|markdown|mdown|mdx|txt|text))$/;
const skillName = /^(.*\/skills\/[^/]+)\/skill(?:\.md)?(?:\.(?:md|mdc|mdown|markdown|mdx|txt|text))?$/i;

/** Where an agent, a command, a rule, a style, a skill or memory would be read that lies in the right folder, and whose name has no ending or another one. */
export function otherEnding(uri: string): string | undefined {
  const agent = agentName.exec(uri);
  if (agent) return `${agent[1]}${agent[2]}.md`;
  if (bareName.test(uri)) return `${uri}.md`;
  const other = (ruleName.exec(uri) ?? pluginName.exec(uri))?.[1];
  if (other !== undefined) return `${other}.md`;
  if (bareOfPlugin.test(uri)) return `${uri}.md`;
  if (memoryName(uri) !== undefined && !/\.md$/i.test(uri)) return `${parent(uri)}/${memoryName(uri)}`;
  const folder = skillName.exec(uri)?.[1];
  // Those with other capitals alone are judged by their place.
  return folder === undefined || /\/skill\.md$/i.test(uri) ? undefined : `${folder}/SKILL.md`;
}

/** What a file of memory would be called, where a name is nearly that. */
export function memoryName(uri: string): string | undefined {
  const found = memory.exec(uri);
  return found ? `CLAUDE${found[1] ?? found[2] ?? ''}.md` : undefined;
}
