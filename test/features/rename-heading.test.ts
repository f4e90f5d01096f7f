// A rename of a heading changes its text, and the anchors of the links that lead to it.
import { checkRefused, checkRename } from '../support/rename';
import { agent, file, root, skill } from '../support/fixture';

const linked = (slug: string): string =>
  skill('other', '', `See [h](../tdd/SKILL.md#${slug} "T"), [o](../tdd/SKILL.md#when), [n](../tdd/SKILL.md).`);

suite('rename of a heading', () => {
  test('its text and who links to it', () =>
    checkRename(
      'How it is *done*',
      skill('tdd', '', '# Tests\n\n## How<|> it works\n\nSee [below](#how-it-works), `how-it-works`.\n\n## When') +
        linked('how-it-works') +
        file('x.md', '[h](.claude/skills/tdd/SKILL.md#how-it-works), [own](#how-it-works)\n'),
      skill('tdd', '', '# Tests\n\n## How it is *done*\n\nSee [below](#how-it-is-done), `how-it-works`.\n\n## When') +
        linked('how-it-is-done') +
        file('x.md', '[h](.claude/skills/tdd/SKILL.md#how-it-is-done), [own](#how-it-works)\n'),
    ));

  test('from the anchor of a link', () =>
    checkRename(
      'Why',
      agent('a', '', 'See [h](../skills/tdd/SKILL.md#ho<|>w).') + skill('tdd', '', '## How\n\n## When') + linked('how'),
      agent('a', '', 'See [h](../skills/tdd/SKILL.md#why).') + skill('tdd', '', '## Why\n\n## When') + linked('why'),
    ));

  test('from a link in its own file', () =>
    checkRename(
      'Why',
      skill('tdd', '', 'See [h](#ho<|>w).\n\n## How ##\n\n## When'),
      skill('tdd', '', 'See [h](#why).\n\n## Why ##\n\n## When'),
    ));

  test('of several of one text, each link keeps its own', () => {
    const text = (first: string, ...anchors: string[]): string =>
      skill('tdd', '', `${anchors.map(anchor => `[h](#${anchor})`).join(' ')}\n\n## ${first}\n\n## How\n\n## How`);
    checkRename('When', text('Ho<|>w', 'how', 'how-1', 'how-2'), text('When', 'when', 'how', 'how-1'));
  });

  test('a new text that another heading has', () =>
    checkRename(
      'When',
      skill('tdd', '', '[h](#how) [w](#when)\n\n## Ho<|>w\n\n## When'),
      skill('tdd', '', '[h](#when) [w](#when-1)\n\n## When\n\n## When'),
    ));

  test('anchors stay as they are written: percent signs, hyphens of an emoji', () =>
    checkRename(
      '🚀 Größe',
      skill('tdd', '', '[a](#-ma%C3%9Fe) [b](#-maße) [c](#maße)\n\n## 🚀 Ma<|>ße'),
      skill('tdd', '', '[a](#-gr%C3%B6%C3%9Fe) [b](#-größe) [c](#größe)\n\n## 🚀 Größe'),
    ));

  test('a name in it comes first, and changes the anchors as well', () =>
    checkRename(
      'lint',
      agent('a', '', '## Use `che<|>ck` first\n\n[h](#use-check-first)') +
        skill('check', 'name: check\ndescription: Does check well. Use for check tasks.'),
      agent('a', '', '## Use `lint` first\n\n[h](#use-lint-first)') +
        skill('lint', 'name: lint\ndescription: Does check well. Use for check tasks.'),
      ['## Use `check` first', '[h](#use-check-first)'],
    ));

  test('is refused where there is no such heading', () =>
    checkRefused('x', skill('tdd', '', '[h](#go<|>ne)'), 'No heading of `SKILL.md` is called `#gone`'));
  test("is refused in a user's own file", () =>
    checkRefused('x', skill('tdd', '', '## Ho<|>w'), 'outside of the opened folders', { home: root }));
  test('is refused without a text', () => checkRefused('', skill('tdd', '', '## Ho<|>w'), 'Type a name'));
  test('is refused where links could not lead to it', () =>
    checkRefused('?!', skill('tdd', '', '[h](#how)\n\n## Ho<|>w'), 'with a letter or a digit'));
});
