// Names, addresses and versions in JSON with blanks at their ends or in quotes of their own.
import { changeTo } from './edits';
import type { Entry, Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { defineEntryRule, say, type Finding, type Message } from './rule';

const plugin = (more: string): string => `-- .claude-plugin/plugin.json --\n{ "name": "a", ${more} }\n`;

export default defineEntryRule({
  id: 'padded-text',
  severity: 'information',
  reach: 'document',
  reads: 'front matter',
  roles: role => role === 'plugin' || role === 'marketplace',
  summary: 'A name, an address or the like in JSON with a space at its end, or in quotes of its own.',
  why:
    'Quotes and spaces within the quotes of JSON are part of the text: the license `"MIT"` in quotes of its own is none that tools ' +
    'know, and an address with a space leads nowhere. Commands may well need quotes of their own and are left alone.',
  source: 'RFC 8259, section 7; counted over 18 public repositories and 198 packages, 29 November 2026.',
  examples: [
    { bad: plugin('"license": "<|\\"MIT\\"|>"'), good: plugin('"license": "MIT"') },
    { bad: plugin('"description": "<|\\"Works well.\\"|>"'), good: plugin('"description": "Works well."') },
    { bad: plugin('"license": "<|MIT |>"'), good: plugin('"license": "MIT"') },
    { bad: plugin('"author": { "name": "<| Ada|>" }'), good: plugin('"author": { "name": "Ada" }') },
    { bad: plugin('"description": "Works well. ", "license": "MIT", "keywords": ["a "]') },
    {
      bad: plugin(
        '"description": "\\"A\\" and \\"B\\"", "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "\\"a.sh\\"" }] }] }',
      ),
    },
  ],
  *entry({ entry }, document) {
    if (document.language === 'json') yield* inEntry(document, entry, entry.key.text === 'plugins' ? 2 : 1);
  },
});

/** Whose text is compared or followed as it stands. */
const exact: ReadonlySet<string> = new Set(['name', 'version', 'license', 'email', 'url', 'homepage', 'repository']);

/** `depth` counts the maps that are looked into: a person, and the plugins of a marketplace with theirs. */
function* inEntry(document: Document, { key, value }: Entry, depth: number): Iterable<Finding> {
  if (value?.is === 'scalar' && typeof value.value === 'string') {
    const finding = inText(document, value, exact.has(key.text), key.text === 'description');
    if (finding) yield finding;
  }
  if (depth === 0 || !holders.has(key.text)) return;
  const maps = value?.is === 'list' ? value.items.map(item => item.value) : [value];
  for (const map of maps)
    if (map?.is === 'map') for (const each of map.entries) yield* inEntry(document, each, depth - 1);
}

const holders: ReadonlySet<string> = new Set(['author', 'owner', 'plugins']);

function inText(document: Document, scalar: Scalar, isExact: boolean, isProse: boolean): Finding | undefined {
  const { span } = scalar;
  const written = document.text.slice(span.start, span.end);
  const quoted = isExact || isProse ? /^\\"([^"\\]+)\\"$/.exec(written)?.[1] : undefined;
  const bare = written.trim();
  if (quoted !== undefined)
    return finding(
      document,
      scalar,
      quoted.trim(),
      say('These quotes are part of the text, which stands in quotes of JSON already.'),
    );
  if (!isExact || bare === written || bare === '') return undefined;
  return finding(
    document,
    scalar,
    bare,
    say('The space at the end is part of the text, so this value does not equal the one that is meant.'),
  );
}

const finding = (document: Document, { span }: Scalar, to: string, message: Message): Finding => ({
  span,
  message,
  fixes: () => [changeTo(document, span, to, 'best')],
});
