// Descriptions that were never written: a word that keeps the place of one.
import { entry } from '../syntax/data';
import type { Role } from '../workspace/classify';
import { draftDescription } from './drafts';
import { yamlText } from './edits';
import { defineRule, say } from './rule';

const skill = (description: string): string =>
  `-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: ${description}\n---\n\nTests what was built.\n`;

export default defineRule({
  id: 'placeholder-description',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  values: ['description'],
  roles: (role: Role) => role === 'agent' || role === 'skill' || role === 'command',
  summary: 'A description that is only a placeholder for one that is still to be written.',
  why: 'By the description alone the model decides when to use an agent, a skill or a command. From `TODO` it learns nothing, and never does.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026; public commands with `DESCRIPTION_PLACEHOLDER`.',
  examples: [
    { bad: skill('<|TODO|>'), good: skill('Tests what was built.') },
    { bad: skill('<|DESCRIPTION_PLACEHOLDER|>'), good: skill('Tests what was built.') },
    { bad: skill('"<|[Describe what this skill does]|>"'), good: skill('Tests what was built.') },
    { bad: skill('<|<description>|>'), good: skill('Tests what was built.') },
    { bad: skill('<|N/A|>'), good: skill('Tests what was built.') },
    { bad: skill('<|...|>'), good: skill('Tests what was built.') },
    {
      bad: skill('<|Replace with a description of the skill and when to use it.|>'),
      good: skill('Tests what was built.'),
    },
    { bad: skill('<|A brief description of what this skill does|>'), good: skill('Tests what was built.') },
    { bad: skill('"{{description}}"') },
    { bad: skill('Replace with care what is old.') },
    { bad: skill('A brief description of what this library does, for people who are new.') },
    { bad: skill('TODO lists for teams.') },
    { bad: skill('"[Beta] Writes tests."') },
    { bad: skill('SQL') },
  ],
  *check(document) {
    const value = entry(document.data, 'description')?.value;
    if (value?.is !== 'scalar' || value.text.length > 200 || !placeholder.test(value.text.trim())) return;
    yield {
      span: value.span,
      message: say('This is only a placeholder for a description; the model cannot tell from it what this is for.'),
      fixes: () => {
        const draft = draftDescription(document);
        if (draft === '') return [];
        const edit = { uri: document.uri, span: value.outer, text: yamlText(draft) };
        return [{ title: say('Write what the body says'), edits: [edit], safe: false, preferred: true }];
      },
    };
  },
});

/** Words for what is to be done, words in capitals with underscores, and words in brackets, with nothing else beside them. */
const placeholder =
  /^(?:(?:todo|tbd|tba|fixme|xxx|n\/a|none|undefined|placeholder|lorem ipsum[^\n]*)[.:!]?|todo:[^\n]*|\.{3}|…|[A-Z]+(?:_[A-Z]+)+|(?:your )?description(?: here)?|(?:add|insert|enter|write) (?:a |your |the )?description(?: here)?\.?|(?:replace|fill in|update) (?:this )?(?:with|by) (?:a |your |the )?(?:brief |short |clear )?description\b[^\n]*|(?:a |your )?(?:brief|short|concise|one-line) description of (?:what )?(?:this|the|your) (?:skill|agent|sub-?agent|command)(?: (?:does|is for|purpose))?(?: and (?:when|capabilities)\b[^\n.]*)?\.?(?: max(?:imum)?\b[^\n]*)?|\[[^[\]]+\]|<[^<>]+>)$/i;
