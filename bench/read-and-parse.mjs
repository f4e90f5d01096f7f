// Reads every file below a folder and parses front matter with `yaml`: what no checker can do without.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { filesBelow } from './workspaces.mjs';

for (const path of filesBelow(process.argv[2])) {
  if (!/\.(mdc?|json)$/.test(path)) continue;
  const text = readFileSync(path, 'utf8');
  const end = text.startsWith('---\n') ? text.indexOf('\n---', 4) : -1;
  if (end < 0) continue;
  try {
    parse(text.slice(4, end));
  } catch {
    // What is wrong with it is not looked at here.
  }
}
