// Slips in the writing of YAML, each of which makes another thing, or nothing, of the front matter.
import { oneKey } from './matching.mjs';
import { broken, entriesOf, isDouble, isPlain, isSingle } from './text.mjs';

const roles = ['agent', 'skill', 'command'];

/** Breaks one item of a list that is written one below the other. */
const oneItem = (suits, apply) =>
  oneKey(
    key => {
      const entries = entriesOf(key);
      return entries[0]?.form === 'block' && entries.length > 1 && entries.some((each, index) => suits(each, index));
    },
    file => {
      const entries = entriesOf(file.key);
      return apply({ ...file, entries, item: file.pick(entries.filter(suits)) });
    },
  );

const value = key => key.value.slice(1, -1);
/** What a strict reader makes no text of, once the quotes are gone. */
const needsQuotes = text => /: |:$| #|^[&*!|>%@`[\]{}#,]|^- /.test(text) && !/["\\]/.test(text);
/** Gaps between two words, by offset in the value. */
const gaps = text => [...text.matchAll(/[a-z](?= [A-Za-z])/g)].map(match => match.index + 1);
const isText = key => key.key === 'description' && isPlain(key) && gaps(key.value).length > 1;

export default [
  {
    name: 'quotes lost that were needed',
    roles,
    apply: oneKey(
      key => (isDouble(key) || isSingle(key)) && needsQuotes(value(key)),
      ({ text, key }) => broken(text, key.valueAt, key.valueEnd, value(key), { restorable: isDouble(key) }),
    ),
  },
  {
    name: 'colon in a text without quotes',
    roles,
    restorable: false,
    apply: oneKey(isText, ({ text, key, pick }) => {
      const at = key.valueAt + pick(gaps(key.value));
      return broken(text, at, at, ':');
    }),
  },
  {
    name: 'text cut by ` #`',
    roles,
    restorable: false,
    apply: oneKey(isText, ({ text, key, pick }) => {
      const at = key.valueAt + pick(gaps(key.value)) + 1;
      return broken(text, at, at, '#');
    }),
  },
  {
    name: 'text that begins with a special character',
    roles,
    restorable: false,
    apply: oneKey(isText, ({ text, key, pick }) => broken(text, key.valueAt, key.valueAt, pick(['@', '`', '*', '%', '[x] ', '{x} ', '!', '&', '> ', '| ']))), // prettier-ignore
  },
  {
    name: 'quote not closed',
    roles,
    apply: oneKey(
      key => isDouble(key) || isSingle(key),
      ({ text, key }) => broken(text, key.valueEnd - 1, key.valueEnd, ''),
    ),
  },
  {
    name: 'quote not opened',
    roles,
    apply: oneKey(
      key => (isDouble(key) || isSingle(key)) && key.value.length > 2,
      ({ text, key }) => broken(text, key.valueAt, key.valueAt + 1, ''),
    ),
  },
  {
    name: 'quote inside quotes',
    roles,
    // An escape that is forgotten.
    apply: oneKey(
      key => (isDouble(key) && /\\"/.test(key.value)) || (isSingle(key) && /''/.test(value(key))),
      ({ text, key, pick }) => {
        const escape = isDouble(key) ? /\\"/g : /(?<=.)''(?=.)/g;
        const place = pick([...key.value.matchAll(escape)]);
        return place && broken(text, key.valueAt + place.index, key.valueAt + place.index + 1, '');
      },
    ),
  },
  {
    name: 'typographic quotes',
    roles,
    apply: oneKey(isDouble, ({ text, key }) => broken(text, key.valueAt, key.valueEnd, `“${value(key)}”`)),
  },
  {
    name: 'no space after the colon',
    roles,
    apply: oneKey(
      key => (isPlain(key) || isDouble(key)) && !/:/.test(key.value),
      ({ text, key }) => broken(text, key.valueAt - key.gap.length, key.valueAt, '', { restorable: key.gap === ' ' }),
    ),
  },
  {
    name: 'colon of a key lost',
    roles,
    apply: oneKey(
      key => isPlain(key) || isDouble(key),
      ({ text, key }) => broken(text, key.at + key.key.length, key.at + key.key.length + 1, ''),
    ),
  },
  {
    name: 'equals sign for a colon',
    roles,
    apply: oneKey(isPlain, ({ text, key }) => {
      const at = key.at + key.key.length;
      return broken(text, at, at + 1, ' =', { restorable: key.gap === ' ' });
    }),
  },
  {
    name: 'key indented',
    roles,
    apply: oneKey(
      (key, { front }) => key !== front.keys[0] && key.below.length === 0 && key.value !== '',
      ({ text, key, pick }) => broken(text, key.at, key.at, pick([' ', '  '])),
    ),
  },
  {
    name: 'tab before a key',
    roles,
    apply: oneKey(
      (key, { front }) => key !== front.keys[0] && key.below.length === 0,
      ({ text, key }) => broken(text, key.at, key.at, '\t'),
    ),
  },
  {
    name: 'tab before an item',
    roles,
    apply: oneItem(
      each => /^ +$/.test(each.indent),
      ({ text, item }) => broken(text, item.row.at, item.dash, '\t'),
    ),
  },
  {
    name: 'no-break space after the colon',
    roles,
    apply: oneKey(
      key => isPlain(key) && key.gap === ' ',
      ({ text, key }) => broken(text, key.valueAt - 1, key.valueAt, '\u00A0'),
    ),
  },
  {
    name: 'item lost its dash',
    roles,
    apply: oneItem(
      () => true,
      ({ text, item }) =>
        broken(text, item.dash, item.dash + 1 + item.gap.length, '', { restorable: item.gap === ' ' }),
    ),
  },
  {
    name: 'no space after the dash',
    roles,
    apply: oneItem(
      each => each.gap === ' ',
      ({ text, item }) => broken(text, item.dash + 1, item.dash + 2, ''),
    ),
  },
  {
    name: 'item indented too far',
    roles,
    apply: oneItem(
      (_, index) => index > 0,
      ({ text, item, pick }) => broken(text, item.row.at, item.row.at, pick([' ', '  '])),
    ),
  },
  {
    name: 'item indented too little',
    roles,
    apply: oneItem(
      (each, index) => index > 0 && each.indent.length > 1,
      ({ text, item, pick }) => broken(text, item.row.at, item.dash, pick(['', item.indent.slice(1)])),
    ),
  },
  {
    name: 'bullet for a dash',
    roles,
    apply: oneItem(
      () => true,
      ({ text, item, pick }) => broken(text, item.dash, item.dash + 1, pick(['*', '•', '–'])),
    ),
  },
  {
    name: 'line of a block text not indented',
    roles,
    apply: oneKey(
      key => key.isBlock && key.below.filter(line => /^ +\S/.test(line.text)).length > 1,
      ({ text, key, pick }) => {
        const line = pick(key.below.filter((each, index) => index > 0 && /^ +[A-Za-z]/.test(each.text)));
        return line && broken(text, line.at, line.at + /^ +/.exec(line.text)[0].length, '');
      },
    ),
  },
  {
    name: 'block text without its mark',
    roles,
    // `description: |` written as `description:`; without a colon in it that would be a text as before.
    apply: oneKey(
      key => /^[|>]-?$/.test(key.value) && key.below.some(line => /\w: |\w:$/.test(line.text)),
      ({ text, key }) => broken(text, key.valueAt - key.gap.length, key.valueEnd, '', { restorable: false, also: key.below.map(line => line.line) }), // prettier-ignore
    ),
  },
  {
    name: 'bracket not closed',
    roles,
    apply: oneKey(
      key => entriesOf(key)[0]?.form === 'flow',
      ({ text, key }) => broken(text, key.valueEnd - 1, key.valueEnd, ''),
    ),
  },
  {
    name: 'bracket not opened',
    roles,
    apply: oneKey(
      key => entriesOf(key)[0]?.form === 'flow',
      ({ text, key }) => broken(text, key.valueAt, key.valueAt + 1, ''),
    ),
  },
  {
    name: 'bracket of the wrong kind',
    roles,
    apply: oneKey(
      key => entriesOf(key)[0]?.form === 'flow',
      ({ text, key, pick }) => broken(text, key.valueEnd - 1, key.valueEnd, pick(['}', ')'])),
    ),
  },
  {
    name: 'comma lost in brackets',
    roles,
    apply: oneKey(
      key => entriesOf(key)[0]?.form === 'flow' && entriesOf(key).length > 1,
      ({ text, key, pick }) => {
        const place = pick([...key.value.matchAll(/, /g)]);
        return place && broken(text, key.valueAt + place.index, key.valueAt + place.index + 1, '');
      },
    ),
  },
];
