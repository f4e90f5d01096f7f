// JSON that its reader cannot read: a mistake of syntax, or a comment or comma that strict JSON does not have.
import type { Data, Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import type { Problem } from '../syntax/problem';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { refusal } from './fields';
import { causeOf } from './json-cause';
import { jsonWithout } from './json-edits';
import { jsonFixes } from './json-fixes';
import { isOfMerge } from './merge-marks';
import { defineRule, say, type Finding, type Fix, type Message } from './rule';

const settings = (text: string): string => `-- .claude/settings.json --\n${text}\n`;

export default defineRule({
  id: 'invalid-json',
  severity: 'error',
  reach: 'document',
  anyWords: true,
  summary: 'JSON that its reader cannot read.',
  why:
    'Claude Code reads strict JSON, without comments and without a comma after the last entry. Where it fails, ' +
    'settings count for nothing, without a message in a run with `-p`, and a plugin or marketplace is rejected.',
  source: 'Observed: Claude Code 2.1.330, 24 November 2026.',
  examples: [
    {
      bad: settings('{\n  "model": "haiku"<|,|>\n}'),
      good: settings('{\n  "model": "haiku"\n}'),
    },
    {
      bad: settings('{\n  <|// The small one.|>\n  "model": "haiku"\n}'),
      good: settings('{\n  "model": "haiku"\n}'),
    },
    {
      bad: settings('{ "model": "haiku" <|"effortLevel"|>: "low" }'),
      good: settings('{ "model": "haiku", "effortLevel": "low" }'),
    },
    {
      bad: settings('{ "claudeMdExcludes": ["a/b" <|"c/d"|>] }'),
      good: settings('{ "claudeMdExcludes": ["a/b", "c/d"] }'),
    },
    {
      bad: settings('{\n  "model: "<|haiku|>",\n  "effortLevel": "low"\n}'),
      good: settings('{\n  "model": "haiku",\n  "effortLevel": "low"\n}'),
    },
    {
      bad: settings('{\n  <|\'model\'|>: \'haiku\',\n  "effortLevel": "low"\n}'),
      good: settings('{\n  "model": "haiku",\n  "effortLevel": "low"\n}'),
    },
    {
      bad: settings('{\n  "permissions": <|{|>\n    "allow": ["Read"]\n  ,\n  "model": "haiku"\n}'),
      good: settings('{\n  "permissions": {\n    "allow": ["Read"]\n  },\n  "model": "haiku"\n}'),
    },
    {
      bad: settings('{\n  "model": "haiku",\n  <|"model"|>: "haiku"\n}'),
      good: settings('{\n  "model": "haiku"\n}'),
    },
    {
      bad: settings('{\n  "model": "haiku"<|;|>\n  "effortLevel": "low"\n}'),
      good: settings('{\n  "model": "haiku",\n  "effortLevel": "low"\n}'),
    },
    { bad: settings('{\n  "model" <|=>|> "haiku"\n}'), good: settings('{\n  "model": "haiku"\n}') },
    { bad: settings('{\n  "model":<|:|> "haiku"\n}'), good: settings('{\n  "model": "haiku"\n}') },
    { bad: settings('{\n  "model:" <|"haiku"|>\n}'), good: settings('{\n  "model": "haiku"\n}') },
    { bad: settings('{\n  <|"model: haiku"|>\n}'), good: settings('{\n  "model": "haiku"\n}') },
    { bad: settings('{\n  "model": <|\\|>"haiku\\"\n}'), good: settings('{\n  "model": "haiku"\n}') },
    { bad: settings('{\n  "model": <|`haiku`|>\n}'), good: settings('{\n  "model": "haiku"\n}') },
    {
      bad: settings('{\n  <|#|> The small one.\n  "model": "haiku"\n}'),
      good: settings('{\n  "model": "haiku"\n}'),
    },
    { bad: settings('{\n  <|model|>: haiku\n}'), good: settings('{\n  "model": "haiku"\n}') },
    { bad: settings('{ "cleanupPeriodDays": <|+30|> }'), good: settings('{ "cleanupPeriodDays": 30 }') },
    {
      bad: settings('{ "language": <|"C:\\Users"|> }'),
      good: settings('{ "language": "C:\\\\Users" }'),
    },
    {
      bad: settings('{ "language": "a "<|b|>" c" }'),
      good: settings('{ "language": "a \\"b\\" c" }'),
    },
    {
      bad: settings('{ "language": <|"a|>\nb" }'),
      good: settings('{ "language": "a b" }'),
    },
    { bad: settings('{ "language": <|"a\tb"|> }'), good: settings('{ "language": "a\\tb" }') },
    { bad: settings('<|"model"|>: "haiku"\n}'), good: settings('{\n"model": "haiku"\n}') },
    {
      bad: settings('{\n  <|"permissions":|>\n    "allow": ["Read"]\n  }\n}'),
      good: settings('{\n  "permissions": {\n    "allow": ["Read"]\n  }\n}'),
    },
    { bad: settings('{ "model": "haiku" }\n<|{|>}'), good: settings('{ "model": "haiku" }') },
    {
      bad: settings('{\n  "model": <|"haiku"|>\n  "effortLevel": "low"\n}'),
      good: settings('{\n  "model": "haiku",\n  "effortLevel": "low"\n}'),
    },
    {
      bad: settings('{ "permissions": {\n  "allow": ["Read"\n  <|}|>\n} }'),
      good: settings('{ "permissions": {\n  "allow": ["Read"\n  ]\n} }'),
    },
    {
      bad: '-- .claude/settings.json --\n<|```json|>\n{ "model": "haiku" }\n```\n',
      good: settings('{ "model": "haiku" }'),
    },
    { bad: settings('{ "model": <|"haiku\' }|>'), good: settings('{ "model": "haiku" }') },
    {
      bad: settings('{\n  "language": <|plain|> German, please\n}'),
      good: settings('{\n  "language": "plain German, please"\n}'),
    },
    { bad: settings('{ "respectGitignore": <|yes|> }'), good: settings('{ "respectGitignore": true }') },
    {
      bad: settings('{ "env": { "A": "b" }}<|,|> "model": "haiku" }'),
      good: settings('{ "env": { "A": "b" }, "model": "haiku" }'),
    },
    {
      bad: settings('{ "permissions": { "allow": {"Read"<|]|> } }'),
      good: settings('{ "permissions": { "allow": ["Read"] } }'),
    },
    {
      bad: settings('{\n  "env": {\n    "A": <|"b"|>\n  "model": "haiku"\n}'),
      good: settings('{\n  "env": {\n    "A": "b"\n  },\n  "model": "haiku"\n}'),
    },
    { bad: settings('{ "model": "haiku" <|// The small one.|>\n}'), good: settings('{ "model": "haiku"\n}') },
    {
      bad: settings('{\n  "model": "haiku",\n  <|"language":|> \n}'),
      good: settings('{\n  "model": "haiku"\n}'),
    },
    { bad: settings('<|\uFEFF|>{ "model": "haiku" }'), good: settings('{ "model": "haiku" }') },
    {
      bad: settings('{ "language": <|"it\\\'s \\${HOME} \\`a\\`"|> }'),
      good: settings('{ "language": "it\'s ${HOME} `a`" }'),
    },
    { bad: settings('{ "language": <|"a\\$|\\d"|> }'), good: settings('{ "language": "a\\\\$|\\\\d" }') },
    { bad: settings('{ <|＂model＂|>: "haiku" }'), good: settings('{ "model": "haiku" }') },
    { bad: settings('{ "respectGitignore": <|ture|> }'), good: settings('{ "respectGitignore": true }') },
    {
      bad: settings('{\n  "permissions": { "allow": [\n    <|"Read,"|>\n    "Edit"\n  ] }\n}'),
      good: settings('{\n  "permissions": { "allow": [\n    "Read",\n    "Edit"\n  ] }\n}'),
    },
    {
      bad: settings('{ "hooks": { "Stop": [\n  {\n    "hooks": []\n  <|}|>\n  },\n  { "hooks": [] }\n] } }'),
      good: settings('{ "hooks": { "Stop": [\n  {\n    "hooks": []\n  },\n  { "hooks": [] }\n] } }'),
    },
    {
      bad: settings('{\n  <|“model”|>: “haiku”,\n  “language”: “a "b" \\“c\\”.”\n}'),
      good: settings('{\n  "model": "haiku",\n  "language": "a \\"b\\" \\"c\\"."\n}'),
    },
    {
      bad: settings("{\n  <|'model'|>: 'haiku',\n  'respectGitignore': True,\n  language: 'it\\'s'\n}"),
      good: settings('{\n  "model": "haiku",\n  "respectGitignore": true,\n  "language": "it\'s"\n}'),
    },
    {
      bad: settings('{\n<|\u00a0\u00a0|>"model": "haiku",\n\u00a0\u00a0"language": "a\u00a0b"\n}'),
      good: settings('{\n  "model": "haiku",\n  "language": "a\u00a0b"\n}'),
    },
    {
      bad: settings('     1<|→|>{\n     2→  "model": "haiku"\n     3→}'),
      good: settings('{\n  "model": "haiku"\n}'),
    },
    { bad: settings('<|+|>{\n+  "model": "haiku"\n+}'), good: settings('{\n  "model": "haiku"\n}') },
    { bad: settings('<|export|> default {\n  model: "haiku"\n};'), good: settings('{\n  "model": "haiku"\n}') },
    { bad: '-- agentwright.json --\n{\n  // Comments are fine here.\n  "tools": ["Deploy"],\n}\n' },
  ],
  *check(document, workspace) {
    if (document.language !== 'json') return;
    if (document.text.trim() === '') return;
    const strict = workspace.role(document.uri) !== 'configuration';
    if (strict && document.text.startsWith('\uFEFF')) yield orderMark(document);
    const isMerge = isOfMerge(document);
    for (const problem of document.problems) {
      if (isMerge(problem.span)) continue;
      const finding = ofProblem(problem, document, workspace);
      if (finding && (strict || !lax.has(problem.cause))) yield finding;
    }
  },
});

/** What a reader of JSON with comments takes. */
const lax: ReadonlySet<string> = new Set(['json-comment', 'json-comma']);

/** Some readers take it away before they read; it is not known of all. */
function orderMark({ uri }: Document): Finding {
  const span = { start: 0, end: 1 };
  return {
    span,
    severity: 'information',
    message: say(
      'A byte order mark stands here, which cannot be seen. JSON has none, and strict readers reject the file.',
    ),
    fixes: () => [{ title: say('Remove it'), edits: [{ uri, span, text: '' }], safe: true, preferred: true }],
  };
}

function ofProblem({ cause, span, args }: Problem, document: Document, workspace: Workspace): Finding | undefined {
  const consequence = refusal(document, workspace);
  const removal = (title: Message, gone: Span): (() => readonly Fix[]) => {
    const edits = [{ uri: document.uri, span: gone, text: '' }];
    return () => [{ title, edits, safe: cause === 'json-comma', preferred: true }];
  };
  switch (cause) {
    case 'json-comment':
      return {
        span,
        message: say(`Strict JSON has no comments; ${consequence}.`),
        fixes: removal(say('Remove the comment'), wholeLines(document.text, span)),
      };
    case 'json-comma':
      return {
        span,
        message: say(`No comma may stand after the last entry; ${consequence}.`),
        fixes: removal(say('Remove the comma'), span),
      };
    case 'json-duplicate':
      return {
        span,
        severity: 'warning',
        message: say('The key `{0}` stands here twice; only the last one counts.', ...args),
        fixes: () => duplicateFixes(document, span),
      };
    case 'invalid-json':
      return {
        ...wrong(document.text, span, args, consequence),
        fixes: () => jsonFixes(document, span.start, args[1] !== undefined),
      };
    default:
      return undefined;
  }
}

function wrong(text: string, span: Span, [word = '', open]: readonly string[], consequence: string): Finding {
  if (open !== undefined) return { span, message: say(`The bracket \`{0}\` is never closed; ${consequence}.`, open) };
  const cause = causeOf(text, span, word);
  return { span: cause.span, message: say(`This is not valid JSON ({0}); ${consequence}.`, cause.words) };
}

/** A comment with its lines, where nothing else stands on them, else with the blanks that part it from the rest. */
function wholeLines(text: string, { start, end }: Span): Span {
  const from = lineStart(text, start);
  const feed = text.indexOf('\n', end);
  const before = text.slice(from, start);
  const after = text.slice(end, feed < 0 ? text.length : feed);
  if (after.trim() !== '') return { start, end: end + after.search(/\S/) };
  if (before.trim() !== '') return { start: from + before.trimEnd().length, end };
  return feed >= 0 ? { start: from, end: feed + 1 } : { start, end };
}

/** The later one goes where both say the same; else either may. */
function duplicateFixes(document: Document, { start }: Span): Fix[] {
  const found = pairAt(document.data, start);
  if (!found) return [];
  const { uri, text } = document;
  const written = ({ value }: Entry): string => (value ? text.slice(value.span.start, value.span.end) : '');
  const same = written(found.first) === written(found.second);
  const removal = (title: string, entry: Entry, index: number): Fix => ({
    title: say(title),
    edits: [{ uri, span: jsonWithout(document, entry), text: '' }],
    safe: same && index === 0,
    ...(same && index === 0 && { preferred: true as const }),
  });
  return [removal('Remove this one', found.second, 0), removal('Remove the first one', found.first, 1)];
}

/** The entry whose key begins at an offset, and the first one of that key. */
function pairAt(data: Data | undefined, start: number): { first: Entry; second: Entry } | undefined {
  if (data?.is === 'list') return firstOf(data.items, ({ value }) => pairAt(value, start));
  if (data?.is !== 'map') return undefined;
  const second = data.entries.find(({ key }) => key.outer.start === start);
  const first = second && data.entries.find(({ key }) => key.text === second.key.text);
  return second && first ? { first, second } : firstOf(data.entries, ({ value }) => pairAt(value, start));
}

function firstOf<A, B>(list: readonly A[], ask: (each: A) => B | undefined): B | undefined {
  for (const each of list) {
    const found = ask(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
