// Letters typed into words of real files: what is kept from key to key is what a fresh look reads and finds.
import { strict as assert } from 'node:assert';
import { lintAlone, type Diagnostic } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { LintWhileTyping } from '../../server/src/rules/typing';
import type { Body } from '../../server/src/syntax/body';
import { parse } from '../../server/src/syntax/parse';
import { needsCollection, openRepository, repositories } from '../support/collection';

/** Of so many files one is typed in, at so many places. */
const share = Number(process.env.TYPING_SHARE ?? 20);
const places = 8;

const plain = (found: readonly Diagnostic[]): string[] =>
  found.map(
    ({ rule, span, severity, message }) => `${span.start}-${span.end} ${severity} ${rule.id}: ${render(message)}`,
  );

/** Without what others have read in it. */
const bare = (body: Body | undefined): unknown =>
  body?.sections.map(({ start, end, content }) => ({ start, end, content: { ...content, notes: [] } }));

/** Numbers that are spread, and the same in each run. */
function numbers(): (below: number) => number {
  let state = Number(process.env.TYPING_SEED ?? 1);
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

suite('typing in real files', () => {
  test('a letter into a word, and out of it', async function () {
    needsCollection(this);
    const next = numbers();
    let typed = 0;
    for (const repo of repositories()) {
      const { workspace, uris, text: textOf } = await openRepository(repo);
      for (const uri of uris.filter(each => each.endsWith('.md'))) {
        const text = textOf(uri);
        if (text === undefined || next(share) > 0) continue;
        const words = [...text.matchAll(/[A-Za-z]{2,}/g)];
        const typing = new LintWhileTyping();
        const enter = (version: string): void => {
          workspace.apply([{ uri, text: version, open: true }]);
          const document = workspace.document(uri)!;
          assert.deepEqual(bare(document.body), bare(parse(uri, 'markdown', version).body), uri);
          assert.deepEqual(plain(typing.lint(document, workspace)), plain(lintAlone(document, workspace)), uri);
          typed++;
        };
        enter(text);
        // The description is one of hundreds of words, and most is kept of it.
        const description = words.filter(({ index }) => index < 400);
        for (let n = 0; n < places && words.length > 0; n++) {
          const from = n % 2 === 0 || description.length === 0 ? words : description;
          const { index, 0: word } = from[next(from.length)]!;
          const at = index + 1 + next(word.length);
          enter(`${text.slice(0, at)}${'etsx'.charAt(next(4))}${text.slice(at)}`);
          enter(text);
          enter(text.slice(0, at) + text.slice(at + 1));
          enter(text);
        }
        workspace.apply([{ uri, text }]);
      }
    }
    assert.ok(typed > 1000);
  });
});
