// While a line of real front matter is written, nothing is lost of the fields around it. All prefixes: `npm run prefixes`.
import { strict as assert } from 'node:assert';
import { needsCollection } from '../support/collection';
import { prefixLosses } from './prefixes';

suite('prefixes', () => {
  test('an unfinished line takes nothing from the fields around it', async function () {
    needsCollection(this);
    const { tried, lost } = await prefixLosses(2000);
    assert.ok(tried > 1900, `${tried} tried`);
    assert.deepEqual(lost, []);
  });
});
