// Tools of an agent with something in parentheses behind them, which Claude Code does not heed: `Bash(git:*)`.
import { listedTools } from '../workspace/tools';
import { defineRule, say } from './rule';

const a = (tools: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ntools: ${tools}\n---\n`;

export default defineRule({
  id: 'tool-specifier',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'agent',
  reads: ['tool'],
  summary: 'A tool under `tools` of an agent with parentheses, which do not narrow it.',
  why:
    'Under `tools` a name alone counts: of `Bash(git:*)` Claude Code makes `Bash`, and the agent may run every command. What it may ' +
    'do with a tool is said by the permissions in the settings, or by a hook. `Agent(…)` is heeded where the agent runs the session.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    { bad: a('Read, Bash<|(git diff:*)|>'), good: a('Read, Bash') },
    { bad: a('Read, Bash<|(git diff:*)|>, Bash(git log:*)') },
    { bad: a('Read, Bash<|(gh release):*|>'), good: a('Read, Bash') },
    { bad: a('Read <|(for code)|>, Grep'), good: a('Read, Grep') },
    { bad: a('Read, Agent(reviewer), Task(reviewer), Skill(tdd)') },
    {
      bad: '-- .claude/skills/b/SKILL.md --\n---\nname: b\ndescription: Finds.\nallowed-tools: Bash(git diff:*)\n---\nGo.\n',
    },
  ],
  *check(document, workspace) {
    const { uri, text } = document;
    const told = new Set<string>();
    for (const { name, span, tool } of listedTools(document, workspace, 'tools')) {
      const [, blank, found] = /^([ \t]*)(\([^()\n]*\)(?::?\*)?)/.exec(text.slice(span.end, span.end + longest)) ?? [];
      if (found === undefined || blank === undefined || !tool || heeded.has(name) || told.has(name)) continue;
      told.add(name);
      const start = span.end + blank.length;
      yield {
        span: { start, end: start + found.length },
        message: say('The agent gets all of `{0}`: Claude Code ignores what stands in the parentheses.', name),
        fixes: () => [
          {
            title: say('Write `{0}` alone', name),
            edits: [{ uri, span: { start: span.end, end: start + found.length }, text: '' }],
            safe: false,
            preferred: true,
          },
        ],
      };
    }
  },
});

/** Which agents it may start, and which skills it may call. */
const heeded: ReadonlySet<string> = new Set(['Agent', 'Task', 'Skill']);

const longest = 300;
