// What is said of plugins and marketplaces follows the files around them, and never speaks of what is not known.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { join } from '../../server/src/workspace/uris';
import { applyEdits, fixture, root, type Fixture } from '../support/fixture';

const marketplace = '.claude-plugin/marketplace.json';
const market = (source: string, metadata = ''): string =>
  `-- ${marketplace} --\n{ "name": "m", "owner": { "name": "x" },${metadata} "plugins": [{ "name": "p", "source": "${source}" }] }\n`;
const agent = '---\nname: a\ndescription: Works.\n---\nWork.\n';

function said({ workspace }: Fixture, path: string, rule: string): string[] {
  const document = workspace.document(join(root, path))!;
  return lint(document, workspace).flatMap(found => (found.rule.id === rule ? [render(found.message)] : []));
}

/** Whether a change of other files marks a file to be judged again. */
function marks({ workspace }: Fixture, path: string, change: () => void): boolean {
  workspace.takeDirty();
  change();
  return workspace.takeDirty().includes(join(root, path));
}

suite('sources of a marketplace', () => {
  const none = /There is no folder `plugins\/tools`/;

  for (const [name, source, metadata] of [
    ['a path', './plugins/tools', ''],
    ['a path with a slash at its end', './plugins/tools/', ''],
    ['a bare name', 'tools', ' "metadata": { "pluginRoot": "./plugins" },'],
  ] as const) {
    test(`${name} is judged again when the folder comes and goes`, () => {
      const at = fixture(`${market(source, metadata)}-- plugins/other/README.md --\n`);
      const readme = join(root, 'plugins/tools/README.md');
      assert.match(said(at, marketplace, 'manifest-path').join('\n'), none);
      assert.ok(marks(at, marketplace, () => at.workspace.apply([{ uri: readme }])));
      assert.deepEqual(said(at, marketplace, 'manifest-path'), []);
      assert.ok(marks(at, marketplace, () => at.workspace.apply([{ uri: readme, gone: true }])));
      assert.match(said(at, marketplace, 'manifest-path').join('\n'), none);
    });
  }

  test('where none is said, it is the folder that is called as the plugin', () => {
    const given = fixture(`${market('')}-- plugins/p/README.md --\n`);
    const document = given.workspace.document(join(root, marketplace))!;
    const finding = lint(document, given.workspace).find(({ rule }) => rule.id === 'missing-field');
    const after = applyEdits(given.files, finding!.fixes!()[0]!.edits).get(document.uri);
    assert.match(after!, /"source": "\.\/plugins\/p"/);
  });

  test('a folder that git leaves out may exist', () => {
    const at = fixture(`${market('./plugins/tools')}-- .gitignore --\nplugins/\n`);
    assert.deepEqual(said(at, marketplace, 'manifest-path'), []);
  });

  test('a submodule may not be checked out', () => {
    const at = fixture(market('./plugins/tools'));
    at.workspace.apply([{ uri: join(root, '.gitmodules') }]);
    assert.deepEqual(said(at, marketplace, 'manifest-path'), []);
  });

  test('a plugin under `pluginRoot` is a plugin', () => {
    const at = fixture(
      `${market('tools', ' "metadata": { "pluginRoot": "plugins" },')}-- plugins/tools/agents/a.md --\n${agent}`,
    );
    assert.equal(at.workspace.plugin(join(root, 'plugins/tools/agents/a.md'))?.name, 'p');
  });

  for (const source of ['/plugins/tools', 'C:\\\\plugins', '.\\\\plugins', 'a/b', '~/tools', './a/../tools', '..']) {
    test(`\`${source}\` is refused`, () => {
      const at = fixture(market(source, ' "metadata": { "pluginRoot": "./" },'));
      assert.equal(said(at, marketplace, 'manifest-path').length, 1);
    });
  }

  for (const source of ['./', '.', './.claude-plugin']) {
    test(`\`${source}\` is fine`, () =>
      assert.deepEqual(said(fixture(market(source)), marketplace, 'manifest-path'), []));
  }
});

suite('components inside .claude-plugin', () => {
  const path = '.claude-plugin/agents/a.md';
  const manifest = join(root, '.claude-plugin/plugin.json');

  test('are judged again when the manifest lists them', () => {
    const at = fixture(`-- .claude-plugin/plugin.json --\n{ "name": "p" }\n-- ${path} --\n${agent}`);
    assert.equal(said(at, path, 'plugin-layout').length, 1);
    const text = '{ "name": "p", "agents": ["./.claude-plugin/agents/a.md"] }';
    assert.ok(marks(at, path, () => at.workspace.apply([{ uri: manifest, text, open: true }])));
    assert.deepEqual(said(at, path, 'plugin-layout'), []);
  });

  test('are components without front matter too', () => {
    const at = fixture('-- .claude-plugin/plugin.json --\n{ "name": "p" }\n-- .claude-plugin/agents/b.md --\nWork.\n');
    assert.equal(said(at, '.claude-plugin/agents/b.md', 'plugin-layout').length, 1);
  });

  test('that are no components, or only the files of a skill, are passed over', () => {
    const at = fixture(
      '-- .claude-plugin/plugin.json --\n{ "name": "p" }\n-- .claude-plugin/notes.md --\nNotes.\n' +
        `-- .claude-plugin/skills/a/SKILL.md --\n${agent}-- .claude-plugin/skills/a/references/b.md --\nMore.\n`,
    );
    assert.deepEqual(said(at, '.claude-plugin/notes.md', 'plugin-layout'), []);
    assert.deepEqual(said(at, '.claude-plugin/skills/a/references/b.md', 'plugin-layout'), []);
    assert.equal(said(at, '.claude-plugin/skills/a/SKILL.md', 'plugin-layout').length, 1);
  });
});
