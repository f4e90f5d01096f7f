// What is told of each thing under the cursor, and that no text of a workspace becomes a link or HTML.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { hover } from '../../server/src/features/hover';
import { code, literal } from '../../server/src/features/markdown';
import { Workspace } from '../../server/src/workspace/workspace';
import { checkHover } from '../support/features';
import { agent, file, skill } from '../support/fixture';

const servers = `${file('.mcp.json', '{"mcpServers":{"github":{}}}')}\n`;
const memory = file('.claude/context/memory/learnings.md', 'x\n');
const beside =
  skill('tdd') +
  skill('group/deep') +
  agent('reviewer', 'model: opus\ntools: [Read]\nskills: [tdd]') +
  servers +
  memory;
const studio = 'context_strategy: lazy_load';
const inBody = (text: string): string => agent('a', '', text);

suite('hover of keys', () => {
  test('meaning, type, default', () =>
    checkHover('mod<|>el: opus', ['**`model`** · Claude Code agent', 'Without it: ', 'Type: model', '*Observed: ']));
  test('what an empty value does', () => checkHover('too<|>ls:', ['Empty: an empty list, which takes all away']));
  test('what a wrong value does', () =>
    checkHover('mem<|>ory: x', ['Values: `user`, `project`, `local`', 'Invalid: It is ignored']));
  test('since when and how sure', () => checkHover('omit<|>ClaudeMd: true', ['since 2.1.271']));
  test('that is required', () => checkHover('---\nna<|>me: a\n---\n', ['· required']));
  test('of all dialects', () =>
    checkHover(`${studio}\nto<|>ols: [Read]`, ['Claude Code agent', '**agent-studio agent**: ']));
  test('that is not read', () =>
    checkHover(skill('x', 'glo<|>bs: a'), ['Read instead: `paths`'], { beside: agent('s', studio) }));
  test('of a nested map', () =>
    checkHover(`${studio}\nidentity:\n  mot<|>to: x`, ['**`motto`** · agent-studio agent']));
  test('of an event', () => checkHover('hooks:\n  PreTool<|>Use: []', ['Before a tool is called']));
  test('of a handler', () => checkHover('hooks:\n  Stop:\n    - hooks: [{ type: http, ur<|>l: x }]', ['**`url`**']));
  test('that nobody knows', () => checkHover('col<|>our: red', []));
  test('of a line without a colon', () => checkHover('mod<|>el', ['**`model`**']));
  test('with Windows line ends', () => checkHover('model: opus\nto<|>ols: Read', ['**`tools`**'], { crlf: true }));
});

suite('hover of values', () => {
  test('a choice', () =>
    checkHover('permissionMode: pl<|>an', ['**`plan`** · `permissionMode`', 'Explores read-only']));
  test('nothing of a value that the finding above it tells of', () => checkHover('memory: glo<|>bal', []));
  test('a flag', () => checkHover('background: tr<|>ue', ['Keeps the agent in the background']));
  test('an item of a choice', () =>
    checkHover(`${studio}\nidentity:\n  personality:\n    traits: [thor<|>ough]`, ['Leaves nothing out.']));
  test('a tool', () =>
    checkHover('tools: [Ba<|>sh]', ['**`Bash`** · tool · shell', 'Permission rule: ', 'Input: `command`']));
  test('a tool with a specifier', () => checkHover(skill('x', 'allowed-tools: Bash(gi<|>t:*)'), ['**`Bash`**']));
  test('a tool in a text', () => checkHover('tools: Read, Gr<|>ep', ['**`Grep`**']));
  test('an old tool', () => checkHover('tools: [Ta<|>sk]', ['old name of a tool', 'Write `Agent` instead.']));
  test('a tool that subagents never get', () => checkHover('tools: [AskUser<|>Question]', ['to no subagent']));
  test('nothing of a name that the finding above it tells of', () => {
    checkHover('tools: [Fo<|>o]', []);
    checkHover('model: sonne<|>', []);
    checkHover('skills: [no<|>pe]', []);
  });
  test('an MCP tool', () =>
    checkHover('tools: [mcp__gith<|>ub__search]', ['MCP server', '`search`', 'configured in `.mcp.json`'], { beside }));
  test('an MCP tool of no server', () => checkHover('tools: [mcp__x<|>y__*]', ['Nothing in this project']));
  test('a model', () => checkHover('model: op<|>us', ['model alias', 'Stands for `claude-opus-5-5`']));
  test('a model id', () =>
    checkHover('model: claude-opus<|>-4-5', ['Context window: 200,000 tokens', 'Status: legacy']));
  test('a model that may be', () => checkHover('model: claude-opus<|>-9', ['looks like one']));
  test('a skill', () =>
    checkHover('skills: [td<|>d]', ['Does tdd well.', '`.claude/skills/tdd/SKILL.md`', '2 agents'], { beside }));
  test('a skill that some know by another name', () =>
    checkHover('skills: [td<|>d]', ['Named by 3 agents: '], {
      beside:
        skill('tdd', 'name: test-first') +
        agent('b', 'skills: [test-first]') +
        agent('c', '', "Skill({ skill: 'test-first' })"),
    }));
  test('a skill that lies too deep', () => checkHover('skills: [de<|>ep]', ['⚠ It lies deeper'], { beside }));
  test('a skill that cannot be preloaded', () =>
    checkHover('skills: [x<|>]', ['⚠ With `disable-model'], { beside: skill('x', 'disable-model-invocation: true') }));
  test('an agent', () =>
    checkHover('tools: [Agent(rev<|>iewer)]', ['· agent', 'Model: `opus`', 'Tools: 1 listed'], { beside }));
  test('an agent that Claude Code brings along', () => checkHover('tools: [Agent(Exp<|>lore)]', ['brings it along']));
  test('a path', () => {
    checkHover(`${studio}\ncontext_files: [.claude/context/memory/lear<|>nings.md]`, ['It exists.'], { beside });
    checkHover(`${studio}\ncontext_files: [no<|>pe.md]`, ['There is no such file'], { beside });
    checkHover(`${studio}\ncontext_files: [/x/node_modules/no<|>pe.md]`, ['may exist'], { beside });
  });
  test('a description', () =>
    checkHover('---\nname: a\ndescription: Some<|> words\n---\n', ['10 characters, ≈ 3 tokens, always']));
  test('a description and its limits', () =>
    checkHover(`---\n${studio}\nname: a\ndescription: Some<|> words\n---\n`, ['⚠ 20 to 500 characters, 10 missing']));
  test('a name', () => checkHover('---\nname: a<|>\ndescription: Some words\n---\n', ['· agent', 'Some words']));
  test('nothing in other texts', () => checkHover('initialPrompt: some<|> words', []));
});

suite('hover in bodies', () => {
  test('a skill in a call', () => checkHover(inBody("Skill({ skill: 'td<|>d' })"), ['· skill'], { beside }));
  test('a skill in a table', () => checkHover(inBody('| Skill |\n|---|\n| `td<|>d` |'), ['· skill'], { beside }));
  test('an agent in a call', () =>
    checkHover(inBody("Task({ subagent_type: 'revi<|>ewer' })"), ['· agent'], { beside }));
  test('a tool in a call', () => checkHover(inBody('TaskUp<|>date({ taskId: 1 })'), ['**`TaskUpdate`**']));
  test('no tool in a call', () => checkHover(inBody('FooB<|>ar({ taskId: 1 })'), []));
  test('a memory file', () =>
    checkHover(inBody('Read `.claude/context/memory/lear<|>nings.md`.'), ['It exists.'], { beside }));
  test('nothing in prose', () => checkHover(inBody('Some wo<|>rds'), []));
});

suite('hover of the verdict', () => {
  const verdict = (text: string, said: string[]): unknown => checkHover(`<|>---\n${text}\n---\n`, said);
  test('loads', () => verdict('name: a\ndescription: b', ['**Claude Code**: loads']));
  test('does not load', () => verdict('name: a', ['**Claude Code**: does not load', 'Without a `description`']));
  test('loads by quoting', () =>
    verdict('name: a\ndescription: b: c', ['loads', 'by quoting', 'gray-matter**: does not load']));
  test('of a skill', () =>
    checkHover(`-- .claude/skills/x/SKILL.md --\n-<|>--\nname: x\n---\n`, ['some of it is lost']));
  test('nothing for other files', () => checkHover('-- notes.md --\n-<|>--\ntitle: x\n---\n', []));
});

suite('hover says just what a text says', () => {
  const evil =
    '[a](http://evil.example) <img src=x> `b` | https://evil.example www.evil.example me@evil.example *c* ![d](e)';
  test('of a description', () => {
    const markdown = checkHover('skills: [td<|>d]', ['\\<img'], { beside: skill('tdd', `description: '${evil}'`) });
    assert.ok(!/(^|[^\\])[<[`*](?!`|\*|\.claude|tdd)/.test(markdown.split('\n\n')[1]!), markdown);
    assert.ok(!/https?:\/\/|www\.|\w@/.test(markdown), markdown);
  });
  test('at the beginning of a line', () => {
    assert.deepEqual(['- a', '1. b', '# c', '> d', '+ e', '=f'].map(text => literal(text)), [
      '\\- a', '1\\. b', '\\# c', '\\> d', '\\+ e', '\\=f',
    ]); // prettier-ignore
  });
  test('in backticks', () => assert.deepEqual(['a`b', '`', 'a ``b'].map(code), ['``a`b``', '`` ` ``', '```a ``b```']));
  test('of a name that holds backticks', () =>
    checkHover("---\nname: 'a`<|>b`<img>'\ndescription: Some words\n---\n", ['**``a`b`<img>']));
});

suite('hover never fails', () => {
  const uri = 'file:///ws/.claude/agents/a.md';
  const everywhere = (text: string): void => {
    const workspace = new Workspace();
    workspace.setRoots(['file:///ws']);
    workspace.apply([{ uri, text, open: true }]);
    const document = workspace.document(uri)!;
    for (let at = 0; at <= text.length; at++) {
      const found = hover(workspace, document, at);
      if (found) assert.ok(found.span.start <= at && at <= found.span.end);
    }
  };
  test('on broken front matter', () =>
    everywhere('---\nname: a: b\ntools: [Read, "x\nskills:\n  - "t\nhooks: {a: [\n---\nSkill({'));
  const example = 'examples/workspace/.claude/agents/domain/ml-engineer.md';
  test('at every place of a real agent', () => everywhere(readFileSync(example, 'utf8')));
});
