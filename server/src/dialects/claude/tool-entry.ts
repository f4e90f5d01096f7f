// How the tools of Claude Code are written down, with what most of them have in common.
import type { Tool } from '../dialect';

/** Keys of the input object; `?` marks those that may be left out, and behind `=` stand the only values that one takes. */
export const inputs = (keys: string): Tool['inputs'] =>
  keys.split(' ').map(key => {
    const [name = '', values] = key.split('=');
    return { name: name.replace('?', ''), required: !name.endsWith('?'), ...(values && { values: values.split('|') }) };
  });

type Written = Pick<Tool, 'name' | 'category' | 'doc'> & Partial<Tool>;

/** What a subagent without `tools` was handed, the task tools where the session's model has them (Claude Code 2.1.330, asked
 * offline on 28 November 2026). */
const inherited: ReadonlySet<string> = new Set([
  'Agent', 'Bash', 'CronCreate', 'CronDelete', 'CronList', 'Edit', 'EnterWorktree', 'ExitWorktree', 'ListAgents', 'Monitor',
  'NotebookEdit', 'Read', 'ReportFindings', 'SendMessage', 'Skill', 'TaskStop', 'WebFetch', 'WebSearch', 'Write',
  'TaskCreate', 'TaskGet', 'TaskList', 'TaskUpdate',
]); // prettier-ignore

export const tool = (written: Written): Tool => ({
  ...(inherited.has(written.name) && { inherited: true as const }),
  status: 'active',
  subagent: 'yes',
  background: false,
  inputs: [],
  sources: ['O330', 'TOOLS330', 'CCD:tools-reference'],
  ...written,
});
