// Tools that exist but that this agent does not get.
import { currentName, listedTools, type ListedTool } from '../workspace/tools';
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { removing } from './edits';
import { defineRule, say, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'unavailable-tool',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'agent',
  reads: ['tool'],
  summary: 'A tool that Claude Code has, but does not hand to this agent.',
  why:
    'Some tools are for the main session alone. Others depend on the session: its model decides whether the task tools ' +
    'exist, agents in the background never have them, and native builds drop `Grep` and `Glob` where `Bash` is listed, because its shell has `rg` and `find`.',
  source: 'Observed: Claude Code 2.1.330, 22 and 28 November 2026; its documentation of tools, August 2026.',
  examples: [
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: Read, <|AskUserQuestion|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Asks.\ntools: Read\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Searches.\ntools: [Read, <|Grep|>, Bash]\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Tracks.\ntools: [<|TaskList|>, TaskUpdate, Read]\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Plans.\ntools: [Read, <|ExitPlanMode|>]\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Plans.\ntools: [Read]\n---\n',
    },
  ],
  *check(document, workspace) {
    const listed = listedTools(document, workspace, 'tools');
    const shell = listed.some(item => item.name === 'Bash');
    for (const item of listed) {
      if (item.tool?.status === 'active' && item.tool.subagent === 'no' && !planned(document, item)) {
        yield forMain(document, item);
      } else if (shell && (item.name === 'Grep' || item.name === 'Glob')) {
        yield besideShell(document, item);
      }
    }
    const tasks = listed.filter(({ tool }) => tool?.status === 'active' && tool.category === 'tasks');
    if (tasks[0]) yield bySession(tasks[0], tasks);
  },
});

/** `ExitPlanMode` is there for an agent that plans. */
const planned = (document: Document, { name }: ListedTool): boolean => {
  const mode = entry(document.data, 'permissionMode')?.value;
  return name === 'ExitPlanMode' && mode?.is === 'scalar' && mode.text === 'plan';
};

const forMain = (document: Document, item: ListedTool): Finding => ({
  span: item.span,
  message: say(
    'Claude Code never hands `{0}` to a subagent; it is there only where the agent runs the session itself (`--agent`).',
    currentName(item),
  ),
  fixes: () => removed(document, item),
});

const besideShell = (document: Document, item: ListedTool): Finding => ({
  span: item.span,
  severity: 'hint',
  tag: 'unused',
  message: say(
    'Native builds of Claude Code drop `{0}` where `Bash` is listed too: its shell has `rg` and `find`. Other builds keep it.',
    item.name,
  ),
  fixes: () => removed(document, item),
});

/** One finding for all of them: they come and go together. */
const bySession = (first: ListedTool, all: readonly ListedTool[]): Finding => ({
  span: first.span,
  severity: 'information',
  message: say(
    'The session decides whether the agent gets {0}: in the background, where a session in a terminal runs every agent, there are no task tools, and Opus 4.8, Sonnet 5, Haiku 5.5, Fable 5, Mythos 5 and newer offer none unless `CLAUDE_CODE_ENABLE_TODO_TOOLS=1` is set.',
    [...new Set(all.map(({ name }) => `\`${name}\``))].join(', '),
  ),
});

const removed = (document: Document, { span, name }: ListedTool): Fix[] => removing(document, 'tools', span, name);
