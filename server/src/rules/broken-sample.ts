// JSON in a code block of the body that lacks one mark, or has one too many, and YAML that tabs indent.
import type { Document } from '../syntax/document';
import { isJson, readJson } from '../syntax/json';
import { lineAt } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { causeOf } from './json-cause';
import { jsonFixes } from './json-fixes';
import { anyOf } from './needs';
import { wordSlip, type WordSlip } from './sample-words';
import { tabSlips } from './sample-tabs';
import { skillWith } from './samples';
import { changeTo, preferFirst } from './edits';
import { defineRule, say, type Edit, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'broken-sample',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('```', '~~~'),
  roles: readsBody,
  summary: 'JSON or YAML in a code block that no reader takes, and that a mark, a word or blanks mend.',
  why:
    'The model writes what it is shown, so that what it writes cannot be read either. Blocks with comments, dots or places to ' +
    'fill in are sketches and are not judged, and neither is what more than one mark would have to mend.',
  source: 'RFC 8259; counted over 18 public repositories, 29 November 2026.',
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
        if (!closed || span.end - span.start > longest || info.end - info.start > 4) continue;
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
const longest = 3000;

/** What a sketch has outside of texts: dots, comments, places to fill in, alternatives. */
const sketched = /(?:^|[\s,[{(])(?:\.{3}|…)(?=[\s,\]})]|$)|^\s*#|\/\/|\/\*|\{\{|\{%|\$\{|[:[,]\s*[<$|]|\|\s*["\w]/m;
const strings = /"(?:[^"\\\n]|\\.)*"/g;

function inBlock(document: Document, from: number, written: string): Finding | undefined {
  // Its last line may be one that was emptied.
  const inside = written.replace(/\r?\n$/, '');
  if (!/^\s*[{[]/.test(inside) || isJson(inside) || sketched.test(inside.replace(strings, '""'))) return undefined;
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
    ? { span: problem.span, words: 'no comma stands behind the last entry' }
    : causeOf(inside, problem.span, word);
  return {
    span: shift(emptied(inside, best) ?? (open === undefined ? cause.span : problem.span), from),
    message:
      open === undefined
        ? say(
            'This is not valid JSON ({0}), so whoever writes it as it is shown writes what cannot be read.',
            cause.words,
          )
        : say(
            'The bracket `{0}` is never closed, so whoever writes this as it is shown writes what cannot be read.',
            open,
          ),
    fixes: () => placed,
  };
}

/** YAML that tabs indent. */
function inYaml({ uri }: Document, from: number, written: string): Finding | undefined {
  const slips = tabSlips(written);
  const [first] = slips;
  if (!first) return undefined;
  const edits = slips.map(({ span, instead }) => ({ uri, span: shift(span, from), text: instead }));
  return {
    span: shift(first.span, from),
    message: say(
      'YAML is indented with blanks, never with tabs, so whoever writes this as it is shown writes what cannot be read.',
    ),
    fixes: () => [{ title: say('Indent with blanks'), edits, safe: false, preferred: true }],
  };
}

const judges: Readonly<Record<string, typeof inYaml>> = { json: inBlock, yaml: inYaml, yml: inYaml };

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
