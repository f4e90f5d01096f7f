// Entries that are kept while letters come into a word are those of a fresh look.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { partsSince } from '../../server/src/syntax/kept-parts';
import { parse } from '../../server/src/syntax/parse';

const uri = 'file:///a.md';
const texts = [
  '---\nname: reader\ndescription: Reads it (all of it), then stops.\n' +
    'skills:\n  - tdd\n  - debugging\n# remark here\ncolor: blue # why not\n---\n\n# A\n\nText.\n',
  '---\r\nname: reader\r\ndescription: >\r\n  Reads it\r\n  once.\r\n\r\ntools: [Read,\r\n  Write]\r\n---\r\nText.\r\n',
  '---\ntools: [Read,\nWrite\n]\nname: "a word"\nmemory: |\n  kept\n  so\n---\n',
  '---\n  name: reader\n  model: opus\n---\n',
  '---\n{ name: reader, model: opus }\n---\n',
  '---\nname: &one reader\nmodel: *one\nnam: some\nlist: [ab, ab]\n---\n',
  '---\nhooks:\n  Stop:\n    - matcher: Bash\n      matche: word\ndescription: Use this: now\n---\n',
  '---\nUse it when: it is there\nname: reader\n- item here\n---\n',
];

const typed = fc.record({
  text: fc.constantFrom(...texts),
  at: fc.nat(150),
  remove: fc.constantFrom(0, 0, 0, 1, 2),
  add: fc.constantFrom('x', 'e', 'ab', '', 's', 'model', '-', ' '),
});

suite('kept entries', () => {
  test('are those of a fresh look', () => {
    let kept = 0;
    fc.assert(
      fc.property(typed, ({ text, at, remove, add }) => {
        const now = text.slice(0, at) + add + text.slice(at + remove);
        const before = parse(uri, 'markdown', text);
        const fresh = parse(uri, 'markdown', now);
        assert.deepEqual(parse(uri, 'markdown', now, before), fresh);
        if (fresh.frontMatter && partsSince(before, now, fresh.frontMatter)) kept++;
      }),
      { numRuns: 6_000 },
    );
    assert.ok(kept > 100, String(kept));
  });

  test('the others are the very same, or the same further on', () => {
    const [text] = texts as [string];
    const before = parse(uri, 'markdown', text);
    const now = parse(uri, 'markdown', text.replace('Reads', 'Readsx'), before);
    assert.equal(now.parts[0], before.parts[0]);
    assert.notEqual(now.parts[1]!.content, before.parts[1]!.content);
    assert.equal(now.parts[2]!.content, before.parts[2]!.content);
    assert.equal(now.parts[2]!.start, before.parts[2]!.start + 1);
  });

  test('a key that becomes another one is told where it stands twice', () => {
    const text = '---\nname: reader\nnames: readers\n---\n';
    const { problems } = parse(uri, 'markdown', text.replace('names', 'name'), parse(uri, 'markdown', text));
    assert.deepEqual(
      problems.map(({ cause }) => cause),
      ['duplicate-key'],
    );
  });
});
