// Compares our verdicts, and what we take files for, with what the real program was observed to do. Exit code 1 below
// 99.5 % of agreement, or with more than 1 % of the files not recognised. With --live it asks the program itself, too.
import { parseArgs } from 'node:util';
import { collection } from './collection.mjs';
import { observeAll } from './live.mjs';

const { values: options } = parseArgs({
  options: {
    live: { type: 'boolean' },
    /** The program, where it is installed already. */
    claude: { type: 'string' },
    /** Asks about the repositories alone whose name holds this. */
    repo: { type: 'string' },
  },
});
const engine = await collection('./corpus/conformance');
const least = 0.995;
const mostUnrecognised = 0.01;

console.log('Verdicts: does a session list the file by its name?');
const agreed = engine.agreements().map(told);
console.log(`  not judged: ${engine.notJudged().join(', ')}, plugin manifests`);

console.log('\nClassification: is the file taken for what it is?');
const recognised = (await engine.classification()).map(({ kind, asked, foreign, wrong }) => {
  const others = foreign > 0 ? `, ${foreign} of them as another tool's` : '';
  console.log(`  ${kind}s: ${asked - wrong.length} of ${asked} recognised${others}`);
  for (const name of wrong) console.log(`    ${name}`);
  return wrong.length <= asked * mostUnrecognised;
});

if (options.live || options.claude) {
  console.log('\nAsked just now:');
  const repositories = engine.repositories().filter(name => name.includes(options.repo ?? ''));
  for (const [name, files] of observeAll(repositories, options.claude, engine)) {
    agreed.push(told(engine.agreement(name, files)));
  }
}
process.exitCode = [...agreed, ...recognised].every(Boolean) ? 0 : 1;

/** Prints one comparison; whether it is good enough. */
function told({ what, asked, wrong }) {
  const share = asked === 0 ? 1 : (asked - wrong.length) / asked;
  console.log(`  ${what}: ${asked - wrong.length} of ${asked} agree (${(share * 100).toFixed(2)} %)`);
  for (const line of wrong) console.log(`    ${line}`);
  return share >= least;
}
