// How grave it is that a file lacks what agents and skills have: an error only where one is surely meant.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { fixture } from '../support/fixture';

/** The severities of one rule in the first file of some. */
function severities(rule: string, source: string): string[] {
  const { workspace, document } = fixture(source);
  return lint(document, workspace)
    .filter(each => each.rule.id === rule)
    .map(({ severity }) => severity);
}

suite('gravity', () => {
  test('a skill without front matter is an error where programs look for skills', () => {
    assert.deepEqual(severities('front-matter', '-- .claude/skills/a/SKILL.md --\n# A\n\nWorks.\n'), ['error']);
    assert.deepEqual(severities('front-matter', '-- web-bundles/a/SKILL.md --\n# A\n\nWorks.\n'), ['information']);
    assert.deepEqual(severities('front-matter', '-- test/fixtures/.claude/skills/a/SKILL.md --\n# A\n'), [
      'information',
    ]);
  });

  test('a document by its name that lies among agents is none', () => {
    const other = '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nHelp.\n';
    const among = (name: string): string => `-- .claude/agents/${name}.md --\n# It\n\nYou work.\n${other}`;
    assert.deepEqual(severities('front-matter', among('reviewer')), ['error']);
    assert.deepEqual(severities('front-matter', among('SHARED_PROTOCOL')), ['information']);
    assert.deepEqual(severities('front-matter', among('README-LIFECYCLE')), ['information']);
  });

  test('keys that say nothing of agents are those of something else', () => {
    const keys = (written: string): string => `-- .claude/agents/a.md --\n---\n${written}\n---\nHelp.\n`;
    assert.deepEqual(severities('missing-field', keys('name: a')), ['error']);
    assert.ok(severities('missing-field', keys('agent: a\nversion: 1')).every(each => each === 'information'));
  });

  test('servers without their key may be those of a plugin that has no manifest', () => {
    const servers = '-- kit/.mcp.json --\n{ "a": { "command": "a" } }\n';
    const skill = '-- kit/skills/a/SKILL.md --\n---\nname: a\ndescription: Works.\n---\nWork.\n';
    assert.deepEqual(severities('missing-field', servers), ['error']);
    assert.deepEqual(severities('missing-field', servers + skill), ['information']);
    assert.deepEqual(severities('missing-field', `-- kit/.mcp.json --\n{}\n${skill}`), ['error']);
  });
});
