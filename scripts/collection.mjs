// The tests' knowledge of the collected repositories and observed verdicts, for scripts. Ends the script where they are absent.
import { load } from './bundle.mjs';
import { ensurePackages, root } from './ensure.mjs';

/** All that the test modules export that are named, below `test/`. */
export async function collection(...modules) {
  ensurePackages();
  process.chdir(root);
  const names = ['./support/collection', ...modules];
  const found = await load(names.map(name => `export * from '${name}';`).join('\n'), 'test');
  if (!found.isPresent()) {
    console.error(found.absent);
    process.exit(2);
  }
  return found;
}
