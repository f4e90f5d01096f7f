// Fixes that make the agent or skill that a name stands for.
import type { Document } from '../syntax/document';
import { realmFolder } from '../workspace/realms';
import { join } from '../workspace/uris';
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
