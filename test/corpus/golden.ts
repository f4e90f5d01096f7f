// The golden lists: every finding of every collected repository, one line each, as they were when last written.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { visible } from '../../server/src/cli/io';
import { findingsOf, repositories, type Said } from '../support/collection';

const folder = join(process.cwd(), 'test/corpus/golden');
const pathOf = (repo: string): string => join(folder, `${repo}.tsv`);

const head = '# path, line, rule, severity, message; hints included; written by `npm run golden`';

/** A list as it is kept. Paths and messages may hold characters that would break a line. */
export function listOf(said: readonly Said[]): string[] {
  return said.map(({ path, line, rule, severity, message }) =>
    [visible(path), String(line), rule, severity, visible(message)].join('\t'),
  );
}

/** The kept list of a repository; undefined where there is none. */
export function kept(repo: string): string[] | undefined {
  if (!existsSync(pathOf(repo))) return undefined;
  const lines = readFileSync(pathOf(repo), 'utf8').split(/\r?\n/);
  return lines.filter(line => line !== '' && !line.startsWith('# '));
}

/** What comes and goes from one list to another, in order; empty where they say the same. */
export function difference(before: readonly string[], now: readonly string[]): string[] {
  const left = counted(before);
  const added = now.filter(line => !take(left, line)).map(line => `+ ${line}`);
  const right = counted(now);
  const removed = before.filter(line => !take(right, line)).map(line => `- ${line}`);
  return [...removed, ...added].sort((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1));
}

function counted(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, line: string): boolean {
  const count = counts.get(line) ?? 0;
  if (count > 0) counts.set(line, count - 1);
  return count > 0;
}

/** Writes all lists anew; a repository that is no longer collected loses its list. Answers what changed. */
export async function writeGolden(): Promise<{ repo: string; findings: number; changes: string[] }[]> {
  mkdirSync(folder, { recursive: true });
  const names = repositories();
  for (const name of readdirSync(folder)) if (!names.includes(name.replace(/\.tsv$/, ''))) rmSync(join(folder, name));
  const written = [];
  for (const repo of names) {
    const now = listOf(await findingsOf(repo));
    written.push({ repo, findings: now.length, changes: difference(kept(repo) ?? [], now) });
    writeFileSync(pathOf(repo), `${[head, ...now].join('\n')}\n`);
  }
  return written;
}
