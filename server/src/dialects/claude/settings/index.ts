// Claude Code settings: `.claude/settings.json` and `.claude/settings.local.json`.
import type { Kind } from '../../dialect';
import { adminSettings, loginSettings } from './accounts';
import { hookSettings, serverSettings, skillSettings } from './components';
import { displaySettings } from './display';
import { asObserved } from './lenient';
import { choosing, thinking } from './models';
import { permissions } from './permissions';
import { plugins } from './plugins';
import { remoteSettings } from './remote';
import { sandbox } from './sandbox';
import { statusSettings } from './status';
import { noticeSettings, typingSettings } from './typing';
import { memorySettings, workSettings } from './work';

export const settings: Kind = {
  id: 'claude-settings',
  title: 'Claude Code settings',
  role: 'settings',
  paths: ['**/.claude/settings.json', '**/.claude/settings.local.json'],
  notPaths: [],
  identity: 'none',
  loader: 'none',
  unknownKeys: 'ignored',
  keySuggestions: { environment: 'env', environmentVariables: 'env', environment_variables: 'env' },
  // Counted in 52 settings files of public repositories and packages, 30 November 2026; those in one file alone stand in the
  // order of the fields.
  usual: [
    'permissions',
    'hooks',
    'env',
    'enabledMcpjsonServers',
    'enableAllProjectMcpServers',
    'statusLine',
    '$schema',
    'model',
    'alwaysThinkingEnabled',
    'enabledPlugins',
    'outputStyle',
    'attribution',
  ],
  fields: [
    ...permissions,
    ...choosing,
    ...thinking,
    ...hookSettings,
    ...serverSettings,
    ...skillSettings,
    ...plugins,
    ...sandbox,
    ...workSettings,
    ...memorySettings,
    ...displaySettings,
    ...statusSettings,
    ...typingSettings,
    ...noticeSettings,
    ...loginSettings,
    ...adminSettings,
    ...remoteSettings,
  ].map(asObserved),
  notes: [
    'Managed settings win over those of the command line, then come the local ones, those of the project and those of the user.',
    'Unknown keys are kept and ignored, and nothing is said.',
    'One value of the wrong kind, a comment or a comma too many, and none of the settings in the file counts; a run with `-p` says nothing.',
    'MCP servers are not set here: they stand in `.mcp.json`.',
  ],
};
