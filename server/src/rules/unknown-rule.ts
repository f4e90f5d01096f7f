// Rules in `agentwright.json` that do not exist.
import { entry, type Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { rules } from './index';
import { changesTo } from './edits';
import { nearest } from './nearest';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'unknown-rule',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'configuration',
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
  *check(document) {
    const { data } = document;
    yield* unknownIn(data, document);
    const overrides = entry(data, 'overrides')?.value;
    if (overrides?.is === 'list') for (const { value } of overrides.items) yield* unknownIn(value, document);
  },
});

function* unknownIn(settings: Data | undefined, document: Document): Iterable<Finding> {
  const levels = entry(settings, 'rules')?.value;
  if (levels?.is !== 'map') return;
  const ids = rules.map(({ id }) => id);
  for (const { key } of levels.entries) {
    if (key.text === '' || ids.includes(key.text)) continue;
    yield {
      span: key.span,
      message: say('There is no rule `{0}`, so this changes nothing.', key.text),
      fixes: () => changesTo(document, key.span, nearest(key.text, ids)),
    };
  }
}
