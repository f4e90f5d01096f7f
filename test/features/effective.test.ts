// What Claude Code really makes of an agent: its tools and why others are gone, its model, skills, hooks and cost.
import { strict as assert } from 'node:assert';
import { effectiveAgent, type EffectiveAgent } from '../../server/src/features/effective/effective';
import { effectiveSummary, effectiveText } from '../../server/src/features/effective/text';
import { render } from '../../server/src/workspace/message';
import { needsCollection, openRepository } from '../support/collection';
import { agent, file, fixture, skill } from '../support/fixture';

const old = { sessionModel: 'claude-opus-4-6' };

function effective(source: string, session?: { sessionModel: string }): EffectiveAgent {
  const { workspace, document } = fixture(source);
  const found = effectiveAgent(workspace, document, uri => workspace.document(uri), session);
  assert.ok(found);
  return found;
}

const of = (frontMatter: string, beside = '', session?: { sessionModel: string }): EffectiveAgent =>
  effective(agent('a', frontMatter) + beside, session);

const granted = (frontMatter: string, beside = '', session?: { sessionModel: string }): string =>
  of(frontMatter, beside, session).tools.granted.join(' ');

/** `Grep: why`, of each that is lost. */
const lost = (frontMatter: string, beside = '', session?: { sessionModel: string }): string[] =>
  of(frontMatter, beside, session).tools.lost.map(({ name, why }) => `${name}: ${render(why)}`);

suite('the tools that an agent really gets', () => {
  test('as they are listed, under their names of today, without what stands in parentheses', () =>
    assert.equal(granted('tools: [Read, Task, "Bash(git:*)", Read]'), 'Read Agent Bash'));

  test('what is unknown or gone is lost', () =>
    assert.deepEqual(lost('tools: Read, Grpe, MultiEdit'), [
      'Grpe: no tool of Claude Code.',
      'MultiEdit: gone from Claude Code.',
    ]));

  test('Grep and Glob go where Bash is, and only there', () => {
    assert.equal(granted('tools: Read, Grep, Glob, Bash'), 'Read Bash');
    assert.equal(granted('tools: Read, Grep, Glob'), 'Read Grep Glob');
    assert.equal(granted('tools: Read, Grep, Bash\ndisallowedTools: Bash'), 'Read Grep');
  });

  test('task tools follow the model of the session', () => {
    assert.equal(granted('tools: Read, TaskUpdate'), 'Read');
    assert.equal(granted('tools: Read, TaskUpdate', '', old), 'Read TaskUpdate');
    assert.equal(granted('tools: Read, TaskUpdate', '', { sessionModel: 'claude-sonnet-4-6' }), 'Read TaskUpdate');
    assert.equal(granted('tools: Read, TaskUpdate', '', { sessionModel: 'claude-sonnet-5' }), 'Read');
    assert.equal(granted('tools: Read, TaskUpdate', '', { sessionModel: 'claude-opus-4-20250514' }), 'Read TaskUpdate');
    const settings = file('.claude/settings.json', '{ "env": { "CLAUDE_CODE_ENABLE_TODO_TOOLS": "1" } }\n');
    assert.equal(granted('tools: Read, TaskUpdate', settings), 'Read TaskUpdate');
  });

  test('what no subagent has is lost, but a planner leaves plan mode', () => {
    assert.deepEqual(lost('tools: Read, AskUserQuestion'), ['AskUserQuestion: never handed to a subagent.']);
    assert.match(lost('tools: Read, ExitPlanMode')[0]!, /permissionMode: plan/);
    assert.equal(granted('tools: Read, ExitPlanMode\npermissionMode: plan'), 'Read ExitPlanMode');
  });

  test('an agent in the background has fewer', () =>
    assert.deepEqual(lost('tools: Read, Agent, ListAgents\nbackground: true'), [
      'ListAgents: not for agents in the background.',
    ]));

  test('memory switches on what reads and writes it', () => {
    const { tools } = of('tools: Grep\nmemory: project');
    assert.deepEqual([...tools.granted], ['Grep', 'Read', 'Write', 'Edit']);
    assert.deepEqual(
      tools.added.map(({ name }) => name),
      ['Read', 'Write', 'Edit'],
    );
    assert.equal(granted('tools: Grep\nmemory: nowhere'), 'Grep');
  });

  test('of MCP servers, those that are configured, where any is', () => {
    const servers = file('.mcp.json', '{ "mcpServers": { "github": {} } }\n');
    assert.equal(granted('tools: mcp__github__search, mcp__x__y', servers), 'mcp__github__search');
    assert.equal(granted('tools: mcp__x__y'), 'mcp__x__y');
    assert.equal(granted('tools: mcp__github__a, mcp__x__b\ndisallowedTools: mcp__github'), 'mcp__x__b');
    assert.equal(granted('tools: mcp__github__a, mcp__x__b\ndisallowedTools: "mcp__*"'), '');
    assert.equal(granted('tools: mcp__github__a, mcp__github__b\ndisallowedTools: mcp__github__a'), 'mcp__github__b');
  });

  test('what the settings deny as a whole is lost, what they deny in part is not', () => {
    const deny = (rule: string): string =>
      file('.claude/settings.json', `{ "permissions": { "deny": ["${rule}"] } }\n`);
    assert.equal(granted('tools: Read, Bash', deny('Bash')), 'Read');
    assert.equal(granted('tools: Read, Bash', deny('Bash(rm *)')), 'Read Bash');
    assert.match(lost('tools: Read, Bash', deny('Bash'))[0]!, /`Bash` under `permissions.deny`/);
    const own = file('.claude/settings.local.json', '{ "permissions": { "deny": ["WebFetch"] } }\n');
    assert.equal(granted('tools: Read, WebFetch', own), 'Read');
  });

  test('without `tools`, all that a subagent may have', () => {
    const { tools } = of('model: opus');
    assert.ok(tools.inherited);
    assert.ok(['Read', 'Write', 'Bash', 'Skill', 'Agent'].every(name => tools.granted.includes(name)));
    assert.ok(
      !['AskUserQuestion', 'Grep', 'Task', 'MultiEdit', 'TodoWrite'].some(name => tools.granted.includes(name)),
    );
    assert.ok(!tools.lost.some(({ name }) => name === 'AskUserQuestion'), 'what nobody may have is not missed');
    assert.ok(tools.waitedFor.includes('ListAgents') && !tools.waitedFor.includes('Agent'));
    assert.ok(of('tools: "*"').tools.inherited);
  });

  test('nothing where `tools` is empty, no start where nothing in it exists', () => {
    assert.deepEqual([of('tools: []').tools.granted.length, of('tools: []').tools.refused], [0, false]);
    assert.ok(of('tools: [codebase, fetch]').tools.refused);
  });
});

suite('the model that an agent really has', () => {
  const model = (value: string, session?: { sessionModel: string }): string =>
    of(`model: ${value}`, '', session).model.id;

  test('an alias of the family of the session is the session’s own', () => {
    assert.equal(model('opus', old), 'claude-opus-4-6');
    assert.equal(model('Opus'), 'claude-opus-5-5');
    assert.equal(model('sonnet', old), 'claude-sonnet-5-5');
  });
  test('nothing, or `inherit`, is the model of the session', () => {
    assert.equal(model('inherit', old), 'claude-opus-4-6');
    assert.equal(model('', old), 'claude-opus-4-6');
  });
  test('an id is itself, and so is what nobody knows', () => {
    assert.equal(model('claude-sonnet-4-6'), 'claude-sonnet-4-6');
    assert.equal(model('default'), 'default');
    assert.match(render(of('model: gpt-5').model.why), /sends it as it stands/);
  });
});

suite('what else an agent really has', () => {
  test('skills that are found are loaded whole, of the others it is told why not', () => {
    const beside =
      skill('tdd', '', 'x'.repeat(400)) + skill('mine', 'disable-model-invocation: true') + skill('group/deep');
    const { skills } = of('skills: [tdd, mine, deep, gone]', beside);
    assert.deepEqual(
      skills.map(({ name, tokens, missing }) => [name, tokens > 0, missing === undefined ? '' : render(missing)]),
      [
        ['tdd', true, ''],
        ['mine', false, 'It has `disable-model-invocation: true`, which forbids it.'],
        ['deep', false, 'It lies deeper than Claude Code looks for skills.'],
        ['gone', false, 'No skill of this name is found.'],
      ],
    );
    assert.equal(skills[0]?.tokens, 100);
  });

  test('hooks, with the event that they then run at', () => {
    const hooks =
      'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - { type: command, command: ./check.sh }\n' +
      '  Stop:\n    - hooks:\n        - { type: command, command: ./end.sh }\n' +
      '  PreTool:\n    - hooks:\n        - { type: command, command: ./x.sh }';
    const found = of(hooks).hooks.map(({ event, matcher, runs, idle }) => [event, matcher, runs, idle !== undefined]);
    assert.deepEqual(found, [
      ['PreToolUse', 'Bash', './check.sh', false],
      ['SubagentStop', undefined, './end.sh', false],
      ['PreTool', undefined, './x.sh', true],
    ]);
  });

  test('hooks that never run: of tools that the agent has not, or switched off', () => {
    const hook = (matcher: string): string =>
      `hooks:\n  PreToolUse:\n    - matcher: ${matcher}\n      hooks:\n        - { type: command, command: ./check.sh }`;
    const idle = (frontMatter: string, beside = ''): string[] =>
      of(frontMatter, beside).hooks.map(each => (each.idle ? render(each.idle) : 'runs'));
    assert.deepEqual(idle(`tools: Read\n${hook('Bash')}`), ['The agent has no tool `Bash`.']);
    assert.deepEqual(idle(`tools: Read\n${hook('Bash|Write')}`), ['The agent has none of the tools `Bash`, `Write`.']);
    for (const matcher of ['Read|Bash', '"*"', '"^B.*"', 'Task', 'mcp__x__y', 'Teleport'])
      assert.deepEqual(
        idle(`tools: Read, Agent, mcp__x__y\n${hook(matcher)}`),
        [matcher === 'Teleport' ? 'The agent has no tool `Teleport`.' : 'runs'],
        matcher,
      );
    assert.deepEqual(idle(hook('Teleport')), ['runs']);
    const off = file('.claude/settings.json', '{ "disableAllHooks": true }\n');
    assert.deepEqual(idle(hook('Bash'), off), ['`disableAllHooks` in the settings switches every hook off.']);
    const on = file('.claude/settings.local.json', '{ "disableAllHooks": false }');
    assert.deepEqual(idle(hook('Bash'), off + on), ['runs']);
  });

  test('keys that change nothing, and who reads them instead', () => {
    const keys = of('model: opus\npriority: high\ncontext_strategy: lazy_load\nnonsense: 1').idleKeys;
    assert.deepEqual(
      keys.map(({ key, why }) => `${key}: ${render(why)}`),
      [
        'priority: unknown to Claude Code, known to agent-studio.',
        'context_strategy: unknown to Claude Code, known to agent-studio.',
        'nonsense: unknown to Claude Code.',
      ],
    );
    const manifest = file('.claude-plugin/plugin.json', '{ "name": "p" }\n');
    const own = effective(
      file('agents/a.md', '---\nname: a\ndescription: Works.\npermissionMode: plan\n---\n') + manifest,
    );
    assert.deepEqual(
      own.idleKeys.map(({ key }) => key),
      ['permissionMode'],
    );
  });

  test('a page of it, and a summary', () => {
    const found = of('tools: Read, Grep, Glob, Bash', '', old);
    const page = effectiveText(found, '.claude/agents/a.md');
    assert.match(page, /^# `a`\n/);
    assert.match(page, /a session on `claude-opus-4-6`/);
    assert.match(page, /\n- `Grep`, `Glob`: dropped beside `Bash`/);
    assert.match(effectiveSummary(found) ?? '', /^- Tools: `Read`, `Bash`\.\n- Not `Grep`, `Glob`: dropped/);
  });

  test('of an agent that does not load, why, and what others make of it', () => {
    const found = effective('-- .claude/agents/a.md --\n---\nname: a\ntools: Read\n---\n');
    const page = effectiveText(found, '.claude/agents/a.md');
    assert.match(page, /does not load it/);
    assert.deepEqual(page.match(/^## .*/gm), ['## What other tools make of it']);
    assert.equal(effectiveSummary(found), undefined);
  });

  test('a skill is no agent', () => {
    const { workspace, document } = fixture(skill('tdd'));
    assert.equal(effectiveAgent(workspace, document, () => undefined), undefined); // prettier-ignore
  });
});

suite('the agent that all began with', () => {
  test('has what the facts say of it', async function () {
    needsCollection(this);
    const { workspace, uris, text } = await openRepository('oimiragieo__agent-studio');
    const uri = uris.find(each => each.endsWith('/ai-ml-specialist.md'))!;
    const read = (at: string) => workspace.read(at, text(at) ?? '');
    const now = effectiveAgent(workspace, read(uri), read)!;
    assert.deepEqual([...now.tools.granted].sort(), [
      'Bash',
      'Edit',
      'Read',
      'Skill',
      'WebFetch',
      'WebSearch',
      'Write',
    ]);
    assert.equal(now.model.id, 'claude-opus-5-5');
    assert.equal(now.skills.filter(({ missing }) => !missing).length, 8);
    const keys = ['version', 'temperature', 'context_strategy', 'priority', 'context_files'];
    assert.deepEqual(now.idleKeys.map(({ key }) => key), keys); // prettier-ignore
    const then = effectiveAgent(workspace, read(uri), read, old)!;
    const tasks = ['TaskCreate', 'TaskGet', 'TaskList', 'TaskUpdate'];
    assert.deepEqual([...then.tools.granted].sort(), [...now.tools.granted, ...tasks].sort());
  });
});
