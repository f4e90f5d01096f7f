// The rehearsal: each of its keys is answered, and it types where people do.
import { strict as assert } from 'node:assert';
import { rehearse } from '../../server/src/lsp/rehearsal';
import { samples } from '../../server/src/lsp/rehearsal-text';
import { lint } from '../../server/src/rules/lint';
import { fixture } from '../support/fixture';

suite('rehearsal', () => {
  test('every key is answered, and nobody is kept waiting between two', async () => {
    const tick = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
    let rests = 0;
    await rehearse({ home: undefined, pages: undefined, tick }, () => {
      rests++;
      return tick();
    });
    assert.ok(rests > 600, String(rests));
  });

  test('letters are typed into words of the body, of a value and of a list', () => {
    const inFront = new Set<boolean>();
    for (const { text, places } of samples()) {
      const lines = text.split('\n');
      const end = lines.indexOf('---', 1);
      for (const { line, character } of places) {
        assert.match(lines[line]!.slice(0, character), /[a-z]{2}$/);
        assert.match(lines[line]!.slice(character), /^(?:[.,;]? |[.,]?$)/);
        inFront.add(line < end);
      }
    }
    assert.deepEqual(inFront, new Set([true, false]));
  });

  test('the sample is an agent that loads, and holds what agents hold', () => {
    const [agent, skill] = samples();
    const { document, workspace } = fixture([agent, skill].map(({ path, text }) => `-- ${path} --\n${text}`).join(''));
    assert.equal(workspace.verdict(document)?.listed, true);
    const found = lint(document, workspace);
    assert.ok(found.some(({ rule }) => rule.id === 'unknown-skill'));
    assert.ok(!found.some(({ severity }) => severity === 'error'));
    const contents = document.body!.sections.map(({ content }) => content);
    for (const kind of ['headings', 'fences', 'codes', 'links', 'tables'] as const)
      assert.ok(
        contents.some(content => content[kind].length > 0),
        kind,
      );
  });
});
