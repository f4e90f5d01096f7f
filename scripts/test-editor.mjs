// Runs the tests of test/editor in a VS Code: the one named in AGENTWRIGHT_VSCODE, else a downloaded one, else the
// server build in test/vscode-host. AGENTWRIGHT_TEST_HOST=desktop or =server leaves no choice. Started by test.mjs.
import { runTests, downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './ensure.mjs';
import { writeSettings } from '../test/vscode-host/profile.mjs';

const temp = mkdtempSync(join(tmpdir(), 'agentwright-'));
process.on('exit', () => rmSync(temp, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
// The process group gets the signal too, so VS Code ends at the same time; this one has its folder to remove.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => setTimeout(() => process.exit(130), 1000));

const userData = join(temp, 'data');
writeSettings(userData);

try {
  await runTests({
    vscodeExecutablePath: await executable(process.env.AGENTWRIGHT_TEST_HOST ?? 'auto'),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out/test/editor/index.js'),
    launchArgs: [workspace(), `--user-data-dir=${userData}`, `--extensions-dir=${join(temp, 'extensions')}`],
  });
} catch (error) {
  // A failed test is told by test.mjs; what else went wrong is told here.
  if (error.code !== 1) console.error(error.message);
  process.exitCode = 1;
}

async function executable(host) {
  const server = join(root, 'test/vscode-host/code.mjs');
  if (!['auto', 'desktop', 'server'].includes(host)) throw new Error(`AGENTWRIGHT_TEST_HOST is "${host}".`);
  if (host === 'server') return server;
  if (process.env.AGENTWRIGHT_VSCODE) return process.env.AGENTWRIGHT_VSCODE;
  if (host === 'auto' && !hasDisplay()) return server;
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(root, '.vscode-test') });
  } catch (error) {
    if (host === 'desktop') throw error;
    console.log(`No VS Code could be downloaded (${error.message}): the server build is used.`);
    return server;
  }
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Tests may write: they get a copy. */
function workspace() {
  const copy = join(temp, 'workspace');
  mkdirSync(copy);
  const example = join(root, 'examples/workspace');
  if (existsSync(example)) cpSync(example, copy, { recursive: true });
  return copy;
}
