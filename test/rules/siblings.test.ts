// What nearly all siblings have: what their closed files say is written, and nothing else of a file changes.
import { strict as assert } from 'node:assert';
import { lint, lintAlone, lintAmong } from '../../server/src/rules/lint';
import { render, type Fix } from '../../server/src/rules/rule';
import { Workspace } from '../../server/src/workspace/workspace';
import { agent, applyEdits, file, fixture, root, skill } from '../support/fixture';

const few = '{ "conventions": { "share": 0.7, "files": 3 }, "rules": { "unusual-section": "information" } }';
const a = `${root}/.claude/agents/a.md`;

/** Of a repository in which `a` alone is open, and of which a host reads the rest: the findings, their fixes, and what becomes of `a`. */
function ask(source: string) {
  const { files } = fixture(source + file('agentwright.json', few));
  const workspace = new Workspace();
  workspace.setRoots([root]);
  workspace.apply([...files].map(([uri, text]) => ({ uri, text, open: uri === a })));
  const document = workspace.document(a)!;
  const read = (uri: string) => workspace.document(uri) ?? workspace.read(uri, files.get(uri)!);
  const found = lintAmong(document, workspace);
  const fixes = found.flatMap(each => [...(each.fixes?.(read) ?? [])]);
  const after = (fix: Fix): string => applyEdits(files, fix.edits).get(a)!;
  return { found, fixes, after, document, workspace, read, titles: fixes.map(({ title }) => render(title)) };
}

const others = (keys: readonly string[], bodies: readonly string[] = []): string =>
  ['b', 'c', 'd', 'e']
    .map((name, at) => agent(name, keys[at] ?? keys[0] ?? '', bodies[at] ?? bodies[0] ?? ''))
    .join('');

suite('siblings', () => {
  test('a key is written as closed files have it, behind the key that it follows there', () => {
    const { found, fixes, after } = ask(agent('a', 'color: red') + others(['model: opus\ncolor: red']));
    assert.equal(render(found[0]!.message), '4 of 5 agents here have a key `model`; this one does not.');
    assert.equal(fixes.length, 1);
    assert.equal(fixes[0]!.preferred, true);
    assert.match(after(fixes[0]!), /^---\nname: a\ndescription: [^\n]+\nmodel: opus\ncolor: red\n---\n/);
  });

  test('several keys are told of once, with a fix that writes all of them and one for each', () => {
    const { found, fixes, titles, after } = ask(
      agent('a', 'color: red') + others(['model: opus\nowner: web\ncolor: red']),
    );
    assert.deepEqual(
      found.map(({ message }) => render(message)),
      ['Nearly all of the 5 agents here have keys that this one has not: `model` (4), `owner` (4).'],
    );
    assert.deepEqual(titles, ['Add `model`, `owner`', 'Add `model: opus`', 'Add `owner: web`']);
    assert.deepEqual(fixes.map(({ preferred }) => preferred ?? false), [true, false, false]); // prettier-ignore
    assert.match(after(fixes[0]!), /\nmodel: opus\nowner: web\ncolor: red\n---\n/);
    assert.match(after(fixes[2]!), /\nowner: web\n/);
  });

  test('a key that nothing reads is first made known where most others have it too', () => {
    const titles = (source: string): string[] => {
      const { document, workspace } = ask(source);
      const [found] = lint(document, workspace).filter(({ rule }) => rule.id === 'unknown-field');
      return found!.fixes!().map(({ title }) => render(title));
    };
    const known = 'Add `owner` to the known keys in `agentwright.json`';
    assert.deepEqual(titles(agent('a', 'owner: web') + others(['owner: web'])), [known, 'Remove `owner`']);
    assert.deepEqual(titles(agent('a', 'owner: web') + others(['color: red'])), ['Remove `owner`', known]);
  });

  test('where values differ, those that come twice are offered, and where each has its own, none', () => {
    const twice = ask(agent('a') + others(['model: opus', 'model: opus', 'model: haiku', 'model: haiku']));
    assert.deepEqual(twice.titles, ['Add `model: opus`', 'Add `model: haiku`']);
    assert.ok(twice.fixes.every(({ preferred }) => !preferred));
    const own = ask(agent('a') + others(['owner: b', 'owner: c', 'owner: d', 'owner: e']));
    assert.deepEqual(own.titles, ['Add `owner:`']);
  });

  test('lists are told apart in what is offered', () => {
    const lists = ['tools:\n  - Read\n  - Grep', 'tools:\n  - Bash'].flatMap(list => [list, list]);
    const { titles } = ask(agent('a') + others(lists));
    assert.deepEqual(titles, ['Add `tools: Read, Grep`', 'Add `tools: Bash`']);
  });

  test('what is wrong with a sibling too is not copied', () => {
    const offered = (list: string): string[] => {
      const { workspace, document, read } = ask(agent('a', 'tools:') + others([`tools: ${list}`]));
      const told = lintAlone(document, workspace).find(({ rule }) => rule.id === 'no-tools');
      return [...told!.fixes!(read)].map(({ title }) => render(title));
    };
    assert.deepEqual(offered('Read'), ['Write `tools: Read`, as others here do', 'Remove `tools` and inherit all']);
    assert.deepEqual(offered('reed'), ['Remove `tools` and inherit all']);
  });

  test('a section comes before the one that it precedes elsewhere, with the line breaks of the file', () => {
    const memory = '## Memory\n\n```bash\ncat notes.md\n```\n';
    const source = agent('a', '', '# A\n\n## End\n\nStop.').replace(/^(?!--).*\n/gm, line =>
      line.replace('\n', '\r\n'),
    );
    const { fixes, after, document } = ask(source + others([], [`${memory}\n## End\n\nStop.`]));
    const written = '## Memory\r\n\r\n```bash\r\ncat notes.md\r\n```\r\n\r\n';
    assert.equal(after(fixes[0]!), document.text.replace('## End', `${written}## End`));
  });

  test('a section that is each its own is offered as the nearest has it', () => {
    const texts = ['b', 'c', 'd', 'e'].map(name => `## Memory\n\nOf ${name}.`);
    const { titles, fixes, after, document } = ask(agent('a') + others([], texts));
    assert.deepEqual(titles, ['Add the section `Memory` as `b` has it']);
    assert.equal(after(fixes[0]!), document.text.replace(/\n$/, '\n\n## Memory\n\nOf b.\n'));
  });

  test('a list becomes text and text a list, and where something would be lost there is no fix', () => {
    const { fixes, after } = ask(
      agent('a', 'tools:\n  - Read\n  - "Bash(git:*)"\nmodel: x') + others(['tools: Read, Grep\nmodel: x']),
    );
    assert.match(after(fixes[0]!), /\ntools: Read, Bash\(git:\*\)\nmodel: x\n/);
    assert.deepEqual(ask(agent('a', 'tools:\n  - Read # for now') + others(['tools: Read'])).titles, []);
  });

  test('keys come in the order of the others, each with its comments and line breaks', () => {
    const source = agent('a', 'z: 3 # enough\n\n# For now.\nowner: me\ny: 2\nx: 1').replace(/^(?!--).*\n/gm, line =>
      line.replace('\n', '\r\n'),
    );
    const { found, fixes, after } = ask(source + others(['owner: web\nx: 1\ny: 2\nz: 3']));
    assert.equal(
      render(found[0]!.message),
      '4 of 5 agents here with both keys have `z` after `y`; this one has it before. ' +
        'Tools read it the same, but people look for it where it always is.',
    );
    assert.equal(found.length, 1);
    assert.match(after(fixes[0]!), /\r\n\r\n# For now.\r\nowner: me\r\nx: 1\r\ny: 2\r\nz: 3 # enough\r\n---\n/);
    assert.equal(fixes[0]!.safe, false);
  });

  test('keys whose order others do not share, and those that stand there twice, have no usual place', () => {
    const keys = ['x: 1\ny: 1', 'x: 1\ny: 1', 'y: 1\nx: 1', 'y: 1\nx: 1'];
    assert.deepEqual(ask(agent('a', 'x: 1\ny: 1') + others(keys)).found, []);
    const twice = ask(agent('a', 'y: 1\nx: 1\ny: 2') + others(['x: 1\ny: 1']));
    assert.ok(twice.found.every(({ rule }) => rule.id !== 'unusual-order'));
  });

  test('what each pair says may not fit together: then there is no order', () => {
    const round = ['x: 1\ny: 1', 'y: 1\nz: 1', 'z: 1\nx: 1'].flatMap(keys => Array<string>(5).fill(keys));
    const files = round.map((keys, at) => agent(`n${at}`, keys)).join('');
    assert.ok(ask(agent('a', 'y: 1\nx: 1\nz: 1') + files).found.every(({ rule }) => rule.id !== 'unusual-order'));
  });

  test('an order that Format Document makes is not told, unless it keeps what it finds', () => {
    const files = agent('a', 'tools: Read\nmodel: opus') + others(['model: opus\ntools: Read']);
    assert.deepEqual(ask(files).titles, []);
    const keeping = few.replace('{', '{ "format": { "keyOrder": "keep" },');
    const kept = ask(files + file('.claude/agentwright.json', keeping));
    assert.deepEqual(kept.titles, ['Put the keys in the order that the others have']);
  });

  test('a comment that silences what follows keeps the order, and there is no fix', () => {
    const { found, titles } = ask(
      agent('a', 'y: 1\n# agentwright-disable unknown-tool\nx: 1') + others(['x: 1\ny: 1']),
    );
    assert.deepEqual(found.map(({ rule }) => rule.id), ['unusual-order']); // prettier-ignore
    assert.deepEqual(titles, []);
  });

  test('who lacks most of it is another sort of file, and what another rule tells is told once', () => {
    assert.deepEqual(ask(agent('a') + others(['x: 1\ny: 2\nz: 3'])).titles, []);
    const { workspace, document } = ask(agent('a', 'modle: opus') + others(['model: opus']));
    assert.deepEqual(
      lint(document, workspace).map(({ rule }) => rule.id),
      ['unknown-field'],
    );
  });

  test('no key asks for it', () => {
    const { workspace, document } = ask(agent('a') + others(['model: opus']));
    assert.deepEqual(lintAlone(document, workspace), []);
    assert.equal(lint(document, workspace).length, 1);
  });

  test('a comment silences it, and is not said to be idle', () => {
    const { workspace, document } = ask(
      agent('a', '# agentwright-disable-file unusual-field') + others(['model: opus']),
    );
    assert.deepEqual(lint(document, workspace), []);
    assert.deepEqual(lintAlone(document, workspace), []);
  });

  test('a key that nobody knows is offered the name that others have', () => {
    const { workspace, document } = ask(agent('a', 'review_cylce: daily') + others(['review_cycle: weekly']));
    const unknown = lintAlone(document, workspace).find(({ rule }) => rule.id === 'unknown-field');
    assert.equal(render(unknown!.fixes!()[0]!.title), 'Rename to `review_cycle`');
  });
});

suite('descriptions that are alike', () => {
  const skills = (...descriptions: string[]): string =>
    descriptions.map((text, at) => skill(`s${at}`, `description: ${text}`)).join('');
  const said = (source: string): string[] => {
    const { workspace } = fixture(source);
    return [...workspace.files].flatMap(({ uri }) =>
      lintAmong(workspace.document(uri)!, workspace).map(({ related }) =>
        `${uri} ${related![0]!.uri}`.replaceAll(root, ''),
      ),
    );
  };
  const at = (name: string): string => `/.claude/skills/${name}/SKILL.md`;

  test('the one that says nothing of its own is told, with the other', () => {
    const longer = 'Reviews SQL migrations for locks, keys and rollbacks, and drafts fixes.';
    const shorter = 'Inspect a SQL migration: lock, key and rollback.';
    assert.deepEqual(said(skills(longer, shorter)), []);
    assert.deepEqual(said(skills(longer, shorter.replace('Inspect', 'Review'))), [`${at('s1')} ${at('s0')}`]);
  });

  test('a word of its own, another role, or much more beside it is enough', () => {
    const text = 'Checks database schemas for missing indexes.';
    assert.deepEqual(said(skills(text, text.replace('database', 'Postgres'))), []);
    assert.deepEqual(said(skills(text) + agent('a', `description: ${text}`)), []);
    const much = [...Array(20).keys()].map(word => `word${word}`).join(' ');
    assert.deepEqual(said(skills(text, `${text} ${much}`)), []);
  });

  test('a description that is typed counts when somebody asks', () => {
    const { workspace, files } = fixture(skills('Checks database schemas for missing indexes.', 'Draws diagrams.'));
    const [first, second] = [...files.keys()];
    const isTold = (): boolean => lintAmong(workspace.document(first!)!, workspace).length > 0;
    assert.equal(isTold(), false);
    const text = files.get(second!)!.replace('Draws diagrams.', 'Checks database schemas for missing indexes.');
    workspace.apply([{ uri: second!, text, open: true }]);
    assert.equal(isTold(), true);
  });
});
