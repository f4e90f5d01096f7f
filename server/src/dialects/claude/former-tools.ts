// Names that are tools of Claude Code no longer, or never were.
import type { Tool } from '../dialect';
import { tool } from './tool-entry';

const old = (name: string, replacedBy: string, doc: string): Tool =>
  tool({ name, category: 'old names', doc, status: 'alias', replacedBy, sources: ['O330'] });

const gone = (name: string, replacedBy: string | undefined, doc: string): Tool => ({
  ...tool({ name, category: 'old names', doc, status: 'removed', subagent: 'no', sources: ['O330'] }),
  ...(replacedBy !== undefined && { replacedBy }),
});

const never = (name: string, replacedBy: string | undefined, doc: string): Tool => ({
  ...gone(name, replacedBy, doc),
  category: 'no tools',
  status: 'never',
});

export const formerTools: readonly Tool[] = [
  // Old names that still work.
  old('Task', 'Agent', 'The old name of `Agent`; it still works in `tools`, permission rules and hook matchers.'),
  old('KillShell', 'TaskStop', 'An old name of `TaskStop` that still works.'),
  old('KillBash', 'TaskStop', 'An old name of `TaskStop` that still works.'),
  old('ListPeers', 'ListAgents', 'The old name of `ListAgents` that still works.'),

  // Removed: dropped without a message.
  gone('TaskOutput', undefined, 'Removed; read the output file of the task with `Read`.'),
  gone('AgentOutputTool', undefined, 'Removed; nothing takes its place.'),
  gone('BashOutput', undefined, 'Removed; read the output file of the command with `Read`.'),
  gone('MultiEdit', 'Edit', 'Removed; only a warning about permission rules still knows it.'),
  gone('LS', 'Bash', 'Removed; list folders with `Bash`.'),
  gone('NotebookRead', 'Read', 'Removed; `Read` reads notebooks.'),
  gone('TodoRead', 'TaskList', 'Removed; `TaskList` lists the tasks.'),
  gone('SlashCommand', 'Skill', 'Removed; `Skill` runs skills and commands.'),
  gone(
    'MCPSearch',
    'ToolSearch',
    'Removed, though Visual Studio Code 1.139 still offers it; `ToolSearch` loads deferred tools.',
  ),
  gone('View', 'Read', 'Removed; `Read` reads files.'),

  // Never were tools.
  never('Search', 'Grep', 'Never was a tool, though often listed; `Grep` searches file contents.'),
  never('Git', 'Bash', 'Never was a tool; git runs through `Bash`.'),
  never(
    'SequentialThinking',
    'Skill',
    'Never was a built-in tool; it is the name of an MCP tool, or of a skill to run with `Skill`.',
  ),
  never('MCP Tools', undefined, 'Never was a tool; name MCP tools as `mcp__server__tool`.'),
  never('GitHubRepo', undefined, 'Never was a tool of Claude Code.'),
];
