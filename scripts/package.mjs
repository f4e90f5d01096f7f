// Packs the extension as agentwright-<version>.vsix, or as --out FILE. With --check it packs into a temporary folder, and
// fails when a file ships that should not, one is missing, or the whole is too large.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, ensurePackages, root } from './ensure.mjs';

const mayShip =
  /^(package\.json|agentwright\.schema\.json|package\.nls(\.[\w-]+)?\.json|README\.md|CHANGELOG\.md|LICENSE(\.txt)?|dist\/[\w-]+\.js|(media|syntaxes|l10n)\/[^/]+|docs\/(rules|settings)\.md|docs\/rules\/[\w-]+\.md)$/;
const mustShip = [
  'package.json', 'agentwright.schema.json', 'README.md', 'LICENSE', 'docs/rules/unknown-tool.md', 'dist/client.js', 'dist/server.js', 'dist/cli.js',
]; // prettier-ignore
const maxBytes = 1_500_000;

const { values: options } = parseArgs({ options: { check: { type: 'boolean' }, out: { type: 'string' } } });
ensurePackages();
build();
const { createVSIX, listFiles } = await import('@vscode/vsce');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = `${name}-${version}.vsix`;
if (options.check) await check();
else await pack(options.out ?? join(root, file));

/** No dependencies: the bundles hold them. */
async function pack(packagePath) {
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return statSync(packagePath).size;
}

async function check() {
  const temp = mkdtempSync(join(tmpdir(), 'agentwright-package-'));
  process.on('exit', () => rmSync(temp, { recursive: true, force: true }));
  const files = (await listFiles({ cwd: root, dependencies: false })).map(path => path.replaceAll('\\', '/')).sort();
  const bytes = await pack(join(temp, file));
  const wrong = [
    ...files.filter(path => !mayShip.test(path)).map(path => `${path} should not ship.`),
    ...mustShip.filter(path => !files.includes(path)).map(path => `${path} is missing.`),
    ...(bytes < maxBytes ? [] : [`${bytes} bytes are too many: ${maxBytes} is the limit.`]),
  ];
  console.log(`${file}: ${files.length} files, ${(bytes / 1000).toFixed(0)} kB`);
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length ? 1 : 0;
}
