// In which way a value does not fit its key.
import type { Field, ValueType } from '../dialects/dialect';
import type { Data, Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Layer } from '../workspace/schema';
import { hasForm, hasJsonType } from '../workspace/values';
import type { Place } from './fields';
import { isText, type Misfit } from './form-fixes';
import { isBox } from './list-items';

/** Of choices nobody knows whether `null` is one of them, but where a bad one costs the file. */
const takesNull = (type: ValueType, { onInvalid }: Pick<Field, 'onInvalid'>): boolean =>
  type.is === 'any' ||
  (type.is === 'choice' && onInvalid !== 'file-dropped') ||
  (type.is === 'oneOf' && type.types.some(each => each.is !== 'choice' && takesNull(each, { onInvalid })));

const isWritten = ({ is }: ValueType): boolean => ['reference', 'path', 'oneOf', 'call', 'glob'].includes(is);

/** Texts and patterns, of which a number is none; in JSON their form is judged above. */
const isListed = (type: ValueType): boolean =>
  type.is === 'glob' || (type.is === 'list' && (type.of.is === 'glob' || type.of.is === 'text'));

/** A number among words of which more may be known than these. */
const isNoWord = (type: ValueType, { value }: Scalar, { onInvalid }: Field): boolean =>
  type.is === 'choice' && type.open && onInvalid === 'file-dropped' && typeof value !== 'string';

/** In which way a value does not have the shape that its type asks for; undefined, where it has that shape. */
export function misfitOf(
  { type, data, field }: Place,
  { dialect }: Layer,
  { text, language }: Document,
): Misfit | undefined {
  // A box to tick, as is told of the YAML.
  if (data.is === 'list' && data.flow && isBox(text, data.span.start)) return undefined;
  if (!hasForm(type, data)) {
    const isNull = language === 'json' && data.is === 'scalar' && data.value === null;
    // A key that must be there is told of as missing, an item of a list is not.
    if (isNull && (field.required === 'no' || type !== field.type) && !field.adopted) return 'null';
    // Of an item nothing is still to be written.
    const isSaid = language === 'json' || type !== field.type || isBlank(data);
    const isStrict = field.onInvalid === 'file-dropped' && isSaid;
    const isToWrite = isEmptyText(data) && !isStrict;
    return isToWrite ? undefined : 'shape';
  }
  if (field.adopted) return adoptedMisfit(type, data);
  if (type.is === 'list' && data.is === 'list' && !type.forms.includes('list')) return 'list';
  if (data.is !== 'scalar') return undefined;
  if (language === 'json' && data.value === null)
    return field.required === 'no' && !takesNull(type, field) ? 'null' : undefined;
  // A name or a path that is no text, or one of several forms of which none is.
  const isRead = language === 'json' || (field.onInvalid === 'file-dropped' && data.value !== null);
  if (isRead && typeof data.value !== 'string' && isWritten(type) && !hasJsonType(type, data)) return 'shape';
  if (language === 'json' && isNoWord(type, data, field)) return 'shape';
  if (isListed(type) && isTyped(data) && dialect.id === 'claude') return 'shape';
  // The validator of the open standard reads every value as text.
  if (isText(type) && isTyped(data) && dialect.id !== 'agent-skills') return 'number';
  if ((type.is === 'flag' || type.is === 'number') && language === 'json' && typeof data.value === 'string')
    return 'quoted';
  const several =
    type.is === 'text' && type.oneLine === true && text.slice(data.outer.start, data.outer.end).includes('\n');
  return several && !data.lenient ? 'lines' : undefined;
}

/** What a JSON Schema of the repository wants, which tells a text from a number. */
function adoptedMisfit(type: ValueType, data: Data): Misfit | undefined {
  if (data.is !== 'scalar' || data.value === null || hasJsonType(type, data)) return undefined;
  if (typeof data.value !== 'string') return isText(type) ? 'number' : 'shape';
  const isQuoted = data.style === 'single' || data.style === 'double';
  return isQuoted && (type.is === 'flag' || type.is === 'number') ? 'quoted' : 'shape';
}

/** A key whose value is still to be written. */
const isEmptyText = (data: Data): boolean => data.is === 'scalar' && (data.value === null || data.text.trim() === '');

/** Blanks in quotes, which nobody goes on to write. */
const isBlank = (data: Data): boolean => data.is === 'scalar' && typeof data.value === 'string' && data.value !== '';

const isTyped = ({ value, lenient }: Scalar): boolean => !lenient && value !== null && typeof value !== 'string';
