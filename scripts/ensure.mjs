// Makes sure that the packages are installed and the bundles built: what every other script begins with.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs `npm ci` where a package of the lock file is missing or has another version. */
export function ensurePackages() {
  if (installed()) return;
  console.log('Installing packages (npm ci) …');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** npm keeps what it installed in a lock file of its own; times of change say nothing after a checkout. */
function installed() {
  const there = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(there)) return false;
  const { packages: have } = JSON.parse(readFileSync(there, 'utf8'));
  const { packages: want } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(want).every(
    ([path, { version, optional }]) => path === '' || optional || have[path]?.version === version,
  );
}

/** `--tests` as an argument builds the tests; without it, what ships is built. */
export function build(...args) {
  run(process.execPath, [join(root, 'scripts/build.mjs'), ...args]);
}

/** Ends this script when the command fails, which has then said why. */
export function run(command, args, options = {}) {
  // On Windows npm is a batch file, which only a shell can run.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options });
  if (status === 0) return;
  console.error(`\`${[command, ...args].join(' ')}\` failed${error ? `: ${error.message}` : ''}.`);
  process.exit(1);
}
