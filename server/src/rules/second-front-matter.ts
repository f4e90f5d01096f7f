// A second front matter below the first one, as where two files were put together.
import { entry } from '../syntax/data';
import type { Document, FrontMatter } from '../syntax/document';
import { lineEnd, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { readsFrontMatter } from './bodies';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { lineMatches } from './prose';
import { defineRule, say, type Finding, type Fix } from './rule';

/** Most sections hold no such lines. */
const hasKeys = /\n---[ \t]*\r?\n[a-z][\w-]*:/;

const agent = (keys: string, body: string): string => `-- .claude/agents/a.md --\n---\n${keys}---\n${body}`;
const whole = 'name: a\ndescription: Works.\n';

const companion = (body: string): string =>
  `-- .claude/skills/a/SKILL.md --\n---\n${whole}---\nWork.\n-- .claude/skills/a/notes.md --\n${body}`;

export default defineRule({
  id: 'second-front-matter',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  digest: perSection(text => (hasKeys.test(`\n${text}`) ? text : '')),
  needs: anyOf('---'),
  roles: role => role === 'companion' || readsFrontMatter(role),
  summary: 'A second front matter below the first one, as where two files were put together.',
  why:
    'Claude Code reads the keys of the first front matter and takes all that follows for the body: the second one is text to the ' +
    'model, and nobody reads its keys. Further below it is reported where it has a name and a description of its own. A file that ' +
    'a skill brings along has no keys that anybody reads: there it is reported where it is the only one and below the text.',
  source: "Claude Code's documentation of skills and subagents, August 2026; observed: 2.1.330, 22 November 2026.",
  examples: [
    {
      bad: agent(whole, '\n<|---|>\ntools: Read\nmodel: opus\n---\n\nWork.\n'),
      good: agent(`${whole}tools: Read\nmodel: opus\n`, '\nWork.\n'),
    },
    { bad: agent(whole, `<|---|>\n${whole}---\n\nWork.\n`), good: agent(whole, '\nWork.\n') },
    {
      bad: agent('name: a\ndescription: |\n  Works.\n\n  Well.\n', '<|---|>\nname: a\ndescription: |\n  Works.\n\n  Well.\n---\n\nWork.\n'),
      good: agent('name: a\ndescription: |\n  Works.\n\n  Well.\n', '\nWork.\n'),
    },
    { bad: agent(whole, '\n<|---|>\nname: b\ndescription: Helps.\n---\n\nWork.\n') },
    { bad: agent(whole, '\nWork.\n\n<|---|>\nname: code-reviewer\ndescription: Helps.\n---\n\nHelp.\n') },
    { bad: agent(whole, '\n---\nNote: this is text.\n---\n\nWork.\n\n---\n\nname: b\n\n---\n') },
    { bad: agent(whole, '\nWrite this:\n\n---\nname: b\ndescription: Helps.\n---\n\n---\nname: your-name\ndescription: …\n---\n') },
    { bad: agent(whole, '\nWork.\n\n```\n---\nname: b\ndescription: Helps.\n---\n```\n\n---\nname: <name>\ndescription: Helps.\n---\n') },
    { bad: companion('# A\n\nWork.\n\n<|---|>\nname: release-notes\ndescription: Helps.\n---\n\nHelp.\n') },
    { bad: companion('---\nname: b\ndescription: Helps.\n---\n\nHelp.\n\n---\nname: c\ndescription: Helps.\n---\n') },
    { bad: companion('\n---\nname: b\ndescription: Helps.\n---\n\nHelp.\n') },
    { bad: '-- .claude/commands/go.md --\nWork.\n\n---\nname: b\ndescription: Helps.\n---\n' },
  ],
  *check(document, workspace) {
    const { text, body, frontMatter } = document;
    if (workspace.role(document.uri) === 'companion') {
      yield* aloneBelow(document);
      return;
    }
    if (!frontMatter?.close || !body) return;
    const copy = copyBelow(document, frontMatter);
    if (copy) yield copy;
    for (const { span, groups } of lineMatches(document, '-', block)) {
      if (copy?.span.start === span.start) continue;
      const keys = groups[1]!;
      const isNear = text.slice(body.span.start, span.start).trim() === '';
      if (isNear ? !/^(?:name|description|tools|allowed-tools|model|argument-hint):/m.test(keys) : !isOfFile(document, span, keys)) continue;
      yield {
        span: { start: span.start, end: span.start + 3 },
        ...(isNear && { severity: 'warning' as const }),
        message: isNear ? say('This is a second front matter, so it is text: nobody reads its keys.') : ofAnother,
        fixes: () => (isNear ? fixesOf(document, frontMatter, span, keys) : [removedFrom(document, span)]),
      };
    }
  },
}); // prettier-ignore

const ofAnother = say('The front matter of another file stands here as text: nobody reads its keys.');

/** The front matter in a file that has none: of several files in one, that is how they are told apart. */
function* aloneBelow(document: Document): Generator<Finding> {
  const blocks = document.frontMatter ? [] : [...lineMatches(document, '-', block)];
  for (const { span, groups } of blocks.length === 1 ? blocks : [])
    if (isOfFile(document, span, groups[1]!) && document.text.slice(0, span.start).trim() !== '')
      yield {
        span: { start: span.start, end: span.start + 3 },
        message: ofAnother,
        fixes: () => [removedFrom(document, span)],
      };
}

/** The whole front matter once more, right below itself, whatever its texts look like. */
function copyBelow({ uri, text, body }: Document, { outer }: FrontMatter): Finding | undefined {
  const start = (body?.span.start ?? 0) + /^\s*/.exec(text.slice(body?.span.start))![0].length;
  const whole = text.slice(outer.start, outer.end);
  if (whole.length < 20 || !text.startsWith(`${whole}\n`, start)) return undefined;
  const end = nextLine(text, start + whole.length);
  const isApart = start > outer.end + 1 && /^\r?\n/.test(text.slice(end));
  const edits = [{ uri, span: { start, end: isApart ? nextLine(text, end) : end }, text: '' }];
  return {
    span: { start, end: start + 3 },
    severity: 'warning',
    message: say('This is a second front matter, so it is text: nobody reads its keys.'),
    fixes: () => [{ title: say('Remove it'), edits, safe: false, preferred: true }],
  };
}

/** Lines of keys and of what stands below them, between two lines of hyphens. */
const block = /---[ \t]*\r?\n((?:(?:[a-z][\w-]*:(?=\s)|[ \t]+\S|- )[^\n]*\n){1,40})---[ \t]*(?=\r?\n|$)/my;

/** Whether these are the keys of a file that was put below another one: no sample of how such a file looks. */
function isOfFile({ text }: Document, { start }: Span, keys: string): boolean {
  const above = text.slice(Math.max(start - 300, 0), start);
  const name = /^name: *["']?([a-z][a-z0-9-]+)["']?[ \t]*\r?$/m.exec(keys)?.[1];
  return (
    name !== undefined &&
    !/^(?:your|my|example|sample|skill-name|agent-name|command-name|name)\b/.test(name) &&
    /^description: *\S/m.test(keys) &&
    !/[<>[\]{}]|\.\.\.|…/.test(keys) &&
    /\n[ \t]*\r?\n$/.test(above) &&
    !/(?:[:：]|\b(?:examples?|templates?|format|structure|sample)\b.*)[*_]*\s*$/i.test(above)
  );
}

/** Its keys put into the first one, where that has none of them; where it has them all and they say the same, nothing is lost. */
function fixesOf(document: Document, { span: first }: FrontMatter, span: Span, keys: string): readonly Fix[] {
  const { uri, text, data } = document;
  const lines = [...keys.matchAll(/^([a-z][\w-]*):([^\n]*)$/gm)].map(([, key, value]) => ({ key: key!, value: value!.trim() })); // prettier-ignore
  const removal = removedFrom(document, span);
  if (lines.every(({ key }) => entry(data, key) === undefined)) {
    const added = { uri, span: { start: first.end, end: first.end }, text: keys };
    return [
      { title: say('Put its keys into the first one'), edits: [added, ...removal.edits], safe: false, preferred: true },
    ];
  }
  const repeats = text.slice(first.start, first.end).includes(keys);
  return [{ ...removal, ...(repeats && { preferred: true as const }) }];
}

/** Of the blank lines around it one stays. */
function removedFrom({ uri, text }: Document, { start, end }: Span): Fix {
  const below = nextLine(text, lineEnd(text, end));
  const isApart = /\n\r?\n$/.test(text.slice(0, start)) && /^\r?\n/.test(text.slice(below));
  const edits = [{ uri, span: { start, end: isApart ? nextLine(text, below) : below }, text: '' }];
  return { title: say('Remove it'), edits, safe: false };
}
