// Names of MCP servers that are nearly those of configured ones, and servers that are approved but not there.
import { inToolNames } from '../workspace/mcp';
import type { Reference } from '../workspace/symbols';
import { baseName } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { changesTo } from './edits';
import { isServerSlip } from './mcp-names';
import { nearest } from './nearest';
import { defineReferenceRule, say, type Message } from './rule';

const server = '-- .mcp.json --\n{ "mcpServers": { "github": { "command": "gh" } } }\n';
const settings = (keys: string): string => `-- .claude/settings.json --\n{ ${keys} }\n`;
const agent = (key: string): string => `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n${key}\n---\n`;

export default defineReferenceRule({
  id: 'unknown-server',
  severity: 'information',
  reach: { names: [] },
  reads: ['mcp'],
  summary: 'The name of an MCP server that is nearly that of a configured one, or that is approved but does not exist.',
  why:
    'Claude Code says nothing of a server that it does not know: the tools are not there, a rule for them allows and denies nothing, and ' +
    'the hook never runs. Servers may come from the user, plugins and claude.ai, so that elsewhere than in the lists of ' +
    '`.mcp.json` only slips of one letter are told.',
  source: "The types of Claude Code's SDK 0.3.330; Claude Code documentation, MCP, August 2026.",
  examples: [
    {
      bad: settings('"enabledMcpjsonServers": ["<|githubs|>"]') + server,
      good: settings('"enabledMcpjsonServers": ["github"]') + server,
    },
    { bad: settings('"disabledMcpjsonServers": ["github", "<|web|>"]') + server },
    {
      bad: settings('"permissions": { "allow": ["mcp__<|githb|>__log", "mcp__web__open"] }') + server,
      good: settings('"permissions": { "allow": ["mcp__github__log", "mcp__web__open"] }') + server,
    },
    {
      bad: settings('"hooks": { "PreToolUse": [{ "matcher": "mcp__<|githib|>__.*", "hooks": [] }] }') + server,
      good: settings('"hooks": { "PreToolUse": [{ "matcher": "mcp__github__.*", "hooks": [] }] }') + server,
    },
    { bad: agent('mcpServers: [<|gihtub|>, web]') + server, good: agent('mcpServers: [github, web]') + server },
    { bad: settings('"enabledMcpjsonServers": ["web"]') },
    { bad: settings('"enabledMcpjsonServers": ["web"]').replace('settings', 'settings.local') + server },
    { bad: agent('tools: mcp__github2__log') + server.replace('github', 'github1') },
  ],
  references: {
    kind: 'mcp',
    check(reference, document, workspace) {
      const { name, span, field } = reference;
      const { uri } = document;
      if (name === '' || name.includes('*') || toldElsewhere.has(field ?? '')) return undefined;
      const configured = workspace.configuredServers(uri);
      if (configured.some(each => inToolNames(each) === inToolNames(name))) return undefined;
      // What one person once approved is gathered in the local settings.
      const isShared = baseName(uri) !== 'settings.local.json';
      const isListed = isShared && ofProject.has(field ?? '') && hasProjectFile(uri, workspace);
      const meant = isListed
        ? nearest(name, configured)
        : configured.filter(each => name.length > 3 && isServerSlip(name, each));
      if (!isListed && meant.length === 0) return undefined;
      return {
        span,
        message: isListed
          ? ofList(reference)
          : say('No MCP server `{0}` is configured here, but `{1}` is.', name, meant[0]!),
        fixes: () => changesTo(document, span, meant),
      };
    },
  },
});

/** The lists that speak of the servers of `.mcp.json` and of no others. */
const ofProject: ReadonlySet<string> = new Set(['enabledMcpjsonServers', 'disabledMcpjsonServers']);

/** Lists of tools, which `unknown-tool` judges. */
const toldElsewhere: ReadonlySet<string> = new Set(['tools', 'allowed-tools']);

const hasProjectFile = (uri: string, workspace: Workspace): boolean =>
  workspace.existence(workspace.resolvePath('.mcp.json', uri)) === 'yes';

const ofList = ({ name }: Reference): Message => say('`.mcp.json` has no server `{0}`, so this has no effect.', name);
