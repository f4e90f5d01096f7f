// Calls of skills that give the name alone, `Skill('tdd')`, where an input of that name belongs.
import type { Document } from '../syntax/document';
import { isFoundSkill } from '../workspace/skills';
import type { Reference } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { isInSampleFile, isShown } from './prose';
import { defineRule, say, type Fix } from './rule';
import { agentWith } from './samples';

const tdd = '-- .claude/skills/tdd/SKILL.md --\n---\nname: tdd\ndescription: Test first.\n---\n';

export default defineRule({
  id: 'nameless-input',
  severity: 'information',
  reach: { names: ['exists'] },
  reads: 'body',
  digest: (document, section) => digest(document, section),
  needs: anyOf('Skill(', '({', '( ', '(\n', '(\r', '(\t'),
  roles: readsBody,
  summary: 'A call of a skill of the project that gives only its name, without the input that takes it.',
  why:
    '`Skill` takes the name as its input `skill`, so the model has to make another call of this one. Where a file ' +
    'writes the short form alone, only one call in a code block beside others that name their inputs is taken for a slip.',
  source: "Claude Code's own tool definitions, 2.1.330, read on 22 November 2026.",
  examples: [
    {
      bad: agentWith("```js\nSkill(<|'tdd'|>);\nTaskUpdate({ taskId: '1' });\n```\n") + tdd,
      good: agentWith("```js\nSkill({ skill: 'tdd' });\nTaskUpdate({ taskId: '1' });\n```\n") + tdd,
    },
    {
      bad: agentWith('Skill({ skill: "tdd" }) or `Skill(<|"tdd"|>)`.\n') + tdd,
      good: agentWith('Skill({ skill: "tdd" }) or `Skill({ skill: "tdd" })`.\n') + tdd,
    },
    { bad: agentWith('`Skill("tdd")`, later again `Skill("tdd")`. TaskUpdate({ taskId: "1" });\n') + tdd },
    { bad: agentWith('Use via Claude Code: `Skill("tdd")`. TaskUpdate({ taskId: "1" });\n') + tdd },
    {
      bad: agentWith("`Skill(name)`, `Skill('skill-name')`, `Skill(tdd)`, Skill(skill='tdd'), Skill('tdd', x)\n") + tdd,
    },
  ],
  *check(document, workspace) {
    const calls = workspace.references(document, 'skill').filter(({ form }) => form === 'call');
    const short = calls.filter(call => isShort(document, call));
    const isHabit = short.length === calls.length;
    if (short.length === 0 || (isHabit && (short.length > 1 || !namesInputs(document, workspace)))) return;
    for (const call of short) {
      const { name, span } = call;
      if (!isKnown(call, document, workspace) || (isHabit && !isShown(document, span))) continue;
      const outer = { start: span.start - 1, end: span.end + 1 };
      yield {
        span: outer,
        message: say(
          '`Skill` takes the name `{0}` as its input `skill`; called as it stands here, it is given none.',
          name,
        ),
        fixes: () => [named(document, outer)],
      };
    }
  },
});

/** Whether a section has such a call, and how it writes the others. */
const digest = perSection(text =>
  /\bSkill\(['"]/.test(text) ? text : [...text.matchAll(/\bSkill\(|\b[A-Z][A-Za-z]+(?=\(\s*\{)/g)].join(),
);

/** Whether the file gives other tools their inputs by name: where it does not, all calls are in short. */
const namesInputs = (document: Document, workspace: Workspace): boolean =>
  workspace.references(document, 'tool').some(({ form, inputs }) => form === 'tool-call' && inputs !== undefined);

/** Whether a name in quotes is all that stands between the parentheses. */
const isShort = ({ text }: Document, { span: { start, end } }: Reference): boolean =>
  /\bSkill\(['"]$/.test(text.slice(Math.max(0, start - 8), start)) && /^['"]\)/.test(text.slice(end, end + 2));

const isKnown = (call: Reference, document: Document, workspace: Workspace): boolean =>
  isFoundSkill(workspace, call, document.uri) && !isInSampleFile(document, call.span);

function named({ uri, text }: Document, { start, end }: Reference['span']): Fix {
  const written = `{ skill: ${text.slice(start, end)} }`;
  return {
    title: say('Give it as `skill`'),
    edits: [{ uri, span: { start, end }, text: written }],
    safe: false,
    preferred: true,
  };
}
