// Writes docs/rules.md, docs/fields.md, docs/settings.md and agentwright.schema.json from the sources. With --check it
// writes nothing, and fails where a file on disk differs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from './bundle.mjs';
import { ensurePackages, root } from './ensure.mjs';
import { fieldsPage } from './manual/fields.mjs';
import { rulesPage } from './manual/rules.mjs';
import { schemaFile } from './manual/schema.mjs';
import { settingsPage } from './manual/settings.mjs';

ensurePackages();
const engine = await loadEngine();
const readJson = name => JSON.parse(readFileSync(join(root, name), 'utf8'));
const pages = {
  'docs/rules.md': rulesPage(engine),
  'docs/fields.md': fieldsPage(engine),
  'docs/settings.md': settingsPage(engine, readJson('package.json'), readJson('package.nls.json')),
  'agentwright.schema.json': schemaFile(engine),
};
if (process.argv.includes('--check')) check();
else write();

/** The engine as it now is. */
function loadEngine() {
  const parts = `
    export { rules } from './rules/index';
    export { lint } from './rules/lint';
    export { filesOf, underlined } from './cli/examples';
    export { dialects, extendedKind } from './dialects/index';
    export { sources } from './dialects/sources';
    export { join } from './workspace/uris';
    export { Workspace } from './workspace/workspace';`;
  return load(parts, 'server/src');
}

function write() {
  mkdirSync(join(root, 'docs'), { recursive: true });
  for (const [path, text] of Object.entries(pages)) writeFileSync(join(root, path), text);
  console.log(`written: ${Object.keys(pages).join(', ')}`);
}

function check() {
  const stale = Object.entries(pages).filter(([path, text]) => onDisk(path) !== text);
  for (const [path] of stale) console.error(`${path} is not current. Run: npm run generate`);
  process.exitCode = stale.length ? 1 : 0;
}

/** A checkout may have other line ends. */
function onDisk(path) {
  try {
    return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
