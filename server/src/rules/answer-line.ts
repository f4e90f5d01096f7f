// What an assistant says around a file that it wrote, as the first or last line of the file; and what ends a file in a terminal.
import type { Document } from '../syntax/document';
import { lineAt, lineEnd, lineStart, nextLine, trimmed } from '../syntax/lines';
import { inOneOf, shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { perSection } from './per-section';
import { agentWith, skillWith } from './samples';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'answer-line',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  digest: (document, section) => edgesOf(document, section).digest,
  roles: readsBody,
  summary:
    'A first or last line that an assistant said about the file, such as `Here is the improved agent:`, or that ended it when it was ' +
    'written in a terminal.',
  why:
    'Whoever copies a whole answer copies what was said around the file as well. The model reads it as a part of its instructions: ' +
    'the question at the end it may ask again, and take the file for an answer of its own.',
  source: 'Answers of assistants, and public repositories, 29 November 2026.',
  examples: [
    {
      bad: agentWith("<|Sure! Here's the updated version of the file:|>\n\n# A\n\nRead.\n"),
      good: agentWith('# A\n\nRead.\n'),
    },
    { bad: agentWith('\n<|Here is the improved agent:|>\n\nRead.\n'), good: agentWith('\nRead.\n') },
    {
      bad: agentWith('# A\n\nRead.\n\n<|Would you like me to adjust the tone of this agent?|>\n'),
      good: agentWith('# A\n\nRead.\n'),
    },
    {
      bad: agentWith("# A\n\nRead.\n\n<|Let me know if you'd like any changes to it!|>"),
      good: agentWith('# A\n\nRead.'),
    },
    {
      bad: agentWith('# A\n\n- By user impact: high\n- Say: "done"\n\n<|Would you like me to adjust the tone of this agent?|>\n'),
      good: agentWith('# A\n\n- By user impact: high\n- Say: "done"\n'),
    },
    { bad: skillWith('# A\n\nRead.\n<|EOF|>'), good: skillWith('# A\n\nRead.') },
    { bad: skillWith('# A\n\nRead.\n\n<|:wq|>'), good: skillWith('# A\n\nRead.') },
    { bad: skillWith('# A\n\nRead.\n<|EOF < /dev/null|>'), good: skillWith('# A\n\nRead.') },
    { bad: agentWith("# A\n\nHere's the updated version of the file:\n\n# B\n\nRead.\n") },
    { bad: agentWith('Here is a complete list of commands:\n\n- a\n\n# B\n\nWould you like me to install any of these agents?') },
    { bad: agentWith('Here is the new version of the file:\n@a.md\n\nEnd with:\n\nWould you like me to change this file?') },
    { bad: agentWith('Work.\n\n```\nSure! Here is the agent:\n```\n\n<example>\nLet me know if you want changes!\n</example>') },
    { bad: agentWith('**User**: Go.\n\n**Claude:** Done.\n\nWould you like me to adjust this file?') },
    { bad: agentWith('**Example response to a user:**\n\nDone.\n\nWould you like me to adjust this file?') },
    { bad: agentWith('cat > a <<EOF\nA\nEOF') },
    { bad: agentWith('> Would you like me to change this prompt?') },
  ], // prettier-ignore
  *check(document) {
    const sections = document.body?.sections ?? [];
    const first = sections.find(section => edgesOf(document, section).first !== undefined);
    const opening = first && edgesOf(document, first).opening;
    if (opening) yield findingOf(document, shift(opening, first.start), true);
    const last = sections.filter(section => edgesOf(document, section).first !== undefined).at(-1);
    const closing = last && edgesOf(document, last).closing;
    if (closing) yield findingOf(document, shift(closing, last.start), false);
  },
});

/** What a section begins and ends with, if it holds anything. */
interface Edges {
  readonly digest: string;
  readonly first?: number;
  readonly opening?: Span;
  readonly closing?: Span;
}

const edgesOf = perSection((text, { fences, comments }): Edges => {
  const first = text.search(/\S/);
  if (first < 0) return { digest: '' };
  const last = text.trimEnd().length - 1;
  const isShown = (at: number): boolean => inOneOf([...fences.map(({ outer }) => outer), ...comments])(at);
  const top = trimmed(text, lineAt(text, first));
  const bottom = trimmed(text, lineAt(text, last));
  const opens = isOpening(wordsOf(text, top)) && !isShown(first) && !/^[@!$]/.test(wordsBelow(text, top));
  const closes = isClosing(wordsOf(text, bottom), text, bottom.start) && !isShown(bottom.start);
  const found = { ...(opens && { opening: top }), ...(closes && { closing: bottom }) };
  return { digest: JSON.stringify(found), first, ...found };
});

/** No such line is longer. */
const longest = 200;

const wordsOf = (text: string, { start, end }: Span): string => (end - start > longest ? '' : text.slice(start, end));

/** What stands below a line: a command may have its file put in there. */
const wordsBelow = (text: string, { end }: Span): string => text.slice(end, end + longest).trimStart();

const thing =
  '(?:file|agent|sub-?agent|skill|command|slash command|prompt|version|markdown|document|rules?|instructions|' +
  'system prompt|SKILL\\.md|CLAUDE\\.md|AGENTS\\.md|config(?:uration)?)';
const hello =
  '(?:(?:sure|certainly|of course|absolutely|great|okay|got it)(?: thing)?[!,.] ?' +
  '(?:i can help (?:you )?with that[!.] ?)?)';
const here =
  "(?:here(?:['’]s| is| are)|below is|i(?:['’]ve| have) (?:updated|improved|rewritten|revised|created|fixed))";
const kind =
  '(?:updated|improved|revised|corrected|fixed|rewritten|refactored|complete|full|final|new|enhanced|refined|' +
  'polished|cleaned[- ]up|optimi[sz]ed)';

const greeted = new RegExp(`^${hello}${here} .{0,80}\\b${thing}\\b.{0,120}:$`, 'i');
const told = new RegExp(
  `^${here} (?:an?|the|your) (?:${kind},? (?:and )?){1,2}(?:[\\w-]+ ){0,2}${thing}\\b.{0,120}:$`,
  'i',
);

// Asked first, since every section ends with a line and few of them so.
const isOpening = (line: string): boolean => line.endsWith(':') && (greeted.test(line) || told.test(line));

const change =
  '(?:adjust|refine|tweak|expand|shorten|customi[sz]e|modify|revise|polish|rewrite|change|add|include)\\b.{0,100}';
const offer = new RegExp(
  '^(?:(?:would you like|do you want|want) me to|shall i|should i) (?:also )?' +
    `${change}\\b(?:this|the|it|another|more)\\b.{0,60}\\?$`,
  'i',
);
const invitation = new RegExp(
  "^let me know if you(?:['’]d| would)? (?:like|want|need) " +
    '(?:me to (?:adjust|refine|tweak|expand|modify|revise|change|add)|' +
    '(?:any|further|more) (?:changes|adjustments|tweaks|edits|modifications|refinements))\\b.{0,100}[.!]$',
  'i',
);

/** What an editor is left with, and what a shell is given behind the end of a here-document. */
const ends = /^(?::wq!?|EOF < \/dev\/null)$/;

const isClosing = (line: string, text: string, start: number): boolean =>
  line === 'EOF'
    ? !/<<-?\s*["']?EOF/.test(text)
    : ends.test(line) ||
      (/[?.!]$/.test(line) && (offer.test(line) || invitation.test(line)) && isBehindText(text.slice(0, start)));

/** Whether what stands above neither asks for this line nor shows a talk that it ends. */
function isBehindText(above: string): boolean {
  const line = lastLine(above.trimEnd());
  return (
    line !== '' &&
    /\n[ \t]*\r?\n$/.test(above) &&
    !/[:：]["”*_]*$/.test(line) &&
    // An item in quotes is one of several; a line in quotes is of a talk.
    (!/["“]$/.test(line) || /^[ \t]*(?:[-*+]|\d+[.)]) /.test(line)) &&
    !talk.test(above)
  );
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);

/** A line that begins by who speaks, or by what is shown. */
const talk =
  /^[ \t>*_#\d.-]*(?:(?:user|human|you|assistant|claude|agent|response|reply|output)\b|(?:[\w-]+ ){0,3}(?:examples?|sample)\b(?!\W*\w+\**:[* ]*\w))[^\n:]{0,20}:/im;

function findingOf({ uri, text }: Document, span: Span, opens: boolean): Finding {
  const isEnd = /^(?:EOF\b|:wq)/.test(text.slice(span.start, span.end));
  return {
    span,
    message: isEnd
      ? say('This ended the file when it was written in a terminal; here it is part of the text.')
      : say('An assistant said this about the file; the model reads it as a part of its instructions.'),
    fixes: () => [
      {
        title: say('Remove the line'),
        edits: [{ uri, span: opens ? withBlanksBelow(text, span) : withBlanksAbove(text, span), text: '' }],
        safe: false,
        preferred: true,
      },
    ],
  };
}

/** From the line's start to that of the next one that holds something. */
function withBlanksBelow(text: string, { start, end }: Span): Span {
  let next = nextLine(text, end);
  while (next < text.length && text.slice(next, lineEnd(text, next)).trim() === '') next = nextLine(text, next);
  return { start: lineStart(text, start), end: next };
}

/** From the end of the line above that holds something to the line's own end. */
function withBlanksAbove(text: string, { start, end }: Span): Span {
  return { start: text.slice(0, start).trimEnd().length, end };
}
