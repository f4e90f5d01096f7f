// Values: names of tools, models and skills that are misspelt, choices that do not exist, other types, numbers and lengths.
import { oneKey } from './matching.mjs';
import { anySlip, broken, entriesOf, isDouble, isPlain, slip } from './text.mjs';

const toolKeys = ['tools', 'allowed-tools', 'disallowedTools', 'disallowed-tools'];
const tools = new Set([
  'Read', 'Write', 'Edit', 'Bash', 'Grep', 'Glob', 'WebSearch', 'WebFetch', 'Skill', 'NotebookEdit', 'AskUserQuestion',
  'TodoWrite', 'MultiEdit', 'Task', 'TaskCreate', 'TaskUpdate', 'TaskList', 'TaskGet', 'SlashCommand',
]); // prettier-ignore
const aliases = new Set(['sonnet', 'opus', 'haiku', 'inherit']);

/** Breaks one entry of a list under one of these keys. */
const oneEntry = (keys, suits, apply) =>
  oneKey(
    (key, file) => keys.includes(key.key) && entriesOf(key).some(each => suits(each, file)),
    file => {
      const entries = entriesOf(file.key);
      const entry = file.pick(entries.filter(each => suits(each, file)));
      return apply({ ...file, entries, entry });
    },
  );

const put = ({ text, entry }, word, more) => word && broken(text, entry.at, entry.end, word, more);
const isTool = ({ word }) => tools.has(word);
const slippedTool = kind => oneEntry(
  toolKeys,
  isTool,
  file => {
    const word = slip(file.entry.word, kind, file.pick);
    return tools.has(word) ? undefined : put(file, word);
  },
); // prettier-ignore
const isSkill = ({ word }, { repo }) => repo.skills.has(word.split('/').at(-1));

/** Fixed sets of values, of which a slip makes another word; a value that is in none was wrong before. */
const choices = {
  color: /^(red|blue|green|yellow|purple|orange|pink|cyan)$/,
  permissionMode: /^(default|acceptEdits|auto|dontAsk|bypassPermissions|plan)$/,
  memory: /^(user|project|local)$/,
  effort: /^(low|medium|high|xhigh|max)$/,
  isolation: /^(worktree|remote)$/,
  context: /^fork$/,
  context_strategy: /^(minimal|lazy_load|full)$/,
  priority: /^(lowest|low|medium|high|highest|critical)$/,
};
const isChoice = key => choices[key.key]?.test(bare(key)) === true;
const bare = key => key.value.replace(/^(["'])(.*)\1$/, '$2');
const oneValue = (suits, make, more) => oneKey(
  (key, file) => suits(key, file) && (isPlain(key) || isDouble(key)),
  file => {
    const { text, key } = file;
    const value = make(file, bare(key));
    const at = key.valueAt + (isDouble(key) ? 1 : 0);
    return value === undefined ? undefined : broken(text, at, at + bare(key).length, value, more);
  },
); // prettier-ignore
const agents = ['agent'];
const parts = ['agent', 'skill', 'command'];

export default [
  { name: 'tool: a letter left out', roles: parts, apply: slippedTool('drop') },
  { name: 'tool: two letters swapped', roles: parts, apply: slippedTool('swap') },
  { name: 'tool: a letter struck twice', roles: parts, apply: slippedTool('double') },
  {
    name: 'tool in lower case',
    roles: parts,
    apply: oneEntry(toolKeys, isTool, file => put(file, file.entry.word.toLowerCase())),
  },
  {
    name: 'tool in another writing',
    roles: parts,
    apply: oneEntry(
      toolKeys,
      ({ word }) => tools.has(word) && /[a-z][A-Z]/.test(word),
      file => put(file, file.entry.word.replace(/([a-z])([A-Z])/g, `$1${file.pick(['_', '-', ' '])}$2`)),
    ),
  },
  {
    name: 'comma lost between tools',
    roles: agents,
    apply: oneKey(
      key => key.key === 'tools' && entriesOf(key)[0]?.form === 'comma' && / *, /.test(key.value),
      ({ text, key, pick }) => {
        const { index } = pick([...key.value.matchAll(/, /g)]);
        return broken(text, key.valueAt + index, key.valueAt + index + 1, '');
      },
    ),
  },
  {
    name: 'other mark between tools',
    roles: agents,
    apply: oneKey(
      key => key.key === 'tools' && entriesOf(key)[0]?.form === 'comma' && entriesOf(key).length > 1,
      ({ text, key, pick }) => {
        const { index } = pick([...key.value.matchAll(/,/g)]);
        return broken(text, key.valueAt + index, key.valueAt + index + 1, pick([';', ' |', '.', ' and']));
      },
    ),
  },
  {
    name: 'tool twice',
    roles: parts,
    apply: oneEntry(toolKeys, isTool, ({ text, entry, entries }) => {
      if (entry.form === 'block') {
        const last = entries.at(-1).row;
        return broken(text, last.next, last.next, text.slice(entry.row.at, entry.row.next), { also: [entry.row.line] });
      }
      const { end, quote } = entries.at(-1);
      const at = end + quote.length;
      return broken(text, at, at, `, ${quote}${entry.word}${quote}`);
    }),
  },
  {
    name: 'parenthesis of a tool not closed',
    roles: parts,
    apply: oneKey(
      key => toolKeys.includes(key.key) && /[A-Z]\w+\([^()]+\)/.test(key.value),
      ({ text, key, pick }) => {
        const match = pick([...key.value.matchAll(/[A-Z]\w+\([^()]+\)/g)]);
        const at = key.valueAt + match.index + match[0].length - 1;
        return broken(text, at, at + 1, '');
      },
    ),
  },
  {
    name: 'MCP tool with single underscores',
    roles: parts,
    apply: oneEntry(
      toolKeys,
      ({ word }) => /^mcp__[\w-]+__\w/.test(word),
      file => {
        const { word } = file.entry;
        const at = file.pick([3, word.indexOf('__', 5)]);
        return put(file, word.slice(0, at) + word.slice(at + 1));
      },
    ),
  },
  {
    name: 'model misspelt',
    roles: parts,
    apply: oneValue(
      key => key.key === 'model' && aliases.has(bare(key)),
      ({ pick }, value) => anySlip(value, pick),
    ),
  },
  {
    name: 'model of another maker or form',
    roles: parts,
    restorable: false,
    apply: oneValue(
      key => key.key === 'model' && aliases.has(bare(key)),
      ({ pick }, value) => pick(['gpt-4o', 'claude', 'default-model', `claude ${value}`, 'fast', `claude-${value}`]),
    ),
  },
  {
    name: 'skill in a list misspelt',
    roles: agents,
    apply: oneEntry(['skills'], isSkill, file => {
      const word = anySlip(file.entry.word, file.pick);
      return word && file.repo.skills.has(word.split('/').at(-1)) ? undefined : put(file, word);
    }),
  },
  {
    name: 'skill in a list in another writing',
    roles: agents,
    apply: oneEntry(
      ['skills'],
      (each, file) => isSkill(each, file) && each.word.includes('-'),
      file => put(file, file.pick([file.entry.word.replaceAll('-', '_'), file.entry.word.replaceAll('-', ' ')])),
    ),
  },
  {
    name: 'skill listed twice',
    roles: agents,
    apply: oneEntry(['skills'], isSkill, ({ text, entry, entries }) => {
      if (entry.form !== 'block') return undefined;
      const last = entries.at(-1).row;
      return broken(text, last.next, last.next, text.slice(entry.row.at, entry.row.next), { also: [entry.row.line] });
    }),
  },
  {
    name: 'path in a list misspelt',
    roles: agents,
    apply: oneEntry(
      ['context_files'],
      ({ word }, { repo }) => repo.paths.has(word),
      file => put(file, anySlip(file.entry.word, file.pick)),
    ),
  },
  {
    name: 'choice misspelt',
    roles: parts,
    apply: oneValue(isChoice, ({ pick }, value) => anySlip(value, pick)),
  },
  {
    name: 'choice that does not exist',
    roles: parts,
    restorable: false,
    apply: oneValue(isChoice, ({ pick }) => pick(['special', 'auto-detect', 'turquoise', 'none-of-these'])),
  },
  {
    name: 'choice with a capital',
    roles: parts,
    apply: oneValue(
      key => isChoice(key) && /^[a-z]/.test(bare(key)),
      (_, value) => value[0].toUpperCase() + value.slice(1),
    ),
  },
  {
    name: 'yes or no misspelt',
    roles: parts,
    apply: oneKey(
      key => /^(true|false)$/.test(key.value) && /^(disable-model-invocation|user-invocable|background|verified|memory_required)$/.test(key.key), // prettier-ignore
      ({ text, key, pick }) => {
        // `yes`, `on` and words in quotes are read as they are meant.
        const word = pick([anySlip(key.value, pick), key.value === 'true' ? 'enabled' : 'disabled']);
        return broken(text, key.valueAt, key.valueEnd, word);
      },
    ),
  },
  {
    name: 'list for a text',
    roles: parts,
    apply: oneKey(
      key =>
        ['name', 'description', 'model', 'color'].includes(key.key) && isPlain(key) && !/[,:[\]{}"']/.test(key.value),
      ({ text, key, pick }) => broken(text, key.valueAt - key.gap.length, key.valueEnd, pick([` [${key.value}]`, `\n  - ${key.value}`]), { restorable: key.gap === ' ', also: [key.line + 1] }), // prettier-ignore
    ),
  },
  {
    name: 'map for a list',
    roles: agents,
    restorable: false,
    // As OpenCode has it.
    apply: oneKey(
      key => key.key === 'tools' && entriesOf(key).length > 1,
      ({ text, key }) => {
        const rows = entriesOf(key).map(({ word }) => `  ${word.toLowerCase()}: true\n`);
        // The key, or what stands below it.
        const line = text.slice(0, key.at).split('\n').length - 1;
        return broken(text, key.at, key.blockEnd, `tools:\n${rows.join('')}`, { also: [line + 1] });
      },
    ),
  },
  {
    name: 'number for a text',
    roles: ['agent', 'skill'],
    restorable: false,
    apply: oneValue(
      key => key.key === 'name',
      ({ pick }) => pick(['42', '2024', '3.5']),
    ),
  },
  {
    name: 'number out of range or in words',
    roles: agents,
    restorable: false,
    apply: oneKey(
      key => ['temperature', 'maxTurns', 'max_turns'].includes(key.key) && /^[\d.]+$/.test(key.value),
      ({ text, key, pick }) => broken(text, key.valueAt, key.valueEnd, pick(key.key === 'temperature' ? ['7', '-1', 'low', '0,4'] : ['0', '-5', 'ten', '2.5'])), // prettier-ignore
    ),
  },
  {
    name: 'name with blanks and capitals',
    roles: ['agent', 'skill'],
    apply: oneValue(
      (key, { path }) => key.key === 'name' && bare(key).includes('-') && path.includes(bare(key)),
      (_, value) => value.replace(/(^|-)([a-z])/g, (_all, dash, letter) => (dash ? ' ' : '') + letter.toUpperCase()),
    ),
  },
  {
    name: 'name of a skill misspelt',
    roles: ['skill'],
    apply: oneValue(
      (key, { path }) => key.key === 'name' && path.split('/').at(-2) === bare(key),
      ({ pick }, value) => anySlip(value, pick),
    ),
  },
  {
    name: 'description too long',
    // For agents no reader has a limit.
    roles: ['skill'],
    restorable: false,
    apply: oneKey(
      key => key.key === 'description' && isPlain(key) && key.value.length > 20,
      ({ text, key }) => {
        const more = ` ${key.value}`.repeat(Math.ceil(1700 / key.value.length));
        return broken(text, key.valueEnd, key.valueEnd, more);
      },
    ),
  },
  {
    name: 'line break inside a name',
    roles: ['agent', 'skill'],
    apply: oneValue(
      key => key.key === 'name' && bare(key).includes('-'),
      (_, value) => value.replace('-', '-\n  '),
    ),
  },
];
