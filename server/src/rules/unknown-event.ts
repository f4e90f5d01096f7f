// Hooks of an event that Claude Code does not have, and what it was meant to be.
import { eventOfOthers } from '../dialects/claude/foreign-events';
import { hookEvents } from '../dialects/claude/hook-events';
import { entry as entryOf, type DataMap, type Entry, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { nextLine } from '../syntax/lines';
import { isStrict } from '../workspace/strict-hooks';
import type { Workspace } from '../workspace/workspace';
import { changeTo, entryLines } from './edits';
import { gravity, refusal } from './fields';
import { jsonWithout } from './json-edits';
import { nearest } from './nearest';
import { strictEvent } from './out-of-place';
import { say, type Edit, type Finding, type Fix } from './rule';

/** The name of an event that does not exist, below `hooks`. */
export function unknownEvent(document: Document, workspace: Workspace, hooks: DataMap, event: Scalar): Finding {
  const { text, span } = event;
  const names = hookEvents.map(([name]) => name);
  const inner = text === 'hooks' && hooks.entries.length === 1 ? hooks.entries[0]!.value : undefined;
  if (inner?.is === 'map') {
    const { uri } = document;
    const title = say('Remove the outer `{0}`', text);
    const edits = [{ uri, span: hooks.span, text: document.text.slice(inner.span.start, inner.span.end) }];
    const isFatal = inner.entries.some(isStrict) && gravity(strictEvent, document, workspace) === 'error';
    const effect = isFatal ? refusal(document, workspace) : 'these hooks never run';
    const message = say(`\`hooks\` stands in \`hooks\`; events stand right below the outer one, so ${effect}.`);
    return {
      span,
      message,
      ...(isFatal && { severity: 'error' as const }),
      fixes: () => [{ title, edits, safe: false, preferred: true }],
    };
  }
  return {
    span,
    message: say('Claude Code has no event `{0}`, so these hooks never run.', text),
    fixes: () => {
      const meant = eventOfOthers(text);
      const likely = [...new Set([...(meant ? [meant.event] : []), ...nearest(text, names, 2)])];
      const [first] = likely;
      const there = first === undefined ? undefined : entryOf(hooks, first);
      if (there)
        return joining(
          document,
          hooks.entries.find(({ key }) => key === event),
          there,
        );
      return likely
        .filter(name => entryOf(hooks, name) === undefined)
        .map((name, index) => {
          const isSame = meant ? meant.isSame : name.toLowerCase() === text.toLowerCase();
          return changeTo(document, span, name, index === 0 && isSame ? 'best' : 'possible');
        });
    },
  };
}

/** In YAML whole lines go behind those of the other, where both lists are as far indented. */
function linesMoved({ uri, text }: Document, stray: Entry, other: Entry): Edit[] {
  const [from, to] = [entryLines(text, stray), entryLines(text, other)];
  const items = nextLine(text, from.start);
  const margin = (at: number): string | undefined => /^[ ]*(?=- )/.exec(text.slice(at))?.[0];
  if (margin(items) === undefined || margin(items) !== margin(nextLine(text, to.start))) return [];
  return [
    { uri, span: { start: to.end, end: to.end }, text: text.slice(items, from.end) },
    { uri, span: from, text: '' },
  ];
}

/** Where the event that was meant has hooks already, these go behind them. */
function joining(document: Document, stray: Entry | undefined, other: Entry): Fix[] {
  const { key, value } = other;
  const { uri, language, text } = document;
  const items = stray?.value?.is === 'list' ? stray.value.items : [];
  const last = value?.is === 'list' ? value.items.at(-1) : undefined;
  if (!stray || !last || items.length === 0) return [];
  const { end } = last.span;
  const moved = text.slice(items[0]!.span.start, items.at(-1)!.span.end);
  const edits =
    language === 'json'
      ? [
          { uri, span: jsonWithout(document, stray), text: '' },
          { uri, span: { start: end, end }, text: `, ${moved}` },
        ]
      : linesMoved(document, stray, other);
  if (edits.length === 0) return [];
  return [{ title: say('Move them to `{0}`', key.text), edits, safe: false, preferred: true }];
}
