// Lines of front matter that are not where they belong: items of lists, keys that are indented, text that is not.
import { lineAt, lineStart } from '../syntax/lines';
import { layersOf } from '../workspace/schema';
import { asItem, itemIndent } from './list-items';
import { say, type Fix } from './rule';
import { second } from './edits';
import { fix, headValue, insert, replace, type Place } from './yaml-place';

/** `tools: [` with lines below it that are not indented, up to the bracket that closes it. */
export function inBrackets(place: Place): Fix[] {
  const { document, part } = place;
  if (!/^[\w-]+:[ \t]*[[{][^\]}\n]*\r?\n/.test(part.content.text)) return [];
  const lines = [...part.content.text.matchAll(/^(?=[^\s\]}])/gm)].slice(1);
  const edits = lines.map(({ index }) => insert(document, part.start + index, '  '));
  return edits.length > 0 ? [fix(place, say('Indent the lines between the brackets'), edits)] : [];
}

/** A line among the items of a list that is none of them, or is indented otherwise. */
export function item(place: Place): Fix[] {
  const { document, problem, part } = place;
  const line = lineAt(document.text, problem.span.start);
  const above = document.parts[document.parts.indexOf(part) - 1];
  const lines = line.start <= part.start ? above : part;
  const indent = lines && itemIndent(document.text.slice(lines.start, line.start) + document.text.slice(line.end, lines.end)); // prettier-ignore
  if (indent === undefined) return [];
  const made = fix(place, say('Make it an item of the list'), [asItem(document, line, indent)]);
  return made.safe ? [{ ...made, safe: false }] : [];
}

/** Indented as the lines of the value above are. */
export function asBelow(place: Place): Fix {
  const { document, problem, part } = place;
  const above = document.parts[document.parts.indexOf(part) - 1];
  const indent = /\n([ ]+)\S[^\n]*\s*$/.exec(above?.content.text ?? '')?.[1] ?? '  ';
  const edit = insert(document, problem.span.start, indent);
  return { ...second(fix(place, say('Indent the line, as a part of the value above'), [edit])), safe: false };
}

/** A key that is indented, or has a dash before it, as if it belonged to the value above it. */
export function outdented(place: Place): Fix[] {
  const { document, problem } = place;
  const line = lineAt(document.text, problem.span.start);
  const indent = /^([ \t]+|- +)[A-Za-z][\w-]*:(?=\s|$)/.exec(document.text.slice(line.start, line.end))?.[1];
  if (indent === undefined) return [];
  const edit = replace(document, { start: line.start, end: line.start + indent.length }, '');
  const made = fix(place, indent.startsWith('-') ? say('Remove the dash') : say('Remove the indentation'), [edit]);
  return made.safe ? [{ ...made, safe: false }] : [];
}

/** Lines of text below a key whose mark of a block, `|` or `>`, is missing. */
export function asText(place: Place): Fix[] {
  const { document, part, workspace } = place;
  const entry = part.entries[0];
  const schema = workspace.schema(document.uri);
  const type = entry && schema && layersOf(schema, entry.key.text)?.[0]?.field.type.is;
  // Of a key that nobody knows the first line tells whether a text stands below it.
  const isText = type === 'text' || (type === undefined && !/^[^\n]*\n\s*(?:-|[\w-]+:)\s/.test(part.content.text));
  if (!isText || entry?.colon === undefined || headValue(place) !== undefined) return [];
  const made = fix(place, say('Write it as an indented block'), [insert(document, entry.colon, ' >-')]);
  return made.safe ? [{ ...made, safe: false }] : [];
}

/** Below another key that is indented it stands beside that one, else it is one of the outermost. */
export function moved(place: Place): Fix[] {
  const { document, problem } = place;
  const start = lineStart(document.text, problem.span.start);
  const isBelow = /^[ ]+[\w-]+:[ ]/.test(document.text.slice(lineStart(document.text, Math.max(start - 1, 0)), start));
  const [first, then] = isBelow ? [indentation, outdented] : [outdented, indentation];
  return [...first(place), ...then(place)];
}

/** As the line above, or two more where that one opens something. */
function indentation(place: Place): Fix[] {
  const { document, problem } = place;
  const { text } = document;
  const start = lineStart(text, problem.span.start);
  const above = text.slice(0, Math.max(start - 1, 0)).trimEnd();
  const indent = /^[ ]*/.exec(above.slice(above.lastIndexOf('\n') + 1))?.[0] ?? '';
  const span = { start, end: problem.span.start };
  const tried = [indent, `${indent}  `, indent.slice(2)].map(by =>
    fix(place, say('Indent like the line above'), [replace(document, span, by)]),
  );
  return tried
    .filter(({ safe }) => safe)
    .slice(0, 1)
    .map(made => ({ ...made, safe: false }));
}
