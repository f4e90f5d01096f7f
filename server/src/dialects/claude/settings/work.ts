// Settings about the work itself: the shell, git, files, notes and transcripts.
import { anything, choice, flag, glob, integer, list, number, openMap, script, text } from '../../shorthand';
import type { Field } from '../../dialect';
import { shell } from '../choices';
import { managedOnly, setting } from './setting';

export const workSettings: readonly Field[] = [
  setting({
    key: 'env',
    type: openMap([], anything),
    doc: 'Environment variables for every session.',
    example: '"env": { "MAX_THINKING_TOKENS": "32000" }',
  }),
  setting({
    key: 'defaultShell',
    type: shell,
    default: 'bash',
    doc: 'The shell for commands after `!` in the prompt.',
    example: '"defaultShell": "bash"',
  }),
  setting({
    key: 'respondToBashCommands',
    type: flag,
    default: 'true',
    doc: 'Whether Claude answers after such a command.',
    example: '"respondToBashCommands": false',
  }),
  setting({
    key: 'bashEditDiffEnabled',
    type: flag,
    doc: 'Shows a diff of the files that a Bash command changed.',
    example: '"bashEditDiffEnabled": true',
  }),
  setting({
    key: 'bashOutputMaxChars',
    type: number,
    default: '30000',
    doc: 'How many characters of the output of a command Claude gets; the rest goes to a file.',
    notes: ['Values below 4000 or above 128000 are brought to these.'],
    example: '"bashOutputMaxChars": 30000',
  }),
  setting({
    key: 'taskOutputMaxChars',
    type: number,
    doc: 'It had to do with a tool that is gone.',
    deprecated: 'It has no effect: the tool TaskOutput was removed.',
    example: '"taskOutputMaxChars": 30000',
  }),
  setting({
    key: 'disableWindowsBashCommandSplit',
    type: flag,
    doc: 'Hands a Bash command over as one argument; Windows only.',
    ignored: managedOnly,
    example: '"disableWindowsBashCommandSplit": true',
  }),
  setting({
    key: 'worktree',
    type: openMap([
      setting({
        key: 'baseRef',
        type: choice({ fresh: 'The default branch of origin.', head: 'The commit that is checked out here.' }),
        default: 'fresh',
        doc: 'What new worktrees branch from.',
        example: '"baseRef": "head"',
      }),
      setting({
        key: 'symlinkDirectories',
        type: list(text, 'list'),
        doc: 'Folders that are linked from the main repository.',
        example: '"symlinkDirectories": ["node_modules"]',
      }),
      setting({
        key: 'sparsePaths',
        type: list(text, 'list'),
        doc: 'The folders that are written to disk; all without it.',
        example: '"sparsePaths": ["packages/app"]',
      }),
      setting({
        key: 'bgIsolation',
        type: choice({
          worktree: 'Sessions in the background may edit only in a worktree.',
          none: 'They may edit the working copy.',
        }),
        default: 'worktree',
        doc: 'How sessions in the background are kept apart.',
        example: '"bgIsolation": "worktree"',
      }),
      setting({
        key: 'location',
        type: text,
        doc: 'Where the desktop app makes worktrees for SSH sessions.',
        example: '"location": "~/worktrees"',
      }),
    ]),
    doc: 'How git worktrees are made.',
    example: '"worktree": { "baseRef": "head" }',
  }),
  setting({
    key: 'fileCheckpointingEnabled',
    type: flag,
    doc: 'Keeps copies of files before edits, so that `/rewind` can bring them back.',
    example: '"fileCheckpointingEnabled": false',
  }),
  setting({
    key: 'respectGitignore',
    type: flag,
    default: 'true',
    doc: 'Whether the file picker leaves out what .gitignore names.',
    example: '"respectGitignore": false',
  }),
  setting({
    key: 'fileSuggestion',
    type: openMap([
      setting({
        key: 'type',
        type: choice({ command: 'Runs a command.' }),
        required: 'yes',
        doc: 'The kind of source.',
        example: '"type": "command"',
      }),
      setting({
        key: 'command',
        type: script,
        required: 'yes',
        doc: 'The command.',
        example: '"command": "./files.sh"',
      }),
    ]),
    doc: 'A command that finds the files for `@` in the prompt.',
    example: '"fileSuggestion": { "type": "command", "command": "./files.sh" }',
  }),
  setting({
    key: 'attribution',
    type: {
      is: 'oneOf',
      types: [
        flag,
        openMap([
          setting({
            key: 'commit',
            type: text,
            doc: 'The text in commits; empty for none.',
            example: '"commit": "Made with Claude"',
          }),
          setting({
            key: 'pr',
            type: text,
            doc: 'The text in pull requests; empty for none.',
            example: '"pr": "Made with Claude"',
          }),
          setting({
            key: 'sessionUrl',
            type: flag,
            default: 'true',
            doc: 'Whether a link to the session is added.',
            example: '"sessionUrl": false',
          }),
        ]),
      ],
    },
    doc: 'What commits and pull requests say about Claude; false for nothing.',
    notes: ['Older versions know the map only, not true and false.'],
    example: '"attribution": { "commit": "", "pr": "" }',
  }),
  setting({
    key: 'includeCoAuthoredBy',
    type: flag,
    default: 'true',
    doc: 'Whether commits name Claude as an author.',
    deprecated: 'Use `attribution`.',
    replacedBy: 'attribution',
    example: '"includeCoAuthoredBy": false',
  }),
  setting({
    key: 'includeGitInstructions',
    type: flag,
    default: 'true',
    doc: 'Whether the system prompt says how to commit and open pull requests.',
    example: '"includeGitInstructions": false',
  }),
  setting({
    key: 'attributionProject',
    type: text,
    doc: 'The claude.ai project that usage reports name.',
    example: '"attributionProject": "claude_proj_123"',
  }),
  setting({
    key: 'attributionProjectPolicy',
    type: openMap([
      setting({
        key: 'default',
        type: text,
        doc: 'The project.',
        example: '"default": "claude_proj_123"',
      }),
    ]),
    doc: 'The project that reports name where nobody sets `attributionProject`.',
    ignored: managedOnly,
    example: '"attributionProjectPolicy": { "default": "claude_proj_123" }',
  }),
  setting({
    key: 'prUrlTemplate',
    type: text,
    doc: 'The address that links to pull requests lead to.',
    example: '"prUrlTemplate": "https://reviews.example.com/{owner}/{repo}/pull/{number}"',
  }),
];

export const memorySettings: readonly Field[] = [
  setting({
    key: 'autoMemoryEnabled',
    type: flag,
    doc: 'Whether Claude keeps notes of its own about the project.',
    example: '"autoMemoryEnabled": false',
  }),
  setting({
    key: 'autoMemoryDirectory',
    type: text,
    doc: 'Where these notes lie.',
    notes: ['The shared settings of a project cannot set it.'],
    example: '"autoMemoryDirectory": "~/notes"',
  }),
  setting({
    key: 'autoDreamEnabled',
    type: flag,
    doc: 'Tidies these notes in the background.',
    example: '"autoDreamEnabled": true',
  }),
  setting({
    key: 'claudeMd',
    type: text,
    doc: 'Instructions of the organisation, as in a CLAUDE.md.',
    ignored: managedOnly,
    example: '"claudeMd": "Follow our style guide."',
  }),
  setting({
    key: 'claudeMdExcludes',
    type: list(glob, 'list'),
    doc: 'CLAUDE.md files that are not loaded: globs or absolute paths.',
    example: '"claudeMdExcludes": ["**/vendor/CLAUDE.md"]',
  }),
  setting({
    key: 'plansDirectory',
    type: text,
    default: '~/.claude/plans',
    doc: 'Where plans are kept, counted from the root of the project.',
    example: '"plansDirectory": "./plans"',
  }),
  setting({
    key: 'cleanupPeriodDays',
    type: integer({ minimum: 1 }),
    default: '30',
    doc: 'After how many days transcripts are deleted from this machine.',
    example: '"cleanupPeriodDays": 30',
  }),
  setting({
    key: 'desktopSessionCleanupPeriodDays',
    type: integer({ minimum: 0 }),
    default: '0',
    doc: 'After how many days transcripts of the desktop app are deleted; 0 for never.',
    example: '"desktopSessionCleanupPeriodDays": 0',
  }),
  setting({
    key: 'autoUploadSessions',
    type: flag,
    doc: 'Shows local sessions on claude.ai, to be read only.',
    example: '"autoUploadSessions": true',
  }),
];
