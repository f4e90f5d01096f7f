// What two texts share at their ends, found stretch by stretch, is what is found character by character.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { sharedEnds } from '../../server/src/syntax/difference';

const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });
const pieces = fc.record({ before: fc.nat(1500), a: letters, b: letters, behind: fc.nat(1500), from: fc.nat(3) });

suite('difference', () => {
  test('of two texts, or pieces of them', () => {
    fc.assert(
      fc.property(pieces, ({ before, a, b, behind, from }) => {
        const [one, other] = [a, b].map(each => 'x'.repeat(before) + each + 'y'.repeat(behind)) as [string, string];
        const pieceOf = (text: string): { start: number; end: number } => ({
          start: Math.min(from, text.length),
          end: text.length,
        });
        const [inOne, inOther] = [one.slice(from), other.slice(from)];
        let head = 0;
        while (head < Math.min(inOne.length, inOther.length) && inOne[head] === inOther[head]) head++;
        let tail = 0;
        while (tail < Math.min(inOne.length, inOther.length) - head && inOne.at(-1 - tail) === inOther.at(-1 - tail))
          tail++;
        assert.deepEqual(sharedEnds(one, other, pieceOf(one), pieceOf(other)), { head, tail });
      }),
      { numRuns: 500 },
    );
  });
});
