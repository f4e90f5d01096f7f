// Agents or skills of which only one can be had, since they share a name.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { sees } from '../workspace/realms';
import { symbolKey, symbolKind, type Definition } from '../workspace/symbols';
import { pathBelow } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { draftName } from './drafts';
import { changeTo } from './edits';
import { collectionOf, isInstalled } from './installed';
import { defineRule, say, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'duplicate-name',
  severity: 'warning',
  reach: { names: ['exists', 'name'] },
  reads: 'front matter',
  values: ['name'],
  summary: 'Two agents or two skills with the same name.',
  why:
    'Of two agents with the same name in one place, Claude Code keeps one, and the order of the file system decides which. ' +
    "Between places, the project's agent wins over the user's, but the user's skill over the project's.",
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    {
      bad:
        '-- .claude/agents/one.md --\n---\nname: <|reviewer|>\ndescription: Reviews.\n---\n' +
        '-- .claude/agents/sub/two.md --\n---\nname: <|reviewer|>\ndescription: Reviews too.\n---\n',
    },
    {
      bad:
        '-- .claude/agents/one.md --\n---\nname: <|two|>\ndescription: Reviews.\n---\n' +
        '-- .claude/agents/two.md --\n---\nname: <|two|>\ndescription: Reviews too.\n---\n',
      good:
        '-- .claude/agents/one.md --\n---\nname: one\ndescription: Reviews.\n---\n' +
        '-- .claude/agents/two.md --\n---\nname: two\ndescription: Reviews too.\n---\n',
    },
    {
      bad:
        '-- src/agents/one.md --\n---\nname: <|two|>\ndescription: Reviews.\n---\n' +
        '-- src/agents/two.md --\n---\nname: <|two|>\ndescription: Reviews too.\n---\n' +
        '-- copies/agents/one.md --\n---\nname: one\ndescription: Reviews.\n---\n',
      good:
        '-- src/agents/one.md --\n---\nname: one\ndescription: Reviews.\n---\n' +
        '-- src/agents/two.md --\n---\nname: two\ndescription: Reviews too.\n---\n' +
        '-- copies/agents/one.md --\n---\nname: one\ndescription: Reviews.\n---\n',
    },
    {
      bad:
        '-- docs/de/agents/one.md --\n---\nname: one\ndescription: Reviews.\ntools: Read\n---\nGo.\n' +
        '-- docs/fr/agents/one.md --\n---\nname: one\ndescription: Reviews.\ntools: Read\n---\nGo.\n',
    },
    {
      bad:
        '-- output-styles/en/terse.md --\n---\nname: terse\ndescription: Brief.\n---\nBe brief.\n' +
        '-- output-styles/de/terse.md --\n---\nname: terse\ndescription: Kurz.\n---\nBe brief.\n',
    },
  ],
  *check(document, workspace) {
    for (const own of workspace.file(document.uri)?.definitions ?? []) {
      if (own.alias !== 'none' || !own.reachable) continue;
      const others = workspace.names
        .definitions(own.symbol)
        .filter(other => other.alias === 'none' && other.reachable && other.uri !== own.uri);
      if (others.length === 0) continue;
      const span = entry(document.data, 'name')?.value?.span ?? own.span;
      const finding =
        symbolKind(own.symbol) === 'agent' ? sharedAgent(own, others, workspace) : sharedSkill(own, others);
      if (finding) yield { span, ...finding(workspace), fixes: () => renamed(document, workspace, own, span) };
    }
  },
});

/** Named as its file, where that name is still free. */
function renamed(document: Document, workspace: Workspace, own: Definition, span: Span): Fix[] {
  const kind = symbolKind(own.symbol);
  const value = entry(document.data, 'name')?.value;
  if (value?.is !== 'scalar' || (kind !== 'agent' && kind !== 'skill')) return [];
  const name = draftName(document.uri, kind);
  const others = workspace.names.definitions(symbolKey(kind, name)).filter(({ alias }) => alias === 'none');
  const taken = kind === 'agent' ? together(own, others, workspace).length > 0 : others.length > 0;
  return name === own.name || taken ? [] : [changeTo(document, span, name)];
}

type Said = (workspace: Workspace) => Omit<Finding, 'span'>;

/** Those of which only one is kept beside an agent of their name. Copies in a collection and in `.claude` are two places, not one. */
const together = (own: Definition, others: readonly Definition[], workspace: Workspace): readonly Definition[] =>
  others.filter(
    other =>
      other.realm === own.realm &&
      isInstalled(other.uri) === isInstalled(own.uri) &&
      (isInstalled(own.uri) || topFolder(other.uri, workspace) === topFolder(own.uri, workspace)),
  );

function sharedAgent(own: Definition, others: readonly Definition[], workspace: Workspace): Said | undefined {
  const same = together(own, others, workspace);
  if (same[0]) {
    return () => ({
      message: say(
        'The agent `{0}` is also in `{1}`. Claude Code keeps one of them, and which one depends on the file system. Rename one.',
        own.name,
        workspace.shown(same[0]!.uri),
      ),
      related: related(same),
    });
  }
  const winner = own.realm === 'user' ? others.find(other => other.realm.startsWith('project:')) : undefined;
  return winner && shadowed(own, winner);
}

function sharedSkill(own: Definition, others: readonly Definition[]): Said | undefined {
  const winner = own.realm.startsWith('project:') ? others.find(other => other.realm === 'user') : undefined;
  return winner && sees(own.realm, winner.realm) ? shadowed(own, winner) : undefined;
}

const shadowed =
  (own: Definition, winner: Definition): Said =>
  workspace => ({
    severity: 'information',
    message: say('Claude Code takes `{0}` from `{1}`; this one is not used.', own.name, workspace.shown(winner.uri)),
    related: related([winner]),
  });

/** Collections that lie beside each other are not installed together. */
function topFolder(uri: string, { paths }: Workspace): string {
  const path = pathBelow(uri, paths.root(uri) ?? '');
  return collectionOf(path, 'agents') ?? path.split('/')[0] ?? '';
}

/** The beginning of each file: where the name stands may change without this file being judged again. */
const related = (definitions: readonly Definition[]): NonNullable<Finding['related']> =>
  definitions.map(({ uri }) => ({ uri, span: { start: 0, end: 0 }, message: say('The same name.') }));
