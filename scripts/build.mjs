// Makes the bundles: dist/ holds what ships (client, server, command line), out/ the tests (`--tests`).
import { build } from 'esbuild';
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
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

/** What rules say of themselves, and their examples, is for tests, pages and the terminal; a server would hold it for as long as it runs. */
const withoutWords = {
  name: 'without-words',
  setup: ({ onLoad }) =>
    onLoad({ filter: /server[\\/]src[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: text
          .replace(/^ {2}examples: \[(?:.*\],|\r?\n[^]*?^ {2}\],)$/m, '  examples: [],')
          .replace(/^ {2}(summary|why|source):(?: .*|(?:\r?\n {4}.*)+)$/gm, "  $1: '',"),
        loader: 'ts',
      };
    }),
};

/** js-yaml, which gray-matter brings along, asks for a parser of JavaScript in whatever `node_modules` lies around the bundle, and
 * runs what it finds. No value is read as JavaScript here. */
const withoutParser = {
  name: 'without-parser',
  setup: ({ onLoad }) =>
    onLoad({ filter: /js-yaml[\\/]type[\\/]js[\\/]function\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replace("_require('esprima')", 'undefined'), loader: 'js' };
    }),
};

/** One character beyond Latin 1 makes V8 hold the whole source with two bytes a character. Those in strings are escaped already, those in
 * patterns mean the same when they are. */
const inAscii = {
  name: 'in-ascii',
  setup({ initialOptions, onEnd }) {
    initialOptions.write = false;
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text.replace(/[^\0-\x7f]/g, escaped));
      }
    });
  },
};

const escaped = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

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
  const shipped = { ...shared, outdir: 'dist', external: ['vscode'] };
  await build({
    ...shipped,
    entryPoints: { client: 'client/src/extension.ts', cli: 'server/src/cli/bin.ts' },
    plugins: [withoutParser, inAscii],
  });
  await build({
    ...shipped,
    entryPoints: { server: 'server/src/lsp/main.ts' },
    plugins: [withoutWords, withoutParser, inAscii],
  });
  // One server is shipped, under two names.
  writeFileSync(join(root, 'dist/agentwright-language-server.js'), "#!/usr/bin/env node\nrequire('./server.js');\n");
  for (const bin of ['agentwright-language-server.js', 'cli.js']) chmodSync(join(root, 'dist', bin), 0o755);
}
