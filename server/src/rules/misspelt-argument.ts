// `$ARGUMENTS` that is misspelt, or written as another language writes it.
import { distance } from 'fastest-levenshtein';
import type { Document } from '../syntax/document';
import { entry, scalars } from '../syntax/data';
import { shift, type Span } from '../syntax/span';
import { bareWords, doubledMarks, escapedPlaces, geminiPlaces, lonePlaces, unnamedPlaces } from './argument-words';
import { adding, changeTo } from './edits';
import { isForOthers, isLoaded } from './installed';
import { defineRule, say, type Finding } from './rule';

const command = (body: string): string => `-- .claude/commands/go.md --\n---\ndescription: Works.\n---\n\n${body}\n`;

const hinted = (body: string): string => command(body).replace('\n---\n\n', '\nargument-hint: "[issue]"\n---\n\n');

const named = (body: string): string => command(body).replace('\n---\n\n', '\narguments: [issue]\n---\n\n');

const right = '$ARGUMENTS';

export default defineRule({
  id: 'misspelt-argument',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'command' || role === 'skill',
  summary:
    'A word that is nearly `$ARGUMENTS`, or the place of an argument that `arguments` does not name: neither is replaced.',
  why:
    'Claude Code puts what the user typed in the place of `$ARGUMENTS`, in capitals and without braces, and of nothing else ' +
    'that looks like it. Where it finds none, it appends the arguments to the end, and the sentence that was to hold them has a ' +
    'word that means nothing.',
  source: 'Claude Code documentation, skills, August 2026 (2.1.240).',
  examples: [
    { bad: command('Fix issue <|$ARGUMENT|>.'), good: command('Fix issue $ARGUMENTS.') },
    { bad: command('Fix issue <|$ARGUEMENTS|>.'), good: command('Fix issue $ARGUMENTS.') },
    { bad: command('Fix issue <|$arguments|> now.'), good: command('Fix issue $ARGUMENTS now.') },
    { bad: command('Fix issue <|{{ARGUMENTS}}|>.'), good: command('Fix issue $ARGUMENTS.') },
    { bad: command('Fix issue <|${ARGUMENTS}|>.'), good: command('Fix issue $ARGUMENTS.') },
    { bad: command('Fix issue <|$ ARGUMENTS|>.'), good: command('Fix issue $ARGUMENTS.') },
    { bad: command('Fix issue <|${ARGUMENTS|> now.'), good: command('Fix issue $ARGUMENTS now.') },
    { bad: command('Fix <|$ARGUMENTS[0|> or <|$ARGUMENTS1]|>.'), good: command('Fix $ARGUMENTS[0] or $ARGUMENTS[1].') },
    { bad: command('Fix issue <|＄ARGUMENTS|>.'), good: command('Fix issue $ARGUMENTS.') },
    { bad: command('Work on:\n\n<|\\$ARGUMENTS|>'), good: command('Work on:\n\n$ARGUMENTS') },
    { bad: command('Fix issue <|{{args}}|>.'), good: command('Fix issue $ARGUMENTS.') },
    { bad: hinted('Fix <|ARGUMENTS|> now.'), good: hinted('Fix $ARGUMENTS now.') },
    { bad: hinted('Fix:\n\n<|$$ARGUMENTS|>'), good: hinted('Fix:\n\n$ARGUMENTS') },
    ...['Issue: ARGUMENTS (optional)', 'Issue: "ARGUMENTS"', '<issue>\nARGUMENTS\n</issue>'].map(body => ({
      bad: hinted(body.replace('ARGUMENTS', '<|$&|>')),
      good: hinted(body.replace('ARGUMENTS', '$$ARGUMENTS')),
    })),
    { bad: hinted('Fix <|{ARGUMENTS}|> now.'), good: hinted('Fix $ARGUMENTS now.') },
    { bad: named('Fix $issue of <|$isue|>.'), good: named('Fix $issue of $issue.') },
    { bad: named('Fix $issue for <|$user|>.') },
    { bad: named('Fix $issue, `$a`, $issue-b, \\$a, $a.b, $schema.\n\n```\n$a\n```\n\nSet user=a, then $user.') },
    { bad: named('Fix $a.') },
    { bad: hinted('Fix {ARGUMENTS} of {NAME}.') },
    { bad: hinted('ARGUMENTS\n\n- issue') },
    { bad: hinted('Parse the arguments.\n\nIssue: ARGUMENTS') },
    {
      bad: hinted(
        'Read ARGUMENTS. If ARGUMENTS is empty, ask.\n\n# Fix ARGUMENTS\n\nFix ARGUMENTS, NOW.\nSee `ARGUMENTS`.',
      ),
    },
    { bad: hinted('Fix $1. Then fix ARGUMENTS, {{args}} and \\$ARGUMENTS.') },
    { bad: command('Fix ARGUMENTS and \\$ARGUMENTS, then {{args}} of {{name}}.') },
    { bad: command('Fix <|$ARGUMENTS[0|>. Then rest.'), good: command('Fix $ARGUMENTS[0]. Then rest.') },
    { bad: command('Fix $ARGUMENTS, $ARGUMENTS[0], $ARGUMENTS[0..2], \\$ARGUMENT and {{$ARGUMENTS}}.') },
    { bad: command('Run:\n\n```php\n$arguments = [];\n```\n\nand `$args`.') },
    { bad: '-- .agent/skills/a/SKILL.md --\n---\nname: a\ndescription: Works.\n---\n\nFix {{ARGUMENTS}}.\n' },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n\nFix $ARGUMENT.\n' },
  ],
  *check(document, workspace) {
    const { text, body } = document;
    const from = body?.span.start ?? text.length;
    const written = text.slice(from);
    if (isForOthers(document.uri)) return;
    const own = new Set(scalars(entry(document.data, 'arguments')?.value).flatMap(({ text }) => text.split(/[\s,]+/)));
    yield* ofNames(document, own);
    if (!/\barg/i.test(written)) return;
    for (const { index, 0: all, 1: first, 2: second } of written.matchAll(unpaired)) {
      const span = { start: from + index, end: from + index + all.length };
      const wanted = `$ARGUMENTS[${first ?? second}]`;
      yield {
        span,
        message: say('A bracket is missing here: one argument is written `{0}`.', wanted),
        fixes: () => [changeTo(document, span, wanted, 'best')],
      };
    }
    const places = isLoaded(document.uri, workspace) ? geminiPlaces(document) : [];
    for (const span of doubledMarks(document)) {
      yield {
        span,
        severity: 'information',
        message: say(
          'One `$` too many: only `{0}` is replaced by the arguments, and the first `$` stays in front of them.',
          right,
        ),
        fixes: () => [changeTo(document, span, right, 'best')],
      };
    }
    const words = bareWords(document);
    const lone = words.length > 0 ? [] : lonePlaces(document);
    for (const span of [...places, ...escapedPlaces(document), ...words, ...lone]) {
      yield {
        span,
        severity: 'information',
        message: say('Claude Code replaces only `{0}` by the arguments; this stays as it is.', right),
        fixes: () => [changeTo(document, span, right, 'best')],
      };
    }
    for (const match of written.matchAll(pattern)) {
      const [all, name] = match;
      const span = { start: from + match.index, end: from + match.index + all.length };
      if (
        name !== undefined &&
        (own.has(name) || !isSlip(name) || ((name === 'ARGS' || name !== name.toUpperCase()) && isCode(document, span)))
      )
        continue;
      yield {
        span,
        // Elsewhere it may be another tool's place to fill in.
        ...(all.startsWith('{{') && !isLoaded(document.uri, workspace) && { severity: 'information' as const }),
        message: say('Claude Code replaces only `{0}` by the arguments; this stays as it is.', right),
        fixes: () => [changeTo(document, span, right, 'best')],
      };
    }
  },
});

/** Places for arguments of one's own that `arguments` does not name. */
function* ofNames(document: Document, own: ReadonlySet<string>): Iterable<Finding> {
  for (const { name, span, meant } of unnamedPlaces(document, own)) {
    yield {
      span,
      ...(meant === undefined && { severity: 'information' as const }),
      message:
        meant === undefined
          ? say('`arguments` does not name `{0}`, so nothing takes the place of this.', name)
          : say('`arguments` names `{1}` and not `{0}`, so nothing takes the place of this.', name, meant),
      fixes: () =>
        meant === undefined
          ? adding(document, 'arguments', name)
          : [changeTo(document, span, `$${meant}`, 'best'), ...adding(document, 'arguments', name)],
    };
  }
}

const pattern =
  /(?<![\\\w$])\$([A-Za-z]{4,12})\b(?!\s*=)|\{\{ *ARGUMENTS *\}\}|(?<!\\)\$\{ARGUMENTS\}|%ARGUMENTS%|(?<![\\\w$])\$[ \t]+ARGUMENTS\b|(?<![\\\w$])\$\(ARGUMENTS\)|(?<![\\\w$])\$\{ARGUMENTS(?![\w}])|(?<!\w)@ARGUMENTS\b|＄ARGUMENTS\b/g;

/** `$ARGUMENTS[0` and `$ARGUMENTS0]`. */
const unpaired = /(?<!\\)\$ARGUMENTS(?:\[(\d{1,2})(?![\w\]]|\.[\w.])|(\d{1,2})\])/g;

/** Of `$ARGS` only what is no variable of a shell. */
const isSlip = (name: string): boolean => name === 'ARGS' || (name !== 'ARGUMENTS' && distance(name.toUpperCase(), 'ARGUMENTS') <= 2); // prettier-ignore

/** In code, words in lower case are variables. */
function isCode({ body }: Document, span: Span): boolean {
  const section = body?.sections.filter(({ start }) => start <= span.start).at(-1);
  const at = shift(span, -(section?.start ?? 0));
  return section?.content.fences.some(({ outer }) => outer.start <= at.start && at.end <= outer.end) ?? false;
}
