// Two keys of an agent or a skill, each of which has the value that the other one wants.
import { entry as entryOf, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { baseName, parent, stem } from '../workspace/uris';
import type { Schema } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { defineRule, say, type Fix } from './rule';

const agent = (keys: string): string => `-- .claude/agents/code-reviewer.md --\n---\n${keys}---\nReview.\n`;
const skill = (keys: string): string => `-- .claude/skills/code-review/SKILL.md --\n---\n${keys}---\nReview.\n`;

export default defineRule({
  id: 'exchanged-values',
  severity: 'warning',
  reach: 'document',
  values: ['name', 'description', 'model', 'color'],
  roles: role => role === 'agent' || role === 'skill',
  reads: 'front matter',
  summary: 'A name and a description, or a model and a color, that stand in each other’s place.',
  why:
    'Claude Code offers the agent under a whole sentence as its name, and knows of it a single word; or it asks for a model ' +
    'that is a color. Said where the description is exactly the name of the file or the folder and the name a sentence, where the name alone has ten words, and where ' +
    'the color is a model and the model a color.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026, takes any text for a name, a description and a model.',
  examples: [
    {
      bad: agent('name: <|Reviews code for bugs.|>\ndescription: code-reviewer\n'),
      good: agent('name: code-reviewer\ndescription: Reviews code for bugs.\n'),
    },
    {
      bad: skill("name: <|Reviews the team's code for bugs.|>\ndescription: 'code-review'\n"),
      good: skill("name: 'code-review'\ndescription: Reviews the team's code for bugs.\n"),
    },
    {
      bad: agent('name: code-reviewer\ndescription: Reviews.\nmodel: <|blue|>\ncolor: opus\n'),
      good: agent('name: code-reviewer\ndescription: Reviews.\nmodel: opus\ncolor: blue\n'),
    },
    {
      bad: agent('name: <|Reads all of the code and tells what is wrong in it.|>\ndescription: Code Teller\n'),
      good: agent('name: Code Teller\ndescription: Reads all of the code and tells what is wrong in it.\n'),
    },
    { bad: agent('name: Reads the code and tells it.\ndescription: Code Teller\n') },
    { bad: agent('name: Code Reviewer\ndescription: code-reviewer\n') },
    { bad: agent('name: code-reviewer\ndescription: code-reviewer\n') },
    { bad: agent('name: code-reviewer\ndescription: Reviews.\nmodel: blue\ncolor: red\n') },
  ],
  *check(document, workspace) {
    const schema = workspace.schema(document.uri);
    if (!schema) return;
    const name = valueAt(document, 'name');
    const description = valueAt(document, 'description');
    if (name && description && areNameAndWords(document, workspace, name, description)) {
      yield {
        span: name.span,
        message: say(
          'This is a description, and where the description belongs stands `{0}`. Swap the two.',
          description.text,
        ),
        fixes: () => exchanged(document, name, description),
      };
    }
    const model = valueAt(document, 'model');
    const color = valueAt(document, 'color');
    if (model && color && schema.models.has(color.text) && isColor(schema, model.text)) {
      yield {
        span: model.span,
        message: say(
          '`{0}` is a color, and the model `{1}` stands under `color`. Swap the two.',
          model.text,
          color.text,
        ),
        fixes: () => exchanged(document, model, color),
      };
    }
  },
});

/** A value on the line of its key. */
function valueAt({ data, text }: Document, key: string): Scalar | undefined {
  const value = entryOf(data, key)?.value;
  if (value?.is !== 'scalar' || typeof value.value !== 'string') return undefined;
  return /\n/.test(text.slice(value.outer.start, value.outer.end)) ? undefined : value;
}

/** The description is what the file or the folder is called, and the name has the words of a sentence; or the name alone has so many
 * words as no name has, and the description those of a name. */
function areNameAndWords({ uri }: Document, workspace: Workspace, name: Scalar, description: Scalar): boolean {
  const called = workspace.role(uri) === 'skill' ? baseName(parent(uri)) : stem(uri);
  const words = wordsIn(name.text);
  return words >= 4 && (description.text === called || (words >= 10 && isName(description.text)));
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;

/** `backend-architect`, `UX Architect`. */
const isName = (text: string): boolean => /^[\p{L}\d][\p{L}\d &/-]*$/u.test(text) && wordsIn(text) <= 5;

function isColor({ fields }: Schema, word: string): boolean {
  const type = fields.get('color')?.[0]?.field.type;
  return type?.is === 'choice' && type.values.some(({ value }) => value === word);
}

function exchanged({ uri, text }: Document, one: Scalar, other: Scalar): Fix[] {
  const written = ({ outer }: Scalar): string => text.slice(outer.start, outer.end);
  const edits = [
    { uri, span: one.outer, text: written(other) },
    { uri, span: other.outer, text: written(one) },
  ];
  return [{ title: say('Swap the two values'), edits, safe: false, preferred: true }];
}
