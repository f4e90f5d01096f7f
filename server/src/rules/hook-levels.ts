// Hooks in JSON with a level too many: a list in a list, or `hooks` around what stands in `hooks`.
import { entry as entryOf, type Data, type DataList, type DataMap } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { say, type Fix } from './rule';

type MapIn = (data: DataMap) => boolean;

const isGroup: MapIn = map => entryOf(map, 'hooks') !== undefined;

/** The inside of a list whose items are all such maps. */
function insideOf({ text }: Document, data: Data | undefined, suits: MapIn): string | undefined {
  if (data?.is !== 'list' || data.items.length === 0) return undefined;
  if (!data.items.every(({ value }) => value?.is === 'map' && suits(value))) return undefined;
  const { start, end } = spanOfItems(data);
  return text.slice(start, end);
}

const spanOfItems = ({ items }: DataList): Span => ({
  start: items[0]!.value!.span.start,
  end: items.at(-1)!.value!.span.end,
});

const taken = ({ uri }: Document, span: Span, written: string): Fix[] => [
  {
    title: say('Remove the level that is too many'),
    edits: [{ uri, span, text: written }],
    safe: false,
    preferred: true,
  },
];

/** `[[{ … }]]`: a list where one of the items of a list is wanted. */
export function listInList(document: Document, data: Data, span: Span): Fix[] {
  const { text } = document;
  const isItem = /[[,]\s*$/.test(text.slice(Math.max(0, span.start - 200), span.start));
  const inside = isItem ? insideOf(document, data, () => true) : undefined;
  if (inside === undefined) return [];
  // Where the outer brackets hold nothing else, the lines of the inner ones become theirs.
  const isDouble = text[span.start - 1] === '[' && text[span.end] === ']';
  return taken(document, span, isDouble ? text.slice(span.start + 1, span.end - 1) : inside);
}

/** `"Stop": { "hooks": [{ "hooks": … }] }`: the groups of an event, below a key that has no place there. */
export function groupsBelowHooks(document: Document, data: Data, span: Span): Fix[] {
  if (data.is !== 'map' || data.entries.length !== 1) return [];
  const groups = entryOf(data, 'hooks')?.value;
  if (groups?.is !== 'list' || insideOf(document, groups, isGroup) === undefined) return [];
  return taken(document, span, document.text.slice(groups.span.start, groups.span.end));
}

/** `"hooks": [{ "hooks": [{ "type": … }] }]`: a group that stands where a hook is wanted, and says nothing but its hooks. */
export function groupForHook(document: Document, map: DataMap): Fix[] {
  if (document.language !== 'json' || map.entries.length !== 1) return [];
  const inside = insideOf(document, entryOf(map, 'hooks')?.value, hook => entryOf(hook, 'type') !== undefined);
  return inside === undefined ? [] : taken(document, map.span, inside);
}
