// The example workspace says in its README what is wrong with it: exactly that is reported.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../server/src/cli/main';

const folder = join(process.cwd(), 'examples/workspace');

suite('example workspace', () => {
  test('reports what its README says, and nothing else', async () => {
    let out = '';
    const io = { cwd: folder, home: undefined, out: (text: string) => void (out += text), error: () => undefined };
    await main(['check', '--format', 'json'], io);
    const { findings } = JSON.parse(out) as { findings: { path: string; rule: string }[] };
    assert.deepEqual(findings.map(({ path, rule }) => `${path} ${rule}`).sort(), promised().sort());
  });
});

/** `path rule` of each row of the table; an empty first cell means the file above. What an editor alone shows is left out. */
function promised(): string[] {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| (?:`([^`]+)`)? +\| .* \| `([a-z-]+)` +\| (.*) \|$/gm)];
  let path = '';
  return rows.flatMap(([, file, rule, said]) => {
    path = file ?? path;
    return said!.includes('in the editor only') ? [] : [`${path} ${rule!}`];
  });
}
