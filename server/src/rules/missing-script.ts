// Scripts that a hook runs and that are not there.
import { changesTo } from './edits';
import { nearestFiles } from './nearest-files';
import { defineReferenceRule, say } from './rule';

const settings = (script: string): string =>
  '-- .claude/settings.json --\n{ "hooks": { "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", ' +
  `"command": "node \\"$CLAUDE_PROJECT_DIR\\"/${script}" }] }] } }\n-- .claude/hooks/guard.js --\n`;

export default defineReferenceRule({
  id: 'missing-script',
  severity: 'warning',
  reach: { names: ['exists'] },
  reads: ['file'],
  summary: 'A script that a hook runs, but that does not exist.',
  why:
    'A hook blocks a call of a tool only by ending with code 2. One whose script is missing ends with another code, and ' +
    'Claude Code goes on as if there were no hook. What `.gitignore` leaves out is never reported.',
  source: "Claude Code's documentation of hooks, August 2026, and the types of its SDK 0.3.330.",
  examples: [
    { bad: settings('<|.claude/hooks/guards.js|>'), good: settings('.claude/hooks/guard.js') },
    {
      bad:
        '-- .claude-plugin/plugin.json --\n{ "name": "p" }\n-- hooks/hooks.json --\n{ "hooks": { "Stop": [{ "hooks": ' +
        '[{ "type": "command", "command": "${CLAUDE_PLUGIN_ROOT}/<|scripts/stop.sh|>" }] }] } }\n',
    },
    {
      bad:
        '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\nhooks:\n  Stop:\n    - hooks:\n' +
        '        - type: command\n          command: <|.claude/hooks/stop.sh|>\n---\n',
    },
  ],
  references: {
    kind: 'file',
    check(reference, document, workspace) {
      if (reference.field !== 'hooks' || workspace.existence(reference.name) !== 'no') return undefined;
      const { span } = reference;
      const written = document.text.slice(span.start, span.end);
      return {
        span,
        message: say('There is no script `{0}`, so the hook fails and Claude Code goes on without it.', written),
        fixes: () => changesTo(document, span, nearestFiles(document, workspace, written)),
      };
    },
  },
});
