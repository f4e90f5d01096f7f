// Known keys with nothing behind them.
import { withoutEntry } from './edits';
import { readsFrontMatter } from './bodies';
import { defineEntryRule, say } from './rule';

const agent = (lines: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n${lines}\n---\n`;

export default defineEntryRule({
  id: 'empty-key',
  severity: 'hint',
  reach: 'document',
  reads: 'front matter',
  roles: readsFrontMatter,
  summary: 'A key that says nothing, since no value stands behind it.',
  why:
    'Claude Code reads such a key as if it were not there: the model is inherited, no skill is loaded. Often the value went ' +
    'when something else was to go. Of keys that must have a value, and of an agent’s `tools`, other rules speak.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    { bad: agent('<|model:|>\ncolor: red'), good: agent('color: red') },
    { bad: '-- .claude/commands/a.md --\n---\n<|allowed-tools:|>\n---\n\nGo.\n' },
    { bad: agent('tools:') },
    { bad: agent('color: # to be chosen') },
    { bad: '-- .claude/agents/a.md --\n---\nname:\ndescription:\n---\n' },
  ],
  *entry({ entry, layers }, document, workspace) {
    const { key, value, colon } = entry;
    if (value !== undefined || colon === undefined || /^[ \t]*#/.test(document.text.slice(colon, colon + 80))) return;
    if (layers.some(({ field }) => field.required !== 'no' || field.ignored !== undefined)) return;
    // An agent whose tools are taken away is told of as such.
    if (key.text === 'tools' && workspace.role(document.uri) === 'agent') return;
    yield {
      span: { start: key.outer.start, end: colon },
      tag: 'unused',
      message: say('No value stands behind `{0}`, so it counts as not written.', key.text),
      fixes: () => [
        {
          title: say('Remove `{0}`', key.text),
          edits: [{ uri: document.uri, span: withoutEntry(document, entry), text: '' }],
          safe: false,
          preferred: true,
        },
      ],
    };
  },
});
