// What a rule needs: no text that holds a mark is passed over, and most that hold none are.
import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { rules } from '../../server/src/rules/index';
import { lint } from '../../server/src/rules/lint';
import { anyMeets, anyOf } from '../../server/src/rules/needs';
import { sectionAt } from '../../server/src/rules/prose';
import { parse } from '../../server/src/syntax/parse';
import { fixture } from '../support/fixture';

const body = (text: string): ReturnType<typeof parse> =>
  parse('file:///a.md', 'markdown', `---\nname: a\n---\n${text}`);

suite('needs', () => {
  test('a text that holds a mark meets it, wherever it stands', () => {
    const mark = fc.string({ unit: 'binary', minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), mark, fc.string({ unit: 'binary' }), (before, held, behind) => {
        const document = body(before + held + behind);
        // A line break may end the front matter in another place, and a heading begins another section.
        if (document.body?.sections.some(({ start, end }) => document.text.slice(start, end).includes(held)))
          assert.ok(anyMeets(anyOf('§§', held), document), JSON.stringify(before + held + behind));
      }),
    );
  });

  test('a text that holds none does not', () => {
    const document = body('# Plain\n\nRead the text (all of it), then write.\n\n- One\n- Two\n');
    for (const mark of ['`', '|', '[', '](', '***', '**', '# #', '- -', 'mcp_', '…', '&', 'a(', '})'])
      assert.ok(!anyMeets(anyOf(mark), document), mark);
  });

  for (const rule of rules.filter(({ needs }) => needs)) {
    test(`${rule.id} finds nothing in a section without what it needs`, () => {
      let found = 0;
      for (const { bad } of rule.examples) {
        const { files, workspace } = fixture(bad);
        for (const [uri] of files) {
          const document = workspace.document(uri);
          for (const { span } of document ? lint(document, workspace, [rule]) : []) {
            const section = sectionAt(document!, Math.min(span.start, document!.text.length - 1));
            const text = document!.text.slice(section?.start, section?.end);
            assert.ok(
              rule.needs!.marks.some(mark => text.includes(mark)),
              text,
            );
            found++;
          }
        }
      }
      assert.ok(found > 0);
    });
  }
});
