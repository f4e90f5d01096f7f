// Comments that silence rules: what each is about, in front matter, Markdown and JSON.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { agent, file, fixture, skill } from '../support/fixture';

/** What is said of the first file: the rule and the words that it is about. */
function said(source: string): string[] {
  const { workspace, document } = fixture(source);
  return lint(document, workspace).map(
    ({ rule, span }) => `${rule.id}: ${document.text.slice(span.start, span.end).replace(/\r?\n/g, '/')}`,
  );
}

const next = 'agentwright-disable-next-line';
const tools = 'unknown-tool: Raed';
const windows = (source: string): string => source.replace(/^(?!-- )(.*)\n/gm, '$1\r\n');

suite('comments in front matter', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['without a comment', 'tools: [Read, Raed]', [tools]],
    ['the next line', `# ${next} unknown-tool\ntools: [Read, Raed]`, []],
    ['all rules', `# ${next}\ntools: [Read, Raed]`, []],
    ['several rules and a reason', `# ${next} unknown-tool, unlisted-skill no-tools -- ours\ntools: [Raed]`, ['unused-suppression: unlisted-skill']],
    ['another rule', `# ${next} unknown-skill\ntools: [Read, Raed]`, ['unused-suppression: unknown-skill', tools]],
    ['not the line after', `# ${next} unknown-tool\nmodel: opus\ntools: [Read, Raed]`, ['unused-suppression: unknown-tool', tools]],
    ['between items', `tools:\n  - Read\n  # ${next} unknown-tool\n  - Raed\n  - Grpe`, ['unknown-tool: Grpe']],
    ['between items, at the edge', `tools:\n  - Read\n# ${next} unknown-tool\n  - Raed`, []],
    ['past other comments and blank lines', `# ${next} unknown-tool\n# Ours.\n\ntools: [Read, Raed]`, []],
    ['two, one above the other', `# ${next} unknown-tool\n# ${next} unknown-field\ntools: [Read, Raed]`, ['unused-suppression: unknown-field']],
    ['its own line', 'tools: [Read, Raed] # agentwright-disable-line unknown-tool', []],
    ['the whole file', '# agentwright-disable-file unknown-tool\nmodel: opus\ntools: [Read, Raed]', []],
    ['a stretch', '# agentwright-disable unknown-tool\ntools: [Read, Raed]\n# agentwright-enable\ndisallowedTools: [Grpe]', ['unknown-tool: Grpe']],
    ['a stretch to the end', '# agentwright-disable\ntools: [Read, Raed]\ndisallowedTools: [Grpe]', []],
    ['one of two stretches ends', '# agentwright-disable unknown-tool\n# agentwright-disable unknown-skill\ntools: [Read, Raed]\n# agentwright-enable unknown-skill\ndisallowedTools: [Grpe]', ['unused-suppression: unknown-skill']],
    ['an end without a beginning', '# agentwright-enable unknown-tool\nmodel: opus', ['unused-suppression: unknown-tool']],
    ['a text of several lines', `# ${next} invalid-yaml\ndescription: Use this, and\n  that: always`, []],
    ['what a text says is no comment', `description: |\n  # ${next} unknown-tool\ntools: [Read, Raed]`, [tools]],
    ['a word that only begins so', '# agentwright-disable-lines unknown-tool\ntools: [Read, Raed]', [tools]],
    ['a rule that does not exist', `# ${next} unknown-tol\ntools: [Read, Raed]`, ['unused-suppression: unknown-tol', tools]],
    ['the judge is silenced by its name', '# agentwright-disable-file unused-suppression, no-tools\nmodel: opus', []],
    ['the judge is not silenced without it', '# agentwright-disable-file\nmodel: opus', ['unused-suppression: agentwright-disable-file']],
  ]; // prettier-ignore
  for (const [what, front, expected] of cases) {
    test(what, () => {
      assert.deepEqual(said(agent('a', front)), expected);
      assert.deepEqual(said(windows(agent('a', front))), expected);
    });
  }

  test('of a rule that is off nothing is known', () => {
    const config = file('agentwright.json', '{ "rules": { "unknown-tool": "off" } }');
    assert.deepEqual(said(agent('a', `# ${next} unknown-tool\ntools: [Read, Raed]`) + config), []);
  });
});

suite('comments in Markdown', () => {
  const call = "Skill({ skill: 'gone' })";
  const found = 'unknown-skill: gone';
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['without a comment', call, [found]],
    ['the next line', `<!-- ${next} unknown-skill -- later -->\n${call}`, []],
    ['past a blank line', `<!-- ${next} unknown-skill -->\n\n${call}`, []],
    ['its own line', `${call} <!-- agentwright-disable-line unknown-skill -->`, []],
    ['a code block', `<!-- ${next} unknown-skill -->\n\`\`\`js\n// first\n${call}\n\`\`\`\n\n${call}`, [found]],
    ['a table', `<!-- ${next} unknown-skill -->\n| Skill |\n| --- |\n| \`gone\` |\n`, []],
    ['a row of a table', '| Skill |\n| --- |\n| `gone` | <!-- agentwright-disable-line unknown-skill -->\n', []],
    ['the whole file, from below', `${call}\n\n<!-- agentwright-disable-file unknown-skill -->`, []],
    ['a stretch', `<!-- agentwright-disable -->\n${call}\n<!-- agentwright-enable -->\n${call}`, [found]],
    ['what a code block says is no comment', `\`\`\`html\n<!-- ${next} unknown-skill -->\n\`\`\`\n${call}`, [found]],
    ['what inline code says is no comment', `\`<!-- agentwright-disable-line -->\` ${call}`, [found]],
    ['a heading is no comment', `# ${next} unknown-skill\n\n${call}`, [found]],
  ]; // prettier-ignore
  for (const [what, body, expected] of cases) {
    test(what, () => {
      assert.deepEqual(said(agent('a', 'model: opus', body)), expected);
      assert.deepEqual(said(windows(agent('a', 'model: opus', body))), expected);
    });
  }

  test('a file without front matter', () => {
    const text = '\nText.\n<!-- agentwright-disable-file front-matter -->\n';
    assert.deepEqual(said(file('.claude/agents/a.md', text)), []);
    assert.notDeepEqual(said(file('.claude/agents/a.md', '\nText.\n')), []);
  });
});

suite('comments in JSON', () => {
  const unknown = '"rules": { "nothing": "off" }';
  const config = (text: string): string => file('agentwright.json', `${text}\n`) + skill('s');
  test('the next line', () => {
    assert.deepEqual(said(config(`{ ${unknown} }`)), ['unknown-rule: nothing']);
    assert.deepEqual(said(config(`{\n  // ${next} unknown-rule\n  ${unknown}\n}`)), []);
  });
  test('its own line', () => assert.deepEqual(said(config(`{ ${unknown} } // agentwright-disable-line`)), []));
  test('what a text says is no comment', () =>
    assert.deepEqual(said(config(`{\n"$schema": "x //agentwright-disable-file unknown-rule", ${unknown} }`)), [
      'unknown-rule: nothing',
    ]));
});
