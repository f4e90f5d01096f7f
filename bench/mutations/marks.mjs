// Marks in the place of others: of another language, of a word processor, of another program's lists, or none at all.
import { inProse, inText, oneKey, group, roles, allRoles, withFront } from './matching.mjs';
import { jsonRoles } from './json.mjs';
import { broken, entriesOf, isPlain } from './text.mjs';

const parts = ['agent', 'skill', 'command'];
const toolKeys = ['tools', 'allowed-tools'];
const isName = ({ word }) => /^[A-Z]\w+$/.test(word);

/** Writes a list of tools on one line otherwise. */
const listed = make =>
  oneKey(
    key => toolKeys.includes(key.key) && isPlain(key) && entriesOf(key).length > 2 && entriesOf(key).every(isName),
    ({ text, key }) => broken(text, key.valueAt, key.valueEnd, make(entriesOf(key).map(({ word }) => word))),
  );

/** Replaces a whole file; the line is where the first mark changed. */
const whole = make => ({ text }) => {
  const made = make(text);
  if (made === text) return undefined;
  let at = 0;
  while (text[at] === made[at]) at++;
  return { ...broken(text, at, text.length, made.slice(at)), text: made };
}; // prettier-ignore

export default [
  {
    name: 'last tool behind «and»',
    roles: parts,
    apply: listed(words => `${words.slice(0, -1).join(', ')}, and ${words.at(-1)}`),
  },
  { name: 'tools between slashes', roles: parts, apply: listed(words => words.join('/')) },
  { name: 'tools in parentheses', roles: parts, apply: listed(words => `(${words.join(', ')})`) },
  { name: 'each tool in quotes', roles: parts, apply: listed(words => words.map(word => `"${word}"`).join(', ')) },
  { name: 'full-width commas between tools', roles: parts, apply: listed(words => words.join('，')) },
  {
    name: 'two keys on one line',
    roles: ['agent', 'skill'],
    apply: withFront(({ text, front, pick }) => {
      const pairs = front.keys.filter(
        (key, index) =>
          isPlain(key) &&
          /^(?:description|name|model)$/.test(key.key) &&
          isPlain(front.keys[index + 1] ?? { below: [0] }) &&
          /^(?:tools|model|color)$/.test(front.keys[index + 1].key),
      );
      const key = pick(pairs);
      return key && broken(text, key.end, key.next, ' ');
    }),
  },
  {
    name: 'first key indented',
    roles: ['agent', 'skill'],
    apply: withFront(({ text, front: { keys } }) =>
      keys.length > 1 && keys[0].below.length === 0 ? broken(text, keys[0].at, keys[0].at, ' ') : undefined,
    ),
  },
  {
    name: 'both fences of other hyphens',
    roles: ['agent', 'skill'],
    apply: withFront(({ text, front: { open, close } }) => {
      const made = broken(text, close.at, close.end, '—-');
      return { ...made, text: `—-${made.text.slice(3)}`, line: open.line };
    }),
  },
  {
    name: 'keys without fences',
    roles: ['agent', 'skill'],
    apply: withFront(({ text, front: { open, close } }) => ({
      text: text.slice(open.next, close.at) + text.slice(close.next),
      line: 0,
    })),
  },
  {
    name: 'key written twice on its line',
    roles: ['agent', 'skill'],
    apply: oneKey(
      key => key.key === 'description' && isPlain(key),
      ({ text, key }) => broken(text, key.valueAt, key.valueAt, 'description: '),
    ),
  },
  {
    name: 'call with a colon and no braces',
    roles,
    apply: inText(/\bSkill\((\{ )skill: '[\w-]+'( \})\)/g, match => [
      group(match),
      match[0].length - 1,
      match[0].slice(group(match) + 2, -3),
    ]),
  },
  {
    name: 'call without its parenthesis',
    roles,
    apply: inText(/\bSkill(\()\{ skill: '[\w-]+' \}\)/g, match => [group(match), group(match) + 1, '']),
  },
  {
    name: 'heading of a step without its hashes',
    roles,
    apply: inProse(/^(#{2,4} )(?=(?:Step|Phase) [2-5]: )/g, match => [0, match[0].length, '']),
  },
  {
    name: 'word of grammar twice',
    roles,
    apply: inProse(/(?<=[a-z] )(?:the|of|to|a|in|is|for|and) (?=[a-z])/g, match => [0, 0, match[0]]),
  },
  {
    name: 'backslashes in a path',
    roles,
    apply: inProse(
      /`(\.claude\/[\w/-]+\/[\w.-]+\.md)`/g,
      match => [group(match), group(match) + match[1].length, match[1].replaceAll('/', '\\')],
      { code: true, suits: ({ match }, { repo }) => repo.paths.has(match[1]) },
    ),
  },
  {
    name: 'dash of print in an option',
    roles,
    apply: inText(/(?<=\n(?:npm|git|npx|docker|python3?|node) [\w ./-]*)--(?=[a-z]{3,})/g, () => [0, 2, '–']),
  },
  {
    name: 'quotes of print around all of JSON',
    roles: jsonRoles,
    apply: whole(text => text.replace(/"((?:[^"\\]|\\.)*)"/g, '“$1”')),
  },
  {
    name: 'no-break spaces before all keys of JSON',
    roles: jsonRoles,
    apply: whole(text => text.replace(/^ +/gm, blanks => '\u00A0'.repeat(blanks.length))),
  },
  {
    name: 'line of a list twice',
    roles: allRoles,
    apply: inProse(/^[-*] [A-Z].{20,}$/g, (match, _, line) => [
      match[0].length,
      match[0].length,
      `\n${line.text}`,
      { also: [line.line + 1] },
    ]),
  },
];
