// Instructions that are longer than is recommended.
import type { Workspace } from '../workspace/workspace';
import { baseName } from '../workspace/uris';
import { defineRule, say } from './rule';

const lines = (count: number): string => 'Do this.\n'.repeat(count);
const on = '-- agentwright.json --\n{ "rules": { "long-body": "information" } }\n';
const head = '---\nname: a\ndescription: Works.\n---\n';

export default defineRule({
  id: 'long-body',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  off: true,
  summary: 'A skill of more than 500 lines, or a CLAUDE.md of more than 200.',
  why:
    'The whole text of a skill is read when it starts, and CLAUDE.md with each session: what is long costs context and ' +
    'is followed less well. Details can move to files beside SKILL.md, or to `.claude/rules`.',
  source: 'Claude Code documentation, skills and memory, August 2026; the Agent Skills specification, 9 August 2026.',
  examples: [
    { bad: `${on}-- .claude/skills/a/SKILL.md --\n${head}${lines(500)}<|Do this.|>\n${lines(3)}` },
    { bad: `${on}-- CLAUDE.md --\n${lines(200)}<|Do this.|>\n` },
    { bad: `${on}-- CLAUDE.md --\n${lines(200)}` },
    { bad: `${on}-- .claude/skills/a/SKILL.md --\n${head}${lines(500)}` },
  ],
  *check({ uri, text, body }, workspace) {
    const most = limit(uri, workspace);
    if (most === undefined || !body) return;
    const start = afterLines(text, body.span.start, most);
    if (text.slice(start).trim() === '') return;
    const lineEnd = text.indexOf('\n', start);
    const end = start + text.slice(start, lineEnd < 0 ? text.length : lineEnd).trimEnd().length;
    yield {
      span: { start, end },
      message:
        most === 500
          ? say(
              'A skill should have at most {0} lines. Move details to files beside it, and say when to read them.',
              '500',
            )
          : say('CLAUDE.md should have at most {0} lines. Move parts to `.claude/rules` or to skills.', '200'),
    };
  },
});

function limit(uri: string, workspace: Workspace): number | undefined {
  const role = workspace.role(uri);
  if (role === 'skill') return 500;
  return role === 'memory' && baseName(uri) !== 'AGENTS.md' ? 200 : undefined;
}

/** The offset behind so many lines; the end where there are fewer. */
function afterLines(text: string, start: number, count: number): number {
  let at = start;
  for (let line = 0; line < count; line++) {
    const next = text.indexOf('\n', at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return at;
}
