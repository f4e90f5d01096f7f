// Holds the invariants of ARCHITECTURE.md.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { dialects } from '../server/src/dialects/index';
import { rules } from '../server/src/rules/index';

/** From first to last: a room imports from itself and from earlier ones. */
const rooms = ['syntax', 'dialects', 'workspace', 'rules', 'features', 'disk', 'lsp', 'cli'];
const engine = rooms.slice(0, 5);

/** Packages that one room alone may import. */
const owners: readonly { readonly pattern: RegExp; readonly rooms: readonly string[] }[] = [
  { pattern: /^(yaml|gray-matter|jsonc-parser|smol-toml)$/, rooms: ['syntax'] },
  { pattern: /^vscode-(languageserver|jsonrpc)/, rooms: ['lsp'] },
  { pattern: /^node:/, rooms: ['disk', 'lsp', 'cli'] },
];

interface Import {
  readonly from: string;
  readonly room: string;
  readonly to: string;
}

const source = join(process.cwd(), 'server/src');
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name));

const imports: Import[] = filesOf(source).flatMap(path => {
  const from = relative(source, path);
  return [...readFileSync(path, 'utf8').matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'/gm)].map(
    match => {
      const to = match[1] ?? match[2] ?? '';
      return {
        from,
        room: from.split('/')[0]!,
        to: to.startsWith('.') ? relative(source, join(dirname(path), to)) : to,
      };
    },
  );
});
const isLocal = (to: string): boolean => rooms.includes(to.split('/')[0]!);
const said = (found: readonly Import[]): string[] => found.map(({ from, to }) => `${from} imports ${to}`);

suite('tidy', () => {
  test('no import points to a later room', () => {
    const wrong = imports.filter(
      ({ room, to }) => isLocal(to) && rooms.indexOf(to.split('/')[0]!) > rooms.indexOf(room),
    );
    assert.deepEqual(said(wrong), []);
  });

  test('the two hosts do not know each other', () => {
    assert.deepEqual(said(imports.filter(({ room, to }) => room === 'cli' && to.startsWith('lsp/'))), []);
  });

  test('each package is imported by its own room alone', () => {
    const wrong = imports.filter(({ room, to }) => owners.some(o => o.pattern.test(to) && !o.rooms.includes(room)));
    assert.deepEqual(said(wrong), []);
  });

  test('the client imports nothing of the server but the protocol', () => {
    const client = join(process.cwd(), 'client/src');
    const wrong = filesOf(client).flatMap(path =>
      [...readFileSync(path, 'utf8').matchAll(/from '([^']*server\/[^']*)'/g)].flatMap(match =>
        match[1]!.endsWith('server/src/lsp/protocol') ? [] : [`${relative(client, path)} imports ${match[1]}`],
      ),
    );
    assert.deepEqual(wrong, []);
  });

  test('every rule is listed once, under the name of its file', () => {
    const helpers = ['index', 'rule', 'lint', 'edits', 'nearest'];
    const files = readdirSync(join(source, 'rules'))
      .filter(name =>
        /= ?define\w*Rule\(|default define\w*Rule\(/.test(readFileSync(join(source, 'rules', name), 'utf8')),
      )
      .map(name => name.replace(/\.ts$/, ''))
      .filter(name => !helpers.includes(name));
    assert.deepEqual(rules.map(rule => rule.id).sort(), files.sort());
  });

  test('every dialect is listed once', () => {
    const ids = dialects.map(dialect => dialect.id);
    assert.deepEqual(ids, [...new Set(ids)]);
    const folders = readdirSync(join(source, 'dialects'), { withFileTypes: true });
    const declared = folders
      .filter(
        entry =>
          entry.isDirectory() || /: Dialect = \{/.test(readFileSync(join(source, 'dialects', entry.name), 'utf8')),
      )
      .map(entry => entry.name.replace(/\.ts$/, ''));
    assert.deepEqual(ids.sort(), declared.sort());
  });

  test('the first line of every file says what it is for', () => {
    const folders = ['server/src', 'client/src', 'test', 'bench'].map(folder => join(process.cwd(), folder));
    const silent = folders.flatMap(filesOf).filter(path => {
      if (path.includes('node_modules')) return false;
      const text = readFileSync(path, 'utf8').replace(/^#!.*\n/, '');
      return !text.startsWith('// ');
    });
    assert.deepEqual(
      silent.map(path => relative(process.cwd(), path)),
      [],
    );
  });

  test('no lock file names a registry', () => {
    const locks = ['.', 'test/vscode-host/newest', 'test/vscode-host/oldest'].map(folder =>
      join(process.cwd(), folder, 'package-lock.json'),
    );
    const wrong = locks.flatMap(path => /"resolved": "\w+:.*/.exec(readFileSync(path, 'utf8')) ?? []);
    assert.deepEqual(wrong, []);
  });

  test('what ships asks for no package that lies beside it', () => {
    const shipped = join(process.cwd(), 'dist');
    const bundles = readdirSync(shipped);
    const own = new Set([...builtinModules, 'vscode', ...bundles.map(name => `./${name}`)]);
    for (const name of bundles) {
      const text = readFileSync(join(shipped, name), 'utf8');
      // A name that is handed to another function, as js-yaml hands that of its parser, is no less asked for.
      const asked = [...text.matchAll(/\brequire\(["']([^"']+)["']\)|["'](esprima)["']/g)].map(
        match => match[1] ?? match[2]!,
      );
      assert.deepEqual(
        asked.filter(each => !own.has(each.replace(/^node:/, ''))),
        [],
        name,
      );
    }
  });

  test('the engine runs in a bare context, without node and without a browser', async () => {
    const entry = engine
      .filter(room => ['features', 'rules', 'workspace'].includes(room))
      .map(room =>
        room === 'workspace'
          ? `export * from './workspace/workspace';`
          : room === 'rules'
            ? `export * from './rules/lint';`
            : `export * from './features/completion';`,
      )
      .join('\n');
    const built = await build({
      stdin: { contents: entry, resolveDir: source, loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'engine',
      platform: 'browser',
      mainFields: ['module', 'main'],
      target: 'es2022',
      logLevel: 'silent',
      // gray-matter asks for these when it reads files or draws errors; the engine never makes it do so.
      external: ['fs', 'buffer', 'os', 'path'],
    });
    const context = createContext({
      Buffer: { from: (text: string) => new TextEncoder().encode(text) },
      require: () => ({}),
    });
    runInContext(built.outputFiles[0]!.text, context);
    const count = runInContext(
      `const w = new engine.Workspace(); w.setRoots(['file:///ws']);
       const uri = 'file:///ws/.claude/agents/a.md';
       w.apply([{ uri, text: '---\\nname: a\\ndescription: b\\ntools: [Raed]\\n---\\nText', open: true }]);
       engine.lint(w.document(uri), w).length`,
      context,
    ) as number;
    assert.ok(count > 0);
  });
});
