// Settings about what is added to Claude Code: hooks, MCP servers, skills, workflows, the main agent.
import { choice, flag, integer, list, openChoice, openMap, reference, text } from '../../shorthand';
import type { Field, ValueType } from '../../dialect';
import { hooks } from '../hooks';
import { forManaged, managedOnly, setting } from './setting';

/** A text is taken as well. */
const oneOrMore: ValueType = { is: 'oneOf', types: [list(reference('mcp'), 'list'), reference('mcp')] };

const servers: ValueType = list(
  openMap([
    setting({
      key: 'serverName',
      type: reference('mcp'),
      doc: 'The name of the server.',
      example: '"serverName": "github"',
    }),
    setting({
      key: 'serverCommand',
      type: list(text, 'list'),
      doc: 'The exact command with its arguments.',
      example: '"serverCommand": ["npx", "-y", "pg-mcp"]',
    }),
    setting({
      key: 'serverUrl',
      type: text,
      doc: 'A pattern for the address; `*` stands for anything.',
      example: '"serverUrl": "https://*.example.com/*"',
    }),
  ]),
  'list',
);

export const hookSettings: readonly Field[] = [
  setting({
    key: 'hooks',
    type: hooks('json'),
    doc: 'What runs at certain moments: events, each with matchers and handlers.',
    example:
      '"hooks": { "PostToolUse": [{ "matcher": "Edit|Write", "hooks": [{ "type": "command", "command": "./format.sh" }] }] }',
    sources: ['SDK330', 'CCD:hooks'],
  }),
  setting({
    key: 'disableAllHooks',
    type: flag,
    default: 'false',
    doc: 'Switches off every hook and the status line.',
    example: '"disableAllHooks": true',
  }),
  setting({
    key: 'allowManagedHooksOnly',
    type: flag,
    doc: 'Only hooks from managed settings and from plugins that these switch on run.',
    ignored: managedOnly,
    example: '"allowManagedHooksOnly": true',
  }),
  setting({
    key: 'allowedHttpHookUrls',
    type: list(text, 'list'),
    default: 'all',
    doc: 'The addresses that hooks of type http may call; `*` stands for anything.',
    notes: ['An empty list allows none.'],
    example: '"allowedHttpHookUrls": ["https://hooks.example.com/*"]',
  }),
  setting({
    key: 'httpHookAllowedEnvVars',
    type: list(text, 'list'),
    default: 'all',
    doc: 'The environment variables that hooks of type http may use.',
    example: '"httpHookAllowedEnvVars": ["TOKEN"]',
  }),
  setting({
    key: 'disableReplyCheck',
    type: flag,
    doc: 'Switches off the check that a Claude Tag session has replied.',
    ignored: managedOnly,
    example: '"disableReplyCheck": true',
  }),
];

export const serverSettings: readonly Field[] = [
  setting({
    key: 'enableAllProjectMcpServers',
    type: flag,
    default: 'false',
    doc: 'Approves every server of `.mcp.json`.',
    example: '"enableAllProjectMcpServers": true',
  }),
  setting({
    key: 'enabledMcpjsonServers',
    type: oneOrMore,
    doc: 'The servers of `.mcp.json` that are approved.',
    example: '"enabledMcpjsonServers": ["github"]',
  }),
  setting({
    key: 'disabledMcpjsonServers',
    type: oneOrMore,
    doc: 'The servers of `.mcp.json` that are rejected.',
    example: '"disabledMcpjsonServers": ["filesystem"]',
  }),
  setting({
    key: 'allowedMcpServers',
    type: servers,
    doc: 'The only MCP servers that users may add.',
    notes: [forManaged, 'An empty list allows none; `deniedMcpServers` wins.'],
    example: '"allowedMcpServers": [{ "serverName": "github" }]',
  }),
  setting({
    key: 'deniedMcpServers',
    type: servers,
    doc: 'MCP servers that are blocked everywhere.',
    example: '"deniedMcpServers": [{ "serverName": "filesystem" }]',
  }),
  setting({
    key: 'managedMcpServers',
    type: openMap([], openMap()),
    doc: 'MCP servers that every user gets; of type http or sse.',
    ignored: managedOnly,
    example: '"managedMcpServers": { "docs": { "type": "http", "url": "https://mcp.example.com" } }',
  }),
  setting({
    key: 'allowManagedMcpServersOnly',
    type: flag,
    doc: 'Reads `allowedMcpServers` from managed settings alone.',
    ignored: managedOnly,
    example: '"allowManagedMcpServersOnly": true',
  }),
  setting({
    key: 'desktopMcpServersListScope',
    type: openChoice({
      code: 'The allow list also holds in the Code tab of the desktop app.',
      all: 'Both lists hold in every tab of the desktop app.',
      off: 'The lists do not hold in the desktop app.',
    }),
    doc: 'Where in the desktop app the lists of MCP servers hold.',
    ignored: managedOnly,
    example: '"desktopMcpServersListScope": "code"',
  }),
  setting({
    key: 'disableClaudeAiConnectors',
    type: flag,
    default: 'false',
    doc: 'Does not load the connectors of claude.ai; true in any settings wins.',
    example: '"disableClaudeAiConnectors": true',
  }),
  setting({
    key: 'allowAllClaudeAiMcps',
    type: flag,
    doc: 'Loads the connectors of claude.ai beside managed-mcp.json.',
    ignored: managedOnly,
    example: '"allowAllClaudeAiMcps": true',
  }),
  setting({
    key: 'allowClaudeInChromeWithManagedMcp',
    type: flag,
    doc: 'Lets the Chrome server run beside managed-mcp.json.',
    ignored: managedOnly,
    example: '"allowClaudeInChromeWithManagedMcp": true',
  }),
];

export const skillSettings: readonly Field[] = [
  setting({
    key: 'skillOverrides',
    type: {
      is: 'map',
      fields: [],
      open: true,
      keys: 'skill',
      values: choice({
        on: 'Listed as usual.',
        'name-only': 'Listed without its description.',
        'user-invocable-only': 'Hidden from the model; the user can call it.',
        off: 'Hidden from both.',
      }),
    },
    default: 'on',
    doc: 'How single skills are listed.',
    example: '"skillOverrides": { "deploy": "user-invocable-only" }',
  }),
  setting({
    key: 'disableBundledSkills',
    type: flag,
    default: 'false',
    doc: 'Takes away the skills and workflows that Claude Code brings along.',
    example: '"disableBundledSkills": true',
  }),
  setting({
    key: 'disableSkillShellExecution',
    type: flag,
    default: 'false',
    doc: 'Does not run the commands that stand after `!` in skills and commands.',
    example: '"disableSkillShellExecution": true',
  }),
  setting({
    key: 'skillListingMaxDescChars',
    type: integer({ minimum: 1 }),
    default: '1536',
    doc: 'How many characters of each description the list of skills shows.',
    example: '"skillListingMaxDescChars": 1536',
  }),
  setting({
    key: 'skillListingBudgetFraction',
    type: { is: 'number', integer: false, above: 0, maximum: 1 },
    default: '0.01',
    doc: 'Which part of the context the list of skills may take.',
    example: '"skillListingBudgetFraction": 0.01',
  }),
  setting({
    key: 'syncClaudeAiSkills',
    type: flag,
    default: 'true',
    doc: 'Where false, the skills that are on at claude.ai are not fetched.',
    notes: ['The shared settings of a project cannot set it.'],
    example: '"syncClaudeAiSkills": false',
  }),
  setting({
    key: 'enableWorkflows',
    type: flag,
    doc: 'Switches workflows on or off for this user.',
    example: '"enableWorkflows": true',
  }),
  setting({
    key: 'disableWorkflows',
    type: flag,
    default: 'false',
    doc: 'Switches workflows off.',
    example: '"disableWorkflows": true',
  }),
  setting({
    key: 'workflowSizeGuideline',
    type: choice({
      unrestricted: 'No advice.',
      small: 'Fewer than 5 agents.',
      medium: 'Fewer than 10 agents.',
      large: 'Fewer than 50 agents.',
    }),
    default: 'medium',
    doc: 'How many agents a workflow should have; an advice, no limit.',
    example: '"workflowSizeGuideline": "small"',
  }),
  setting({
    key: 'workflowKeywordTriggerEnabled',
    type: flag,
    default: 'true',
    doc: 'Whether the word ultracode in a prompt starts a workflow.',
    example: '"workflowKeywordTriggerEnabled": false',
  }),
  setting({
    key: 'agent',
    type: reference('agent'),
    onInvalid: 'passed-on',
    doc: 'The agent that runs the main conversation, with its prompt, tools and model.',
    example: '"agent": "reviewer"',
  }),
  setting({
    key: 'teammateMode',
    type: choice({
      auto: 'Chooses by itself.',
      tmux: 'In panes of tmux.',
      iterm2: 'In panes of iTerm2.',
      'in-process': 'In the same process.',
    }),
    doc: 'How team mates run.',
    example: '"teammateMode": "auto"',
  }),
];
