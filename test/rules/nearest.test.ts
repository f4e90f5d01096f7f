// The name that was probably meant.
import { strict as assert } from 'node:assert';
import { nearest } from '../../server/src/rules/nearest';

suite('nearest', () => {
  const tools = ['Read', 'Edit', 'Grep', 'Glob', 'Bash', 'WebFetch', 'WebSearch'];
  const cases: readonly [string, readonly string[]][] = [
    ['read', ['Read']],
    ['Raed', ['Read']],
    ['Grpe', ['Grep']],
    ['Web_Fetch', ['WebFetch']],
    ['WebFtech', ['WebFetch']],
    ['Search', []],
    ['x', []],
  ];
  for (const [written, meant] of cases) {
    test(`${written} → ${meant.join(', ') || 'nothing'}`, () => assert.deepEqual(nearest(written, tools), meant));
  }
});
