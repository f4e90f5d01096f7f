// Where two texts differ, found stretch by stretch, is where character after character finds it.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { sameBefore, sameBehind } from '../../server/src/syntax/difference';

const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });
const pair = fc.record({
  same: fc.nat(2000),
  a: letters,
  b: letters,
  most: fc.nat(2200),
});

suite('difference', () => {
  test('of two texts that begin alike', () => {
    fc.assert(
      fc.property(pair, ({ same, a, b, most }) => {
        const [one, other] = [`x${'a'.repeat(same)}${a}`, `${'a'.repeat(same)}${b}`];
        const longest = Math.min(most, one.length - 1, other.length);
        let at = 0;
        while (at < longest && one[at + 1] === other[at]) at++;
        assert.equal(sameBehind({ text: one, start: 1 }, { text: other, start: 0 }, longest), at);
      }),
    );
  });

  test('of two texts that end alike', () => {
    fc.assert(
      fc.property(pair, ({ same, a, b, most }) => {
        const [one, other] = [`${a}${'a'.repeat(same)}x`, `${b}${'a'.repeat(same)}`];
        const longest = Math.min(most, one.length - 1, other.length);
        let at = 0;
        while (at < longest && one[one.length - 2 - at] === other[other.length - 1 - at]) at++;
        assert.equal(
          sameBefore({ text: one, start: one.length - 1 }, { text: other, start: other.length }, longest),
          at,
        );
      }),
    );
  });
});
