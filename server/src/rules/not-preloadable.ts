// Skills that an agent lists but that say they must not be loaded by it.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { skillMeaning } from '../workspace/skills';
import { removing, withoutEntry } from './edits';
import { defineReferenceRule, say, type Fix } from './rule';

/** Takes the key out of the skill, so that agents can load it, and the model call it. */
function opening(skill: Document | undefined, name: string): Fix[] {
  const found = skill && entry(skill.data, 'disable-model-invocation');
  if (!found) return [];
  const edits = [{ uri: skill.uri, span: withoutEntry(skill, found), text: '' }];
  return [{ title: say('Let the model use `{0}` by itself', name), edits, safe: false }];
}

export default defineReferenceRule({
  id: 'not-preloadable',
  severity: 'warning',
  reach: { names: ['exists', 'preloadable'] },
  roles: role => role === 'agent',
  reads: ['skill'],
  summary: 'A skill under `skills` that has `disable-model-invocation: true`.',
  why: 'Claude Code does not load such a skill into an agent; only the user can start it. The debug log alone says so.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026; its documentation of skills, August 2026.',
  examples: [
    {
      bad:
        '-- .claude/agents/a.md --\n---\nname: a\ndescription: Ships.\nskills: [tdd, <|deploy|>]\n---\n' +
        '-- .claude/skills/tdd/SKILL.md --\n---\nname: tdd\ndescription: Test first.\n---\n' +
        '-- .claude/skills/deploy/SKILL.md --\n---\nname: deploy\ndescription: Ships.\ndisable-model-invocation: true\n---\n',
      good:
        '-- .claude/agents/a.md --\n---\nname: a\ndescription: Ships.\nskills: [tdd]\n---\n' +
        '-- .claude/skills/tdd/SKILL.md --\n---\nname: tdd\ndescription: Test first.\n---\n' +
        '-- .claude/skills/deploy/SKILL.md --\n---\nname: deploy\ndescription: Ships.\ndisable-model-invocation: true\n---\n',
    },
  ],
  references: {
    kind: 'skill',
    check(reference, document, workspace) {
      const { uri } = document;
      if (reference.field !== 'skills') return undefined;
      const meaning = skillMeaning(workspace, reference, uri);
      if (meaning.is !== 'found' || meaning.definition.preloadable) return undefined;
      const { name, uri: there } = meaning.definition;
      return {
        span: reference.span,
        message: say(
          'The skill `{0}` has `disable-model-invocation: true`, so Claude Code does not load it into the agent. Remove it here, or the key there.',
          name,
        ),
        // The beginning of the file: where the key stands may change without this file being judged again.
        related: [{ uri: there, span: { start: 0, end: 0 }, message: say('This skill is for the user alone.') }],
        fixes: read => [...removing(document, 'skills', reference.span, name, 'best'), ...opening(read?.(there), name)],
      };
    },
  },
});
