// Runs the benchmarks and writes their figures, with the date, to bench/README.md. Best on a machine that does nothing else.
//   npm run bench -- [--only keystroke,client,indexing,memory,starting,checkout,names] [--sizes 10,1000,10000] [--keys 1000]
//     [--case 'body'] [--push] [--runs 3] [--edits 10000] [--generator GENERATE.mjs] [--client CLIENT.mjs] [--seed AGENT.md] [--corpus FOLDER] [--dry]
// Without a generator the example workspace is multiplied, without a client ours alone is asked; --dry writes nothing.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as checkout from './checkout.mjs';
import * as indexing from './indexing.mjs';
import * as keystroke from './keystroke.mjs';
import * as memory from './memory.mjs';
import * as names from './names.mjs';
import * as otherClient from './other-client.mjs';
import { writeSection } from './page.mjs';
import * as starting from './starting.mjs';

const benches = { keystroke, client: otherClient, indexing, memory, starting, checkout, names };
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
    client: { type: 'string' },
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
  // Programs that are measured run in folders of their own.
  ...(values.corpus && { corpus: resolve(values.corpus) }),
};

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
  if (!values.dry && rows.length > 0) await writeSection({ ...bench, rows });
}
