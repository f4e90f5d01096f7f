// An agent in a table of agents that the project does not have, while it has all others of that column.
import type { SymbolKind } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { symbolKey } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { readsBody } from './bodies';
import { changesTo } from './edits';
import { isSample } from './file-paths';
import { isInstalled } from './installed';
import { nearest } from './nearest';
import { defineRule, say } from './rule';
import { isSlipWithin } from './slip';

const agents = ['code-reviewer', 'test-writer', 'bug-hunter']
  .map(name => `-- .claude/agents/${name}.md --\n---\nname: ${name}\ndescription: Works.\n---\n`)
  .join('');
const table = (header: string, last: string): string =>
  `-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Works.\n---\n\n| ${header} | When |\n| - | - |\n| \`code-reviewer\` | now |\n| \`test-writer\` | now |\n| \`bug-hunter\` | now |\n| ${last} | now |\n${agents}`;

export default defineRule({
  id: 'missing-agent',
  severity: 'information',
  reach: 'repository',
  roles: readsBody,
  summary: 'An agent in a table of agents that the project does not have, while it has all others of that column.',
  why:
    'Who picks an agent from the table starts one that is not there, and the call fails. Judged are columns ' +
    'in the files of a `.claude` folder, where each cell is one name and all but one are agents of the project.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026; counted over 18 public repositories, 30 November 2026.',
  examples: [
    { bad: table('Agent', '`<|release-manager|>`') },
    { bad: table('Agent', '`code-reviewr`') },
    { bad: table('Route to', '`<|release-manager|>`') },
    { bad: table('Agent', '`release`') },
    { bad: table('Agent', '`my-agent`') },
    { bad: table('Name', '`release-manager`') },
    { bad: table('Agent', '`release-manager` or none').replace('bug-hunter` |', 'bug-hunters` |') },
  ],
  *check(document, workspace) {
    const { uri } = document;
    if (!isInstalled(uri) || isSample(uri)) return;
    const taken = workspace.references(document, 'skill').map(({ span }) => span.start);
    for (const { name, span } of missing(document, workspace)) {
      // Of these it is told that they are no skills.
      if (taken.includes(span.start)) continue;
      const known = workspace.visibleNames('agent', uri).all;
      if ([...known].some(each => isSlipWithin(name, each))) continue;
      yield {
        span,
        message: say(
          'No agent `{0}` is found here, while all others of this column are, so nobody can start it.',
          name,
        ),
        fixes: () => changesTo(document, span, nearest(name, known, 2)),
      };
    }
  },
});

interface Named {
  readonly name: string;
  readonly span: Span;
}

/** In inline code: other words are no names that a rename would change. */
const wholeName =
  /^(?:\*\*)?`(?!(?:my|your|the|some|other|another|new|example|custom)-)([a-z][a-z\d]*(?:-[a-z\d]+)*)`(?:\*\*)?$/;

function* missing({ text, body, uri }: Document, workspace: Workspace): Generator<Named> {
  for (const { start, content } of body?.sections ?? [])
    for (const { header, rows } of content.tables)
      for (const [column, { start: from, end: to }] of header.entries()) {
        const isTold = toldOf.test(text.slice(start + from, start + to));
        if (rows.length < (isTold ? 3 : 5)) continue;
        const names = rows.map(cells => cells[column] && nameIn(text, shift(cells[column], start)));
        if (names.includes(undefined)) continue;
        const [one, another] = (names as Named[]).filter(({ name }) => !isAgent(name, uri, workspace));
        if (one && !another && one.name.includes('-') && !isThere(one.name, uri, workspace)) yield one;
      }
}

const toldOf = /\bagents?\b|\broute\b|\bdelegate|\bspecialists?\b/i;

function nameIn(text: string, { start, end }: Span): Named | undefined {
  const cell = text.slice(start, end);
  const name = wholeName.exec(cell)?.[1];
  const at = start + cell.indexOf(name ?? '');
  return name === undefined ? undefined : { name, span: { start: at, end: at + name.length } };
}

const isFound = (kind: SymbolKind, name: string, uri: string, workspace: Workspace): boolean => {
  const { found, elsewhere } = workspace.resolve(symbolKey(kind, name), uri);
  return found.length + elsewhere.length > 0;
};

const isAgent = (name: string, uri: string, workspace: Workspace): boolean => isFound('agent', name, uri, workspace);

/** Whether there is anything else of that name that a call may start. */
const isThere = (name: string, uri: string, workspace: Workspace): boolean =>
  [...(workspace.schema(uri)?.builtinAgents ?? [])].includes(name) ||
  isFound('skill', name, uri, workspace) ||
  isFound('command', name, uri, workspace);
