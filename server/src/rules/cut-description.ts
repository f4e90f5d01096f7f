// Text in the front matter that YAML cuts at a ` #`.
import type { Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { inQuotes } from './edits';
import { defineEntryRule, say, type Finding } from './rule';

const skill = (description: string): string =>
  `-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: ${description}\n---\n`;

export default defineEntryRule({
  id: 'cut-description',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  summary: 'A text without quotes that ends at a ` #`, because YAML takes the rest for a comment.',
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
    { bad: skill('Works well. # TODO: say more') },
    { bad: skill('Works well. #TODO say more') },
    { bad: skill('"Closes issue #12." #done') },
    { bad: skill('Knows C# and F#.') },
    { bad: skill('|\n  Closes #12.') },
  ],
  *entry({ entry: { value, colon }, layers }, document) {
    if (value === undefined && colon !== undefined) {
      const finding = emptied(document, colon);
      if (finding) yield finding;
    }
    if (value?.is !== 'scalar' || value.style !== 'plain' || layers[0]?.field.type.is !== 'text') return;
    const finding = cut(document, value);
    if (finding) yield finding;
  },
});

/** What a comment of its own begins with: a blank, or a word for other authors. */
const comment = /^#(\s|#|$|(todo|fixme|xxx|note|hack|nosec|noqa|type:|region|endregion)\b)/i;

/** A color or the number of an issue, without quotes, is a comment from its first character. */
function emptied({ uri, text }: Document, colon: number): Finding | undefined {
  const found = /[ \t]+(#\w[^\r\n]*)/y;
  found.lastIndex = colon;
  const match = found.exec(text);
  if (!match || comment.test(match[1]!)) return undefined;
  const end = colon + match[0].length;
  const start = end - match[1]!.length;
  const whole = { start, end: start + match[1]!.trimEnd().length };
  return {
    span: { start, end: start + 1 },
    message: say('Without quotes, ` #` begins a comment, so this key has no value. Put the value in quotes.'),
    fixes: () => {
      const edit = { uri, span: whole, text: inQuotes(text.slice(whole.start, whole.end)) };
      return [{ title: say('Put the value in quotes'), edits: [edit], safe: false, preferred: true }];
    },
  };
}

function cut({ uri, text }: Document, { span, outer }: Scalar): Finding | undefined {
  const found = /[ \t]+(#[^\r\n]*)/y;
  found.lastIndex = outer.end;
  const match = found.exec(text);
  if (!match || comment.test(match[1]!) || text.slice(span.start, span.end).includes('\n')) return undefined;
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
      const edit = { uri, span: whole, text: inQuotes(text.slice(whole.start, whole.end)) };
      return [{ title: say('Put the whole text in quotes'), edits: [edit], safe: false, preferred: true }];
    },
  };
}
