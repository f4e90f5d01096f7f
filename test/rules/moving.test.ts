// Fixes that move files: offered where the new place is free, and where the client can move them.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { fixture } from '../support/fixture';

const skill = (path: string): string => `-- ${path} --\n---\nname: tdd\ndescription: Test first.\n---\nTest.\n`;
const deep = skill('.claude/skills/group/tdd/SKILL.md');
const notes = '-- .claude/skills/group/tdd/notes.md --\nNotes.\n';

function moves(files: string): { from: string; to: string }[] {
  const { workspace, files: texts } = fixture(files);
  const [uri] = [...texts.keys()].filter(each => each.includes('/group/'));
  const found = lint(workspace.document(uri!)!, workspace).filter(({ rule }) => rule.id === 'skill-place');
  assert.equal(found.length, 1);
  return (found[0]!.fixes?.() ?? []).flatMap(fix =>
    fix.edits.flatMap(edit => ('moveTo' in edit ? [{ from: tail(edit.uri), to: tail(edit.moveTo) }] : [])),
  );
}

const tail = (uri: string): string => uri.slice(uri.indexOf('/.claude/') + 1);

suite('fixes that move files', () => {
  test('a folder with all that is in it', () =>
    assert.deepEqual(moves(deep + notes), [{ from: '.claude/skills/group/tdd', to: '.claude/skills/tdd' }]));

  test('nothing where something lies already', () =>
    assert.deepEqual(moves(deep + notes + skill('.claude/skills/tdd/SKILL.md')), []));

  test('a lone file goes to what belongs to it', () =>
    assert.deepEqual(moves(`${deep}-- .claude/skills/tdd/notes.md --\nNotes.\n`), [
      { from: '.claude/skills/group/tdd/SKILL.md', to: '.claude/skills/tdd/SKILL.md' },
    ]));
});
