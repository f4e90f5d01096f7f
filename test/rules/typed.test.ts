// What a key changed: where it may say more than a word or a value, all rules are asked.
import { strict as assert } from 'node:assert';
import { lintAlone } from '../../server/src/rules/lint';
import { LintWhileTyping } from '../../server/src/rules/typing';
import { fixture, root } from '../support/fixture';

const uri = `${root}/.claude/agents/reviewer.md`;

/** The ids of what is found once the text was typed into. */
function found(before: string, after: string): string[] {
  const { workspace } = fixture(`-- .claude/agents/reviewer.md --\n${before}`);
  const typing = new LintWhileTyping();
  workspace.apply([{ uri, text: before, open: true }]);
  typing.lint(workspace.document(uri)!, workspace);
  workspace.apply([{ uri, text: after, open: true }]);
  const document = workspace.document(uri)!;
  const ids = typing.lint(document, workspace).map(({ rule }) => rule.id);
  assert.deepEqual(
    ids,
    lintAlone(document, workspace).map(({ rule }) => rule.id),
  );
  return ids;
}

const head = '---\nname: reviewer\ndescription: Reviews code -- and more.\n';

suite('what a key changed', () => {
  test('three hyphens in a value end the front matter early', () => {
    const text = `${head}---\n\nReview.\n`;
    assert.ok(found(text, text.replace(' -- ', ' --- ')).includes('front-matter'));
  });
  test('a comment behind a value is no part of it', () => {
    const text = `${head}\n# revix\n---\n\nReview.\n`;
    assert.ok(found(text, text.replace('revix\n', 'revi\n')).includes('swallowed-title'));
  });
  test('a letter alone that becomes a word', () => {
    const text = `${head}---\n\n# A\n\n- Read the code now\nA thing to write down\n- Run the tests\n`;
    assert.ok(found(text, text.replace('A thing', 'All thing')).includes('print-bullet'));
  });
  test('a name that becomes one that is found, and none again', () => {
    const agent = (listed: string): string =>
      `---\nname: reviewer\ndescription: Reviews.\ncontext_strategy: minimal\nskills:\n  - tdd\n  - ${listed}\n---\n` +
      "\nSkill({ skill: 'tdd' });\nSkill({ skill: 'debugging' });\n";
    const { workspace } = fixture(
      `-- .claude/agents/reviewer.md --\n${agent('debuggin')}` +
        ['tdd', 'debugging']
          .map(name => `-- .claude/skills/${name}/SKILL.md --\n---\nname: ${name}\ndescription: Helps.\n---\n`)
          .join(''),
    );
    const typing = new LintWhileTyping();
    const unlisted = ['debuggin', 'debugging', 'debuggingx', 'debuggingxy', 'debuggingx', 'debugging'].map(name => {
      workspace.apply([{ uri, text: agent(name), open: true }]);
      const found = typing.lint(workspace.document(uri)!, workspace).map(({ rule }) => rule.id);
      assert.deepEqual(found, lintAlone(workspace.document(uri)!, workspace).map(({ rule }) => rule.id)); // prettier-ignore
      return found.includes('unlisted-skill');
    });
    assert.deepEqual(unlisted, [true, false, true, true, true, false]);
  });
});
