// Incremental equals from scratch: after any edits, renames and deletions a workspace says what a new one would say.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { facetsRead, lintAlone } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { languageOf } from '../../server/src/workspace/classify';
import { Workspace, type Change } from '../../server/src/workspace/workspace';
import { root } from '../support/fixture';
import { home, populated, transaction, type Step } from './arbitrary-changes';

/** A file's text, or undefined for one that exists without being read; and whether an editor shows it. */
interface FileState {
  readonly text: string;
  readonly open: boolean;
}
type Files = Map<string, FileState>;

/** Changes the files, and tells what a host would say of it. */
function play(workspace: Workspace, files: Files, done: Step): Change[] {
  if (done.does === 'write') {
    const { uri, text, open } = done;
    files.set(uri, { text, open });
    return [changeOf(workspace, uri, { text, open })];
  }
  const [uri, state] = [...files][done.at % Math.max(files.size, 1)] ?? [];
  if (uri === undefined || state === undefined) return [];
  switch (done.does) {
    case 'delete':
      files.delete(uri);
      return [{ uri, gone: true }];
    case 'rename':
      if (languageOf(uri) !== 'markdown' || uri === done.to) return [];
      files.delete(uri);
      files.set(done.to, state);
      return [{ uri, gone: true }, changeOf(workspace, done.to, state)];
    case 'type': {
      const now = { text: `${state.text}\n${done.text}`, open: state.open };
      if (languageOf(uri) !== 'markdown') return [];
      files.set(uri, now);
      return [changeOf(workspace, uri, now)];
    }
    case 'open':
    case 'close': {
      const now = { text: state.text, open: done.does === 'open' };
      files.set(uri, now);
      return [changeOf(workspace, uri, now)];
    }
    default:
      return done satisfies never;
  }
}

const changeOf = (workspace: Workspace, uri: string, { text, open }: FileState): Change =>
  languageOf(uri) === undefined && !workspace.adopts(uri) ? { uri } : { uri, text, open };

function newWorkspace(): Workspace {
  const workspace = new Workspace({ facets: facetsRead(), home });
  workspace.setRoots([root]);
  return workspace;
}

/** Reads again what is stale, as a host does, until nothing is. */
function readStale(workspace: Workspace, files: Files): void {
  for (let turn = 0; turn < 10; turn++) {
    const stale = workspace.takeStale().filter(uri => files.has(uri));
    if (stale.length === 0) return;
    workspace.apply(stale.map(uri => changeOf(workspace, uri, files.get(uri)!)));
  }
  assert.fail('staleness does not end');
}

/** Everything that is said of a file, as plain data. */
function findings(workspace: Workspace, uri: string, text: string): unknown {
  const document = workspace.document(uri) ?? workspace.read(uri, text);
  return lintAlone(document, workspace).map(({ rule, severity, span, message, tag, related }) => ({
    at: `${span.start}-${span.end}`,
    says: `${severity} ${rule.id}: ${render(message)} ${tag ?? ''}`,
    related: (related ?? []).map(({ uri: other, span: place }) => `${other} ${place.start}-${place.end}`),
  }));
}

function knowledge(workspace: Workspace, files: Files): unknown {
  return Object.fromEntries(
    [...files.keys()].sort().map(uri => {
      const { role, realm, definitions, refers } = workspace.file(uri) ?? {};
      const known = workspace.schema(uri)?.kinds.map(kind => [kind.id, kind.title]);
      const servers = [...(workspace.servers(uri) ?? [])].sort();
      const rest = { config: workspace.config(uri), ignored: workspace.isIgnored(uri), known, servers };
      const exists = workspace.existence(uri);
      const among = crowd(workspace, uri);
      return [uri, { role, realm, definitions, refers: [...(refers ?? [])].sort(), exists, among, ...rest }];
    }),
  );
}

/** In the order in which it is told. */
function crowd(workspace: Workspace, uri: string): unknown {
  const found = workspace.crowd(uri);
  if (!found) return undefined;
  const { count, keys, sections } = found;
  const where = [...keys.keys()]
    .map(key => found.withKey(key))
    .concat(['Plan', 'End'].map(heading => found.withSection(heading)));
  return { count, keys: [...keys], sections: [...sections], where };
}

function names(workspace: Workspace): unknown {
  const symbols = [...new Set([...workspace.names.symbols, ...workspace.names.referred])].sort();
  return symbols.map(symbol => [
    symbol,
    workspace.names.definitions(symbol).map(({ uri, alias }) => `${alias} ${uri}`),
    [...workspace.names.holders(symbol)].sort(),
  ]);
}

function compare(kept: Workspace, said: ReadonlyMap<string, unknown>, files: Files): void {
  const fresh = newWorkspace();
  fresh.apply([...files].map(([uri, state]) => changeOf(fresh, uri, state)));
  readStale(fresh, files);
  assert.deepEqual(knowledge(kept, files), knowledge(fresh, files));
  assert.deepEqual(names(kept), names(fresh));
  const wanted = [...files].flatMap(([uri, { text }]) =>
    languageOf(uri) === undefined ? [] : [[uri, findings(fresh, uri, text)] as const],
  );
  assert.deepEqual(
    Object.fromEntries([...said].sort(([a], [b]) => (a < b ? -1 : 1))),
    Object.fromEntries(wanted.sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

suite('incremental', () => {
  test('MCP servers are judged again where a manifest beside them comes or goes', () => {
    const workspace = newWorkspace();
    const uri = `${root}/p/.mcp.json`;
    const text = '{ "mcpServers": { "docs": { "url": "https://example.com/mcp" } } }';
    const counts = (change: Change): number | undefined => {
      workspace.apply([change]);
      return workspace.takeDirty().includes(uri) ? lintAlone(workspace.document(uri)!, workspace).length : undefined;
    };
    assert.equal(counts({ uri, text, open: true }), 1);
    assert.equal(counts({ uri: `${root}/p/plugin.json` }), 0);
    assert.equal(counts({ uri: `${root}/p/.claude-plugin/plugin.json`, text: '{ "name": "p" }' }), 1);
    assert.equal(counts({ uri: `${root}/p/.claude-plugin/plugin.json`, gone: true }), 0);
    assert.equal(counts({ uri: `${root}/p/plugin.json`, gone: true }), 1);
    assert.equal(counts({ uri: `${root}/plugin.json` }), undefined);
  });

  test('a skill that is not found is judged again where a text comes into its folder or goes', () => {
    const workspace = newWorkspace();
    const uri = `${root}/.claude/agents/a.md`;
    const text = '---\nname: a\ndescription: Helps.\nskills: [review]\n---\n\nHelp.\n';
    const said = (change: Change): string | undefined => {
      workspace.apply([change]);
      const [found] = workspace.takeDirty().includes(uri) ? lintAlone(workspace.document(uri)!, workspace) : [];
      return found && render(found.message);
    };
    const unread = said({ uri, text, open: true });
    assert.match(unread!, /review/);
    const inFolder = said({ uri: `${root}/.claude/skills/review/review.md`, text: '# Review\n' });
    assert.match(inFolder!, /SKILL\.md/);
    assert.equal(said({ uri: `${root}/.claude/skills/review/review.md`, gone: true }), unread);
  });

  test('a file that is gone is not to be read again, whatever is', () => {
    const workspace = newWorkspace();
    const [skill, beside] = ['SKILL.md', 'more.md'].map(name => `${root}/.claude/skills/review/${name}`);
    const text = '---\nname: review\ndescription: Reviews.\n---\n\nReview.\n';
    workspace.apply([
      { uri: skill!, text },
      { uri: beside!, text: '# More\n' },
    ]);
    workspace.takeStale();
    workspace.apply([{ uri: skill!, gone: true }]);
    assert.deepEqual(workspace.takeStale(), [beside]);
  });

  test('any sequence of changes leaves what a new workspace over the same files says', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(transaction, { minLength: 1, maxLength: 12 }), (full, transactions) => {
        const files: Files = new Map();
        const kept = newWorkspace();
        const said = new Map<string, unknown>();
        const settle = (): void => {
          readStale(kept, files);
          for (const uri of kept.takeDirty()) {
            const state = files.get(uri);
            if (!state) said.delete(uri);
            else if (languageOf(uri) !== undefined) said.set(uri, findings(kept, uri, state.text));
          }
        };
        const all = full ? [{ steps: populated, settle: true }, ...transactions] : transactions;
        for (const { steps, settle: now } of all) {
          const changes = new Map(steps.flatMap(one => play(kept, files, one)).map(change => [change.uri, change]));
          kept.apply([...changes.values()]);
          if (!now) continue;
          settle();
          compare(kept, said, files);
        }
        settle();
        compare(kept, said, files);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 100) },
    );
  });
});
