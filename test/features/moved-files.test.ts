// What follows when files move or go: names, links and paths; and who is told of.
import { strict as assert } from 'node:assert';
import { editsFor, lossOf } from '../../server/src/features/moved-files';
import { render } from '../../server/src/rules/rule';
import { afterMoves, readOpen } from '../support/rename';
import { agent, file, fixture, root, skill } from '../support/fixture';

/** Moving `from` to `to` makes the files of `after`. */
function checkMove(from: string, to: string, before: string, after: string): void {
  const { workspace, files } = fixture(before);
  const move = { from: `${root}/${from}`, to: `${root}/${to}` };
  const made = afterMoves(files, editsFor(workspace, readOpen({ workspace, files }), [move]), [move]);
  const inOrder = (each: ReadonlyMap<string, string>): [string, string][] =>
    [...each].sort(([a], [b]) => (a < b ? -1 : 1));
  assert.deepEqual(inOrder(made), inOrder(fixture(after).files));
}

function loss(gone: string, source: string): string | undefined {
  const { workspace, files } = fixture(source);
  const found = lossOf(workspace, readOpen({ workspace, files }), [`${root}/${gone}`]);
  return found && render(found);
}

const tdd = (name: string, body = ''): string =>
  `-- .claude/skills/${name}/SKILL.md --\n---\nname: ${name}\ndescription: Test first.\n---\n${body}\n`;

suite('files that are moved', () => {
  test("a skill's folder takes its name and users along", () =>
    checkMove(
      '.claude/skills/tdd',
      '.claude/skills/test-first',
      tdd('tdd') + agent('a', 'skills: [tdd]', "Skill({ skill: 'tdd' })\n\nSee [it](../skills/tdd/SKILL.md)."),
      tdd('test-first') +
        agent(
          'a',
          'skills: [test-first]',
          "Skill({ skill: 'test-first' })\n\nSee [it](../skills/test-first/SKILL.md).",
        ),
    ));

  test('a skill that lay too deep is called by its folder alone', () => {
    const users = (name: string): string =>
      agent(
        'a',
        `skills: [${name}]`,
        `Skill({ skill: '${name}' })\n\n| Skill | Use |\n| --- | --- |\n| \`${name}\` | it |`,
      );
    const plot = (folder: string): string =>
      `-- .claude/skills/${folder}/SKILL.md --\n---\nname: plot\ndescription: Draws.\n---\n`;
    checkMove(
      '.claude/skills/science/skills/plot',
      '.claude/skills/plot',
      plot('science/skills/plot') + users('science/plot'),
      plot('plot') + users('plot'),
    );
  });

  test("an agent's file takes its name along, where it is called so", () =>
    checkMove(
      '.claude/agents/critic.md',
      '.claude/agents/judge.md',
      '-- .claude/agents/critic.md --\n---\nname: critic\ndescription: Works.\n---\n' +
        agent('a', 'tools: [Agent(critic)]'),
      '-- .claude/agents/judge.md --\n---\nname: judge\ndescription: Works.\n---\n' +
        agent('a', 'tools: [Agent(judge)]'),
    ));

  test('a JSON Schema takes the path along by which a configuration adopts it', () => {
    const config = (agents: string, skills: string): string =>
      file('agentwright.json', `{ "schemas": { "agent": "${agents}", "skill": { "path": "${skills}" } } }\n`);
    checkMove(
      'schemas/agent.json',
      '.claude/all.json',
      config('./schemas/agent.json#/definitions/agent', 'schemas/agent.json') + file('schemas/agent.json', '{}\n'),
      config('./.claude/all.json#/definitions/agent', '.claude/all.json') + file('.claude/all.json', '{}\n'),
    );
  });

  test('a file of another name keeps its name', () =>
    checkMove(
      '.claude/agents/one.md',
      '.claude/agents/two.md',
      '-- .claude/agents/one.md --\n---\nname: critic\ndescription: Works.\n---\n' +
        file('CLAUDE.md', 'See @.claude/agents/one.md\n'),
      '-- .claude/agents/two.md --\n---\nname: critic\ndescription: Works.\n---\n' +
        file('CLAUDE.md', 'See @.claude/agents/two.md\n'),
    ));

  test('to another folder: links into it and out of it', () =>
    checkMove(
      '.claude/skills/tdd/notes.md',
      '.claude/skills/tdd/references/deep/notes.md',
      tdd('tdd', 'See [n](notes.md#x), [m](./notes.md).') +
        file('.claude/skills/tdd/notes.md', 'Up: [s](SKILL.md), [o](../other/SKILL.md).\n') +
        skill('other'),
      tdd('tdd', 'See [n](references/deep/notes.md#x), [m](./references/deep/notes.md).') +
        file(
          '.claude/skills/tdd/references/deep/notes.md',
          'Up: [s](../../SKILL.md), [o](../../../other/SKILL.md).\n',
        ) +
        skill('other'),
    ));

  test('paths with blanks keep their way of writing', () =>
    checkMove(
      '.claude/skills/tdd/my%20notes.md',
      '.claude/skills/tdd/your%20notes.md',
      tdd('tdd', 'See [n](my%20notes.md "T").') + '-- .claude/skills/tdd/my notes.md --\nx\n',
      tdd('tdd', 'See [n](your%20notes.md "T").') + '-- .claude/skills/tdd/your notes.md --\nx\n',
    ));

  test('a command that gets another folder is called otherwise, one below a folder too', () => {
    const user = (one: string, two: string): string =>
      agent('a', '', `Run /${one} and \`/${two}\`, /${one}-x or Skill({ skill: '${one}' }).`);
    checkMove(
      '.claude/commands/go.md',
      '.claude/commands/release/ship.md',
      file('.claude/commands/go.md', 'Go.\n') + file('.claude/commands/x/y.md', 'Y.\n') + user('go', 'x:y'),
      file('.claude/commands/release/ship.md', 'Go.\n') +
        file('.claude/commands/x/y.md', 'Y.\n') +
        user('release:ship', 'x:y').replace('/release:ship-x', '/go-x'),
    );
    checkMove(
      '.claude/commands/x',
      '.claude/commands/z/x2',
      file('.claude/commands/go.md', 'Go.\n') + file('.claude/commands/x/y.md', 'Y.\n') + user('go', 'x:y'),
      file('.claude/commands/go.md', 'Go.\n') + file('.claude/commands/z/x2/y.md', 'Y.\n') + user('go', 'z:x2:y'),
    );
  });

  test('scripts of hooks and of other commands, wherever they stand in them', () => {
    const settings = (path: string): string =>
      file(
        '.claude/settings.json',
        `{ "statusLine": { "type": "command", "command": "bash ${path}/line.sh" },\n` +
          `  "hooks": { "Stop": [{ "hooks": [\n` +
          `    { "type": "command", "command": "cd \\"$CLAUDE_PROJECT_DIR\\" && node ${path}/a.js; ./${path}/line.sh" },\n` +
          `    { "type": "command", "command": "node", "args": ["$CLAUDE_PROJECT_DIR/${path}/a.js"] },\n` +
          `    { "type": "command", "command": "cd sub && node .claude/old/a.js" }] }] } }\n`,
      );
    const scripts = (path: string): string => file(`${path}/a.js`, '\n') + file(`${path}/line.sh`, 'x');
    checkMove(
      '.claude/old',
      '.claude/hooks',
      settings('.claude/old') + scripts('.claude/old'),
      settings('.claude/hooks') + scripts('.claude/hooks'),
    );
  });

  test('the beginnings of patterns', () => {
    const rule = (path: string): string =>
      file(
        '.claude/rules/r.md',
        `---\npaths:\n  - ${path}/**/*.ts\n  - "${path}/x.ts"\n  - "src/*/x.ts"\n---\nText.\n`,
      );
    checkMove(
      'src/api',
      'src/rest/v1',
      rule('src/api') + file('src/api/x.ts', '\n'),
      rule('src/rest/v1') + file('src/rest/v1/x.ts', '\n'),
    );
  });

  test('paths behind the variables of Claude Code, in code and text', () => {
    const kit = (name: string, script: string): string =>
      '-- kit/.claude-plugin/plugin.json --\n{ "name": "kit" }\n' +
      `-- kit/skills/${name}/SKILL.md --\n---\nname: ${name}\ndescription: Lints.\n---\n` +
      `\`\`\`bash\nbash \${CLAUDE_SKILL_DIR}/scripts/${script} --all\n\`\`\`\n\n!\`"\${CLAUDE_SKILL_DIR}/scripts/${script}"\`\n` +
      `-- kit/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n` +
      `Run \`bash \${CLAUDE_PLUGIN_ROOT}/skills/${name}/scripts/${script} x\`, see \${CLAUDE_PLUGIN_ROOT}/skills/${name}/SKILL.md.\n` +
      `<!-- \${CLAUDE_PLUGIN_ROOT}/skills/lint/scripts/run.sh -->\n\n` +
      `\`\`\`sh\n"$CLAUDE_PLUGIN_ROOT"/skills/${name}/scripts/${script}\nls \${CLAUDE_PLUGIN_ROOT}/skills/${name}/scripts/*.sh\n\`\`\`\n` +
      `-- kit/skills/${name}/scripts/${script} --\n`;
    checkMove(
      'kit/skills/lint/scripts/run.sh',
      'kit/skills/lint/scripts/go.sh',
      kit('lint', 'run.sh'),
      kit('lint', 'go.sh'),
    );
    checkMove('kit/skills/lint', 'kit/skills/tidy', kit('lint', 'run.sh'), kit('tidy', 'run.sh'));
  });

  test('programs that MCP servers start', () => {
    const server = (start: string): string => `{ "mcpServers": { "s": { "command": "node", "args": [${start}] } } }\n`;
    const both = (own: string, ofPlugin: string): string =>
      file('.mcp.json', server(`"tools/${own}", "\${CLAUDE_PROJECT_DIR}/tools/${own}", "s.js", "/tools/s.js"`)) +
      file('kit/.mcp.json', server(`"\${CLAUDE_PLUGIN_ROOT}/tools/${ofPlugin}", "tools/s.js"`)) +
      file(
        'kit/.claude-plugin/plugin.json',
        `{ "name": "kit",${server(`"\${CLAUDE_PLUGIN_ROOT}/tools/${ofPlugin}"`).slice(1)}`,
      ) +
      file(`tools/${own}`) +
      file(`kit/tools/${ofPlugin}`);
    checkMove('tools/s.js', 'tools/t.js', both('s.js', 's.js'), both('t.js', 's.js'));
    checkMove('kit/tools/s.js', 'kit/tools/t.js', both('s.js', 's.js'), both('s.js', 't.js'));
  });

  test('outside of a plugin nothing is known of the root of one', () => {
    const user = agent('a', '', 'Run ${CLAUDE_PLUGIN_ROOT}/scripts/run.sh.');
    checkMove('scripts/run.sh', 'scripts/go.sh', user + file('scripts/run.sh'), user + file('scripts/go.sh'));
  });

  test('a name that is taken is not taken along', () =>
    checkMove(
      '.claude/agents/critic.md',
      '.claude/agents/sub/judge.md',
      '-- .claude/agents/critic.md --\n---\nname: critic\ndescription: Works.\n---\n' + agent('judge'),
      '-- .claude/agents/sub/judge.md --\n---\nname: critic\ndescription: Works.\n---\n' + agent('judge'),
    ));
});

suite('files that are deleted', () => {
  test('who would be left without a skill', () =>
    assert.equal(
      loss('.claude/skills/tdd', tdd('tdd') + agent('a', 'skills: [tdd]') + skill('x', '', "Skill({ skill: 'tdd' })")),
      '`tdd` is still named in `a.md`, `x/SKILL.md`.',
    ));
  test('nobody, where nobody names it', () =>
    assert.equal(loss('.claude/skills/tdd', tdd('tdd') + agent('a')), undefined));
  test('nobody, where those go too', () =>
    assert.equal(loss('.claude', tdd('tdd') + agent('a', 'skills: [tdd]')), undefined));
  test('nobody, where another of that name is left', () =>
    assert.equal(
      loss(
        '.claude/agents/sub',
        agent('a') +
          '-- .claude/agents/sub/b.md --\n---\nname: a\ndescription: Works.\n---\n' +
          skill('x', '', "Task({ subagent_type: 'a' })"),
      ),
      undefined,
    ));
});
