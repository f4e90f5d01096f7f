// The call hierarchy of a small framework: who names whom, and where.
import { strict as assert } from 'node:assert';
import { agent, file, skill } from '../support/fixture';
import { calledAtCursor, calleesOf, callersOf, lensOf } from '../support/names';

const forecast = file('.claude/commands/forecast.md', '---\ndescription: Forecasts.\n---\nForecast.\n');
const framework =
  agent(
    'dev',
    'skills: [tdd, lost]',
    "Skill({ skill: 'tdd' });\nSkill({ skill: 'forecast' });\nSkill({ skill: 'verify' });",
  ) +
  agent('chief', '', 'Use the **code-reviewer** agent.\n\nSkill({ skill: "tests" });') +
  agent('code-reviewer', 'tools: [Agent(dev), Read]') +
  skill('tdd', 'name: tests', "Skill({ skill: 'tdd' });") +
  file('CLAUDE.md', "Skill({ skill: 'tdd' });\n") +
  forecast;
const tdd = '.claude/skills/tdd/SKILL.md';

suite('call hierarchy', () => {
  test('begins at a name in front matter and in the body', () => {
    const skills = skill('tdd') + skill('other');
    assert.equal(calledAtCursor(agent('a', 'skills: [other, t<|>dd]') + skills), 'skill tdd');
    assert.equal(calledAtCursor(agent('a', '', "Skill({ skill: 'ot<|>her' })") + skills), 'skill other');
    assert.equal(calledAtCursor(agent('a', '', "Skill({ skill: 'fore<|>cast' })") + forecast), 'command forecast');
  });

  test('begins at the first line and at the name of a file', () => {
    assert.equal(calledAtCursor('-- .claude/agents/a.md --\n--<|>-\nname: a\ndescription: Does it.\n---\n'), 'agent a');
    assert.equal(calledAtCursor(agent('a', 'na<|>me: a')), 'agent a');
    assert.equal(calledAtCursor(agent('a', 'name: a<|>')), 'agent a');
  });

  test('begins nowhere else, nor at a name that nothing defines', () => {
    assert.equal(calledAtCursor(agent('a', 'skills: [lo<|>st]')), undefined);
    assert.equal(calledAtCursor(agent('a', 'model: op<|>us')), undefined);
    assert.equal(calledAtCursor(agent('a', '', 'Some <|>text.')), undefined);
    assert.equal(calledAtCursor(file('notes.md', '# No<|>tes\n')), undefined);
  });

  test('callers of a skill, by every name it has, agents first, and itself left out', () =>
    assert.deepEqual(callersOf(framework, tdd), ['agent chief: tests', 'agent dev: tdd, tdd', 'file CLAUDE.md: tdd']));

  test('callers of an agent', () => {
    assert.deepEqual(callersOf(framework, '.claude/agents/code-reviewer.md'), ['agent chief: code-reviewer']);
    assert.deepEqual(callersOf(framework, '.claude/agents/dev.md'), ['agent code-reviewer: dev']);
  });

  test('a call with a mark before the name of the agent is one that its lens counts', () => {
    const source = agent('chief', '', "Task({ subagent_type: '@dev', prompt: 'Go.' })") + agent('dev');
    assert.deepEqual(callersOf(source, '.claude/agents/dev.md'), ['agent chief: @dev']);
    assert.equal(lensOf(source, '.claude/agents/dev.md'), 'used by 1 agent');
  });

  test('a command is called as a skill is', () =>
    assert.deepEqual(callersOf(framework, '.claude/commands/forecast.md'), ['agent dev: forecast']));

  test('a name that means another file is none of its callers', () => {
    const two = skill('tdd') + file('sub/.claude/skills/tdd/SKILL.md', '---\ndescription: Another.\n---\n');
    const source = agent('a', 'skills: [tdd]') + two;
    assert.deepEqual(callersOf(source, tdd), ['agent a: tdd']);
    assert.deepEqual(callersOf(source, 'sub/.claude/skills/tdd/SKILL.md'), []);
  });

  test('callees in the order of the text, without those that are missing', () => {
    assert.deepEqual(calleesOf(framework, '.claude/agents/dev.md'), [
      'skill tdd: tdd, tdd',
      'command forecast: forecast',
    ]);
    assert.deepEqual(calleesOf(framework, '.claude/agents/code-reviewer.md'), ['agent dev: dev']);
    assert.deepEqual(calleesOf(framework, 'CLAUDE.md'), ['skill tdd: tdd']);
    assert.deepEqual(calleesOf(framework, tdd), []);
  });
});
