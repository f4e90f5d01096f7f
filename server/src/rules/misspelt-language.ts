// The language of a code block, misspelt, `pyhton`, or in the line below.
import { slips } from '../workspace/slips';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { skillWith } from './samples';
import { runsProgram } from './shell-words';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'misspelt-language',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('```', '~~~'),
  roles: readsBody,
  summary:
    'The language of a code block is a letter or a sign away from a common one, and no other, or stands in the line below.',
  why:
    'Editors and websites color a block by this word, and tools find code by it. A word that nobody knows is no error, only the ' +
    'block is plain text to all of them.',
  source: 'CommonMark 0.31.2, section 4.5; counted over 18 public repositories, 29 November 2026.',
  examples: [
    { bad: skillWith('```<|pyhton|>\nx = 1\n```'), good: skillWith('```python\nx = 1\n```') },
    { bad: skillWith('```<|jsn|>\n{}\n```'), good: skillWith('```json\n{}\n```') },
    { bad: skillWith('```\n<|bash|>\nmake --all\n```'), good: skillWith('```bash\nmake --all\n```') },
    { bad: skillWith('```<|bsh|>\nnpm test\n```'), good: skillWith('```bash\nnpm test\n```') },
    { bad: skillWith('```<|json:|>\n{}\n```'), good: skillWith('```json\n{}\n```') },
    { bad: skillWith('```<|.python|>\nx = 1\n```'), good: skillWith('```python\nx = 1\n```') },
    { bad: skillWith('```<|"bash"|>\nnpm test\n```'), good: skillWith('```bash\nnpm test\n```') },
    {
      bad: skillWith(
        '```.env\nA=1\n```\n\n```{python}\nx\n```\n\n```json:a.json\n{}\n```\n\n```<lang>\nx\n```\n\n```<html>\n```',
      ),
    },
    { bad: skillWith('```bsh\nprint(a);\n```\n\n```\nbash\npython\n```\n\n```\njson\n```') },
    { bad: skillWith('```tex\nx\n```\n\n```hash\nx\n```\n\n```just\nx\n```\n\n```json5\n{}\n```\n\n```\nx\n```') },
  ],
  *check(document) {
    const { text, body } = document;
    for (const { start, content } of body?.sections ?? []) {
      for (const { info, span: inside } of content.fences) {
        const length = info.end - info.start;
        const below = length === 0 ? languageBelow(document, shift(inside, start)) : undefined;
        if (below) yield below;
        if (length < 3 || length > 12) continue;
        const name = text.slice(start + info.start, start + info.end);
        const meant = languages.includes(name)
          ? undefined
          : (meantBy(name) ?? withoutSign(name) ?? bashOf(name, text.slice(start + inside.start, start + inside.end)));
        if (meant === undefined) continue;
        const span = shift(info, start);
        yield {
          span,
          message: say('There is no language `{0}`, so this block is plain text to editors and tools.', name),
          fixes: () => [changeTo(document, span, meant, 'best')],
        };
      }
    }
  },
});

const languages = [
  'bash', 'json', 'yaml', 'python', 'typescript', 'javascript', 'markdown', 'shell', 'text', 'html', 'rust', 'java', 'csharp', 'powershell',
  'kotlin', 'swift', 'ruby', 'dockerfile', 'mermaid', 'toml', 'scala', 'graphql', 'solidity', 'elixir', 'makefile', 'terraform',
]; // prettier-ignore

/** Languages and words of their own that are a letter away from another one. */
const others: ReadonlySet<string> = new Set([
  'bas', 'bsh', 'basic', 'batch', 'jsonc', 'json5', 'jsonl', 'jsonp', 'bson', 'ijson', 'yml', 'yang', 'tex', 'texts', 'test', 'next', 'txt',
  'htm', 'haml', 'html5', 'xhtml', 'rst', 'just', 'jav', 'javac', 'javap', 'jade', 'tom', 'toon', 'toml5', 'scale', 'shells', 'swig', 'ruby3', 'python2',
  'python3', 'ipython', 'cpython', 'jython', 'xonsh', 'dash', 'ash', 'hash', 'base', 'scalar', 'makefiles', 'mdx', 'jsona',
]); // prettier-ignore

/** Others whose names are no words that a text would begin with. */
const shortOnes: ReadonlySet<string> = new Set(['md', 'sql', 'vue', 'ini', 'xml', 'cpp', 'css', 'scss', 'tsx', 'jsx', 'php', 'yml', 'lua', 'hcl', 'gdscript', 'svelte', 'proto', 'mdx']); // prettier-ignore

/** A block without a language whose first line is the name of one, and code the next. */
function languageBelow({ uri, text }: Document, inside: Span): Finding | undefined {
  const found = /^([a-z]{2,10})\r?\n(?=\s*[^\n]*[^\w\s]|\s*[^\n]*\S[ \t]+\S)/.exec(
    text.slice(inside.start, inside.end),
  );
  if (!found || !(languages.includes(found[1]!) || shortOnes.has(found[1]!))) return undefined;
  const name = found[1]!;
  // The line break in front of it goes.
  const edits = [
    { uri, span: { start: inside.start - (text[inside.start - 2] === '\r' ? 2 : 1), end: inside.start }, text: '' },
  ];
  return {
    span: { start: inside.start, end: inside.start + name.length },
    message: say(
      'The language of a block belongs right after the marks that open it; here `{0}` is a line of its code.',
      name,
    ),
    fixes: () => [{ title: say('Put it after the marks'), edits, safe: false, preferred: true }],
  };
}

/** A language with one sign before or behind it, or in quotes. Between angle brackets may stand a tag or a place to fill in. */
function withoutSign(name: string): string | undefined {
  const [, language] = /^(?=.*[^a-z])(?:[:."'<]?)([a-z]{2,})(?:[:.,;"'>]?)$/.exec(name) ?? [];
  if (language === undefined || !(languages.includes(language) || shortOnes.has(language))) return undefined;
  const [before, behind] = name.split(language);
  const isPair = before === behind ? /^["']$/.test(before!) : before === '' || behind === '';
  const isTag = before === '<' && behind === '>' && /^(?:bash|python|typescript|javascript)$/.test(language);
  return isTag || (isPair && !/[<>]/.test(name)) ? language : undefined;
}

/** Two languages that are a letter away from `bash`, above commands of a shell. */
const bashOf = (name: string, block: string): string | undefined =>
  /^(?:bas|bsh)$/.test(name) && block.split('\n', most).some(runsProgram) ? 'bash' : undefined;

/** So many lines are looked at. */
const most = 6;

function meantBy(name: string): string | undefined {
  if (others.has(name) || !/^[a-z]+$/.test(name)) return undefined;
  const near = languages.filter(each => each[0] === name[0] && slips(name, each) === 1);
  return near.length === 1 ? near[0] : undefined;
}
