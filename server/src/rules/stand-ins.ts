// What a file has in the place of a key that is missing: the key in other words, behind a mark of a comment, or below another.
import { entry as entryOf, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { layersOf } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { entryLines, isInBraces } from './edits';
import { nearest } from './nearest';
import { renaming } from './other-word';
import { say, type Fix } from './rule';

/** The words of other languages for the keys that every agent has. */
const words: Readonly<Record<string, readonly string[]>> = {
  name: ['名称', '名字', '名前', '이름', 'nombre', 'nom', 'nome', 'naam', 'имя'],
  description: [
    '描述', '说明', '简介', '説明', '설명', 'descripción', 'descripcion', 'descrição', 'descricao', 'beschreibung', 'descrizione',
    'omschrijving', 'описание',
  ],
}; // prettier-ignore

/** The fixes that make such a thing the key; the first is what is meant. */
export function standIns(document: Document, workspace: Workspace, key: string): Fix[] {
  if (document.data?.is !== 'map' || isInBraces(document)) return [];
  const around = wrapper(document.data, key);
  if (around) return unwrapped(document, around);
  const other = otherName(document.data, document, workspace, key);
  if (other) return [renaming(document, other, key)];
  return uncommented(document, key);
}

/** `agent:` with the name and the description indented below it. */
const wrapper = ({ entries }: DataMap, key: string): Entry | undefined =>
  entries.find(
    ({ key: { text }, value }) =>
      value?.is === 'map' &&
      !value.flow &&
      /^(?:agent|skill|command|front-?matter|meta|header|config)$/i.test(text) &&
      entryOf(value, key) !== undefined &&
      entryOf(value, 'name') !== undefined &&
      entryOf(value, 'description') !== undefined,
  );

function unwrapped({ uri, text }: Document, entry: Entry): Fix[] {
  const { start, end } = entryLines(text, entry);
  const [, ...lines] = text.slice(start, end).split('\n');
  const indent = /^[ ]+/.exec(lines[0] ?? '')?.[0];
  if (indent === undefined || !lines.every(line => line.trim() === '' || line.startsWith(indent))) return [];
  const written = lines.map(line => line.slice(indent.length)).join('\n');
  const title = say('Take the keys out of `{0}`', entry.key.text);
  return [{ title, edits: [{ uri, span: { start, end }, text: written }], safe: false, preferred: true }];
}

/** A key that nothing knows, with more than one slip in it or in another language, and with a value as the missing one has it. */
function otherName(data: DataMap, { uri }: Document, workspace: Workspace, key: string): Entry | undefined {
  const schema = workspace.schema(uri);
  const names = words[key];
  if (!schema || !names) return undefined;
  return data.entries.find(({ key: { text }, value, colon }) => {
    if (colon === undefined || value?.is !== 'scalar' || layersOf(schema, text)) return false;
    const isLike = key === 'name' ? /^[\w-]+$/.test(value.text) : /\S\s+\S/.test(value.text) || value.text.length > 20;
    return isLike && (names.includes(text.toLowerCase()) || nearest(text, [key]).length > 0);
  });
}

/** `# description: …`, or with the mark of a comment of another language. */
function uncommented({ uri, text, frontMatter }: Document, key: string): Fix[] {
  if (!frontMatter) return [];
  const { start, end } = frontMatter.span;
  const found = new RegExp(`^((?:#|//|--|;)[ \\t]*)${key}:[ \\t]+\\S`, 'm').exec(text.slice(start, end));
  if (!found) return [];
  const at = start + found.index;
  const edits = [{ uri, span: { start: at, end: at + found[1]!.length }, text: '' }];
  return [{ title: say('Remove the mark of a comment before `{0}`', key), edits, safe: false, preferred: true }];
}
