// Silencing a finding: the comment stands where it is legal, does what it is for and changes nothing else.
import { strict as assert } from 'node:assert';
import { fixesAt } from '../../server/src/features/fixes';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { readsTheSame } from '../../server/src/workspace/loader';
import { agent, applyEdits, file, fixture, openAll } from '../support/fixture';

/** The titles that silence what is wrong at the mark; each silences it, and the verdict stays. */
function offered(source: string): string[] {
  const { workspace, document, files, marks, uri } = fixture(source);
  const span = marks.get(uri)![0]!;
  const found = fixesAt(workspace, document, span);
  const ignores = found.filter(({ fix }) => /^(Ignore|Turn) /.test(render(fix.title)));
  assert.deepEqual(found.slice(found.length - ignores.length), ignores, 'they come last');
  for (const { fix, diagnostic } of ignores) {
    assert.ok(!fix.safe && !fix.preferred);
    const after = applyEdits(files, fix.edits);
    const again = openAll(after);
    const left = lint(again.document(uri)!, again).filter(({ rule }) => rule === diagnostic.rule);
    const before = lint(document, workspace).filter(({ rule }) => rule === diagnostic.rule);
    assert.ok(left.length < before.length, render(fix.title));
    assert.ok(!lint(again.document(uri)!, again).some(({ rule }) => rule.id === 'unused-suppression'));
    assert.deepEqual(again.verdict(again.document(uri)!), workspace.verdict(document));
  }
  return ignores.map(({ fix }) => render(fix.title).replace(/`([\w-]+)` /, ''));
}

const all = ['Ignore on this line', 'Turn off in `agentwright.json`'];
const whole = ['Ignore in this file', 'Turn off in `agentwright.json`'];

/** What «Ignore on this line» makes of the file. */
function ignored(source: string): string {
  const { workspace, document, files, marks, uri } = fixture(source);
  const fix = fixesAt(workspace, document, marks.get(uri)![0]!).find(each =>
    render(each.fix.title).startsWith('Ignore '),
  );
  return applyEdits(files, fix!.fix.edits).get(uri)!;
}

const body = (text: string): string => agent('a', 'model: opus', text);

suite('ignore', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a value', agent('a', 'tools: [Read, <|Raed|>]'), all],
    ['an item', agent('a', 'tools:\n  - Read\n  - <|Raed|>\n'), all],
    ['in brackets over several lines', agent('a', 'tools: [\n  Read,\n  <|Raed|>\n]'), all],
    ['a text that goes on', file('.claude/agents/a.md', '---\nname: a\ndescription: Use this, and\n  that<|:|> always\n---\n'), all],
    ['the first line of front matter', file('.claude/agents/a.md', '<|---|>\nname: a\n---\nWork.\n'), whole],
    ['a file without front matter', file('.claude/agents/a.md', '<|You are an agent.|>\n'), whole],
    ['a call', body("Text.\n\n<|Skill({ skill: 'gone' })|>"), all],
    ['a call in a code block', body("Text.\n\n```js\n// first\nSkill({ skill: '<|gone|>' })\n```"), all],
    ['a row of a table', body('| Skill |\n| --- |\n| `<|gone|>` |'), all],
    ['in a list', body("- one\n- Skill({ skill: '<|gone|>' })\n- three"), all],
    ['configuration', file('agentwright.json', '{\n  "rules": { "<|nothing|>": "off" }\n}\n'), all],
    ['configuration on one line', file('agentwright.json', '{ "rules": { "<|nothing|>": "off" } }\n'), all],
  ]; // prettier-ignore
  for (const [what, source, titles] of cases) {
    test(what, () => {
      assert.deepEqual(offered(source), titles);
      assert.deepEqual(offered(source.replace(/^(?!-- )(.*)\n/gm, '$1\r\n')), titles);
    });
  }

  test('keeps the indentation', () =>
    assert.match(
      ignored(agent('a', 'tools:\n  - Read\n  - <|Raed|>')),
      /\n {2}# agentwright-disable-next-line unknown-tool\n {2}- Raed\n/,
    ));
  test('on a line of its own', () => {
    const once = ignored(agent('a', 'tools: [<|Raed|>, Read]\nskills: [gone]'));
    assert.match(once, /\n# agentwright-disable-next-line unknown-tool\ntools: /);
  });
  test('behind a line with others around it', () =>
    assert.match(
      ignored(body("- one\n- Skill({ skill: '<|gone|>' })\n- three")),
      /\) <!-- agentwright-disable-line unknown-skill -->\n- three/,
    ));
  test('what Claude Code reads is compared', () => {
    assert.ok(readsTheSame('---\nname: a\n---\n', '---\n# b\nname: a\n---\nText'));
    assert.ok(!readsTheSame('---\nname: a\n---\n', '---\nname: b\n---\n'));
    assert.ok(!readsTheSame('---\nname: |\n  a\n---\n', '---\nname: |\n  # b\n  a\n---\n'));
  });
});
