// Line breaks too few or too many in front matter, and marks that are of another kind than their partner.
import { oneKey } from './matching.mjs';
import { broken, entriesOf, frontMatter, isDouble, isPlain, isSingle, linesOf } from './text.mjs';

const roles = ['agent', 'skill', 'command'];
const kept = ['agent', 'skill'];

const isQuoted = key => isDouble(key) || isSingle(key);
const isSimple = key => isPlain(key) || isQuoted(key);
const follower = (front, key) => front.keys[front.keys.indexOf(key) + 1];
const isBlockList = key => entriesOf(key)[0]?.form === 'block' && entriesOf(key).length > 1;
const isFlow = key => entriesOf(key)[0]?.form === 'flow';
const gap = ['', ' '];

export default [
  {
    name: 'line break lost between two keys',
    roles,
    apply: oneKey(
      (key, { front }) => isPlain(key) && follower(front, key)?.value,
      ({ text, key, pick }) => broken(text, key.end, key.next, pick(gap), { restorable: key.key !== 'description' }),
    ),
  },
  {
    name: 'line break lost before the key of a list',
    roles,
    apply: oneKey(
      (key, { front }) => isSimple(key) && follower(front, key)?.value === '' && follower(front, key).below.length > 0,
      ({ text, key, pick }) => broken(text, key.end, key.next, pick(gap)),
    ),
  },
  {
    name: 'line break lost behind a list',
    roles,
    apply: oneKey(
      (key, { front }) => isBlockList(key) && follower(front, key) && entriesOf(key).at(-1).quote === '',
      ({ text, key, pick }) => {
        const { row } = entriesOf(key).at(-1);
        return broken(text, row.end, row.next, pick(gap), { also: [row.line + 1] });
      },
    ),
  },
  {
    name: 'line break lost before the closing fence',
    roles,
    apply: oneKey(
      (key, { front }) => key === front.keys.at(-1) && isSimple(key),
      ({ text, key, pick }) => broken(text, key.end, key.next, pick(gap), { also: [0] }),
    ),
  },
  {
    name: 'line break lost behind the opening fence',
    roles,
    apply: oneKey(
      (key, { front }) => key === front.keys[0] && key.line === 1,
      ({ text, front, pick }) => broken(text, front.open.end, front.open.next, pick(gap)),
    ),
  },
  {
    name: 'two items in one line',
    roles,
    apply: oneKey(
      key => isBlockList(key) && ['tools', 'allowed-tools', 'skills'].includes(key.key),
      ({ text, key, pick }) => {
        const entries = entriesOf(key);
        const at = pick([...entries.keys()].slice(1));
        const [first, second] = [entries[at - 1], entries[at]];
        if (first.quote || second.quote) return undefined;
        return broken(text, first.end, second.at, pick([', ', ' ', ' - ', '- ', '; ']));
      },
    ),
  },
  {
    name: 'first item on the line of the key',
    roles,
    apply: oneKey(isBlockList, ({ text, key }) => broken(text, key.end, entriesOf(key)[0].dash, ' ')),
  },
  {
    name: 'first item indented otherwise',
    roles,
    apply: oneKey(isBlockList, ({ text, key, pick }) => {
      const { row } = entriesOf(key)[0];
      return broken(text, row.at, row.at, pick([' ', '  ']), { also: [row.line + 1] });
    }),
  },
  {
    name: 'quote opened before an item',
    roles,
    apply: oneKey(
      key => isBlockList(key) && entriesOf(key).every(({ quote }) => quote === ''),
      ({ text, key, pick }) => {
        const { at } = pick(entriesOf(key));
        return broken(text, at, at, pick(['"', "'"]));
      },
    ),
  },
  {
    name: 'text goes on without indentation',
    roles,
    apply: oneKey(
      key => key.key === 'description' && isSimple(key),
      ({ text, key, pick }) => {
        const place = pick([...key.value.matchAll(/(?<=[a-z,]) (?=[a-z])/g)].filter(({ index }) => index > 20));
        const at = place && key.valueAt + place.index;
        return place && broken(text, at, at + 1, '\n', { also: [key.line + 1] });
      },
    ),
  },
  {
    name: 'value in the next line, not indented',
    roles,
    apply: oneKey(
      key => isPlain(key) && key.gap === ' ',
      ({ text, key }) => broken(text, key.valueAt - 1, key.valueAt, '\n', { also: [key.line + 1] }),
    ),
  },
  {
    name: 'no line of a block is indented',
    roles,
    apply: oneKey(
      key => key.isBlock && key.below.length > 0 && key.below.every(line => /^ +\S/.test(line.text)),
      ({ text, key }) => {
        const [from, to] = [key.below[0].at, key.below.at(-1).end];
        const restorable = key.below.every(line => /^ {2}\S/.test(line.text));
        const also = key.below.map(({ line }) => line);
        return broken(text, from, to, text.slice(from, to).replace(/^ +/gm, ''), { also, restorable });
      },
    ),
  },
  {
    name: 'quotes of two kinds',
    roles,
    apply: oneKey(isQuoted, ({ text, key, pick }) => {
      const at = pick([key.valueAt, key.valueEnd - 1]);
      return broken(text, at, at + 1, isDouble(key) ? "'" : '"');
    }),
  },
  {
    name: 'quote twice',
    roles,
    apply: oneKey(isQuoted, ({ text, key, pick }) => {
      const at = pick([key.valueAt, key.valueEnd]);
      return broken(text, at, at, key.value[0]);
    }),
  },
  {
    name: 'colon twice',
    roles,
    apply: oneKey(isSimple, ({ text, key, pick }) => {
      const at = key.at + key.key.length;
      return broken(text, at, at + 1, pick(['::', ': :']));
    }),
  },
  {
    name: 'list in quotes or other brackets',
    roles,
    apply: oneKey(
      key => isFlow(key) && !/["']/.test(key.value),
      ({ text, key, pick }) => {
        const list = key.value.slice(1, -1);
        return broken(text, key.valueAt, key.valueEnd, pick([`"[${list}]"`, `(${list})`, `<${list}>`, `[[${list}]]`]));
      },
    ),
  },
  {
    name: 'key of a list lost',
    roles,
    restorable: false,
    apply: oneKey(
      (key, { front }) =>
        isBlockList(key) && key !== front.keys[0] && ['tools', 'allowed-tools', 'skills'].includes(key.key),
      ({ text, key }) => broken(text, key.at, key.next, '', { also: key.below.map(({ line }) => line - 1) }),
    ),
  },
  {
    name: 'mark of a merge alone in the front matter',
    roles,
    apply: oneKey(
      (key, { front }) => key !== front.keys[0],
      ({ text, key, pick }) => broken(text, key.at, key.at, pick(['<<<<<<< HEAD\n', '=======\n', '>>>>>>> main\n'])),
    ),
  },
  {
    name: 'opening fence twice',
    roles: kept,
    apply: ({ text, pick }) =>
      frontMatter(text) &&
      broken(text, 0, 0, pick(['---\n', '---\n\n']), { also: [1, 2].slice(0, linesOf(text).length) }),
  },
  {
    name: 'apostrophe in single quotes',
    roles,
    restorable: false,
    apply: oneKey(
      key => key.key === 'description' && isPlain(key) && / [a-z]+s /.test(key.value) && !/'/.test(key.value),
      ({ text, key }) => broken(text, key.valueAt, key.valueEnd, `'${key.value.replace(/ ([a-z]+)s /, " $1's ")}'`),
    ),
  },
  {
    name: 'text behind the mark of its block',
    roles,
    apply: oneKey(
      key => key.isBlock && /^ +\S/.test(key.below[0]?.text ?? ''),
      ({ text, key }) => broken(text, key.end, key.below[0].at + /^ +/.exec(key.below[0].text)[0].length, ' '),
    ),
  },
  {
    name: 'words behind the closing fence',
    roles,
    apply: ({ text, pick }) => {
      const close = frontMatter(text)?.close;
      return close && broken(text, close.at + 3, close.at + 3, pick([' # end', ' end', '---', ' ```']));
    },
  },
  {
    name: 'mark of a difference before a key',
    roles,
    apply: oneKey(
      (key, { front }) => key.below.length === 0 && front.keys.length > 1,
      ({ text, key, pick }) => broken(text, key.at, key.at, pick(['+', '-', '> ', '+ '])),
    ),
  },
];
