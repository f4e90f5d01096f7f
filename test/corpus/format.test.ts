// Real front matter formatted: every reader gets the same data and body, and a second time nothing is left to do. One in
// five of the files; all of them, and how many change, where AGENTWRIGHT_ALL is set.
import { strict as assert } from 'node:assert';
import { formattedText } from '../../server/src/features/format/format';
import { parse } from '../../server/src/syntax/parse';
import { join } from '../../server/src/workspace/uris';
import { needsCollection, openRepository, repositories } from '../support/collection';
import { readings } from '../support/readers';

const everyFile = process.env.AGENTWRIGHT_ALL !== undefined;
const sampled = 5;

suite('formatting real files', () => {
  for (const lists of ['keep', 'block', 'flow']) {
    test(`lists: ${lists}; every reader gets the same, and twice is once`, async function () {
      needsCollection(this);
      const changed = await checkAll(lists);
      if (everyFile) console.log(`      ${changed} files change`);
      assert.ok(changed > 0);
    });
  }
});

async function checkAll(lists: string): Promise<number> {
  let changed = 0;
  let seen = 0;
  for (const repo of repositories()) {
    const { root, workspace, uris, text } = await openRepository(repo);
    workspace.apply([{ uri: join(root, 'agentwright.json'), text: `{ "format": { "lists": "${lists}" } }` }]);
    for (const uri of uris) {
      const before = text(uri);
      if (before === undefined || (!everyFile && seen++ % sampled !== 0)) continue;
      const after = formattedText(workspace, parse(uri, 'markdown', before));
      if (after === before) continue;
      changed++;
      assert.deepEqual(readings(after), readings(before), uri);
      assert.equal(formattedText(workspace, parse(uri, 'markdown', after)), after, uri);
    }
  }
  return changed;
}
