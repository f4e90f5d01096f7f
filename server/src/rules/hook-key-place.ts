// A key of a hook that stands beside the list of hooks, a level too high.
import { hookEvent } from '../dialects/claude/hook-events';
import { entry as entryOf, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { hookHandlers } from '../workspace/hooks';
import { entryLines, lineBreak } from './edits';
import { marginBefore } from './hook-place';
import { indentedFor, jsonAdded, jsonWithout } from './json-edits';
import { defineEntryRule, say, type Edit, type Fix } from './rule';

const settings = (group: string): string => `-- .claude/settings.json --\n{ "hooks": { "Stop": [{ ${group} }] } }\n`;

export default defineEntryRule({
  id: 'hook-key-place',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary: 'A key of a hook, such as `timeout`, beside the list of hooks instead of in one of them.',
  why:
    'Below an event stand groups: a `matcher` and the list `hooks`. What a hook runs, for how long and on which condition is said in ' +
    'that list, by each of them. Beside it nobody reads such a key, and the hook does without it.',
  source: "Claude Code's documentation of hooks, August 2026, and the types of its SDK 0.3.330.",
  examples: [
    {
      bad: settings('<|"timeout"|>: 5, "hooks": [{ "type": "command", "command": "a.sh" }]'),
      good: settings('"hooks": [{ "type": "command", "command": "a.sh", "timeout": 5 }]'),
    },
    {
      bad: settings('"hooks": [{ "type": "command", "command": "a.sh" }], <|"async"|>: true'),
      good: settings('"hooks": [{ "type": "command", "command": "a.sh", "async": true }]'),
    },
    { bad: settings('"hooks": [{ "type": "command", "command": "a.sh" }], <|"command"|>: "b.sh"') },
    {
      bad:
        '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\nhooks:\n  Stop:\n    - <|once|>: true\n      hooks:\n' +
        '        - type: command\n          command: a.sh\n---\n',
      good:
        '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\nhooks:\n  Stop:\n    - hooks:\n' +
        '        - type: command\n          command: a.sh\n          once: true\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\nhooks:\n  Stop:\n  - hooks:\n    - type: command\n    <|command|>: a.sh\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\nhooks:\n  Stop:\n  - hooks:\n    - type: command\n      command: a.sh\n---\n',
    },
    { bad: settings('"matcher": "", "description": "Looks.", "hooks": [{ "type": "command", "command": "a.sh" }]') },
  ],
  *entry({ entry: { key, value } }, document) {
    const handlers = key.text === 'hooks' ? hookHandlers(value) : [];
    // Other programs have hooks of this form, with events and keys of their own.
    if (!handlers.every(({ event }) => hookEvent(event.key.text))) return;
    for (const group of new Set(handlers.map(each => each.group))) {
      const own = handlers.filter(each => each.group === group).map(({ handler }) => handler);
      for (const entry of group.entries) {
        if (!ofHooks.has(entry.key.text)) continue;
        yield {
          span: entry.key.outer,
          message: say('`{0}` is a key of a hook. Here, beside `hooks`, nobody reads it.', entry.key.text),
          fixes: () => moved(document, group, entry, own),
        };
      }
    }
  },
});

const ofHooks: ReadonlySet<string> = new Set([
  'type', 'command', 'args', 'prompt', 'url', 'timeout', 'async', 'asyncRewake', 'once', 'if', 'statusMessage', 'shell',
]); // prettier-ignore

/** Into the only hook there is, if that says nothing else by this key. */
function moved(document: Document, group: DataMap, entry: Entry, handlers: readonly DataMap[]): Fix[] {
  const [handler, another] = handlers;
  const { uri, language } = document;
  if (!handler || another || entryOf(handler, entry.key.text)) return [];
  const edits =
    language === 'json'
      ? [
          { uri, span: jsonWithout(document, entry), text: '' },
          jsonAdded(document, handler, entry.key.text, indentedFor(document, entry, handler)),
        ]
      : lineMoved(document, group, entry, handler);
  if (edits.length === 0) return [];
  return [{ title: say('Move it into the hook'), edits, safe: false, preferred: true }];
}

/** In YAML a value of one line goes below the last key of the hook; where it is the first of its group, the next key takes its place. */
function lineMoved({ uri, text }: Document, group: DataMap, entry: Entry, handler: DataMap): Edit[] {
  const [first, next] = group.entries;
  const last = handler.entries.at(-1);
  const written = text.slice(entry.span.start, entry.span.end);
  if (!last || handler.flow || group.flow || written.includes('\n')) return [];
  const margin = marginBefore(text, last.key.outer.start);
  const at = entryLines(text, last).end;
  const isFirst = entry === first;
  if (margin === undefined || (isFirst && !next)) return [];
  const span = isFirst ? { start: entry.key.outer.start, end: next!.key.outer.start } : entryLines(text, entry);
  return [
    { uri, span, text: '' },
    { uri, span: { start: at, end: at }, text: `${margin}${written}${lineBreak(text)}` },
  ];
}
