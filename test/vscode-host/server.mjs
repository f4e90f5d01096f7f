// Starts the VS Code server on this machine's own address and says where its workbench is.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installHost } from './install.mjs';
import { writeSettings } from './profile.mjs';

const startLimit = 60_000;

/**
 * Extensions of VS Code that only cost time here. Those with a part for the browser must stay, even the useless:
 * the workbench would ask for that part and report an error.
 */
const skipped = [
  'GitHub.copilot-chat',
  'vscode.git',
  'vscode.github',
  'vscode.microsoft-authentication',
  'vscode.tunnel-forwarding',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'vscode.grunt',
  'vscode.gulp',
  'vscode.jake',
].join(',');

const common = ['--accept-server-license-terms', '--telemetry-level', 'off'];

/**
 * Resolves once the server listens. `testing` makes it obey the payload in the address, and hides notifications.
 * All it writes lies in a temporary folder, unless `userData` and `extensions` name others.
 */
export async function startServer({ host: name, userData, extensions, port = 0, testing, settings, env = {} } = {}) {
  const host = installHost(name);
  const temp = mkdtempSync(join(tmpdir(), 'agentwright-vscode-'));
  const data = userData ?? join(temp, 'data');
  const runtime = join(temp, 'run');
  mkdirSync(runtime, { mode: 0o700 });
  writeSettings(data, settings);

  const token = randomUUID();
  const args = [
    ...[host.entry, ...common, '--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
    ...['--disable-workspace-trust', '--force-disable-user-env'],
    ...['--server-data-dir', data, '--user-data-dir', data],
    ...['--extensions-dir', extensions ?? join(temp, 'extensions')],
    ...(testing ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = spawn(host.node, args, {
    // A group of its own: extension hosts and language servers end with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...quietEnvironment(runtime), ...env },
  });

  const stop = () => {
    process.off('exit', stop);
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
    rmSync(temp, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.on('exit', stop);

  try {
    const listening = await listens(child);
    const ended = new Promise(resolve => child.on('exit', resolve));
    return { url: (target, payload) => workbenchUrl(listening, token, target, payload), ended, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function quietEnvironment(runtime) {
  return {
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    VSCODE_SKIP_BUILTIN_EXTENSIONS: skipped,
    // Sockets and temporary files go here, else into the machine's temporary folder, where some would stay.
    XDG_RUNTIME_DIR: runtime,
    TMPDIR: runtime,
  };
}

function listens(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = why => reject(new Error(`The VS Code server ${why}.\n${output}`));
    const timer = setTimeout(() => fail('did not start in time'), startLimit);
    const read = chunk => {
      if (process.env.VSCODE_HOST_VERBOSE) process.stderr.write(chunk);
      output = (output + chunk).slice(-20_000);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', error => fail(`could not be started: ${error.message}`));
    child.on('exit', code => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
}

/** `target` is an absolute folder, or a file that ends in .code-workspace; paths in the payload live on the server. */
function workbenchUrl(port, token, target, payload = {}) {
  const remote = path => `vscode-remote://127.0.0.1:${port}${path.split('/').map(encodeURIComponent).join('/')}`;
  const entries = Object.entries(payload).map(([key, value]) => [key, value.startsWith('/') ? remote(value) : value]);
  const query = new URLSearchParams({ tkn: token });
  if (target) query.set(target.endsWith('.code-workspace') ? 'workspace' : 'folder', target);
  else query.set('ew', 'true');
  if (entries.length) query.set('payload', JSON.stringify(entries));
  // The workbench reads the folder with decodeURIComponent, which leaves a `+` as it is.
  return `http://127.0.0.1:${port}/?${query.toString().replaceAll('+', '%20')}`;
}

/** Installs an unpacked extension by a link, so that what is built anew is there after a reload of the window. */
export function installExtension(root, extensions) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(extensions, { recursive: true });
  symlinkSync(root, join(extensions, `${publisher}.${name}-${version}`));
}

/** Runs one of the server's own commands (install or list extensions) and answers its exit code. */
export function serverCommand(name, args) {
  const host = installHost(name);
  const temp = mkdtempSync(join(tmpdir(), 'agentwright-vscode-'));
  const folders = args.includes('--server-data-dir') ? [] : ['--server-data-dir', temp];
  const { status } = spawnSync(host.node, [host.entry, ...common, ...folders, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...quietEnvironment(temp) },
  });
  rmSync(temp, { recursive: true, force: true });
  return status ?? 1;
}
