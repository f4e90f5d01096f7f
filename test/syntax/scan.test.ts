// The body scanner: what it finds in small texts, that it agrees with lezer, and that an edit costs only its section.
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { GFM, parser, type BlockContext, type Line, type MarkdownConfig } from '@lezer/markdown';
import type { SyntaxNode } from '@lezer/common';
import type { Body, SectionContent } from '../../server/src/syntax/body';
import { rescanBody, scanBody } from '../../server/src/syntax/scan';
import type { Span } from '../../server/src/syntax/span';

suite('body scanner', () => {
  suite('sections', () => {
    const sections = (text: string) => scanBody(text, 0).sections.map(s => text.slice(s.start, s.end));

    test('begin at each # heading of column 0', () => {
      assert.deepEqual(sections('a\n# b\nc\n### d\n'), ['a\n', '# b\nc\n', '### d\n']);
    });
    test('the first is what stands before the first heading, even nothing', () => {
      assert.deepEqual(sections('# a\n'), ['', '# a\n']);
      assert.deepEqual(sections(''), ['']);
    });
    test('are not cut in fences, HTML and comments', () => {
      assert.deepEqual(sections('```\n# a\n```\n'), ['```\n# a\n```\n']);
      assert.deepEqual(sections('<!--\n# a\n-->\n'), ['<!--\n# a\n-->\n']);
      assert.deepEqual(sections('<div>\n# a\n\n# b'), ['<div>\n# a\n\n', '# b']);
    });
    test('are cut where a quote or item with an open fence ends', () => {
      assert.deepEqual(sections('> ```\n# a'), ['> ```\n', '# a']);
      assert.deepEqual(sections('- ```\n# a'), ['- ```\n', '# a']);
    });
    test('are not cut at indented, underlined or inner headings', () => {
      assert.equal(sections(' # a\n\nb\n===\n\n- # c\n\n> # d\n\n#e\n').length, 1);
    });
    test('begin after the front matter', () => {
      const body = scanBody('---\na: b\n---\nc\n# d', 13);
      assert.deepEqual(body.span, { start: 13, end: 18 });
      // prettier-ignore
      assert.deepEqual(body.sections.map(s => [s.start, s.end]), [[13, 15], [15, 18]]);
      assert.deepEqual(body.sections[1]?.content.headings[0]?.span, { start: 2, end: 3 });
    });
  });

  suite('finds', () => {
    test('fences', () => {
      assert.deepEqual(fences('```ts title\na\n```\nb'), ['ts title|a\n|closed']);
      assert.deepEqual(fences('~~~\n```\n~~~~\n'), ['|```\n|closed']);
      assert.deepEqual(fences('````\n```\n````'), ['|```\n|closed']);
      assert.deepEqual(fences('```\na\n    ```\n``` x\n'), ['|a\n    ```\n``` x\n|open']);
      assert.deepEqual(fences('```'), ['||open']);
    });
    test('fences in quotes and items, which end with them', () => {
      assert.deepEqual(fences('- ```\n  a\n  ```\n'), ['|  a\n|closed']);
      assert.deepEqual(fences('- ```\n  a\nb\n```\nc'), ['|  a|open', '|c|open']);
      assert.deepEqual(fences('> ```\n> a\nb'), ['|> a|open']);
    });
    test('no fence in a line of code or in indented code', () => {
      assert.deepEqual(fences('```a``` b\n'), []);
      assert.deepEqual(fences('    ```\n'), []);
    });
    test('fences behind a line that holds only a custom tag', () => {
      assert.deepEqual(fences('<step name="x">\n```sh\nls\n```\n</step>\n'), ['sh|ls\n|closed']);
      assert.deepEqual(fences('<div>\n```sh\nls\n```\n</div>\n'), []);
    });
    test('inline code', () => {
      assert.deepEqual(codes('`a` ``b ` c`` `d'), ['a', 'b ` c']);
      assert.deepEqual(codes('\\`a `b\\` c`'), ['b\\']);
      assert.deepEqual(codes('`a\nb` `c\n\nd`'), ['a\nb']);
      assert.deepEqual(codes('# `a`\n`b`\n===\n- `c`\n> `d`\n'), ['a', 'b', 'c', 'd']);
      assert.deepEqual(codes('<a title="`"> `b` <!-- ` --> `c`'), ['b', 'c']);
      assert.deepEqual(codes('> `a\n> b`'), ['a\n> b']);
    });
    test('headings', () => {
      assert.deepEqual(headings('# a #\n##  b\n####### c\n#d\n> ### e\n'), ['1 a', '2 b', '3 e']);
      assert.deepEqual(headings('a\nb\n===\nc\n---\n\n---\n'), ['1 a\nb', '2 c']);
      assert.deepEqual(headings('#'), ['1 ']);
    });
    test('links and pictures', () => {
      assert.deepEqual(links('[a](b) ![c](<d e> "t") [f]() [g][h] [i](j k)'), ['a→b', '!c→d e', 'f→']);
      assert.deepEqual(links('[![a](b)](c(d)) `[e](f)` \\[g](h)'), ['![a](b)→c(d)', '!a→b']);
      assert.deepEqual(links('[a [b](c) d](e)'), ['b→c']);
    });
    test('tables', () => {
      assert.deepEqual(tables('| a | b \\| c |\n|---|:-:|\n| `d` | |\n| e\n\nf | g'), ['a,b \\| c;`d`,;e']);
      assert.deepEqual(tables('x\na | b\n-|-\n c | d\n---\n'), ['a,b;c,d']);
      assert.deepEqual(tables('a | b\n---\n'), []);
      assert.deepEqual(codes('| `a | b` |\n|--|--|\n| `c` | `d` |'), ['c', 'd']);
      assert.deepEqual(tables('> a | b\n> --|--\n> c | d'), ['a,b;c,d']);
    });
    test('comments', () => {
      assert.deepEqual(comments('a <!-- b --> c\n<!-- d\n\n# e --> f <!-- g -->\nh <!-- i'), [
        '<!-- b -->',
        '<!-- d\n\n# e -->',
        '<!-- g -->',
      ]);
      assert.deepEqual(comments('<!-- a\n# b\n'), ['<!-- a\n# b\n']);
      assert.deepEqual(comments('`<!-- a -->` <!-->'), ['<!-->']);
    });
    test('nothing in reference definitions', () => {
      assert.deepEqual(codes('[a]: b "`c`"\n`d`'), ['d']);
    });
  });

  test('line breaks of either kind give the same', () => {
    fc.assert(
      fc.property(markdown, text => {
        const windows = text.replaceAll('\n', '\r\n');
        const moved = (at: number) => at + text.slice(0, at).split('\n').length - 1;
        // Offsets that are at the end of a line or inside it move by the number of lines before.
        const expected = mapSpans(scanBody(text, 0), moved);
        assert.deepEqual(
          mapSpans(scanBody(windows, 0), at => at),
          expected,
        );
      }),
    );
  });

  test('any text gives a body that covers it', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, anyText), fc.nat(20), (text, start) => {
        assertWhole(text, scanBody(text, Math.min(start, text.length)));
      }),
    );
  });

  for (const [name, unit] of Object.entries({
    'one word': 'a',
    'backtick runs': '`` ` ``` a ',
    brackets: '[![',
    'link starts': '[a](b"(',
    'comment starts': '<!-- ',
    tags: '<a b="\' c=\'" ',
    quotes: '>',
    items: '- ',
    'open items': '- a\n ',
    addresses: 'www.a_b.',
    'bracketed addresses': '[https://a.b/',
    'closing brackets': '[]](',
    NUL: '\0\ud800',
    'open definitions': '[a]: b "c\n',
    pipes: '|-|\n',
  })) {
    test(`a megabyte of ${name} is read`, () => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      assertWhole(text, scanBody(text, 0));
    });
  }

  test('an edit keeps all sections but its own', () => {
    const text = '# a\n`x`\n# b\ny\n# c\nz\n';
    const before = scanBody(text, 0);
    const after = rescanBody(text.replace('y', 'y `v`'), 0, { text, body: before });
    const kept = after.sections.map((s, i) => s.content === before.sections[i]?.content);
    assert.deepEqual(kept, [true, true, false, true]);
    assert.deepEqual(after.sections[3]?.start, before.sections[3]!.start + 4);
  });

  test('a fence opened above takes the sections below in', () => {
    const text = '# a\n# b\n```\n# c\n```\n# d\n';
    const body = scanBody(text, 0);
    const edited = text.replace('# b', '```\n# b');
    assert.deepEqual(rescanBody(edited, 0, { text, body }), scanBody(edited, 0));
  });

  test('after any edits reading again gives what reading afresh gives', () => {
    fc.assert(
      fc.property(markdown, fc.array(edit, { minLength: 1, maxLength: 8 }), fc.nat(9), (first, edits, start) => {
        let text = first;
        let at = Math.min(start, text.length);
        let body = scanBody(text, at);
        for (const { from, length, put, move } of edits) {
          const begin = Math.floor(from * text.length);
          const edited = text.slice(0, begin) + put + text.slice(begin + length);
          const next = Math.max(0, Math.min(edited.length, begin < at ? at + move : at));
          const again = rescanBody(edited, next, { text, body });
          assert.deepEqual(again, scanBody(edited, next));
          if (begin >= at) assertKept(text, body, edited, again, begin, length);
          text = edited;
          at = next;
          body = again;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('agrees with lezer on Markdown of all kinds', () => {
    fc.assert(
      fc.property(markdown, text => {
        fc.pre(!lezerErrs.some(pattern => pattern.test(text)));
        assert.deepEqual(ours(text), lezers(text));
      }),
      { numRuns: Number(process.env.AGENTWRIGHT_RUNS ?? 500) },
    );
  });

  test('agrees with lezer on real files', function () {
    const corpus = join(process.cwd(), '../shared/corpus');
    if (!existsSync(corpus)) this.skip();
    this.timeout(120_000);
    const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(name => /\.mdc?$/.test(name));
    const step = process.env.AGENTWRIGHT_FULL ? 1 : 10;
    for (const name of names.sort().filter((_, i) => i % step === 0)) {
      const text = readFileSync(join(corpus, name), 'utf8').replace(/\r\n/g, '\n');
      const front = /^\ufeff?---\n[^]*?\n---[ \t]*\n/.exec(text)?.[0].length ?? 0;
      // Lezer refuses a delimiter row with a blank at its end, which GFM takes.
      const body = text.slice(front).replace(/^(\|[-:| ]+\|)[ \t]+$/gm, '$1');
      assert.deepEqual(ours(body), lezers(body), name);
    }
  });
});

// What is found in a text, for the eye.

const flat = (text: string, show: (content: SectionContent, part: (span: Span) => string) => string[]) =>
  scanBody(text, 0).sections.flatMap(s =>
    show(s.content, span => text.slice(s.start + span.start, s.start + span.end)),
  );
const fences = (text: string) =>
  flat(text, (content, part) =>
    content.fences.map(f => `${part(f.info)}|${part(f.span)}|${f.closed ? 'closed' : 'open'}`),
  );
const codes = (text: string) => flat(text, (content, part) => content.codes.map(code => part(code.span)));
const headings = (text: string) =>
  flat(text, (content, part) => content.headings.map(h => `${h.level} ${part(h.span)}`));
const links = (text: string) =>
  flat(text, (content, part) => content.links.map(l => `${l.image ? '!' : ''}${part(l.text)}→${part(l.target)}`));
const tables = (text: string) =>
  flat(text, (content, part) => content.tables.map(t => [t.header, ...t.rows].map(row => row.map(part)).join(';')));
const comments = (text: string) => flat(text, (content, part) => content.comments.map(part));

/** The body with every offset made absolute and mapped. */
function mapSpans(body: Body, map: (at: number) => number): unknown {
  const absolute = (value: unknown, by: number): unknown => {
    if (Array.isArray(value)) return value.map(item => absolute(item, by));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) =>
        key === 'start' || key === 'end' ? [key, map((item as number) + by)] : [key, absolute(item, by)],
      ),
    );
  };
  return body.sections.map(({ start, content: { length, ...content } }) => [
    map(start),
    map(start + length),
    absolute(content, start),
  ]);
}

/** The sections stand side by side, and every span in them lies inside. */
function assertWhole(text: string, body: Body): void {
  let at = body.span.start;
  assert.equal(body.span.end, text.length);
  for (const { start, end, content } of body.sections) {
    assert.equal(start, at);
    assert.equal(end, start + content.length);
    at = end;
    const outers = [content.headings, content.fences, content.codes, content.links, content.tables].flat();
    for (const { start, end } of [...outers.map(({ outer }) => outer), ...content.comments]) {
      assert.ok(0 <= start && start < end && end <= content.length);
    }
  }
  assert.equal(at, text.length);
}

/** Sections wholly before the edit stay, as objects; so do those behind it that are still sections. */
function assertKept(text: string, body: Body, edited: string, again: Body, from: number, length: number): void {
  for (const [i, { end, content }] of body.sections.entries()) {
    // The heading behind a section must stay a heading: it is read up to eight characters further.
    if (end + 8 < from && end < text.length) assert.equal(again.sections[i]?.content, content);
  }
  // Where texts are alike, the object can be that of another section of before.
  const contents = new Set(body.sections.map(({ content }) => content));
  const by = edited.length - text.length;
  for (const { start } of body.sections.slice(1)) {
    const same = again.sections.slice(1).find(s => s.start === start + by);
    if (same && start >= from + length && same.start >= from) assert.ok(contents.has(same.content));
  }
}

// Markdown of all kinds, in lines that like to meet.

// prettier-ignore
const word = fc.constantFrom(
  'a', 'b c', '`x`', '`', '``', '`` ` ``', '\\', '\\`', '[a](b)', '[', ']', '](c)', '![i](j)', '(', ')', '|', '\\|',
  '<!-- c -->', '<!--', '-->', '<b title="`">', '<', '>', '<https://a.b/`>', 'https://a.b/`c`', '*', '_', '#',
  '[r]', '[r][s]', '<d e', '"', ':', '[ ]', '&amp;', 'www.a.bc/d)`', '[e](<f g> "h")', '[](u', '!', '~~',
);
const inline = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .chain(words => fc.constantFrom('', ' ').map(gap => words.join(gap)));
const line = fc.oneof(
  { weight: 5, arbitrary: inline },
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('```', '````', '~~~', '```js', '``` x', '---', '***', '===', '- - -', '    code', '\tcode'),
  fc.constantFrom('<div>', '</div>', '<step name="x">', '</step>', '<pre>', '</pre>', '<!--', '-->', '<?x', '?>'),
  fc.constantFrom('| a | b |', '|---|---|', 'a | `b', '--|--', '| c |', '|:-|', '[a]: b', '[a]: b "c"', '[a]:'),
  fc.tuple(fc.constantFrom('# ', '## ', '###### ', '#', '####### '), inline).map(parts => parts.join('')),
);
const prefix = fc.constantFrom(
  ...['', '', '', '', '- ', '  ', '    ', '1. ', '2) ', '> ', '>', '* ', '+ ', ' ', '   ', '\t'],
);
const markdown = fc
  .array(fc.tuple(prefix, prefix, line), { maxLength: 14 })
  .map(lines => lines.map(parts => parts.join('')).join('\n'));
const anyText = fc.array(fc.nat(0xffff)).map(units => String.fromCharCode(...units));
const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(30)),
  put: fc.oneof(markdown, fc.constantFrom('', '\n', '`', '#', '```\n', '# a\n', '\n# a\n', '<!--', '-->', ' ')),
  move: fc.integer({ min: -3, max: 5 }),
});

/** Where lezer leaves CommonMark or GFM and the scanner does not follow. */
const lezerErrs: readonly RegExp[] = [
  // A blank line ends an item that began empty, whatever else stands in it by then.
  /(?:^|[\s>])(?:[-+*]|\d[.)])[ \t>]*\n[^]*?(?<=\n)[ \t>]*(?:\n|$)/,
  // So it does to one with a tab in its line.
  /(?:[-+*]|\d[.)]) *\t|\t *(?:[-+*]|\d[.)])\s/,
  // A blank line of a quote does not end the HTML in it.
  />.*<\/?div/,
  // Blanks behind a mark are code, to which a line belongs that is indented less.
  /[->+*.)](?: {4,}|[ \t]*\t[ \t]*)\n/,
  // A row of `=`, or one `-`, makes a heading of a table.
  /\|[^]*\n[ \t>]*(?:=+|-)[ \t]*(?:\n|$)/,
  // An address in angle brackets holds no `<`.
  /<\w[^\s>]*:[^\s>]*</,
  // A title in parentheses holds no parenthesis.
  /\][:(][^]*[\s>]\([^)]*\(/,
];

// The same things from both, as text that shows the difference.

function ours(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = { fences: [], codes: [], headings: [], links: [], tables: [], comments: [] };
  for (const { start, content } of scanBody(text, 0).sections) {
    const at = (span: Span) => `${span.start + start}-${span.end + start}`;
    const filled = (row: readonly Span[]) => row.filter(cell => cell.start < cell.end);
    const cells = (row: readonly Span[]) => filled(row).map(at).join(' ');
    found.fences!.push(
      ...content.fences.map(f => `${at(f.outer)} ${f.info.start < f.info.end ? at(f.info) : ''} ${f.closed}`),
    );
    found.codes!.push(...content.codes.map(code => `${at(code.outer)} ${at(code.span)}`));
    found.headings!.push(...content.headings.map(h => `${at(h.outer)} ${h.level}`));
    found.links!.push(
      ...content.links.map(
        l => `${at(l.outer)} ${at(l.text)} ${text.slice(start + l.target.start, start + l.target.end)}`,
      ),
    );
    found.tables!.push(...content.tables.map(t => `${at(t.outer)}: ${[t.header, ...t.rows].map(cells).join(' | ')}`));
    found.comments!.push(...content.comments.map(at));
  }
  return found;
}

function lezers(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = { fences: [], codes: [], headings: [], links: [], tables: [], comments: [] };
  const at = ({ from, to }: { from: number; to: number }) => `${from}-${to}`;
  const visit = (node: SyntaxNode) => {
    const marks = node.getChildren(node.name === 'Link' || node.name === 'Image' ? 'LinkMark' : 'CodeMark');
    const level = /Heading(\d)/.exec(node.name)?.[1];
    if (level) found.headings!.push(`${at(node)} ${level}`);
    if (node.name === 'FencedCode') {
      const info = node.getChild('CodeInfo');
      found.fences!.push(`${at(node)} ${info ? at(info) : ''} ${marks.length > 1}`);
    }
    if (node.name === 'InlineCode') found.codes!.push(`${at(node)} ${marks[0]!.to}-${marks[1]!.from}`);
    if ((node.name === 'Link' || node.name === 'Image') && marks.length === 4) {
      const url = node.getChildren('URL').find(({ from }) => from >= marks[2]!.to);
      const target = url ? text.slice(url.from, url.to).replace(/^<([^]*)>$/, '$1') : '';
      found.links!.push(`${at(node)} ${marks[0]!.to}-${marks[1]!.from} ${target}`);
    }
    if (node.name === 'Table') {
      const rows = [node.getChild('TableHeader')!, ...node.getChildren('TableRow')];
      found.tables!.push(`${at(node)}: ${rows.map(r => r.getChildren('TableCell').map(at).join(' ')).join(' | ')}`);
    }
    if (node.name === 'Comment') found.comments!.push(at(node));
    if (node.name === 'CommentBlock') {
      const inner = text.slice(node.from, node.to);
      for (const {
        index,
        0: { length },
      } of inner.matchAll(/<!--(?:-?>|[^]*?-->)|^<!--[^]*/g)) {
        // prettier-ignore
        found.comments!.push(at({ from: node.from + index, to: node.from + index + length }));
      }
    }
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
  };
  visit(lezer.parse(text).topNode);
  return found;
}

interface BlockParsers {
  readonly blockNames: readonly string[];
  readonly blockParsers: readonly ((cx: BlockContext, line: Line) => boolean | null)[];
}

/** The start of every HTML block but a line of one tag. */
const htmlBlock = new RegExp(
  '^<(?:[!?]|(?:script|pre|style|textarea)(?:[\\s>]|$)|/?(?:address|article|aside|base|basefont|blockquote|body|' +
    'caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|' +
    'frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|' +
    'param|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\\s|/?>|$))',
  'i',
);

/** Lezer with two exceptions: a line of one custom tag is text, and `---` after a table is a rule, as in GFM. */
const exceptions: MarkdownConfig = {
  parseBlock: [
    {
      name: 'HTMLBlock',
      parse(cx, line) {
        const { blockNames, blockParsers } = parser as unknown as BlockParsers;
        const rest = line.text.slice(line.pos);
        return htmlBlock.test(rest) && blockParsers[blockNames.indexOf('HTMLBlock')]!(cx, line);
      },
    },
    {
      name: 'RuleAfterTable',
      endLeaf: (_, line, leaf) =>
        /^-{3,}\s*$/.test(line.text.slice(line.pos)) &&
        leaf.parsers.some(part => 'rows' in part && Array.isArray(part.rows)),
    },
  ],
};
const lezer = parser.configure([GFM, exceptions]);
