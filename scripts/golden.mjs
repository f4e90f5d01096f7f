// Writes the golden lists of findings over the collected repositories, and prints what came and what went.
import { collection } from './collection.mjs';

const { writeGolden } = await collection('./corpus/golden');
const shown = 200;
const changes = (await writeGolden()).flatMap(({ repo, findings, changes }) => {
  console.log(`${repo}: ${findings} findings, ${changes.length} changed`);
  return changes.map(line => `${line.slice(0, 2)}${repo}/${line.slice(2)}`);
});
console.log(changes.slice(0, shown).join('\n'));
if (changes.length > shown) console.log(`… and ${changes.length - shown} more: see git diff`);
