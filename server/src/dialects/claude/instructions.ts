// What Claude Code reads besides agents and skills as instructions: rules, output styles and memory files.
import type { Kind } from '../dialect';
import { field, flag, glob, list, text } from '../shorthand';

export const rule: Kind = {
  id: 'claude-rule',
  title: 'Claude Code rule',
  role: 'rule',
  paths: ['**/.claude/rules/**/*.md'],
  notPaths: [],
  identity: 'none',
  loader: 'none',
  unknownKeys: 'ignored',
  // Of Cursor, Copilot, Windsurf and Kiro.
  keySuggestions: {
    globs: 'paths',
    glob: 'paths',
    applyTo: 'paths',
    path: 'paths',
    files: 'paths',
    fileMatchPattern: 'paths',
  },
  fields: [
    field({
      key: 'paths',
      type: list(glob, 'list', 'comma'),
      default: 'the rule loads at the start',
      doc: 'Globs: the rule loads when Claude reads a file that matches one of them.',
      notes: [
        'Groups in braces are expanded, to at most 1,000 patterns.',
        'A literal `[` must be escaped.',
        'VS Code wants a list and reports an error for a text.',
      ],
      invalid: 'A value that is not text makes the rule load always.',
      example: 'paths: [src/**/*.ts]',
      sources: ['O330', 'CCD:memory', 'VSC1139'],
    }),
    field({
      key: 'description',
      type: text,
      doc: 'What the rule is about; VS Code alone reads it.',
      example: 'description: Style of TypeScript code',
      sources: ['VSC1139'],
    }),
  ],
  notes: ['`globs`, `applyTo` and `alwaysApply` are keys of Cursor and Copilot, which Claude Code does not read here.'],
};

export const outputStyle: Kind = {
  id: 'claude-output-style',
  title: 'Claude Code output style',
  role: 'output-style',
  paths: ['**/.claude/output-styles/**/*.md'],
  notPaths: [],
  identity: 'none',
  loader: 'none',
  unknownKeys: 'ignored',
  keySuggestions: { keep_coding_instructions: 'keep-coding-instructions' },
  fields: [
    field({
      key: 'name',
      type: text,
      default: 'the file name',
      doc: 'The name of the style.',
      example: 'name: Terse',
      sources: ['CCD:output-styles'],
    }),
    field({
      key: 'description',
      type: text,
      doc: 'What is shown in the list of styles.',
      example: 'description: Short answers without explanations',
      sources: ['CCD:output-styles'],
    }),
    field({
      key: 'keep-coding-instructions',
      type: flag,
      default: 'false',
      doc: 'Keeps the instructions for engineering that Claude Code has built in.',
      example: 'keep-coding-instructions: true',
      sources: ['CCD:output-styles'],
    }),
    field({
      key: 'force-for-plugin',
      type: flag,
      default: 'false',
      doc: 'In plugins: the style applies while the plugin is enabled, whatever the user chose.',
      notes: ['Outside a plugin it has no effect, and Claude Code warns.'],
      example: 'force-for-plugin: true',
      sources: ['CCD:output-styles', 'O330'],
    }),
  ],
  notes: [
    'Built in are Default, Proactive, Concise, Explanatory and Learning.',
    'A style shapes the main conversation; agents keep their own words.',
  ],
};

export const memory: Kind = {
  id: 'claude-memory',
  title: 'Claude Code memory file',
  role: 'memory',
  paths: ['**/CLAUDE.md', '**/CLAUDE.local.md', '**/AGENTS.md'],
  notPaths: [],
  identity: 'none',
  loader: 'none',
  unknownKeys: 'allowed',
  keySuggestions: {},
  fields: [],
  notes: [
    'Claude Code reads those of the working folder and of all folders above it at the start, those of subfolders when it reads files there.',
    '`@path` at the start of a line or after white space imports a file, up to four files deep.',
    'AGENTS.md is read only where there is no CLAUDE.md, since 2.1.277.',
    'Block-level HTML comments are left out.',
  ],
};
