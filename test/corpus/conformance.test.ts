// Real agents, commands and skills are taken for what they are. What is said of them is compared in verdict.test.ts.
import { strict as assert } from 'node:assert';
import { needsCollection } from '../support/collection';
import { classification } from './conformance';

suite('conformance', () => {
  test('at most one real file in a hundred is not recognised', async function () {
    needsCollection(this);
    for (const { asked, wrong } of await classification()) {
      assert.ok(asked > 0 && wrong.length <= asked / 100, wrong.join('\n'));
    }
  });
});
