// A repository with a JSON Schema of its own for agents.
import { agent, file } from './fixture';

export const schemaPath = '.claude/schemas/agent.schema.json';

/** `adopting({ properties: … })` beside an agent with this front matter; `settings` are more of `agentwright.json`. */
export const adopting = (schema: unknown, frontMatter: string, settings: object = {}): string =>
  agent('a', frontMatter) + beside(schema, settings);

export const beside = (schema: unknown, settings: object = {}): string =>
  file('agentwright.json', `${JSON.stringify({ schemas: { agent: `./${schemaPath}` }, ...settings })}\n`) +
  file(schemaPath, typeof schema === 'string' ? schema : `${JSON.stringify(schema)}\n`);
