// Files of a skill's own folder, or of a plugin's, that a text names and that are not there.
import type { Document } from '../syntax/document';
import type { Reference } from '../workspace/symbols';
import { baseName, join, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { createdText } from './creating';
import { endsLikeFile, foundAbove, isPlaceholderPath, isSample, pathFixes } from './file-paths';
import { isExampleFile } from './example-files';
import { isJudgedThere } from './prose';
import { skillWith } from './samples';
import { defineReferenceRule, say, type Fix, type Message } from './rule';
import { isToBeThere } from './variable-files';

const guide = '-- .claude/skills/a/references/guide.md --\n# Guide\n';

const skillWithStep = (path: string): string =>
  `${skillWith('Read `references/guide.md` first.')}${guide}-- .claude/skills/a/steps/one.md --\nSee \`${path}\`.\n`;

const inPlugin = (body: string): string =>
  '-- .claude-plugin/plugin.json --\n{ "name": "kit" }\n-- docs/plan.md --\n# Plan\n' +
  `-- commands/plan.md --\n---\ndescription: Plans.\n---\n\n${body}\n`;

export default defineReferenceRule({
  id: 'missing-bundled-file',
  severity: 'warning',
  reach: { names: ['exists'] },
  reads: ['file'],
  summary:
    'A file of the skill’s own folder, or of the plugin’s after `${CLAUDE_PLUGIN_ROOT}`, that the text names and that does not exist.',
  why:
    'The model is told to read or run a file that comes with the skill, and does not find it. Paths such as ' +
    '`references/guide.md` count from the folder of SKILL.md. A path that exists below the project’s folder is taken ' +
    'for that one, and one below `scripts`, `templates`, `resources` or `rules` is checked only where the skill has ' +
    'such a folder. After a variable, texts and scripts are checked whose folder exists; data may be written there later.',
  source: 'The Agent Skills specification, 9 August 2026; counted over 18 public repositories.',
  examples: [
    {
      bad:
        skillWith(
          'Read `<|references/guides.md|>`.\n\n```yaml\n```bash\nmake\n```\n\nRead `references/nowhere.md`.\n```\n',
        ) + guide,
    },
    {
      bad: skillWith('Read `<|references/guides.md|>` first.') + guide,
      good: skillWith('Read `references/guide.md` first.') + guide,
    },
    {
      bad: skillWithStep('<|../guide.md|>'),
      good: skillWithStep('../references/guide.md'),
    },
    {
      bad:
        skillWith('Read `../b/guide.md` and `<|../b/more.md|>`.').replace('.claude/skills', 'lib') +
        '-- skills/b/guide.md --\n',
    },
    {
      bad: `${skillWith('Read `<|references/guides.md|>` first.')}${guide}-- docs/guides.md --\n`,
      good: `${skillWith('Read `references/guide.md` first.')}${guide}-- docs/guides.md --\n`,
    },
    {
      // A document of the project that has the same name is another.
      bad: skillWith('Read `<|references/architecture.md|>` first.') + guide + '-- docs/architecture.md --\n',
      good:
        skillWith('Read `references/architecture.md` first.') +
        guide +
        '-- docs/architecture.md --\n-- .claude/skills/a/references/architecture.md --\n# Architecture\n',
    },
    { bad: skillWith('Run `${CLAUDE_SKILL_DIR}/<|scripts/run.sh|> --all`.') + guide },
    {
      bad: skillWith('Run ${CLAUDE_SKILL_DIR}/<|references/guides.md|> --all.') + guide,
      good: skillWith('Run ${CLAUDE_SKILL_DIR}/references/guide.md --all.') + guide,
    },
    {
      bad: inPlugin('Read ${CLAUDE_PLUGIN_ROOT}/<|docs/plans.md|>.'),
      good: inPlugin('Read ${CLAUDE_PLUGIN_ROOT}/docs/plan.md.'),
    },
    {
      bad: inPlugin(
        '```bash\nbash "$CLAUDE_PLUGIN_ROOT"/<|docs/b.sh|>\n```\n\n```\nRead ${CLAUDE_PLUGIN_ROOT}/<|docs/c.py|>\n```',
      ),
    },
    {
      bad: inPlugin(
        'Write it to `${CLAUDE_PLUGIN_ROOT}/docs/a.md`, read ${CLAUDE_PLUGIN_ROOT}/docs/state.json or ${CLAUDE_PLUGIN_ROOT}/more/a.md.\n\n' +
          '```bash\n[ -f ${CLAUDE_PLUGIN_ROOT}/docs/b.md ] || echo > ${CLAUDE_PLUGIN_ROOT}/docs/b.md\n```\n\n' +
          '```json\n{ "command": "${CLAUDE_PLUGIN_ROOT}/docs/c.sh" }\n```',
      ),
    },
    {
      bad: inPlugin(
        '```bash\nif [ -f ${CLAUDE_PLUGIN_ROOT}/docs/b.sh ]; then\n  bash ${CLAUDE_PLUGIN_ROOT}/docs/b.sh\nfi\n\n' +
          'bash ${CLAUDE_PLUGIN_ROOT}/<|docs/b.sh|>\n```',
      ),
    },
    { bad: skillWith('Run `scripts/build.sh` of the project, or see the skill `b`’s `references/more.md`.') + guide },
    { bad: skillWith('Put them into `references/{topic}.md`, `references/*.md` or `references/`.') + guide },
    { bad: `${skillWith('Read `scripts/run.sh`.')}-- .claude/skills/a/scripts/go.sh --\n-- scripts/run.sh --\n` },
    { bad: skillWith('- **Examples**: `assets/logo.png`\n- `references/more.md` (coming soon)') + guide },
    {
      bad:
        skillWith('A `references/schema.md` would help (or, e.g., `references/a.md`).\n\nUses → `references/b.md`') +
        guide,
    },
    {
      bad:
        skillWith(
          '- **Examples**: `references/a.md` for money,\n  `references/b.md` for rules\n' +
            '- Adds example files (`references/c.md`,\n  `references/d.md`)',
        ) + guide,
    },
    { bad: skillWith('Name them well:\n\n- ✅ `references/api.md`\n- ❌ `references/doc1.md`') + guide },
    { bad: skillWith('Factor what is shared into a `references/shared.md`.') + guide },
    { bad: `${skillWith('Read `references/README.md`.')}${guide}-- references/README.md --\n` },
    {
      bad:
        skillWith(
          'It would say "for more, read `references/x.md`". Copy `references/guide.md` to `references/area.md`. Write ' +
            '`references/y.md`, not `references\\y.md`.\n\nThe search in `lib/db/` (`references/core.md`,\n' +
            '`references/search.md`) is a copy. Adopt those like `../plans/x/DESIGN.md`.',
        ) + guide,
    },
    {
      bad:
        skillWith(
          'One file for each part (e.g. `references/a.md`,\n`references/b.md`), 如 `references/c.md`.\n\n' +
            '1. A `references/d.md` would be helpful\n2. `references/e.md` for patterns\n\nUse relative paths:\n- `references/f.md`\n\n' +
            '**File:** `references/run.md`\n\n```\n# Run\n```',
        ) + guide,
    },
    { bad: skillWith('Read `references/README.md`, and `standards/README.md` of the project.') },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\nRead the task, and `../spec.md` above it.\n',
    },
    { bad: skillWith('- `references/more.md` — if it exists\n- `references/state.md` (if needed)') + guide },
  ],
  references: {
    kind: 'file',
    check(reference, document, workspace) {
      const { uri, text } = document;
      const { form, name, span } = reference;
      if (!(form === 'part' || isVariableFile(reference)) || isSample(uri)) return undefined;
      if (workspace.existence(name) !== 'no') return undefined;
      const written = text.slice(span.start, span.end);
      if (!endsLikeFile(written) || isPlaceholderPath(written)) return undefined;
      const isMeantSo = form === 'part' ? isMeant : isToBeThere;
      if (!isMeantSo(reference, document, workspace) || isExampleFile(text, span) || isJudgedThere(document, span))
        return undefined;
      return {
        span,
        message: messageOf(reference, written, document),
        fixes: () => fixes(reference, written, document, workspace),
      };
    },
  },
});

/** In the front matter and in JSON the variable stands before scripts, of which another rule tells. */
const isVariableFile = ({ form, field }: Reference): boolean => form === 'variable' && field === undefined;

function messageOf({ form, span }: Reference, written: string, { text }: Document): Message {
  if (form === 'variable' && /PLUGIN_ROOT\}?"?\/$/.test(text.slice(Math.max(span.start - 20, 0), span.start)))
    return say('The plugin’s folder holds no `{0}`, so it can be neither read nor run.', written);
  return written.startsWith('../')
    ? say('There is no `{0}`, counted from the folder of this file, so it cannot be read.', written)
    : say('The skill’s folder holds no `{0}`, so it cannot be read.', written);
}

/** Parts that a skill has even where it has no other of that kind. */
const alwaysOwn = /^(references|assets)\//;

function isMeant(reference: Reference, { uri, text }: Document, workspace: Workspace): boolean {
  const role = workspace.role(uri);
  const written = text.slice(reference.span.start, reference.span.end);
  // Of the file alone above it, an agent speaks as of one beside its task.
  if (written.startsWith('../'))
    return (
      !isBesideSkills(uri, written, workspace) &&
      (role === 'skill' || role === 'companion' || (['agent', 'command'].includes(role) && /\w\//.test(written)))
    );
  if (role !== 'skill' && role !== 'companion') return false;
  if (isVariable(text, reference)) return true;
  const folder = folderOf(reference.name, written);
  const isOwn = alwaysOwn.test(written) && baseName(written) !== 'README.md';
  if (!isOwn && workspace.existence(join(folder, written.split('/')[0]!)) !== 'yes') return false;
  // «Long samples → `references/x.md`»: advice how to part any skill.
  if (/(→|->)\s*[`*]*$/.test(text.slice(Math.max(0, reference.span.start - 8), reference.span.start))) return false;
  if (role === 'companion' && /template/i.test(baseName(uri))) return false;
  const elsewhere = [join(parent(uri), written), workspace.resolvePath(written, uri)];
  return elsewhere.every(other => workspace.existence(other) === 'no');
}

/** What lies elsewhere is put where the skills are before it is read, and beside those the file is there. */
function isBesideSkills(uri: string, written: string, workspace: Workspace): boolean {
  const root = workspace.paths.root(uri);
  if (root === undefined || uri.includes('/skills/')) return false;
  return foundAbove(workspace, uri, root, `skills/${written.replace(/^(?:\.\.\/)+/, '')}`) !== undefined;
}

/** Behind `${CLAUDE_SKILL_DIR}/`. */
const isVariable = (text: string, { span }: Reference): boolean => text.slice(span.start - 2, span.start) === '}/';

/** The folder that a path counts from, as what it means begins with it. */
const folderOf = (name: string, written: string): string => written.split('/').reduce(folder => parent(folder), name);

function fixes(reference: Reference, written: string, document: Document, workspace: Workspace): Fix[] {
  const { name, span } = reference;
  const folder = written.startsWith('../') ? parent(document.uri) : folderOf(name, written);
  return [...pathFixes(document, workspace, span, written, folder), ...createdText(name, written)];
}
