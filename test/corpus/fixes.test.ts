// Real files after all safe fixes; and real files cut, spliced and disturbed, which never make the engine fail.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { completion } from '../../server/src/features/completion';
import { fixAll } from '../../server/src/features/fixes';
import { hover } from '../../server/src/features/hover';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import type { Document } from '../../server/src/syntax/document';
import { otherReaders } from '../../server/src/workspace/readers';
import type { Workspace } from '../../server/src/workspace/workspace';
import { needsCollection, openRepository, repositories } from '../support/collection';
import { applyEdits, openAll, root } from '../support/fixture';

const example = readFileSync('examples/workspace/.claude/agents/domain/ml-engineer.md', 'utf8');
const uri = `${root}/.claude/agents/a.md`;

suite('fixes of real files', () => {
  test('end, change nothing more the second time, and bring nothing new', async function () {
    needsCollection(this);
    const wrong: string[] = [];
    let fixed = 0;
    for (const repo of repositories()) {
      const { workspace, uris, text } = await openRepository(repo);
      for (const each of uris) {
        const before = text(each) ?? '';
        const document = workspace.read(each, before);
        const edits = fixAll(workspace, document);
        if (edits.length === 0) continue;
        fixed++;
        const said = new Set(lint(document, workspace).map(({ rule, message }) => `${rule.id}: ${render(message)}`));
        const problems = document.problems.length;
        const after = applyEdits(new Map([[each, before]]), edits).get(each)!;
        workspace.apply([{ uri: each, text: after, open: true }]);
        const now = workspace.document(each)!;
        if (fixAll(workspace, now).length > 0) wrong.push(`${each}: again`);
        if (now.problems.length > problems) wrong.push(`${each}: a new problem`);
        wrong.push(...lostReaders(workspace, document, now).map(reader => `${each}: lost to ${reader}`));
        // Front matter that was not seen as such comes out of the body, and all that is to be said of it comes to light.
        if (document.frontMatter) {
          if (textOfBody(now) !== textOfBody(document)) wrong.push(`${each}: the body`);
          for (const { rule, message } of lint(now, workspace)) {
            const what = `${rule.id}: ${render(message)}`;
            if (!said.has(what)) wrong.push(`${each}: ${what}`);
          }
        }
        workspace.apply([{ uri: each, text: before }]);
      }
    }
    assert.ok(fixed > 0);
    assert.deepEqual(wrong, []);
  });
});

const textOfBody = ({ text, body }: { text: string; body: { span: { start: number; end: number } } | undefined }): string =>
  body ? text.slice(body.span.start, body.span.end) : ''; // prettier-ignore

const ranks = ['does-not-load', 'loads-without', 'loads'];

/** The readers that make less of a file than before. */
function lostReaders(workspace: Workspace, before: Document, after: Document): string[] {
  const role = workspace.role(before.uri);
  const states = (document: Document): [string, string][] => [
    ['Claude Code', workspace.verdict(document)?.state ?? 'loads'],
    ...(role === 'agent' || role === 'skill' ? otherReaders(document, role) : []).map(
      ({ reader, state }): [string, string] => [reader, state],
    ),
  ];
  const now = new Map(states(after));
  return states(before).flatMap(([reader, state]) =>
    ranks.indexOf(now.get(reader)!) < ranks.indexOf(state) ? [reader] : [],
  );
}

suite('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('---\n', '\n', '\r', '\t', ': ', '"', '[', '{', '|', '&a', '*a', '```\n', '<!--', '\0', '\uFEFF'),
  );
  const place = fc.nat(example.length);

  test('cut, spliced or disturbed, is read, judged, completed and mended', () => {
    fc.assert(
      fc.property(place, place, place, piece, (from, length, at, put) => {
        const rest = example.slice(0, from) + example.slice(from + (length % 400));
        const text = rest.slice(0, at) + put + rest.slice(at);
        const workspace = openAll(new Map([[uri, text]]));
        const document = workspace.document(uri)!;
        for (const finding of lint(document, workspace)) finding.fixes?.();
        completion(workspace, document, Math.min(at, text.length));
        hover(workspace, document, Math.min(at, text.length));
        const fixed = applyEdits(new Map([[uri, text]]), fixAll(workspace, document)).get(uri)!;
        const again = openAll(new Map([[uri, fixed]]));
        assert.deepEqual(fixAll(again, again.document(uri)!), []);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
    );
  });

  test('no brackets are put around what is no YAML', () => {
    const text =
      '---\nname: a\ndescription: Helps with this and that.\ncontext_strategy: full\ntools:{\n  - Read\n---\n';
    const workspace = openAll(new Map([[uri, text]]));
    const fixed = applyEdits(new Map([[uri, text]]), fixAll(workspace, workspace.document(uri)!)).get(uri)!;
    assert.equal(fixed, text);
  });
});
