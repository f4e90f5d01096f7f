// Front matter entry by entry: what one broken line does to its neighbours, and what any text does to the reader.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { entry, scalars, type Data } from '../../server/src/syntax/data';
import type { Document } from '../../server/src/syntax/document';
import { parse } from '../../server/src/syntax/parse';
import { readYaml } from '../../server/src/syntax/yaml';

const read = (text: string, before?: Document): Document => parse('file:///a.md', 'markdown', text, before);
const keys = (document: Document): string[] =>
  document.data?.is === 'map' ? document.data.entries.map(e => e.key.text) : [];
const value = (document: Document, key: string): string | undefined => {
  const found = entry(document.data, key)?.value;
  return found?.is === 'scalar' ? found.text : undefined;
};

const lines = [
  'name: reviewer',
  'description: Reviews code. Use after changes.',
  'tools:\n  - Read\n  - "Grep"',
  'skills: [tdd, debugging]',
  'hooks:\n  PreToolUse:\n    - matcher: Bash',
  'color: blue # why not',
  'memory: |\n  kept\n  so',
];

suite('entries', () => {
  test('an unfinished line loses no neighbour', () => {
    for (const unfinished of [
      'mod',
      'desc: a: b',
      'x: "open',
      'y: [a, b',
      'y: [',
      'y: {',
      'z: *',
      'w:',
      '- dash',
      'v: @x',
    ]) {
      for (let at = 0; at <= lines.length; at++) {
        const text = `---\n${[...lines.slice(0, at), unfinished, ...lines.slice(at)].join('\n')}\n---\n`;
        const found = read(text);
        for (const line of lines) {
          const key = line.slice(0, line.indexOf(':'));
          const whole = entry(read(`---\n${lines.join('\n')}\n---\n`).data, key)?.value;
          // A dash at column 0 belongs to the entry above it, which may be any.
          if (unfinished === '- dash' && lines[at - 1] === line) continue;
          assert.deepEqual(texts(entry(found.data, key)?.value), texts(whole), `${unfinished} at ${at}, ${key}`);
        }
      }
    }
  });

  test('the spans of scalars leave out their quotes', () => {
    const text = '---\nname: "a b"\ntools: [\'x\', y]\n---\n';
    const document = read(text);
    const spans = ['name', 'tools']
      .flatMap(key => scalars(entry(document.data, key)?.value))
      .map(s => text.slice(s.span.start, s.span.end));
    assert.deepEqual(spans, ['a b', 'x', 'y']);
  });

  test('the lenient value of what strict YAML refuses is the text as it stands', () => {
    const document = read('---\ndescription: Use this: now\nglobs: **/*.ts\n---\n');
    assert.equal(value(document, 'description'), 'Use this: now');
    assert.equal(value(document, 'globs'), '**/*.ts');
  });

  test('entries whose text stays are kept', () => {
    const before = read(`---\n${lines.join('\n')}\n---\nBody\n`);
    const after = read(`---\n${lines.join('\n').replace('blue', 'red')}\n---\nBody\n`, before);
    const kept = after.parts.filter(part => before.parts.some(old => old.content === part.content));
    assert.equal(kept.length, lines.length - 1);
  });

  test('kept entries are what a new reading gives', () => {
    const piece = fc.constantFrom(
      ...lines,
      'mod',
      'a: b: c',
      '  - x',
      '"',
      '',
      '# c',
      'tools:',
      '---',
      '\t- x',
      'é: ü',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (a, b) => {
        const first = `---\n${a.join('\n')}\n---\nBody\n`;
        const second = `---\n${b.join('\n')}\n---\n# Body\n`;
        const kept = read(second, read(first));
        const fresh = read(second);
        assert.deepEqual(kept.data, fresh.data);
        assert.deepEqual(kept.problems, fresh.problems);
        assert.deepEqual(kept.body, fresh.body);
      }),
    );
  });

  test('valid front matter is the same as one whole reading', () => {
    const block = lines.join('\n');
    const whole = readYaml(`${block}\n`);
    assert.deepEqual(whole.errors, []);
    assert.deepEqual(
      keys(read(`---\n${block}\n---\n`)),
      whole.data?.is === 'map' ? whole.data.entries.map(e => e.key.text) : [],
    );
    for (const key of keys(read(`---\n${block}\n---\n`))) {
      assert.deepEqual(
        texts(entry(read(`---\n${block}\n---\n`).data, key)?.value),
        texts(entry(whole.data, key)?.value),
      );
    }
  });

  test('any text gives a document', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void read(`---\n${text}`)));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void parse('file:///a.json', 'json', text)));
  });

  test('bombs and depths are bounded', () => {
    const bomb = ['a: &a [x]', ...Array.from({ length: 40 }, (_, n) => `b${n}: &b${n} [*a, *a, *a, *a]`)].join('\n');
    assert.ok(keys(read(`---\n${bomb}\n---\n`)).length > 30);
    read(`---\na: ${'['.repeat(50_000)}\n---\n`);
    parse('file:///a.json', 'json', '['.repeat(50_000));
  });
});

/** The texts of all scalars in a value, in order. */
function texts(data: Data | undefined): string[] {
  if (data === undefined) return [];
  if (data.is === 'scalar') return [data.text];
  if (data.is === 'list') return data.items.flatMap(item => texts(item.value));
  return data.entries.flatMap(e => [e.key.text, ...texts(e.value)]);
}
