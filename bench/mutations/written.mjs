// Front matter as people write it who think of Markdown, of a form or of another file: marks, remarks, lines in between, values exchanged.
import { oneKey, withFront } from './matching.mjs';
import { broken, entriesOf, isDouble, isPlain } from './text.mjs';

const roles = ['agent', 'skill', 'command'];
const agentsAndSkills = ['agent', 'skill'];
const hasValue = key => key.below.length === 0 && key.value !== '';
const isList = key => entriesOf(key)[0]?.form === 'block';
const isFirst = (key, { front }) => front.keys[0] === key;
const value = (keys, make, more) =>
  oneKey(
    key => keys.includes(key.key) && (isPlain(key) || isDouble(key)),
    ({ text, key, pick }) => broken(text, key.valueAt, key.valueEnd, make(key.value, pick), more),
  );
const item = make =>
  oneKey(isList, ({ text, key, pick }) => {
    const entry = pick(entriesOf(key));
    const at = entry.at - entry.quote.length;
    return make({ text, pick, entry, at, end: entry.end + entry.quote.length });
  });
const before = (suits, marks) =>
  oneKey(suits, ({ text, key, pick }) => broken(text, key.at, key.at, pick(marks), { also: [key.line + 1] }));
const exchanged = (one, other) =>
  withFront(({ text, front }) => {
    const [first, second] = [front.key(one), front.key(other)].sort((a, b) => a?.at - b?.at);
    if (!first || !second || !hasValue(first) || !hasValue(second)) return undefined;
    const between = text.slice(first.valueEnd, second.valueAt);
    const put = second.value + between + first.value;
    return broken(text, first.valueAt, second.valueEnd, put, { also: [second.line] });
  });

export default [
  {
    name: 'key in bold or in code',
    roles,
    apply: oneKey(hasValue, ({ text, key: { key, at }, pick }) =>
      broken(text, at, at + key.length + 1, pick([`**${key}**:`, `**${key}:**`, `\`${key}\`:`])),
    ),
  },
  {
    name: 'key with a remark behind it',
    roles,
    apply: oneKey(hasValue, ({ text, key: { key, at }, pick }) =>
      broken(text, at + key.length, at + key.length, pick([' (optional)', ' (required)', '?'])),
    ),
  },
  { name: 'picture before a key', roles, apply: before(hasValue, ['✅ ', '👉 ', '• ']) },
  {
    name: 'colon in full width',
    roles,
    apply: oneKey(hasValue, ({ text, key: { key, at } }) => broken(text, at + key.length, at + key.length + 1, '：')),
  },
  { name: 'value in inline code', roles, apply: value(['name', 'model', 'color'], word => `\`${word}\``) },
  {
    name: 'value in brackets of a template',
    roles: agentsAndSkills,
    apply: value(['name', 'model'], (word, pick) => pick([`<${word}>`, `(${word})`, `{${word}}`])),
  },
  {
    name: 'line between two keys',
    roles,
    apply: before((key, file) => !isFirst(key, file), ['---\n', '***\n', '___\n', '===\n']),
  },
  {
    name: 'sentence between two keys',
    roles,
    apply: before((key, file) => !isFirst(key, file), ['This agent is for reviews.\n', '<!-- settings -->\n']),
  },
  {
    name: 'closing fence of dots',
    roles,
    apply: withFront(({ text, front: { close } }) => broken(text, close.at, close.end, '...')),
  },
  {
    name: 'front matter twice',
    roles,
    apply: withFront(({ text, front: { close } }) =>
      broken(text, close.next, close.next, text.slice(0, close.next), { also: [1, 2].map(more => close.line + more) }),
    ),
  },
  {
    name: 'last key behind the closing fence',
    roles: agentsAndSkills,
    apply: withFront(({ text, front: { keys, close } }) => {
      const { at, line } = keys.at(-1);
      const put = text.slice(close.at, close.next) + text.slice(at, close.at);
      return keys.length < 3 ? undefined : broken(text, at, close.next, put, { also: [line + 1] });
    }),
  },
  {
    name: 'marks of a quotation before the front matter',
    roles: agentsAndSkills,
    apply: withFront(({ text, front: { close } }) =>
      broken(text, 0, close.end, text.slice(0, close.end).replace(/^/gm, '> '), { also: [1] }),
    ),
  },
  {
    name: 'ticked box before an item',
    roles,
    apply: item(({ text, at }) => broken(text, at, at, '[x] ')),
  },
  {
    name: 'dash of an item twice',
    roles,
    apply: item(({ text, entry, pick }) => broken(text, entry.dash, entry.dash, pick(['- ', '-']))),
  },
  {
    name: 'item as a key with a value',
    roles,
    apply: item(({ text, at, end, pick }) => {
      const word = text.slice(at, end);
      return broken(text, at, end, pick([`name: ${word}`, `${word}: true`, `${word}:`]));
    }),
  },
  {
    name: 'comma twice between tools',
    roles,
    apply: oneKey(
      key => /^(allowed-)?tools$/.test(key.key) && /^(comma|flow)$/.test(entriesOf(key)[0]?.form) && / *,/.test(key.value), // prettier-ignore
      ({ text, key, pick }) => {
        const at = key.valueAt + pick([...key.value.matchAll(/,/g)]).index;
        return broken(text, at, at, pick([',', ', ']));
      },
    ),
  },
  { name: 'name and description exchanged', roles: agentsAndSkills, apply: exchanged('name', 'description') },
  { name: 'model and color exchanged', roles: ['agent'], apply: exchanged('model', 'color') },
];
