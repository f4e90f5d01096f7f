// Plugins beside those of a marketplace that it does not list.
import { entry as entryOf, type DataList } from '../syntax/data';
import type { Document } from '../syntax/document';
import { baseName, join, ownFolder, parent, pathBelow } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { lineBreak } from './edits';
import { leadOf } from './json-edits';
import { pluginEntries } from './marketplace-sources';
import { defineRule, say, type Fix } from './rule';

const plugin = (name: string): string => `-- plugins/${name}/.claude-plugin/plugin.json --\n{ "name": "${name}" }\n`;
const market = (plugins: string, key = '"plugins"'): string =>
  `-- .claude-plugin/marketplace.json --\n{ "name": "m", "owner": { "name": "Ada" }, ${key}: [\n${plugins}\n] }\n` +
  ['lint', 'test', 'ship'].map(plugin).join('');
const listed = (name: string): string => `  { "name": "${name}", "source": "./plugins/${name}" }`;

export default defineRule({
  id: 'unlisted-plugin',
  severity: 'information',
  reach: 'repository',
  roles: role => role === 'marketplace',
  summary:
    'A plugin in a folder of plugins of a marketplace that the marketplace does not list, while it lists the others.',
  why: 'Whoever adds the marketplace is offered the plugins that it lists. One that is not among them cannot be installed from there.',
  source:
    'Claude Code documentation of marketplaces, August 2026; none in the 2 public repositories that list 101 plugins so, 30 November 2026.',
  examples: [
    {
      bad: market(`${listed('lint')},\n${listed('test')}`, '<|"plugins"|>'),
      good: market(`${listed('lint')},\n${listed('test')},\n${listed('ship')}`),
    },
    { bad: market(`${listed('lint')},\n${listed('test')},\n${listed('ship')}`) },
    { bad: market(listed('lint')) },
  ],
  *check(document, workspace) {
    const plugins = entryOf(document.data, 'plugins');
    if (plugins?.value?.is !== 'list') return;
    const { value: list } = plugins;
    for (const folder of unlisted(document, workspace)) {
      const path = pathBelow(folder, ownFolder(document.uri));
      yield {
        span: plugins.key.outer,
        message: say('The plugin in `{0}` is not listed, so nobody can install it from here.', path),
        fixes: () => added(document, list, path),
      };
    }
  },
});

/** Of folders of which most plugins are listed. */
function unlisted(document: Document, workspace: Workspace): string[] {
  const root = ownFolder(document.uri);
  const known = new Set(
    pluginEntries(document).flatMap(each => {
      const source = entryOf(each, 'source')?.value;
      return source?.is === 'scalar' && source.text.startsWith('./') ? [join(root, source.text)] : [];
    }),
  );
  const found = new Set<string>();
  for (const file of workspace.paths.below(root))
    if (file.endsWith(manifest)) found.add(file.slice(0, -manifest.length));
  return [...found].filter(folder => {
    const beside = [...found].filter(each => parent(each) === parent(folder));
    const others = beside.filter(each => known.has(each));
    return folder !== root && !known.has(folder) && others.length > 1 && others.length > beside.length / 2;
  });
}

const manifest = '/.claude-plugin/plugin.json';

/** Behind the last one, by its folder. */
function added({ uri, text }: Document, { items }: DataList, path: string): Fix[] {
  const last = items.at(-1)?.span;
  if (!last) return [];
  const lead = leadOf(text, last.start, 0);
  const gap = lead === undefined ? ' ' : lineBreak(text) + lead;
  const written = `{ "name": ${JSON.stringify(baseName(path))}, "source": ${JSON.stringify(`./${path}`)} }`;
  const edits = [{ uri, span: { start: last.end, end: last.end }, text: `,${gap}${written}` }];
  return [{ title: say('List `{0}`', baseName(path)), edits, safe: false, preferred: true }];
}
