// Skills that a text tells to use, «Use the `tdd` skill», and that the project does not have.
import { skillMeaning } from '../workspace/skills';
import { symbolKey } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { isSample } from './file-paths';
import { changesTo } from './edits';
import { isInstalled } from './installed';
import { nearest } from './nearest';
import { proseMatches } from './prose';
import { defineRule, say } from './rule';
import { isSlipWithin } from './slip';

const tdd = '-- .claude/skills/test-first/SKILL.md --\n---\nname: test-first\ndescription: Test first.\n---\n';
const agent = (body: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n\n${body}\n`;

export default defineRule({
  id: 'missing-skill',
  severity: 'information',
  reach: 'repository',
  roles: role => role === 'agent' || role === 'skill' || role === 'command',
  summary: 'A skill in inline code or bold that the text tells to use, and that the project does not have.',
  why:
    'The model calls a skill by exactly that name and is told that there is none. Judged are files of a `.claude` folder that has ' +
    'skills of its own, and names of several words; a skill of a plugin or of Claude Code itself is none of the project’s.',
  source: "Claude Code's documentation of skills, August 2026; counted over 18 public repositories, 29 November 2026.",
  examples: [
    {
      bad: agent('Use the `<|tests-firsts|>` skill first.') + tdd,
      good: agent('Use the `test-first` skill first.') + tdd,
    },
    { bad: agent('Use the `test-frist` skill first, as another rule tells.') + tdd },
    { bad: agent('Then invoke the **<|release-notes|>** skill.') + tdd },
    { bad: agent('Use the `test-first` skill, the `tdd` skill, `my-skill` skill or the `a:b-c` skill.') + tdd },
    {
      bad:
        agent(
          '1. Write a test (Skill: `test-first`)\n2. Tell of it（Skill: `<|release-notes|>`）\n\n- **スキル**: `<|more-notes|>`',
        ) + tdd,
    },
    { bad: agent('A new skill: `release-notes`, or (no skill: `other-notes`).') + tdd },
    { bad: agent('The `release-notes` skill was removed.\n\n```\nUse the `release-notes` skill.\n```') + tdd },
    { bad: agent('Use the `release-notes` skill.') },
  ],
  *check(document, workspace) {
    const { uri, text } = document;
    if (!isInstalled(uri) || isSample(uri) || !hasSkills(uri, workspace)) return;
    for (const { span, groups } of [...proseMatches(document, told), ...proseMatches(document, labelled)]) {
      const name = groups[2]!;
      if (/^(?:my|your|the|some|other|another|new|example|skill)-/.test(name)) continue;
      if (skillMeaning(workspace, { name, symbol: symbolKey('skill', name) }, uri).is !== 'unknown') continue;
      const known = workspace.visibleNames('skill', uri).all;
      // `misspelt-name` tells of those that are a letter away.
      if ([...known].some(each => isSlipWithin(name, each))) continue;
      const start = span.start + text.slice(span.start, span.end).lastIndexOf(name);
      const at = { start, end: start + name.length };
      yield {
        span: at,
        message: say('No skill `{0}` is found here, so the model cannot call it.', name),
        fixes: () => changesTo(document, at, nearest(name, known, 2)),
      };
    }
  },
});

const told =
  /\b(?:use|using|invoke|call|run|load|apply|via|with)\s+(?:the\s+)?(\*\*|`)\/?([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\1\s+skill\b/gi;

const hasSkills = (uri: string, workspace: Workspace): boolean =>
  workspace.existence(workspace.resolvePath('.claude/skills', uri)) === 'yes';

/** «(Skill: `x`)», behind a step or as a line of its own, in the languages that skills are written in. */
const labelled = new RegExp(
  String.raw`(?:^[ \t>*\d.-]*|[(（]\s*)(?:\*\*)?(?:skill|スキル|技能|스킬)(?:\*\*)?[:：](?:\*\*)?[ \t]*` +
    '(\\*\\*|`)\\/?([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\\1',
  'gim',
);
