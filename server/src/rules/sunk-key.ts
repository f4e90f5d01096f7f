// Keys of a skill that stand below `metadata`, where nothing reads them.
import { entry as entryOf, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { nextLine } from '../syntax/lines';
import type { Workspace } from '../workspace/workspace';
import { entryLines } from './edits';
import { say, type Edit, type Finding, type Fix } from './rule';

/** Keys that mean nothing but what they mean at the top. Others, such as a version or a hint, are kept there to be left alone. */
const ofTop: ReadonlySet<string> = new Set([
  'allowed-tools', 'disallowed-tools', 'disable-model-invocation', 'user-invocable',
]); // prettier-ignore

export function* sunkKeys(document: Document, workspace: Workspace): Iterable<Finding> {
  const role = workspace.role(document.uri);
  const holder = entryOf(document.data, 'metadata');
  if ((role !== 'skill' && role !== 'command') || holder?.value?.is !== 'map') return;
  const { value: map } = holder;
  for (const entry of map.entries) {
    const name = entry.key.text;
    if (!ofTop.has(name) || entryOf(document.data, name)) continue;
    yield {
      span: entry.key.span,
      // Others than this the open standard wants there.
      severity: name === 'allowed-tools' ? 'warning' : 'information',
      message: say('Claude Code reads `{0}` at the top and ignores it below `{1}`.', name, 'metadata'),
      fixes: () => (map.flow ? [] : raised(document, holder, map, entry)),
    };
  }
}

/** Its lines go above `metadata`, or in its place where that holds nothing else. */
function raised({ uri, text }: Document, holder: Entry, map: DataMap, entry: Entry): Fix[] {
  const { start, end } = entryLines(text, entry);
  const margin = entry.key.outer.start - start;
  const raw = text.slice(start, end).replace(new RegExp(`^[ ]{${margin}}`, 'gm'), '');
  const whole = entryLines(text, holder);
  const edits: Edit[] =
    map.entries.length === 1
      ? [{ uri, span: whole, text: raw }]
      : [
          { uri, span: { start: whole.start, end: whole.start }, text: raw },
          { uri, span: { start, end }, text: '' },
        ];
  return nextLine(text, whole.start) > start
    ? []
    : [{ title: say('Move it to the top'), edits, safe: false, preferred: true }];
}
