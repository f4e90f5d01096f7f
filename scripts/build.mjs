// Makes the bundles: dist/ holds what ships (client, server, command line), out/ the tests (`--tests`).
import { build } from 'esbuild';
import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tests = process.argv.includes('--tests');

/** jsonc-parser's UMD `main` breaks in a bundle, hence `module` first. */
const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  sourcemap: tests ? 'inline' : false,
  minify: !tests,
  logLevel: 'warning',
};

if (tests) {
  rmSync(join(root, 'out'), { recursive: true, force: true });
  const files = readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true })
    .filter(e => e.isFile() && e.name.endsWith('.test.ts') && !e.parentPath.includes('node_modules'))
    .map(e => relative(root, join(e.parentPath, e.name)));
  await build({
    ...shared,
    entryPoints: [...files, 'test/editor/index.ts'],
    outdir: 'out',
    outbase: '.',
    packages: 'external',
    external: ['vscode'],
  });
} else {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await build({
    ...shared,
    entryPoints: {
      client: 'client/src/extension.ts',
      server: 'server/src/lsp/main.ts',
      'agentwright-language-server': 'server/src/lsp/bin.ts',
      cli: 'server/src/cli/bin.ts',
    },
    outdir: 'dist',
    external: ['vscode'],
  });
  for (const bin of ['agentwright-language-server.js', 'cli.js']) chmodSync(join(root, 'dist', bin), 0o755);
}
