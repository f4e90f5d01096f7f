// The body scanner: what it finds in small texts, and that an edit costs only its section.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Body, SectionContent } from '../../server/src/syntax/body';
import { rescanBody, scanBody } from '../../server/src/syntax/scan';
import type { Span } from '../../server/src/syntax/span';
import { markdown } from '../support/markdown';

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

  test('after a letter in a word, too', () => {
    const letter = fc.record({
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      put: fc.constantFrom('x', 'a', ''),
      gone: fc.nat(2),
    });
    fc.assert(
      fc.property(markdown, fc.array(letter, { minLength: 1, maxLength: 8 }), (first, letters) => {
        let text = first.replace(/\b[ab]\b/g, 'word');
        let body = scanBody(text, 0);
        for (const { from, put, gone } of letters) {
          const words = [...text.matchAll(/[A-Za-z]+/g)];
          const word = words[Math.floor(from * words.length)];
          if (!word) continue;
          const at = word.index + Math.min(1, word[0].length);
          const edited = text.slice(0, at) + put + text.slice(at + Math.min(gone, word[0].length - 1));
          const again = rescanBody(edited, 0, { text, body });
          assert.deepEqual(again, scanBody(edited, 0), edited);
          text = edited;
          body = again;
        }
      }),
      { numRuns: 3000 },
    );
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

const anyText = fc.array(fc.nat(0xffff)).map(units => String.fromCharCode(...units));
const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(30)),
  put: fc.oneof(markdown, fc.constantFrom('', '\n', '`', '#', '```\n', '# a\n', '\n# a\n', '<!--', '-->', ' ')),
  move: fc.integer({ min: -3, max: 5 }),
});
