// What becomes of one broken file: reported in its place or not, mended by a Quick Fix or not, as it was before or not.
import { linesOf } from './text.mjs';

/** Breaks a file of a repository, looks, and leaves all as it was. */
export function measure(repository, file, mutant) {
  const path = mutant.path ?? file.path;
  const others = (mutant.files ?? []).map(({ path, text }) => [path, text]);
  const changes = new Map([...others, [path, mutant.text]]);
  const before = repository.findings(file.path, file.text);
  leftAsItWas(repository, file, before);
  repository.show(changes);
  const found = repository.findings(path, mutant.text);
  const lines = new Set([mutant.line, ...(mutant.also ?? [])]);
  const fresh = added(before, found, file.text, mutant.text);
  const reports = fresh.filter(each => lines.has(each.line));
  const result = {
    reported: reports.length > 0,
    gravely: reports.some(({ severity }) => severity === 'error' || severity === 'warning'),
    fixed: false,
    restored: false,
    reports,
    elsewhere: fresh.filter(each => !lines.has(each.line)),
  };
  const touched = new Map(changes);
  for (const report of reports) {
    for (const fix of report.fixes()) {
      const after = repository.fixed(fix, changes);
      for (const each of after.keys()) if (!touched.has(each)) touched.set(each, undefined);
      // A fix may move the file itself: then it is looked at where it is now.
      const home = repository.movedTo(path, fix);
      const now = after.get(home) ?? mutant.text;
      repository.show(after);
      result.fixed ||= mended(report, before, found, repository.findings(home, now));
      result.restored ||= now === file.text && home === file.path && [...after].every(([each, text]) => text === repository.text(each)); // prettier-ignore
      repository.restore(new Map([...after].filter(([each]) => !changes.has(each))));
      repository.show(changes);
      if (result.fixed && result.restored) break;
    }
  }
  repository.restore(touched);
  return result;
}

const first = new Map();

/** What was broken before must leave no trace: a file in order says the same whenever it is asked. */
function leftAsItWas(repository, { path }, findings) {
  const name = `${repository.name}/${path}`;
  const now = findings.map(each => `${each.line} ${each.key}`).join('\n');
  if (first.has(name) && first.get(name) !== now) console.error(`${name} says something else than at first.`);
  first.set(name, now);
}

/** Findings that were not there before: a line that only moved is the same line. */
function added(before, found, textBefore, text) {
  const a = linesOf(textBefore).map(line => line.text);
  const b = linesOf(text).map(line => line.text);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const place = (line, length) => (line < head ? line : line >= length - tail ? line - length : 'broken');
  const left = counted(before.map(each => `${place(each.line, a.length)} ${each.key}`));
  return found.filter(each => !taken(left, `${place(each.line, b.length)} ${each.key}`));
}

/** The finding is gone, and none came that neither the file in order nor the broken one had. */
function mended(report, before, found, after) {
  const was = counted(before.map(each => each.key));
  const broken = counted(found.map(each => each.key));
  const now = counted(after.map(each => each.key));
  if ((now.get(report.key) ?? 0) >= broken.get(report.key)) return false;
  return [...now].every(([key, count]) => count <= Math.max(was.get(key) ?? 0, broken.get(key) ?? 0));
}

function counted(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function taken(counts, key) {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}
