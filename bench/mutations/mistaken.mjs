// Names that are right in another place: with an ending, a prefix or a path, in the plural, or of another kind of thing.
import { oneKey } from './matching.mjs';
import { broken, entriesOf, isPlain } from './text.mjs';

const parts = ['agent', 'skill', 'command'];
const toolKeys = ['tools', 'allowed-tools', 'disallowedTools', 'disallowed-tools'];
const entry = (keys, suits, make) =>
  oneKey(
    (key, file) => keys.includes(key.key) && entriesOf(key).some(each => suits(each, file)),
    file => {
      const one = file.pick(entriesOf(file.key).filter(each => suits(each, file)));
      const word = make(one.word, file);
      return word === undefined || word === one.word ? undefined : broken(file.text, one.at, one.end, word);
    },
  );
const name = make =>
  oneKey(
    key => key.key === 'name' && isPlain(key) && /^[a-z\d-]+$/.test(key.value),
    ({ text, key, pick, role }) => broken(text, key.valueAt, key.valueEnd, make(key.value, pick, role)),
  );
const isSkill = ({ word }, { repo }) => repo.skills.has(word);
const isFile = ({ word }, { repo }) => repo.paths.has(word);
const unless = (known, word) => (known.has(word) ? undefined : word);
const capital = word => word[0].toUpperCase() + word.slice(1);

/** Calls in the body that mean one file, by what is called. */
const calls = (pattern, homesOf) => file =>
  [...file.text.matchAll(pattern)].flatMap(match => {
    const homes = homesOf(file.repo).get(match[1]) ?? [];
    const at = match.index + match[0].indexOf(match[1]);
    return homes.length === 1 && homes[0] !== file.path ? [{ word: match[1], at, home: homes[0] }] : [];
  });
const calledAgents = calls(/subagent_type[=:] ?['"]([\w-]+)['"]/g, repo => repo.agents);
const calledSkills = calls(/Skill\(\{ ?skill: ?['"]([\w-]+)['"]/g, repo => repo.skills);
const called = (find, make) => file => {
  const call = file.pick(find(file));
  const word = call && make(call.word, file);
  return word === undefined || word === call.word ? undefined : broken(file.text, call.at, call.at + call.word.length, word); // prettier-ignore
};
const other = (from, not) => (_, file) => file.pick([...from(file.repo).keys()].filter(each => !not(file.repo).has(each))); // prettier-ignore
const agentsOf = repo => repo.agents;
const skillsOf = repo => repo.skills;

export default [
  {
    name: 'name with the ending of its file',
    roles: ['agent', 'skill'],
    apply: name((word, _, role) => word + (role === 'skill' ? '/SKILL.md' : '.md')),
  },
  {
    name: 'name with its folder or a slash',
    roles: ['agent', 'skill'],
    apply: name((word, pick, role) => pick([`/${word}`, `${role}s/${word}`, `-${word}`])),
  },
  { name: 'name with the prefix of a plugin', roles: ['agent'], apply: name(word => `my-plugin:${word}`) },
  {
    name: 'tool in the plural',
    roles: parts,
    apply: entry(toolKeys, ({ word }) => /^[A-Z][A-Za-z]+[^s]$/.test(word), word => `${word}s`), // prettier-ignore
  },
  {
    name: 'MCP tool with other marks',
    roles: parts,
    apply: entry(toolKeys, ({ word }) => /^mcp__[\w-]+__\w/.test(word), (word, { pick }) => word.replaceAll('__', pick(['.', '/', ':', '-']))), // prettier-ignore
  },
  {
    name: 'path in a list in another case',
    roles: ['agent'],
    apply: entry(['context_files'], isFile, word => word.replace(/[^/]+$/, capital)),
  },
  {
    name: 'path in a list with backslashes',
    roles: ['agent'],
    apply: entry(['context_files'], isFile, word => word.replaceAll('/', '\\')),
  },
  {
    name: 'path in a list lost a folder or its ending',
    roles: ['agent'],
    apply: entry(['context_files'], isFile, (word, { pick, repo }) => unless(repo.paths, pick([word.split('/').at(-1), word.replace(/\.\w+$/, ''), word.replace(/[^/]+\/(?=[^/]+$)/, '')]))), // prettier-ignore
  },
  {
    name: 'skill in a list in capitals',
    roles: ['agent'],
    apply: entry(['skills'], isSkill, (word, { pick }) => pick([capital(word), word.toUpperCase()])),
  },
  {
    name: 'skill in a list in the plural or cut',
    roles: ['agent'],
    apply: entry(['skills'], isSkill, (word, { pick, repo }) => unless(repo.skills, pick([`${word}s`, word.replace(/-[^-]+$/, ''), word.replace(/^[^-]+-/, '')]))), // prettier-ignore
  },
  {
    name: 'skill in a list with what it is before it',
    roles: ['agent'],
    apply: entry(['skills'], isSkill, (word, { pick }) => pick([`skill:${word}`, `skills:${word}`, `project:${word}`])),
  },
  {
    name: 'skill in a list as it is called',
    roles: ['agent'],
    apply: entry(['skills'], isSkill, (word, { pick }) => pick([`Skill(${word})`, `$${word}`, `**${word}**`])),
  },
  {
    name: 'agent in a list of skills',
    roles: ['agent'],
    restorable: false,
    apply: entry(['skills'], isSkill, other(agentsOf, skillsOf)),
  },
  {
    name: 'called agent in the plural or with its ending',
    roles: parts,
    apply: called(calledAgents, (word, { pick, repo }) => unless(repo.agents, pick([`${word}s`, `${word}-agent`, `${word}.md`, `agents/${word}`]))), // prettier-ignore
  },
  { name: 'skill for a called agent', roles: parts, restorable: false, apply: called(calledAgents, other(skillsOf, agentsOf)) }, // prettier-ignore
  {
    name: 'called skill in the plural or with its path',
    roles: parts,
    apply: called(calledSkills, (word, { pick, repo }) => unless(repo.skills, pick([`${word}s`, `skills/${word}`, `${word}/SKILL.md`, word.replaceAll('-', '_')]))), // prettier-ignore
  },
  { name: 'agent for a called skill', roles: parts, restorable: false, apply: called(calledSkills, other(agentsOf, skillsOf)) }, // prettier-ignore
  {
    name: 'called agent has another name now',
    roles: parts,
    restorable: false,
    apply: file => {
      const call = file.pick(calledAgents(file));
      if (!call) return undefined;
      const text = file.repo.text(call.home).replace(/^name:.*$/m, `name: ${call.word}-agent`);
      const lineOf = offset => file.text.slice(0, offset).split('\n').length - 1;
      const also = [...file.text.matchAll(new RegExp(call.word, 'g'))].map(({ index }) => lineOf(index));
      return { text: file.text, line: lineOf(call.at), also, files: [{ path: call.home, text }] };
    },
  },
  {
    name: 'listed file renamed',
    roles: ['agent'],
    restorable: false,
    apply: oneKey(
      (key, file) => key.key === 'context_files' && entriesOf(key).some(each => isFile(each, file)),
      file => {
        const { word, at } = file.pick(entriesOf(file.key).filter(each => isFile(each, file)));
        const to = word.replace(/(\.\w+)$/, '-old$1');
        const files = [{ path: word, gone: true }, { path: to, text: file.repo.text(word) ?? '' }]; // prettier-ignore
        const line = file.text.slice(0, at).split('\n').length - 1;
        return { text: file.text, line, files };
      },
    ),
  },
];
