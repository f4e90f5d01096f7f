// What a JSON Schema of the repository says of a value that has the form it wants.
import type { Choice, Field, ValueType } from '../dialects/dialect';
import type { Scalar } from '../syntax/data';
import { isFoundIn, linearPattern } from '../workspace/linear-pattern';
import { hyphenated } from './drafts';
import type { Complaint } from './judged-value';
import { nearest } from './nearest';
import { say } from './rule';

type Judged = ValueType & { is: 'text' | 'choice' | 'number' };

/** Nothing but blanks, which a schema may speak of where they are a text of their own. */
export const isUnsaid = ({ text, value }: Scalar, { adopted }: Field): boolean =>
  text.trim() === '' && !(adopted && typeof value === 'string');

/** `title` is where the schema lies. */
export function judgeAdopted(type: Judged, scalar: Scalar, { key }: Field, title: string): Complaint | undefined {
  switch (type.is) {
    case 'text':
      return judgeText(type, scalar.text.trim(), key, title);
    case 'choice':
      return judgeChoice(type, scalar, key, title);
    case 'number':
      return judgeNumber(type, Number(scalar.value), key, title);
    default:
      return type satisfies never;
  }
}

/** Counts characters as people do, and as the schema means it. */
function judgeText(
  { pattern, minLength = 0, maxLength = Infinity }: ValueType & { is: 'text' },
  text: string,
  key: string,
  title: string,
): Complaint | undefined {
  const linear = pattern === undefined ? undefined : linearPattern(pattern);
  if (linear && isFoundIn(linear, text) === false) {
    return {
      message: say('{0} expects `{1}` in the form `{2}`.', title, key, pattern!),
      instead: () => [hyphenated(text)].filter(each => key === 'name' && isFoundIn(linear, each) === true),
    };
  }
  // Most texts are so far from the limits that nobody needs to count.
  if (text.length <= maxLength && text.length >= minLength * 2) return undefined;
  const length = [...text].length;
  if (length >= minLength && length <= maxLength) return undefined;
  const [template, limit] =
    length < minLength
      ? ['{0} expects at least {1} characters for `{2}`; this has {3}.', minLength]
      : ['{0} expects at most {1} characters for `{2}`; this has {3}.', maxLength];
  return { message: say(template, title, String(limit), key, String(length)), instead: () => [] };
}

function judgeChoice(
  { values }: ValueType & { is: 'choice' },
  scalar: Scalar,
  key: string,
  title: string,
): Complaint | undefined {
  if (values.some(each => isMeant(each, scalar))) return undefined;
  const texts = values.flatMap(({ value, literal }) => (literal === undefined ? value : []));
  return {
    message: say('{0} does not know this value of `{1}`; it knows {2}.', title, key, shown(values)),
    instead: () => nearest(scalar.text.trim(), texts, 2),
  };
}

/** Whether a value is this choice, as JSON tells a text from a number. */
const isMeant = ({ value, literal }: Choice, given: Scalar): boolean =>
  literal === undefined ? typeof given.value === 'string' && value === given.text.trim() : literal === given.value;

/** A schema may list hundreds. */
const shownMost = 20;

function shown(values: readonly Choice[]): string {
  const some = values.slice(0, shownMost).map(({ value }) => `\`${value}\``);
  return some.length < values.length ? `${some.join(', ')} and ${values.length - some.length} more` : some.join(', ');
}

function judgeNumber(
  { integer, minimum = -Infinity, maximum = Infinity }: ValueType & { is: 'number' },
  value: number,
  key: string,
  title: string,
): Complaint | undefined {
  if ((!integer || Number.isInteger(value)) && value >= minimum && value <= maximum) return undefined;
  const what = integer ? 'a whole number' : 'a number';
  const least = minimum === -Infinity ? undefined : `of at least ${minimum}`;
  const most = maximum === Infinity ? undefined : `of at most ${maximum}`;
  const range = [least, most].filter(each => each !== undefined).join(' and ');
  return {
    message: say(`{0} expects \`{1}\` to be ${what}${range === '' ? '' : ' {2}'}.`, title, key, range),
    instead: () => [],
  };
}
