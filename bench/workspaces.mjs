// The workspaces that are measured: given ones, a generator's, or the example's files multiplied.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const example = join(dirname(fileURLToPath(import.meta.url)), '../examples/workspace');
const scratch = mkdtempSync(join(tmpdir(), 'agentwright-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** A folder of its own, gone when the process ends. */
export const scratchFolder = () => mkdtempSync(join(scratch, 'w-'));

/** A workspace of about so many files, with an agent to type in, of the usual size and of 100 KB. */
export function workspace(size, { generator, seed }) {
  const folder = join(scratchFolder(), 'workspace');
  if (generator) {
    execFileSync(process.execPath, [generator, '--out', folder, '--files', String(size), '--quiet']);
  } else multiply(folder, size);
  const agents = join(folder, '.claude/agents');
  const text = readFileSync(seed ?? join(example, '.claude/agents/domain/ml-engineer.md'), 'utf8');
  const small = join(agents, 'seed-agent.md');
  const large = join(agents, 'large-agent.md');
  writeFileSync(small, named(text, 'seed-agent'));
  writeFileSync(large, named(enlarged(text), 'large-agent'));
  const skills = join(folder, '.claude/skills');
  const skill = join(skills, readdirSync(skills).sort()[0], 'SKILL.md');
  return { folder, small, large, skill };
}

/** Every file below a folder. */
export function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}

const named = (text, name) => text.replace(/^name: .*$/m, `name: ${name}`);

/** About 100 KB: the agent's own body, repeated under other headings. */
function enlarged(text) {
  const body = text.slice(text.indexOf('\n---', 4) + 5);
  let all = text;
  for (let n = 1; all.length < 100_000; n++) all += body.replace(/^# .*$/m, `# Part ${n}`);
  return all;
}

/** The example, and copies of its agents and skills under other names until there are enough files. */
function multiply(folder, size) {
  cpSync(example, folder, { recursive: true });
  const agents = filesBelow(join(example, '.claude/agents')).map(path => readFileSync(path, 'utf8'));
  const skills = filesBelow(join(example, '.claude/skills')).map(path => readFileSync(path, 'utf8'));
  const had = filesBelow(example).length;
  for (let n = 0; n < size - had; n++) {
    const isAgent = n % 3 === 0;
    const texts = isAgent ? agents : skills;
    const name = `${isAgent ? 'agent' : 'skill'}-${n}`;
    const path = join(folder, '.claude', isAgent ? `agents/copies/${name}.md` : `skills/${name}/SKILL.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, named(texts[n % texts.length], name));
  }
}
