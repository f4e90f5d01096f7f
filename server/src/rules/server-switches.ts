// Keys by which other tools switch an MCP server off, and which do nothing in Claude Code.
import { entry as entryOf, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { removingEntry } from './edits';
import { say, type Finding } from './rule';

const off: readonly (readonly [key: string, value: string])[] = [
  ['disabled', 'true'],
  ['enabled', 'false'],
];

/** Observed: Claude Code 2.1.330 lists a server with `disabled` as it does any other. */
export function* switchedOff(document: Document, { key: name }: Entry, server: DataMap): Generator<Finding> {
  for (const [key, value] of off) {
    const entry = entryOf(server, key);
    if (entry?.value?.is !== 'scalar' || entry.value.text !== value) continue;
    yield {
      span: entry.key.span,
      severity: 'information',
      message: say('Claude Code does not know `{0}`: the server `{1}` starts all the same.', key, name.text),
      fixes: () => [removingEntry(document, entry, 'best')],
    };
  }
}
