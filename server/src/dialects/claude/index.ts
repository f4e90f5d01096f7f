// Claude Code: the dialect whose agents and skills the others build on.
import type { Dialect } from '../dialect';
import { agent } from './agent';
import { command } from './command';
import { hooksFile } from './hooks';
import { memory, outputStyle, rule } from './instructions';
import { lsp } from './lsp';
import { mcp, pluginMcp } from './mcp';
import { manifest } from './manifest';
import { marketplace } from './marketplace';
import { modelPattern, models } from './models';
import { pluginAgent, pluginSkill } from './plugin';
import { settings } from './settings';
import { skill } from './skill';
import { tools } from './tools';

export const claude: Dialect = {
  id: 'claude',
  title: 'Claude Code',
  version: 'Claude Code 2.1.331',
  verified: '2026-11-24',
  kinds: [
    agent,
    skill,
    pluginAgent,
    pluginSkill,
    command,
    rule,
    outputStyle,
    memory,
    settings,
    hooksFile,
    mcp,
    pluginMcp,
    lsp,
    manifest,
    marketplace,
  ],
  tools,
  models,
  modelPattern,
  builtinAgents: ['general-purpose', 'Explore', 'Plan', 'claude', 'statusline-setup', 'fork', 'claude-code-guide'],
};
