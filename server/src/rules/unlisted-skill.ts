// Skills that an agent's body calls but that its `skills` leaves out: the lists drift apart.
import { entry } from '../syntax/data';
import { isFoundSkill } from '../workspace/skills';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import type { Reference, SymbolKey } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { adding } from './edits';
import { defineRule, say } from './rule';
import { withoutStep } from './steps';

const files = (skills: string, call: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ncontext_strategy: minimal\nskills:\n${skills}---\n${call}` +
  ['tdd', 'debugging']
    .map(name => `-- .claude/skills/${name}/SKILL.md --\n---\nname: ${name}\ndescription: Helps.\n---\n`)
    .join('');

export default defineRule({
  id: 'unlisted-skill',
  severity: 'information',
  reach: { names: ['exists'] },
  reads: ['skill'],
  onlyFound: true,
  summary: 'A skill that the body of an agent calls, but that its `skills` does not list.',
  why:
    'In agent-studio `skills` says which skills an agent works with, and Claude Code loads those alone from the start; ' +
    'others cost a call each time. In its own agents 30 skills are called that are not listed.',
  source: 'The repository agent-studio at ea3b6ec6, 29 January 2026, its agents and agent-creator skill.',
  examples: [
    {
      bad: files('  - tdd\n', "\nSkill({ skill: 'tdd' });\nSkill({ skill: '<|debugging|>' });\n"),
      good: files('  - tdd\n  - debugging\n', "\nSkill({ skill: 'tdd' });\nSkill({ skill: 'debugging' });\n"),
    },
    {
      bad: files('  - tdd\n', '\n| Skill | For |\n| --- | --- |\n| `<|debugging|>` | Faults |\n'),
      good: files('  - tdd\n  - debugging\n', '\n| Skill | For |\n| --- | --- |\n| `debugging` | Faults |\n'),
    },
    { bad: files('  - tdd\n', '\n| When | Skill |\n| --- | --- |\n| Faults | `debugging` |\n| Tests | `tdd` |\n') },
  ],
  *check(document, workspace) {
    const { uri } = document;
    const studio = workspace.schema(uri)?.kinds.some(kind => kind.id === 'agent-studio-agent');
    if (!studio || entry(document.data, 'skills')?.colon === undefined) return;
    const references = workspace.references(document, 'skill');
    const listed = new Set<SymbolKey>(references.filter(r => r.field === 'skills').map(r => r.symbol));
    const said = new Set(listed);
    let standsOut: boolean | undefined;
    for (const reference of references) {
      if (reference.form === 'field' || said.has(reference.symbol)) continue;
      said.add(reference.symbol);
      if (!isFoundSkill(workspace, reference, uri)) continue;
      const isLight = isConditional(document, reference);
      if (isLight && !(standsOut ??= othersStandOut(document, workspace, references, listed))) continue;
      const name = reference.name;
      yield {
        span: reference.span,
        ...(isLight && { severity: 'hint' as const }),
        message: say(
          'The body works with the skill `{0}`, but `skills` does not list it, so it is not loaded from the start.',
          name,
        ),
        fixes: () => [...adding(document, 'skills', name), ...withoutStep(document, reference, references)],
      };
    }
  },
});

/** Whether most of the skills of such rows are listed, or all but one of several. */
function othersStandOut(
  document: Document,
  workspace: Workspace,
  references: readonly Reference[],
  listed: ReadonlySet<SymbolKey>,
): boolean {
  const conditional = references.filter(
    reference => isConditional(document, reference) && isFoundSkill(workspace, reference, document.uri),
  );
  const others = conditional.filter(({ symbol }) => !listed.has(symbol)).length;
  return (others === 1 && conditional.length > 2) || others <= (1 - most) * conditional.length;
}

const most = 0.7;

/** In a row such as `| condition | skill |` it is called where the condition holds: that it is not loaded from the start is
 * mostly meant. Of 20 such rows that were read by hand, this was so in 16. */
function isConditional({ text }: Document, { form, span }: Reference): boolean {
  if (form !== 'table') return false;
  const before = text.slice(lineStart(text, span.start), span.start);
  return before.split('|').length > 2;
}
