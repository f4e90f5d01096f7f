// What a Claude Code plugin brings: agents and skills, as elsewhere but for a few keys. Its manifest says where they lie.
import type { Field, Kind } from '../dialect';
import { agent } from './agent';
import { skill } from './skill';

const ignored: readonly string[] = [
  'permissionMode',
  'hooks',
  'mcpServers',
  'initialPrompt',
  'observer',
  'observerMessage',
  'observeSubagents',
];

/** How a field differs in a plugin. */
function inPlugin(field: Field): Field {
  if (field.key === 'name') {
    return {
      ...field,
      required: 'no',
      default: 'the file name',
      onInvalid: 'key-ignored',
      invalid: 'Without a name the agent is called after its file.',
      empty: 'absent',
    };
  }
  if (field.key === 'description') {
    return {
      ...field,
      required: 'expected',
      onInvalid: 'key-ignored',
      invalid: 'An agent of a plugin loads even without front matter, and so without a description.',
      empty: 'absent',
    };
  }
  if (!ignored.includes(field.key)) return field;
  return {
    ...field,
    notes: field.notes.filter(note => !note.startsWith('Agents of plugins')),
    onInvalid: 'key-ignored',
    ignored: 'Claude Code ignores it in agents of plugins, with a warning.',
  };
}

export const pluginAgent: Kind = {
  ...agent,
  id: 'claude-plugin-agent',
  plugin: true,
  title: 'Claude Code agent of a plugin',
  paths: [],
  unnamed: 'file',
  fields: agent.fields.map(inPlugin),
  notes: [
    'An agent of a plugin is called `plugin:name`; subfolders of `agents/` join the name, as in `plugin:folder:name`.',
    'Without a name, or without any front matter, it loads under its file name.',
    'It comes last: any other agent of the same name wins.',
    `These keys are ignored: ${ignored.join(', ')}.`,
  ],
};

export const pluginSkill: Kind = {
  ...skill,
  id: 'claude-plugin-skill',
  plugin: true,
  title: 'Claude Code skill of a plugin',
  paths: [],
  notes: [
    'A skill of a plugin is called `plugin:skill`.',
    'The documentation says that `name` replaces the last part of the command, but 2.1.330 listed the folder: keep both equal.',
    'Front matter may be missing; where it cannot be read, the skill loads without any of its keys.',
  ],
};
