// Semantic tokens: which words name something, and what is said of them.
import fc from 'fast-check';
import { tokens } from '../../server/src/features/tokens';
import { agent, file, openAll, root, skill } from '../support/fixture';
import { checkForm, checkTokens } from '../support/tokens';

const name = 'agent a declaration';
const body = (text: string, beside = ''): string => agent('a', '', text) + beside;
const inSkill = (text: string, frontMatter = ''): string => skill('s', frontMatter, text);

suite('semantic tokens', () => {
  suite('front matter', () => {
    test('the name is a declaration', () => {
      checkTokens(agent('a'), [name]);
      checkTokens(skill('tdd'), ['skill tdd declaration']);
      checkTokens(agent('a', "name: 'x y'"), ['agent x y declaration']);
    });

    test('a command has no name of its own', () =>
      checkTokens(file('.claude/commands/go.md', '---\nname: go\ndescription: Goes.\n---\n'), []));

    test('tools: known, old, gone and never heard of', () =>
      checkTokens(agent('a', 'tools: Read, Task, MultiEdit, Raed'), [
        name, 'tool Read', 'tool Task deprecated', 'tool MultiEdit unresolved deprecated', 'tool Raed unresolved',
      ])); // prettier-ignore

    test('a permission pattern is the tool before it', () =>
      checkTokens(agent('a', 'tools:\n  - Bash(git:*)\n  - "Read(src/**)"'), [name, 'tool Bash', 'tool Read']));

    test('a tool of a server is one token', () =>
      checkTokens(agent('a', 'tools: [mcp__github__get_issue, mcp__db]'), [
        name, 'tool mcp__github__get_issue', 'tool mcp__db',
      ])); // prettier-ignore

    test('agents and skills inside a tool', () =>
      checkTokens(agent('a', 'tools: Agent(b, c), Skill(tdd)') + agent('b') + skill('tdd'), [
        name, 'tool Agent', 'agent b', 'agent c unresolved', 'tool Skill', 'skill tdd',
      ])); // prettier-ignore

    test('skills', () =>
      checkTokens(agent('a', 'skills: [tdd, tbd, other:skill]') + skill('tdd'), [
        name, 'skill tdd', 'skill tbd unresolved', 'skill other:skill',
      ])); // prettier-ignore

    test('models', () => {
      checkTokens(agent('a', 'model: opus'), [name, 'model opus']);
      checkTokens(agent('a', 'model: claude-opus-9'), [name, 'model claude-opus-9']);
      checkTokens(agent('a', 'model: gpt'), [name, 'model gpt unresolved']);
    });

    test('an agent of Claude Code itself', () =>
      checkTokens(skill('s', 'context: fork\nagent: Explore'), ['skill s declaration', 'agent Explore']));

    test('paths', () =>
      checkTokens(
        agent('a', 'context_files:\n  - .claude/context/memory/x.md\n  - .claude/context/memory/y.md') +
          file('.claude/context/memory/x.md', 'x'),
        [name, 'path .claude/context/memory/x.md', 'path .claude/context/memory/y.md unresolved'],
      ));

    test('descriptions name nothing', () =>
      checkTokens(agent('a', 'description: Use the Read tool and tdd.') + skill('tdd'), [name]));
  });

  suite('body', () => {
    test('calls, in code too', () =>
      checkTokens(
        body("```javascript\nSkill({ skill: 'tdd' });\nTaskUpdate({ id: 1 });\n```\nTask({ subagent_type: 'x' })") +
          skill('tdd'),
        [name, 'tool Skill', 'skill tdd', 'tool TaskUpdate', 'tool Task deprecated', 'agent x unresolved'],
      ));

    test('functions of other languages are no tools', () => checkTokens(body('`Promise({})`, Raed()'), [name]));

    test('tables of skills', () =>
      checkTokens(body('| Skill | When |\n| --- | --- |\n| `tdd` | Now |\n| `gone` | Then |', skill('tdd')), [
        name, 'skill tdd', 'skill gone unresolved',
      ])); // prettier-ignore

    test('agents in prose', () =>
      checkTokens(body('Use the **code-reviewer** agent.', agent('code-reviewer')), [name, 'agent code-reviewer']));

    test('links and parts of a skill', () =>
      checkTokens(
        inSkill('[x](references/x.md#top), `references/y.md`, `${CLAUDE_SKILL_DIR}/scripts/z.sh`') +
          file('.claude/skills/s/references/x.md', '# Top\n'),
        [
          'skill s declaration', 'path references/x.md', 'path references/y.md unresolved',
          'placeholder ${CLAUDE_SKILL_DIR}', 'path scripts/z.sh unresolved',
        ],
      )); // prettier-ignore

    test('a part that exists from the project’s folder is there', () =>
      checkTokens(inSkill('`scripts/z.sh`') + file('scripts/z.sh', 'ls'), [
        'skill s declaration', 'path scripts/z.sh',
      ])); // prettier-ignore

    test('a file outside the workspace may be there', () =>
      checkTokens(body('[x](../../../x.md)'), [name, 'path ../../../x.md']));

    test('imports', () =>
      checkTokens(`${file('CLAUDE.md', 'See @docs/x.md and @docs/y.md.\n')}${file('docs/x.md', 'x')}`, [
        'path docs/x.md', 'path docs/y.md unresolved',
      ])); // prettier-ignore

    test('ordinary text has none', () =>
      checkTokens(body('Pay $5.00 to a@b.md, Read and write, @mention, `ls`, {{ x }}, ${{ y }}.'), [name]));
  });

  suite('placeholders', () => {
    test('a skill has its arguments and variables', () =>
      checkTokens(inSkill('$ARGUMENTS $ARGUMENTS[1] $0 $10 $1.50 \\$2 ${CLAUDE_SKILL_DIR} ${HOME}'), [
        'skill s declaration', 'placeholder $ARGUMENTS', 'placeholder $ARGUMENTS[1]', 'placeholder $0',
        'placeholder ${CLAUDE_SKILL_DIR}',
      ])); // prettier-ignore

    test('arguments by their names', () =>
      checkTokens(inSkill('$file $line $other', 'arguments: [file, line]'), [
        'skill s declaration', 'placeholder $file', 'placeholder $line',
      ])); // prettier-ignore

    test('nothing is replaced in an agent, save what people fill in', () =>
      checkTokens(body('$ARGUMENTS $1 ${CLAUDE_SKILL_DIR} {{NAME}}'), [name, 'placeholder {{NAME}}']));
  });

  test('a part of a document', () =>
    checkTokens('-- .claude/agents/a.md --\n---\nname: a\ndescription: A.\n<|tools: Read|>\nskills: [x]\n---\n', [
      'tool Read',
    ]));

  test('settings', () =>
    checkTokens(file('.claude/settings.json', '{ "permissions": { "allow": ["Bash(git:*)", "mcp__db__q"] } }'), [
      'tool Bash', 'tool mcp__db__q',
    ])); // prettier-ignore

  test('any text whatever', () => {
    const piece = fc.constantFrom(
      '---\n', 'name: ', 'tools: ', 'skills: ', 'model: ', '[', ']', ', ', '- ', '\n', '\r\n', '"', "'", '|', '\\', ' ',
      'Read', 'Bash(git:*)', 'mcp__a__b', 'Agent(b)', "Skill({ skill: 'x' })", "Task({ subagent_type: 'y' })", 'TaskList()',
      '`references/x.md`', '[x](y.md#z)', '@docs/x.md', '$ARGUMENTS', '$1', '${CLAUDE_SKILL_DIR}/', '{{X}}', '```', '<!--',
      '| Skill |\n| --- |\n| `x` |\n', 'Use the **a-b** agent', 'é', '\u{1F600}', '.claude/context/memory/x.md',
    ); // prettier-ignore
    const text = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ maxLength: 4 })), { maxLength: 40 });
    const path = fc.constantFrom(
      '.claude/agents/a.md',
      '.claude/skills/a/SKILL.md',
      '.claude/settings.json',
      'CLAUDE.md',
    );
    fc.assert(
      fc.property(path, text, fc.boolean(), (at, pieces, front) => {
        const uri = `${root}/${at}`;
        const written = (front ? '---\n' : '') + pieces.join('');
        const workspace = openAll(new Map([[uri, written]]));
        const document = workspace.document(uri)!;
        const all = tokens(workspace, document);
        checkForm(all, written);
        checkForm(tokens(workspace, document, { start: 3, end: written.length - 3 }), written);
      }),
      { numRuns: 400 },
    );
  });
});
