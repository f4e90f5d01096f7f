// Agent Skills: the open standard for SKILL.md (agentskills.io), as its validator reads it.
import { call, field, list, openMap, text, textOf } from './shorthand';
import type { Dialect, Kind } from './dialect';

const sources = ['ASK'];
const rejected = 'The validator of the standard rejects the skill.';

/** What the validator takes for a letter or digit: no blank, no capital, no punctuation. */
const letter = '[^\\sA-Z!-/:-@\\[-`{-~]';

const skill: Kind = {
  id: 'agent-skills-skill',
  title: 'Skill of the open standard',
  role: 'skill',
  paths: ['**/.agents/skills/*/SKILL.md', '**/SKILL.md'],
  notPaths: [],
  identity: 'field',
  loader: 'strict',
  unknownKeys: 'error',
  keySuggestions: {},
  fields: [
    field({
      key: 'name',
      type: { is: 'name', of: 'skill', pattern: `^${letter}+(-${letter}+)*$`, maxLength: 64 },
      wanted: { is: 'name', of: 'skill', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64 },
      required: 'yes',
      onInvalid: 'file-dropped',
      invalid: rejected,
      empty: 'invalid',
      doc: 'The name of the skill; it must equal the name of its folder.',
      notes: [
        'It has 1 to 64 lowercase letters, digits and single hyphens.',
        'The validator accepts lowercase letters of other alphabets too, and compares both names in the normal form NFKC.',
      ],
      example: 'name: pdf-processing',
      sources,
    }),
    field({
      key: 'description',
      type: textOf({ minLength: 1, maxLength: 1024 }),
      required: 'yes',
      onInvalid: 'file-dropped',
      invalid: rejected,
      empty: 'invalid',
      doc: 'What the skill does and when to use it.',
      notes: ['It has at most 1,024 characters.'],
      example: 'description: Extracts text and tables from PDF files. Use for PDFs.',
      sources,
    }),
    field({
      key: 'license',
      type: text,
      doc: 'The name of the licence, or the file in the folder that holds it.',
      example: 'license: Apache-2.0',
      sources,
    }),
    field({
      key: 'compatibility',
      type: textOf({ minLength: 1, maxLength: 500 }),
      onInvalid: 'file-dropped',
      invalid: rejected,
      doc: 'What the skill needs around it, such as programs or network access.',
      notes: ['It has at most 500 characters.'],
      example: 'compatibility: Requires git and jq',
      sources,
    }),
    field({
      key: 'metadata',
      type: openMap([], text),
      doc: 'Keys and values of your own; both are text.',
      example: 'metadata:\n  author: acme\n  version: "1.0"',
      sources,
    }),
    field({
      key: 'allowed-tools',
      type: list(call, 'space'),
      status: 'experimental',
      doc: 'Tools that the skill may use without asking, in one text, separated by spaces. Support for it differs from tool to tool.',
      example: 'allowed-tools: Bash(git:*) Read',
      sources,
    }),
  ],
  notes: [
    'Front matter is required and must be strict YAML.',
    'Any other key is an error for the validator and for uploads to claude.ai; put it under `metadata`.',
    'Scripts lie in `scripts/`, documents in `references/`, other files in `assets/`; paths are relative and one level deep.',
    'A SKILL.md should have at most 500 lines, or about 5,000 tokens; move details to `references/`.',
  ],
};

export const agentSkills: Dialect = {
  id: 'agent-skills',
  title: 'Agent Skills (open standard)',
  version: 'agentskills 69ef37e9, 2026-08-09',
  verified: '2026-11-24',
  kinds: [skill],
  tools: [],
  models: [],
  builtinAgents: [],
};
