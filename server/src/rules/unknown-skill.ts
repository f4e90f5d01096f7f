// Names of skills that Claude Code does not find: none of that name, too deep a folder, or a label instead of the folder.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { lookAlikeIn, withoutLookAlikes } from '../workspace/look-alikes';
import { skillMeaning } from '../workspace/skills';
import { symbolKey, type Definition, type Reference } from '../workspace/symbols';
import { isBelow, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { isInSampleFile, isOptional } from './prose';
import { folderWithoutSkill } from './folder-without-skill';
import { changeTo } from './edits';
import { isForOthers } from './installed';
import { movedUp } from './moving';
import { nearest } from './nearest';
import { defineReferenceRule, say, type Finding } from './rule';
import { bareName, removed, skillFixes } from './unknown-skill-fixes';
import { wholeEntry } from './whole-entry';

const tdd = '-- .claude/skills/tdd/SKILL.md --\n---\nname: tdd\ndescription: Test first.\n---\n';
const three = tdd + tdd.replaceAll('tdd', 'task-order-protocol') + tdd.replaceAll('tdd', 'work-flow');
const agent = (frontMatter: string, body = ''): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n${frontMatter}---\n${body}`;
const text = (path: string): string => `-- ${path} --\n# Review\n`;
const ofKit = (name: string): string =>
  '-- kit/.claude-plugin/plugin.json --\n{ "name": "kit" }\n' +
  tdd.replace('.claude', 'kit').replaceAll('tdd', 'make-release') +
  agent('', `\nSkill({ skill: '${name}' });\n`).replace('.claude', 'kit');

export default defineReferenceRule({
  id: 'unknown-skill',
  severity: 'warning',
  reach: { names: ['exists'] },
  reads: ['skill'],
  summary: 'The name of a skill that Claude Code does not find.',
  why:
    'An agent starts without a listed skill that is not found, and only the debug log says so; a call of `Skill` fails. ' +
    'Claude Code looks exactly one folder below `skills`, and knows a skill by its folder. A skill that only one person ' +
    'has at home is missing for everybody else.',
  source:
    'Observed: Claude Code 2.1.330, 22 November 2026; how it compares names that are called: its program, 29 November 2026.',
  examples: [
    {
      bad:
        agent(
          '',
          "\n```markdown\n```js\nSkill({ skill: 'tddd' });\n```\n\nSkill({ skill: 'tddd' });\n```\n\nSkill({ skill: '<|tbd|>' });\n",
        ) + tdd,
    },
    { bad: agent('skills: [<|tbd|>, "{{SKILL}}"]\n') + tdd, good: agent('skills: [tdd, "{{SKILL}}"]\n') + tdd },
    {
      bad: agent('skills:\n  - tdd\n', "\nSkill({ skill: '<|tddd|>' });\n") + tdd,
      good: agent('skills:\n  - tdd\n', "\nSkill({ skill: 'tdd' });\n") + tdd,
    },
    {
      bad:
        agent('', "\nSkill({ skill: '<|.claude/skills/tdd/SKILL.md|>' }), Skill({ skill: '<|./skills/tdd|>' });\n") +
        tdd,
      good: agent('', "\nSkill({ skill: 'tdd' }), Skill({ skill: 'tdd' });\n") + tdd,
    },
    {
      bad:
        agent('', "\nSkill({ skill: '<|t\u0501d|>' }), Skill({ skill: '<|td\u2013d|>' });\n") +
        tdd +
        tdd.replaceAll('tdd', 'td-d'),
      good: agent('', "\nSkill({ skill: 'tdd' }), Skill({ skill: 'td-d' });\n") + tdd + tdd.replaceAll('tdd', 'td-d'),
    },
    {
      bad:
        agent('', '\n| Skill | Use |\n| --- | --- |\n| `<|group/leaf|>` | now |\n| `docs/a.md` | read |\n') +
        '-- .claude/skills/group/skills/leaf/SKILL.md --\n---\nname: leaf\ndescription: Deep.\n---\n',
    },
    {
      bad:
        agent('', '\n| Skill | Use |\n| --- | --- |\n| `team.tests` | now |\n| `<|tests|>` | now |\n') +
        tdd.replace('.claude/', ''),
    },
    {
      bad:
        agent('', '\n| Skill | Use |\n| --- | --- |\n| `test-first` | now |\n') +
        '-- kit/skills/team/tdd/SKILL.md --\n---\nname: test-first\ndescription: Test first.\n---\n',
    },
    {
      bad:
        agent('', "\nSkill({ skill: '<|test-first|>' });\n") +
        '-- .claude/skills/tdd/SKILL.md --\n---\nname: test-first\ndescription: Test first.\n---\n',
      good:
        agent('', "\nSkill({ skill: 'tdd' });\n") +
        '-- .claude/skills/tdd/SKILL.md --\n---\nname: test-first\ndescription: Test first.\n---\n',
    },
    {
      bad: agent('skills: [tdd, <|review|>]\n') + tdd + text('.claude/skills/review/review.md'),
      good: agent('skills: [tdd, review]\n') + tdd + text('.claude/skills/review/SKILL.md'),
    },
    { bad: (agent('skills: [tdd, <|review|>]\n') + tdd).replaceAll('.claude', 'kit') + text('kit/skills/review/a.md') },
    {
      bad:
        agent('skills: [test-first]\n') +
        '-- .claude/skills/tdd/SKILL.md --\n---\nname: test-first\ndescription: Test first.\n---\n',
    },
    {
      bad: agent('skills:\n  - <|task order protocol|>\n  - tdd work-flow\n') + three,
      good: agent('skills:\n  - task-order-protocol\n  - tdd work-flow\n') + three,
    },
    {
      bad: agent('skills:\n  - tdd <|(optional)|>\n  - <|tdd-skill|>\n  - <|task-order|>\n  - <|flow-work|>\n') + three,
      good: agent('skills:\n  - tdd\n  - tdd\n  - task-order-protocol\n  - work-flow\n') + three,
    },
    {
      bad:
        agent('', "\nSkill({ skill: '<|tdd.md|>' }), Skill({ skill: '<|tdd,|>' }), Skill({ skill: '<|@tdd|>' });\n") +
        tdd,
      good: agent('', "\nSkill({ skill: 'tdd' }), Skill({ skill: 'tdd' }), Skill({ skill: 'tdd' });\n") + tdd,
    },
    {
      bad: agent('', "\nSkill({ skill: '<|b|>' });\n") + agent('').replace(/\ba\b/g, 'b'),
      good: agent('', "\nTask({ subagent_type: 'b', prompt: '…' });\n") + agent('').replace(/\ba\b/g, 'b'),
    },
    { bad: agent('', "\nSkill({ skill: '/tdd' }), Skill({ skill: 'tdd ' }), Skill({ skill: '@nobody' });\n") + tdd },
    { bad: agent('', "\n````markdown\n---\nname: b\n---\n\nSkill({ skill: 'nope' });\n````\n") + tdd },
    { bad: agent('', "\nCall Skill({ skill: 'nope' }) if it is available.\n") + tdd },
    {
      bad:
        agent(
          '',
          "\n## Draw\n\nCheck whether the skill `draw` is available. If so:\n\nSkill({ skill: 'draw' })\n\n## Write\n\nSkill({ skill: '<|draw|>' })\n",
        ) + tdd,
    },
    { bad: agent('skills: [tdd, other:skill]\n') + tdd },
    {
      bad: ofKit('<|kit:make-relaese|>'),
      good: ofKit('kit:make-release'),
    },
    { bad: agent('', "\nSkill({ skill: 'go' });\n") + '-- .claude/commands/go.md --\nGo.\n' },
  ],
  references: {
    kind: 'skill',
    check(reference, document, workspace) {
      const { uri } = document;
      if (!isMeant(reference, uri, workspace)) return undefined;
      if (
        reference.form !== 'field' &&
        (isInSampleFile(document, reference.span) || isOptional(document, reference.span))
      )
        return undefined;
      if (isMarked(reference) && !isFoundBare(reference, uri, workspace)) return undefined;
      const meaning = skillMeaning(workspace, reference, uri);
      switch (meaning.is) {
        case 'found':
        case 'unseen':
          return undefined;
        case 'nested':
          if (listsItsParts(reference, uri, meaning.definition)) return undefined;
          return nested(document, workspace, reference, meaning.definition);
        case 'label':
          // What an agent loads it may name either way (Claude Code 2.1.330, 28 November 2026).
          return reference.field === 'skills' ? undefined : labelled(document, reference, meaning.definition);
        case 'unknown': {
          if (reference.form === 'table' && isOfOtherKind(reference, uri, workspace)) return undefined;
          const told = asMeant(reference, document, workspace);
          return told && unknown(document, workspace, told);
        }
        default:
          return meaning satisfies never;
      }
    },
  },
});

/** Words that manuals write where a name belongs, and marks of a template. */
const placeholder =
  /^(\{\{.+\}\}|name|skill|skills?-names?|(my|your|the|some|other|another|new|example)-skill|x|foo|bar|skill\.md)$/i;

/** Tables of plain files list all kinds of things; and calls in files that are to be installed elsewhere, such as the
 * workflows of a collection, name what is there. */
function isMeant(reference: Reference, uri: string, workspace: Workspace): boolean {
  if (placeholder.test(reference.name) || isForOthers(uri)) return false;
  const role = workspace.role(uri);
  switch (reference.form) {
    case 'field':
      return true;
    case 'table':
      return role === 'agent' || role === 'skill';
    case 'call':
      return role === 'agent' || role === 'skill' || role === 'companion' || uri.includes('/.claude/');
    // What is overridden may be a skill of the user's or a plugin's.
    case 'key':
    case 'tool-call':
    case 'tool-line':
    case 'prose':
    case 'path':
    case 'link':
    case 'part':
    case 'glob':
    case 'variable':
    case 'import':
    case 'other-base':
      return false;
    default:
      return reference.form satisfies never;
  }
}

/** A table may list what the project loads by means of its own: skills that lie where Claude Code does not look, or names
 * with a dot, which no skill of the open standard has. */
function isOfOtherKind({ name, symbol }: Reference, uri: string, workspace: Workspace): boolean {
  if (workspace.resolve(symbol, uri).elsewhere.length > 0) return true;
  return /^[\w-]+\.(?!md$)[\w-]+$/.test(name) && nearest(name, workspace.visibleNames('skill', uri).found).length === 0;
}

/** Whether this rule tells of a reference, as it does of what has the prefix of the file's own plugin. */
export const tellsOfSkill = (reference: Reference, uri: string, workspace: Workspace): boolean =>
  reference.kind === 'skill' &&
  isMeant(reference, uri, workspace) &&
  skillMeaning(workspace, reference, uri).is === 'unknown';

/** A mark before or behind a name that is called may belong to another thing: `@scope/package`. */
const isMarked = ({ form, name }: Reference): boolean => form === 'call' && /^@|,$/.test(name);

const isFoundBare = ({ name }: Reference, uri: string, workspace: Workspace): boolean =>
  workspace.resolve(symbolKey('skill', bareName(name)), uri).found.length > 0;

/** A skill may name what lies in its own folder: nobody is told to call it. */
const listsItsParts = ({ form }: Reference, uri: string, definition: Definition): boolean =>
  form === 'table' && isBelow(definition.uri, parent(uri));

const labelled = (document: Document, reference: Reference, { name }: Definition): Finding => ({
  span: reference.span,
  message: say('Claude Code knows the skill `{0}` by its folder, `{1}`, and not by this name.', reference.name, name),
  fixes: () => [changeTo(document, reference.span, name, 'safe')],
});

/** An entry of which no word is a skill is told of as one, at its first. */
function asMeant(reference: Reference, document: Document, workspace: Workspace): Reference | undefined {
  const { field, span } = reference;
  const whole = field === 'skills' ? wholeEntry(document, field, span) : undefined;
  if (!whole) return reference;
  const isKnown = ({ start, end }: Span): boolean => {
    const name = document.text.slice(start, end);
    return skillMeaning(workspace, { name, symbol: symbolKey('skill', name) }, document.uri).is !== 'unknown';
  };
  if (whole.words.some(isKnown)) return reference;
  return whole.span.start === span.start ? { ...reference, name: whole.text, span: whole.span } : undefined;
}

function unknown(document: Document, workspace: Workspace, reference: Reference): Finding {
  const name = reference.name;
  const odd = lookAlikeIn(name);
  const message = folderWithoutSkill(document.uri, workspace, name)
    ? say('No skill `{0}` is found: its folder has no `SKILL.md`.', name)
    : odd !== undefined
      ? say('No skill `{0}` is found: its `{1}` only looks like `{2}`.', name, odd, withoutLookAlikes(odd))
      : reference.form === 'field'
        ? workspace.role(document.uri) === 'settings'
          ? say('No skill `{0}` is found, so this has no effect.', name)
          : say('No skill `{0}` is found, so Claude Code silently goes on without it.', name)
        : say('No skill `{0}` is found, so Claude Code cannot call it.', name);
  return { span: reference.span, message, fixes: () => skillFixes(document, workspace, reference) };
}

function nested(document: Document, workspace: Workspace, reference: Reference, definition: Definition): Finding {
  return {
    span: reference.span,
    message: say(
      'Claude Code looks one folder below `skills` only, so `{0}` is never found; its file is `{1}`. Move its folder up and name it `{2}`.',
      reference.name,
      workspace.shown(definition.uri),
      definition.name,
    ),
    related: [{ uri: definition.uri, span: { start: 0, end: 0 }, message: say('Too deep to be found.') }],
    fixes: () => [
      ...(reference.name === definition.name ? movedUp(definition.uri, workspace) : []),
      ...removed(document, reference),
    ],
  };
}
