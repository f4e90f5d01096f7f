// Rules in `agentwright.json` that do not exist.
import { entry, type Data } from '../syntax/data';
import { rules } from './index';
import { nearest } from './nearest';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'unknown-rule',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  summary: 'A rule under `rules` in `agentwright.json` that does not exist.',
  why: 'The level is set for nothing: the rule that was meant goes on reporting as before.',
  source: 'Agentwright itself: the list of its rules.',
  examples: [
    {
      bad: '-- agentwright.json --\n{ "rules": { "<|unknown-tols|>": "off" } }\n',
      good: '-- agentwright.json --\n{ "rules": { "unknown-tool": "off" } }\n',
    },
    {
      bad: '-- agentwright.json --\n{ "overrides": [{ "files": ["a/**"], "rules": { "<|no-such-rule|>": "off" } }] }\n',
    },
    { bad: '-- agentwright.json --\n{ "rules": { "unknown-tool": "off" }, "tools": ["no-such-rule"] }\n' },
  ],
  *check({ uri, data }, workspace) {
    if (workspace.role(uri) !== 'configuration') return;
    yield* unknownIn(data, uri);
    const overrides = entry(data, 'overrides')?.value;
    if (overrides?.is === 'list') for (const { value } of overrides.items) yield* unknownIn(value, uri);
  },
});

function* unknownIn(settings: Data | undefined, uri: string): Iterable<Finding> {
  const levels = entry(settings, 'rules')?.value;
  if (levels?.is !== 'map') return;
  const ids = rules.map(({ id }) => id);
  for (const { key } of levels.entries) {
    if (key.text === '' || ids.includes(key.text)) continue;
    yield {
      span: key.span,
      message: say('There is no rule `{0}`, so this changes nothing.', key.text),
      fixes: () =>
        nearest(key.text, ids).map((id, index) => ({
          title: say('Change to `{0}`', id),
          edits: [{ uri, span: key.span, text: id }],
          safe: false,
          ...(index === 0 && { preferred: true as const }),
        })),
    };
  }
}
