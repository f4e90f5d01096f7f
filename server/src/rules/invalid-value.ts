// Values that are not allowed: a word that is none of the choices, a number out of range, a text of the wrong form.
import type { ValueType } from '../dialects/dialect';
import type { Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Schema } from '../workspace/schema';
import { hasJsonType } from '../workspace/values';
import { baseName, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { isUnsaid } from './adopted-value';
import { changeTo, removingEntry, valueText } from './edits';
import { gravity, isPassedOver, isPlaceholder, refusal, type KnownEntry } from './fields';
import { judge, type Complaint } from './judged-value';
import { asSiblings } from './usual-lines';
import { defineEntryRule, say, type Finding, type Fix } from './rule';

const a = '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n';
const b = '-- .claude/skills/b/SKILL.md --\n---\nname: b\ndescription: Helps.\n';
const studio =
  '-- .claude/agents/s.md --\n---\nname: s\ndescription: Helps with this and that.\ncontext_strategy: full\n';

export default defineEntryRule({
  id: 'invalid-value',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  summary: 'A value that its key does not allow.',
  why:
    'Claude Code ignores most bad values with a line in the debug log, or passes them on to fail later. Only a name that ' +
    'begins with `-` or holds a `:` stops an agent from loading. Unknown models and colours are no errors: a newer version may know them.',
  source:
    'Observed: Claude Code 2.1.330 and 2.1.331, 24 November 2026; of spaces around a value and of `inherit` in settings, 30 November 2026; agent-studio ea3b6ec6, 29 January 2026.',
  examples: [
    { bad: `${a}permissionMode: <|AcceptEdits|>\n---\n`, good: `${a}permissionMode: acceptEdits\n---\n` },
    { bad: `${a}memory: "<|projct|>"\n---\n`, good: `${a}memory: "project"\n---\n` },
    { bad: `${a}isolation: <|none|>\n---\n`, good: `${a}---\n` },
    { bad: `${a}color: <|teal|>\n---\n` },
    { bad: `${a}background: <|yes|>\n---\n`, good: `${a}background: true\n---\n` },
    { bad: `${a}maxTurns: <|0|>\n---\n` },
    { bad: `${a}effort: <|turbo|>\n---\n` },
    { bad: `${a}effort: "<|high |>"\nmodel: "haiku "\n---\n`, good: `${a}effort: "high"\nmodel: "haiku "\n---\n` },
    {
      bad: '-- .claude/settings.json --\n{ "permissions": { "defaultMode": "<| plan|>" } }\n',
      good: '-- .claude/settings.json --\n{ "permissions": { "defaultMode": "plan" } }\n',
    },
    { bad: `${a}effort: 3\ncolor: cyan\nmaxTurns: "18"\nmodel: Sonnet\n---\n` },
    { bad: `${a}model: <|sonent|>\n---\n`, good: `${a}model: sonnet\n---\n` },
    { bad: `${a}model: <|default|>\n---\n`, good: `${a}model: inherit\n---\n` },
    {
      bad: '-- .claude/settings.json --\n{ "model": "<|inherit|>", "cleanupPeriodDays": 20 }\n',
      good: '-- .claude/settings.json --\n{ "cleanupPeriodDays": 20 }\n',
    },
    { bad: `${a}model: inherit\n---\n` },
    { bad: `${a}model: claude-sonnet-7-20290101\n---\n` },
    { bad: `${a}model: <|claude-opus-4.5|>\n---\n`, good: `${a}model: claude-opus-4-5\n---\n` },
    { bad: `${a}model: <|claude-sonet-4-5|>\n---\n`, good: `${a}model: claude-sonnet-4-5\n---\n` },
    { bad: `${a}model: claude-sonnet-4-5@20250929\n---\n` },
    { bad: `${a}model: <|claude-4-sonnet|>\n---\n`, good: `${a}model: sonnet\n---\n` },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: <|rev\u00ADiewer|>\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: reviewer\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: <|rev\u0456ewer|>\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: reviewer\ndescription: Helps.\n---\n',
    },
    { bad: `${b}model: <|GPT-5|>\n---\n` },
    { bad: `${b}model: <|4.5|>\n---\n` },
    { bad: `${b}user-invocable: yes\nshell: BASH\n---\n` },
    {
      bad: '-- .claude/agents/team-reviewer.md --\n---\nname: <|(reviewer)|>\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/team-reviewer.md --\n---\nname: reviewer\ndescription: Helps.\n---\n',
    },
    { bad: '-- .claude/agents/a.md --\n---\nname: <|<agent-name>|>\ndescription: Helps.\n---\n' },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: <|Code Reviewer|>\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: code-reviewer\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: <|team:reviewer|>\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: team-reviewer\ndescription: Helps.\n---\n',
    },
    { bad: '-- .claude/skills/team:plan/SKILL.md --\n---\nname: <|team:plan|>\ndescription: Helps.\n---\n' },
    { bad: `${studio}priority: <|critical|>\ntemperature: <|1.5|>\nversion: <|1|>\n---\n` },
    { bad: '-- .claude/agents/a.md --\n---\nname: "{{NAME}}"\ndescription: Helps.\ncolor: "{{COLOR}}"\n---\n' },
  ],
  *entry(known, document, workspace) {
    const schema = workspace.schema(document.uri);
    if (schema) yield* judgeEntry(document, workspace, schema, known);
  },
});

/** Each value is reported once: by the tool, else by a framework, else as a matter of taste. */
function* judgeEntry(document: Document, workspace: Workspace, schema: Schema, known: KnownEntry): Iterable<Finding> {
  const { entry, layers } = known;
  const told = new Set<number>();
  const steps = [
    ...layers.map(layer => ({ layer, type: layer.field.type, taste: false })),
    ...layers.flatMap(layer => (layer.field.wanted ? [{ layer, type: layer.field.wanted, taste: true }] : [])),
  ];
  for (const { layer, type, taste } of steps) {
    if (!entry.value || isOpen(type) || isPassedOver(layer.field, document)) continue;
    for (const { type: expected, data, field } of known.places(layer.field, type)) {
      if (data.is !== 'scalar' || told.has(data.span.start) || data.value === null || isUnsaid(data, field)) continue;
      // In JSON, text where a number or a yes is wanted is of the wrong form.
      if (field.adopted && !hasJsonType(expected, data)) continue;
      const isWord = expected.is === 'flag' || expected.is === 'number';
      if (isWord && document.language === 'json' && typeof data.value === 'string') continue;
      if (isPlaceholder(document.text, data) || isUncertain(document.text, data)) continue;
      const complaint = judge(expected, data, {
        field,
        layer,
        schema,
        taste,
        uri: document.uri,
        isJson: document.language === 'json',
      });
      if (!complaint) continue;
      told.add(data.span.start);
      const severity = complaint.severity ?? (taste ? 'information' : gravity(field, document, workspace));
      yield {
        span: data.span,
        severity,
        message:
          severity === 'error' && document.language === 'json'
            ? say(`${complaint.message.template} ${refusal(document, workspace, field)}.`, ...complaint.message.args)
            : complaint.message,
        fixes: read => [
          ...(complaint.instead().length === 0 && field === layer.field && document.language !== 'json'
            ? asSiblings(document, workspace, entry, read)
            : []),
          ...complaint
            .instead()
            .map((text, index) =>
              replaced(document, data, text, index === 0 && !isFolder(document, data), expected.is === 'number'),
            ),
          ...(complaint.options ?? [])
            .filter(text => !complaint.instead().includes(text))
            .map(text => replaced(document, data, text, false, false)),
          ...(field === layer.field && field.required === 'no'
            ? [removingEntry(document, entry, isUnanswered(complaint) ? 'best' : 'possible')]
            : []),
        ],
      };
    }
  }
}

/** Whether any value will do, or who bears a name is another rule's matter. */
const isOpen = (type: ValueType): boolean =>
  type.is === 'list' ? isOpen(type.of) : type.is === 'reference' && type.to !== 'model';

/** Whether no word is known to be meant, and two at most are offered. */
const isUnanswered = ({ instead, options = [] }: Complaint): boolean => instead().length === 0 && options.length < 3;

/** Whether a skill is called as its folder is: with another name it no longer would be. */
const isFolder = ({ uri }: Document, { text }: Scalar): boolean =>
  baseName(uri) === 'SKILL.md' && baseName(parent(uri)) === text;

/** Lines that were taken for one value, since they are no YAML. */
const isUncertain = (text: string, { lenient, span }: Scalar): boolean =>
  lenient && text.slice(span.start, span.end).includes('\n');

const replaced = (document: Document, { span, style }: Scalar, text: string, best: boolean, isTyped: boolean): Fix => {
  const written = style === 'plain' && !isTyped && !/^(true|false)$/.test(text) ? valueText(document, text) : text;
  return changeTo(document, span, text, best ? 'best' : 'possible', written);
};
