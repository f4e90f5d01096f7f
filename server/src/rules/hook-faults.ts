// Values of a hook for which Claude Code passes it over, or all that it stands in: a time of nothing, text where a number is read.
import type { Field } from '../dialects/dialect';
import { entry as entryOf, type DataMap, type Entry, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { HookHandler } from '../workspace/hooks';
import { faultIn, strictEvents } from '../workspace/strict-hooks';
import type { Workspace } from '../workspace/workspace';
import { changeTo, removingEntry } from './edits';
import { ofHtml } from './html-marks';
import { gravity, refusal } from './fields';
import { say, type Finding, type Fix, type Severity } from './rule';

/** `fields` are those that a hook of this type may have. */
export function* faultsOf(
  document: Document,
  workspace: Workspace,
  { event, handler }: HookHandler,
  fields: readonly Field[],
): Iterable<Finding> {
  for (const field of fields) {
    const found = entryOf(handler, field.key);
    const fault = found && faultIn(handler, field);
    if (!found || !fault || found.value?.is === 'list' || found.value?.is === 'map') continue;
    const isFatal = strictEvents.includes(event.key.text);
    const isOfTime = field.key === 'timeout' && fault === 'range';
    // Of the rest the rules on values tell, save of what front matter has in quotes. That a hook of another event is passed over for it
    // was seen of its time. Observed: Claude Code 2.1.330, 30 November 2026.
    const isMinded = isFatal || field.key === 'timeout';
    if (!isOfTime && !(isMinded && document.language === 'markdown' && isUntold(field, found))) continue;
    const severity = gravity({ ...field, onInvalid: isFatal ? 'file-dropped' : 'key-ignored' }, document, workspace);
    yield {
      span: found.value?.is === 'scalar' ? found.value.span : found.key.span,
      severity,
      message: say(
        `\`{0}\` must be ${wanted(field, isOfTime)}; ${effect(severity, document, workspace, field)}.`,
        field.key,
      ),
      fixes: () => fixesOf(document, field, found),
    };
  }
}

/** What hooks of other programs have keys for, and Claude Code has none. */
const ofOthers: ReadonlySet<string> = new Set(['blocking', 'run', 'enabled', 'events']);

export function* keysOfOthers(document: Document, handler: DataMap, fields: readonly Field[]): Iterable<Finding> {
  // A hook of a sort that nobody knows may have any keys.
  if (fields.length === 0) return;
  for (const entry of handler.entries) {
    const name = entry.key.text;
    if (!ofOthers.has(name) || fields.some(({ key }) => key === name)) continue;
    yield {
      span: entry.key.span,
      message: say('Hooks of Claude Code have no key `{0}`: whatever its value, the hook does the same.', name),
      fixes: () => [removingEntry(document, entry, 'best')],
    };
  }
}

/** `&amp;&amp;`, copied from the source of a page: no shell reads it as `&&`. */
export function encodedCommand(document: Document, command: Scalar): Finding | undefined {
  const { span } = command;
  const written = document.text.slice(span.start, span.end);
  // What edits such marks means them.
  if (
    !/&amp;&amp;|\d&gt;|&gt;&amp;|\s&[lg]t;\s|&quot;.*&quot;/.test(written) ||
    /\b(?:sed|perl|awk|replace)\b/.test(written)
  )
    return undefined;
  const plain = written.replace(/&(?:amp|lt|gt|quot|#39);/g, ofHtml);
  return {
    span,
    severity: 'warning',
    message: say(
      'Characters of this command are written as in HTML (`&amp;`), which no shell understands; write the characters themselves.',
    ),
    fixes: () => [
      {
        title: say('Write the marks themselves'),
        edits: [
          { uri: document.uri, span, text: document.language === 'json' ? plain.replace(/(?<!\\)"/g, '\\"') : plain },
        ],
        safe: false,
        preferred: true,
      },
    ],
  };
}

const effect = (severity: Severity, document: Document, workspace: Workspace, field: Field): string =>
  severity === 'error' ? refusal(document, workspace, field) : 'Claude Code skips this hook';

/** What no rule on values speaks of: nothing at all, words and numbers in quotes, and keys that are ignored elsewhere. */
function isUntold({ key, type, ignored }: Field, { value }: Entry): boolean {
  if (value === undefined || (value.is === 'scalar' && value.value === null)) return true;
  if (value.is !== 'scalar') return false;
  if (ignored !== undefined || key === 'url') return true;
  if (typeof value.value !== 'string') return false;
  // Of a text that is no number they tell.
  return (
    (type.is === 'number' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value.text)) ||
    (type.is === 'flag' && /^(true|false)$/i.test(value.text))
  );
}

function wanted({ type, key }: Field, isOfTime: boolean): string {
  if (isOfTime) return 'more than 0';
  if (type.is === 'number') return 'a number, without quotes';
  if (type.is === 'flag') return '`true` or `false`, without quotes';
  return key === 'url' ? 'an address that begins with `https://`' : 'text, and is left out where it says nothing';
}

function fixesOf(document: Document, { type }: Field, found: Entry): Fix[] {
  const { value } = found;
  const bare = value?.is === 'scalar' ? bareOf(type.is, value) : undefined;
  if (value?.is === 'scalar' && bare !== undefined) return [changeTo(document, value.outer, bare, 'best')];
  return [removingEntry(document, found, 'best')];
}

/** The same without its quotes, where that is a number or a word for yes and no. */
function bareOf(is: Field['type']['is'], { value, text }: Scalar): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (is === 'number') return /^\s*([1-9]\d*)\s*(?:s|sec|seconds?)?\s*$/.exec(text)?.[1];
  const word = text.trim().toLowerCase();
  return is === 'flag' && (word === 'true' || word === 'false') ? word : undefined;
}
