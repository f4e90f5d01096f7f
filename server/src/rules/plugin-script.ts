// Scripts of a plugin that its hooks and MCP servers run by a path from the project's folder, where the plugin is not.
import { entry as entryOf, textAt, type Data, type DataMap, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { hookCommands } from '../workspace/hooks';
import { scriptRunner } from '../workspace/script-runner';
import { join } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { changeTo } from './edits';
import { defineEntryRule, say, type Finding } from './rule';

const plugin = '-- .claude-plugin/plugin.json --\n{ "name": "p" }\n-- scripts/a.sh --\n';
const hook = (command: string): string =>
  `${plugin}-- hooks/hooks.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "${command}" }] }] } }\n`;
const server = (description: string): string =>
  `${plugin}-- .mcp.json --\n{ "mcpServers": { "a": { ${description} } } }\n`;

export default defineEntryRule({
  id: 'plugin-script',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  roles: role => role === 'hooks' || role === 'plugin' || role === 'mcp',
  summary: 'A script of a plugin that its hooks or MCP servers run by a path from another folder than the plugin’s.',
  why:
    'Claude Code runs the hooks and the MCP servers of a plugin in the folder of the project that uses it, and the plugin lies ' +
    'elsewhere. The script is not found there: the hook fails, and Claude Code goes on without it; the server does not start. ' +
    '`${CLAUDE_PLUGIN_ROOT}` is the folder of the plugin. Told of are paths at which the plugin has a file.',
  source: 'Observed: Claude Code 2.1.330, 30 November 2026; its documentation of plugins, August 2026.',
  examples: [
    { bad: hook('<|./scripts/a.sh|> --all'), good: hook('${CLAUDE_PLUGIN_ROOT}/scripts/a.sh --all') },
    { bad: hook('bash \\"<|scripts/a.sh|>\\"'), good: hook('bash \\"${CLAUDE_PLUGIN_ROOT}/scripts/a.sh\\"') },
    {
      bad: hook('\\"<|${CLAUDE_PROJECT_DIR}|>\\"/scripts/a.sh'),
      good: hook('\\"${CLAUDE_PLUGIN_ROOT}\\"/scripts/a.sh'),
    },
    {
      bad: server('"command": "<|./scripts/a.sh|>"'),
      good: server('"command": "${CLAUDE_PLUGIN_ROOT}/scripts/a.sh"'),
    },
    {
      bad: server('"command": "/bin/bash", "args": ["<|scripts/a.sh|>"]'),
      good: server('"command": "/bin/bash", "args": ["${CLAUDE_PLUGIN_ROOT}/scripts/a.sh"]'),
    },
    { bad: hook('exec <|scripts/a.sh|>'), good: hook('exec ${CLAUDE_PLUGIN_ROOT}/scripts/a.sh') },
    { bad: hook('./scripts/b.sh; cat scripts/a.sh; $HOME/scripts/a.sh') },
    { bad: hook('cd \\"$CLAUDE_PLUGIN_ROOT\\" && ./scripts/a.sh') },
    { bad: hook('[ -x scripts/a.sh ] && ./scripts/a.sh; ${CLAUDE_PLUGIN_ROOT}/scripts/a.sh') },
    { bad: server('"command": "lint", "args": ["scripts/a.sh"]') },
  ],
  *entry({ entry: { key, value } }, document, workspace) {
    const root = workspace.plugin(document.uri)?.root;
    if (root === undefined) return;
    const isOwn = (path: string): boolean => workspace.existence(join(root, path)) === 'yes';
    if (key.text === 'hooks') yield* ofHooks(document, value, isOwn);
    if (key.text === 'mcpServers' && value?.is === 'map')
      for (const { value: described } of value.entries)
        if (described?.is === 'map') yield* ofServer(document, workspace, root, described, isOwn);
  },
});

type IsOwn = (path: string) => boolean;

const isRunner = new RegExp(`^${scriptRunner}$`);
/** The first word of a command, or the one behind a program that runs scripts. */
const fromHere = new RegExp(
  String.raw`(?:^|&&|[;|(])[ ]*(?:(?:${scriptRunner}|exec)[ ]+(?:-[a-zA-Z]+[ ]+)*)?(?:\\?["'])?(\./[\w@.-]+(?:/[\w@.-]+)*|\w[\w@.-]*(?:/[\w@.-]+)+)`,
  'g',
);
const fromProject = /(\$\{?CLAUDE_PROJECT_DIR\}?)(?:\\?["'])?\/(?!\.claude\/)([\w@./-]+)/g;

function* ofHooks(document: Document, hooks: Data | undefined, isOwn: IsOwn): Iterable<Finding> {
  for (const { command } of hookCommands(hooks)) {
    const written = document.text.slice(command.span.start, command.span.end);
    // In another folder, or where the command looks first whether it is there, it is meant so.
    if (/\b(?:cd|pushd)\b|\[ +-|\btest +-/.test(written)) continue;
    for (const match of written.matchAll(fromHere)) {
      const path = match[1]!;
      const start = match.index + match[0].length - path.length;
      const span = shift({ start, end: start + path.length }, command.span.start);
      if (isOwn(plain(path))) yield finding(document, span, path, `\${CLAUDE_PLUGIN_ROOT}/${plain(path)}`);
    }
    for (const match of written.matchAll(fromProject)) {
      const span = shift({ start: match.index, end: match.index + match[1]!.length }, command.span.start);
      if (isOwn(match[2]!)) yield finding(document, span, match[2]!, '${CLAUDE_PLUGIN_ROOT}');
    }
  }
}

/** A project that is a plugin itself may start such a server for those alone who work on it. */
function* ofServer(
  document: Document,
  workspace: Workspace,
  root: string,
  server: DataMap,
  isOwn: IsOwn,
): Iterable<Finding> {
  const program = textAt(server, 'command') ?? '';
  const args = entryOf(server, 'args')?.value;
  const given = args?.is === 'list' && isRunner.test(program) ? args.items[0]?.value : undefined;
  const isBoth = workspace.role(document.uri) === 'mcp' && workspace.paths.root(document.uri) === root;
  for (const value of [entryOf(server, 'command')?.value, given]) {
    if (value?.is !== 'scalar' || !isPath(value) || !isOwn(plain(value.text))) continue;
    const told = finding(document, value.span, value.text, `\${CLAUDE_PLUGIN_ROOT}/${plain(value.text)}`);
    yield isBoth ? { ...told, severity: 'information' } : told;
  }
}

const isPath = ({ text }: Scalar): boolean => /^(?:\.\/)?[\w@][\w@.-]*(?:\/[\w@.-]+)+$|^\.\/[\w@.-]+$/.test(text);

const plain = (path: string): string => path.replace(/^\.\//, '');

const finding = (document: Document, span: Span, path: string, instead: string): Finding => ({
  span,
  message: say(
    'Claude Code looks for `{0}` in the project that uses the plugin, where it is not; the plugin’s folder is `{1}`.',
    plain(path),
    '${CLAUDE_PLUGIN_ROOT}',
  ),
  fixes: () => [changeTo(document, span, instead, 'best')],
});
