// A rename of a path moves its file or folder, and changes everything that leads there.
import { checkRefused, checkRename } from '../support/rename';
import { agent, file, root, skill } from '../support/fixture';

suite('rename of a path', () => {
  test('a link: the file, and everybody who points at it', () =>
    checkRename(
      'notes/long.md',
      skill('tdd', '', 'See [n](ref<|>s/notes.md#why "T") and [m](./refs/notes.md).') +
        file('.claude/skills/tdd/refs/notes.md', '# Why\n\nBack to [it](../SKILL.md).\n') +
        agent('a', '', 'See [n](../skills/tdd/refs/notes.md) and `.claude/skills/tdd/refs/notes.md`.') +
        file('CLAUDE.md', 'Read @.claude/skills/tdd/refs/notes.md.\n'),
      skill('tdd', '', 'See [n](notes/long.md#why "T") and [m](./notes/long.md).') +
        file('.claude/skills/tdd/notes/long.md', '# Why\n\nBack to [it](../SKILL.md).\n') +
        agent('a', '', 'See [n](../skills/tdd/notes/long.md) and `.claude/skills/tdd/notes/long.md`.') +
        file('CLAUDE.md', 'Read @.claude/skills/tdd/notes/long.md.\n'),
      ['See [n](../skills/tdd/refs/notes.md) and `.claude/skills/tdd/refs/notes.md`.'],
    ));

  test('an import', () =>
    checkRename(
      'docs/rules.md',
      file('CLAUDE.md', 'Read @docs/st<|>yle.md always.\n\nAlso @docs/style.md#tone and @docs/style.md.\n') +
        file('docs/style.md'),
      file('CLAUDE.md', 'Read @docs/rules.md always.\n\nAlso @docs/rules.md#tone and @docs/rules.md.\n') +
        file('docs/rules.md'),
    ));

  test('a file of the context', () => {
    const before =
      'context_strategy: minimal\ncontext_files:\n  - "@.claude/context/x.md"\n  - .claude/con<|>text/x.md';
    const after = 'context_strategy: minimal\ncontext_files:\n  - "@.claude/memory/y.md"\n  - .claude/memory/y.md';
    checkRename(
      '.claude/memory/y.md',
      agent('a', before) + file('.claude/context/x.md'),
      agent('a', after) + file('.claude/memory/y.md'),
    );
  });

  test('a path in inline code', () =>
    checkRename(
      'docs/new.md',
      agent('a', '', 'See `docs/o<|>ld.md`.') + file('docs/old.md'),
      agent('a', '', 'See `docs/new.md`.') + file('docs/new.md'),
      ['See `docs/old.md`.'],
    ));

  test('blanks are written as a link writes them', () =>
    checkRename(
      'my%20long notes.md',
      skill('tdd', '', 'See [n](my<|>%20notes.md).') + '-- .claude/skills/tdd/my notes.md --\nx\n',
      skill('tdd', '', 'See [n](my%20long%20notes.md).') + '-- .claude/skills/tdd/my long notes.md --\nx\n',
    ));

  test("an agent's file takes its name and users along", () =>
    checkRename(
      'judge.md',
      '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ntools: [Agent(critic)]\n---\n[c](cri<|>tic.md)\n' +
        '-- .claude/agents/critic.md --\n---\nname: critic\ndescription: Works.\n---\n',
      '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ntools: [Agent(judge)]\n---\n[c](judge.md)\n' +
        '-- .claude/agents/judge.md --\n---\nname: judge\ndescription: Works.\n---\n',
    ));

  test("a skill's folder moves as a whole, and takes its name along", () =>
    checkRename(
      '../skills/test-first/SKILL.md',
      agent('a', 'skills: [tdd]', 'See [it](../skills/t<|>dd/SKILL.md).') +
        skill('tdd', 'name: tdd\ndescription: Tests.', 'See [x](x.md).') +
        file('.claude/skills/tdd/x.md'),
      agent('a', 'skills: [test-first]', 'See [it](../skills/test-first/SKILL.md).') +
        skill('test-first', 'name: test-first\ndescription: Tests.', 'See [x](x.md).') +
        file('.claude/skills/test-first/x.md'),
    ));
});

suite('renames of paths that are refused', () => {
  const before = skill('tdd', '', 'See [n](no<|>tes.md), [s](SKILL.md).') + file('.claude/skills/tdd/notes.md');
  test('to a file that is there', () =>
    checkRefused('../x.md', before + file('.claude/skills/x.md'), '`.claude/skills/x.md` exists already'));
  test('to a place outside of the folders', () =>
    checkRefused('../../../../../x.md', before, 'outside of the opened folders'));
  test('to a path from elsewhere', () => checkRefused('/x.md', before, 'Write the path as it counts here'));
  test('to nothing', () => checkRefused('', before, 'Write the path as it counts here'));
  test('to a folder', () => checkRefused('docs/', before, 'Write the path as it counts here'));
  test('with another ending', () => checkRefused('notes', before, 'The file keeps its ending, `.md`'));
  test('of a file that is not there', () =>
    checkRefused('x.md', skill('tdd', '', 'See [n](no<|>tes.md).'), 'There is no `.claude/skills/tdd/notes.md`'));
  test('of a folder above', () =>
    checkRefused('x', skill('tdd', '', 'See [n](.<|>./).') + skill('other'), 'Rename `skills` in the Explorer'));
  test("of a user's own file", () => checkRefused('y.md', before, 'outside of the opened folders', { home: root }));
  test('of a folder into itself', () =>
    checkRefused(
      'refs/old',
      skill('tdd', '', 'See [n](re<|>fs).') + file('.claude/skills/tdd/refs/x.md'),
      'cannot lie in itself',
    ));
  test('of SKILL.md alone', () =>
    checkRefused(
      'tdd.md',
      skill('tdd') + file('.claude/skills/tdd/x.md', 'See [s](SK<|>ILL.md).\n'),
      'Claude Code finds a skill by its file `SKILL.md`',
    ));
});
