// The names of a list that are kept while one is typed in are those that a fresh look finds.
import { strict as assert } from 'node:assert';
import { parse } from '../../server/src/syntax/parse';
import { Workspace } from '../../server/src/workspace/workspace';
import { namesSince } from '../../server/src/workspace/names-since';
import type { Reference } from '../../server/src/workspace/symbols';
import { root } from '../support/fixture';

const uri = `${root}/.claude/agents/a.md`;
const lists = [
  'skills:\n  - tdd\n  - debugging # when tests fail\n  - plan\n',
  'skills:\n- "tdd"\n- \'plan\'\n- "pl\\x61n"\n- "pl\\x61"\n',
  'skills:\n  - nul\n  - tru\n  - plan\n  - nan\n',
  'skills: [tdd, plan, "debugging"]\n',
  'skills:\n  - tdd\n    plan\n  - go, stop\n',
  'skills: tdd, plan\n',
  'skills:\n  -\n  - plan\n  - team:review\n',
  'tools:\n  - Read\n  - Agent(tdd)\n  - mcp__web__get\n',
];

/** What a fresh look finds in the entry below the name and the description. */
function fresh(list: string): { readonly text: string; readonly near: readonly Reference[] } {
  const text = `---\nname: a\ndescription: Helps.\n${list}---\n`;
  const workspace = new Workspace();
  workspace.setRoots([root]);
  workspace.apply([{ uri, text, open: true }]);
  return { text, near: workspace.groups(workspace.document(uri)!)[2]!.near };
}

suite('names of a list', () => {
  test('are those of a fresh look, whatever letter is typed or taken out', () => {
    const kept = new Set<string>();
    for (const list of lists) {
      for (let at = 0; at <= list.length; at++) {
        for (const letter of ['x', 'l', 'e']) {
          const other = list.slice(0, at) + letter + list.slice(at);
          for (const [was, is] of [
            [list, other],
            [other, list],
          ] as const) {
            const [before, now] = [fresh(was), fresh(is)];
            const [old, entry] = [before, now].map(({ text }) => parse(uri, 'markdown', text).parts[2]);
            const since = old && entry && namesSince(old.content, before.near, entry.content);
            if (since) assert.deepEqual(since, now.near, is);
            if (since) kept.add(list);
          }
        }
      }
    }
    assert.deepEqual(
      [...kept],
      lists.filter((_, index) => [0, 1, 2, 3].includes(index)),
    );
  });
});
