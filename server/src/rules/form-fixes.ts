// How values of the wrong shape are brought into the shape that their key wants.
import type { ValueType } from '../dialects/dialect';
import { textAt, type Data, type DataList } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { baseName } from '../workspace/uris';
import { asName, isNamed, toList, words } from './as-list';
import { draftName } from './drafts';
import { besideKey, changeTo, inQuotes, mostChoices, onlyFirst, valueText, yamlText } from './edits';
import type { Place } from './fields';
import { firstWords } from './first-words';
import { withoutValue } from './json-removal';
import { pluginByName } from './plugin-shape';
import { say, type Fix, type Message } from './rule';
import { asProgram } from './server-shape';
import { shapeFixes } from './shape-fixes';

/** `shape`: another kind of value; `number`: a number or a yes where text is wanted; `null`: nothing, in JSON; `quoted`: text in
 * JSON where a number or a yes is wanted; `list`: a list where only text is read; `lines`: several lines where one is wanted;
 * `taste`: what the framework would rather see. */
export type Misfit = 'shape' | 'number' | 'null' | 'quoted' | 'list' | 'lines' | 'taste';

export const isText = ({ is }: ValueType): boolean => is === 'text' || is === 'name';

/** What makes the value fit; where nothing can, what takes it out. */
export function formFixes(document: Document, workspace: Workspace, place: Place, misfit: Misfit, span: Span): Fix[] {
  const mended = mendings(document, workspace, place, misfit, span);
  if (mended.length > 0 || misfit === 'taste') return mended;
  return [...pluginByName(document, workspace, place, span), ...withoutValue(document, place)].map(onlyFirst);
}

function mendings(
  document: Document,
  workspace: Workspace,
  { type, data, field }: Place,
  misfit: Misfit,
  span: Span,
): Fix[] {
  const { uri, text } = document;
  if (misfit === 'null') return [];
  const replaced = (title: Message, by: string, safe: boolean): Fix[] => [
    { title, edits: [{ uri, ...besideKey(document, span, by) }], safe, preferred: true },
  ];
  const raw = text.slice(span.start, span.end);
  if (isText(type) && data.is === 'map' && !data.flow) {
    return raw.includes('\n') ? asBlock(document, span) : replaced(say('Put it in quotes'), inQuotes(raw), true);
  }
  if (misfit === 'number') {
    const quoted = replaced(say('Put it in quotes'), inQuotes(raw), true);
    return field.key === 'name' ? [...quoted, changeTo(document, span, draftName(uri, roleOf(uri)))] : quoted;
  }
  if (misfit === 'quoted' && data.is === 'scalar') {
    const written = data.text.trim().toLowerCase();
    const bare =
      type.is === 'flag' ? (flagWords[written] ?? written) : written.replace(/^(\d+) ?s(ec(onds?)?)?$/, '$1');
    const fits = type.is === 'flag' ? /^(true|false)$/.test(bare) : /^-?\d+(\.\d+)?$/.test(bare);
    return fits ? replaced(say('Remove the quotes'), bare, true) : [];
  }
  if (field.key === 'argument-hint') {
    return raw.includes('\n') ? [] : replaced(say('Put it in quotes'), inQuotes(raw), true);
  }
  if (misfit === 'lines' && data.is === 'scalar') {
    const line = data.text.trim().replace(/\s*\n\s*/g, ' ');
    return replaced(say('Write it on one line'), yamlText(line), data.style !== 'literal');
  }
  if (isText(type) && isHollow(data)) return firstWords(document, field.key, span);
  if (isText(type) && data.is === 'list') {
    const items = data.items.flatMap(({ value }) => (value?.is === 'scalar' ? [value.text.trim()] : []));
    const program = field.key === 'command' ? asProgram(document, workspace, data) : [];
    if (program.length > 0) return program;
    return items.length < data.items.length
      ? []
      : replaced(say('Write it as text'), valueText(document, items.join(separators[field.key] ?? ', ')), false);
  }
  const [lone, ...more] = data.is === 'map' ? data.entries : [];
  // `name: {reviewer}`, as templates have it.
  const isBraced = data.is === 'map' && data.flow && lone?.colon === undefined && more.length === 0;
  if (isText(type) && isBraced && lone && document.language === 'markdown')
    return replaced(say('Write it as text'), valueText(document, lone.key.text), false);
  if (isNamed(type) && lone && more.length === 0) return asName(document, lone, span);
  if (isText(type) && lone?.value?.is === 'scalar' && typeof lone.value.value === 'string' && more.length === 0)
    return replaced(say('Write it as text'), valueText(document, lone.value.text), false);
  const named = isText(type) && data.is === 'map' ? (textAt(data, 'url') ?? textAt(data, 'name')) : undefined;
  if (named !== undefined) return replaced(say('Write it as text'), valueText(document, named), false);
  const shaped = shapeFixes(document, type, data, span);
  if (shaped.length > 0) return shaped;
  const [only] = data.is === 'list' ? data.items : [];
  const isWord = words.includes(type.is) || isText(type) || type.is === 'flag' || type.is === 'number';
  if (data.is === 'list' && isWord && data.items.length === 1 && only?.value?.is === 'scalar')
    return replaced(say('Write it as text'), valueText(document, only.value.text), false);
  const isOneWord = (type.is === 'reference' && type.to === 'model') || type.is === 'choice';
  if (isOneWord && data.is === 'list' && data.items.length <= mostChoices) return oneOf(document, data, span);
  if (misfit === 'list' && type.is === 'list' && data.is === 'list') {
    const items = data.items.flatMap(({ value }) => (value?.is === 'scalar' ? [value.text] : []));
    const separator = type.forms.includes('comma') ? ', ' : ' ';
    return replaced(
      say('Write it as text'),
      valueText(document, items.join(separator)),
      items.length === data.items.length,
    );
  }
  if (type.is === 'list') return toList(document, workspace, type, data, span, field.key);
  return [];
}

/** `[]` or `{}`. */
const isHollow = (data: Data): boolean =>
  (data.is === 'list' && data.items.length === 0) || (data.is === 'map' && data.flow && data.entries.length === 0);

/** Several words where one is wanted: which, people must say. */
const oneOf = (document: Document, { items }: DataList, span: Span): Fix[] =>
  items.every(({ value }) => value?.is === 'scalar' && value.text !== '')
    ? items.flatMap(({ value }) =>
        value?.is !== 'scalar'
          ? []
          : [
              {
                title: say('Change to `{0}`', value.text),
                edits: [{ uri: document.uri, ...besideKey(document, span, valueText(document, value.text)) }],
                safe: false,
              },
            ],
      )
    : [];

/** The mark of a block behind the key, where the lines below it were to be a text. */
function asBlock({ uri, text }: Document, { start }: Span): Fix[] {
  const gap = /:([ \t]*\r?\n[ \t]*)$/.exec(text.slice(Math.max(0, start - 80), start))?.[1];
  if (gap === undefined) return [];
  const at = { start: start - gap.length, end: start - gap.length };
  const title = say('Write it as an indented block');
  return [{ title, edits: [{ uri, span: at, text: ' |-' }], safe: false, preferred: true }];
}

/** What other languages write for yes and no. */
const flagWords: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  1: 'true',
  no: 'false',
  off: 'false',
  0: 'false',
};

/** What parts several values that one text holds. */
const separators: Readonly<Record<string, string>> = { matcher: '|', command: ' ' };

const roleOf = (uri: string): 'skill' | 'agent' => (baseName(uri) === 'SKILL.md' ? 'skill' : 'agent');
