// Skills that an agent lists but that its body never calls.
import type { Document } from '../syntax/document';
import { isFoundSkill, skillMeaning } from '../workspace/skills';
import type { Reference } from '../workspace/symbols';
import { removing } from './edits';
import { defineRule, say } from './rule';
import { withCall } from './steps';

const agent = (skills: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ncontext_strategy: minimal\nskills: [${skills}]\n---\n` +
  "\nSkill({ skill: 'tdd' });\n";
const skills = ['tdd', 'debugging']
  .map(name => `-- .claude/skills/${name}/SKILL.md --\n---\nname: ${name}\ndescription: Helps.\n---\n`)
  .join('');

export default defineRule({
  id: 'uncalled-skill',
  severity: 'hint',
  reach: { names: ['exists', 'preloadable'] },
  reads: ['skill'],
  onlyFound: true,
  summary: 'A skill under `skills` that the body of the agent never calls.',
  why:
    'In agent-studio the body carries out what `skills` intends, with calls of `Skill` or tables of skills. ' +
    'Claude Code loads a listed skill all the same, and it takes its tokens. In its own agents this holds for 223 listed skills.',
  source: 'The repository agent-studio at ea3b6ec6, 29 January 2026; observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    { bad: agent('tdd, <|debugging|>') + skills, good: agent('tdd') + skills },
    { bad: agent('tdd, not-there') + skills },
    {
      bad:
        agent('tdd, debugging') + skills.replace('name: debugging', 'name: debugging\ndisable-model-invocation: true'),
    },
    { bad: `${agent('tdd, debugging')}\n- \`.claude/skills/debugging/SKILL.md\`: read it first.\n${skills}` },
  ],
  *check(document, workspace) {
    const studio = workspace.schema(document.uri)?.kinds.some(kind => kind.id === 'agent-studio-agent');
    if (!studio) return;
    const references = workspace.references(document, 'skill');
    const named = new Set<string>(references.filter(r => r.form !== 'field').map(r => r.name));
    if (!references.some(reference => reference.form === 'call')) return;
    // Of one that is not found, or is for the user alone, others tell: nothing of it is loaded.
    const isLoaded = (r: Reference): boolean => {
      const meaning = skillMeaning(workspace, r, document.uri);
      return isFoundSkill(workspace, r, document.uri) && !(meaning.is === 'found' && !meaning.definition.preloadable);
    };
    const uncalled = references.filter(r => r.field === 'skills' && !named.has(r.name) && isLoaded(r));
    if (uncalled.length === 0) return;
    const mentioned = inlineCodes(document);
    for (const reference of uncalled) {
      const name = reference.name;
      if (mentioned.has(name)) continue;
      yield {
        span: reference.span,
        message: say(
          'The body never calls the skill `{0}`. Claude Code loads it into the agent all the same, with all its text.',
          name,
        ),
        fixes: () => [...removing(document, 'skills', reference.span, name), ...withCall(document, name, references)],
      };
    }
  },
});

/** Names of skills in inline code; a body that has a skill's file read works with the skill too. */
function inlineCodes({ body, text }: Document): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { start, content } of body?.sections ?? []) {
    for (const { span } of content.codes) {
      const code = text.slice(start + span.start, start + span.end);
      codes.add(/\/([^/]+)\/SKILL\.md$/.exec(code)?.[1] ?? code.replace(/^\//, ''));
    }
  }
  return codes;
}
