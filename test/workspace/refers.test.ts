// What a file refers to, kept from key to key, is what a fresh look finds.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { facetsRead } from '../../server/src/rules/lint';
import { Workspace } from '../../server/src/workspace/workspace';
import { root } from '../support/fixture';

const uri = `${root}/.claude/agents/a.md`;
const names = ['tdd', 'tddx', 'debugging', 'debug', 'plan'];
const list = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 });

/** An agent that lists skills and calls others. */
const agents = fc
  .record({ listed: list, called: list, tools: fc.constantFrom('Read', 'Read, Bash') })
  .map(
    ({ listed, called, tools }) =>
      `---\nname: a\ndescription: Helps.\ntools: ${tools}\nskills:\n${listed.map(name => `  - ${name}\n`).join('')}---\n\n` +
      called.map(name => `# Step\n\nSkill({ skill: '${name}' });\n\n`).join(''),
  );

function newWorkspace(): Workspace {
  const workspace = new Workspace({ facets: facetsRead() });
  workspace.setRoots([root]);
  return workspace;
}

suite('what a file refers to', () => {
  test('is that of a fresh look, whatever is typed', () => {
    fc.assert(
      fc.property(fc.array(agents, { minLength: 2, maxLength: 6 }), versions => {
        const workspace = newWorkspace();
        for (const text of versions) {
          workspace.apply([{ uri, text, open: true }]);
          const fresh = newWorkspace();
          fresh.apply([{ uri, text, open: true }]);
          assert.deepEqual([...workspace.file(uri)!.refers].sort(), [...fresh.file(uri)!.refers].sort());
        }
      }),
      { numRuns: 500 },
    );
  });
});
