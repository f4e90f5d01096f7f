// A rename changes the folder or file, the `name`, and every place that names it, and nothing else.
import { strict as assert } from 'node:assert';
import { prepareRename } from '../../server/src/features/rename';
import { checkRefused, checkRename, readOpen } from '../support/rename';
import { agent, file, fixture, skill } from '../support/fixture';

const named = (source: string, from: string, to: string): string =>
  source.replace(new RegExp(`(skills|agents)/${from}(?=/|\\.md)`), `$1/${to}`).replace(`name: ${from}`, `name: ${to}`);

suite('rename of a skill', () => {
  test('its folder, its name and who lists it', () =>
    checkRename(
      'lint',
      skill('check', 'name: ch<|>eck') + agent('a', 'skills: [check, other]') + skill('other'),
      named(skill('check', 'name: check'), 'check', 'lint') + agent('a', 'skills: [lint, other]') + skill('other'),
    ));

  test('from an item of a list, in whatever quotes', () =>
    checkRename(
      'lint',
      skill('check') + agent('a', 'skills:\n  - "ch<|>eck"\n  - \'other\'') + agent('b', "skills: ['check']"),
      skill('check').replace('skills/check', 'skills/lint').replace('name: check', 'name: lint') +
        agent('a', 'skills:\n  - "lint"\n  - \'other\'') +
        agent('b', "skills: ['lint']"),
    ));

  test('in calls and tables at once, in inline code and commands when asked', () =>
    checkRename(
      'lint',
      skill('check') +
        agent(
          'a',
          'skills: [ch<|>eck]\ntools: [Skill(check), Skill(check:*), Skill(check *), Read]',
          "Skill({ skill: 'check' });\n\n| Skill |\n| --- |\n| `check` |\n\nUse `check` or /check now, and check it.\n\n```\n`check`\n```\n<!-- `check` -->",
        ),
      skill('check').replace('skills/check', 'skills/lint').replace('name: check', 'name: lint') +
        agent(
          'a',
          'skills: [lint]\ntools: [Skill(lint), Skill(lint:*), Skill(lint *), Read]',
          "Skill({ skill: 'lint' });\n\n| Skill |\n| --- |\n| `lint` |\n\nUse `lint` or /lint now, and check it.\n\n```\n`check`\n```\n<!-- `check` -->",
        ),
      ['Use `check` or /check now, and check it.', 'Use `check` or /check now, and check it.'],
    ));

  test('links and paths into its folder', () =>
    checkRename(
      'lint',
      skill('check', 'name: ch<|>eck', 'See [x](references/x.md), [y](../check/references/x.md).') +
        file('.claude/skills/check/references/x.md', 'Back to [it](../SKILL.md).\n') +
        skill('other', '', 'See [x](../check/references/x.md#a "T") and `../check/references/x.md`.') +
        file('CLAUDE.md', '@.claude/skills/check/SKILL.md\n'),
      named(skill('check', 'name: check', 'See [x](references/x.md), [y](../lint/references/x.md).'), 'check', 'lint') +
        file('.claude/skills/lint/references/x.md', 'Back to [it](../SKILL.md).\n') +
        skill('other', '', 'See [x](../lint/references/x.md#a "T") and `../lint/references/x.md`.') +
        file('CLAUDE.md', '@.claude/skills/lint/SKILL.md\n'),
      ['See [x](../check/references/x.md#a "T") and `../check/references/x.md`.'],
    ));

  test('a name that differs from the folder is renamed by itself', () =>
    checkRename(
      'lint',
      skill('check', 'name: style') + agent('a', 'skills: [st<|>yle, check]'),
      skill('check', 'name: lint') + agent('a', 'skills: [lint, check]'),
    ));

  test('the folder alone, where the name differs', () =>
    checkRename(
      'lint',
      skill('check', 'name: style') + agent('a', 'skills: [style, ch<|>eck]'),
      skill('check', 'name: style').replace('skills/check', 'skills/lint') + agent('a', 'skills: [style, lint]'),
    ));

  test('what another project means by the name stays', () => {
    const other = '-- sub/.claude/skills/check/SKILL.md --\n---\nname: check\ndescription: Other.\n---\n';
    const user = '-- sub/.claude/agents/b.md --\n---\nname: b\ndescription: Works.\nskills: [check]\n---\n';
    checkRename(
      'lint',
      other.replace('check\nd', 'ch<|>eck\nd') + user + skill('check') + agent('a', 'skills: [check]'),
      other.replace('/check/', '/lint/').replace('name: check', 'name: lint') +
        user.replace('[check]', '[lint]') +
        skill('check') +
        agent('a', 'skills: [check]'),
    );
  });

  test('the folder of a group, by which the skills in it are called', () =>
    checkRename(
      'maths',
      skill('science', 'name: sci<|>ence') +
        skill('science/rdkit') +
        agent('a', '', "Skill({ skill: 'science/rdkit' }); Skill({ skill: 'science' })"),
      named(skill('science', 'name: science'), 'science', 'maths') +
        skill('maths/rdkit') +
        agent('a', '', "Skill({ skill: 'maths/rdkit' }); Skill({ skill: 'maths' })"),
    ));

  test('a link that goes round by its own folder stays as it is written', () =>
    checkRename(
      'lint',
      skill('check', 'name: ch<|>eck', 'See [o](../../skills/other/SKILL.md).') + skill('other'),
      named(skill('check', 'name: check', 'See [o](../../skills/other/SKILL.md).'), 'check', 'lint') + skill('other'),
    ));

  test('in a plugin, with its namespace', () =>
    checkRename(
      'lint',
      file('.claude-plugin/plugin.json', '{ "name": "p" }\n') +
        '-- skills/check/SKILL.md --\n---\nname: ch<|>eck\ndescription: Helps.\n---\n' +
        "-- agents/a.md --\n---\nname: a\ndescription: Works.\nskills: [p:check, check]\n---\n\nSkill({ skill: 'p:check' })\n",
      file('.claude-plugin/plugin.json', '{ "name": "p" }\n') +
        '-- skills/lint/SKILL.md --\n---\nname: lint\ndescription: Helps.\n---\n' +
        "-- agents/a.md --\n---\nname: a\ndescription: Works.\nskills: [p:lint, lint]\n---\n\nSkill({ skill: 'p:lint' })\n",
    ));
});

suite('rename of agents and commands', () => {
  test('an agent, its file and who calls it', () =>
    checkRename(
      'judge',
      agent('critic', 'name: cri<|>tic') +
        agent(
          'a',
          'tools: [Read, Agent(critic, other)]',
          "Task({ subagent_type: 'critic' })\n\nUse the **critic-two** agent.",
        ),
      named(agent('critic', 'name: critic'), 'critic', 'judge') +
        agent(
          'a',
          'tools: [Read, Agent(judge, other)]',
          "Task({ subagent_type: 'judge' })\n\nUse the **critic-two** agent.",
        ),
    ));

  test('a file of another name stays', () =>
    checkRename(
      'judge',
      '-- .claude/agents/one.md --\n---\nname: cri<|>tic\ndescription: Works.\n---\n',
      '-- .claude/agents/one.md --\n---\nname: judge\ndescription: Works.\n---\n',
    ));

  test('a command that is called like a skill', () =>
    checkRename(
      'ship',
      file('.claude/commands/release/go.md', 'Go.\n') +
        agent('a', '', "Skill({ skill: 'release:g<|>o' })\n\nRun /release:go."),
      file('.claude/commands/release/ship.md', 'Go.\n') +
        agent('a', '', "Skill({ skill: 'release:ship' })\n\nRun /release:ship."),
      ['Run /release:go.'],
    ));
});

suite('renames that are refused', () => {
  test('a tool', () => checkRefused('x', agent('a', 'tools: [Re<|>ad]'), '`Read` is a tool'));
  test('a model', () => checkRefused('x', agent('a', 'model: op<|>us'), '`opus` is a model'));
  test('a name that nothing defines', () =>
    checkRefused('x', agent('a', 'skills: [g<|>one]'), 'Nothing defines `gone`'));
  test('a name that is taken, by what', () =>
    checkRefused('other', skill('check', 'name: ch<|>eck') + skill('other'), '`skills/other/SKILL.md` exists already'));
  test('a name of another form, with the form', () =>
    checkRefused('Lint It', skill('check', 'name: ch<|>eck'), 'as in `lint-it`'));
  test('an agent whose name is taken in another folder', () =>
    checkRefused(
      'other',
      agent('a', 'name: <|>a') + agent('sub/other', 'name: other'),
      'taken by `.claude/agents/sub/other.md`',
    ));
  test('what lies outside of the folders', () =>
    checkRefused(
      'x',
      '-- file:///home/u/.claude/skills/check/SKILL.md --\n---\nname: ch<|>eck\ndescription: Helps.\n---\n',
      'outside of the opened folders',
    ));
  test('a place without a name', () => checkRefused('x', agent('a', '', 'Some te<|>xt.'), 'Nothing that has a name'));
});

test('only the last part of a name is renamed', () => {
  const given = fixture(
    file('.claude-plugin/plugin.json', '{ "name": "p" }\n') +
      '-- skills/check/SKILL.md --\n---\nname: check\ndescription: Helps.\n---\n' +
      '-- agents/a.md --\n---\nname: a\ndescription: Works.\nskills: [p:ch<|>eck]\n---\n',
  );
  const { workspace, document, cursor } = given;
  const found = prepareRename(workspace, readOpen(given), document, cursor);
  assert.ok('span' in found);
  assert.deepEqual([found.name, document.text.slice(found.span.start, found.span.end)], ['check', 'check']);
});
