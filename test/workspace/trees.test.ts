// Which trees stay: open files always, closed ones as far as there is room.
import { strict as assert } from 'node:assert';
import { parse } from '../../server/src/syntax/parse';
import { Trees } from '../../server/src/workspace/trees';
import { Workspace } from '../../server/src/workspace/workspace';

const tree = (uri: string, length: number): ReturnType<typeof parse> => parse(uri, 'markdown', 'x'.repeat(length));

suite('trees that stay', () => {
  test('closed files are kept while there is room, and leave room when they go', () => {
    const trees = new Trees(10);
    trees.set(tree('a', 6), false);
    trees.set(tree('b', 6), false);
    assert.equal(trees.get('a')?.text.length, 6);
    assert.equal(trees.get('b'), undefined);
    trees.delete('a');
    trees.set(tree('b', 6), false);
    assert.equal(trees.get('b')?.text.length, 6);
  });

  test('a new version takes the place of the old one, and an open file takes no room', () => {
    const trees = new Trees(10);
    trees.set(tree('a', 6), false);
    trees.set(tree('a', 10), false);
    assert.equal(trees.get('a')?.text.length, 10);
    trees.set(tree('a', 100), true);
    assert.equal(trees.open('a')?.text.length, 100);
    trees.set(tree('b', 10), false);
    assert.equal(trees.get('b')?.text.length, 10);
  });

  test('a workspace keeps no tree of a closed file unless it is told to', () => {
    const uri = 'file:///w/.claude/agents/a.md';
    const text = '---\nname: a\ndescription: b\n---\n';
    for (const [keep, kept] of [[0, undefined], [text.length, text]] as const) {
      const workspace = new Workspace({ keep });
      workspace.apply([{ uri, text }]);
      assert.equal(workspace.document(uri)?.text, kept);
      workspace.apply([{ uri, gone: true }]);
      assert.equal(workspace.document(uri), undefined);
    }
  }); // prettier-ignore
});
