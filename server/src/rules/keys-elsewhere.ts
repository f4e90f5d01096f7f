// Keys that mean something in a file of another kind, or that other programs have for the same.
import type { FileRole } from '../dialects/dialect';
import type { Schema } from '../workspace/schema';
import { plainForm } from './nearest';

/** Where a key has a meaning that a file of this kind does not give it: some keys are expected to have an effect. */
export function readElsewhere({ kind, dialect }: Schema, name: string): string | undefined {
  const others = placesOf[kind.role] ?? {};
  return dialect.kinds
    .filter(({ role, fields }) => others[role] !== undefined && fields.some(({ key }) => key === name))
    .map(({ role }) => others[role])[0];
}

/** The kinds of files whose keys people write into another, and what these are called. */
const placesOf: Readonly<Partial<Record<FileRole, Partial<Record<FileRole, string>>>>> = {
  skill: { agent: 'agents' },
  command: { agent: 'agents' },
  settings: { mcp: '`.mcp.json`' },
};

/** The keys that are meant by a word which other programs, or authors, have for them. */
export const meantBySynonym = (name: string): readonly string[] => synonyms[plainForm(name)] ?? [];

const synonyms: Readonly<Record<string, readonly string[]>> = {
  title: ['name'],
  id: ['name'],
  slug: ['name'],
  agentname: ['name'],
  skillname: ['name'],
  engine: ['model'],
  llm: ['model'],
  modelname: ['model'],
  capabilities: ['tools', 'allowed-tools'],
  toolset: ['tools', 'allowed-tools'],
  toollist: ['tools', 'allowed-tools'],
  abilities: ['skills'],
  skillset: ['skills'],
  skilllist: ['skills'],
};
