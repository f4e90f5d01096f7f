// Matchers that stand in a hook instead of beside the list of hooks.
import { entry as entryOf, type Data, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import { entryLines, lineBreak, withoutEntry } from './edits';
import { leadOf } from './json-edits';
import { say, type Finding, type Fix } from './rule';

/** There nobody reads them, so that the hook runs for everything. */
export function* matchersInHandlers(document: Document, groups: Data | undefined): Iterable<Finding> {
  for (const { value: group } of groups?.is === 'list' ? groups.items : []) {
    const hooks = group?.is === 'map' ? group.entries.find(({ key }) => key.text === 'hooks') : undefined;
    if (group?.is !== 'map' || hooks?.value?.is !== 'list' || entryOf(group, 'matcher')) continue;
    const { items } = hooks.value;
    for (const { value: handler } of items) {
      const matcher = handler?.is === 'map' ? handler.entries.find(({ key }) => key.text === 'matcher') : undefined;
      if (handler?.is !== 'map' || !matcher) continue;
      yield {
        span: matcher.key.span,
        message: say(
          'A `matcher` belongs beside `hooks`, not inside one of them; here nobody reads it, and the hook runs each time.',
        ),
        fixes: () => (items.length === 1 ? moved(document, hooks, handler, matcher) : []),
      };
    }
  }
}

/** Before the list of hooks, which no other hook shares. */
function moved(document: Document, hooks: Entry, handler: DataMap, matcher: Entry): Fix[] {
  const { uri, text, language } = document;
  if (handler.entries.length < 2) return [];
  const { start } = hooks.span;
  if (language !== 'json') return linesMoved(document, hooks, handler, matcher);
  const lead = leadOf(text, start, 0);
  const gap = lead === undefined ? ' ' : lineBreak(text) + lead;
  const written = text.slice(matcher.span.start, matcher.span.end);
  const edits = [
    { uri, span: { start, end: start }, text: `${written},${gap}` },
    { uri, span: withoutEntry(document, matcher), text: '' },
  ];
  return [{ title: say('Move it beside `{0}`', 'hooks'), edits, safe: false, preferred: true }];
}

/** In YAML, with the margin of the list of hooks; not from the line on which the hook itself begins. */
function linesMoved({ uri, text }: Document, hooks: Entry, handler: DataMap, matcher: Entry): Fix[] {
  const { start } = hooks.span;
  const written = text.slice(matcher.span.start, matcher.span.end);
  if (matcher === handler.entries[0] || handler.flow || written.includes('\n')) return [];
  const margin = marginBefore(text, start);
  if (margin === undefined) return [];
  const edits = [
    { uri, span: { start, end: start }, text: `${written}${lineBreak(text)}${margin}` },
    { uri, span: entryLines(text, matcher), text: '' },
  ];
  return [{ title: say('Move it beside `{0}`', 'hooks'), edits, safe: false, preferred: true }];
}

/** What keys below one have before them in YAML, of which the dash of an item is a part; undefined where more stands there. */
export function marginBefore(text: string, key: number): string | undefined {
  const before = text.slice(lineStart(text, key), key).replace(/-/g, ' ');
  return before.trim() === '' ? before : undefined;
}
