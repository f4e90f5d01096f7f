// Writes docs/rules.md, docs/rules/, docs/checks.md, docs/fields.md, docs/settings.md, agentwright.schema.json and the names of rules in
// package.json from the sources. With --check it writes nothing, and fails where a file on disk differs.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from './bundle.mjs';
import { ensurePackages, root } from './ensure.mjs';
import { checksPage } from './manual/checks.mjs';
import { fieldsPage } from './manual/fields.mjs';
import { rulesPages } from './manual/rules.mjs';
import { schemaFile } from './manual/schema.mjs';
import { settingsPage } from './manual/settings.mjs';

ensurePackages();
const engine = await loadEngine();
const readJson = name => JSON.parse(readFileSync(join(root, name), 'utf8'));
const written = {
  ...rulesPages(engine),
  'docs/checks.md': checksPage(engine),
  'docs/fields.md': fieldsPage(engine),
  'docs/settings.md': settingsPage(engine, readJson('package.json'), readJson('package.nls.json')),
  'agentwright.schema.json': schemaFile(engine),
  'package.json': withRuleNames(engine, readJson('package.json')),
};
/** Examples may have the line ends of Windows; a page has one kind of them. */
const pages = Object.fromEntries(Object.entries(written).map(([path, text]) => [path, text.replace(/\r+\n/g, '\n')]));
if (process.argv.includes('--check')) check();
else write();

/** The engine as it now is. */
function loadEngine() {
  const parts = `
    export { rules } from './rules/index';
    export { lint } from './rules/lint';
    export { filesOf, inManualOrder, underlined } from './cli/examples';
    export { dialects, extendedKind } from './dialects/index';
    export { sources } from './dialects/sources';
    export { join } from './workspace/uris';
    export { Workspace } from './workspace/workspace';`;
  return load(parts, 'server/src');
}

/** The setting `agentwright.rules` offers their ids, and marks what is none. */
function withRuleNames({ rules }, manifest) {
  const setting = manifest.contributes.configuration.properties['agentwright.rules'];
  setting.propertyNames = { enum: rules.map(({ id }) => id).sort() };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function write() {
  mkdirSync(join(root, 'docs/rules'), { recursive: true });
  for (const path of forgotten()) rmSync(join(root, path));
  for (const [path, text] of Object.entries(pages)) writeFileSync(join(root, path), text);
  console.log(`written: ${Object.keys(pages).length} files`);
}

function check() {
  const stale = Object.entries(pages).filter(([path, text]) => onDisk(path) !== text);
  for (const [path] of stale) console.error(`${path} is not current. Run: npm run generate`);
  for (const path of forgotten()) console.error(`${path} is of a rule that is gone. Run: npm run generate`);
  process.exitCode = stale.length + forgotten().length ? 1 : 0;
}

/** Pages of rules that are no more. */
function forgotten() {
  const kept = readdirSync(join(root, 'docs/rules'), { withFileTypes: true }).map(({ name }) => `docs/rules/${name}`);
  return kept.filter(path => !(path in pages));
}

/** A checkout may have other line ends. */
function onDisk(path) {
  try {
    return readFileSync(join(root, path), 'utf8').replace(/\r+\n/g, '\n');
  } catch {
    return undefined;
  }
}
