// All findings of whole workspaces from the command line, beside reading their files and parsing front matter.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './client.mjs';
import { filesBelow, scratchFolder, workspace } from './workspaces.mjs';

const here = dirname(fileURLToPath(import.meta.url));

export const title = 'A whole workspace';
export const about =
  '`agentwright check`, all findings, from start to end, beside a program that reads the same files and parses their front ' +
  'matter with `yaml`. Seconds on the clock, then how many times as long ours takes: on the clock, and in processor ' +
  'time of all threads. Medians of runs that take turns. The goal is twice.';
export const head = ['workspace', 'files', 'read and parsed', 'checked', '× clock', '× processor'];

export async function* rows({ corpus, runs, ...options }) {
  yield row('generated', workspace(Math.max(...options.sizes), options).folder, runs);
  const folders = corpus && existsSync(corpus) ? readdirSync(corpus, { withFileTypes: true }) : [];
  for (const { name } of folders.filter(each => each.isDirectory())) yield row(name, join(corpus, name), runs);
}

function row(name, folder, runs) {
  const parsed = [];
  const checked = [];
  for (let n = 0; n < runs; n++) {
    parsed.push(timed([join(here, 'read-and-parse.mjs'), folder], folder));
    checked.push(timed([join(here, '../dist/cli.js'), 'check', '--format', 'json', '.'], folder));
  }
  const of = (times, what) => median(times.map(time => time[what]));
  const times = [of(parsed, 'clock'), of(checked, 'clock')];
  const ratios = ['clock', 'processor'].map(what => of(checked, what) / of(parsed, what));
  return [name, filesBelow(folder).length, ...[...times, ...ratios].map(figure => figure.toFixed(2))];
}

function timed(args, cwd) {
  const told = join(scratchFolder(), 'processor');
  const env = { ...process.env, AGENTWRIGHT_BENCH_PROCESSOR: told };
  const begun = performance.now();
  spawnSync(process.execPath, ['-r', join(here, 'processor.cjs'), ...args], { cwd, env, stdio: 'ignore' });
  return { clock: (performance.now() - begun) / 1000, processor: Number(readFileSync(told, 'utf8')) };
}
