// Lines and marks that stand for something else: text that an assistant left out, a button of a chat, a line break that was escaped.
import type { SectionContent } from '../syntax/body';
import type { Document } from '../syntax/document';
import { around, lineEnd, lineStart, nextLine } from '../syntax/lines';
import { inOneOf, shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { lineBreak } from './edits';
import { endOfCode } from './fence-ends';
import { anyOf } from './needs';
import { isOfChat, isOfTerminal, languageOfButton, standsForText } from './pasted-words';
import { perSection } from './per-section';
import { skillWith } from './samples';
import { defineRule, say, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'pasted-line',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  heeds: (_, around) => mayHold.test(around),
  sections: 'alone',
  needs: anyOf(
    '[',
    '...',
    '…',
    'rest of',
    'emain',
    'unchanged',
    'opy',
    '\\n',
    ']',
    'sorry, but',
    '⎿',
    '⏺',
    'to expand)',
    'f --git',
    'o newline',
  ),
  roles: readsBody,
  summary:
    'What a chat or an assistant puts in the place of something else, such as `[Pasted text #1 +23 lines]` or ' +
    '`// ... rest of code unchanged`.',
  why:
    'What such a line stands for is not in the file: whoever wrote or pasted it saw the whole, the model that reads the file gets the ' +
    'line alone. In code they are taken for what is written about.',
  source: 'Claude Code 2.1.330, the prompt; answers of assistants in public repositories, 29 November 2026.',
  examples: [
    { bad: skillWith('Do as this says:\n\n<|[Pasted text #1 +23 lines]|>'), good: skillWith('Do as this says:\n') },
    {
      bad: skillWith('Read it.\n\n<|[... rest of the file remains unchanged ...]|>\n\nWrite it.'),
      good: skillWith('Read it.\n\n\nWrite it.'),
    },
    {
      bad: skillWith('A.\n<|// ... rest of code unchanged|>\n<|<!-- ... keep existing content ... -->|>\nB.'),
      good: skillWith('A.\nB.'),
    },
    {
      bad: skillWith(
        'A.\n\n<|<!-- ... existing content ... -->|>\n<|[... rest of contract remains unchanged ...]|>\n\nB.',
      ),
    },
    {
      bad: skillWith('A.\n<|(rest of the document remains the same)|>\n<|... existing sections unchanged ...|>\nB.'),
      good: skillWith('A.\nB.'),
    },
    { bad: skillWith('<|javascriptCopy code|>\nlet a;\n'), good: skillWith('```javascript\nlet a;\n```\n') },
    {
      bad: skillWith('Run:\n\npython\n<|Copy code|>\na = 1\n\nb = 2\n\nThen go on.\n'),
      good: skillWith('Run:\n\n```python\na = 1\n\nb = 2\n```\n\nThen go on.\n'),
    },
    {
      bad: skillWith('python\n<|Copy code|>\na = 1\n```\n\nMore.'),
      good: skillWith('```python\na = 1\n```\n\nMore.'),
    },
    { bad: skillWith('A.\n\n<|*[Keep the existing sections below]*|>\n\nB.'), good: skillWith('A.\n\n\nB.') },
    { bad: skillWith('A.\n<|... (previous content unchanged) ...|>\nB.'), good: skillWith('A.\nB.') },
    {
      bad: skillWith(
        "<|Mia Tan  [10:42 AM]|>\nA.\n<|I'm sorry, but I can't help with that.|>\n<|![a.png](attachment:a.png)|>\nB.",
      ),
      good: skillWith('A.\nB.'),
    },
    {
      bad: skillWith(
        'A.\n<|⏺ Read(a.ts)|>\n  <|⎿  Read 42 lines (ctrl+o to expand)|>\n<|[Request interrupted by user]|>\n<|… +12 lines (ctrl+r to expand)|>\n' +
          '<|diff --git a/a.md b/a.md|>\n<|\\ No newline at end of file|>\nB.',
      ),
      good: skillWith('A.\nB.'),
    },
    { bad: skillWith('The line `⎿  Read 42 lines` and [Request interrupted by user] say so.\n\n```\n⎿  Read\n```') },
    { bad: skillWith('- Name: <|[object Object]|>\n- Age: 3') },
    {
      bad: skillWith('Write `it`, "well" done.<|\\n\\n|>Next, read\\n\\n- it.'),
      good: skillWith('Write `it`, "well" done.\n\nNext, read\\n\\n- it.'),
    },
    {
      bad: skillWith('| A | "B" |\n| - | - |\n| Read.<|\\n\\n|>Write. | "b" |\n| "Read.\\n\\nWrite." | b |'),
      good: skillWith('| A | "B" |\n| - | - |\n| Read.<br><br>Write. | "b" |\n| "Read.\\n\\nWrite." | b |'),
    },
    {
      bad: skillWith('- Read it.<|\\n|>- **Write** it\n- Use "a\\n- B"\n- Put `\\n- A`\nA.\\n- B'),
      good: skillWith('- Read it.\n- **Write** it\n- Use "a\\n- B"\n- Put `\\n- A`\nA.\\n- B'),
    },
    {
      bad: skillWith(
        'The rest of the file remains unchanged.\n... and so on\n[...]\n// ... more\n[existing content]\n(the rest of the file)\n(the rest of the team stays the same)\n' +
          '<!-- Keep this list sorted. -->\n"It shows [object Object]"\nError: [object Object]\nPress Copy code\nCopy code\n' +
          'Put "\\n\\n" there, "a.\\n\\nB".\n\n```\n// ... rest of code unchanged\nCopy code\n```',
      ),
    },
  ],
  *check(document) {
    for (const section of document.body?.sections ?? [])
      for (const left of leftIn(document, section)) yield findingOf(document, left, section.start);
  },
});

type What = 'chat' | 'terminal' | 'image' | 'pasted' | 'left out' | 'button' | 'object' | 'break';

interface Left extends Span {
  readonly what: What;
}

const mayHold = /[[\]…⎿]|\.\.\.|rest of|emain|unchanged|opy|\\n[\\*-]|sorry, but|⏺|to expand\)|f --git|o newline/;

/** No line of this kind is longer. */
const longest = 120;

const none: readonly Left[] = [];

const leftIn = perSection((text, content): readonly Left[] => {
  if (!mayHold.test(text)) return none;
  const found = [...commentsIn(text, content), ...(mayHoldMarks.test(text) ? marksIn(text, content) : [])];
  const isHidden = inOneOf([...content.fences.map(({ outer }) => outer), ...content.comments]);
  let above = '';
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const end = lineEnd(text, at);
    const line = end - at > longest ? '' : text.slice(at, end).trim();
    const what = standsForText(line)
      ? 'left out'
      : isButton(line, above)
        ? 'button'
        : isOfChat(line)
          ? 'chat'
          : isOfTerminal(line)
            ? 'terminal'
            : line.startsWith('![') && /^!\[[^\]]*\]\(attachment:[^)]*\)$/.test(line)
              ? 'image'
              : undefined;
    if (line !== '') above = line;
    if (what === undefined || isHidden(at)) continue;
    const start = at + text.slice(at, end).indexOf(line);
    found.push({ start, end: start + line.length, what });
  }
  return found.sort((a, b) => a.start - b.start);
});

/** What a chat writes above a block of code. Alone, `Copy code` may be what a page has people press. */
const isButton = (line: string, above: string): boolean =>
  languageOfButton(line) !== undefined || (line === 'Copy code' && languageOfButton(`${above}Copy code`) !== undefined);

const commentsIn = (text: string, { comments }: SectionContent): Left[] =>
  comments
    .filter(({ start, end }) => end - start <= longest && standsForText(text.slice(start, end)))
    .map(({ start, end }) => ({ start, end, what: 'left out' }));

/** The text of a prompt, a value that is no text, and line breaks between two sentences or two items of a list. */
const marks =
  /\[Pasted text #\d{1,4}(?: \+\d{1,6} lines?)?\]|\[object Object\]|(?<=[a-z\d\u00c0-\uffff)*][.!?:])\\n\\n(?=[A-Z\u00c0-\uffff#*-])|\\n(?<=^([-*]) [^\n]*[\w).:*\u00c0-\uffff]\\n)(?=\1 [A-Z*[\u00c0-\uffff])/gm;

const mayHoldMarks = /\\n|\[Pasted|\[object/;

function marksIn(text: string, { fences, codes, comments }: SectionContent): Left[] {
  const isHidden = inOneOf([...[...fences, ...codes].map(({ outer }) => outer), ...comments]);
  return [...text.matchAll(marks)].flatMap(({ index: start, 0: mark }): Left[] => {
    if (isHidden(start)) return [];
    const end = start + mark.length;
    if (mark.startsWith('[P')) return [{ start, end, what: 'pasted' }];
    const [before, behind] = around(text, { start, end }, longest);
    if (mark.startsWith('[o')) return isValue(before, behind) ? [{ start, end, what: 'object' }] : [];
    return isOfProgram(text, { start, end }) ? [] : [{ start, end, what: 'break' }];
  });
}

/** Whether an escaped line break belongs to a text of a program, of which marks tell near to it: of a table, those of its cell. */
function isOfProgram(text: string, span: Span): boolean {
  const [before, behind] = around(text, span, farthest).map(withoutPairs) as [string, string];
  const isCell = isRow(before);
  const sides = isCell ? [before.slice(before.lastIndexOf('|') + 1), behind.split('|', 1)[0]!] : [before, behind];
  return sides.some((side, at) => /["`{}|]|(?<!\w)'/.test(at === 0 ? side.slice(-longest) : side.slice(0, longest)));
}

/** Lines are read so far for what begins and ends in them. */
const farthest = 2000;

/** Code and words in quotes that begin and end beside a place say nothing of it. */
const withoutPairs = (side: string): string => side.replace(/`[^`\n]*`|"[^"\n]*"/g, '');

const isRow = (before: string): boolean => /^[ \t]*\|/.test(before);

/** Whether nothing but a label stands before a value. Of errors it is told that they end so. */
const isValue = (before: string, behind: string): boolean =>
  /^[ \t]*(?:[-*+|] ?)?(?:[\w\u00c0-\uffff *-]{1,40}:[*_]{0,2} )?$/.test(before) &&
  !/error|exception|message|warning/i.test(before) &&
  /^[ \t]*[|,]?[ \t]*$/.test(behind);

const messages: Readonly<Record<What, string>> = {
  chat: 'This line belongs to a chat, and was pasted along with the text.',
  terminal: 'A program showed this line beside the text; it was pasted along with it.',
  image: 'This image was pasted into another program, and is not in this repository.',
  pasted: 'This stands for text that was pasted into a prompt; that text is not in this file.',
  'left out': 'This line stands for text that an assistant left out; what it stands for is not in this file.',
  button: 'This line was a button above a block of code in a chat; the block lost its fence.',
  object: 'This is what a program writes for a value that is not text; the value itself is lost.',
  break: 'This is not a line break: it is read as a backslash and a letter.',
};

function findingOf(document: Document, { what, ...place }: Left, from: number): Finding {
  const { uri, text } = document;
  const span = shift({ start: place.start, end: place.end }, from);
  const fix = (): Fix[] => {
    if (what === 'object') return [];
    if (what === 'break') {
      const isCell = isRow(text.slice(lineStart(text, span.start), span.start));
      const edits = [{ uri, span, text: isCell ? '<br><br>' : lineBreak(text).repeat((span.end - span.start) / 2) }];
      return [{ title: say('Break the line here'), edits, safe: false, preferred: true }];
    }
    if (what === 'button') return [asFence(document, span)];
    return [{ title: say('Remove it'), edits: [{ uri, span: wholeLine(text, span), text: '' }], safe: false }];
  };
  return { span, message: say(messages[what]), fixes: fix };
}

/** The block of code that stood below the button: up to marks that close one, or to what looks like text again. */
function asFence({ uri, text }: Document, span: Span): Fix {
  const newline = lineBreak(text);
  const written = text.slice(span.start, span.end);
  const own = lineStart(text, span.start);
  const above = own === 0 ? 0 : lineStart(text, own - 1);
  const isBelow = languageOfButton(written) === undefined;
  const language = isBelow ? text.slice(above, own).trim() : languageOfButton(written)!;
  const start = isBelow ? above : own;
  const code = nextLine(text, span.end);
  const marks = /^[ \t]*```/m.exec(text.slice(code));
  const limit = marks ? code + marks.index : text.length;
  const end = endOfCode(text, code, limit, language) ?? limit;
  const isClosed = marks !== null && end === limit && /^[ \t]*```[ \t]*(?:\r?\n|$)/.test(text.slice(limit));
  const isLast = end === text.length;
  const closing = isLast ? `${newline}\`\`\`` : `\`\`\`${newline}`;
  const last = isLast ? text.trimEnd().length : end;
  return {
    title: say('Make it a code block of `{0}`', language.toLowerCase()),
    edits: [
      { uri, span: { start, end: code }, text: `\`\`\`${language.toLowerCase()}${newline}` },
      ...(isClosed ? [] : [{ uri, span: { start: last, end: last }, text: closing }]),
    ],
    safe: false,
    // Of text that is shown nobody knows where it ends.
    ...(/^(?:markdown|plaintext)$/i.test(language) ? {} : { preferred: true as const }),
  };
}

/** The line of a place and its break, where nothing else stands in it. */
function wholeLine(text: string, span: Span): Span {
  const start = lineStart(text, span.start);
  const end = lineEnd(text, span.end);
  const isAlone = text.slice(start, span.start).trim() === '' && text.slice(span.end, end).trim() === '';
  return isAlone ? { start, end: nextLine(text, end) } : span;
}
