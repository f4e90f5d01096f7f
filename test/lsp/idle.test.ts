// What is said of a file among others stays in its place while somebody types, and is asked anew in a pause.
import { strict as assert } from 'node:assert';
import { AmongOthers } from '../../server/src/lsp/idle';
import { agent, file, fixture } from '../support/fixture';

const few = file('agentwright.json', '{ "conventions": { "share": 0.7, "files": 3 } }');
const others = ['b', 'c', 'd'].map(name => agent(name, 'tools: [Read]\nmodel: opus')).join('');

suite('among others', () => {
  test('a finding moves with its text, goes where that is typed in, and comes back when somebody asks', () => {
    const { workspace, document, uri } = fixture(agent('a', 'tools: Read, Grep\nmodel: opus') + others + few);
    const among = new AmongOthers();
    const typed = (from: string, to: string) => {
      workspace.apply([{ uri, text: workspace.document(uri)!.text.replace(from, to), open: true }]);
      return workspace.document(uri)!;
    };
    const said = (now = workspace.document(uri)!): string[] =>
      among.with([], now).map(({ span }) => now.text.slice(span.start, span.end));
    assert.deepEqual(said(), [], 'nobody has asked');
    assert.equal(among.ask(document, workspace), true);
    assert.equal(among.ask(document, workspace), false);
    assert.deepEqual(said(), ['Read, Grep']);
    assert.deepEqual(said(typed('\nWork.', '\nWork.\n\nMore.')), ['Read, Grep']);
    assert.deepEqual(said(typed('name: a', 'name: another')), ['Read, Grep']);
    assert.deepEqual(said(typed('model: opus', 'model: haiku')), ['Read, Grep']);
    assert.deepEqual(said(typed('Grep', 'Glob')), []);
    assert.equal(among.ask(workspace.document(uri)!, workspace), true);
    assert.deepEqual(said(), ['Read, Glob']);
    assert.deepEqual(said(typed('---\nname', 'name')), [], 'where the front matter is broken nothing has a place');
    among.close(uri);
    assert.deepEqual(said(), []);
  });
});
