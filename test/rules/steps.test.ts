// Skills that a body calls and `skills` lists are kept in step from either side.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { agent, applyEdits, fixture, skill } from '../support/fixture';

const skills = skill('tdd') + skill('debugging') + skill('lint');
const keys = (listed: string): string => `context_strategy: minimal\nskills: [${listed}]`;

/** What becomes of the agent by each fix of a rule, by title. */
function fixed(rule: string, listed: string, body: string, breaks = '\n'): Record<string, string> {
  const source = agent('a', keys(listed), body).replace(/^(?!--).*\n/gm, line => line.replace('\n', breaks)) + skills;
  const { workspace, document, files, uri } = fixture(source);
  const found = lint(document, workspace).filter(each => each.rule.id === rule);
  const fixes = found.flatMap(({ fixes }) => fixes?.() ?? []);
  return Object.fromEntries(
    fixes.map(({ title, edits }) => {
      const after = applyEdits(files, edits).get(uri)!;
      return [render(title), after.slice(document.body!.span.start).trim()];
    }),
  );
}

const calls = (...names: string[]): string =>
  ['```js', ...names.map(name => `Skill({ skill: '${name}' }); // For ${name}.`), '```'].join('\n');
const table = (...names: string[]): string =>
  ['| Skill | For |', '| --- | --- |', ...names.map(name => `| \`${name}\` | Faults |`)].join('\n');

suite('steps', () => {
  test('a call of a skill that is not listed is listed, or taken out', () => {
    const after = fixed('unlisted-skill', 'tdd', calls('tdd', 'debugging'));
    assert.deepEqual(Object.keys(after), ['Add `debugging` to `skills`', 'Remove the call of `debugging`']);
    assert.equal(after['Remove the call of `debugging`'], calls('tdd'));
  });

  test('so is the row of a table', () => {
    assert.equal(
      fixed('unlisted-skill', 'tdd', table('debugging', 'tdd'))['Remove the row of `debugging`'],
      table('tdd'),
    );
    assert.equal(
      fixed('unlisted-skill', 'tdd', table('tdd', 'debugging'))['Remove the row of `debugging`'],
      table('tdd'),
    );
  });

  test('what stands alone, or in a line with more, is left', () => {
    for (const body of [
      calls('debugging'),
      table('debugging'),
      table('tdd', 'debugging` and `lint'),
      "Skill({ skill: 'debugging' }); Skill({ skill: 'lint' });\nSkill({ skill: 'tdd' });",
      "1. Call Skill({ skill: 'debugging' })\n2. Call Skill({ skill: 'tdd' })",
    ])
      assert.deepEqual(
        Object.keys(fixed('unlisted-skill', 'tdd', body)).filter(title => title.startsWith('Remove')),
        [],
      );
  });

  test('a listed skill that is not called is called behind the others, as they are', () => {
    const body = `${calls('tdd', 'lint')}\n\nThen:\n\n${calls('tdd')}`;
    const wanted = body.replace('For lint.\n', "For lint.\nSkill({ skill: 'debugging' });\n");
    const after = fixed('uncalled-skill', 'tdd, lint, debugging', body);
    assert.equal(after['Call `debugging` in the body'], wanted);
    const windows = fixed('uncalled-skill', 'tdd, debugging', '  Skill({ skill: "tdd" })\n', '\r\n');
    assert.equal(windows['Call `debugging` in the body'], 'Skill({ skill: "tdd" })\r\n  Skill({ skill: "debugging" })');
    assert.equal(
      fixed('uncalled-skill', 'tdd, debugging', "Call Skill({ skill: 'tdd' }) first.")['Call `debugging` in the body'],
      undefined,
    );
  });
});
