// Keys of a skill that leave nobody to start it, or that count only where it runs in an agent of its own.
import { entry as entryOf, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { addKey, removingEntry, second } from './edits';
import { isFalse, isTrue } from '../workspace/definitions';
import { defineRule, say, type Finding } from './rule';

const skill = (keys: string): string =>
  `-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Works.\n${keys}---\n\nGo.\n`;

export default defineRule({
  id: 'skill-start',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'skill',
  reads: 'front matter',
  values: ['disable-model-invocation', 'user-invocable', 'context', 'agent', 'background'],
  summary: 'A skill that nobody can start, or an `agent` or `background` without `context: fork`.',
  why:
    'With `disable-model-invocation` the model cannot start a skill, and with `user-invocable: false` people cannot. `agent` and ' +
    '`background` say how a skill runs in an agent of its own, which it does with `context: fork` alone.',
  source: "Claude Code's documentation of skills, August 2026.",
  examples: [
    {
      bad: skill('disable-model-invocation: true\n<|user-invocable|>: false\n'),
      good: skill('disable-model-invocation: true\n'),
    },
    { bad: skill('<|agent|>: Explore\n'), good: skill('agent: Explore\ncontext: fork\n') },
    { bad: skill('context: fork\nagent: Explore\ndisable-model-invocation: true\nuser-invocable: true\n') },
    { bad: skill('disable-model-invocation: false\nuser-invocable: false\nbackground: false\n') },
  ],
  *check(document) {
    const { data } = document;
    const [model, user] = ['disable-model-invocation', 'user-invocable'].map(key => entryOf(data, key));
    if (model && user && isTrue(wordOf(model)) && isFalse(wordOf(user))) {
      yield {
        span: user.key.span,
        message: say('Nobody can start this skill: neither the model, nor, with `user-invocable: false`, a person.'),
        fixes: () => [removingEntry(document, user, 'best'), removingEntry(document, model)],
      };
    }
    if (entryOf(data, 'context')) return;
    for (const key of ['agent', 'background']) {
      const entry = entryOf(data, key);
      if (entry?.value && !isFalse(wordOf(entry))) yield withoutFork(document, entry);
    }
  },
});

const wordOf = ({ value }: Entry): string => (value?.is === 'scalar' ? value.text : '');

function withoutFork(document: Document, entry: Entry): Finding {
  const name = entry.key.text;
  return {
    span: entry.key.span,
    message: say('Without `context: fork` the skill runs where it was called, and `{0}` has no effect.', name),
    fixes: () => {
      const edit = addKey(document, 'context: fork', name);
      const added = edit
        ? [{ title: say('Add `{0}`', 'context: fork'), edits: [edit], safe: false, preferred: true as const }]
        : [];
      return [...added, second(removingEntry(document, entry))];
    },
  };
}
