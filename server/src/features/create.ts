// New agents and skills: where they can lie, which names they can take, and a text that our own rules find nothing in.
import { yamlText } from '../rules/edits';
import { say, type Message } from '../rules/rule';
import { baseName, join, parent, pathBelow } from '../workspace/uris';
import { realmFolder } from '../workspace/realms';
import { symbolKey } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';

export type Defines = 'agent' | 'skill';

/** A folder that a new agent or skill can be made in. */
export interface PlaceToCreate {
  readonly uri: string;
  /** Below its workspace folder, or from `~`. */
  readonly label: string;
  readonly description: string;
}

/** Folders that hold agents or skills already, those that every project can have, and the user's own. */
export function places(workspace: Workspace, defines: Defines): PlaceToCreate[] {
  const found = new Map<string, PlaceToCreate>();
  const add = (uri: string, description: string): void => {
    const home = workspace.home;
    const own = home !== undefined && uri.startsWith(`${home}/.claude/`);
    const root = workspace.paths.base(uri);
    const label = own ? `~/${pathBelow(uri, home)}` : root === undefined ? uri : pathBelow(uri, root);
    if (!found.has(uri)) found.set(uri, { uri, label, description });
  };
  for (const root of workspace.paths.roots) {
    if (!root.includes('/.claude/')) add(join(root, `.claude/${defines}s`), `project ${baseName(root)}`);
  }
  for (const record of workspace.files) {
    if (record.role !== defines) continue;
    const folder = defines === 'skill' ? parent(parent(record.uri)) : parent(record.uri);
    const reachable = defines === 'agent' || record.definitions[0]?.reachable === true;
    if (reachable)
      add(
        folder,
        record.realm === 'user' ? 'for all projects' : `project ${baseName(realmFolder(record.realm) ?? '')}`,
      );
  }
  if (workspace.home !== undefined) add(join(workspace.home, `.claude/${defines}s`), 'for all projects');
  return [...found.values()];
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** The open standard's limit; agents have none, but a name that long helps nobody. */
const maxName = 64;

/** Why a name cannot be taken at a place; undefined where it can. */
export function checkName(workspace: Workspace, defines: Defines, place: string, name: string): Message | undefined {
  if (name === '') return say('Type a name.');
  if (!slug.test(name)) {
    const proposed = slugOf(name);
    return proposed === ''
      ? say('Use lowercase letters, digits and hyphens.')
      : say('Use lowercase letters, digits and hyphens, as in `{0}`.', proposed);
  }
  if (name.length > maxName) return say('A name has at most {0} characters.', String(maxName));
  if (defines === 'skill' && name === 'synced') return say('Claude Code keeps the folder `{0}` for itself.', name);
  const uri = fileOf(defines, place, name);
  if (workspace.existence(uri) === 'yes') return say('`{0}` exists already.', pathBelow(uri, parent(place)));
  const taken = workspace.resolve(symbolKey(defines, name), uri).found[0];
  return taken && say('The name is taken by `{0}`.', workspace.shown(taken.uri));
}

/** Words as a name: `Code Reviewer` → `code-reviewer`. */
const slugOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const fileOf = (defines: Defines, place: string, name: string): string =>
  defines === 'agent' ? join(place, `${name}.md`) : join(place, `${name}/SKILL.md`);

/** A new file's text, and the offset at which one goes on writing. */
export interface Created {
  readonly uri: string;
  readonly text: string;
  readonly cursor: number;
}

/** The new file. Where agent-studio's conventions hold, it follows them. */
export function create(
  workspace: Workspace,
  defines: Defines,
  place: string,
  name: string,
  description: string,
): Created {
  const uri = fileOf(defines, place, name);
  const studio = workspace.detected(uri).includes('agent-studio');
  const title = name.split('-').map(capital).join(' ');
  const about =
    description.trim().replace(/\s+/g, ' ') || `${title}. Use when work on ${name.replace(/-/g, ' ')} is asked for.`;
  const head = [`name: ${name}`, `description: ${yamlText(about)}`];
  const text =
    defines === 'skill'
      ? skillText(head, title, studio)
      : studio
        ? studioAgent(workspace, uri, head, title)
        : agentText(head, title);
  return { uri, text, cursor: text.indexOf('\n---\n') + '\n---\n\n'.length };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const frontMatter = (lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n\n`;

const agentText = (head: readonly string[], title: string): string =>
  `${frontMatter([...head, 'tools: Read, Grep, Glob', 'model: inherit'])}You are ${title}.\n\n` +
  '## When you are called\n\n1. Read what the task names.\n2. Do the work.\n3. Report what you did and what is open.\n';

const skillText = (head: readonly string[], title: string, studio: boolean): string =>
  `${frontMatter(studio ? [...head, "version: '1.0'", 'allowed-tools: Read'] : head)}# ${title}\n\n## When to use\n\n` +
  'Say in which situations the skill helps.\n\n## Steps\n\n1. First step.\n2. Second step.\n';

const learnings = '.claude/context/memory/learnings.md';

function studioAgent(workspace: Workspace, uri: string, head: readonly string[], title: string): string {
  const memory = workspace.existence(workspace.resolvePath(learnings, uri)) === 'yes';
  const lines = [
    ...head,
    'model: sonnet',
    'temperature: 0.4',
    'context_strategy: lazy_load',
    'priority: medium',
    'tools:',
    ...['Read', 'Write', 'Edit', 'Skill'].map(tool => `  - ${tool}`),
    'skills: []',
    ...(memory ? ['context_files:', `  - ${learnings}`] : ['context_files: []']),
  ];
  const protocol = memory
    ? `Read \`${learnings}\` before you begin, and write there what you learned.`
    : 'Write down what you learned.';
  return (
    `${frontMatter(lines)}# ${title}\n\n## Core Persona\n\n**Identity**: ${title}\n\n## Workflow\n\n` +
    '1. Load the skills that the task needs.\n2. Do the work.\n3. Verify it and report.\n\n' +
    '## Skill Invocation Protocol (MANDATORY)\n\n' +
    'Invoke skills with the Skill tool; reading their files does not apply them.\n\n' +
    `## Memory Protocol (MANDATORY)\n\n${protocol}\n`
  );
}
