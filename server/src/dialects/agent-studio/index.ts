// agent-studio: a framework of agents and skills on top of Claude Code.
import type { Dialect } from '../dialect';
import { agent } from './agent';
import { skill } from './skill';

export const agentStudio: Dialect = {
  id: 'agent-studio',
  title: 'agent-studio',
  version: 'agent-studio ea3b6ec6, 2026-01-29 (framework 2.2.1)',
  verified: '2026-11-24',
  extends: 'claude',
  detect: {
    paths: ['.claude/schemas/agent-definition.schema.json', '.claude/context/config/agent-skill-matrix.json'],
    keys: ['context_strategy', 'context_files'],
  },
  kinds: [agent, skill],
  tools: [],
  models: [],
  builtinAgents: [],
};
