// Every rule's examples: reported exactly where marked, and the fix gives the good text.
import { strict as assert } from 'node:assert';
import { rules } from '../../server/src/rules/index';
import { render, type Edit } from '../../server/src/rules/rule';
import { lint } from '../../server/src/rules/lint';
import { applyEdits, fixture, openAll } from '../support/fixture';

suite('rule examples', () => {
  for (const rule of rules) {
    test(`${rule.id} has examples`, () => assert.ok(rule.examples.length > 0));
    for (const [index, { bad, good }] of rule.examples.entries()) {
      test(`${rule.id}, example ${index + 1}`, () => {
        const before = fixture(bad);
        const edits: Edit[] = [];
        for (const [uri] of before.files) {
          const document = before.workspace.document(uri);
          const found = document ? lint(document, before.workspace, [rule]) : [];
          const places = found.map(d => ({ start: d.span.start, end: d.span.end }));
          const said = found.map(d => render(d.message)).join('\n');
          assert.deepEqual(places, before.marks.get(uri) ?? [], `${uri}\n${said}`);
          for (const finding of found) {
            const fixes = finding.fixes?.() ?? [];
            assert.ok(fixes.filter(fix => fix.preferred).length <= 1, 'at most one preferred fix');
            edits.push(...((fixes.find(fix => fix.preferred) ?? fixes[0])?.edits ?? []));
          }
        }
        if (good === undefined) return;
        const wanted = fixture(good);
        assert.deepEqual(Object.fromEntries(applyEdits(before.files, edits)), Object.fromEntries(wanted.files));
        const after = openAll(wanted.files);
        for (const [uri] of wanted.files) {
          const document = after.document(uri);
          const left = document ? lint(document, after, [rule]) : [];
          assert.deepEqual(
            left.map(d => render(d.message)),
            [],
            'the good text is clean',
          );
        }
      });
    }
  }
});
