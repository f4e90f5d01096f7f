// What is offered at each place, on valid, unfinished and broken files.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { completion } from '../../server/src/features/completion';
import { Workspace } from '../../server/src/workspace/workspace';
import { beside } from '../support/beside';
import { checkCompletes, checkNothing, checkOffers, offers } from '../support/features';
import { agent, file, fixture, skill } from '../support/fixture';

const studio = 'context_strategy: lazy_load';

suite('completion of keys', () => {
  test('right after the first fence', () => checkOffers('---\n<|>', 'name description tools model'));
  test('between the fences', () => checkOffers('---\n<|>\n---\n', 'name description'));
  test('required keys come first', () =>
    assert.deepEqual(offers('---\n<|>\nmodel: opus').slice(0, 2), ['name', 'description']));
  test('on an empty line between entries', () =>
    checkOffers('model: opus\n<|>\ntools: Read', 'skills | model tools name'));
  test('after the last entry of a file that is not closed', () => checkOffers('---\nname: a\n\n<|>', 'tools | name'));
  test('of a word that is typed', () => checkCompletes('to<|>', 'tools', 'tools:\n  - $0'));
  test('with a choice', () => checkCompletes('<|>', 'model', 'model: ${1|sonnet,opus,haiku,inherit|}'));
  test('with a flag, the other value first', () => checkCompletes('<|>', 'background', 'background: ${1|true,false|}'));
  test('with a map', () => checkCompletes(`${studio}\n<|>`, 'identity', `${studio}\nidentity:\n  $0`));
  test('without snippets', () => checkCompletes('co<|>', 'color', 'color: '));
  test('before a colon that is there', () => checkCompletes('mod<|>: opus', 'model', 'model: opus'));
  test('under a broken line', () => checkOffers('description: a: b: "c\ntools: [Read\n<|>', 'model skills | tools'));
  test('above a broken line', () => checkOffers('mo<|>\ntools: [Read, "x\nskills:\n  - "t', 'model | tools skills'));
  test('with Windows line ends', () =>
    checkCompletes('co<|>\nmodel: opus', 'color', 'color: \nmodel: opus', { crlf: true }));
  test('not those that are ignored or replaced', () =>
    checkOffers(skill('x', '<|>'), 'allowed-tools | user_invocable globs'));
  test('of the framework only where it is used', () => checkOffers('<|>', 'tools | context_strategy'));
  test('of the framework', () => checkOffers(`${studio}\n<|>`, 'context_files priority | context_strategy'));
  test('of a nested map', () => checkOffers(`${studio}\nidentity:\n  role: x\n  <|>`, 'goal backstory | role tools'));
  test('of a nested map between its entries', () =>
    checkOffers(`${studio}\nidentity:\n  role: x\n  m<|>\n  goal: y`, 'motto | role goal'));
  test('of events', () => checkCompletes('hooks:\n  Pre<|>', 'PreToolUse', 'hooks:\n  PreToolUse:\n  - $0'));
  test('of an item', () => checkOffers('hooks:\n  Stop:\n    - <|>', 'matcher hooks'));
  test('that its variant has', () =>
    checkOffers('hooks:\n  Stop:\n    - hooks:\n        - type: http\n          <|>', 'url headers | command type'));
  test('that its variant has, in braces', () =>
    checkOffers('hooks: { Stop: [{ hooks: [{ type: http, <|>', 'url | command'));
  test('of a server', () => checkOffers('mcpServers:\n  - pg: { type: http, <|> }', 'url headers | type'));
  test('nothing in a text', () => checkNothing('description: >-\n  one\n  <|>'));
  test('nothing in a comment', () => checkNothing('# to<|>'));
  test('nothing in the text of a value', () => checkNothing('description: some <|>'));
});

suite('completion of the whole front matter', () => {
  const asked = (path: string, text: string): string => `-- ${path} --\n${text}`;
  const whole = (source: string, after: string): void =>
    checkCompletes(
      source,
      offers(source).find(label => label.startsWith('Front matter'))!,
      after,
    );
  const place = '.claude/agents/code-reviewer.md';
  const lines =
    'name: code-reviewer\ndescription: ${2:Code Reviewer. Use when work on code reviewer is asked for.}\n' +
    'tools: ${3:Read, Grep, Glob}\nmodel: ${4:inherit}\n';

  test('of an agent that is empty', () => whole(asked(place, '<|>\n'), asked(place, `---\n${lines}---\n\n$0\n`)));
  test('in place of the fence', () => whole(asked(place, '---<|>\n'), asked(place, `---\n${lines}---\n\n$0\n`)));
  test('below the fence, in front of the keys', () => {
    whole(asked(place, '---\n<|>\n'), asked(place, `---\n${lines}---\n\n$0\n`));
    assert.deepEqual(offers(asked(place, '---\n<|>\n')).slice(0, 3), ['Front matter', 'name', 'description']);
    assert.deepEqual(offers(asked(place, '---\n<|>\n'), { native: true })[0], 'Front matter');
  });
  test('between the fences', () =>
    whole(asked(place, '---\n<|>\n---\n'), asked(place, `---\n${lines.trimEnd()}\n---\n`)));
  test('of a skill, a command and a rule', () => {
    const skillFile = '.claude/skills/tdd/SKILL.md';
    whole(
      asked(skillFile, '<|>\n'),
      asked(skillFile, '---\nname: tdd\ndescription: ${2:Tdd. Use when work on tdd is asked for.}\n---\n\n$0\n'),
    );
    assert.deepEqual(offers(asked('.claude/commands/ship.md', '<|>\n')), ['Front matter']);
    assert.deepEqual(offers(asked('.claude/rules/web.md', '<|>\n')), ['Front matter']);
  });
  test('nowhere else', () => {
    assert.deepEqual(offers(asked(place, '\n\n<|>\n')), []);
    assert.deepEqual(offers(asked('CLAUDE.md', '<|>\n')), []);
    assert.deepEqual(offers(asked(place, '---<|>\n'), { typed: '-' }), []);
    assert.deepEqual(offers(asked(place, 'Some words<|>\n')), []);
    assert.ok(!offers(asked(place, '---\n<|>\nname: a\n')).includes('Front matter'));
  });
});

suite('completion of keys that siblings have', () => {
  const crowd = (keys: string, many = 12): string =>
    [...Array(many).keys()].map(at => agent(`n${at}`, keys)).join('') + agent('plain');
  const owners = crowd('owner: web\nreviewers: [b]\nmodel: opus');

  test('behind those that are known, with how many have them', () => {
    const { workspace, document, cursor } = fixture(agent('a', '<|>') + owners);
    const found = completion(workspace, document, cursor).filter(({ label }) => /^(?:owner|reviewers)$/.test(label));
    assert.deepEqual(
      found.map(({ label, detail }) => `${label} ${detail}`),
      ['owner in 12 of 13 other agents here', 'reviewers in 12 of 13 other agents here'],
    );
    assert.deepEqual(offers('<|>', { beside: owners }).slice(-2), ['owner', 'reviewers']);
  });
  test('in the form that most have', () => {
    checkCompletes('ow<|>', 'owner', 'owner: $0', { beside: owners });
    checkCompletes('rev<|>', 'reviewers', 'reviewers:\n  - $0', { beside: owners });
    checkCompletes('ow<|>: core', 'owner', 'owner: core', { beside: owners });
  });
  test('not twice, not below another key, and not in front of few', () => {
    checkOffers('owner: me\n<|>', 'reviewers | owner', { beside: owners });
    checkOffers('hooks:\n  <|>', '| owner reviewers', { beside: owners });
    checkOffers('<|>', '| owner', { beside: crowd('owner: web', 5) });
    checkOffers('<|>', '| owner', { beside: crowd('owner: web', 6) + crowd('', 6).replaceAll('n', 'm') });
  });
  test('those that the configuration describes are offered once', () =>
    checkOffers('<|>', 'owner', {
      beside: owners + file('agentwright.json', '{ "fields": { "agent": { "owner": "Who answers for it." } } }'),
    }));
});

suite('completion of values', () => {
  test('of a choice', () => checkOffers('permissionMode: <|>', 'plan acceptEdits'));
  test('of a choice that is half typed', () => checkCompletes('permissionMode: pl<|>', 'plan', 'permissionMode: plan'));
  test('right behind the colon', () => checkCompletes('model:<|>', 'opus', 'model: opus'));
  test('in place of another', () => checkCompletes('model: so<|>nnet', 'opus', 'model: opus'));
  test('in quotes', () => checkCompletes('model: "so<|>"', 'sonnet', 'model: "sonnet"'));
  test('in a quote that is not closed', () =>
    checkCompletes('model: "so<|>\ntools: Read', 'sonnet', 'model: "sonnet"\ntools: Read'));
  test('before a comment', () => checkCompletes('model: o<|> # why', 'opus', 'model: opus # why'));
  test('aliases before ids', () =>
    assert.equal(offers('model: <|>').findIndex(label => label.startsWith('claude-')) > 5, true));
  test('no retired model', () => checkOffers('model: <|>', 'opus claude-opus-5-5 | claude-opus-4-1 default'));
  test('of a flag', () => checkOffers('background: <|>', 'true false'));
  test('of one type or another', () => checkOffers('effort: <|>', 'low xhigh'));
  test('no numbers', () => checkNothing('maxTurns: <|>'));
  test('of a name: the file', () => checkCompletes('---\nname: <|>\n---\n', 'a', '---\nname: a\n---\n'));
  test('of a name: the folder', () => checkOffers(skill('tdd', 'name: <|>'), 'tdd'));
  test('of a nested key', () =>
    checkOffers(`${studio}\nidentity:\n  personality:\n    risk_tolerance: <|>`, 'low high'));
  test('of a nested list', () =>
    checkOffers(`${studio}\nidentity:\n  personality:\n    traits: [thorough, <|>]`, 'pragmatic | thorough'));
  test('of a tag', () => checkOffers('hooks:\n  Stop:\n    - hooks:\n        - type: <|>', 'command http'));
  test('with Windows line ends', () =>
    checkCompletes('tools:\n  - R<|>\nmodel: opus', 'Read', 'tools:\n  - Read\nmodel: opus', { crlf: true }));
});

suite('completion of tools', () => {
  test('of a new item', () => checkOffers('tools:\n  - Read\n  - <|>', 'Grep Bash | Read'));
  test('of an item between others', () =>
    checkCompletes('tools:\n  - R<|>\n  - Bash', 'Read', 'tools:\n  - Read\n  - Bash'));
  test('right behind a dash', () => checkCompletes('tools:\n  -<|>', 'Read', 'tools:\n  - Read'));
  test('without a dash yet', () => checkCompletes('tools:\n  <|>', 'Read', 'tools:\n  - Read'));
  test('of an item in column 0', () => checkOffers('tools:\n- Read\n- <|>', 'Grep | Read'));
  test('in brackets', () => checkCompletes('tools: [Read, <|>]', 'Grep', 'tools: [Read, Grep]'));
  test('in brackets that are not closed', () => checkOffers('tools: [Read, G<|>\nmodel: opus', 'Grep | Read'));
  test('in brackets over lines', () => checkOffers('tools: [\n  Read,\n  <|>\n]', 'Grep | Read'));
  test('in quotes in brackets', () => checkCompletes('tools: ["R<|>"]', 'Read', 'tools: ["Read"]'));
  test('in a text with commas', () => checkCompletes('tools: Read, G<|>, Bash', 'Grep', 'tools: Read, Grep, Bash'));
  test('in a text with blanks', () => checkOffers('tools: Read G<|>', 'Grep | Read'));
  test('in a text on the line below', () => checkOffers('tools: Read,\n  <|>', 'Grep | Read'));
  test('no old or mistaken names', () => checkOffers('tools: <|>', 'Agent | Task MultiEdit Search'));
  test('those that subagents never get come last', () =>
    assert.ok(offers('tools: <|>').indexOf('AskUserQuestion') > 30));
  test('of servers', () => checkOffers('tools: [mcp<|>]', 'mcp__github__*', { beside }));
  test('of the repository', () =>
    checkOffers('tools: <|>', 'Deploy', { beside: `${file('agentwright.json', '{"tools":["Deploy"]}')}\n` }));
  test('agents in parentheses', () =>
    checkCompletes('tools: [Agent(re<|>)]', 'reviewer', 'tools: [Agent(reviewer)]', { beside }));
  test('more agents in parentheses', () =>
    checkOffers('tools: Agent(reviewer, <|>)', 'Explore | reviewer Read', { beside }));
  test('skills in parentheses', () => checkOffers(skill('x', 'allowed-tools: Skill(<|>'), 'tdd', { beside }));
  test('nothing in other parentheses', () => checkNothing('tools: Bash(<|>)'));
});

suite('completion of names', () => {
  test('skills of a new item', () => checkOffers('skills:\n  - tdd\n  - <|>', 'debugging | tdd', { beside }));
  test('skills of an item that is empty', () =>
    checkCompletes('skills:\n  - <|>', 'tdd', 'skills:\n  - tdd', { beside }));
  test('skills of a file without an end', () => checkOffers('---\nname: a\nskills:\n  - <|>', 'tdd', { beside }));
  test('skills in a text', () =>
    checkCompletes('skills: tdd, d<|>', 'debugging', 'skills: tdd, debugging', { beside }));
  test('a second skill behind a blank', () =>
    checkCompletes('skills: tdd d<|>', 'debugging', 'skills: tdd debugging', { beside }));
  test('in brackets where the form is a list alone', () =>
    checkCompletes(
      skill('x', 'related_skills: <|>\ninvoked_by: both'),
      'tdd',
      skill('x', 'related_skills: [tdd]\ninvoked_by: both'),
      {
        beside: beside + agent('s', studio),
      },
    ));
  test('agents', () => checkOffers(skill('x', 'context: fork\nagent: <|>'), 'reviewer Explore', { beside }));
  test('servers', () => checkOffers('mcpServers:\n  - <|>', 'github', { beside }));
  test('paths, folder by folder', () => checkOffers(`${studio}\ncontext_files:\n  - <|>`, '.claude/', { beside }));
  test('paths, the folder', () =>
    checkCompletes(`${studio}\ncontext_files:\n  - .cl<|>`, '.claude/', `${studio}\ncontext_files:\n  - .claude/`, {
      beside,
    }));
  test('paths, the file', () =>
    checkCompletes(
      `${studio}\ncontext_files:\n  - .claude/context/memory/l<|>`,
      'learnings.md',
      `${studio}\ncontext_files:\n  - .claude/context/memory/learnings.md`,
      { beside },
    ));
});

suite('completion beside that of the editor', () => {
  const native = { native: true, beside };
  test('no keys that it offers', () => checkOffers('<|>', 'maxTurns effort color | tools model skills hooks', native));
  test('no values that it offers', () => checkOffers('model: <|>', 'fable | opus sonnet', native));
  test('no tools that it offers in brackets', () =>
    checkOffers('tools: [<|>]', 'Agent mcp__github__* | Read Bash', native));
  test('all tools behind a dash', () => checkOffers('tools:\n  - <|>', 'Read Bash Agent', native));
  test('no tools that it offers in a text', () =>
    checkOffers('tools: <|>', 'Agent mcp__github__* | Read Bash', native));
  test('skills, which it does not offer', () => checkOffers('skills: [<|>]', 'tdd', native));
  test('below a key, where it takes the line for one of the top, ours come first', () => {
    const { workspace, document, cursor } = fixture(agent('a', 'hooks:\n  <|>'));
    for (const { sortText } of completion(workspace, document, cursor, { native: true })) assert.match(sortText, /^\d/);
  });
  test('nested keys, which it does not offer', () => checkOffers('mcpServers:\n  - pg: { <|>', 'type command', native));
});

suite('skills that are offered', () => {
  const deep = '-- .claude/skills/group/leaf/SKILL.md --\n---\nname: leaf\ndescription: Deep.\n---\n';
  test('in a call, those that the agent lists come first', () => {
    const text = agent('a', 'skills: [zebra]', "Skill({ skill: '<|>' })") + skill('tdd') + skill('zebra');
    assert.deepEqual(offers(text), ['zebra', 'tdd']);
  });
  test('none that is never found', () => {
    for (const text of [agent('a', 'skills: [<|>]'), agent('a', '', "Skill({ skill: '<|>' })")])
      assert.deepEqual(offers(text + skill('tdd') + deep), ['tdd']);
  });
});

suite('completion while somebody types', () => {
  test('a character that the editor does not answer brings all values, the usual ones first', () => {
    const found = offers('model: <|>', { native: true, typed: ' ', beside });
    for (const model of ['opus', 'sonnet', 'fable']) assert.ok(found.includes(model), found.join());
    assert.ok(found.indexOf('opus') < found.indexOf('opusplan'), found.join());
  });
  test('nothing of a list is offered right behind its colon, where a line break is typed next', () => {
    for (const key of ['tools', 'skills', 'hooks']) checkNothing(`${key}:<|>`, { typed: ':', beside });
    checkOffers('model:<|>', 'opus', { typed: ':', beside });
    checkOffers('tools: <|>', 'Read', { typed: ' ', beside });
  });
  test('a key by its first letter', () => checkOffers('t<|>', 'tools', { typed: 't', beside }));
});

suite('completion never fails', () => {
  const ending = '\n---\n\n# Body\n';
  const uri = 'file:///ws/.claude/agents/a.md';
  const typed = (front: string, rest: string, step = 1): void => {
    const workspace = new Workspace();
    workspace.setRoots(['file:///ws']);
    for (let at = 0; at <= front.length; at += step) {
      workspace.apply([{ uri, text: front.slice(0, at) + rest, open: true }]);
      const document = workspace.document(uri)!;
      for (const { span } of completion(workspace, document, at))
        assert.ok(span.start <= at && at <= span.end, `at ${at}`);
    }
  };
  const front =
    '---\nname: a\nversion: 1.0.0\ndescription: One: two, "three". Use for x.\nmodel: opus\ntemperature: 0.3\n' +
    'context_strategy: lazy_load\ntools:\n  - Read\n  - "Bash(git:*)"\n  - mcp__x__*\nskills: [tdd, debugging]\n' +
    'context_files:\n  - .claude/context/memory/learnings.md\nhooks:\n  PreToolUse:\n    - matcher: "Bash|Edit"\n' +
    "      hooks: [{ type: command, command: 'x' }]\nidentity:\n  personality: { traits: [thorough] }\n";
  test('while front matter is typed at the end of a file', () => typed(front, ''));
  test('while front matter is typed above a body', () => typed(front, ending, 3));
  test('while it is typed with Windows line ends', () =>
    typed(front.replace(/\n/g, '\r\n'), ending.replace(/\n/g, '\r\n'), 3));

  const example = 'examples/workspace/.claude/agents/domain/ml-engineer.md';
  test('at every place of a real agent', () => {
    const workspace = new Workspace();
    workspace.setRoots(['file:///ws']);
    workspace.apply([{ uri, text: readFileSync(example, 'utf8'), open: true }]);
    const document = workspace.document(uri)!;
    for (let at = 0; at <= document.text.length; at++) completion(workspace, document, at);
  });
});
