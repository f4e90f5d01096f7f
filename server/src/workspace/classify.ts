// What is this file? The first rule that fits decides: its path, its plugin, its parent folder, its neighbours.
import type { FileRole } from '../dialects/dialect';
import { entry, scalars } from '../syntax/data';
import type { Document, Language } from '../syntax/document';
import { oneLine } from '../syntax/one-line';
import { unfenced } from '../syntax/unfenced';
import { misnamed, otherEnding } from './misnamed';
import { slips } from './slips';
import { baseName, parent } from './uris';

/** What a file is to the workspace. `companion` lies beside a SKILL.md; `foreign` belongs to another tool, whose dialect
 * is not here; `ignore` is a `.gitignore`. */
export type Role = FileRole | 'companion' | 'plain' | 'foreign' | 'ignore';

/** What classification asks about the rest of the workspace. */
export interface Surroundings {
  /** The plugin that lists this file, or whose default folder holds it, and as what. */
  pluginRole(uri: string): 'agent' | 'command' | 'output-style' | undefined;
  /** Whether a SKILL.md stands in this folder. */
  hasSkill(folder: string): boolean;
  /** What most Markdown files of this folder look like, if they look like agents or commands. */
  mostLook(folder: string): Look | undefined;
}

/** What front matter looks like, judged by its keys alone. */
export type Look = 'agent' | 'command';

/** Files that a workspace reads, or undefined for those that it only lists. */
export function languageOf(uri: string): Language | undefined {
  const name = baseName(uri);
  if (/\.(md|mdc)$/i.test(name)) return 'markdown';
  if (jsonRole(uri) !== undefined) return 'json';
  // It is read to be told that nobody else does.
  if (otherEnding(uri) !== undefined) return 'markdown';
  return name === '.gitignore' ? 'yaml' : undefined;
}

function jsonRole(uri: string): Role | undefined {
  const name = baseName(uri);
  const folder = baseName(parent(uri));
  if (/^(.*\.)?agentwright\.json$/.test(name)) return 'configuration';
  if (name === '.mcp.json') return 'mcp';
  if (misnamed(uri) !== undefined) return 'plain';
  if (folder === '.claude' && (name === 'settings.json' || name === 'settings.local.json')) return 'settings';
  if (folder === '.claude-plugin' && name === 'plugin.json') return 'plugin';
  if (folder === '.claude-plugin' && name === 'marketplace.json') return 'marketplace';
  if (folder === 'hooks' && name === 'hooks.json') return 'hooks';
  if (name === '.lsp.json') return 'lsp';
  return undefined;
}

/** Decides what a file is. `path` is its path below the root, or below its last three folders where there is no root. */
export function classify(document: Document, path: string, around: Surroundings): Role {
  const { uri } = document;
  if (document.language !== 'markdown') return jsonRole(uri) ?? 'ignore';
  // A text of another ending is looked into for its keys alone.
  if (otherEnding(uri) !== undefined) return document.frontMatter?.close ? 'plain' : 'foreign';
  const name = baseName(uri);
  const isSkill = name === 'SKILL.md' && !/(?:^|\/)\.claude\/agents\//.test(path);
  const byPath = isSkill ? roleOfSkill(`/${path}`, document) : roleByPath(`/${path}`, name);
  if (byPath === 'agent') return isReadme(name) && !hasKey(document, 'name') ? 'plain' : 'agent';
  if (byPath) return byPath;
  const inPlugin = around.pluginRole(uri);
  if (inPlugin) return isReadme(name) && !hasKey(document, 'name') ? 'plain' : inPlugin;
  const byParent = roleByParent(path.split('/').slice(0, -1), document);
  if (byParent) return byParent;
  if (insideSkill(uri, path, around)) return 'companion';
  const hidden = path.split('/').some(part => part.startsWith('.'));
  if (hidden || neverAComponent(name)) return 'plain';
  const most = around.mostLook(parent(uri));
  if (most === undefined || hasToolsOfAnother(document)) return 'plain';
  const look = lookOf(document) ?? (isMeant(document, most) ? most : 'plain');
  // A style has the name and the description of an agent; its folder tells them apart.
  return look === 'agent' && path.includes('output-styles/') ? 'output-style' : look;
}

const otherTool = /\/\.(cursor|gemini|opencode|codex|qwen|kiro|windsurf|roo|clinerules|cline|devin)\//;

/** Skills in the folder of another tool have that tool's names of tools and models, as have those of Qwen Code anywhere but in
 * `.claude`: it reads `allowedTools`. */
function roleOfSkill(path: string, document: Document): Role {
  const isOfQwen = !path.includes('/.claude/') && hasToolsOfAnother(document, 'allowedTools');
  return otherTool.test(path) || isOfQwen ? 'foreign' : 'skill';
}

function roleByPath(path: string, name: string): Role | undefined {
  if (/\/\.claude\/agents\/.*\.md$/.test(path)) return 'agent';
  if (/\/\.claude\/commands\/.*\.md$/.test(path)) return 'command';
  if (/\.(agent|chatmode|prompt|instructions)\.md$/.test(name) || name.endsWith('.mdc')) return 'foreign';
  if (otherTool.test(path) || path.includes('/.github/')) return 'foreign';
  if (/\/\.claude\/rules\/.*\.md$/.test(path)) return 'rule';
  if (/\/\.claude\/output-styles\/.*\.md$/.test(path)) return 'output-style';
  if (['CLAUDE.md', 'CLAUDE.local.md', 'AGENTS.md'].includes(name)) return 'memory';
  if (name === 'GEMINI.md') return 'plain';
  return undefined;
}

function roleByParent(folders: readonly string[], document: Document): Role | undefined {
  for (let at = folders.length - 1; at >= 0; at--) {
    if (folders[at] === 'commands') return isReadme(baseName(document.uri)) ? 'plain' : 'command';
    if (folders[at] === 'agents') {
      if (isOfOpenCode(document) || hasToolsOfAnother(document) || folders.slice(0, at).some(isOfAnother))
        return 'foreign';
      return hasKey(document, 'name') || hasKey(document, 'description') ? 'agent' : undefined;
    }
  }
  return undefined;
}

/** The folder in which a collection for several tools keeps what is for one of the others. */
const isOfAnother = (folder: string): boolean => /^(?:codex|gemini|opencode|cursor|windsurf|copilot)$/.test(folder);

/** OpenCode calls its agents as their files, and tells by `mode` who may call them. */
function isOfOpenCode(document: Document): boolean {
  const mode = entry(document.data, 'mode')?.value;
  return !hasKey(document, 'name') && mode?.is === 'scalar' && /^(?:primary|subagent|all)$/.test(mode.text);
}

/** Whether all its tools are written small, and some as no tool of Claude Code ever was: `find` and `ls` of Pi, which knows no map,
 * and `web_search`. */
function hasToolsOfAnother(document: Document, key = 'tools'): boolean {
  const tools = entry(document.data, key)?.value;
  const names = (tools && document.text.slice(tools.span.start, tools.span.end).match(/[\w-]+/g)) ?? [];
  const other = tools?.is === 'map' ? /^(?!mcp)[a-z]+_[a-z_]+$/ : /^(?:find|ls)$|^(?!mcp)[a-z]+_[a-z_]+$/;
  return names.every(name => name === name.toLowerCase()) && names.some(name => other.test(name));
}

/** Whether its tools are what a program of one's own calls by the names of its functions, or a map of settings: where neither folder nor
 * plugin tells of an agent, it is none of Claude Code. */
function hasFormOfAnother({ data }: Document): boolean {
  const tools = entry(data, 'tools')?.value;
  if (tools?.is === 'map') return true;
  const names = tools?.is === 'list' ? scalars(tools).map(({ text }) => text) : [];
  return names.length > 0 && names.every(name => /^[a-z]+(?:[A-Z][a-z]*)+$/.test(name));
}

function insideSkill(uri: string, path: string, around: Surroundings): boolean {
  let folder = parent(uri);
  for (let depth = path.split('/').length - 1; depth > 0; depth--) {
    if (around.hasSkill(folder)) return true;
    folder = parent(folder);
  }
  return false;
}

/** Keys of which the values, too, tell what a file is. */
export const tellingKeys: ReadonlySet<string> = new Set(['tools', 'allowedTools', 'mode']);

const commandKeys: ReadonlySet<string> = new Set([
  'description', 'argument-hint', 'allowed-tools', 'model', 'disable-model-invocation', 'user-invocable', 'when_to_use',
]); // prettier-ignore
const agentKeys: ReadonlySet<string> = new Set([
  'tools', 'disallowedTools', 'model', 'color', 'skills', 'permissionMode', 'mcpServers', 'hooks', 'memory', 'maxTurns', 'effort',
]); // prettier-ignore

/** What the keys of a file's front matter say, or undefined. */
export function lookOf(document: Document): Look | undefined {
  if (document.frontMatter?.close === undefined || document.data?.is !== 'map') return undefined;
  const keys = document.data.entries.filter(e => e.colon !== undefined).map(e => e.key.text);
  // A key that is being written may become any: the file stays what it is meanwhile.
  const unfinished = document.data.entries.some(e => e.colon === undefined);
  const has = (key: string): boolean => keys.includes(key);
  // Teams of other tools are described by what each member may do.
  if (has('permissions') || hasFormOfAnother(document) || hasToolsOfAnother(document)) return undefined;
  if (has('argument-hint') || has('allowed-tools')) return 'command';
  if (!has('name') && !(unfinished && has('description') && keys.some(key => agentKeys.has(key)))) {
    const command = (has('description') || has('model')) && keys.every(key => commandKeys.has(key));
    return command ? 'command' : undefined;
  }
  if (!has('description') && !unfinished) return undefined;
  return keys.length === 2 || keys.some(key => agentKeys.has(key)) ? 'agent' : undefined;
}

/** Front matter is sought so far down, in characters. */
const headWindow = 4000;

/** Whether a file among agents, or commands, is meant as one although its front matter is broken, has no fences or lacks a key:
 * two keys of an agent, or one of a command, stand at the beginning of lines near the top. */
function isMeant({ text, frontMatter, problems }: Document, look: Look): boolean {
  if (oneLine(text) !== undefined) return true;
  const isBroken = problems.some(({ cause, args }) => frontMatterLost.has(cause) || args[0] === 'open');
  if (!frontMatter && !isBroken) return unfenced(text, 0) !== undefined;
  const head = text.slice(0, frontMatter?.span.end ?? headWindow);
  // Only between fences may the colon be what is missing.
  const line = frontMatter
    ? /^(?:---)?[ \t]*["'*`]{0,2}([A-Za-z][\p{L}\w-]*)["'*`]{0,2}(?:[ \t]*:|[ \t]+\S)/gmu
    : /^[ \t]*([A-Za-z][\w-]*)[ \t]*:/gm;
  const found = new Set([...head.matchAll(line)].map(match => match[1]!));
  const own = look === 'command' ? commandKeys : new Set([...agentKeys, 'name', 'description']);
  return [...found].filter(key => isNearly(key, own)).length >= (look === 'command' ? 1 : 2);
}

/** One of the keys, also with a slip of the pen in it. */
const isNearly = (written: string, keys: ReadonlySet<string>): boolean =>
  keys.has(written) || [...keys].some(key => key.length > 4 && slips(written.toLowerCase(), key.toLowerCase()) <= 1);

const frontMatterLost: ReadonlySet<string> = new Set(['front-matter-late', 'front-matter-fence']);

/** Exact names only: a prefix would lose every `security-….md` agent. */
export const neverAComponent = (name: string): boolean =>
  /^(readme|changelog|claude|claude\.local|security|agents|gemini|contributing|license|licence|code_of_conduct|index|todo|support|authors|credits|roadmap|faq)\.md$/i.test(
    name,
  );

const isReadme = (name: string): boolean => /^readme\.md$/i.test(name);

const hasKey = (document: Document, key: string): boolean => entry(document.data, key)?.colon !== undefined;
