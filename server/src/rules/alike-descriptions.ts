// Descriptions that say nothing which another agent's or skill's does not say too, so that a model cannot choose.
import { entry } from '../syntax/data';
import { outerOf } from '../syntax/yaml';
import { wordsIn } from '../workspace/likeness';
import type { Definition, SymbolKey } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { isFixture } from './example-files';
import { defineRule, say } from './rule';

const skill = (name: string, description: string, more = ''): string =>
  `-- .claude/skills/${name}/SKILL.md --\n---\nname: ${name}\ndescription: ${description}\n${more}---\n\nWork.\n`;
const plan = 'A relentless interview to sharpen a plan or design.';
const docs = 'A relentless interview to sharpen plans or designs, which also writes the docs.';

export default defineRule({
  id: 'alike-descriptions',
  severity: 'information',
  reach: 'repository',
  summary: 'A description of which every word is in that of another agent or skill.',
  why:
    'The description is all that a model sees when it chooses an agent or a skill. Where one says nothing that the other does not say, ' +
    'nothing speaks for it, and it is chosen by chance or never. One word that only this one has, such as when to use it, is enough.',
  source: 'Claude Code documentation, subagents and skills, August 2026: both are chosen by their description.',
  examples: [
    { bad: skill('grill-me', `<|${plan}|>`) + skill('grill-with-docs', docs) },
    { bad: skill('a', `<|${plan}|>`) + skill('b', `<|${plan}|>`) },
    { bad: (skill('a', plan) + skill('b', plan)).replaceAll('.claude/', 'test/fixtures/') },
    {
      bad:
        skill('a', 'Best practices for unit tests with NUnit.') +
        skill('b', 'Best practices for unit tests with XUnit.'),
    },
    { bad: skill('a', plan, 'disable-model-invocation: true\n') + skill('b', docs) },
    { bad: skill('a', plan) + skill('b', plan).replace('name: b', 'name: a') },
    { bad: skill('a', 'Helps with tests.') + skill('b', 'Helps with tests.') },
  ],
  *check({ uri, text, data }, workspace) {
    const role = workspace.role(uri);
    const crowd = role === 'agent' || role === 'skill' ? workspace.crowd(uri) : undefined;
    const own = workspace.file(uri)?.definitions[0];
    const value = entry(data, 'description')?.value;
    if (!crowd || !own?.preloadable || !value || isFixture(uri)) return;
    const words = wordsIn(own.description);
    if (words.size < fewest) return;
    for (const other of crowd.mayCover(uri)) {
      const definition = workspace.file(other)?.definitions[0];
      if (!definition || !isAlike(own, words, definition) || isCopy(uri, other, workspace)) continue;
      const { start, end } = outerOf(value);
      yield {
        span: { start, end: start + text.slice(start, end).trimEnd().length },
        message: say(
          'The description of `{0}` says everything that this one says: {1}. A model cannot tell when to choose this one.',
          definition.name,
          listed([...words.values()]),
        ),
        related: [{ uri: other, span: definition.span, message: say('The other description.') }],
      };
      return;
    }
  },
});

/** With fewer words a description is vague, but not like another. */
const fewest = 5;
/** One that says so many times as much is about something else. */
const most = 3;

/** Whether both call themselves the same, whatever their folders are called: one skill that lies in two places. */
function isCopy(uri: string, other: string, workspace: Workspace): boolean {
  const names = (file: string): SymbolKey[] => (workspace.file(file)?.definitions ?? []).map(each => each.symbol);
  return names(uri).some(name => names(other).includes(name));
}

/** Of two of one name another rule tells. */
function isAlike(own: Definition, words: ReadonlyMap<string, string>, other: Definition): boolean {
  if (other.name === own.name || !other.preloadable) return false;
  const others = wordsIn(other.description);
  return others.size <= most * words.size && [...words.keys()].every(word => others.has(word));
}

const shown = 8;

const listed = (words: readonly string[]): string =>
  words.length > shown ? `${words.slice(0, shown).join(', ')} …` : words.join(', ');
