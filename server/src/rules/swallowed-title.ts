// A heading above the line that closes the front matter, where it is a comment.
import { textAt } from '../syntax/data';
import type { Document } from '../syntax/document';
import { baseName, parent, stem } from '../workspace/uris';
import { readsFrontMatter } from './bodies';
import { lineBreak } from './edits';
import { defineRule, say, type Fix } from './rule';

const agent = (head: string, body: string): string =>
  `-- .claude/agents/code-reviewer.md --\n---\nname: code-reviewer\ndescription: Reviews.\n${head}---\n${body}`;

export default defineRule({
  id: 'swallowed-title',
  severity: 'warning',
  reach: 'document',
  values: ['name'],
  roles: readsFrontMatter,
  reads: 'front matter',
  summary: 'A title that stands above the line `---` that closes the front matter.',
  why: 'Between the lines of hyphens `#` begins a comment. Claude Code loads the file, and the title is no part of the prompt.',
  source: 'Observed: Claude Code 2.1.330, 30 November 2026; YAML 1.2.2, 6.6.',
  examples: [
    {
      bad: agent('\n<|# Code Reviewer|>\n\n', 'Review.\n'),
      good: agent('', '\n# Code Reviewer\n\nReview.\n'),
    },
    { bad: agent('\n# model: opus\n', 'Review.\n') },
    { bad: agent('\n# Optional\n', 'Review.\n') },
    { bad: agent('\n# Code Reviewer\n', '# The reviewer\n') },
    { bad: agent('\n# For the code reviewer\nmodel: opus\n', 'Review.\n') },
  ],
  *check(document) {
    const { text, frontMatter } = document;
    if (!frontMatter?.close || document.data?.is !== 'map') return;
    const { start, end } = frontMatter.span;
    const match = /\n[ \t]*\r?\n(#{1,2} [^\n]*?[^\s])\s*$/.exec(text.slice(start, end));
    if (!match || !isTitle(document, match[1]!) || /^\s*# /.test(text.slice(frontMatter.close.end))) return;
    const at = start + match.index + match[0].indexOf(match[1]!);
    yield {
      span: { start: at, end: at + match[1]!.length },
      message: say(
        'This title stands above the `---` that closes the front matter. There it is a comment, and not part of the text.',
      ),
      fixes: () => moved(document, start + match.index, match[1]!),
    };
  },
});

/** Whether it says what the file is called, as a remark on keys does not. */
function isTitle({ uri, data }: Document, heading: string): boolean {
  if (/:(\s|$)/.test(heading)) return false;
  const file = stem(uri);
  const name = `${textAt(data, 'name') ?? ''} ${file === 'SKILL' ? baseName(parent(uri)) : file}`.toLowerCase();
  const words = heading.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return words.length <= 8 && words.some(word => name.includes(word));
}

/** Below the closing line, with a blank line around it. */
function moved({ uri, text, frontMatter }: Document, from: number, heading: string): Fix[] {
  const { start, end } = frontMatter!.close!;
  const newline = lineBreak(text);
  const gap = /^\r?\n[ \t]*(\r?\n|$)/.test(text.slice(end)) ? '' : newline;
  const edits = [
    { uri, span: { start: from, end: start }, text: newline },
    { uri, span: { start: end, end }, text: `${newline}${newline}${heading}${gap}` },
  ];
  return [{ title: say('Move it below the front matter'), edits, safe: false, preferred: true }];
}
