// Real agents and skills get a fresh name, and their old one back: nothing else changes, and nothing is wrong meanwhile.
import { strict as assert } from 'node:assert';
import { renaming, subject } from '../../server/src/features/rename-name';
import type { Span } from '../../server/src/syntax/span';
import type { SymbolKind } from '../../server/src/dialects/dialect';
import { symbolKind, type Definition } from '../../server/src/workspace/symbols';
import type { Workspace } from '../../server/src/workspace/workspace';
import { needsCollection, openRepository, repositories } from '../support/collection';
import { applyRenaming, findingsIn, moved, readerOf, restore } from '../support/rounds';

const fresh = 'zz-fresh-name';
/** Each so many-th of them is renamed, 200 in all; `RENAMES=all` takes every one. */
const every = process.env.RENAMES === 'all' ? 1 : 10;

interface Sample {
  readonly repo: string;
  readonly workspace: Workspace;
  readonly texts: Map<string, string>;
  readonly uri: string;
  readonly definition: Definition;
}

/** Each so many-th file that defines one of these kinds, in all repositories. */
async function* sampled(kinds: readonly SymbolKind[]): AsyncIterable<Sample> {
  let seen = 0;
  for (const repo of repositories()) {
    const { workspace, uris, text } = await openRepository(repo);
    const texts = new Map(uris.map(uri => [uri, text(uri) ?? '']));
    for (const uri of uris) {
      const definition = workspace.file(uri)?.definitions[0];
      if (!definition || !kinds.includes(symbolKind(definition.symbol)) || seen++ % every !== 0) continue;
      yield { repo, workspace, texts, uri, definition };
    }
  }
}

suite('renames in real repositories', () => {
  test('give every byte back, and bring no finding', async function () {
    needsCollection(this);
    this.timeout(1_200_000);
    const wrong: string[] = [];
    let count = 0;
    for await (const { repo, workspace, texts, uri } of sampled(['agent', 'skill'])) {
      count++;
      const problem = thereAndBack(workspace, texts, uri);
      if (problem !== undefined) wrong.push(`${repo}: ${uri.slice(uri.indexOf(repo))}: ${problem}`);
    }
    assert.ok(count >= totals / every / 2, `${count} renamed`);
    assert.deepEqual(wrong, []);
  });

  test('change no word in prose unasked', async function () {
    needsCollection(this);
    this.timeout(1_200_000);
    const wrong: string[] = [];
    const shown = { unasked: 0, asked: 0 };
    let inProse = 0;
    for await (const { workspace, texts, definition } of sampled(['skill'])) {
      const old = subject(workspace, definition, definition.symbol);
      for (const edit of renaming(workspace, readerOf(workspace, texts), old, fresh).edits) {
        const before = texts.get(edit.uri)!;
        const isShown = edit.uri.endsWith('.md') && showsName(before, edit.span);
        if (isShown) shown[edit.sure ? 'unasked' : 'asked']++;
        else if (!edit.sure) inProse++;
        else wrong.push(`${edit.uri}: ${before.slice(edit.span.start - 60, edit.span.end + 20)}`);
      }
    }
    assert.deepEqual(wrong, []);
    // Otherwise it would show nothing: such places there are, and others, which are asked about.
    assert.ok(shown.unasked > 200 && inProse > 100, `${shown.unasked} and ${inProse}`);
  });

  test('a word in prose is told from a name that is shown to be one', () => {
    const shown = (marked: string): boolean => {
      const start = marked.indexOf('<');
      return showsName(marked.replace(/[<>]/g, ''), { start, end: marked.indexOf('>') - 1 });
    };
    const names = [
      '---\nname: <tdd>\n---\nText.', "Skill({ skill: '<tdd>' })", 'Skill("p:<tdd>")', '[x](../<tdd>/SKILL.md)', '@skills/<tdd>/x.md',
      'A\n\n| Skill |\n| --- |\n| `<tdd>` | x |', '[x](#use-<tdd>)', '[x]: ../<tdd>/x.md',
    ]; // prettier-ignore
    const words = [
      'Use <tdd> first.', 'Use `<tdd>`.', 'Run /<tdd>.', '| x | use `<tdd>` now |', '## The <tdd> skill', '- **<tdd>**: tests',
      '```\n<tdd>\n```', 'see skills/<tdd>/SKILL.md', '---\nname: x\n---\n<tdd>',
    ]; // prettier-ignore
    assert.deepEqual([names.filter(each => !shown(each)), words.filter(shown)], [[], []]);
  });
});

/** Whether a place is shown to be a name by what stands around it, as a person reads the bare text: in front matter, in a
 * call, as or in the target of a link or import, or alone in the cell of a table. */
function showsName(text: string, { start, end }: Span): boolean {
  const front = /^---\r?\n[^]*?\r?\n---[ \t]*(\r?\n|$)/.exec(text)?.[0].length ?? 0;
  if (start < front) return true;
  const before = text.slice(Math.max(0, start - 2000), start);
  if (/\b(Skill|Task|Agent)\([^()]*['"`][\w:/-]*$/.test(before)) return true;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/\]\(<?[^()\s]*$|(^|\s)@[\w./~+-]*$|^ {0,3}\[[^\]]+\]:\s*\S*$/.test(line)) return true;
  const rest = /^[^\r\n]*/.exec(text.slice(end))![0];
  return /^\s*\|/.test(line) && /\|\s*`[\w:/-]*$/.test(line) && /^[\w:/-]*`\s*(\||$)/.test(rest);
}

/** About so many agents and skills are collected. */
const totals = 2000;

/** Renames what a file defines, and back; answers what was wrong. */
function thereAndBack(workspace: Workspace, texts: Map<string, string>, uri: string): string | undefined {
  const original = new Map(texts);
  const before = workspace.file(uri)!.definitions[0]!;
  workspace.takeDirty();
  const there = renaming(workspace, readerOf(workspace, texts), subject(workspace, before, before.symbol), fresh);
  const touched = [...new Set([...there.edits.map(edit => edit.uri), uri])];
  applyRenaming(workspace, texts, there);
  const now = moved(uri, there.move);
  const concerned = [...new Set([...workspace.takeDirty(), ...touched.map(each => moved(each, there.move))])];
  const news = findingsIn(
    workspace,
    texts,
    concerned.filter(each => texts.has(each)),
  );
  const left = [...workspace.names.holders(before.symbol)];
  const definition = workspace.file(now)?.definitions[0];
  if (!definition) return 'the new name is not known';
  const back = renaming(
    workspace,
    readerOf(workspace, texts),
    subject(workspace, definition, definition.symbol),
    before.name,
  );
  applyRenaming(workspace, texts, back);
  workspace.takeDirty();
  const changed = restore(workspace, texts, original);
  if (changed.size > 0) return `other bytes in ${[...changed.keys()].slice(0, 3).join(', ')}`;
  const unmoved = concerned.map(each => moved(each, there.move && { from: there.move.to, to: there.move.from }));
  const named = (said: string): string => said.split('\0')[1]!.replaceAll(before.name, fresh);
  const known = new Set(findingsIn(workspace, texts, unmoved).map(named));
  const added = news.map(named).filter(said => !known.has(said));
  // A name that several files define is another's as soon as the first one gives it up.
  const alone = workspace.names.definitions(before.symbol).length === 1;
  if (left.length > 0 && alone) return `still named in ${left.join(', ')}`;
  return added.length > 0 && alone ? `says now: ${added.slice(0, 2).join(' | ')}` : undefined;
}
