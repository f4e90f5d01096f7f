// Texts that are wrong as a whole: one finding, and none of what follows from it.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { parse } from '../../server/src/syntax/parse';
import { fixture } from '../support/fixture';

const agent = '---\nname: a\ndescription: Works.\ntools: [Raed]\n---\n\nWork.\n';

/** As text that is decoded as UTF-8 comes in. */
const asUtf16 = (text: string): string => `\uFFFD\uFFFD${[...text].map(each => `${each}\0`).join('')}`;

suite('a text that is wrong as a whole', () => {
  for (const [what, text, rule, severity] of [
    ['UTF-16', asUtf16(agent), 'invisible-character', 'error'],
    ['lines that are two', agent.replaceAll('\n', '\r\r\n'), 'doubled-line-ends', 'warning'],
  ] as const) {
    test(what, () => {
      const { workspace } = fixture('');
      const uri = 'file:///w/.claude/agents/a.md';
      workspace.apply([{ uri, text, open: true }]);
      const found = lint(workspace.document(uri)!, workspace);
      assert.deepEqual(
        found.map(each => [each.rule.id, each.severity]),
        [[rule, severity]],
      );
      const [fix] = found[0]!.fixes?.() ?? [];
      const edits = fix?.edits.flatMap(edit => ('span' in edit ? [edit] : [])) ?? [];
      const mended = edits.reduceRight(
        (all, edit) => all.slice(0, edit.span.start) + edit.text + all.slice(edit.span.end),
        text,
      );
      assert.equal(mended.replaceAll('\r\n', '\n'), agent);
      assert.deepEqual(parse(uri, 'markdown', mended).problems, []);
    });
  }
});
