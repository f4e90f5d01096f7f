// What of a repository goes into a project that the program is asked about: its agents, skills and permissions.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';

/** The agents below a folder: { name, path, text }. Of two with one name, the first. */
export function agentsBelow(folder) {
  const named = new Map();
  for (const path of filesBelow(folder)) {
    const parts = relative(folder, path).split(sep);
    if (!path.endsWith('.md') || !parts.slice(0, -1).includes('agents')) continue;
    const text = readFileSync(path, 'utf8');
    const name = nameIn(text);
    if (name && !named.has(name)) named.set(name, { name, path: parts.join('/'), text });
  }
  return [...named.values()];
}

/** Its skills, and of its settings what is permitted and the environment, by path. */
export function projectOf(folder) {
  const files = {};
  const skills = ['.claude/skills', 'skills'].map(name => join(folder, name)).find(existsSync);
  for (const path of skills ? filesBelow(skills) : []) {
    if (basename(path) !== 'SKILL.md') continue;
    files[`.claude/skills/${relative(skills, path).split(sep).join('/')}`] = readFileSync(path, 'utf8');
  }
  const settings = join(folder, '.claude/settings.json');
  if (existsSync(settings)) {
    const { permissions, env = {} } = JSON.parse(readFileSync(settings, 'utf8'));
    // A repository must not send the session elsewhere.
    const kept = Object.entries(env).filter(([name]) => !/^ANTHROPIC_|PROXY$/i.test(name));
    files['.claude/settings.json'] = JSON.stringify({ permissions, env: Object.fromEntries(kept) });
  }
  return files;
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== '.git' && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
    });
}

function nameIn(text) {
  const head = /^\uFEFF?---[^\n]*\n([^]*?)\n---\s*?(?:\n|$)/.exec(text)?.[1] ?? '';
  return /^name:[ \t]*(['"]?)(.+?)\1[ \t]*\r?$/m.exec(head)?.[2];
}
