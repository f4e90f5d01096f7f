// Claude Code commands: the older form of skills, one file each, named by their path.
import type { Field, Kind } from '../dialect';
import { choices } from '../shorthand';
import { skill } from './skill';

const shared: readonly string[] = [
  'description', 'when_to_use', 'argument-hint', 'arguments', 'disable-model-invocation', 'user-invocable',
  'allowed-tools', 'disallowed-tools', 'model', 'effort', 'context', 'agent', 'background', 'hooks', 'shell',
]; // prettier-ignore

const ignored: Readonly<Record<string, string>> = {
  name: 'Claude Code ignores it in commands: the path of the file is the name.',
  paths: 'Claude Code ignores it in commands; skills can have it.',
};

/** How a field of skills differs in commands. */
function inCommand(field: Field): Field {
  if (field.key === 'description') {
    return {
      ...field,
      required: 'no',
      default: 'the first line of the body',
      onInvalid: 'key-ignored',
      empty: 'absent',
    };
  }
  const why = ignored[field.key];
  return why === undefined ? field : { ...field, required: 'no', onInvalid: 'key-ignored', ignored: why };
}

const wanted = new Set([...shared, ...Object.keys(ignored)]);

export const command: Kind = {
  id: 'claude-command',
  title: 'Claude Code command',
  role: 'command',
  paths: ['**/.claude/commands/**/*.md'],
  notPaths: [],
  identity: 'path',
  loader: 'none',
  unknownKeys: 'ignored',
  keySuggestions: skill.keySuggestions,
  fields: skill.fields.filter(({ key }) => wanted.has(key)).map(inCommand),
  notes: [
    '`commands/sub/foo.md` is called `/sub:foo`; in a plugin also `/plugin:sub:foo`.',
    'A skill of the same name wins.',
    'Front matter may be missing; the first line of the body is the description then.',
    'Skills are the recommended form for new work; commands keep working.',
  ],
  substitutions: [
    ...(skill.substitutions ?? []).filter(({ value }) => /^(\$|\\\$)(?!\{CLAUDE_(SKILL|PLUGIN|PROJECT))/.test(value)),
    ...choices({
      '${CLAUDE_PLUGIN_ROOT}': 'The folder of the plugin; in commands of plugins only.',
    }),
  ],
};
