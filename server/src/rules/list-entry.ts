// Entries of lists that are none: an item that is empty, a comma too many, or two names in one item.
import type { ListForm, ValueType } from '../dialects/dialect';
import type { Data, DataList, Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { symbolKey } from '../workspace/symbols';
import { isToolName } from '../workspace/tools';
import { areWords, partsOf, splitText } from '../workspace/values';
import { lineBreak, removeItem } from './edits';
import { itemLead } from './list-items';
import { defineEntryRule, say, type Finding, type Fix } from './rule';

const a = '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n';
const standard = '-- .agents/skills/a/SKILL.md --\n---\nname: a\ndescription: Helps with it.\n';

const skills = ['b', 'c']
  .map(name => `-- .claude/skills/${name}/SKILL.md --\n---\nname: ${name}\ndescription: Helps.\n---\n`)
  .join('');

export default defineEntryRule({
  id: 'list-entry',
  severity: 'hint',
  reach: { names: ['exists'] },
  reads: 'front matter',
  anyWords: 'in texts',
  summary: 'An entry of a list that is empty, or that holds two names.',
  why:
    'An empty entry changes nothing; most often something was taken out, or is still to be written. Of two names with a comma or ' +
    'a space between them in one item Claude Code makes two, but YAML has one text there, and whoever reads the list as YAML does too.',
  source: 'YAML 1.2.2, section 8.2.1; observed: Claude Code 2.1.330, 22 and 30 November 2026.',
  examples: [
    { bad: `${a}tools: Read,<|,|> Write\n---\n`, good: `${a}tools: Read, Write\n---\n` },
    { bad: `${a}tools: Read, Write<|,|>\n---\n`, good: `${a}tools: Read, Write\n---\n` },
    { bad: `${a}tools:\n  - Read\n  <|-|>\n---\n`, good: `${a}tools:\n  - Read\n---\n` },
    { bad: `${a}tools:\n  - <|Read, Write|>\n---\n`, good: `${a}tools:\n  - Read\n  - Write\n---\n` },
    {
      bad: `${standard}allowed-tools: <|Read, Bash(git:*,npm:*)|>\n---\n`,
      good: `${standard}allowed-tools: Read Bash(git:*,npm:*)\n---\n`,
    },
    {
      bad: `${a}tools: Read, <|Edit Bash(git:*)|>, Grep\n---\n`,
      good: `${a}tools: Read, Edit, Bash(git:*), Grep\n---\n`,
    },
    { bad: `${a}tools: [<|Read Write|>, Bash]\n---\n`, good: `${a}tools: [Read, Write, Bash]\n---\n` },
    { bad: `${a}skills:\n  - <|b c|>\n---\n${skills}`, good: `${a}skills:\n  - b\n  - c\n---\n${skills}` },
    { bad: `${a}skills:\n  - b d\n---\n${skills}` },
    { bad: `${a}tools: Bash(git:*,npm:*), Read\n---\n` },
    { bad: `${a}tools: Read Write Bash(git log)\nskills: tdd git-flow\n---\n` },
    { bad: `${a}tools:\n  - Bash(git log,git diff)\n---\n` },
    { bad: `${a}skills:\n  - <|tdd, git-flow|>\n---\n`, good: `${a}skills:\n  - tdd\n  - git-flow\n---\n` },
    { bad: `${a}tools: [Read, Write,]\n---\n` },
  ],
  *entry({ entry: { value }, layers }, document, workspace) {
    const type = layers[0]?.field.type;
    if (type?.is !== 'list' || !value) return;
    if (value.is === 'scalar' && type.forms.includes('comma')) yield* ofText(document, value);
    if (value.is === 'scalar' && type.forms.includes('space') && !type.forms.includes('comma'))
      yield* withCommas(document, value, layers[0]!.dialect.title);
    if (value.is === 'list' && !value.flow) yield* ofItems(document, value, type);
    const tools = workspace.schema(document.uri)?.tools;
    if (!areWords(type.forms) || !tools) return;
    const isSkill = (name: string): boolean =>
      workspace.resolve(symbolKey('skill', name), document.uri).found.length > 0;
    const isTool = (name: string): boolean => isToolName(name.replace(/\(.*$/s, ''), tools);
    const areSkills = type.of.is === 'reference' && type.of.to === 'skill';
    yield* withoutCommas(document, value, type.forms, areSkills ? isSkill : isTool);
  },
});

/** Names between which blanks stand, in an item or between two commas. What is no name is another rule's matter. */
function* withoutCommas(
  document: Document,
  value: Data,
  forms: readonly ListForm[],
  isName: (name: string) => boolean,
): Iterable<Finding> {
  const { text } = document;
  const inList = value.is === 'list';
  const scalars = inList ? value.items.map(item => item.value) : [value];
  for (const scalar of scalars) {
    if (scalar?.is !== 'scalar' || scalar.lenient || !hasBareBlank.test(scalar.text)) continue;
    const entries = splitText(text, scalar.span, ['comma']);
    if (entries.length < 2 && !inList) continue;
    for (const span of entries) {
      const words = partsOf(text, { span, style: scalar.style }, forms);
      if (words.length > 1 && words.every(({ start, end }) => isName(text.slice(start, end))))
        yield joined(document, span, words);
    }
  }
}

/** A blank that stands beside no comma. */
const hasBareBlank = /[^,\s]\s+[^,\s]/;

type ListType = ValueType & { is: 'list' };

function* ofText(document: Document, { span, lenient }: Scalar): Iterable<Finding> {
  if (lenient) return;
  for (const comma of commas(document.text, span)) {
    const before = document.text.slice(span.start, comma).trimEnd();
    const isLast = document.text.slice(comma + 1, span.end).trim() === '';
    if (before === '' || before.endsWith(',') || isLast) yield tooMany(document, comma);
  }
}

/** Commas where blanks alone part the names. */
function* withCommas({ uri, text }: Document, { span, lenient }: Scalar, reader: string): Iterable<Finding> {
  const found = [...commas(text, span)];
  if (lenient || found.length === 0) return;
  const edits = found.map(at => {
    const isGlued = !/\s/.test(text.slice(at + 1, at + 2)) && at + 1 < span.end;
    return { uri, span: { start: at, end: at + 1 }, text: isGlued ? ' ' : '' };
  });
  yield {
    span,
    severity: 'information',
    message: say('{0} separates names by spaces alone; to its readers the comma is part of a name.', reader),
    fixes: () => [{ title: say('Remove the commas'), edits, safe: false, preferred: true }],
  };
}

const tooMany = ({ uri, problems }: Document, comma: number): Finding => {
  const span = { start: comma, end: comma + 1 };
  return {
    span,
    tag: 'unused',
    message: say('Nothing is listed beside this comma.'),
    // Where a line below cannot be read, it may be what the list was to go on with.
    fixes: () => [
      {
        title: say('Remove the comma'),
        edits: [{ uri, span, text: '' }],
        safe: problems.length === 0,
        preferred: true,
      },
    ],
  };
};

function* ofItems(document: Document, list: DataList, type: ListType): Iterable<Finding> {
  for (const item of list.items) {
    const { value } = item;
    if (value === undefined || (value.is === 'scalar' && value.text.trim() === '')) {
      const edit = { uri: document.uri, span: removeItem(document.text, list, item), text: '' };
      const fixes = (): Fix[] => [{ title: say('Remove the empty item'), edits: [edit], safe: false, preferred: true }];
      if (list.items.length > 1) yield { span: item.span, tag: 'unused', message: say('This item is empty.'), fixes };
      continue;
    }
    if (!areWords(type.forms) || value.is !== 'scalar' || value.style !== 'plain' || value.lenient) continue;
    const found = value.text.includes(',') ? [...commas(document.text, value.span)] : [];
    if (found.length === 0) continue;
    // Of a comma at the end `item-comma` speaks.
    if (document.text.slice(found[0]! + 1, value.span.end).trim() !== '')
      yield joined(document, value.span, splitText(document.text, value.span, ['comma']));
  }
}

function joined({ uri, text }: Document, span: Span, words: readonly Span[]): Finding {
  return {
    span,
    severity: 'information',
    message: say(
      'Several names are written here as one. Claude Code splits them at spaces and commas; other readers take them for one name.',
    ),
    fixes: () => {
      const parts = words.map(({ start, end }) => text.slice(start, end));
      const lead = itemLead(text, span.start);
      const fix = { safe: false, preferred: true } as const;
      if (lead === undefined)
        return [{ ...fix, title: say('Put commas between them'), edits: [{ uri, span, text: parts.join(', ') }] }];
      const items = parts.join(`${lineBreak(text)}${lead}`);
      return [{ ...fix, title: say('Make each an item of its own'), edits: [{ uri, span, text: items }] }];
    },
  };
}

/** The commas outside of parentheses. */
function* commas(text: string, { start, end }: Span): Iterable<number> {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const character = text[at];
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === ',' && depth === 0) yield at;
  }
}
