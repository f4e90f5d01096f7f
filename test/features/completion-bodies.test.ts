// What is offered in bodies: names in calls and tables, inputs of calls, placeholders, commands, agents and files after their marks.
import { strict as assert } from 'node:assert';
import { beside } from '../support/beside';
import { checkCompletes, checkNothing, checkOffers, offers } from '../support/features';
import { agent, file, skill } from '../support/fixture';

const inBody = (text: string): string => agent('a', '', text);

suite('completion in bodies', () => {
  const completes = (before: string, label: string, after: string): void =>
    checkCompletes(inBody(before), label, inBody(after), { beside });
  test('skills in a call', () => completes("Skill({ skill: 't<|>' })", 'tdd', "Skill({ skill: 'tdd' })"));
  test('skills in a call that is not closed', () => completes("Skill({ skill: '<|>", 'tdd', "Skill({ skill: 'tdd'"));
  test('skills in a short call', () => completes('Skill("<|>")', 'tdd', 'Skill("tdd")'));
  test('skills in a call over lines', () =>
    checkOffers(inBody("Skill({\n  args: 'x',\n  skill: '<|>"), 'tdd', { beside }));
  test('agents in a call', () =>
    completes("Task({ subagent_type: '<|>' })", 'reviewer', "Task({ subagent_type: 'reviewer' })"));
  test('skills in a table', () =>
    completes('| Skill | When |\n| --- | --- |\n| <|> | x |', 'tdd', '| Skill | When |\n| --- | --- |\n| `tdd` | x |'));
  test('skills in the backticks of a table', () =>
    completes(
      '| When | Skill |\n| --- | --- |\n| x | `t<|>` |',
      'tdd',
      '| When | Skill |\n| --- | --- |\n| x | `tdd` |',
    ));
  test('skills in a row that is begun', () =>
    completes('| Skill | When |\n|---|---|\n|<|>', 'tdd', '| Skill | When |\n|---|---|\n| `tdd`'));
  test('nothing in other columns', () =>
    checkNothing(inBody('| Skill | When |\n|---|---|\n| `tdd` | <|> |'), { beside }));
  test('memory files in code', () =>
    completes('See `.claude/context/memory/<|>`.', 'learnings.md', 'See `.claude/context/memory/learnings.md`.'));
  test('memory files in a fence', () =>
    checkOffers(inBody('```bash\ncat .claude/context/memory/le<|>\n```'), 'learnings.md', { beside }));
  test('nothing in prose', () => checkNothing(inBody('Some words <|>'), { beside }));
});

suite('completion of calls in bodies', () => {
  const completes = (before: string, label: string, after: string): void =>
    checkCompletes(inBody(before), label, inBody(after), { beside });
  const found = (text: string): string[] => offers(inBody(text), { beside });

  test('inputs, the required ones first', () => {
    assert.equal(found('TaskUpdate({ <|> })')[0], 'taskId');
    assert.equal(found("TaskUpdate({ taskId: '1', <|> })")[0], 'subject');
    checkOffers(inBody("TaskUpdate({ taskId: '1', <|>, owner: 'x' })"), 'status | taskId owner', { beside });
  });
  test('an input', () => {
    completes('TaskUpdate({ ta<|> })', 'taskId', 'TaskUpdate({ taskId: $1 })');
    completes('TaskUpdate({ ta<|>: 1 })', 'taskId', 'TaskUpdate({ taskId: 1 })');
    completes(
      'TaskUpdate({\n  taskId: "1",\n  st<|>',
      'status',
      `TaskUpdate({\n  taskId: "1",\n  status: "\${1|${states}|}"`,
    );
    completes('Task(prompt="x", sub<|>)', 'subagent_type', 'Task(prompt="x", subagent_type="$1")');
    completes('TaskUpdate(<|>)', 'taskId', 'TaskUpdate({ taskId: $1 })');
    completes('TaskUpdate({ "ta<|>": 1 })', 'taskId', 'TaskUpdate({ "taskId": 1 })');
  });
  const states = 'pending,in_progress,completed,deleted';
  test('a value of few', () => {
    completes("TaskUpdate({ status: '<|>' })", 'completed', "TaskUpdate({ status: 'completed' })");
    completes('TaskUpdate({ status: "in<|>', 'in_progress', 'TaskUpdate({ status: "in_progress"');
    completes('TaskUpdate({ status: <|> })', 'completed', "TaskUpdate({ status: 'completed' })");
  });
  test('nothing within other values, behind a call, or of a tool whose inputs are not known', () => {
    for (const text of [
      'TaskUpdate({ metadata: { <|> } })',
      "TaskUpdate({ taskId: 'a, <|>' })",
      'TaskUpdate({ taskId: 1 }) <|>',
      'Deploy({ <|> })',
      'TaskList({ <|> })',
      'In Words (see there) <|>',
    ])
      assert.deepEqual(found(text), [], text);
    assert.deepEqual(offers(inBody('TaskUpdate(<|>)'), { typed: '(' }), []);
  });
  test('the innermost call', () =>
    checkOffers(inBody('Task({ prompt: `TaskUpdate({ <|> })` })'), 'taskId | subagent_type', { beside }));
});

suite('completion of placeholders', () => {
  const body = (text: string): string => skill('x', 'arguments: [issue]', text);
  test('in a skill, those that Claude Code replaces there', () => {
    checkOffers(body('Fix $<|>'), '$ARGUMENTS $issue ${CLAUDE_SKILL_DIR} | $name ${CLAUDE_PLUGIN_ROOT}');
    checkCompletes(body('cat ${CLAUDE_SK<|>}/x'), '${CLAUDE_SKILL_DIR}', body('cat ${CLAUDE_SKILL_DIR}/x'));
    checkCompletes(body('Fix $AR<|> now'), '$ARGUMENTS', body('Fix $ARGUMENTS now'));
  });
  test('none in an agent, and none of what is no placeholder', () => {
    checkNothing(inBody('Fix $<|>'));
    for (const text of ['US$<|>', '\\$<|>', '$5<|>']) checkNothing(body(text));
  });
  test('in the command of a hook', () => {
    const hook = (command: string): string =>
      file(
        '.claude/settings.json',
        `{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "${command}" }] }] } }`,
      );
    checkOffers(hook('$<|>'), '${CLAUDE_PROJECT_DIR} | ${CLAUDE_PLUGIN_ROOT}');
    checkCompletes(hook('node ${CLA<|>}/x.js'), '${CLAUDE_PROJECT_DIR}', hook('node ${CLAUDE_PROJECT_DIR}/x.js'));
    checkNothing(hook('node <|>'));
  });
});

suite('completion behind a mark in bodies', () => {
  const command = file('.claude/commands/ship.md', '---\ndescription: Ships it.\n---\n\nShip.\n');
  const all = { beside: beside + command + '\n' + file('docs/guide.md', '# Guide\n') };
  const inFile = (path: string, text: string): string => file(path, text);

  test('commands and skills behind a slash', () => {
    assert.deepEqual(offers(inBody('Run /<|>'), all), ['ship', 'debugging', 'tdd']);
    checkCompletes(inBody('Run `/t<|>` first'), 'tdd', inBody('Run `/tdd` first'), all);
    checkOffers(inFile('CLAUDE.md', 'Run /<|>\n'), 'ship tdd', all);
  });
  test('no commands within a path or a block of code', () => {
    for (const text of ['See docs/<|>', 'and/<|>', 'See /usr/<|>', '```bash\nls /<|>\n```'])
      assert.deepEqual(offers(inBody(text), all), [], text);
  });
  test('agents behind an at sign', () => {
    checkOffers(inBody('Ask @<|>'), 'reviewer Explore | docs/ a', all);
    checkCompletes(inBody('Ask @rev<|> now'), 'reviewer', inBody('Ask @reviewer now'), all);
    checkOffers(inBody('Mail me@<|>'), '| reviewer', all);
  });
  test('files, where Claude Code reads them', () => {
    assert.equal(offers(inFile('CLAUDE.md', 'See @<|>\n'), all)[0], '.claude/');
    checkOffers(inFile('CLAUDE.md', 'See @<|>\n'), 'docs/ reviewer', all);
    checkCompletes(
      inFile('CLAUDE.md', 'See @docs/<|>\n'),
      'guide.md',
      inFile('CLAUDE.md', 'See @docs/guide.md\n'),
      all,
    );
    checkOffers(inFile('docs/CLAUDE.md', 'See @<|>\n'), 'guide.md | docs/', all);
    checkOffers(inFile('.claude/commands/go.md', 'See @<|>\n'), 'docs/ reviewer', all);
    checkOffers(inFile('plugins/p/commands/go.md', 'See @<|>\n'), '| commands/ docs/', {
      beside: all.beside + file('plugins/p/.claude-plugin/plugin.json', '{ "name": "p" }'),
    });
    checkOffers(inFile('CLAUDE.md', 'See `@<|>`\n'), '| docs/', all);
    checkOffers(inFile('CLAUDE.md', '```\n@<|>\n```\n'), '| docs/ reviewer', all);
  });
});
