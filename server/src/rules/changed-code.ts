// Code in which a word processor, a web page or an editor of Markdown put other marks: dashes, quotes of print, `&amp;`, `\_`.
import type { SectionContent } from '../syntax/body';
import { lineEnd, nextLine } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo, preferFirst } from './edits';
import { ofHtml } from './html-marks';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { isShell } from './prose';
import { skillWith } from './samples';
import { runsProgram } from './shell-words';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'changed-code',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('`', '~~~'),
  roles: readsBody,
  summary:
    'Code with the marks of print or of HTML: a dash where an option has hyphens, quotes of print, `&amp;&amp;`, or a backslash ' +
    'before an underscore.',
  why:
    'Word processors, chats and web pages change marks as one writes or copies. A shell takes `–type` for the name of a file, and no ' +
    'language knows the quotes of print; the model copies the code as it stands.',
  source: 'Counted over 14,979 files of public repositories, 29 November 2026.',
  examples: [
    { bad: skillWith('Run `ls <|–|>all` now.'), good: skillWith('Run `ls --all` now.') },
    {
      bad: skillWith('```bash\nfind . <|–|>type f\ngit add . <|&amp;&amp;|> git log <|—|>all # – all\n```'),
      good: skillWith('```bash\nfind . -type f\ngit add . && git log --all # – all\n```'),
    },
    {
      bad: skillWith('```\nnpm audit fix <|–|>force\nA list of –force\n```'),
      good: skillWith('```\nnpm audit fix --force\nA list of –force\n```'),
    },
    {
      bad: skillWith('```js\nconst a = <|“b”|>;\nconst c = "“d”"; // “e”\n```'),
      good: skillWith('```js\nconst a = "b";\nconst c = "“d”"; // “e”\n```'),
    },
    {
      bad: skillWith('```python\na = """\nnpm test -- <|–|>all\nRead –all.\n"""\n```'),
      good: skillWith('```python\na = """\nnpm test -- --all\nRead –all.\n"""\n```'),
    },
    {
      bad: skillWith('Read `active<|\\_|>context.md`.\n\n```python\nlatency<|\\_|>ms = 1\n```'),
      good: skillWith('Read `active_context.md`.\n\n```python\nlatency_ms = 1\n```'),
    },
    {
      bad: skillWith(
        'Write `&amp;`, `a – b`, `a–b` or `\\_`.\n\n```js\nx("&amp;");\n// it’s\n```\n\n' +
          '```\nA – b “c” &amp; d\\_e\n```\n\n```bash\necho "–all" \'“\'\n```',
      ),
    },
  ],
  *check(document) {
    for (const section of document.body?.sections ?? []) {
      for (const { start, end, right } of changedIn(document, section)) {
        const span = shift({ start, end }, section.start);
        yield {
          span,
          message: say(
            'In code this character is not the same as `{0}`: a program changed it when the text was written or copied.',
            right[0]!,
          ),
          fixes: () => preferFirst(right.map(each => changeTo(document, span, each))),
        };
      }
    }
  },
});

interface Changed extends Span {
  /** What was meant, the likeliest first. */
  readonly right: readonly string[];
}

const mayHold = /[–—“”‘’]|&(?:amp|lt|gt|quot);|\\_/;

const changedIn = perSection((text, content: SectionContent): readonly Changed[] => {
  if (!mayHold.test(text)) return [];
  const { fences, codes } = content;
  const inline = codes.flatMap(({ span }) => {
    const code = text.slice(span.start, span.end);
    return mayHold.test(code)
      ? [...dashes(code, code), ...entities(code), ...underscores(code)].map(one => moved(one, span.start))
      : [];
  });
  return [...inline, ...fences.flatMap(({ info, span }) => inBlock(text, text.slice(info.start, info.end), span))];
});

const moved = ({ right, ...span }: Changed, by: number): Changed => ({ ...shift(span, by), right });

function inBlock(text: string, info: string, span: Span): Changed[] {
  const shell = isShell(info);
  // A block without a language, or of another shell, may hold commands too.
  const isOpen = /^(?:$|powershell|pwsh|ps1|cmd|bat|te?xt|plaintext)/i.test(info);
  if (!shell && !isOpen && !ofPrograms.test(info)) return [];
  const block = text.slice(span.start, span.end);
  if (!mayHold.test(block)) return [];
  // A text of several lines may hold anything; the commands in it are commands.
  const hasTexts = block.includes('"""') || block.includes("'''");
  const found: Changed[] = [];
  for (let at = 0; at < block.length; at = nextLine(block, at)) {
    const line = block.slice(at, lineEnd(block, at));
    if (!mayHold.test(line) || ((isOpen || hasTexts) && !runsProgram(line))) continue;
    // Text in quotes is text, as is what stands behind the mark of a comment.
    const masked = line.replace(/"[^"\n]*"|'[^'\n]*'/g, text => '_'.repeat(text.length));
    const code = /^[^"'`#]*?(?=["'`#]|\/\/|\/\*|$)/.exec(masked)![0];
    const ofLine = [
      ...(shell || runsProgram(line) ? dashes(code, line) : []),
      ...(shell && !hasTexts ? entities(masked) : []),
      ...(isOpen || hasTexts ? [] : [...quotes(code), ...underscores(code)]),
    ];
    found.push(...ofLine.map(one => moved(one, span.start + at)));
  }
  return found;
}

const ofPrograms = /^(?:js|javascript|jsx|ts|typescript|tsx|py|python|json|ya?ml)\b/i;

/** Of `find` and of a single letter options have one hyphen. */
const dashes = (code: string, line: string): Changed[] =>
  [...code.matchAll(/(?<=\S[ \t]|^[ \t]+)[–—](?=[a-z][\w-]*(?:[ =\t\\]|$))/g)].map(({ index }) => {
    const isShort = /^find\b/.test(line.trim()) || /^[–—]\w(?:\s|$)/.test(code.slice(index));
    return { start: index, end: index + 1, right: isShort ? ['-', '--'] : ['--', '-'] };
  });

/** Within other code: alone it is what is written about. */
const entities = (code: string): Changed[] =>
  [...code.matchAll(/(?<=[\w)"'./*-] )(?:&(?:amp|lt|gt);)+(?= [\w"'./$(-])|(?<=[\w/ ])&lt;[\w -]+&gt;/g)].map(
    ({ index, 0: written }) => ({
      start: index,
      end: index + written.length,
      right: [written.replace(/&\w+;/g, ofHtml)],
    }),
  );

const underscores = (code: string): Changed[] =>
  [...code.matchAll(/(?<=[A-Za-z])\\_(?=[A-Za-z])/g)].map(({ index }) => ({
    start: index,
    end: index + 2,
    right: ['_'],
  }));

const quotes = (code: string): Changed[] =>
  [...code.matchAll(/“[^“”‘’\n]*[“”]|‘[^“”‘’\n]*[‘’]/g)].map(({ index, 0: written }) => {
    const sign = written.startsWith('“') ? '"' : "'";
    return { start: index, end: index + written.length, right: [sign + written.slice(1, -1) + sign] };
  });
