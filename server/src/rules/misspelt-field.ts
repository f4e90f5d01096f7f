// Keys of the repository's own that are misspelt: no other file has the key, and many have one that is nearly the same.
import { layersOf } from '../workspace/schema';
import { defineRule, say } from './rule';
import { meantKey } from './siblings';

const agent = (name: string, keys: string): string =>
  `-- .claude/agents/${name}.md --\n---\nname: ${name}\ndescription: Helps.\n${keys}---\n`;
const three = ['b', 'c', 'd'].map(name => agent(name, 'review_cycle: weekly\n')).join('');

export default defineRule({
  id: 'misspelt-field',
  severity: 'information',
  reach: 'repository',
  summary: 'A key that no other file has, and that is nearly one that many have.',
  why:
    'Claude Code ignores keys of a repository’s own, and nothing tells of one that is misspelt: the script that reads the key ' +
    'does not find it in this file. Said where three files and a fifth of all have the other key.',
  source: 'Counted in the files of the project itself.',
  examples: [
    {
      bad: agent('a', '<|review_cylce|>: daily\n') + three,
      good: agent('a', 'review_cycle: daily\n') + three,
    },
    { bad: agent('a', 'review_cycle: daily\nreview_cycles: 2\n') + three },
    { bad: agent('a', 'review_cylce: daily\n') + agent('e', 'review_cylce: daily\n') + three },
    { bad: agent('a', 'review_notes: none\n') + three },
  ],
  *check(document, workspace) {
    const { uri, data } = document;
    const schema = workspace.schema(uri);
    if (!schema || data?.is !== 'map') return;
    for (const { key, colon } of data.entries) {
      if (colon === undefined || key.text === '' || layersOf(schema, key.text)) continue;
      const meant = meantKey(document, workspace, key.text);
      if (!meant) continue;
      yield {
        span: key.span,
        message: say('No other file has a key `{0}`; {1} have `{2}`.', key.text, String(meant.files), meant.key),
        fixes: () => [
          {
            title: say('Rename to `{0}`', meant.key),
            edits: [{ uri, span: key.span, text: meant.key }],
            safe: false,
            preferred: true,
          },
        ],
      };
    }
  },
});
