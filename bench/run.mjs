// Runs the benchmarks and writes their figures, with the date, to bench/README.md. Best on a machine that does nothing else.
//   npm run bench -- [--only keystroke,indexing,memory,starting,checkout,names] [--sizes 10,1000,10000] [--keys 1000]
//     [--case 'body'] [--push] [--runs 3] [--edits 10000] [--generator GENERATE.mjs] [--seed AGENT.md] [--corpus FOLDER] [--dry]
// Without a generator the example workspace is multiplied; --dry writes nothing.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import * as checkout from './checkout.mjs';
import * as indexing from './indexing.mjs';
import * as keystroke from './keystroke.mjs';
import * as memory from './memory.mjs';
import * as names from './names.mjs';
import * as starting from './starting.mjs';

const benches = { keystroke, indexing, memory, starting, checkout, names };
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(benches).join() },
    sizes: { type: 'string', default: '10,1000,10000' },
    keys: { type: 'string', default: '1000' },
    'warm-up': { type: 'string', default: '1000' },
    case: { type: 'string', default: '' },
    push: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    edits: { type: 'string', default: '10000' },
    generator: { type: 'string' },
    seed: { type: 'string' },
    corpus: { type: 'string' },
    dry: { type: 'boolean', default: false },
  },
});
const options = {
  ...values,
  sizes: values.sizes.split(',').map(Number),
  keys: Number(values.keys),
  warmUp: Number(values['warm-up']),
  runs: Number(values.runs),
  edits: Number(values.edits),
};
const readme = join(dirname(fileURLToPath(import.meta.url)), 'README.md');

for (const name of values.only.split(',')) {
  const bench = benches[name];
  if (!bench) {
    console.error(`There is no benchmark \`${name}\`, only ${Object.keys(benches).join(', ')}.`);
    process.exit(2);
  }
  console.log(`${bench.title}\n${bench.head.join('  ')}`);
  const rows = [];
  for await (const row of bench.rows(options)) {
    console.log(row.join('  '));
    rows.push(row);
  }
  if (!values.dry) await write(bench, rows);
}

/** Puts a section in the place of the one with its title; the other sections stay, each with its own date. */
async function write(bench, rows) {
  const before = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  const sections = new Map(before.split(/^(?=## )/m).flatMap(text => {
    const title = /^## (.*)$/m.exec(text)?.[1];
    return title ? [[title, text.trim()]] : [];
  })); // prettier-ignore
  sections.set(bench.title, section(bench, rows));
  const ordered = Object.values(benches).flatMap(({ title }) => sections.get(title) ?? []);
  const page = [
    '# Benchmarks',
    'Written by `npm run bench`. Machines differ and are never quiet: what counts are the ratios, both sides measured in one run.',
    ...ordered,
  ].join('\n\n');
  writeFileSync(readme, await format(page, { ...(await resolveConfig(readme)), filepath: readme }));
}

function section({ title, about, head }, rows) {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} processors, load ${loadavg()[1].toFixed(1)}, Node ${process.versions.node}`;
  const line = cells => `| ${cells.join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  return [`## ${title}`, `${about} Measured on ${date}: ${machine}.`, table].join('\n\n');
}
