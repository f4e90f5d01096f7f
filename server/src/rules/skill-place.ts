// Skills that Claude Code does not find: too deep below `skills`, or in a file of another name than `SKILL.md`.
import type { Document } from '../syntax/document';
import { entry } from '../syntax/data';
import { neverAComponent } from '../workspace/classify';
import { baseName, isBelow, parent, stem } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { firstLine } from './first-line';
import { isLoaded } from './installed';
import { movedUp, moveTo } from './moving';
import { defineRule, say, type Finding } from './rule';

const skill = (path: string, marked = '---'): string =>
  `-- ${path} --\n${marked}\nname: tdd\ndescription: Test first.\n---\n`;

const manifest = (skills: string): string =>
  `-- .claude-plugin/plugin.json --\n{ "name": "team", "skills": [${skills}] }\n`;

export default defineRule({
  id: 'skill-place',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  values: ['name'],
  summary: 'A skill that Claude Code does not find where it lies.',
  why:
    'Claude Code looks for files called `SKILL.md`, in capitals, exactly one folder below `skills`. Of others it says ' +
    'nothing, and neither agents nor users can load them.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    { bad: skill('.claude/skills/group/tdd/SKILL.md', '<|---|>'), good: skill('.claude/skills/tdd/SKILL.md') },
    { bad: skill('.claude/skills/tdd/skill.md', '<|---|>'), good: skill('.claude/skills/tdd/SKILL.md') },
    { bad: skill('.claude/skills/tdd.md', '<|---|>'), good: skill('.claude/skills/tdd/SKILL.md') },
    {
      bad: `${skill('.claude/skills/group/tdd/SKILL.md', '<|---|>')}-- .claude/skills/group/tdd/tests.md --\n# Tests\n`,
      good: `${skill('.claude/skills/tdd/SKILL.md')}-- .claude/skills/tdd/tests.md --\n# Tests\n`,
    },
    { bad: '-- .claude/skills/README.md --\n---\nname: a\ndescription: What is here.\n---\n' },
    { bad: '-- .claude/skills/notes.md --\n# Notes\n' },
    { bad: skill('.claude/skills/tdd/SKILL.md') },
    { bad: skill('docs/skill.md') },
    { bad: skill('.claude/skills/tdd/tdd.md', '<|---|>'), good: skill('.claude/skills/tdd/SKILL.md') },
    {
      bad: `-- .claude-plugin/plugin.json --\n{ "name": "team" }\n${skill('skills/tdd/README.md', '<|---|>')}`,
      good: `-- .claude-plugin/plugin.json --\n{ "name": "team" }\n${skill('skills/tdd/SKILL.md')}`,
    },
    { bad: skill('skills/tdd/README.md') },
    { bad: `${skill('.claude/skills/tdd/tdd.md')}${skill('.claude/skills/tdd/SKILL.md')}` },
    {
      bad: `${skill('.claude/skills/kit/tdd.md', '<|---|>')}-- .claude/skills/kit/notes.md --\n# Notes\n`,
      good: `${skill('.claude/skills/tdd/SKILL.md')}-- .claude/skills/kit/notes.md --\n# Notes\n`,
    },
    { bad: `${skill('.claude/skills/kit/tdd.md')}${skill('.claude/skills/kit/tests/SKILL.md', '<|---|>')}` },
    { bad: skill('.claude/skills/kit/tdd.md').replace('description', 'tools: Read\ndescription') },
    { bad: skill('.claude/skills/SKILL.md', '<|---|>'), good: skill('.claude/skills/tdd/SKILL.md') },
    {
      bad: skill('skills/tdd/skill.md', '<|---|>') + skill('skills/review/SKILL.md'),
      good: skill('skills/tdd/SKILL.md') + skill('skills/review/SKILL.md'),
    },
    { bad: skill('skills/tdd/skill.md') },
    { bad: skill('.claude/skills/tdd/SKILLS.md', '<|---|>'), good: skill('.claude/skills/tdd/SKILL.md') },
    { bad: '-- .claude/skills/tdd/SKILLS.md --\n# All skills\n' },
    { bad: skill('.claude/skills/synced/SKILL.md', '<|---|>').replace('tdd', 'synced') },
    { bad: `${manifest('"./extra"')}${skill('skills/group/tdd/SKILL.md', '<|---|>')}` },
    { bad: `${manifest('"./skills/group/review"')}${skill('skills/drafts/tdd/SKILL.md')}` },
  ],
  *check(document, workspace) {
    const finding =
      tooDeep(document, workspace) ??
      inTakenFolder(document, workspace) ??
      otherName(document, workspace) ??
      withoutFolder(document, workspace) ??
      ownName(document, workspace) ??
      ofSeveral(document, workspace);
    if (finding) yield finding;
  },
});

function tooDeep(document: Document, workspace: Workspace): Finding | undefined {
  const { uri } = document;
  const definition = workspace.file(uri)?.definitions[0];
  if (workspace.role(uri) !== 'skill' || !definition || definition.reachable) return undefined;
  if (!/\/\.claude\/skills\//.test(uri) && !definition.realm.startsWith('plugin:')) return undefined;
  const plugin = definition.realm.startsWith('plugin:') ? workspace.plugin(uri) : undefined;
  // A manifest that picks skills one by one from `skills` says of the others that they stay out.
  if (plugin?.skills.some(path => isBelow(path, `${plugin.root}/skills`) && path !== `${plugin.root}/skills`))
    return undefined;
  return {
    span: firstLine(document),
    // A plugin may leave some of its skills out on purpose.
    ...(definition.realm.startsWith('plugin:') && { severity: 'information' as const }),
    message: say('Claude Code looks one folder below `skills` and does not find this skill. Move its folder there.'),
    fixes: () => movedUp(uri, workspace),
  };
}

/** Claude Code keeps that folder for skills of its own, and lists none of it (2.1.330, 30 November 2026). */
function inTakenFolder(document: Document, workspace: Workspace): Finding | undefined {
  const { uri } = document;
  if (!uri.endsWith('/.claude/skills/synced/SKILL.md') || workspace.role(uri) !== 'skill') return undefined;
  return {
    span: firstLine(document),
    message: say('Claude Code keeps the folder `synced` for itself and does not find this skill. Rename the folder.'),
  };
}

/** `skills/tdd.md`, with the keys of a skill. */
function withoutFolder(document: Document, workspace: Workspace): Finding | undefined {
  const { uri, data } = document;
  if (!uri.endsWith('.md') || !parent(uri).endsWith('/.claude/skills') || neverAComponent(baseName(uri)))
    return undefined;
  const name = entry(data, 'name')?.value;
  if (!name || !entry(data, 'description')) return undefined;
  const isNamed = baseName(uri) !== 'SKILL.md' || name.is !== 'scalar' || !/^[\w-]+$/.test(name.text);
  const folder = isNamed ? stem(uri) : name.text;
  return {
    span: firstLine(document),
    message: say(
      'Claude Code looks for `{0}/SKILL.md` and does not find a skill in a file like this. Move it there.',
      folder,
    ),
    fixes: () =>
      moveTo(workspace, uri, `${parent(uri)}/${folder}/SKILL.md`, say('Move the file to `{0}/SKILL.md`', folder)),
  };
}

/** `skills/tdd/tdd.md` or `skills/tdd/README.md`, with the keys of a skill, in a folder without any. */
function ownName(document: Document, workspace: Workspace): Finding | undefined {
  const { uri } = document;
  const folder = parent(uri);
  const isMeant = [`${baseName(folder)}.md`, 'README.md', 'index.md'].includes(baseName(uri));
  if (!isMeant || !isSkillElsewhere(document, workspace)) return undefined;
  return {
    span: firstLine(document),
    message: say('Claude Code looks for `SKILL.md` in this folder and does not find a skill. Rename the file.'),
    fixes: () => moveTo(workspace, uri, `${folder}/SKILL.md`, say('Rename the file to `SKILL.md`')),
  };
}

/** `skills/kit/tdd.md`, with the keys of a skill, in a folder that has none and holds several. */
function ofSeveral(document: Document, workspace: Workspace): Finding | undefined {
  const { uri, data } = document;
  const folder = parent(uri);
  const name = stem(uri);
  // What a group of skills holds beside them belongs to them; and with tools it may be an agent.
  if (!uri.endsWith('.md') || neverAComponent(baseName(uri)) || entry(data, 'tools')) return undefined;
  if (!isSkillElsewhere(document, workspace)) return undefined;
  if ([...workspace.paths.below(folder)].some(each => baseName(each) === 'SKILL.md')) return undefined;
  return {
    span: firstLine(document),
    message: say(
      'Claude Code looks for `{0}/SKILL.md` and does not find a skill in a file like this. Move it there.',
      name,
    ),
    fixes: () =>
      moveTo(workspace, uri, `${parent(folder)}/${name}/SKILL.md`, say('Move the file to `{0}/SKILL.md`', name)),
  };
}

/** Whether a file with the keys of a skill lies in a folder of `skills` that has no `SKILL.md`. */
function isSkillElsewhere({ uri, data }: Document, workspace: Workspace): boolean {
  const folder = parent(uri);
  const plugin = workspace.plugin(uri);
  const isOfPlugin =
    plugin !== undefined && parent(folder) === `${plugin.root}/skills` && !plugin.skills.includes(folder);
  return (
    (isOfPlugin || parent(folder).endsWith('/.claude/skills')) &&
    entry(data, 'name') !== undefined &&
    entry(data, 'description') !== undefined &&
    workspace.existence(`${folder}/SKILL.md`) === 'no'
  );
}

function otherName(document: Document, workspace: Workspace): Finding | undefined {
  const { uri } = document;
  const folder = parent(uri);
  const name = baseName(uri);
  if (!/^skills?\.md$/i.test(name) || name === 'SKILL.md') return undefined;
  // A list of skills may be called so too.
  const isPlural = /^skills/i.test(name);
  if (isPlural && !(entry(document.data, 'name') && entry(document.data, 'description'))) return undefined;
  const isRead = baseName(parent(folder)) === 'skills' && isLoaded(uri, workspace);
  if (!isRead && !hasSkillsBeside(folder, workspace)) return undefined;
  return {
    span: firstLine(document),
    message: isPlural
      ? say('Claude Code looks for `SKILL.md` and does not find `{0}`. Rename the file.', name)
      : isRead
        ? say('Claude Code looks for `SKILL.md`, in capitals, and does not find `{0}`. Rename the file.', name)
        : say('Tools look for `SKILL.md`, in capitals, as the skills beside it have it, and do not find `{0}`.', name),
    fixes: () => moveTo(workspace, uri, `${folder}/SKILL.md`, say('Rename the file to `SKILL.md`')),
  };
}

/** Whether the folders beside this one are those of skills. */
function hasSkillsBeside(folder: string, workspace: Workspace): boolean {
  const around = parent(folder);
  if (!/\/skills(\/|$)/.test(around)) return false;
  return [...workspace.paths.below(around)].some(uri => baseName(uri) === 'SKILL.md');
}
