// Comments that silence nothing, and those that name rules that do not exist.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { changesTo, removePart } from './edits';
import { rules } from './index';
import { active, alone, run } from './lint';
import { nearest } from './nearest';
import { defineRule, say, type Finding, type Fix } from './rule';
import { lineEnd, lineStart, nextLine } from '../syntax/lines';
import { silencesOf, silencing, type Silence } from './silences';

const a = '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n';
const line = 'agentwright-disable-next-line';

export default defineRule({
  id: 'unused-suppression',
  severity: 'hint',
  reach: 'document',
  reads: 'suppressions',
  summary: 'A comment that silences a rule where that rule reports nothing, or one that does not exist.',
  why:
    'What it was for has been mended, or moved, or the name is misspelt. Left there, it hides the next mistake on its line. ' +
    'A rule that is turned off is not asked, so its comments are left alone.',
  source: 'Agentwright itself: what its rules report without the comments.',
  examples: [
    { bad: `${a}# ${line} <|unknown-tool|>\ntools: [Read]\n---\n`, good: `${a}tools: [Read]\n---\n` },
    {
      bad: `${a}# ${line} unknown-tool, <|invalid-value|> -- ours\ntools: [Raed]\n---\n`,
      good: `${a}# ${line} unknown-tool -- ours\ntools: [Raed]\n---\n`,
    },
    {
      bad: `${a}# ${line} <|unknown-tol|>\ntools: [Raed]\n---\n`,
      good: `${a}# ${line} unknown-tool\ntools: [Raed]\n---\n`,
    },
    { bad: `${a}---\n\nText <!-- <|agentwright-disable-line|> -->\n`, good: `${a}---\n\nText\n` },
    { bad: `${a}tools: [Raed] # agentwright-disable-line unknown-tool\n---\n` },
    {
      bad: '-- agentwright.json --\n{\n  // agentwright-disable-file <|unknown-rule|>\n  "rules": {}\n}\n',
      good: '-- agentwright.json --\n{\n  "rules": {}\n}\n',
    },
  ],
  *check(document, workspace) {
    const silences = silencesOf(document);
    if (silences.length === 0) return;
    const on = active(alone().filter(({ id }) => id !== 'unused-suppression'), document.uri, workspace); // prettier-ignore
    const found = run(on, document, workspace);
    const used = new Set(found.flatMap(({ rule, span }) => silencing(silences, rule.id, span.start)));
    const asked = new Set(on.map(({ rule }) => rule.id));
    const idle = silences.filter(silence => !isNeeded(silence, silences, used, asked));
    for (const silence of idle)
      yield isKnown(silence) ? unused(document, silence, idle) : unknown(document, silence, idle);
  },
});

const isKnown = ({ rule }: Silence): boolean => rule === undefined || rules.some(({ id }) => id === rule);

/** Of a rule that was not asked nothing is known. */
function isNeeded(
  silence: Silence,
  all: readonly Silence[],
  used: ReadonlySet<Silence>,
  asked: ReadonlySet<string>,
): boolean {
  const { word, rule } = silence;
  if (!isKnown(silence)) return false;
  if (word === 'enable') return all.some(other => other.word === 'disable' && endsAt(other, silence));
  return used.has(silence) || (rule !== undefined && !asked.has(rule));
}

const endsAt = (disable: Silence, { rule, comment }: Silence): boolean =>
  disable.comment.start < comment.start && (disable.rule ?? rule) === (rule ?? disable.rule);

function unused(document: Document, silence: Silence, idle: readonly Silence[]): Finding {
  const { span, rule, word } = silence;
  const message =
    word === 'enable'
      ? say('Nothing is turned off above that this could turn on again.')
      : rule === undefined
        ? say('No rule reports anything here, so this comment silences nothing.')
        : say('`{0}` reports nothing here, so this silences nothing.', rule);
  return { span, tag: 'unused', message, fixes: () => [removed(document, silence, idle, true)] };
}

function unknown(document: Document, silence: Silence, idle: readonly Silence[]): Finding {
  const { span, rule = '' } = silence;
  const ids = rules.map(({ id }) => id);
  return {
    span,
    severity: 'information',
    message: say('There is no rule `{0}`, so this silences nothing. A reason is written after ` -- `.', rule),
    fixes: () => [...changesTo(document, span, nearest(rule, ids)), removed(document, silence, idle, false)],
  };
}

/** Takes out the rule, or the whole comment where it silences nothing else. */
function removed({ uri, text }: Document, silence: Silence, idle: readonly Silence[], preferred: boolean): Fix {
  const { comment, rule, span } = silence;
  const ofComment = idle.filter(other => other.comment === comment);
  const ids = text.slice(comment.names.start, comment.names.end).split(/[\s,]+/);
  const whole = rule === undefined || ofComment.length === ids.length;
  return {
    title: whole ? say('Remove the comment') : say('Remove `{0}`', rule),
    edits: [{ uri, span: whole ? linesOf(text, comment) : removePart(text, comment.names, span), text: '' }],
    safe: false,
    ...(preferred && { preferred: true as const }),
  };
}

/** With its line where it stands alone, else with the white space before it. */
function linesOf(text: string, { start, end }: Span): Span {
  const first = lineStart(text, start);
  const last = lineEnd(text, end);
  if (text.slice(first, start).trim() === '' && text.slice(end, last).trim() === '')
    return { start: first, end: nextLine(text, end) };
  const before = text.slice(first, start).trimEnd();
  return { start: first + before.length, end };
}
