// What a rule asks at each key: nothing that costs in proportion to the workspace, once it is known.
import { strict as assert } from 'node:assert';
import { alone, lint } from '../../server/src/rules/lint';
import { fixture } from '../support/fixture';

suite('a key', () => {
  for (const rule of alone()) {
    test(`${rule.id} goes over no list of all names`, () => {
      for (const { bad, good } of rule.examples) {
        for (const example of good === undefined ? [bad] : [bad, good]) {
          const { files, workspace } = fixture(example);
          const documents = [...files].flatMap(([uri]) => workspace.document(uri) ?? []);
          const findings = documents.map(document => lint(document, workspace, [rule]).length);
          let asked = 0;
          const count = (): never[] => {
            asked++;
            return [];
          };
          for (const list of ['symbols', 'referred']) Object.defineProperty(workspace.names, list, { get: count });
          assert.deepEqual(
            documents.map(document => lint(document, workspace, [rule]).length),
            findings,
          );
          assert.equal(asked, 0, example);
        }
      }
    });
  }
});
