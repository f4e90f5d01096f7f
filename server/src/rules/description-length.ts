// Descriptions that are longer than a reader takes.
import { entry, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Schema } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { defineRule, say, type Finding } from './rule';

const skill = (path: string, keys: string): string => `-- ${path}/SKILL.md --\n---\nname: b\n${keys}\n---\n`;
const words = (count: number): string => 'x'.repeat(count);

/** What Claude Code shows of a skill's `description` and `when_to_use` together. */
const listed = 1536;
/** What the open standard allows. */
const standard = 1024;

export default defineRule({
  id: 'description-length',
  severity: 'information',
  reach: 'document',
  reads: 'front matter',
  values: ['description', 'when_to_use'],
  summary: 'A description that is longer than a reader takes.',
  why:
    'Claude Code cuts the description of a skill, with `when_to_use`, at 1,536 characters when it lists the skills. The open ' +
    'standard allows 1,024, and Copilot CLI drops a skill that has more. The schema of agent-studio allows an agent 500.',
  source:
    'Claude Code documentation, August 2026, and observed 2.1.330; Copilot CLI 1.0.102, observed 24 November 2026; the Agent Skills specification, 9 August 2026; agent-studio ea3b6ec6.',
  examples: [
    { bad: skill('.claude/skills/b', `description: ${words(1024)}<|yyy|>`) },
    { bad: skill('plugin/skills/b', `description: "${words(1024)}<|yyy|>"`) },
    { bad: skill('.claude/skills/b', `description: ${words(1000)}\nwhen_to_use: ${words(536)}<|yyy|>`) },
    { bad: skill('.claude/skills/b', `description: ${words(1024)}`) },
    {
      bad: `-- .claude/agents/a.md --\n---\nname: a\ndescription: ${words(500)}<|yyy|>\ncontext_strategy: full\n---\n`,
    },
    { bad: `-- .claude/agents/a.md --\n---\nname: a\ndescription: ${words(3000)}\n---\n` },
  ],
  *check(document, workspace) {
    const schema = workspace.schema(document.uri);
    const description = entry(document.data, 'description')?.value;
    if (!schema || description?.is !== 'scalar') return;
    if (schema.kind.role === 'skill') yield* ofSkill(document, description);
    else yield* ofFramework(document, workspace, schema, description);
  },
});

function* ofSkill(document: Document, description: Scalar): Iterable<Finding> {
  const { uri, text, data } = document;
  const length = lengthOf(description);
  if (length > standard) {
    const read = /\/\.(claude|agents)\/skills\//.test(uri);
    const template = read
      ? '{0} of {1} characters. Copilot CLI drops a skill whose description is longer, and the open standard rejects it. Move details to the body.'
      : '{0} of {1} characters. The open standard rejects a skill whose description is longer. Move details to the body.';
    yield {
      span: beyond(description, text, standard),
      severity: read ? 'warning' : 'information',
      message: say(template, grouped(length), grouped(standard)),
    };
  }
  const more = entry(data, 'when_to_use')?.value;
  const whenToUse = more?.is === 'scalar' ? more : undefined;
  const total = length + (whenToUse ? lengthOf(whenToUse) : 0);
  if (/\/\.agents\//.test(uri) || total <= listed) return;
  const span =
    length > listed || !whenToUse ? beyond(description, text, listed) : beyond(whenToUse, text, listed - length);
  const template =
    '{0} of {1} characters in `description` and `when_to_use`. Claude Code cuts the rest when it lists the skills; put what matters first.';
  yield { span, severity: 'warning', message: say(template, grouped(total), grouped(listed)) };
}

/** The tool itself sets agents no limit. */
function* ofFramework(
  { text }: Document,
  _workspace: Workspace,
  schema: Schema,
  description: Scalar,
): Iterable<Finding> {
  for (const { field, dialect } of schema.fields.get('description') ?? []) {
    // What a schema of the repository wants is judged with its other wishes.
    const limit = field.type.is === 'text' && !field.adopted ? field.type.maxLength : undefined;
    const length = lengthOf(description);
    if (limit === undefined || length <= limit) continue;
    yield {
      span: beyond(description, text, limit),
      message: say(
        '{0} of {1} characters that {2} allows. Move details to the body.',
        grouped(length),
        grouped(limit),
        dialect.title,
      ),
    };
  }
}

const lengthOf = ({ text }: Scalar): number => text.trim().length;

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** The part of a value that lies beyond so many of its characters. A line break with its indentation counts as one. */
function beyond({ span, style }: Scalar, text: string, limit: number): Span {
  let at = span.start;
  for (let count = 0; count < limit && at < span.end; count++) {
    const space = /^[ \t\r]*\n\s*/.exec(text.slice(at, Math.min(at + 200, span.end)));
    if (space) at += space[0].length;
    else at += style === 'double' && text[at] === '\\' ? 2 : 1;
  }
  return { start: Math.min(at, span.end), end: span.end };
}
