// Scripts of hooks whose paths are written with `\`, which the shell takes away.
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { changeTo } from './edits';
import { defineReferenceRule, say } from './rule';

const settings = (command: string, more = ''): string =>
  `-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "${command}"${more} }] }] } }\n` +
  '-- .claude/hooks/guard.js --\n';

const plugin = (command: string): string =>
  '-- .claude-plugin/plugin.json --\n{ "name": "p" }\n-- scripts/stop.sh --\n-- hooks/hooks.json --\n' +
  `{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "${command}" }] }] } }\n`;

const agent = (command: string): string =>
  '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\nhooks:\n  Stop:\n    - hooks:\n' +
  `        - type: command\n          command: ${command}\n---\n-- .claude/hooks/guard.js --\n`;

export default defineReferenceRule({
  id: 'script-backslash',
  severity: 'warning',
  reach: { names: ['exists'] },
  reads: ['file'],
  summary: 'The path of a hook’s script with `\\` between its folders, without quotes.',
  why:
    'Claude Code runs the command of a hook in Bash, unless `shell` says otherwise. Outside of quotes Bash takes each `\\` away: ' +
    '`.claude\\hooks\\a.js` becomes `.claudehooksa.js`, which is not there. The hook fails, and Claude Code goes on without it. ' +
    'Windows takes `/` as well.',
  source: "Claude Code's documentation of hooks, August 2026 (`shell`); the manual of Bash 5.2, 3.1.2.1.",
  examples: [
    {
      bad: settings('node <|.claude\\\\hooks\\\\guard.js|>'),
      good: settings('node .claude/hooks/guard.js'),
    },
    {
      bad: settings('node \\"$CLAUDE_PROJECT_DIR\\"/<|.claude\\\\hooks\\\\guard.js|> --all'),
      good: settings('node \\"$CLAUDE_PROJECT_DIR\\"/.claude/hooks/guard.js --all'),
    },
    {
      bad: plugin('${CLAUDE_PLUGIN_ROOT}<|\\\\scripts\\\\stop.sh|>'),
      good: plugin('${CLAUDE_PLUGIN_ROOT}/scripts/stop.sh'),
    },
    { bad: agent('node <|.claude\\hooks\\guard.js|>'), good: agent('node .claude/hooks/guard.js') },
    { bad: settings('node .claude\\\\hooks\\\\guard.js', ', "shell": "powershell"') },
    { bad: settings('.claude\\\\hooks\\\\guard.js', ', "args": ["--all"]') },
    { bad: settings('node \\"$CLAUDE_PROJECT_DIR\\\\.claude\\\\hooks\\\\guard.js\\"') },
    { bad: settings('node .claude\\\\hooks\\\\other.js') },
    { bad: agent('"node .claude\\\\hooks\\\\guard.js"') },
  ],
  references: {
    kind: 'file',
    check(reference, document, workspace) {
      if (reference.field !== 'hooks' || workspace.existence(reference.name) !== 'yes') return undefined;
      const { span, written } = withSeparator(document, reference.span);
      if (!written.includes('\\') || isInQuotes(document, span) || isOtherwiseRun(document, span)) return undefined;
      const plain = written.replace(/\\+/g, '/');
      return {
        span,
        message: say(
          'Outside of quotes Bash takes each `\\` away and does not find the script, so the hook fails and Claude Code goes on without it. Write `{0}`.',
          plain,
        ),
        fixes: () => [changeTo(document, span, plain, 'safe')],
      };
    },
  },
});

/** A path behind a variable begins with what stands between the two. */
function withSeparator({ text }: Document, { start, end }: Span): { readonly span: Span; readonly written: string } {
  let from = start;
  while (text[from - 1] === '\\') from--;
  return { span: { start: from, end }, written: text.slice(from, end) };
}

/** Whether quotes of the shell, or those of a text in YAML, are open: of what they hold, `\` stays. */
function isInQuotes({ text, language }: Document, { start }: Span): boolean {
  const before = text.slice(lineStart(text, start), start);
  const marks = (language === 'json' ? before.match(/\\"/g) : before.match(/"/g)) ?? [];
  return marks.length % 2 === 1 || (before.match(/'/g) ?? []).length % 2 === 1;
}

/** Other keys of the handler, which stand nearby, may name another shell or none. */
const isOtherwiseRun = ({ text }: Document, { start, end }: Span): boolean =>
  /\b(?:shell|args)["']?\s*:/.test(text.slice(Math.max(0, start - 300), end + 300));
