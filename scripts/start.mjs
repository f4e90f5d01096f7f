// Opens the extension in a real VS Code: `npm start [-- folder] [--port N]`.
// With a desktop VS Code (`code` on the PATH, or AGENTWRIGHT_VSCODE) in a window of it; without one, or with --port, the
// server build in test/vscode-host serves it to a browser until Ctrl+C.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installExtension, startServer } from '../test/vscode-host/server.mjs';
import { build, ensurePackages, root } from './ensure.mjs';

const { folder, port } = readArguments();
ensurePackages();
build();
const code = port === undefined && desktop();
if (code) openDesktop(code);
else await serve();

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: { port: { type: 'string' } }, allowPositionals: true });
    if (positionals.length > 1) throw new Error('One folder at most.');
    if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) throw new Error('--port takes a number.');
    // npm changes to the project's folder; a relative path means the one the person is in.
    const from = process.env.INIT_CWD ?? process.cwd();
    const folder = positionals[0] ? resolve(from, positionals[0]) : join(root, 'examples/workspace');
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}`);
    return { folder, port: values.port };
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

function desktop() {
  if (process.env.AGENTWRIGHT_VSCODE) return process.env.AGENTWRIGHT_VSCODE;
  const { status } = spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return status === 0 ? 'code' : undefined;
}

function openDesktop(program) {
  console.log(`Opening ${folder} in VS Code, with the extension from ${root}`);
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', folder];
  const windows = process.platform === 'win32';
  // On Windows `code` is a batch file: it needs a shell, and a shell needs the quotes.
  const { status, error } = spawnSync(program, windows ? args.map(text => `"${text}"`) : args, {
    stdio: 'inherit',
    shell: windows,
  });
  if (error) console.error(error.message);
  process.exit(status ?? 1);
}

async function serve() {
  const temp = mkdtempSync(join(tmpdir(), 'agentwright-start-'));
  process.on('exit', () => rmSync(temp, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
  const extensions = join(temp, 'extensions');
  installExtension(root, extensions);
  try {
    const server = await startServer({ extensions, port: Number(port ?? 0) });
    console.log(`VS Code with the extension, on ${folder}:\n\n  ${server.url(folder)}\n\nCtrl+C ends it.`);
    server.ended.then(() => {
      console.error('The VS Code server has ended.');
      process.exit(1);
    });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
