// The language of a code block, misspelt: `pyhton`.
import { slips } from '../workspace/slips';
import { shift } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { skillWith } from './samples';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'misspelt-language',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  roles: readsBody,
  summary: 'The language of a code block is a letter away from a common one, and no other.',
  why:
    'Editors and websites color a block by this word, and tools find code by it. A word that nobody knows is no error, only the ' +
    'block is plain text to all of them.',
  source: 'CommonMark 0.31.2, section 4.5; counted over 18 public repositories, 29 November 2026.',
  examples: [
    { bad: skillWith('```<|pyhton|>\nx = 1\n```'), good: skillWith('```python\nx = 1\n```') },
    { bad: skillWith('```<|jsn|>\n{}\n```'), good: skillWith('```json\n{}\n```') },
    { bad: skillWith('```tex\nx\n```\n\n```hash\nx\n```\n\n```just\nx\n```\n\n```json5\n{}\n```\n\n```\nx\n```') },
  ],
  *check(document) {
    const { text, body } = document;
    for (const { start, content } of body?.sections ?? []) {
      for (const { info } of content.fences) {
        const length = info.end - info.start;
        if (length < 3 || length > 12) continue;
        const name = text.slice(start + info.start, start + info.end);
        const meant = languages.includes(name) ? undefined : meantBy(name);
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

function meantBy(name: string): string | undefined {
  if (others.has(name) || !/^[a-z]+$/.test(name)) return undefined;
  const near = languages.filter(each => each[0] === name[0] && slips(name, each) === 1);
  return near.length === 1 ? near[0] : undefined;
}
