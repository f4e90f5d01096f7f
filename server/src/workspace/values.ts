// The values of a front matter entry, one by one, each with the value type that its field gives it.
import type { Field, ListForm, ValueType } from '../dialects/dialect';
import type { Data, Entry, Scalar } from '../syntax/data';
import type { Span } from '../syntax/span';

/** One value at a place where the schema expects a value of `type`. */
export interface Value {
  readonly type: ValueType;
  /** The top-level key and the keys below it: `identity.personality.traits`. */
  readonly path: string;
  /** As it stands in the text, without quotes. */
  readonly text: string;
  readonly span: Span;
  /** Undefined for one part of a comma or space text. */
  readonly scalar: Scalar | undefined;
}

/** The values of an entry that a field describes, as far as their forms fit. What does not fit is left out here, and
 * reported by the rule that judges forms. `text` is the text that the spans count in. */
export function values(field: Field, { value }: Entry, text: string): readonly Value[] {
  const found: Value[] = [];
  if (value !== undefined) addValues(found, field.type, value, text, field.key);
  return found;
}

function addValues(found: Value[], type: ValueType, data: Data, text: string, path: string): void {
  switch (type.is) {
    case 'list':
      addListValues(found, type, data, text, path);
      return;
    case 'map':
      if (data.is !== 'map') return;
      for (const entry of data.entries) {
        const known = type.fields.find(f => f.key === entry.key.text);
        const inner = known?.type ?? type.values;
        if (inner && entry.value) addValues(found, inner, entry.value, text, `${path}.${entry.key.text}`);
      }
      return;
    case 'variant':
      addVariantValues(found, type, data, text, path);
      return;
    case 'oneOf': {
      const fit = type.types.find(each => hasForm(each, data));
      if (fit) addValues(found, fit, data, text, path);
      return;
    }
    case 'text':
    case 'name':
    case 'reference':
    case 'choice':
    case 'flag':
    case 'number':
    case 'glob':
    case 'path':
    case 'call':
      // `~` names nothing, and no program reads it as a name.
      if (data.is === 'scalar' && data.value !== null) found.push(one(type, data, text, path));
      return;
    case 'any':
      return;
    default:
      return type satisfies never;
  }
}

function addListValues(
  found: Value[],
  { of, forms }: ValueType & { is: 'list' },
  data: Data,
  text: string,
  path: string,
): void {
  if (data.is === 'list') {
    for (const { value } of data.items) {
      if (value?.is === 'scalar' && areWords(forms) && /[\s,]/.test(value.text.trim()))
        addParts(found, of, value, text, path, forms);
      else if (value) addValues(found, of, value, text, path);
    }
    return;
  }
  if (data.is !== 'scalar' || data.value === null) return;
  if (forms.includes('star') && data.text.trim() === '*') return;
  if (!forms.includes('comma') && !forms.includes('space')) return;
  addParts(found, of, data, text, path, forms);
}

function addParts(
  found: Value[],
  type: ValueType,
  scalar: Scalar,
  text: string,
  path: string,
  forms: readonly ListForm[],
): void {
  for (const span of partsOf(text, scalar, forms))
    found.push({ type, path, text: text.slice(span.start, span.end), span, scalar: undefined });
}

/** Where commas and blanks alike part the names, Claude Code takes each item of a list apart in the same way: `- Read Write`
 * are two (2.1.330, 30 November 2026, of tools and skills). */
export const areWords = (forms: readonly ListForm[]): boolean => forms.includes('comma') && forms.includes('space');

/** The parts of a text that lists several. Line breaks that YAML keeps part nothing. */
export const partsOf = (
  text: string,
  { span, style }: Pick<Scalar, 'span' | 'style'>,
  forms: readonly ListForm[],
): Span[] => splitText(text, span, forms, style === 'literal');

function addVariantValues(
  found: Value[],
  type: ValueType & { is: 'variant' },
  data: Data,
  text: string,
  path: string,
): void {
  if (data.is !== 'map') return;
  const tag = data.entries.find(e => e.key.text === type.tag)?.value;
  const fields = tag?.is === 'scalar' ? type.cases[tag.text] : undefined;
  if (fields) addValues(found, { is: 'map', fields, open: true }, data, text, path);
}

/** Whether a value has the shape that its type wants; what it says is another matter. */
export function hasForm(type: ValueType, data: Data): boolean {
  switch (type.is) {
    case 'list':
      return data.is === 'list' || (data.is === 'scalar' && type.forms.some(form => form !== 'list'));
    case 'map':
    case 'variant':
      return data.is === 'map';
    case 'oneOf':
      return type.types.some(each => hasForm(each, data));
    case 'any':
      return true;
    case 'text':
    case 'name':
    case 'reference':
    case 'choice':
    case 'flag':
    case 'number':
    case 'glob':
    case 'path':
    case 'call':
      return data.is === 'scalar';
    default:
      return type satisfies never;
  }
}

/** Whether a value is of its type as JSON tells types apart: a text is no number, and a number no text. */
export function hasJsonType(type: ValueType, { value }: Pick<Scalar, 'value'>): boolean {
  switch (type.is) {
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'list':
    case 'map':
    case 'variant':
      return false;
    case 'oneOf':
      return type.types.some(each => hasJsonType(each, { value }));
    case 'choice':
    case 'any':
      return true;
    case 'text':
    case 'name':
    case 'reference':
    case 'glob':
    case 'path':
    case 'call':
      return typeof value === 'string';
    default:
      return type satisfies never;
  }
}

const one = (type: ValueType, scalar: Scalar, text: string, path: string): Value => ({
  type,
  path,
  text:
    scalar.style === 'plain' || scalar.style === 'literal'
      ? text.slice(scalar.span.start, scalar.span.end)
      : scalar.text,
  span: scalar.span,
  scalar,
});

/** The parts of `a, b` or `a b`; separators inside parentheses belong to the part: `Bash(git add:*), Read`. `keepsBreaks`: line
 * breaks are no blanks. */
export function splitText(text: string, span: Span, forms: readonly ListForm[], keepsBreaks = false): Span[] {
  const parts: Span[] = [];
  const isEnd = separatorOf(forms, keepsBreaks);
  let depth = 0;
  let start = span.start;
  for (let at = span.start; at < span.end; at++) {
    const character = text[at]!;
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && isEnd(text, at)) {
      parts.push(...trimmedPart(text, start, at));
      start = at + 1;
    }
  }
  parts.push(...trimmedPart(text, start, span.end));
  return parts;
}

type IsSeparator = (text: string, at: number) => boolean;

function separatorOf(forms: readonly ListForm[], keepsBreaks: boolean): IsSeparator {
  if (!areWords(forms)) return forms.includes('comma') ? isComma : forms.includes('space') ? isSpace : () => false;
  return keepsBreaks ? isBlankInLine : isBlank;
}

const isComma: IsSeparator = (text, at) => text[at] === ',';
/** A comma behind a name is told of as such. */
const isSpace: IsSeparator = (text, at) => /\s/.test(text[at]!) || (text[at] === ',' && /\s/.test(text[at + 1] ?? ' '));
/** A tab is a part of the name. */
const isBlank: IsSeparator = (text, at) => /[ ,\r\n]/.test(text[at]!);
const isBlankInLine: IsSeparator = (text, at) => text[at] === ',' || (text[at] === ' ' && !isIndentation(text, at));

/** Whether nothing but blanks stands before it in its line. */
function isIndentation(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return text[start - 1] === '\n';
}

function trimmedPart(text: string, start: number, end: number): Span[] {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return from < to ? [{ start: from, end: to }] : [];
}
