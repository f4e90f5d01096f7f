// Settings about what Claude Code may do: permission rules, modes, the classifier of auto mode.
import { call, choice, flag, list, openMap, text } from '../../shorthand';
import type { Field, ValueType } from '../../dialect';
import { permissionMode } from '../choices';
import { managedOnly, notInProjects, setting } from './setting';

const rules: ValueType = list(call, 'list');

export const permissions: readonly Field[] = [
  setting({
    key: 'permissions',
    type: openMap([
      setting({
        key: 'allow',
        type: rules,
        invalid: 'A rule that cannot be read is skipped, and Claude Code reports it.',
        doc: 'Rules for what runs without a question.',
        notes: [
          'A tool is named as in `Bash`, with a specifier as in `Bash(npm run *)`; upper and lower case differ.',
          '`*`, `B*` and `mcp__*` are skipped here; name one server, as in `mcp__server__*`.',
          'Rules for files are written `Read(path)` and `Edit(path)`; those for Write, NotebookEdit and Glob are not looked at.',
        ],
        example: '"allow": ["Bash(npm run test *)"]',
        sources: ['SDK330', 'CCD:permissions', 'O330'],
      }),
      setting({
        key: 'deny',
        type: rules,
        invalid: 'A rule that cannot be read is skipped, and Claude Code reports it.',
        doc: 'Rules for what is always refused; they win over those that ask and allow.',
        example: '"deny": ["Read(./.env)"]',
        sources: ['SDK330', 'CCD:permissions', 'O330'],
      }),
      setting({
        key: 'ask',
        type: rules,
        invalid: 'A rule that cannot be read is skipped, and Claude Code reports it.',
        doc: 'Rules for what is always asked; they win over those that allow.',
        example: '"ask": ["Bash(git push *)"]',
        sources: ['SDK330', 'CCD:permissions', 'O330'],
      }),
      setting({
        key: 'defaultMode',
        type: permissionMode,
        default: 'default',
        doc: 'The permission mode in which a session starts.',
        example: '"defaultMode": "acceptEdits"',
      }),
      setting({
        key: 'additionalDirectories',
        type: list(text, 'list'),
        doc: 'Further folders that count as working directories.',
        example: '"additionalDirectories": ["../docs"]',
      }),
      setting({
        key: 'disableBypassPermissionsMode',
        type: choice({ disable: 'Switches it off.' }),
        doc: 'Forbids the mode that skips the permission checks.',
        example: '"disableBypassPermissionsMode": "disable"',
      }),
      setting({
        key: 'disableAutoMode',
        type: choice({ disable: 'Switches it off.' }),
        doc: 'Forbids auto mode.',
        example: '"disableAutoMode": "disable"',
      }),
      setting({
        key: 'denyInsteadOfPrompting',
        type: flag,
        default: 'false',
        doc: 'Denies at once whatever would be asked, so that nobody is waited for.',
        notes: [notInProjects],
        example: '"denyInsteadOfPrompting": true',
      }),
      setting({
        key: 'blockReadsOutsideWorkingDirectories',
        type: flag,
        default: 'false',
        doc: 'Refuses to read files outside the working directories in every mode.',
        notes: ['No allow rule lifts it, and true in any settings wins.'],
        example: '"blockReadsOutsideWorkingDirectories": true',
      }),
      setting({
        key: 'blockWritesOutsideWorkingDirectories',
        type: flag,
        default: 'false',
        doc: 'Refuses to write files outside the working directories in every mode.',
        notes: [
          'No allow rule lifts it, and true in any settings wins.',
          'It does not bind shell commands, MCP tools and hooks.',
        ],
        example: '"blockWritesOutsideWorkingDirectories": true',
      }),
    ]),
    doc:
      'What runs without a question, what is asked and what is refused. ' +
      'Rules that deny win over those that ask, and those over rules that allow.',
    example: '"permissions": { "allow": ["Bash(npm run test *)"], "deny": ["Read(./.env)"] }',
    sources: ['SDK330', 'CCD:permissions'],
  }),
  setting({
    key: 'autoMode',
    type: openMap([
      setting({
        key: 'allow',
        type: list(text, 'list'),
        doc: 'Rules for what the classifier lets pass.',
        notes: ['`$defaults` stands for the rules that are built in.'],
        example: '"allow": ["$defaults"]',
      }),
      setting({
        key: 'soft_deny',
        type: list(text, 'list'),
        doc: 'Rules for what the classifier blocks unless the user clearly wants it.',
        notes: ['`$defaults` stands for the rules that are built in.'],
        example: '"soft_deny": ["$defaults"]',
      }),
      setting({
        key: 'hard_deny',
        type: list(text, 'list'),
        doc: 'Rules for what the classifier blocks whatever the user wants.',
        notes: ['`$defaults` stands for the rules that are built in.'],
        example: '"hard_deny": ["$defaults"]',
      }),
      setting({
        key: 'environment',
        type: list(text, 'list'),
        doc: 'What the classifier is told about the environment.',
        notes: ['`$defaults` stands for the entries that are built in.'],
        example: '"environment": ["$defaults"]',
      }),
      setting({
        key: 'classifyAllShell',
        type: flag,
        default: 'false',
        doc: 'Sends every shell command to the classifier while auto mode is on; allow rules for Bash and PowerShell rest.',
        example: '"classifyAllShell": true',
      }),
    ]),
    doc: 'Changes what the classifier of auto mode is told.',
    example: '"autoMode": { "allow": ["$defaults"] }',
  }),
  setting({
    key: 'disableAutoMode',
    type: choice({ disable: 'Switches it off.' }),
    doc: 'Forbids auto mode.',
    example: '"disableAutoMode": "disable"',
  }),
  setting({
    key: 'useAutoModeDuringPlan',
    type: flag,
    default: 'true',
    doc: 'Whether plan mode judges as auto mode does where that is at hand.',
    example: '"useAutoModeDuringPlan": false',
  }),
  setting({
    key: 'skipDangerousModePermissionPrompt',
    type: flag,
    doc: 'Whether the user has accepted the warning about the mode that skips the permission checks.',
    example: '"skipDangerousModePermissionPrompt": true',
  }),
  setting({
    key: 'skipAutoPermissionPrompt',
    type: flag,
    doc: 'Whether the user has accepted the dialog about auto mode.',
    example: '"skipAutoPermissionPrompt": true',
  }),
  setting({
    key: 'allowManagedPermissionRulesOnly',
    type: flag,
    doc: 'Only permission rules from managed settings count.',
    ignored: managedOnly,
    example: '"allowManagedPermissionRulesOnly": true',
  }),
  setting({
    key: 'skipWebFetchPreflight',
    type: flag,
    default: 'false',
    doc: 'Leaves out the check of a web address against the block list before it is fetched.',
    example: '"skipWebFetchPreflight": true',
  }),
];
