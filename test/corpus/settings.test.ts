// Settings with one odd value each: an error is told of exactly those for which the real program ignores the whole file.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { lintAlone } from '../../server/src/rules/lint';
import { file, fixture } from '../support/fixture';

interface Observed {
  readonly path: string;
  readonly value: unknown;
  readonly isDropped: boolean;
}

// Claude Code 2.1.330, 30 November 2026; `npm run effective -- --settings` asks it anew.
const observed: readonly Observed[] = readFileSync('test/corpus/settings.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => {
    const [path = '', value = '', outcome] = line.split('\t');
    return { path, value: JSON.parse(value) as unknown, isDropped: outcome === 'dropped' };
  });

function hasError({ path, value }: Observed): boolean {
  const settings = path.split('.').reduceRight((below, key) => ({ [key]: below }), value);
  const { workspace, document } = fixture(file('.claude/settings.json', JSON.stringify(settings, null, 2)));
  return lintAlone(document, workspace).some(({ severity }) => severity === 'error');
}

suite('settings with an odd value', () => {
  test('were asked about', () => assert.ok(observed.length > 1000));
  test('are an error where the program ignores the file, and nowhere else', () => {
    const others = observed.filter(each => hasError(each) !== each.isDropped);
    assert.deepEqual(others, []);
  });
});
