// Taking a value out, in JSON with its key or from its list, in front matter with its key: the last resort where nobody can tell what was meant.
import type { Data, DataList, Entry, ListItem } from '../syntax/data';
import type { Document } from '../syntax/document';
import { removeItem, removingEntry, withoutEntry } from './edits';
import type { Place } from './fields';
import { say, type Fix } from './rule';

/** None where the key, or an item of the list, must be there. */
export const withoutValue = (document: Document, { data, field }: Place): Fix[] =>
  withoutData(document, data, field.required === 'no');

/** None where the value is the only one of a list, or of a key that must be there. */
export function withoutData(document: Document, data: Data, isOptional: boolean): Fix[] {
  const { uri, language, text } = document;
  if (language !== 'json') return isOptional ? withoutKey(document, data) : [];
  const holder = holderOf(document.data, data);
  if (!holder || ('key' in holder ? !isOptional : holder.list.items.length < 2)) return [];
  const [title, span] =
    'key' in holder
      ? [say('Remove `{0}`', holder.key.text), withoutEntry(document, holder)]
      : [say('Remove the item'), removeItem(text, holder.list, holder.item)];
  return [{ title, edits: [{ uri, span, text: '' }], safe: false, preferred: true }];
}

/** A key at the top; a part of its value may be all that is wrong, so nothing deeper goes. */
function withoutKey(document: Document, value: Data): Fix[] {
  const entry = document.data?.is === 'map' ? document.data.entries.find(each => each.value === value) : undefined;
  return entry ? [removingEntry(document, entry)] : [];
}

type Holder = Entry | { readonly list: DataList; readonly item: ListItem };

/** The key or the list that a value stands in. */
function holderOf(around: Data | undefined, value: Data): Holder | undefined {
  if (around?.is === 'map') {
    for (const entry of around.entries) {
      const found = entry.value === value ? entry : holderOf(entry.value, value);
      if (found) return found;
    }
  }
  if (around?.is === 'list') {
    for (const item of around.items) {
      const found = item.value === value ? { list: around, item } : holderOf(item.value, value);
      if (found) return found;
    }
  }
  return undefined;
}
