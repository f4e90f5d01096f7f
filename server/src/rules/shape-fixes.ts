// How a value gets the shape of keys with values, or of a list of those, where it was written in another one.
import type { ValueType } from '../dialects/dialect';
import { textAt, type Data, type DataList, type DataMap, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { lineBreak } from './edits';
import { groupsBelowHooks, listInList } from './hook-levels';
import { hooksByEvent, isOfEvents } from './hooks-by-event';
import { say, type Fix } from './rule';

/** The fixes where keys with values are wanted, or a list of them; none where nothing is certain enough. */
export function shapeFixes(document: Document, type: ValueType, data: Data, span: Span): Fix[] {
  if (document.language === 'json' && isOfKeys(type)) {
    const fixes = listInList(document, data, span);
    if (fixes.length > 0) return fixes;
  }
  if (document.language === 'json' && type.is === 'list' && isOfHooks(type)) {
    const fixes = groupsBelowHooks(document, data, span);
    if (fixes.length > 0) return fixes;
  }
  if (type.is === 'list' && data.is === 'map' && isOfKeys(type.of))
    return byName(document, type.of, data, span) ?? inList(document, data, span);
  if (document.language === 'json' && isOfEvents(type) && data.is === 'list') {
    const fixes = hooksByEvent(document, data, span);
    if (fixes.length > 0) return fixes;
  }
  if (document.language === 'json' && isOfHooks(type)) return asHooks(document, data, span, type.is !== 'list');
  if (document.language !== 'json' && type.is === 'list' && isOfHooks(type)) return asYamlHook(document, data, span);
  if (document.language !== 'json' && isOfKeys(type)) return gluedKey(document, data, span);
  if (document.language !== 'json' || !isOfKeys(type)) return [];
  const written =
    data.is === 'list' ? ofList(document, type, data) : data.is === 'scalar' ? ofText(type, data) : undefined;
  if (written === undefined) return [];
  const edits = [{ uri: document.uri, span, text: written }];
  return [{ title: say('Write it as keys with values'), edits, safe: false, preferred: true }];
}

/** `author:Ada` below its key: the blank behind the colon is missing. */
function gluedKey({ uri, text }: Document, data: Data, span: Span): Fix[] {
  const key = /^[A-Za-z][\w-]*:(?=[^\s:/])[^\n]*$/.exec(text.slice(span.start, span.end))?.[0];
  if (data.is !== 'scalar' || data.style !== 'plain' || key === undefined) return [];
  const at = span.start + key.indexOf(':') + 1;
  return [
    {
      title: say('Insert a space'),
      edits: [{ uri, span: { start: at, end: at }, text: ' ' }],
      safe: false,
      preferred: true,
    },
  ];
}

const isOfKeys = (type: ValueType): boolean =>
  type.is === 'map' || type.is === 'variant' || (type.is === 'oneOf' && type.types.some(isOfKeys));

/** One entry where a list of them is wanted: brackets around it, or the lost dash before it. */
function inList({ uri, text, language }: Document, data: DataMap, span: Span): Fix[] {
  const raw = text.slice(span.start, span.end);
  const title = say('Make a list of it');
  if (data.flow || language === 'json')
    return [{ title, edits: [{ uri, span, text: inBrackets(text, raw, span) }], safe: false, preferred: true }];
  const lead = text.slice(lineStart(text, span.start), span.start);
  if (lead.trim() !== '') return [];
  const above = text.slice(0, lineStart(text, span.start)).trimEnd();
  const outer = /^[ -]*/.exec(above.slice(lineStart(above, above.length)))![0].length;
  // A dash that was lost left its two columns.
  const edit =
    lead.length >= outer + 4
      ? { uri, span: { start: span.start - 2, end: span.start }, text: '- ' }
      : { uri, span, text: `- ${raw.replace(/\n(?=.)/g, '\n  ')}` };
  return [{ title: say('Make it an item of the list'), edits: [edit], safe: false, preferred: true }];
}

/** `{ "a": { … }, "b": { … } }` where a list of those is wanted, each with its name inside. */
function byName(
  { uri, text, language }: Document,
  type: ValueType,
  { entries }: DataMap,
  span: Span,
): Fix[] | undefined {
  const isNamed = type.is === 'map' && type.fields.some(({ key, required }) => key === 'name' && required === 'yes');
  if (language !== 'json' || !isNamed || entries.length === 0) return undefined;
  const items: string[] = [];
  for (const { key, value } of entries) {
    if (value?.is !== 'map' || type.fields.some(field => field.key === key.text)) return undefined;
    const raw = text.slice(value.span.start, value.span.end);
    const rest = raw.slice(1);
    const name = `{ "name": ${JSON.stringify(key.text)}${value.entries.length > 0 ? ',' : ''}`;
    items.push(
      value.entries.some(each => each.key.text === 'name') ? raw : `${name}${/^\s/.test(rest) ? '' : ' '}${rest}`,
    );
  }
  const edits = [{ uri, span, text: `[${items.join(', ')}]` }];
  return [{ title: say('Make a list of it'), edits, safe: false, preferred: true }];
}

/** Where the last brace stands deeper than the key, the brackets had lines of their own. */
function inBrackets(text: string, raw: string, { start }: Span): string {
  const lead = /^[ \t]*/.exec(text.slice(lineStart(text, start)))![0];
  const inner = /\n([ \t]*)\}$/.exec(raw)?.[1];
  const newline = lineBreak(text);
  return inner !== undefined && inner.length > lead.length ? `[${newline}${inner}${raw}${newline}${lead}]` : `[${raw}]`;
}

/** What stands under an event: groups that each have `hooks`. */
const isOfHooks = (type: ValueType): boolean => {
  const group = type.is === 'list' ? type.of : type;
  return group.is === 'map' && group.fields.some(({ key }) => key === 'hooks') && group.fields.length === 2;
};

/** A command behind an event of front matter, each part on a line of its own. */
function asYamlHook({ uri, text }: Document, data: Data, span: Span): Fix[] {
  const command = text.slice(span.start, span.end);
  const gap = /:([ \t]*)$/.exec(text.slice(lineStart(text, span.start), span.start))?.[1];
  if (data.is !== 'scalar' || typeof data.value !== 'string' || gap === undefined || command.includes('\n')) return [];
  const start = span.start - gap.length;
  const newline = lineBreak(text) + /^[ \t]*/.exec(text.slice(lineStart(text, start)))![0];
  const lines = ['  - hooks:', '      - type: command', `        command: ${command}`];
  const edits = [{ uri, span: { start, end: span.end }, text: lines.map(line => newline + line).join('') }];
  return [{ title: say('Write it as a hook'), edits, safe: false, preferred: true }];
}

/** A command, or several, straight under an event. */
function asHooks({ uri }: Document, data: Data, span: Span, isItem: boolean): Fix[] {
  const given = data.is === 'list' ? data.items.map(({ value }) => value) : [data];
  const commands = given.flatMap(each =>
    each?.is === 'scalar' && typeof each.value === 'string' && each.text.trim() !== '' ? [each.text] : [],
  );
  if (commands.length === 0 || commands.length < given.length) return [];
  const handlers = commands.map(command => `{ "type": "command", "command": ${JSON.stringify(command)} }`);
  const group = `{ "hooks": [${handlers.join(', ')}] }`;
  const edits = [{ uri, span, text: isItem ? group : `[${group}]` }];
  return [{ title: say('Write it as a hook'), edits, safe: false, preferred: true }];
}

/** `["A=b"]`, `["p@m"]`, `["Ada"]` or `[{ … }]`, as keys with values. */
function ofList({ text }: Document, type: ValueType, { items, span }: DataList): string | undefined {
  const [only, ...more] = items;
  if (only?.value?.is === 'map' && more.length === 0 && serversByName(text, type, items) === undefined)
    return text.slice(only.span.start, only.span.end);
  // Rules alone are those that are written most: what runs without a question.
  if (type.is === 'map' && isOfRules(type) && items.every(({ value }) => value?.is === 'scalar'))
    return `{ "allow": ${text.slice(span.start, span.end)} }`;
  const servers = serversByName(text, type, items);
  if (servers !== undefined) return servers;
  const words = items.flatMap(({ value }) =>
    value?.is === 'scalar' && typeof value.value === 'string' ? [value.text] : [],
  );
  if (words.length === 0 || words.length < items.length || type.is !== 'map') return undefined;
  if (words.length === 1 && type.fields.some(({ key }) => key === 'name')) return named(words[0]!);
  const pairs = words.map(word => pairOf(type, word));
  return pairs.includes(undefined) ? undefined : `{ ${pairs.join(', ')} }`;
}

const isOfRules = ({ fields }: ValueType & { is: 'map' }): boolean =>
  ['allow', 'deny', 'ask'].every(key => fields.some(field => field.key === key));

function pairOf({ values }: ValueType & { is: 'map' }, word: string): string | undefined {
  const [, key, value] = /^([\w-]+)\s*[=:]\s*(.*)$/s.exec(word) ?? [];
  if (values && isText(values))
    return key === undefined ? undefined : `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const flag = values?.is === 'flag' || (values?.is === 'oneOf' && values.types.some(({ is }) => is === 'flag'));
  return flag ? `${JSON.stringify(word)}: true` : undefined;
}

const isText = (type: ValueType): boolean =>
  ['text', 'any'].includes(type.is) || (type.is === 'oneOf' && type.types.some(isText));

/** A person as package.json has them, `Ada <ada@example.com> (https://example.com)`. */
function named(person: string): string {
  const [, name, email, url] =
    /^([^<>()]*[^<>()\s])\s*<([^<>\s]+@[^<>\s]+)>\s*(?:\((https?:[^)\s]+)\))?$/.exec(person) ?? [];
  const rest = [...(email === undefined ? [] : [{ email }]), ...(url === undefined ? [] : [{ url }])];
  const all = Object.assign({ name: name ?? person }, ...rest) as Record<string, string>;
  return `{ ${Object.entries(all)
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
    .join(', ')} }`;
}

/** `[{ "name": "a", … }]`, which only servers can be. */
function serversByName(text: string, type: ValueType, items: DataList['items']): string | undefined {
  const of = type.is === 'map' && type.values?.is === 'map' ? type.values.fields : [];
  if (!['command', 'args', 'url'].every(key => of.some(field => field.key === key))) return undefined;
  const entries = items.map(({ value }) => {
    const name = textAt(value, 'name');
    const rest = value?.is === 'map' ? value.entries.filter(({ key }) => key.text !== 'name') : [];
    const isServer = rest.some(({ key }) => key.text === 'command' || key.text === 'url');
    const raw = rest.map(({ span }) => text.slice(span.start, span.end)).join(', ');
    return name !== undefined && isServer ? `${JSON.stringify(name)}: { ${raw} }` : undefined;
  });
  const isOnce = new Set(items.map(({ value }) => textAt(value, 'name'))).size === items.length;
  return items.length > 0 && isOnce && !entries.includes(undefined) ? `{ ${entries.join(', ')} }` : undefined;
}

/** A person by name, a repository by its address, a command as what runs. */
function ofText(type: ValueType, { value, text }: Scalar): string | undefined {
  if (typeof value !== 'string' || text.trim() === '') return undefined;
  const keys = type.is === 'map' ? type.fields.map(({ key }) => key) : [];
  if (keys.includes('command') && keys.includes('env')) return asServer(text);
  const commands = type.is === 'variant' ? type.cases['command'] : type.is === 'map' ? type.fields : undefined;
  if (commands?.some(({ key }) => key === 'command') && commands.some(({ key }) => key === 'type'))
    return `{ "type": "command", "command": ${JSON.stringify(text)} }`;
  // With its name alone it would lack what else it must have.
  const isEnough = type.is === 'map' && type.fields.every(({ key, required }) => key === 'name' || required === 'no');
  return keys.includes('name') && isEnough ? named(text) : undefined;
}

/** A server by its address, or by the line that starts it. */
function asServer(line: string): string {
  if (/^https?:\/\//.test(line)) return `{ "type": "http", "url": ${JSON.stringify(line)} }`;
  const [command = '', ...args] = line.trim().split(/\s+/);
  const rest = args.length === 0 ? '' : `, "args": [${args.map(each => JSON.stringify(each)).join(', ')}]`;
  return `{ "command": ${JSON.stringify(command)}${rest} }`;
}
