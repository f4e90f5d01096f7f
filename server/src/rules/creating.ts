// Fixes that make the agent, the skill or the text that a name stands for.
import type { Document } from '../syntax/document';
import { realmFolder } from '../workspace/realms';
import { baseName, decoded, join } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { yamlText } from './edits';
import { say, type Fix } from './rule';

/** Creates it where the file that names it belongs to; none where the name is no file's name. */
export function created({ uri }: Document, workspace: Workspace, kind: 'agent' | 'skill', name: string): Fix[] {
  const folder = realmFolder(workspace.file(uri)?.realm ?? '') ?? workspace.home;
  if (folder === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return [];
  const at = join(folder, uri.includes('/.claude/') ? `.claude/${kind}s` : `${kind}s`);
  const text = [
    '---',
    `name: ${yamlText(name)}`,
    `description: Say here what the ${kind} does. Use it when you have said when to use it.`,
    '---',
    '',
    `# ${name}`,
    '',
    'Say here, step by step, what to do.',
    '',
  ].join('\n');
  const title = kind === 'skill' ? say('Create the skill `{0}`', name) : say('Create the agent `{0}`', name);
  const home = kind === 'skill' ? `${name}/SKILL.md` : `${name}.md`;
  return [{ title, edits: [{ uri: join(at, home), create: text }], safe: false }];
}

/** Creates a Markdown file with its title alone; none where the name is that of another file. */
export function createdText(uri: string, written: string): Fix[] {
  const name = /^([A-Za-z0-9][^/]*)\.md$/.exec(baseName(uri))?.[1];
  if (name === undefined) return [];
  const title = decoded(name).replace(/[-_]/g, ' ');
  const create = `# ${title[0]!.toUpperCase()}${title.slice(1)}\n`;
  return [{ title: say('Create `{0}`', written), edits: [{ uri, create }], safe: false }];
}
