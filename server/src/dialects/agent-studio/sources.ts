// The files of the agent-studio repository that its facts come from, as source codes.
export const SCHEMA = 'AS:.claude/schemas/agent-definition.schema.json';
export const IDENTITY = 'AS:.claude/schemas/agent-identity.json';
export const SKILL_SCHEMA = 'AS:.claude/schemas/skill-definition.schema.json';
export const CREATOR = 'AS:.claude/skills/agent-creator/SKILL.md';
export const VALIDATOR = 'AS:.claude/tools/cli/validate-agents.mjs';
export const CONFIG_VALIDATOR = 'AS:scripts/validate-config.mjs';
export const TOOL_CHECK = 'AS:.claude/hooks/routing/tool-availability-validator.cjs';
export const DOCUMENT = 'AS:.claude/docs/AGENTS.md';
export const TEMPLATE = 'AS:.claude/templates/agents/agent-template.md';
export const REPOSITORY = 'AS:.claude/agents/**';
export const SKILLS = 'AS:.claude/skills/**';
export const LLMR = 'LLMR';
