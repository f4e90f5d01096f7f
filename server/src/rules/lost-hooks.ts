// Hooks of a skill or command of which none is applied, since one that may guard something is malformed.
import { entry } from '../syntax/data';
import { hooksLoad } from '../workspace/strict-hooks';
import { defineRule, say } from './rule';

const skill = (hooks: string, more = ''): string =>
  `-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Works.\n${more}${hooks}---\nWork.\n`;

const guard = (matcher: string): string =>
  `  PreToolUse:\n    - matcher:${matcher}\n      hooks:\n        - type: command\n          command: a.sh\n`;

export default defineRule({
  id: 'lost-hooks',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'skill' || role === 'command',
  reads: 'front matter',
  summary: 'Hooks of a skill or command of which none is applied, since one of them is malformed.',
  why:
    'A hook of `PreToolUse` or `PermissionRequest` may guard what `allowed-tools` grants. Where Claude Code cannot read one, it loads ' +
    'the skill without any of its hooks and without `allowed-tools`, and only the debug log says so. A malformed hook of another ' +
    'event is passed over by itself.',
  source: 'Observed: Claude Code 2.1.330, 30 November 2026, of 37 skills with one hook each.',
  examples: [
    { bad: skill(`<|hooks|>:\n${guard('')}`) },
    { bad: skill(`hooks:\n${guard(' Bash')}`) },
    { bad: skill(`<|hooks|>:\n${guard(' ~')}`, 'allowed-tools: Bash\n') },
    { bad: skill('hooks:\n  PreToolUse: ~\n') },
    { bad: skill(`hooks:\n${guard(' Bash').replace('PreToolUse', 'PostToolUse').replace(' Bash', '')}`) },
  ],
  *check(document) {
    const { data, problems } = document;
    const hooks = entry(data, 'hooks');
    // What is no YAML is read in another way.
    if (data?.is !== 'map' || hooks?.value?.is !== 'map' || problems.length > 0) return;
    if (hooksLoad({ ...data, entries: [hooks] })) return;
    yield {
      span: hooks.key.span,
      message: entry(data, 'allowed-tools')
        ? say(
            'A hook before a tool or a permission is malformed here, so Claude Code applies none of these hooks and grants nothing of `allowed-tools`. Mend it, or take it out.',
          )
        : say(
            'A hook before a tool or a permission is malformed here, so Claude Code applies none of these hooks. Mend it, or take it out.',
          ),
    };
  },
});
