// Cuts every line of fifty real front matters after every character: is anything lost of the fields around it?
import { collection } from './collection.mjs';

const { prefixLosses } = await collection('./corpus/prefixes');
const most = Number(process.argv[2]) || undefined;
const { files, tried, lost } = await prefixLosses(most);
for (const line of lost.slice(0, 100)) console.log(line);
console.log(`${tried} prefixes of ${files} files: ${lost.length} losses`);
process.exitCode = lost.length > 0 ? 1 : 0;
