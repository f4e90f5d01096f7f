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
});
