// Writes docs/proof.md: how often we agree with the real program, find what people found, and what we say of real files.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collection } from './collection.mjs';
import { root } from './ensure.mjs';

/** What is known to be wrong or missing; each goes from here when it is mended. */
const stillWrong = [
  'Two agents are not taken for agents: one is indented as a whole, the other has no front matter.',
  'A marketplace is accepted where only the manifest of one of its plugins is wrong; that is reported in the plugin’s file alone.',
  'Commands are compared in classification only: whether a session lists them was not observed.',
  'The verdicts are those of one version of one program, and the repositories were not drawn at random.',
];

const engine = await collection('./corpus/conformance', './corpus/golden', './corpus/labels', './corpus/manifests');
const repositories = engine.repositories();
const said = [];
let files = 0;
for (const repo of repositories) {
  files += (await engine.openRepository(repo)).uris.length;
  for (const each of await engine.findingsOf(repo)) said.push({ ...each, repo, name: `${repo}/${each.path}` });
}
writeFileSync(join(root, 'docs/proof.md'), await page());
console.log('written: docs/proof.md');

async function page() {
  const date = new Date().toISOString().slice(0, 10);
  const counted = `${files} files of ${repositories.length} public repositories`;
  return [
    '# Proof',
    `Written by \`npm run proof\` on ${date}, from ${counted}.`,
    '## Beside the real program',
    'What we say of a file, and what Claude Code was observed to do with it.',
    table(['compared', 'asked', 'agree', 'share'], [...verdicts(), ...(await classes()), manifests()]),
    `Not judged: ${engine.notJudged().join(', ')}.`,
    '## Beside people',
    ...(await labels()),
    '## What is said of real files',
    'Each change of these figures is looked at: `npm run golden` prints it line by line.',
    findings(),
    '## Looked at by hand',
    ...lookedAt(),
    '## What is still wrong',
    stillWrong.map(line => `- ${line}`).join('\n'),
    '',
  ].join('\n\n').trimEnd() + '\n'; // prettier-ignore
}

function verdicts() {
  return engine.agreements().map(({ what, asked, wrong }) => compared(`verdict: ${what}`, asked, wrong.length));
}

async function classes() {
  const all = await engine.classification();
  return all.map(({ kind, asked, wrong }) => compared(`classification: ${kind}s`, asked, wrong.length));
}

/** The validator accepts a manifest exactly where we report no error. */
function manifests() {
  const reported = new Set(said.filter(({ severity }) => severity === 'error').map(({ name }) => name));
  return compared('manifests', engine.manifests().length, engine.manifestsApart(reported).length);
}

function compared(what, asked, wrong) {
  return [what, asked, asked - wrong, `${((100 * (asked - wrong)) / asked).toFixed(2)} %`];
}

async function labels() {
  const all = await engine.checkedLabels();
  const wanted = all.filter(({ label }) => label.expect === 'finding');
  const right = all.filter(({ label }) => label.expect === 'no-error');
  const rows = [
    ['what is wrong is said', wanted.length, wanted.filter(({ found }) => found).length],
    ['what is right is left alone', right.length, right.filter(({ over }) => over.length === 0).length],
  ];
  const open = [...engine.notYet].map(([kind, reason]) => {
    const own = wanted.filter(({ label }) => label.kind === kind);
    return [`\`${kind}\``, own.length, own.filter(({ found }) => found).length, reason];
  });
  return [
    `${all.length} lines were looked at by hand.`,
    table(['expected', 'lines', 'as expected'], rows),
    'Kinds that no rule finds as a whole yet:',
    table(['kind', 'lines', 'found', 'reason'], open),
  ];
}

function findings() {
  const severities = ['error', 'warning', 'information', 'hint'];
  const count = (found, severity) => found.filter(each => each.severity === severity).length || '';
  const row = (name, found) => [name, ...severities.map(severity => count(found, severity)), found.length];
  const rules = [...new Set(said.map(({ rule }) => rule))].sort();
  const rows = rules.map(rule => row(`\`${rule}\``, said.filter(each => each.rule === rule))); // prettier-ignore
  return table(['rule', ...severities, 'all'], [...rows, row('all', said)]);
}

/** Right is what is true, at the right place, as grave as it is, and worth knowing. */
function lookedAt() {
  const lines = readFileSync(join(root, 'test/corpus/judged.tsv'), 'utf8').split(/\r?\n/);
  const judged = lines
    .filter(line => line !== '' && !line.startsWith('# '))
    .map(line => line.split('\t'))
    .map(([rule, repo, path, line, verdict]) => ({ rule, verdict, at: [rule, repo, path, line].join('\t') }));
  const row = (name, found, of) => {
    const right = of.filter(({ verdict }) => verdict === 'right').length;
    return [name, found.length, of.length, right, of.length === 0 ? '' : `${((100 * right) / of.length).toFixed(0)} %`];
  };
  const rules = [...new Set([...said, ...judged].map(({ rule }) => rule))].sort();
  const rows = rules.map(rule => row(`\`${rule}\``, said.filter(each => each.rule === rule), judged.filter(each => each.rule === rule))); // prettier-ignore
  const now = new Set(said.map(({ rule, repo, path, line }) => [rule, repo, path, line].join('\t')));
  const count = verdict => judged.filter(each => each.verdict === verdict).length;
  const gone = judged.filter(({ verdict, at }) => verdict !== 'right' && !now.has(at)).length;
  return [
    'At most 20 findings of each rule, drawn at random over the repositories, were read in their files by somebody who did not ' +
      'write the rule (`test/corpus/judged.tsv`). What is true but useless or misleading does not count as right. The ' +
      'verdicts are of the findings as they were then, so that a rule mended since keeps its share.',
    table(['rule', 'hits', 'judged', 'right', 'share'], [...rows, row('all', said, judged)]),
    `Of the others ${count('wrong')} were wrong and ${count('doubtful')} doubtful; ${gone} of these are no longer said.`,
  ];
}

function table(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
