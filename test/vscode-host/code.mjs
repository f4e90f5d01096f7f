#!/usr/bin/env node
// A program that takes the flags of VS Code's `code` and runs extension tests in the server build, in a headless browser.
// VSCODE_HOST_VERSION=oldest takes the oldest supported version in place of the newest.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installHost } from './install.mjs';
import { openBrowser } from './browser.mjs';
import { serverCommand, startServer } from './server.mjs';

const host = process.env.VSCODE_HOST_VERSION || 'newest';
const limit = Number(process.env.VSCODE_HOST_TIMEOUT_MS) || 600_000;
const picture = join(tmpdir(), 'vscode-host-failure.png');

const known = {
  extensionDevelopmentPath: { type: 'string' },
  extensionTestsPath: { type: 'string' },
  'extensions-dir': { type: 'string' },
  'user-data-dir': { type: 'string' },
  'server-data-dir': { type: 'string' },
  'install-extension': { type: 'string' },
  'list-extensions': { type: 'boolean' },
  version: { type: 'boolean' },
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
process.exit(await main().catch(failed));

async function main() {
  // Flags that only a desktop window understands (--no-sandbox, --disable-updates …) are let pass.
  const { values, positionals } = parseArgs({ options: known, strict: false, allowPositionals: true });
  if (values.version) return console.log(installHost(host).version) ?? 0;
  if (values['install-extension'] || values['list-extensions']) return serverCommand(host, process.argv.slice(2));
  if (!values.extensionTestsPath || !values.extensionDevelopmentPath) {
    console.error('Only test runs: --extensionDevelopmentPath and --extensionTestsPath are needed.');
    return 1;
  }
  return runTests(values, positionals[0]);
}

async function runTests(values, target) {
  const temp = mkdtempSync(join(tmpdir(), 'vscode-host-'));
  const clean = () => rmSync(temp, { recursive: true, force: true });
  process.on('exit', clean);
  const finished = join(temp, 'finished');
  const server = await startServer({
    host,
    testing: true,
    userData: values['user-data-dir'] && resolve(values['user-data-dir']),
    extensions: values['extensions-dir'] && resolve(values['extensions-dir']),
    env: { VSCODE_HOST_TESTS: resolve(values.extensionTestsPath), VSCODE_HOST_FINISHED: finished },
  });
  const payload = {
    extensionDevelopmentPath: resolve(values.extensionDevelopmentPath),
    extensionTestsPath: join(dirname(fileURLToPath(import.meta.url)), 'test-entry.cjs'),
    skipWelcome: 'true',
    skipReleaseNotes: 'true',
  };
  const browser = await openBrowser();
  const log = [];
  const code = await watch(browser.page, server.url(target && resolve(target), payload), log);
  const outcome = existsSync(finished) ? readFileSync(finished, 'utf8') : undefined;
  const passed = code === 0 && outcome === 'passed';
  if (!outcome) await report(browser.page, log);
  else if (!passed) console.error(outcome.split('\n')[0]);
  await browser.close().catch(() => {});
  server.stop();
  return passed ? 0 : code || 1;
}

/** Resolves to the exit code that VS Code gives, or to 1 when the page dies or the time is over. */
function watch(page, url, log) {
  return new Promise((resolve, fail) => {
    let over = false;
    const done = code => {
      over = true;
      clearTimeout(timer);
      resolve(code);
    };
    const stop = why => {
      if (over) return;
      console.error(why);
      done(1);
    };
    const timer = setTimeout(() => stop(`The tests took longer than ${limit / 1000} s.`), limit);
    page.on('crash', () => stop('The browser page crashed.'));
    page.on('close', () => stop('The browser was closed.'));
    const open = async () => {
      await page.exposeFunction('codeAutomationExit', code => done(code));
      await page.exposeFunction('codeAutomationLog', (_type, args) => note(log, args));
      await page.goto(url);
    };
    open().catch(fail);
  });
}

/** What is logged is mostly the workbench's own chatter: kept for the case of failure, shown at once when asked. */
function note(log, args) {
  const line = args.map(String).join(' ');
  if (process.env.VSCODE_HOST_VERBOSE) console.log(line);
  log.push(line);
}

/** The tests did not come to an end of their own: the last the workbench said, and a picture, may tell why. */
async function report(page, log) {
  console.error('The extension host ended, or was ended, before the tests did.');
  const last = process.env.VSCODE_HOST_VERBOSE ? [] : log.slice(-15);
  for (const line of last) console.error(`  | ${line.split('\n')[0].slice(0, 200)}`);
  const taken = await page.screenshot({ path: picture, timeout: 5000 }).catch(() => undefined);
  if (taken) console.error(`The window at that time: ${picture}`);
}

function failed(error) {
  console.error(error.message);
  return 1;
}
