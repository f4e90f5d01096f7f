// Front matter as other formats, editors and models write it: JSON, code, templates, letters that only look right.
import { oneKey } from './matching.mjs';
import { broken, entriesOf, frontMatter, isDouble, isPlain } from './text.mjs';

const roles = ['agent', 'skill', 'command'];
const known = /^(name|description|tools|model|color|skills|allowed-tools|argument-hint|permissionMode)$/;
const isWord = key => isPlain(key) && /^[\w.-]+$/.test(key.value);
const behind = (marks, suits, more) =>
  oneKey(suits, ({ text, key, pick }) => broken(text, key.valueEnd, key.valueEnd, pick(marks), more));

/** Letters of other alphabets that look like these. */
const alike = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', i: 'і' };
const lookalike = ({ text, pick }, from, word) => {
  const at = pick([...word].flatMap((letter, index) => (index > 0 && alike[letter] ? [index] : [])));
  return at === undefined ? undefined : broken(text, from + at, from + at + 1, alike[word[at]]);
};
/** A list with items one below the other that all may be written alike. */
const isBlock = key => entriesOf(key)[0]?.form === 'block' && entriesOf(key).length > 1;

export default [
  {
    name: 'comma or semicolon behind a value',
    roles,
    apply: behind([',', ';'], key => ['name', 'model', 'color'].includes(key.key) && isWord(key)),
  },
  {
    name: 'note behind a value as in code',
    roles,
    restorable: false,
    apply: behind([' // fast', ' -- fast', ' /* fast */'], key => ['model', 'color'].includes(key.key) && isWord(key)),
  },
  {
    name: 'key and value as in JSON',
    roles,
    restorable: false,
    apply: oneKey(
      key => known.test(key.key) && isPlain(key) && !/["\\]/.test(key.value),
      ({ text, key }) => broken(text, key.at, key.end, `"${key.key}": "${key.value}",`),
    ),
  },
  {
    name: 'key before its own value once more',
    roles,
    apply: oneKey(
      key => known.test(key.key) && isPlain(key) && !/:/.test(key.value),
      ({ text, key }) => broken(text, key.valueAt, key.valueAt, `${key.key}: `),
    ),
  },
  {
    name: 'value left as in a template',
    roles: ['agent', 'skill'],
    restorable: false,
    apply: oneKey(
      key => ['name', 'description', 'model'].includes(key.key) && isPlain(key),
      ({ text, key, pick }) => {
        const words = { name: ['<name>', 'your-agent-name'], description: ['<description>', '[Describe it here]', 'TODO', '...'], model: ['<model>', 'sonnet | opus | haiku', 'sonnet/opus/haiku'] }[key.key]; // prettier-ignore
        return broken(text, key.valueAt, key.valueEnd, pick(words));
      },
    ),
  },
  {
    name: 'key made a comment',
    roles: ['agent', 'skill'],
    apply: oneKey(
      (key, { front }) => ['name', 'description'].includes(key.key) && key.below.length === 0 && front.keys.length > 1,
      ({ text, key, pick }) => broken(text, key.at, key.at, pick(['# ', '#']), { also: [0, 1], restorable: false }),
    ),
  },
  {
    name: 'code block inside the fences',
    roles,
    apply: ({ text }) => {
      const front = frontMatter(text);
      if (!front) return undefined;
      const inside = text.slice(front.open.next, front.close.at);
      return broken(text, front.open.next, front.close.at, `\`\`\`yaml\n${inside}\`\`\`\n`, { also: [0, 2] });
    },
  },
  {
    name: 'letter of another alphabet in a key',
    roles,
    apply: oneKey(
      key => known.test(key.key),
      file => lookalike(file, file.key.at, file.key.key),
    ),
  },
  {
    name: 'letter of another alphabet in a tool',
    roles,
    apply: oneKey(
      key => ['tools', 'allowed-tools'].includes(key.key) && entriesOf(key).some(({ word }) => /^[A-Z]\w+$/.test(word)),
      file => {
        const entry = file.pick(entriesOf(file.key).filter(({ word }) => /^[A-Z]\w+$/.test(word)));
        return lookalike(file, entry.at, entry.word);
      },
    ),
  },
  {
    name: 'another dash in a name',
    roles: ['agent', 'skill'],
    apply: oneKey(
      key => key.key === 'name' && isPlain(key) && key.value.includes('-'),
      ({ text, key, pick }) => {
        const { index } = pick([...key.value.matchAll(/-/g)]);
        return broken(text, key.valueAt + index, key.valueAt + index + 1, pick(['–', '‑', '—']));
      },
    ),
  },
  {
    name: 'comma behind an item',
    roles,
    apply: oneKey(isBlock, ({ text, key, pick }) => {
      const { end, quote } = pick(entriesOf(key));
      return broken(text, end + quote.length, end + quote.length, ',');
    }),
  },
  {
    name: 'commas behind all items',
    roles,
    apply: oneKey(isBlock, ({ text, key }) => {
      const [from, to] = [key.below[0].at, key.below.at(-1).end];
      return broken(text, from, to, text.slice(from, to).replace(/(?<=\S)[ \t]*$/gm, ','), {
        also: key.below.map(({ line }) => line),
      });
    }),
  },
  {
    name: 'brackets around a list of items below',
    roles,
    apply: oneKey(isBlock, ({ text, key }) => {
      const rows = key.below.map(({ line }) => line);
      return broken(text, key.end, key.below.at(-1).end, ` [\n${text.slice(key.next, key.below.at(-1).end)}\n]`, { also: [...rows, rows.at(-1) + 1] }); // prettier-ignore
    }),
  },
  {
    name: 'typographic quotes in brackets',
    roles,
    restorable: false,
    apply: oneKey(
      key => ['tools', 'allowed-tools', 'skills'].includes(key.key) && entriesOf(key)[0]?.form === 'flow',
      ({ text, key }) => broken(text, key.valueAt, key.valueEnd, `[${entriesOf(key).map(({ word }) => `“${word}”`).join(', ')}]`), // prettier-ignore
    ),
  },
  {
    name: 'blank before the parenthesis of a tool',
    roles,
    apply: oneKey(
      key => ['tools', 'allowed-tools'].includes(key.key) && /[A-Z]\w+\([^()]+\)/.test(key.value),
      ({ text, key, pick }) => {
        const { index } = pick([...key.value.matchAll(/(?<=[A-Z]\w+)\(/g)]);
        return broken(text, key.valueAt + index, key.valueAt + index, ' ');
      },
    ),
  },
  {
    name: 'quotes around a key and its value together',
    roles,
    apply: oneKey(
      key => known.test(key.key) && isPlain(key) && !/["\\]/.test(key.value),
      ({ text, key, pick }) => {
        const quote = pick(['"', "'"]);
        return /'/.test(key.value)
          ? undefined
          : broken(text, key.at, key.end, quote + text.slice(key.at, key.end) + quote);
      },
    ),
  },
  {
    name: 'colon inside the quotes of a key',
    roles,
    restorable: false,
    apply: oneKey(
      key => known.test(key.key) && (isPlain(key) || isDouble(key)),
      ({ text, key }) => broken(text, key.at, key.at + key.key.length + 1, `"${key.key}:"`),
    ),
  },
];
