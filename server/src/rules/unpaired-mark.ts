// Values that end with a quote or a bracket that nothing opens, or that stand in quotes which are none to YAML.
import type { Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { inQuotes } from './edits';
import { readsFrontMatter } from './bodies';
import { definePartRule, say, type Finding, type Fix } from './rule';

const agent = (lines: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n${lines}\n---\n`;

const rule = (paths: string): string => `-- .claude/rules/a.md --\n---\npaths: ${paths}\n---\n\nHelp.\n`;

export default definePartRule({
  id: 'unpaired-mark',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  roles: readsFrontMatter,
  summary: 'A value with a quote or a bracket at its end that nothing opens, or in quotes that YAML does not know.',
  why:
    'Where a value does not begin with a quote or a bracket, one at its end is a part of it, and so are typographic quotes: ' +
    'a tool, a skill or a color of that name does not exist, and a description is shown with it.',
  source: 'YAML 1.2.2, section 7.3; observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    { bad: agent('color: blue<|"|>'), good: agent('color: "blue"') },
    { bad: agent("color: blue<|'|>"), good: agent("color: 'blue'") },
    { bad: agent('tools: Read, Grep<|]|>'), good: agent('tools: [Read, Grep]') },
    { bad: agent('color: <|“blue”|>'), good: agent('color: "blue"') },
    { bad: agent('skills:\n  - tdd<|"|>'), good: agent('skills:\n  - "tdd"') },
    {
      bad: '-- .claude/commands/a.md --\n---\nallowed-tools: Bash<|(|>git add:*, Bash(git status), Read\n---\n',
      good: '-- .claude/commands/a.md --\n---\nallowed-tools: Bash(git add:*), Bash(git status), Read\n---\n',
    },
    { bad: agent('color: <|\\"blue\\"|>'), good: agent('color: "blue"') },
    ...['src/*.{ts,tsx', '"src/*.{ts,tsx, lib/**"'].map(paths => ({
      bad: rule(paths.replace('{', '<|{|>')),
      good: rule(paths.replace('tsx', 'tsx}')),
    })),
    { bad: rule('src/*.ts,tsx<|}|>'), good: rule('src/*.{ts,tsx}') },
    { bad: rule('"{a,b}/**, src/*.{ts,tsx}"') },
    { bad: agent('note: says "yes"') },
    { bad: agent("note: the users'") },
    { bad: agent('note: “yes” and “no”') },
    { bad: agent('globs: src/**/[a-z]') },
  ],
  *part({ content, entries }, document) {
    if (content.problems.length > 0) return;
    for (const { key, value } of entries) {
      const values = value?.is === 'list' ? value.items.map(item => item.value) : [value];
      for (const each of values) {
        if (each?.is !== 'scalar') continue;
        const finding =
          (key.text === 'paths' ? ofPattern(document, each) : undefined) ??
          ofValue(document, each) ??
          (toolKeys.has(key.text) ? ofTools(document, each) : undefined);
        if (finding) yield finding;
      }
    }
  },
});

function ofValue(document: Document, { style, outer, lenient }: Scalar): Finding | undefined {
  const written = document.text.slice(outer.start, outer.end);
  if (style !== 'plain' || lenient || written.includes('\n')) return undefined;
  if (/^(?:[“”„«‘][^“”„«»‘’]*[“”»’]|´[^´]*´)$/.test(written)) return typographic(document, outer, written);
  if (/^\\"(?:[^"\\]|\\.)*\\"$/.test(written)) return escaped(document, outer, written);
  const last = written.at(-1)!;
  const open = { '"': '"', "'": "'", ']': '[', '}': '{' }[last];
  if (open === undefined || written.length < 2 || written.slice(0, -1).includes(open)) return undefined;
  // The plural’s possessive ends so in good English.
  if (last === "'" && /s'$/.test(written)) return undefined;
  const span = { start: outer.end - 1, end: outer.end };
  return {
    span,
    message: say('Nothing opens this `{0}`, so it is part of the value.', last),
    fixes: () => opened(document, outer, span, open),
  };
}

/** `src/*.{ts,tsx` and `src/*.ts,tsx}`: half of the braces around the endings. */
function ofPattern({ uri, text }: Document, { span }: Scalar): Finding | undefined {
  const written = text.slice(span.start, span.end);
  const open = /^[^{}]*(\{)(?:[^{}\s,]|,(?!\s))+/.exec(written);
  const close = /^[^{}]*\.((?:\w+,)+\w+\})(?=[^{}]*$)/.exec(written);
  if ((!open || written.includes('}')) && !close) return undefined;
  const mark = close ? '{' : '}';
  const at = span.start + (close ? close[0].length - close[1]!.length : open![0].length);
  const start = close ? span.start + close[0].length - 1 : span.start + open![0].indexOf('{');
  return {
    span: { start, end: start + 1 },
    message: say('A brace of this pair is missing, so the pattern matches none of the files that are meant.'),
    fixes: () => [
      {
        title: say('Insert `{0}`', mark),
        edits: [{ uri, span: { start: at, end: at }, text: mark }],
        safe: false,
        preferred: true,
      },
    ],
  };
}

const toolKeys: ReadonlySet<string> = new Set(['tools', 'disallowedTools', 'allowed-tools', 'disallowed-tools']);

/** `Bash(git add:*, Read`: what stands up to the next comma is meant. */
function ofTools({ uri, text }: Document, { span, lenient }: Scalar): Finding | undefined {
  const written = text.slice(span.start, span.end);
  const found = lenient ? null : /(?<=^|[\s,])[A-Z]\w*(\()[^()]*(?=$|[A-Z]\w*\()/.exec(written);
  if (!found) return undefined;
  const start = span.start + found.index + found[0].indexOf('(');
  const comma = /,\s|$/.exec(text.slice(start, span.end))!.index;
  const end = start + comma;
  const edit = { uri, span: { start: end, end }, text: ')' };
  const mark = { uri, span: { start, end: start + 1 }, text: '' };
  const isEmpty = end === start + 1;
  return {
    span: { start, end: start + 1 },
    message: say(
      'Nothing closes this parenthesis, so everything to the end counts as one rule, of which nothing is known.',
    ),
    fixes: () => [
      ...(isEmpty ? [{ title: say('Remove it'), edits: [mark], safe: false, preferred: true as const }] : []),
      {
        title: say('Insert the closing `{0}`', ')'),
        edits: [edit],
        safe: false,
        ...(!isEmpty && { preferred: true as const }),
      },
    ],
  };
}

function opened({ uri, text }: Document, { start }: Span, last: Span, open: string): Fix[] {
  const insert = { uri, span: { start, end: start }, text: open };
  const first = text[start]!;
  // `“text"`: the quotes are a pair, of two kinds.
  if (/[“”„«‘’´`]/.test(first) && /["']/.test(open)) {
    const edits = [{ uri, span: { start, end: start + 1 }, text: open }];
    return [{ title: say('Change to `{0}`', open), edits, safe: false, preferred: true }];
  }
  return [
    { title: say('Insert the opening `{0}`', open), edits: [insert], safe: false, preferred: true },
    { title: say('Remove it'), edits: [{ uri, span: last, text: '' }], safe: false },
  ];
}

/** `\"text\"`, as it stands in a text of JSON. */
function escaped({ uri }: Document, span: Span, written: string): Finding {
  return {
    span,
    severity: 'information',
    message: say('With backslashes before them, these quotes are part of the value, and so are the backslashes.'),
    fixes: () => {
      const text = inQuotes(written.slice(2, -2).replace(/\\"/g, '"'));
      return [{ title: say('Use plain quotes'), edits: [{ uri, span, text }], safe: false, preferred: true }];
    },
  };
}

function typographic({ uri }: Document, span: Span, written: string): Finding {
  return {
    span,
    message: say('These quotes are a part of the value: YAML knows only `"` and `\'`.'),
    fixes: () => {
      const text = inQuotes(written.slice(1, -1));
      return [{ title: say('Use plain quotes'), edits: [{ uri, span, text }], safe: false, preferred: true }];
    },
  };
}
