// Puts a section of figures into bench/README.md; the other sections stay, each with its own date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const readme = join(dirname(fileURLToPath(import.meta.url)), 'README.md');
const titles = [
  'A key',
  'A key, by another client',
  'A whole workspace',
  'Memory',
  'The start',
  'Another branch',
  'Names',
  'Mutations',
];

/** The sections keep their order, whichever is written. */
export async function writeSection(bench) {
  const before = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  const sections = new Map(before.split(/^(?=## )/m).flatMap(text => {
    const title = /^## (.*)$/m.exec(text)?.[1];
    return title ? [[title, text.trim()]] : [];
  })); // prettier-ignore
  sections.set(bench.title, section(bench));
  const page = [
    '# Benchmarks',
    'Written by `npm run bench`. Machines differ and are never quiet: what counts are the ratios, both sides measured in one run.',
    ...titles.flatMap(title => sections.get(title) ?? []),
  ].join('\n\n');
  writeFileSync(readme, await format(page, { ...(await resolveConfig(readme)), filepath: readme }));
}

function section({ title, about, head, rows }) {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} processors, load ${loadavg()[1].toFixed(1)}, Node ${process.versions.node}`;
  const line = cells => `| ${cells.join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  return [`## ${title}`, `${about} Measured on ${date}: ${machine}.`, table].join('\n\n');
}
