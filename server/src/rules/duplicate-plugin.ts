// Plugins of one marketplace that share a name.
import { entry as entryOf, type ListItem, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { baseName } from '../workspace/uris';
import { changeTo, removeItem } from './edits';
import { defineRule, say, type Fix } from './rule';

const market = (second: string): string =>
  '-- .claude-plugin/marketplace.json --\n{ "name": "m", "owner": { "name": "Ada" }, "plugins": [\n' +
  `  { "name": "lint", "source": "./plugins/lint" }${second}\n] }\n` +
  '-- plugins/lint/a.md --\n-- plugins/test/a.md --\n';

export default defineRule({
  id: 'duplicate-plugin',
  severity: 'error',
  reach: 'document',
  roles: role => role === 'marketplace',
  summary: 'Two plugins of a marketplace with the same name.',
  why: 'A plugin is installed by its name, so each has its own. With a name that stands twice the whole marketplace is rejected.',
  source: 'Observed: `claude plugin validate` of Claude Code 2.1.330, 24 November 2026.',
  examples: [
    {
      bad: market(',\n  { "name": "<|lint|>", "source": "./plugins/test" }'),
      good: market(',\n  { "name": "test", "source": "./plugins/test" }'),
    },
    {
      bad: market(',\n  { "name": "<|lint|>", "source": "./plugins/lint" }'),
      good: market(''),
    },
    { bad: market(',\n  { "name": "test", "source": "./plugins/test" }') },
  ],
  *check(document) {
    const plugins = entryOf(document.data, 'plugins')?.value;
    if (plugins?.is !== 'list') return;
    const named = new Map<string, { readonly name: Scalar; readonly item: ListItem }>();
    for (const item of plugins.items) {
      const name = entryOf(item.value, 'name')?.value;
      if (name?.is !== 'scalar' || name.text.trim() === '') continue;
      const first = named.get(name.text);
      if (!first) {
        named.set(name.text, { name, item });
        continue;
      }
      // The one that is not called as its folder is the one that was copied.
      const other = folderOf(first.item);
      const wrong = other !== undefined && other !== name.text && folderOf(item) === name.text ? first : { name, item };
      yield {
        span: wrong.name.span,
        message: say('Two plugins are called `{0}`; Claude Code rejects the marketplace.', name.text),
        fixes: () => {
          const folder = folderOf(wrong.item);
          const isFree = folder !== undefined && !plugins.items.some(each => nameOf(each) === folder);
          const removal: Fix = {
            title: say('Remove this plugin'),
            edits: [{ uri: document.uri, span: removeItem(document.text, plugins, wrong.item), text: '' }],
            safe: false,
          };
          if (isFree) return [changeTo(document, wrong.name.span, folder, 'best'), removal];
          return [isSame(document, first.item, item) ? { ...removal, preferred: true } : removal];
        },
      };
    }
  },
});

function nameOf({ value }: ListItem): string | undefined {
  const name = entryOf(value, 'name')?.value;
  return name?.is === 'scalar' ? name.text : undefined;
}

/** What the folder of a plugin is called, where its place is a path. */
function folderOf({ value }: ListItem): string | undefined {
  const source = entryOf(value, 'source')?.value;
  const name = source?.is === 'scalar' ? baseName(source.text.replace(/\/+$/, '')) : '';
  return /^[A-Za-z][\w-]*$/.test(name) ? name : undefined;
}

const isSame = ({ text }: Document, a: ListItem, b: ListItem): boolean =>
  text.slice(a.span.start, a.span.end) === text.slice(b.span.start, b.span.end);
