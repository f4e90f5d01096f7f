// The body scanner finds what another reader of Markdown finds.
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { GFM, parser, type BlockContext, type Line, type MarkdownConfig } from '@lezer/markdown';
import type { SyntaxNode } from '@lezer/common';
import { scanBody } from '../../server/src/syntax/scan';
import type { Span } from '../../server/src/syntax/span';
import { markdown } from '../support/markdown';

suite('body scanner', () => {
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
