// Formatting any front matter whatever: every reader gets the same, no comment is lost, and a second time nothing is done.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { formattedText } from '../../server/src/features/format/format';
import { parse } from '../../server/src/syntax/parse';
import { file, fixture } from '../support/fixture';
import { readings } from '../support/readers';

/** A line that may belong to anything. */
const word = fc.constantFrom(
  'Read',
  'a b',
  'Use: this',
  '# no',
  "it's",
  '"so"',
  'yes',
  '1.0',
  '2024-01-01',
  '*',
  '- x',
  '[a]',
  'é😀',
  '~',
  'a\\n',
  '',
);
const texts = fc.array(word, { minLength: 1, maxLength: 3 });
const blanks = fc.constantFrom('', ' ', '  ', '\t');
const quoted = (text: string): string => JSON.stringify(text);
const value = fc.oneof(
  fc.tuple(blanks, word, blanks).map(parts => ` ${parts.join('')}`),
  word.map(text => ` ${quoted(text)}`),
  word.map(text => `  '${text.replaceAll("'", "''")}'`),
  fc
    .tuple(fc.constantFrom('|', '>', '>-', '|-', '|+', '>+', '>2', '>- # c'), texts, blanks)
    .map(([head, lines, end]) => ` ${head}\n${lines.map(line => `  ${line}${end}`).join('\n\n')}`),
  texts.map(lines => ` ${lines.join('\n  ')}`),
  texts.map(lines => ` "${lines.join('\n  ').replaceAll('"', '')}"`),
  fc
    .tuple(fc.constantFrom('', '  ', '    ', ' '), texts, blanks)
    .map(([indent, items, end]) => `${end}\n${items.map(item => `${indent}- ${end}${quoted(item)}${end}`).join('\n')}`),
  fc.tuple(blanks, texts).map(([gap, items]) => ` [${gap}${items.map(quoted).join(`${gap},${gap}`)}${gap}]`),
  texts.map(lines => `\n${lines.map((line, at) => `  k${at}: ${quoted(line)} # c`).join('\n')}`),
  fc.constantFrom('', ' &a x', ' *a', ' !!str 1', ' ---', ' # none'),
);
const key = fc.constantFrom(
  'name',
  'description',
  'when_to_use',
  'tools',
  'model',
  'color',
  'skills',
  'owner',
  'hooks',
  '"x y"',
  'emoji',
);
const gap = fc.constantFrom(
  '',
  '',
  '',
  '\n',
  '# above\n',
  ' # in\n',
  '\n# apart\n\n',
  ' \t\n',
  '# agentwright-disable\n',
);
const entry = fc
  .tuple(gap, key, blanks, value)
  .map(([above, name, before, said]) => `${above}${name}${before === '\t' ? '' : before}:${said}\n`);
const frontMatter = fc
  .tuple(fc.array(entry, { minLength: 1, maxLength: 6 }), gap, fc.boolean(), fc.boolean())
  .map(([entries, tail, crlf, mark]) => {
    const text = `---\n${entries.join('')}${tail}---\n\nBody: \t\n---\n`;
    return (mark ? '\uFEFF' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text);
  });

suite('format: by property', () => {
  test('every reader gets the same, no comment is lost, and twice is once', () => {
    let changed = 0;
    fc.assert(
      fc.property(frontMatter, fc.constantFrom('keep', 'block', 'flow'), (text, lists) => {
        const beside = file('agentwright.json', `{ "format": { "lists": "${lists}" } }`);
        const { workspace, document, uri } = fixture(`${file('.claude/agents/a.md', text)}\n${beside}`);
        const before = document.text;
        const after = formattedText(workspace, document);
        if (after === before) return;
        changed++;
        assert.deepEqual(readings(after), readings(before));
        assert.deepEqual(commentsOf(after), commentsOf(before));
        assert.equal(formattedText(workspace, parse(uri, 'markdown', after)), after);
      }),
      { numRuns: 1500 },
    );
    assert.ok(changed > 150, `${changed} of them are changed`);
  });

  test('nothing makes it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const { workspace, document } = fixture(file('.claude/agents/a.md', `---\n${text}\n---\n`));
        formattedText(workspace, document, 'organize');
      }),
      { numRuns: 500 },
    );
  });
});

const commentsOf = (text: string): string[] =>
  (text.match(/# (?:above|in|apart|c|none|agentwright-disable)$/gm) ?? []).sort();
