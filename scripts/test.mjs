// Runs all tests: the extension's, as it ships, in the newest and the oldest supported VS Code, then the engine's in Node.
// The last line is `N passed, N failed`. Options: --unit or --editor for one half, --vscode newest|oldest for one of the
// two, --grep TEXT for the tests whose name matches.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, ensurePackages, root, run } from './ensure.mjs';

const { values: options } = parseArgs({
  options: {
    unit: { type: 'boolean' },
    editor: { type: 'boolean' },
    vscode: { type: 'string' },
    grep: { type: 'string' },
  },
});
const versions = options.vscode ? [options.vscode] : ['newest', 'oldest'];
/** One part may take this long; code.mjs stops a little earlier, to show what it sees. */
const limit = Number(process.env.AGENTWRIGHT_TEST_LIMIT_MS) || 600_000;

const temp = mkdtempSync(join(tmpdir(), 'agentwright-test-'));
const children = new Set();
process.on('exit', () => {
  for (const child of children) end(child, 'SIGKILL');
  rmSync(temp, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll());

ensurePackages();
build();
build('--tests');

const total = { passed: 0, failed: 0, skipped: 0 };
if (!options.unit) {
  const vsix = join(temp, 'agentwright.vsix');
  run(process.execPath, [join(root, 'scripts/package.mjs'), '--out', vsix], { stdio: ['ignore', 'ignore', 'inherit'] });
  for (const version of versions) await part(`editor tests, ${version} VS Code`, editor(version, vsix));
}
// Last, since those of the grammars read the ones that the editor tests have installed.
if (!options.editor) await part('unit tests', mocha());
console.log(summary(total));
process.exit(total.failed ? 1 : 0);

function mocha() {
  const reporter = ['--reporter', join(root, 'scripts/reporter.cjs')];
  const only = options.grep ? ['--grep', options.grep] : [];
  return [join(root, 'node_modules/mocha/bin/mocha.js'), ...reporter, ...only];
}

function editor(version, vsix) {
  return [join(root, 'scripts/test-editor.mjs'), '--vscode', version, '--vsix', vsix];
}

/** Runs one part in a process of its own, prints what failed and adds up the counts. */
async function part(title, args) {
  const started = Date.now();
  const result = join(temp, `${title}.jsonl`);
  const ended = await runChild(args, {
    VSCODE_TEST_RESULT: result,
    VSCODE_HOST_TIMEOUT_MS: String(Math.max(limit - 15_000, limit / 2)),
    ...(options.grep ? { AGENTWRIGHT_TEST_GREP: options.grep } : {}),
  });
  const events = existsSync(result) ? readFileSync(result, 'utf8').split('\n').filter(Boolean).map(parse) : [];
  // Only VS Code itself knows which version it is.
  const version = events.find(event => event.vscode !== undefined)?.vscode;
  const name = version ? `editor tests, VS Code ${version}` : title;
  const failures = [...events.filter(event => event.fail !== undefined), ...wrong(name, events, ended)];
  const skipped = events.filter(event => event.skip !== undefined);
  const passed = events.filter(event => event.pass !== undefined).length;

  for (const { fail, error } of failures)
    console.log(`\nFAILED ${fail}${version ? ` (VS Code ${version})` : ''}\n${indent(error)}\n`);
  for (const { skip } of skipped) console.log(`skipped: ${skip}${version ? ` (VS Code ${version})` : ''}`);
  const counts = { passed, failed: failures.length, skipped: skipped.length };
  for (const key of Object.keys(total)) total[key] += counts[key];
  console.log(`${name}: ${summary(counts)} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

/** A run that broke off, or found nothing to run, is a failure of its own. */
function wrong(name, events, ended) {
  const finished = events.some(event => event.end);
  if (!finished) {
    const last = events.findLast(event => event.begin !== undefined)?.begin;
    const cause = events.find(event => event.error && event.fail === undefined)?.error ?? '';
    const where = last ? ` in: ${last}` : '';
    return [{ fail: name, error: `They broke off (${ended.why})${where}.\n${cause}`.trimEnd() }];
  }
  if (ended.code !== 0 && !events.some(event => event.fail !== undefined)) {
    return [{ fail: name, error: `All passed, yet the run failed (${ended.why}).` }];
  }
  const some = events.some(event => event.pass !== undefined || event.skip !== undefined || event.fail !== undefined);
  return some || options.grep ? [] : [{ fail: name, error: 'There was none to run.' }];
}

/** Resolves when the process has ended, by itself or at the limit; its whole group goes with it. */
function runChild(args, env) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    children.add(child);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end(child, 'SIGTERM');
      setTimeout(() => end(child, 'SIGKILL'), 5000).unref();
    }, limit);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      end(child, 'SIGKILL');
      children.delete(child);
      const why = late ? `they took longer than ${limit / 1000} s` : signal ? `signal ${signal}` : `exit code ${code}`;
      resolve({ code, why });
    });
  });
}

function end(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}

/** Children get the time to end their own before they are killed. */
function stopAll() {
  for (const child of children) end(child, 'SIGTERM');
  setTimeout(() => process.exit(130), children.size ? 1500 : 0);
}

/** A process that is killed may leave half a line. */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

function indent(text) {
  return text.replaceAll(/^/gm, '  ');
}
