// Which commands a text may have run: what is doubtful is granted, and what was seen to run without a grant is left alone.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { commandsOf } from '../../server/src/rules/shell-words';
import { fixture } from '../support/fixture';

function reported(tools: string, ...commands: string[]): string[] {
  const body = commands.map(command => `- !\`${command}\`\n`).join('');
  const { document, workspace } = fixture(
    `-- .claude/commands/go.md --\n---\ndescription: Works.\nallowed-tools: ${tools}\n---\n${body}`,
  );
  const found = lint(document, workspace).filter(({ rule }) => rule.id === 'ungranted-command');
  return found.map(({ span }) => document.text.slice(span.start, span.end));
}

suite('commands that a text has run', () => {
  for (const command of [
    'git status', 'git log --oneline -5', 'git branch -a', 'ls -la', 'cat package.json', 'date', 'node --version', 'docker ps',
    'node -v 2>/dev/null', 'jq . package.json', 'grep npm package.json | head -1', 'echo "npm test; rm x"', 'cd app && pwd',
    'echo $(npm test)', '$ARGUMENTS', '"$SCRIPT" x', 'unknown-program x', 'git diff --stat 2>&1',
  ]) test(`\`${command}\` needs no grant, or it is not known`, () => assert.deepEqual(reported('Read', command), [])); // prettier-ignore

  for (const [command, part] of [
    ['npm test', 'npm test'], ['git add . && git status', 'git add .'], ['gh pr view || echo none', 'gh pr view'],
    ['CI=1 npm test', 'npm test'], ['ls | xargs cat', 'xargs cat'], ['./scripts/x.sh', './scripts/x.sh'], ['git status; make all', 'make all'],
    ['npm whoami 2>&1', 'npm whoami 2>&1'],
  ] as const) test(`\`${command}\` needs one`, () => assert.deepEqual(reported('Read', command), [part])); // prettier-ignore

  for (const [tools, command] of [
    ['Bash', 'npm test'], ['Bash(*)', 'npm test'], ['Bash(npm:*)', 'npm test'], ['Bash(npm *)', 'npm test'], ['Bash(npm test)', 'npm test'],
    ['Bash(npm :*)', 'npm test'], ['[Read, "Bash(npm run test:*)"]', 'npm run test:unit'], ['Read Bash(gh pr view:*) Grep', 'gh pr view 5'],
    ['Bash(npm * --json)', 'npm ls --json'], ['"*"', 'npm test'],
  ] as const) test(`\`${tools}\` grants \`${command}\``, () => assert.deepEqual(reported(tools, command), [])); // prettier-ignore

  test('a grant for another command is none', () =>
    assert.deepEqual(reported('Bash(npm run:*), Bash(git:*)', 'npm test', 'git push'), ['npm test']));

  test('commands stand where they are found', () => {
    const line = 'A=1 npm test && "x;y" z | rm -f \'a|b\'; ls';
    assert.deepEqual(
      commandsOf(line).map(({ text, start }) => [text, line.slice(start, start + text.length) === text]),
      [
        ['npm test', true],
        ['"x;y" z', true],
        ["rm -f 'a|b'", true],
        ['ls', true],
      ],
    );
  });
});
