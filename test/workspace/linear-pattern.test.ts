// Patterns of a stranger's are matched as the language itself matches them, and never take long.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isFoundIn, linearPattern } from '../../server/src/workspace/linear-pattern';

const isPattern = (source: string, flags = ''): boolean => {
  try {
    return Boolean(new RegExp(source, flags));
  } catch {
    return false;
  }
};
const flagsOf = (source: string): string => (isPattern(source, 'u') ? 'u' : '');

function check(source: string, text: string): void {
  const pattern = linearPattern(source);
  assert.ok(pattern, `${source} is taken`);
  assert.equal(isFoundIn(pattern, text), new RegExp(source, flagsOf(source)).test(text), `${source} in ${text}`);
}

const atom = fc.constantFrom(
  'a', 'b', '-', '.', '\\d', '\\w', '\\s', '[a-c]', '[^a]', '[\\w.-]', '\\.', '\\u0061', '[]', '[^]', '\\x62', '^', '$',
  '\\b', '\\B', '\\p{L}', '😀', '[\\]a]', '\\-', '{', '()',
); // prettier-ignore
const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?', '+?');
const { pattern } = fc.letrec<{ pattern: string; row: string; part: string }>(tie => ({
  pattern: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map(rows => rows.join('|')),
  row: fc.array(tie('part'), { maxLength: 4 }).map(parts => parts.join('')),
  part: fc
    .tuple(
      fc.oneof(
        { depthSize: 'small' },
        atom,
        tie('pattern').map(inner => `(${inner})`),
        tie('pattern').map(inner => `(?:${inner})`),
      ),
      quantifier,
    )
    .map(([inner, count]) => inner + count),
}));
const text = fc.array(fc.constantFrom('a', 'b', 'c', '-', '.', '1', ' ', '\n', '😀', '{', ']'), { maxLength: 8 });

suite('patterns in linear time', () => {
  test('those that real schemas have', () => {
    for (const [source, texts] of Object.entries({
      '^[a-z][a-z0-9-]*$': ['code-reviewer', 'Code', '', 'a\n'],
      '^\\d+\\.\\d+(\\.\\d+)?$': ['1.0', '1.0.0', '1', '1.0.0.0'],
      '^[a-z0-9]+(-[a-z0-9]+)*$': ['a-b-c', 'a--b', '-a'],
      '^\\d+\\s+(hour|hours|day|days)$': ['2 days', '2days', '2 weeks'],
      '^ADR-[0-9]{1,4}$': ['ADR-12', 'ADR-12345', 'xADR-1'],
      team: ['the team', 'tea'],
    })) {
      for (const each of texts) check(source, each);
    }
  });

  test('as the language matches them', () => {
    fc.assert(
      fc.property(pattern, text, (source, characters) => {
        // What is repeated in what is repeated grows beyond what is taken.
        if (!isPattern(source) || (!isPattern(source, 'u') && source.includes('\\p')))
          assert.equal(linearPattern(source), undefined);
        else if (source.length < 40) check(source, characters.join(''));
      }),
      { numRuns: 3000 },
    );
  });

  test('what looks around or back, or is no pattern, is not taken', () => {
    for (const source of ['(?=a)', '(?!a)b', '(?<=a)b', '(?<!a)b', '(a)\\1', '(?<x>a)\\k<x>', '(', '[', 'a**', '\\'])
      assert.equal(linearPattern(source), undefined, source);
  });

  test('nor what asks for too much, and none goes on without end', () => {
    for (const source of ['a'.repeat(501), '(((a{999}){999}){999})', '((){999}){999}', 'a{1001}', '('.repeat(400)])
      assert.equal(linearPattern(source), undefined, source.slice(0, 20));
    for (const source of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '(a*)*b', '^(.*a){20}$']) {
      const taken = linearPattern(source);
      assert.ok(taken, source);
      assert.notEqual(isFoundIn(taken, `${'a'.repeat(200)}!`), true, source);
      assert.equal(isFoundIn(taken, 'a'.repeat(1_000_000)), undefined, source);
    }
  });
});
