// The short way to read simple YAML gives what the parser gives.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readSimple } from '../../server/src/syntax/simple';
import { readYaml } from '../../server/src/syntax/yaml';

const word = fc.oneof(
  fc.constantFrom('name', 'tdd', 'true', 'Null', '.inf', '.5', './x/y.md', '.claude', '/a', '~', '1', '-', '...', '---', '?', '_a'),
  fc.constantFrom(': ', ':', ' #', '#', ' ', "'", '"', '[', ']', '{', '}', ',', '&', '*', '!', '|', '>', '%', '@', '`', '\t', '\r', 'é', '\u2014', '\u{1f600}', '\u00a0', '\u2028', '\ufeff', '\u0085'),
  fc.string({ maxLength: 4 }),
); // prettier-ignore
const value = fc.oneof(
  fc.constantFrom('true', 'false', 'True', '0', '-0', '-12', '+1', '007', '0.3', '1.', '-1.50', '1e3', '0x1f', '0o7', '1.2.3', '1.2', '2026-01-01', '12:30', '12345678901234567890', '"a b"', '"a: b #c"', '"', "'it'", "'it''s'", '"\\n"', '""', "''", '"a" b', 'tdd', 'a b', 'x: y'),
  fc.array(fc.constantFrom('a', 'b c', '"x, y"', "'[z]'", '1', 'true', 'Bash(git:*)', 'a: b', '', ' ', '~', 'null', '[]', '{}', '#', 'a #b', '*x', '-', '- x', 'a"b', "it's", 'c: ', ':d'), { maxLength: 4 }).chain(items => fc.constantFrom(`[${items.join(', ')}]`, `[${items.join(',')}]`, `[ ${items.join(' , ')} ]`, `[${items.join(', ')},]`, `[${items.join(', ')}`, `[${items.join(', ')}] x`)),
); // prettier-ignore
const words = fc.array(word, { maxLength: 4 }).map(parts => parts.join(''));
const item = fc
  .tuple(fc.constantFrom('\n  - ', '\n- ', '\n   - ', '\n  -', '\n  ', '\n# '), words)
  .map(parts => parts.join(''));
const entry = fc.oneof(
  fc.tuple(fc.constantFrom('key', 'a-b', 'true', 'x y'), fc.constantFrom(': ', ':', ':  '), words),
  fc.tuple(fc.constant('key'), fc.constant(': '), value),
  fc.tuple(fc.constant('skills:'), fc.array(value, { maxLength: 4 }).map(items => items.map(i => `\n  - ${i}`).join('')), fc.constant('')),
  fc.tuple(fc.constant('metadata:'), fc.array(fc.tuple(fc.constantFrom('\n  ', '\n  ', '\n  ', '\n', '\n    '), fc.constantFrom('a', 'b', 'c', 'd', 'true', '- e', '-'), fc.constantFrom(': ', ': ', ': ', ':'), fc.oneof(value, words)), { maxLength: 4 }).map(items => items.map(i => i.join('')).join('')), fc.constant('')),
  fc.tuple(fc.constant('skills:'), fc.array(item, { maxLength: 4 }).map(items => items.join('')), fc.constant('')),
  fc.tuple(fc.constant('skills:'), fc.array(words, { maxLength: 4 }).map(items => items.map(i => `\n  - x${i}`).join('')), fc.constant('')),
); // prettier-ignore

suite('simple YAML', () => {
  test('is read as the parser reads it', () => {
    let simple = 0;
    fc.assert(
      fc.property(entry, parts => {
        const text = parts.join('');
        const read = readSimple(text);
        if (!read) return;
        simple++;
        // With a line break at its end it is not simple.
        assert.deepEqual({ data: read, errors: [], aliases: [] }, readYaml(`${text}\n`));
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 3000) },
    );
    assert.ok(simple > 0);
  });
});
