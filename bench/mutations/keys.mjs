// Keys: misspelt, in another writing, of another kind of file, twice, or gone.
import { oneKey } from './matching.mjs';
import { broken, entriesOf, isDouble, isPlain, slip } from './text.mjs';

const roles = ['agent', 'skill', 'command'];

/** Keys that the files' readers know: a slip in one of an author's own cannot be told. */
const known = new Set([
  'name', 'description', 'tools', 'model', 'color', 'skills', 'allowed-tools', 'argument-hint', 'permissionMode',
  'disable-model-invocation', 'user-invocable', 'disallowedTools', 'memory', 'effort', 'maxTurns', 'context', 'agent',
  'hooks', 'license', 'metadata', 'compatibility',
]); // prettier-ignore

const renamed = ({ text, key }, name, more) =>
  name && name !== key.key && !known.has(name) ? broken(text, key.at, key.at + key.key.length, name, more) : undefined;
const slipped = kind => oneKey(
  key => known.has(key.key),
  file => renamed(file, slip(file.key.key, kind, file.pick)),
); // prettier-ignore

/** Keys of one kind of file that authors carry to another. */
const carried = {
  agent: { tools: ['allowed-tools', 'allowedTools'] },
  skill: { 'allowed-tools': ['tools', 'allowedTools'], description: ['summary', 'desc'] },
  command: { 'allowed-tools': ['tools', 'allowedTools'], 'argument-hint': ['arguments-hint', 'args'] },
};

const folderName = path => path.split('/').at(-2);
const stem = path => path.split('/').at(-1).replace(/\.md$/, '');
/** Whether the file's place still tells the name that is lost. */
const placeTells = ({ role, path }, name) => (role === 'skill' ? folderName(path) : stem(path)) === name;

const bare = key => key.value.replace(/^(["'])(.*)\1$/, '$2');

export default [
  { name: 'key: a letter left out', roles, apply: slipped('drop') },
  { name: 'key: two letters swapped', roles, apply: slipped('swap') },
  { name: 'key: a letter struck twice', roles, apply: slipped('double') },
  {
    name: 'key with a capital',
    roles,
    apply: oneKey(
      key => known.has(key.key),
      file => renamed(file, file.key.key[0].toUpperCase() + file.key.key.slice(1)),
    ),
  },
  {
    name: 'key in another writing',
    roles,
    apply: oneKey(
      key => known.has(key.key) && /-|[a-z][A-Z]/.test(key.key),
      file => {
        const words = file.key.key.split(/-|(?=[A-Z])/).map(word => word.toLowerCase());
        const camel = words.map((word, index) => (index === 0 ? word : word[0].toUpperCase() + word.slice(1))).join('');
        return renamed(file, file.pick([words.join('_'), words.join(''), camel, words.join('-')].filter(each => each !== file.key.key))); // prettier-ignore
      },
    ),
  },
  {
    name: 'key in the singular',
    roles,
    apply: oneKey(
      key => ['tools', 'skills', 'hooks', 'allowed-tools'].includes(key.key),
      file => renamed(file, file.key.key.slice(0, -1)),
    ),
  },
  {
    name: 'key of another kind of file',
    roles,
    apply: oneKey(
      (key, { role }) => carried[role][key.key],
      ({ text, key, role, pick, front }) => {
        const other = pick(carried[role][key.key]);
        return front.key(other) ? undefined : broken(text, key.at, key.at + key.key.length, other);
      },
    ),
  },
  {
    name: 'key twice',
    roles,
    // Either of the two is a right place.
    apply: oneKey(
      key => key.below.length === 0 && key.value !== '',
      ({ text, key, front, pick }) => {
        const other = pick(front.keys.filter(each => each.at >= key.at));
        const at = other.blockEnd;
        return broken(text, at, at, text.slice(key.at, key.next), { also: [key.line] });
      },
    ),
  },
  {
    name: 'key twice with another value',
    roles,
    restorable: false,
    apply: oneKey(
      key => ['description', 'model', 'tools', 'version'].includes(key.key) && (isPlain(key) || isDouble(key)),
      ({ text, key, front, pick }) => {
        const other = pick(front.keys.filter(each => each.at >= key.at));
        const put = { description: 'Another text.', model: 'inherit', tools: 'Read', version: '9.9.9' }[key.key];
        if (bare(key) === put) return undefined;
        return broken(text, other.blockEnd, other.blockEnd, `${key.key}: ${put}\n`, { also: [key.line] });
      },
    ),
  },
  {
    name: 'name removed',
    roles: ['agent', 'skill'],
    apply: oneKey(
      (key, file) => key.key === 'name' && key.below.length === 0 && (file.role === 'agent' || file.path.includes('/')),
      file => {
        const { text, key } = file;
        // The loss shows at the fence, or where the line was.
        const more = { also: [0, key.line - 1], restorable: placeTells(file, key.value) && key.line === 1 };
        return broken(text, key.at, key.next, '', more);
      },
    ),
  },
  {
    name: 'name empty',
    roles: ['agent', 'skill'],
    apply: oneKey(
      key => key.key === 'name' && isPlain(key),
      file => broken(file.text, file.key.valueAt - file.key.gap.length, file.key.valueEnd, '', { restorable: placeTells(file, file.key.value) }), // prettier-ignore
    ),
  },
  {
    name: 'description removed',
    roles: ['agent', 'skill'],
    restorable: false,
    apply: oneKey(
      (key, { front }) => key.key === 'description' && front.keys.length > 1,
      ({ text, key }) => broken(text, key.at, key.blockEnd, '', { also: [0, key.line - 1] }),
    ),
  },
  {
    name: 'description empty',
    roles: ['agent', 'skill'],
    restorable: false,
    apply: oneKey(
      key => key.key === 'description' && (isPlain(key) || isDouble(key)),
      ({ text, key, pick }) => broken(text, key.valueAt - key.gap.length, key.valueEnd, pick(['', ' ""'])),
    ),
  },
  {
    name: 'value of a key removed',
    roles,
    restorable: false,
    apply: oneKey(
      key => ['model', 'tools', 'color', 'allowed-tools', 'skills'].includes(key.key) && (isPlain(key) || entriesOf(key).length > 0), // prettier-ignore
      ({ text, key }) => broken(text, key.at + key.key.length + 1, key.blockEnd, '\n'),
    ),
  },
  {
    name: 'word of a comment without its mark',
    roles,
    restorable: false,
    // A section's title in long front matter, or a note that was not marked as one.
    apply: oneKey(
      (key, { front }) => key !== front.keys[0],
      ({ text, key, pick }) => broken(text, key.at, key.at, `${pick(['Optional fields', 'TODO check this', 'see the docs'])}\n`), // prettier-ignore
    ),
  },
];
