// Values that a person would understand: in the words of another program, in a sentence, with marks that mean nothing here.
import { oneKey } from './matching.mjs';
import { broken, entriesOf, isPlain } from './text.mjs';

const parts = ['agent', 'skill', 'command'];
const toolKeys = ['tools', 'allowed-tools', 'disallowedTools'];
/** Breaks one of the entries of a list that suit. */
const oneEntry = (keys, suits, make) =>
  oneKey(
    (key, file) => keys.includes(key.key) && entriesOf(key).some(each => suits(each, file, key)),
    file => {
      const { word, at, end } = file.pick(entriesOf(file.key).filter(each => suits(each, file, file.key)));
      return broken(file.text, at, end, make(word, file.pick));
    },
  );
const isTool = ({ word }) => /^[A-Z]\w+$/.test(word);

export default [
  {
    name: 'one tool in quotes, others not',
    roles: parts,
    restorable: false,
    apply: oneEntry(
      toolKeys,
      ({ form }, _, key) => form === 'comma' && entriesOf(key).length > 1,
      word => `"${word}"`,
    ),
  },
  {
    name: 'tools in words',
    roles: ['agent'],
    restorable: false,
    apply: oneKey(
      key => key.key === 'tools' && isPlain(key),
      ({ text, key, pick }) => broken(text, key.valueAt, key.valueEnd, pick(['all', 'All tools', 'any', 'inherit'])),
    ),
  },
  {
    name: 'tool of another program',
    roles: ['agent'],
    restorable: false,
    apply: oneEntry(
      ['tools'],
      () => true,
      (_, pick) => pick(['read_file', 'run_terminal_cmd', 'codebase', 'search_files', 'shell', 'str_replace_editor']),
    ),
  },
  {
    name: 'mark behind a tool',
    roles: parts,
    apply: oneEntry(toolKeys, isTool, (word, pick) => word + pick([':', '.', ';'])),
  },
  {
    name: 'skill listed as a path',
    roles: ['agent'],
    apply: oneEntry(
      ['skills'],
      ({ word }, { repo }) => repo.skills.has(word),
      (word, pick) => pick([`${word}/SKILL.md`, `skills/${word}`, `/${word}`, `${word}.md`]),
    ),
  },
  {
    name: 'model with its maker before it',
    roles: parts,
    restorable: false,
    apply: oneKey(
      key => key.key === 'model' && /^(sonnet|opus|haiku)$/.test(key.value),
      ({ text, key, pick }) => broken(text, key.valueAt, key.valueEnd, pick([`anthropic/${key.value}`, `${key.value}-4`, `${key.value}, inherit`])), // prettier-ignore
    ),
  },
];
