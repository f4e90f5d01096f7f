// Where names are defined and used: exactly those places, whatever they are called there.
import { checkDefinition, checkReferences } from '../support/rename';
import { agent, file, skill } from '../support/fixture';

suite('references', () => {
  test('of a skill, in every form', () =>
    checkReferences(
      agent(
        'a',
        'skills: [<|tdd|>]\ntools: [Skill(<|tdd|>), Read]',
        "Skill({ skill: '<|tdd|>' });\n\nUse `<|tdd|>`, then /<|tdd|>; tdd is good.\n\n" +
          '| Skill |\n| --- |\n| `<|tdd|>` |\n\n```\n`tdd` /tdd\n```',
      ) + skill('tdd', 'name: <|tdd|>'),
    ));
  test('of a skill, in the settings that override how it is listed', () =>
    checkReferences(
      skill('tdd', 'name: <|tdd|>') +
        file(
          '.claude/settings.json',
          '{ "skillOverrides": { "<|tdd|>": "off", "other": "on" }, "env": { "tdd": "tdd" } }\n',
        ),
    ));
  test('of an agent', () =>
    checkReferences(
      agent('critic', 'name: <|critic|>') +
        agent(
          'a',
          'tools: [Agent(<|critic|>)]',
          "Task({ subagent_type: '<|critic|>' })\n\nAsk @agent-<|critic|> or @<|critic|>, not a@critic.org.",
        ),
    ));
  test('of an agent, in calls that are not written as such', () =>
    checkReferences(
      agent('critic', 'name: <|critic|>') +
        agent(
          'a',
          '',
          '```\nTask:\n  subagent_type: "<|critic|>"\n```\n\nUse the Agent tool with `subagent_type="<|critic|>"`.\n\n' +
            '```\nAgent(prompt="{x}", subagent_type="<|critic|>")\n```\n\n<!-- subagent_type: "critic" -->',
        ),
    ));
  test('of an agent, by its type without quotes', () =>
    checkReferences(
      agent('critic', 'name: <|critic|>') +
        agent(
          'a',
          '',
          '```\nsubagent_type: <|critic|>\n```\n\nCall `Task(subagent_type=<|critic|>)` or subagent_type: <|critic|>.\n\n' +
            'Not subagent_type: critic.name, subagent_type: critic-two, subagent_type: critic(x), my_subagent_type: critic.',
        ),
    ));
  test('of a command with what it is given, in one piece of code', () =>
    checkReferences(
      file('.claude/commands/go.md', 'Go.\n') +
        agent('a', '', 'Run `/<|go|> --fast now`, not `/go-x y`, `cd /go now`, `/go/x y` or `go now`.'),
    ));
  test('of agents and skills in front matter that no tool reads', () =>
    checkReferences(
      file(
        '.claude/workflows/w.md',
        '---\nname: critic\nagents: [<|critic|>, other]\nagent: "<|critic|>"\nsteps:\n  - agent: <|critic|>\n    skills: [critic]\n' +
          'handoffs:\n  - label: critic\n    agent: <|critic|>\nowner: critic\n---\n',
      ) +
        agent('critic', 'name: <|critic|>') +
        agent('other'),
    ));
  test('a name in a table of skills is no agent', () =>
    checkReferences(
      agent('critic', 'name: <|critic|>') + agent('a', '', 'Ask `<|critic|>`.\n\n| Skill |\n| --- |\n| `critic` |'),
    ));
  test('of a file', () =>
    checkReferences(
      agent(
        'a',
        'context_strategy: minimal\ncontext_files: [<|.claude/context/memory/x.md|>]',
        'See [x](<|../context/memory/x.md|>).',
      ) + file('.claude/context/memory/x.md'),
    ));
  test('of a heading', () =>
    checkReferences(
      skill('tdd', '', 'See [x](../other/SKILL.md#<|how|>).') +
        skill('other', '', '## How') +
        skill('third', '', '[y](../other/SKILL.md#<|how|>)'),
    ));
  test('of a tool', () =>
    checkReferences(
      agent('a', 'tools: [<|TaskUpdate|>]', '<|TaskUpdate|>({})') + agent('b', 'tools: [Read, <|TaskUpdate|>]'),
    ));
  test('names of single words in code mean nothing, where nothing is called so', () =>
    checkReferences(agent('a', 'skills: [<|gone|>]', 'Use `gone` and /gone.')));
  test('a skill hides a command of its name', () =>
    checkReferences(
      skill('go', 'name: <|go|>') +
        file('.claude/commands/go.md', 'Go.\n') +
        agent('a', '', "Skill({ skill: '<|go|>' })"),
    ));
});

suite('definition', () => {
  const tdd = skill('tdd');
  test('of a skill', () => checkDefinition(agent('a', 'skills: [t<|>dd]') + tdd, ['.claude/skills/tdd/SKILL.md:2']));
  test('of a word in code', () =>
    checkDefinition(agent('a', '', 'Use `t<|>dd`.') + tdd, ['.claude/skills/tdd/SKILL.md:2']));
  test('of an agent', () =>
    checkDefinition(agent('a', '', "Task({ subagent_type: 'b<|>' })") + agent('b'), ['.claude/agents/b.md:2']));
  test('of a command', () =>
    checkDefinition(agent('a', '', 'Run /g<|>o.') + file('.claude/commands/go.md', 'Go.\n'), [
      '.claude/commands/go.md:1',
    ]));
  test('of a path', () =>
    checkDefinition(skill('x', '', 'See [y](y<|>.md).') + file('.claude/skills/x/y.md'), ['.claude/skills/x/y.md:1']));
  test('of a path in code', () =>
    checkDefinition(agent('a', '', 'See `docs/<|>y.md`.') + file('docs/y.md'), ['docs/y.md:1']));
  test('of a heading', () =>
    checkDefinition(skill('x', '', 'See [y](y.md#t<|>wo).') + file('.claude/skills/x/y.md', '# One\n\n## Two\n'), [
      '.claude/skills/x/y.md:3',
    ]));
  test('of a server', () =>
    checkDefinition(
      agent('a', 'tools: [mcp__d<|>b__query]') + file('.mcp.json', '{\n "mcpServers": {\n  "db": {}\n } }\n'),
      ['.mcp.json:3'],
    ));
  test('of a tool there is none', () => checkDefinition(agent('a', 'tools: [Re<|>ad]'), []));
  test('of a file that is not there there is none', () => checkDefinition(skill('x', '', 'See [y](y<|>.md).'), []));
  test('the one that wins', () =>
    checkDefinition(
      '-- sub/.claude/agents/a.md --\n---\nname: a\ndescription: Works.\nskills: [t<|>dd]\n---\n' +
        '-- sub/.claude/skills/tdd/SKILL.md --\n---\nname: tdd\ndescription: Near.\n---\n' +
        tdd,
      ['sub/.claude/skills/tdd/SKILL.md:2'],
    ));
});
