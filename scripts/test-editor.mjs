// Runs the tests of test/editor in a VS Code that has the extension installed from its .vsix. Started by test.mjs:
// `test-editor.mjs --vscode newest|oldest --vsix FILE`. The oldest is the one that package.json says to support.
// The newest is the one named in AGENTWRIGHT_VSCODE; otherwise each is downloaded, else it is the server build in
// test/vscode-host. AGENTWRIGHT_TEST_HOST=desktop or =server leaves no choice.
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './ensure.mjs';
import { writeSettings } from '../test/vscode-host/profile.mjs';

const { values: options } = parseArgs({ options: { vscode: { type: 'string' }, vsix: { type: 'string' } } });
const server = join(root, 'test/vscode-host/code.mjs');

const temp = mkdtempSync(join(tmpdir(), 'agentwright-'));
process.on('exit', () => rmSync(temp, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
// The process group gets the signal too, so VS Code ends at the same time; this one has its folder to remove.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => setTimeout(() => process.exit(130), 1000));

const userData = join(temp, 'data');
const folders = [`--user-data-dir=${userData}`, `--extensions-dir=${join(temp, 'extensions')}`];
process.env.VSCODE_HOST_VERSION = options.vscode;
writeSettings(userData);

try {
  const program = await executable(process.env.AGENTWRIGHT_TEST_HOST ?? 'auto');
  install(program);
  await runTests({
    vscodeExecutablePath: program,
    extensionDevelopmentPath: join(root, 'test/editor/driver'),
    extensionTestsPath: join(root, 'out/test/editor/index.js'),
    extensionTestsEnv: { AGENTWRIGHT_TEST_VSCODE: options.vscode },
    launchArgs: [workspace(), ...folders],
  });
} catch (error) {
  // A failed test is told by test.mjs; what else went wrong is told here.
  if (error.code !== 1) console.error(error.message);
  process.exitCode = 1;
}

async function executable(host) {
  if (!['auto', 'desktop', 'server'].includes(host)) throw new Error(`AGENTWRIGHT_TEST_HOST is "${host}".`);
  if (host === 'server') return server;
  if (options.vscode === 'newest' && process.env.AGENTWRIGHT_VSCODE) return process.env.AGENTWRIGHT_VSCODE;
  if (host === 'auto' && !hasDisplay()) return server;
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(root, '.vscode-test'), version: version() });
  } catch (error) {
    if (host === 'desktop') throw error;
    console.log(`No VS Code could be downloaded (${error.message}): the server build is used.`);
    return server;
  }
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function version() {
  if (options.vscode !== 'oldest') return 'stable';
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.vscode.replace('^', '');
}

/** As a person installs it, so that what is tested is what ships. */
function install(program) {
  const command =
    program === server
      ? [process.execPath, server]
      : resolveCliArgsFromVSCodeExecutablePath(program, { reuseMachineInstall: true });
  const args = [...command.slice(1), '--install-extension', options.vsix, ...folders];
  // On Windows `code` is a batch file, which only a shell can run.
  const shell = process.platform === 'win32' && program !== server;
  const { status, error, stdout, stderr } = spawnSync(command[0], args, { encoding: 'utf8', shell });
  if (status !== 0) throw new Error(`The .vsix was not installed: ${error?.message ?? stdout + stderr}`);
}

/** Tests may write: they get a copy. */
function workspace() {
  const copy = join(temp, 'workspace');
  mkdirSync(copy);
  const example = join(root, 'examples/workspace');
  if (existsSync(example)) cpSync(example, copy, { recursive: true });
  return copy;
}
