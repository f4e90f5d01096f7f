// Breaks real files in one known place, in the ways in which authors do, and counts what is reported there, what a Quick
// Fix mends, and what one restores byte for byte. A measurement: it fails at nothing.
//   npm run mutations -- --corpus FOLDER [--operator NAME] [--files 100] [--seed 1] [--json OUT] [--show] [--write]
// FOLDER holds repositories, a folder each. --operator takes a part of a name or a group; --show prints each mutant that
// was not reported, not fixed or not restored; --write puts the table into bench/README.md.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { operators } from './mutations/index.mjs';
import { measure } from './mutations/measure.mjs';
import { hash, picker } from './mutations/random.mjs';
import { writeSection } from './page.mjs';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    operator: { type: 'string', default: '' },
    files: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    show: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
if (!values.corpus) {
  console.error('Which repositories? Say --corpus FOLDER.');
  process.exit(2);
}
const { repositories } = await import('./mutations/repository.mjs');
const all = await repositories(resolve(values.corpus));
const files = all.flatMap(repository => repository.files.map(file => ({ repository, ...file })));

const head = ['operator', 'mutants', 'reported', 'as error or warning', 'fixed', 'restored'];
const rows = [];
const mutants = [];
for (const operator of operators.filter(
  ({ name, group }) => group === values.operator || name.includes(values.operator),
)) {
  const own = run(operator);
  mutants.push(...own);
  rows.push(row(operator.name, own));
  console.log(rows.at(-1).join('  '));
  if (values.show) for (const mutant of own) show(mutant);
}
rows.push(row('**all**', mutants));
console.log(rows.at(-1).join('  '));
if (values.json) writeFileSync(values.json, JSON.stringify(mutants, undefined, 1));
if (values.write) {
  const about =
    `Written by \`npm run mutations -- --write\`. ${all.length} real repositories, each file broken in one known place, up to ` +
    `${values.files} files an operator, seed ${values.seed}. _Reported_: a new finding on the broken line. _Fixed_: one of its ` +
    'Quick Fixes takes it away and brings no other; comments that silence a rule do not count. _Restored_: one gives the ' +
    'original bytes back, of the mutants whose text still tells them.';
  await writeSection({ title: 'Mutations', about, head, rows });
}

/** Breaks up to so many files, in an order that the seed decides. */
function run({ name, group, roles, apply, restorable = true }) {
  const order = files
    .filter(({ role }) => roles.includes(role))
    .map(file => ({ file, at: hash(`${values.seed} ${name} ${file.repository.name}/${file.path}`) }))
    .sort((a, b) => a.at - b.at);
  const own = [];
  for (const { file } of order) {
    if (own.length >= Number(values.files)) break;
    const pick = picker(`${values.seed} ${name} ${file.path}`);
    const mutant = apply({ text: file.text, path: file.path, role: file.role, repo: file.repository.seen, pick });
    if (!mutant || (mutant.text === file.text && !mutant.files)) continue;
    const result = measure(file.repository, file, mutant);
    own.push({
      operator: name,
      group,
      repository: file.repository.name,
      path: file.path,
      line: mutant.line + 1,
      restorable: restorable && mutant.restorable !== false,
      ...result,
      reports: said(result.reports),
      elsewhere: said(result.elsewhere),
      broken: mutant.text.split('\n')[mutant.line],
    });
  }
  return own;
}

function said(findings) {
  return findings.map(({ line, severity, key }) => `${line + 1} ${severity} ${key}`);
}

function row(name, own) {
  const share = (list, suits) => (list.length === 0 ? '–' : `${((100 * list.filter(suits).length) / list.length).toFixed(1)} %`); // prettier-ignore
  return [
    name,
    String(own.length),
    share(own, each => each.reported),
    share(own, each => each.gravely),
    share(own, each => each.fixed),
    share(own.filter(each => each.restorable), each => each.restored),
  ]; // prettier-ignore
}

function show({ repository, path, line, broken, reported, fixed, restorable, restored, reports, elsewhere }) {
  const lacks = [
    !reported && 'not reported',
    reported && !fixed && 'not fixed',
    restorable && !restored && 'not restored',
  ];
  if (!lacks.some(Boolean)) return;
  console.log(`  ${repository}/${path}:${line} ${lacks.filter(Boolean).join(', ')}\n    ${broken}`);
  for (const each of reports) console.log(`    ! ${each}`);
  for (const each of elsewhere) console.log(`    ~ ${each}`);
}
