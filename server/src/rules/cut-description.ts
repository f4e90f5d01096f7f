// Text in the front matter that YAML cuts at a ` #`.
import type { Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';
import { commentedValue, isNote, wrapped } from './commented-value';
import type { KnownEntry } from './fields';
import { defineEntryRule, say, type Finding } from './rule';

const skill = (description: string): string =>
  `-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: ${description}\n---\n`;

export default defineEntryRule({
  id: 'cut-description',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  summary: 'A text without quotes that ends at a ` #`, or a value after one: YAML takes the rest for a comment.',
  why: 'Every reader sees only what stands before the `#`. The model then chooses by half a description.',
  source: 'YAML 1.2.2, section 6.6; observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    {
      bad: skill('Detects <|#|>[repr(C)] structs and "unions".'),
      good: skill('\'Detects #[repr(C)] structs and "unions".\''),
    },
    { bad: skill('Closes issue <|#|>12, then pull requests.'), good: skill('"Closes issue #12, then pull requests."') },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ncolor: <|#|>FF8800\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ncolor: "#FF8800"\n---\n',
    },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ncolor: # to be chosen\n---\n' },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nmodel: <|#|> opus\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nmodel: opus\n---\n',
    },
    {
      bad: '-- .claude/commands/a.md --\n---\ndescription: <|#|> Repository indexing: the whole tree\n---\n',
      good: '-- .claude/commands/a.md --\n---\ndescription: "Repository indexing: the whole tree"\n---\n',
    },
    {
      bad: '-- .claude/commands/a.md --\n---\ndescription: # What the command does\nmodel: # inherit the default\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ncolor: <|#|> red\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ncolor: red\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ncolor: <|#|>4285F4"\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ncolor: "#4285F4"\n---\n',
    },
    { bad: '-- .claude/commands/a.md --\n---\nname: <|#|> gsd:plan\n---\n' },
    { bad: '-- .claude/commands/a.md --\n---\nallowed-tools: # Read, Grep\nargument-hint: # [file]\n---\n' },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nmodel: # Set Opus here where needed\n---\n' },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nskills: # Those that help\n  - tdd\n---\n' },
    { bad: skill('Works well. # TODO: say more') },
    { bad: skill('Works well. #TODO say more') },
    { bad: skill('"Closes issue #12." #done') },
    { bad: skill('Knows C# and F#.') },
    { bad: skill('|\n  Closes #12.') },
  ],
  *entry(known, document, workspace) {
    const { value } = known.entry;
    const empty = emptied(known, document, workspace);
    if (empty) yield empty;
    const { layers } = known;
    if (value?.is !== 'scalar' || value.style !== 'plain' || layers[0]?.field.type.is !== 'text') return;
    const finding = cut(document, value);
    if (finding) yield finding;
  },
});

/** What has no value is told of as missing where it must have one. */
function emptied({ entry, layers }: KnownEntry, document: Document, workspace: Workspace): Finding | undefined {
  const { field } = layers[0]!;
  const role = workspace.role(document.uri);
  const isWanted = layers.some(({ field: { required } }) => required !== 'no');
  if (isWanted || (entry.key.text === 'name' && (role === 'agent' || role === 'skill'))) return undefined;
  const found = commentedValue(entry, field, document, workspace);
  return (
    found && {
      span: found.mark,
      ...(field.ignored !== undefined && { severity: 'information' as const }),
      message: say(
        `Without quotes, \` #\` begins a comment, so \`{0}\` has no value. ${found.isBare ? 'Remove the `#`.' : 'Put the value in quotes.'}`,
        entry.key.text,
      ),
      fixes: () => [found.fix],
    }
  );
}

function cut({ uri, text }: Document, { span, outer }: Scalar): Finding | undefined {
  const found = /[ \t]+(#[^\r\n]*)/y;
  found.lastIndex = outer.end;
  const match = found.exec(text);
  if (!match || isNote(match[1]!.slice(1)) || text.slice(span.start, span.end).includes('\n')) return undefined;
  const end = outer.end + match[0].length;
  const start = end - match[1]!.length;
  const rest = match[1]!.trimEnd();
  return {
    span: { start, end: start + 1 },
    message: say(
      'The text is cut here: without quotes, ` #` begins a comment, and nobody reads the rest. Put the text in quotes.',
    ),
    fixes: () => {
      const whole = { start: outer.start, end: start + rest.length };
      const edit = { uri, span: whole, text: wrapped(text.slice(whole.start, whole.end)) };
      return [{ title: say('Put the whole text in quotes'), edits: [edit], safe: false, preferred: true }];
    },
  };
}
