// Scripts that a hook or another setting runs and that are not there.
import type { Span } from '../syntax/span';
import type { Reference } from '../workspace/symbols';
import { baseName, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { changesTo } from './edits';
import { isAskedFor } from './example-files';
import { foundAbove } from './file-paths';
import { isLoaded } from './installed';
import { nearestFiles } from './nearest-files';
import { defineReferenceRule, say } from './rule';

const settings = (script: string): string =>
  '-- .claude/settings.json --\n{ "hooks": { "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", ' +
  `"command": "node \\"$CLAUDE_PROJECT_DIR\\"/${script}" }] }] } }\n-- .claude/hooks/guard.js --\n`;

const runs = (key: string, script: string): string =>
  `-- .claude/settings.json --\n{ "${key}": { "type": "command", "command": "node ${script}" } }\n` +
  '-- .claude/hooks/guard.js --\n';

const ofTemplate = (script: string): string =>
  '-- templates/claude/agents/a.md --\n---\nname: a\ndescription: Works.\nhooks:\n  Stop:\n    - hooks:\n' +
  `        - type: command\n          command: "$CLAUDE_PROJECT_DIR/${script}"\n---\n`;

/** The settings beside hooks that run a command. */
const running: ReadonlySet<string> = new Set([
  'statusLine', 'subagentStatusLine', 'fileSuggestion', 'apiKeyHelper', 'proxyAuthHelper', 'awsCredentialExport', 'awsAuthRefresh',
  'gcpAuthRefresh', 'otelHeadersHelper',
]); // prettier-ignore

/** Counted from a variable, or in a folder of Claude Code. */
const isOfProject = (text: string, { start }: Span, written: string): boolean =>
  /^\.claude[/\\]/.test(written) || /[\w}"][/\\]+$/.test(text.slice(Math.max(0, start - 4), start));

/** What counts from wherever it is run may lie in another project that the file is made for: not so where its folder is there, or
 * a script of its name lies where scripts of hooks do. */
function isMeantHere({ name }: Reference, uri: string, workspace: Workspace): boolean {
  if (workspace.existence(parent(name)) === 'yes') return true;
  const places = ['.claude', '.claude/hooks', '.claude/scripts', 'hooks', 'scripts'];
  return places.some(place => workspace.existence(workspace.resolvePath(`${place}/${baseName(name)}`, uri)) === 'yes');
}

/** A folder that an installer copies to `.claude`, such as `templates/claude`, holds the script beside the file. */
function liesBesideIt(written: string, uri: string, workspace: Workspace): boolean {
  const below = /^\.claude\/(.+)$/.exec(written)?.[1];
  const root = workspace.paths.root(uri);
  if (below === undefined || root === undefined || isLoaded(uri, workspace)) return false;
  return foundAbove(workspace, uri, root, below) !== undefined;
}

export default defineReferenceRule({
  id: 'missing-script',
  severity: 'warning',
  reach: { names: ['exists'] },
  reads: ['file'],
  summary: 'A script that a hook, the status line or another setting runs, but that does not exist.',
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
    { bad: runs('statusLine', '<|.claude/hooks/guards.js|>'), good: runs('statusLine', '.claude/hooks/guard.js') },
    { bad: `${ofTemplate('.claude/hooks/stop.sh')}-- templates/claude/hooks/stop.sh --\n` },
    { bad: `${ofTemplate('<|.claude/hooks/stop.sh|>')}-- templates/claude/hooks/start.sh --\n` },
    { bad: runs('statusLine', './<|hooks/guard.js|>'), good: runs('statusLine', './.claude/hooks/guard.js') },
    ...['ruby <|lib/key.rb|>', 'deno run <|lib/key.ts|>'].map(command => ({
      bad: `-- .claude/settings.json --\n{ "apiKeyHelper": "${command}" }\n-- lib/other.txt --\n`,
    })),
    {
      bad: '-- .claude/settings.json --\n{ "apiKeyHelper": "/usr/bin/env bash <|.claude/keys.sh|>" }\n-- .claude/key.sh --\n',
      good: '-- .claude/settings.json --\n{ "apiKeyHelper": "/usr/bin/env bash .claude/key.sh" }\n-- .claude/key.sh --\n',
    },
    { bad: `${runs('statusLine', '<|lib/guards.js|>')}-- lib/other.js --\n` },
    { bad: runs('statusLine', './scripts/run.js && node other/run.js') },
    { bad: runs('fileSuggestion', '~/.claude/files.sh') },
    { bad: '-- .claude-plugin/plugin.json --\n{ "name": "p", "hooks": "./hooks/gone.json" }\n' },
    { bad: '-- .claude/settings.json --\n{ "apiKeyHelper": "bash <|.claude/key.sh|>" }\n' },
  ],
  references: {
    kind: 'file',
    check(reference, document, workspace) {
      const { span, field = '' } = reference;
      const isHook = field === 'hooks';
      if ((!isHook && !running.has(field)) || workspace.existence(reference.name) !== 'no') return undefined;
      // A manifest names files of hooks there, which another rule looks for.
      if (reference.name.endsWith('.json')) return undefined;
      // Nobody reads hooks there, which another rule says.
      if (document.uri.endsWith('/.claude/hooks/hooks.json')) return undefined;
      const written = document.text.slice(span.start, span.end);
      if (isAskedFor(document.text.slice(Math.max(0, span.start - 400), span.start), written)) return undefined;
      if (liesBesideIt(written, document.uri, workspace)) return undefined;
      if (!isOfProject(document.text, span, written) && !isMeantHere(reference, document.uri, workspace))
        return undefined;
      return {
        span,
        message: isHook
          ? say('There is no script `{0}`, so the hook fails and Claude Code goes on without it.', written)
          : say('There is no script `{0}`, so `{1}` runs nothing.', written, field),
        fixes: () => changesTo(document, span, nearestFiles(document, workspace, written)),
      };
    },
  },
});
