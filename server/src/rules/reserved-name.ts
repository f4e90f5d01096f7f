// Names of plugins that pass as those of Anthropic, which the validator of Claude Code refuses.
import { defineEntryRule, say, type Message } from './rule';

const plugin = (name: string): string => `-- .claude-plugin/plugin.json --\n{ "name": "${name}" }\n`;

export default defineEntryRule({
  id: 'reserved-name',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  roles: role => role === 'plugin',
  summary: 'The name of a plugin that is kept for plugins of Anthropic, or reads like one.',
  why:
    'Claude Code loads such a plugin from a folder, but `claude plugin validate` refuses its name, and with it whoever lists plugins by ' +
    'what that says. The name is also the prefix of all that the plugin holds: the earlier it is changed, the fewer must follow.',
  source: 'Observed: `claude plugin validate` of Claude Code 2.1.330 with 37 names, 30 November 2026.',
  examples: [
    ...['claude-helper', 'Anthropic', 'cc-plugin-helper', 'claude.helper', 'my-official-claude', 'claude-code'].map(
      name => ({ bad: plugin(`<|${name}|>`) }),
    ),
    { bad: plugin('<|my-claude-helper|>') },
    { bad: plugin('<|use-claude-code|>') },
    ...['claudette', 'my-cc-plugin', 'superclaude', 'claude2', 'official-helper', 'my_claude'].map(name => ({
      bad: plugin(name),
    })),
    { bad: '-- .claude-plugin/plugin.json --\n{ "name": "a", "author": { "name": "claude" } }\n' },
  ],
  *entry({ entry: { key, value } }) {
    if (key.text !== 'name' || value?.is !== 'scalar' || typeof value.value !== 'string') return;
    const name = value.text.toLowerCase();
    if (isReserved(name)) yield { span: value.span, message: refused(value.text) };
    else if (isAlike(name)) yield { span: value.span, severity: 'information', message: suspected(value.text) };
  },
});

const isReserved = (name: string): boolean =>
  /^(?:claude|anthropics?|cc-?plugin)[-_.]|^(?:claude|anthropics?)$/.test(name) ||
  /official[-_.]?(?:claude|anthropics?)$|^(?:claude|anthropics?)[-_.]?official/.test(name);

/** One of its names as a word between hyphens. */
const isAlike = (name: string): boolean => /-(?:claude|anthropics?)(?:-|$)/.test(name);

const refused = (name: string): Message =>
  say(
    'The name `{0}` is kept for plugins of Anthropic: `claude plugin validate` refuses it. Name the plugin for what it does.',
    name,
  );

const suspected = (name: string): Message =>
  say(
    'The name `{0}` reads like that of a plugin of Anthropic, of which `claude plugin validate` warns. Name the plugin for what it does.',
    name,
  );
