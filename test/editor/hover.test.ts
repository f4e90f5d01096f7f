// Hover: what a word of an agent is, and what becomes of it.
import assert from 'node:assert/strict';
import { hovers, open, placeOf, tidily } from './support';

async function hover(path: string, word: string): Promise<string> {
  const { document } = await open(path);
  return (await hovers(document, placeOf(document, word, 1))).join('\n\n');
}

const engineer = '.claude/agents/domain/ml-engineer.md';

suite('hover', () => {
  tidily();

  test('a key', async () => assert.match(await hover(engineer, 'model:'), /^\*\*`model`\*\* · Claude Code agent\n/));

  test('a tool', async () => assert.match(await hover(engineer, 'WebFetch'), /^\*\*`WebFetch`\*\* · tool/));

  test('a skill: what it is for, where it lies, who has it', async () => {
    const said = await hover(engineer, 'ml-experiments');
    assert.match(said, /^\*\*`ml-experiments`\*\* · skill\n/);
    assert.match(said, /Sets up training runs/);
    assert.match(said, /`\.claude\/skills\/ml-experiments\/SKILL\.md`/);
    assert.match(said, /`ml-engineer`/);
  });

  test('a model', async () => assert.match(await hover(engineer, 'opus'), /^\*\*`opus`\*\* · model alias\n/));

  test('the first line says whether the agent loads', async () => {
    assert.match(await hover(engineer, '---'), /^\*\*Claude Code\*\*: loads\n/);
    assert.match(
      await hover('.claude/agents/specialized/release-manager.md', '---'),
      /\*\*Claude Code\*\*: does not load/,
    );
  });

  test('a skill that the body calls', async () =>
    assert.match(await hover(engineer, "experiments' });"), /^\*\*`ml-experiments`\*\* · skill\n/));

  test('plain text has none', async () => assert.equal(await hover(engineer, 'carries the pager'), ''));
});
