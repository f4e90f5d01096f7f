// Fences that are kept from key to key lie where a fresh look finds them.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findFences } from '../../server/src/syntax/frontmatter';
import { fencesSince } from '../../server/src/syntax/kept-fences';
import { parse } from '../../server/src/syntax/parse';

const texts = [
  '---\nname: a\ndescription: Reads it - all of it.\nskills:\n  - tdd\n  - debugging\n---\n\n# A\n\nText.\n',
  '---\r\nname: a\r\ndescription: >\r\n  Reads.\r\n\r\ntools: Read\r\n---\r\nText.\r\n',
  '---\nname: a\ndescription: b\n\n# Title\n\nText --- more\n---\n',
  '---\nname: a\n***\n\n# A\n\n---\n',
  '---\nname: a\ntools:\n- Read\n# remark\n---yaml\n# A\n',
];

const typed = fc.record({
  text: fc.constantFrom(...texts),
  at: fc.nat(120),
  remove: fc.constantFrom(0, 0, 1, 2, 9),
  add: fc.constantFrom('x', '-', '---', ' ', ':', '\n', '\n---\n', '#', '*', '', 'a: b', '***', '\r'),
});

suite('kept fences', () => {
  test('are those of a fresh look', () => {
    fc.assert(
      fc.property(typed, ({ text, at, remove, add }) => {
        const now = text.slice(0, at) + add + text.slice(at + remove);
        const kept = fencesSince(parse('file:///a.md', 'markdown', text), now);
        if (kept) assert.deepEqual(kept, findFences(now));
      }),
      { numRuns: 20_000 },
    );
  });

  test('a letter in a value or an item leaves them', () => {
    const [text] = texts as [string];
    const before = parse('file:///a.md', 'markdown', text);
    for (const behind of ['Reads it', 'all of', '- tdd', 'name: a']) {
      const at = text.indexOf(behind) + behind.length;
      assert.ok(fencesSince(before, `${text.slice(0, at)}x${text.slice(at)}`), behind);
    }
  });

  test('one that may begin a line of another kind does not', () => {
    const [text] = texts as [string];
    const before = parse('file:///a.md', 'markdown', text);
    for (const at of [text.indexOf('skills'), text.indexOf('- debugging') + 1, text.indexOf('---\n\n') + 1])
      assert.equal(fencesSince(before, `${text.slice(0, at)}-${text.slice(at)}`), undefined);
  });
});
