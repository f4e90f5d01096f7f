// Writes the figures of docs/proof.md: verdicts, classification, labels and findings over the collected repositories.
// What people judged by hand stands below the figures in the same file, and stays as it is.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collection } from './collection.mjs';
import { root } from './ensure.mjs';

const path = join(root, 'docs/proof.md');
const mark = '<!-- Below this line people write. -->';
const engine = await collection('./corpus/conformance', './corpus/golden');

const said = [];
for (const repo of engine.repositories()) {
  for (const each of await engine.findingsOf(repo)) said.push({ ...each, repo });
}
const parts = [
  '# Proof',
  `Figures of ${new Date().toISOString().slice(0, 10)}, written by \`npm run proof\`.`,
  '## Verdicts\n\nDo we say of a file what the real program does with it?',
  table(['Files', 'Asked', 'Same answer'], engine.agreements().map(({ what, asked, wrong }) => [what, asked, asked - wrong.length])),
  `Not judged: ${engine.notJudged().join(', ')}, plugin manifests.`,
  '## Classification\n\nIs a file taken for what it is?',
  table(
    ['Kind', 'Asked', 'Recognised', "Of these another tool's"],
    (await engine.classification()).map(({ kind, asked, wrong, foreign }) => [kind, asked, asked - wrong.length, foreign]),
  ),
  '## Labelled lines\n\nLines that people looked at: what is wrong there and is said, and what is right and left alone.',
  table(['Kind', 'Lines', 'As wanted'], labelled()),
  '## Findings\n\nHow often each rule speaks in the collected repositories.',
  table(['Rule', 'Errors', 'Warnings', 'Information', 'Hints', 'Repositories'], perRule()),
  mark,
]; // prettier-ignore
writeFileSync(path, `${parts.join('\n\n')}${judged()}`);
console.log('written: docs/proof.md');

function labelled() {
  const labels = engine.labels();
  const kinds = [...new Set(labels.map(({ kind, expect }) => `${kind}, ${expect === 'finding' ? 'wrong' : 'right'}`))];
  return kinds.sort().map(name => {
    const own = labels.filter(({ kind, expect }) => name === `${kind}, ${expect === 'finding' ? 'wrong' : 'right'}`);
    return [name, own.length, own.filter(isAsWanted).length];
  });
}

function isAsWanted({ repo, path, line, lines_ok, expect, max_severity }) {
  const grave = ['none', 'hint', 'info', 'warning', 'error'];
  const of = severity => grave.indexOf(severity === 'information' ? 'info' : severity);
  const lines = expect === 'finding' ? [line, ...(lines_ok ?? [])] : [line];
  const there = said.filter(each => each.repo === repo && each.path === path && lines.includes(each.line));
  if (expect === 'finding') return there.length > 0;
  return there.every(({ severity }) => severity === 'hint' || of(severity) <= of(max_severity ?? 'none'));
}

function perRule() {
  const ids = [...new Set(said.map(({ rule }) => rule))].sort();
  return ids.map(id => {
    const own = said.filter(({ rule }) => rule === id);
    const count = severity => own.filter(each => each.severity === severity).length;
    const repositories = new Set(own.map(({ repo }) => repo)).size;
    return [id, count('error'), count('warning'), count('information'), count('hint'), repositories];
  });
}

function table(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

function judged() {
  try {
    return readFileSync(path, 'utf8').split(mark)[1] ?? '\n';
  } catch {
    return '\n';
  }
}
