// JSON, YAML and commands of a shell in a code block of the body that lack one mark, or have one too many.
import type { Document } from '../syntax/document';
import { isJson, readJson } from '../syntax/json';
import { lineAt, lineStart } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { causeOf } from './json-cause';
import { jsonFixes } from './json-fixes';
import { anyOf } from './needs';
import { keyTwice } from './sample-keys';
import { wordSlip, type WordSlip } from './sample-words';
import { shellSlip } from './sample-shell';
import { inYaml } from './sample-yaml-told';
import { skillWith } from './samples';
import { changeTo, lineBreak, preferFirst } from './edits';
import { defineRule, say, type Edit, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'broken-sample',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('```', '~~~'),
  roles: readsBody,
  summary: 'JSON, YAML or commands in a code block that cannot be read because of a mark, a word or spaces.',
  why:
    'The model writes what it is shown, so that what it writes cannot be read either. Blocks with comments, dots or places to ' +
    'fill in are sketches and are not judged, and neither is what more than one mark would have to mend.',
  source:
    'RFC 8259; YAML 1.2.2; POSIX.1-2024, Shell Command Language, sections 2.2 and 2.7.4; counted over 18 public repositories, 29 November 2026.',
  examples: [
    { bad: skillWith('```json\n{ "a": 1 <|"b"|>: 2 }\n```'), good: skillWith('```json\n{ "a": 1, "b": 2 }\n```') },
    { bad: skillWith('```json\n{ "a": 1<|,|> }\n```'), good: skillWith('```json\n{ "a": 1 }\n```') },
    { bad: skillWith('```json\n{\n  "a" <|1|>\n}\n```'), good: skillWith('```json\n{\n  "a": 1\n}\n```') },
    {
      bad: skillWith('```json\n{\n  "a": {\n    "b": 1\n  <||>\n}\n```'),
      good: skillWith('```json\n{\n  "a": {\n    "b": 1\n  }\n}\n```'),
    },
    {
      bad: skillWith('```json\n{\n  "a": ["b", <|"c",|>\n  "d": 1\n}\n```'),
      good: skillWith('```json\n{\n  "a": ["b", "c"],\n  "d": 1\n}\n```'),
    },
    { bad: skillWith('```yaml\na:\n  b: 1\n<|\t|>c: 2\n```'), good: skillWith('```yaml\na:\n  b: 1\n  c: 2\n```') },
    {
      bad: skillWith('```yaml\na:\n<|\t|>b:\n\t\tc: 2\n```'),
      good: skillWith('```yaml\na:\n  b:\n    c: 2\n```'),
    },
    {
      bad: skillWith('```yaml\na: |\n  b:\n  \tc\n```\n\n```yaml\n{{ a }}\n\tb: 1\n```\n\n```yaml\n{\n\ta: 1\n}\n```'),
    },
    ...[
      ['b: "c', 'b: "c"'],
      ['b: [c, d', 'b: [c, d]'],
      ['b:c', 'b: c'],
      [' b: c', 'b: c'],
    ].map(([wrong = '', right]) => ({
      bad: skillWith(`\`\`\`yaml\na: 1\n${wrong.replace(/\S.*/, '<|$&|>')}\nd: 2\n\`\`\``),
      good: skillWith(`\`\`\`yaml\na: 1\n${right}\nd: 2\n\`\`\``),
    })),
    {
      bad: skillWith('```yaml\na: ${{ b.c }}\n---\n<|d: [e|>\nf: g\n```\n\n```yaml\n<|a: "b|>\nc: {{ d }}\n```'),
      good: skillWith('```yaml\na: ${{ b.c }}\n---\nd: [e]\nf: g\n```\n\n```yaml\na: "b"\nc: {{ d }}\n```'),
    },
    {
      bad: skillWith(
        '```yaml\na: ...\nb: [C, ${d}]\ne:\n  f:\n    g: h\n   <|i: j|>\n```\n\n```yaml\na: 1\nb: 2\nc: 3\nd:\n  <|e:f|>\n```\n\n```yaml\n❌ a: "b"\nc:\n  <|d: "e|>\n  f: "g"\n```',
      ),
      good: skillWith(
        '```yaml\na: ...\nb: [C, ${d}]\ne:\n  f:\n    g: h\n  i: j\n```\n\n```yaml\na: 1\nb: 2\nc: 3\nd:\n  e: f\n```\n\n```yaml\n❌ a: "b"\nc:\n  d: "e"\n  f: "g"\n```',
      ),
    },
    {
      bad: skillWith(
        '```yaml\na: 1\nb: 2\nc: 3\nd: |\n  e:f\ng:\n  h:i:j\nk:\n  - l:m\n```\n\n```yaml\n❌ a\nb:\n  c: "d\n  e"\n  f: [g\n  h]\n```\n\n```yaml\na:\n  "b\n  c: [d\n  e"\n```\n\n```yaml\na: b c\n  d: e\nf: g h\n  d: e\n```',
      ),
    },
    {
      bad: skillWith(
        '```yaml\na: "b\n  c"\nd: [\n  1,\n]\ne: it\'s\nf: a:b\n```\n\n```yaml\na: "b\n{{- if c }}\nd: 1\n```',
      ),
    },
    ...[
      ['echo "$a', 'echo "$a"'],
      ["grep -r 'a b", "grep -r 'a b'"],
      ['a=$(date', 'a=$(date)'],
      ['a="$(date"', 'a="$(date)"'],
      ['ls ${a/b', 'ls ${a}/b'],
      ['a=$(date # now', 'a=$(date) # now'],
      ['a="$(b "$c"" d', 'a="$(b "$c")" d'],
      ['a -v "$(pwd/b:/c"', 'a -v "$(pwd)/b:/c"'],
      ['for a in $(b c; do d; done', 'for a in $(b c); do d; done'],
      ['a="${B"; c="d"', 'a="${B}"; c="d"'],
    ].map(([wrong, right]) => ({
      bad: skillWith(`\`\`\`bash\ncd "b c" # it's\n<|${wrong}|>\nls "d"\n\`\`\``),
      good: skillWith(`\`\`\`bash\ncd "b c" # it's\n${right}\nls "d"\n\`\`\``),
    })),
    ...[
      ['<|if [ -f a ]; then|>\n  cat a\nelse\n  ls\n\nls', 'if [ -f a ]; then\n  cat a\nelse\n  ls\nfi\n\nls'],
      ['<|if [ -f a ]|>\n  cat a\nfi', 'if [ -f a ]; then\n  cat a\nfi'],
      ['<|for a in *; do # all|>\n  if b; then c; fi', 'for a in *; do # all\n  if b; then c; fi\ndone'],
      ['if a; then\n  <|while b; do|>\n    c\nfi', 'if a; then\n  while b; do\n    c\n  done\nfi'],
    ].map(([wrong, right]) => ({
      bad: skillWith(`\`\`\`bash\n${wrong}\n\`\`\``),
      good: skillWith(`\`\`\`bash\n${right}\n\`\`\``),
    })),
    {
      bad: skillWith(
        '```bash\nif a; then\n  ...\n```\n\n```bash\nif ($a) {\n  b\n}\n```\n\n```bash\nif a\nthen\n  b\nfi\nfor a in b; do c; done | d\n```\n\n```bash\nif a; then b\n```\n\n```bash\nfor a in b:\n  c\n```',
      ),
    },
    {
      bad: skillWith('```bash\na "$(cat <<EOF\nb\n<|  eof|>\n)"\n```'),
      good: skillWith('```bash\na "$(cat <<EOF\nb\nEOF\n)"\n```'),
    },
    {
      bad: skillWith('```bash\ncat > a <|<<EOF|>\nb\n```\n\n- A.\n\n  ```sh\n  cat <<EOF\n  a\n<|    EOF|>\n  ```'),
      good: skillWith('```bash\ncat > a <<EOF\nb\nEOF\n```\n\n- A.\n\n  ```sh\n  cat <<EOF\n  a\nEOF\n  ```'),
    },
    {
      bad: skillWith(
        '```bash\necho "a\nb" \'c\nd\' $\'it\\\'s\' "$(a "b" \'c\')" ${a#"b"} `date` $((1 + 2)) \\"\ncat <<\'EOF\'\nit\'s "\nEOF\ncat <<-A <<B\n\tA\nB\nd <<< "e"\n```\n\n' +
          "```bash\n$ a 'b'\nIt's 'c\n```\n\n```bash\nDoes it say what's there?\n```\n\n```bash\ncat <<EOF\n```\n\n- A.\n\n  ```sh\n  cat <<EOF\n  a\n  EOF\n  ```",
      ),
    },
    {
      bad: skillWith('```json\n{\n  "a": 1,\n  <|"a"|>: 1,\n  "b": 2\n}\n```'),
      good: skillWith('```json\n{\n  "a": 1,\n  "b": 2\n}\n```'),
    },
    { bad: skillWith('```json\n{\n  "a": 1,\n  "a": 2\n}\n```') },
    { bad: skillWith('```json\n{ "a": <|True|> }\n```'), good: skillWith('```json\n{ "a": true }\n```') },
    {
      bad: skillWith(`\`\`\`json\n{ "a": 1, <|'b'|>: 2 }\n\`\`\``),
      good: skillWith('```json\n{ "a": 1, "b": 2 }\n```'),
    },
    { bad: skillWith('```json\n{ <|a|>: 1, "b": 2 }\n```'), good: skillWith('```json\n{ "a": 1, "b": 2 }\n```') },
    {
      bad: skillWith(
        '```json\n{ a: 1, b: 2 }\n```\n\n```json\n{ a: 1 }\n```\n\n```json\n{ "a": "True, b: None" }\n```',
      ),
    },
    { bad: skillWith('```json\n{ "a": 1, ... }\n```\n\n```json\n{ "a": <a> }\n```\n\n```jsonc\n{ "a": 1, }\n```') },
    { bad: skillWith('```json\n{ "a": 1 // one\n "b": 2 }\n```\n\n```json\n"a": 1,\n```\n\n```json\n{}\n{}\n```') },
  ],
  *check(document) {
    const { text, body } = document;
    for (const { start, content } of body?.sections ?? []) {
      for (const { info, span, closed } of content.fences) {
        if (!closed || span.end - span.start > longest || info.end - info.start > 5) continue;
        const language = text.slice(start + info.start, start + info.end).toLowerCase();
        const inside = text.slice(start + span.start, start + span.end);
        const judge = judges[language];
        const finding = judge?.(document, start + span.start, inside);
        if (finding) yield finding;
      }
    }
  },
});

/** What is longer would take long to mend while somebody types in it. */
const longest = 12000;

/** What a sketch has outside of texts: dots, comments, places to fill in, alternatives. */
const sketched = /(?:^|[\s,[{(])(?:\.{3}|…)(?=[\s,\]})]|$)|^\s*#|\/\/|\/\*|\{\{|\{%|\$\{|[:[,]\s*[<$|]|\|\s*["\w]/m;
const strings = /"(?:[^"\\\n]|\\.)*"/g;

function inBlock(document: Document, from: number, written: string): Finding | undefined {
  // Its last line may be one that was emptied.
  const inside = written.replace(/\r?\n$/, '');
  if (!/^\s*[{[]/.test(inside)) return undefined;
  if (isJson(inside)) return keyTwice(document, from, inside);
  if (sketched.test(inside.replace(strings, '""'))) return undefined;
  const slip = wordSlip(inside);
  if (slip) return ofWord(document, slip, from);
  const { problems } = readJson(inside);
  const [problem, another] = problems;
  if (!problem || another || problem.cause === 'json-comment' || problem.cause === 'json-duplicate') return undefined;
  const block: Document = {
    ...document,
    language: 'json',
    text: inside,
    frontMatter: undefined,
    body: undefined,
    parts: [],
  };
  const [word = '', open] = problem.args;
  const isComma = problem.cause === 'json-comma';
  const removal: Fix = {
    title: say('Remove the comma'),
    edits: [{ uri: document.uri, span: problem.span, text: '' }],
    safe: false,
    preferred: true,
  };
  const fixes = isComma ? [removal] : jsonFixes(block, problem.span.start, open !== undefined, isJson);
  const small = fixes.filter(fix => fix.edits.every(isSmall));
  const [best] = small;
  if (!best) return undefined;
  const placed = preferFirst(
    small.map(({ title, edits }) => ({ title, edits: edits.map(edit => moved(edit, from)), safe: false })),
  );
  const cause = isComma
    ? { span: problem.span, words: 'no comma stands after the last entry' }
    : causeOf(inside, problem.span, word);
  return {
    span: shift(emptied(inside, best) ?? (open === undefined ? cause.span : problem.span), from),
    message:
      open === undefined
        ? say('This is not valid JSON ({0}), so what is copied from here cannot be read.', cause.words)
        : say('The bracket `{0}` is never closed, so what is copied from here cannot be read.', open),
    fixes: () => placed,
  };
}

/** Commands of a shell that lack a mark. */
function inShell(document: Document, from: number, written: string): Finding | undefined {
  const { uri, text } = document;
  // In a list the lines are indented as the marks of their block are.
  const margin = /^ */.exec(text.slice(lineStart(text, from - 1), from))![0];
  const slip = shellSlip(written, margin.length);
  if (!slip) return undefined;
  const { span, edit, instead, open, wants } = slip;
  const put = instead.replace('\n', lineBreak(text) + margin);
  return {
    span: shift(span, from),
    message: wants
      ? say(
          'A `{0}` is missing after this, so a shell takes the commands below for the rest of it and runs nothing.',
          wants,
        )
      : say('Nothing closes `{0}`, so a shell waits for the rest of the command and runs nothing.', open),
    fixes: () => [
      {
        title: say('Insert `{0}`', wants ?? instead.trim()),
        edits: [{ uri, span: shift(edit, from), text: put }],
        safe: false,
        preferred: true,
      },
    ],
  };
}

const judges: Readonly<Record<string, typeof inYaml>> = {
  json: inBlock,
  yaml: inYaml,
  yml: inYaml,
  bash: inShell,
  sh: inShell,
  shell: inShell,
  zsh: inShell,
};

function ofWord(document: Document, { span, instead, message }: WordSlip, from: number): Finding {
  const place = shift(span, from);
  return { span: place, message, fixes: () => [changeTo(document, place, instead, 'best')] };
}

/** The line on which what was lost stood alone, or with a comma. */
function emptied(text: string, { edits }: Fix): Span | undefined {
  const [edit] = edits;
  if (!edit || !('span' in edit)) return undefined;
  const { start, end } = lineAt(text, edit.span.start);
  const line = text.slice(start, end);
  return /^[ \t]*,?[ \t]*$/.test(line)
    ? { start: edit.span.start, end: Math.max(edit.span.start, start + line.trimEnd().length) }
    : undefined;
}

/** A mark or two, with the blanks around them. */
const isSmall = (edit: Edit): boolean =>
  'span' in edit && edit.span.end - edit.span.start <= 2 && edit.text.trim().length <= 2;

const moved = (edit: Edit, by: number): Edit => ('span' in edit ? { ...edit, span: shift(edit.span, by) } : edit);
