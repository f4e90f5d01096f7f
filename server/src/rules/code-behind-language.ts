// The first line of code behind the language of its block, in the line of marks, where it is no part of the code.
import type { Document } from '../syntax/document';
import { isJson } from '../syntax/json';
import { lineStart } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { lineBreak } from './edits';
import { anyOf } from './needs';
import { skillWith } from './samples';
import { runsProgram } from './shell-words';
import { defineRule, say, type Fix } from './rule';

export default defineRule({
  id: 'code-behind-language',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('```', '~~~'),
  roles: readsBody,
  summary: 'A first line of code on the line of the language of its block, where it is not part of the code.',
  why:
    'What stands after the marks that open a block is no part of its code: what shows or takes the block leaves the line out, and ' +
    'the rest lacks its beginning. Titles and numbers of lines, as websites take them there, are left alone.',
  source: 'CommonMark 0.31.2, section 4.5; counted over 18 public repositories, 29 November 2026.',
  examples: [
    {
      bad: skillWith('```json <|{|>\n  "a": 1\n}\n```'),
      good: skillWith('```json\n{\n  "a": 1\n}\n```'),
    },
    {
      bad: skillWith('```typescript <|import { x } from "y";|>\nx();\n```'),
      good: skillWith('```typescript\nimport { x } from "y";\nx();\n```'),
    },
    {
      bad: skillWith('- Run:\n\n  ```bash <|npm install -g a|>\n  a --all\n  ```'),
      good: skillWith('- Run:\n\n  ```bash\n  npm install -g a\n  a --all\n  ```'),
    },
    {
      bad: skillWith('```python <|import os|>\nos.getcwd()\n```'),
      good: skillWith('```python\nimport os\nos.getcwd()\n```'),
    },
    {
      bad: skillWith(
        '```ts title="const a = 1;"\na();\n```\n\n```js {1,3}\na();\n```\n\n```json theme={null}\n{}\n```\n\n```python import example\na()\n```',
      ),
    },
    {
      bad: skillWith(
        '```bash npm\nnpm install\n```\n\n```bash [npm]\nnpm install\n```\n\n```json Result\n{}\n```\n\n```bash npm i -g a\nnpm i -g a\n```',
      ),
    },
  ],
  *check(document) {
    const { text, body } = document;
    for (const { start, content } of body?.sections ?? []) {
      for (const { info, span, closed } of content.fences) {
        if (!closed || info.end - info.start < shortest) continue;
        const [, language = '', gap = '', code = ''] =
          /^(\w+)([ \t]+)(.+)$/.exec(text.slice(start + info.start, start + info.end)) ?? [];
        const below = text.slice(start + span.start, start + span.end);
        if (code === '' || !isCode(language.toLowerCase(), code, below)) continue;
        const at = start + info.start + language.length;
        const place = { start: at + gap.length, end: start + info.end };
        yield {
          span: place,
          message: say(
            'What follows the language on this line is not part of the code, so the code lacks its first line. Put it on a line of its own.',
          ),
          fixes: () => [broken(document, { start: at, end: place.start }, shift(info, start))],
        };
      }
    }
  },
});

/** A language of two letters, a blank and a mark. */
const shortest = 4;

const broken = ({ uri, text }: Document, gap: Span, info: Span): Fix => {
  const margin = /^[ \t]*/.exec(text.slice(lineStart(text, info.start), info.start))![0];
  return {
    title: say('Put it on the next line'),
    edits: [{ uri, span: gap, text: lineBreak(text) + margin }],
    safe: false,
    preferred: true,
  };
};

function isCode(language: string, code: string, below: string): boolean {
  const reads = readers[language];
  // A title may repeat the line that it stands above.
  return reads !== undefined && !attribute.test(code) && !below.includes(code) && reads(code, below);
}

/** `title="…"`, `{1,3}`. */
const attribute = /^[\w-]+=(?!\s)|^\{[\s\d,.-]*\}/;

const ofJson = (code: string, below: string): boolean =>
  /^(?:[{[]$|[{[]\s*["{[])/.test(code) && (isJson(`${code}\n${below}`) || (/[}\]]\s*$/.test(below) && !isJson(below)));

const ofShell = (code: string): boolean =>
  /^#(?:!\/| \w)|^(?:export )?[A-Z_]+=["$]|^set -\w|^echo ["'$]|^if \[|^for \w+ in .*;/.test(code) ||
  (runsProgram(code) && /[ "]-{1,2}\w|[/$"@=:]|\.\w/.test(code));

const ofScript = (code: string): boolean =>
  [
    /^\/\/ \S|^import .*from ["']|^import ["']|^["']use \w+["'];?$/,
    /^(?:export |async |default )*(?:const|let|var|function|class|interface|type|enum)\s.*[=({<;]/,
    /^(?:await )?[\w.]+\(.*[({;,)]$/,
  ].some(pattern => pattern.test(code));

const ofPython = (code: string, below: string): boolean => {
  const [, module] = /^import (?:[\w.]+ as )?(\w+)$/.exec(code) ?? [];
  return module === undefined
    ? [
        /^# \w|^#!\/|^from [\w.]+ import \S|^"""/,
        /^(?:async )?def \w+\(|^class \w+(?:\(.*\))?:$|^@\w[\w.]*(?:\(.*\))?$/,
        /^\w+ = [\w.]+\(|^\w[\w.]*\(.*\)$/,
      ].some(pattern => pattern.test(code))
    : new RegExp(`\\b${module}\\.`).test(below);
};

const readers: Readonly<Record<string, (code: string, below: string) => boolean>> = {
  json: ofJson,
  bash: ofShell,
  sh: ofShell,
  shell: ofShell,
  typescript: ofScript,
  javascript: ofScript,
  ts: ofScript,
  js: ofScript,
  tsx: ofScript,
  jsx: ofScript,
  python: ofPython,
  py: ofPython,
};
