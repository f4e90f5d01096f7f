// What agents and skills cost: in every session, and where they are used.
import { strict as assert } from 'node:assert';
import { budgets, partOf, type Budget } from '../../server/src/features/budget';
import { tokensAt } from '../../server/src/features/cost';
import { budgetText } from '../../server/src/features/budget-text';
import { assumed, type Assumed } from '../../server/src/features/effective/session';
import { agent, file, fixture, skill } from '../support/fixture';

function budgetOf(source: string, session: Assumed = assumed): { first: Budget; text: string } {
  const { all, text } = budgetsOf(source, session);
  assert.equal(all.length, 1);
  return { first: all[0]!, text };
}

function budgetsOf(source: string, session: Assumed): { all: Budget[]; text: string } {
  const { workspace, files } = fixture(source);
  const tokens = (uri: string): number => tokensAt(at => workspace.document(at), uri);
  const parts = [...files.keys()].flatMap(uri => {
    const document = workspace.document(uri);
    return (document && partOf(workspace, document, tokens)) ?? [];
  });
  const all = budgets(parts, session);
  return { all, text: budgetText(workspace, all, session) };
}

suite('what agents and skills cost', () => {
  const words = (count: number): string => 'word '.repeat(count).trim();

  test('descriptions of agents in every session, instructions and skills where one is started', () => {
    const { first } = budgetOf(
      agent('small', `description: ${'x'.repeat(40)}`, 'x'.repeat(80)) +
        agent('large', `description: ${'x'.repeat(80)}\nskills: [tdd]`, 'x'.repeat(40)) +
        skill('tdd', '', 'x'.repeat(400)),
    );
    assert.deepEqual(
      first.agents.map(({ name, tokens }) => [name, tokens]),
      [
        ['large', 20],
        ['small', 10],
      ],
    );
    assert.deepEqual(
      first.started.map(({ name, tokens, skills }) => [name, tokens, skills]),
      [
        ['large', 110, 100],
        ['small', 20, 0],
      ],
    );
    assert.deepEqual(first.used.map(({ tokens }) => tokens), [100]); // prettier-ignore
  });

  test('the list of skills, as far as they are listed, each cut at its limit', () => {
    const { first } = budgetOf(
      skill('a', `description: ${'x'.repeat(1600)}\nwhen_to_use: ${'x'.repeat(36)}`) +
        skill('bb', `description: ${'x'.repeat(10)}`) +
        skill('mine', 'disable-model-invocation: true') +
        skill('group/deep'),
    );
    assert.equal(first.listing.skills, 2);
    assert.equal(first.listing.characters, 1 + 1536 + 2 + 10);
    assert.deepEqual(first.listing.cut.map(({ name, over }) => [name, over]), [['a', 100]]); // prettier-ignore
  });

  test('the window of the session’s model says how long the list may be', () => {
    const source = skill('tdd');
    assert.equal(budgetOf(source).first.listing.most, 40_000);
    assert.equal(budgetOf(source, { sessionModel: 'claude-sonnet-4-5' }).first.listing.most, 8000);
    assert.equal(budgetOf(source, { sessionModel: 'nobody-knows' }).first.listing.most, 8000);
  });

  test('a list that is too long is said', () => {
    const many = Array.from({ length: 12 }, (_, n) => skill(`s${n}`, `description: ${words(150)}`)).join('');
    assert.doesNotMatch(budgetOf(many).text, /too long/);
    assert.match(budgetOf(many, { sessionModel: 'claude-haiku-4-5' }).text, /⚠ the list is too long/);
  });

  test('instructions that every session reads: of the project itself, and rules for all paths', () => {
    const { first } = budgetOf(
      skill('tdd') +
        file('CLAUDE.md', `${'x'.repeat(40)}\n`) +
        file('sub/CLAUDE.md', 'Other.\n') +
        file('.claude/rules/all.md', `${'x'.repeat(20)}\n`) +
        file('.claude/rules/some.md', '---\npaths: src/**\n---\nSome.\n'),
    );
    assert.deepEqual(
      first.memory.map(({ name, tokens }) => [name, tokens]),
      [
        ['CLAUDE.md', 10],
        ['all.md', 5],
      ],
    );
  });

  test('of many, the costliest are shown', () => {
    const many = Array.from({ length: 12 }, (_, n) => agent(`a${n}`, '', 'x'.repeat(40 * (n + 1)))).join('');
    const { text } = budgetOf(many);
    assert.match(
      text,
      /### Agents, where they are started\n\n\| agent [^\n]*\n\| ---[^\n]*\n\| `a11` \| 120 \| 0 \|\n/,
    );
    assert.match(text, /… and 2 more\./);
  });

  test('nothing where there is nothing', () => {
    assert.match(budgetsOf(file('README.md', 'x'), assumed).text, /there are no agents, skills or instructions/);
  });
});
