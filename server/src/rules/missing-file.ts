// Files that an agent names and that are not there.
import type { Document } from '../syntax/document';
import type { Reference } from '../workspace/symbols';
import { stem } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { changeTo, removing } from './edits';
import { nearestFiles } from './nearest-files';
import { defineRule, say, type Finding, type Fix } from './rule';

const agent = (paths: string, body = ''): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ncontext_files: [${paths}]\n---\n${body}`;
const learnings = '-- .claude/context/memory/learnings.md --\n# Learnings\n';

export default defineRule({
  id: 'missing-file',
  severity: 'warning',
  reach: { names: ['exists'] },
  roles: role => role === 'agent' || role === 'configuration',
  reads: ['file'],
  summary:
    'A file under `context_files`, `extends` or `schemas`, or of the memory that the body speaks of, that does not exist.',
  why:
    'The agent is told to read a file and does not find it. A path that begins with a drive or a home folder exists on ' +
    'one machine only. What `.gitignore` leaves out may exist elsewhere and is never reported.',
  source: 'The repository agent-studio at ea3b6ec6, 29 January 2026, its agents and its documentation of agents.',
  examples: [
    {
      bad: agent('<|.claude/context/memory/learning.md|>') + learnings,
      good: agent('.claude/context/memory/learnings.md') + learnings,
    },
    {
      bad: agent('<|C:\\work\\.claude\\context\\memory\\learnings.md|>') + learnings,
      good: agent('.claude/context/memory/learnings.md') + learnings,
    },
    {
      bad: agent('', '\nRead `<|.claude/context/memory/issues.md|>` first.\n'),
      good:
        agent('', '\nRead `.claude/context/memory/issues.md` first.\n') +
        '-- .claude/context/memory/issues.md --\n# Issues\n',
    },
    {
      bad: '-- team/agentwright.json --\n{ "extends": ["<|../bas.agentwright.json|>", "gone.json"] }\n-- base.agentwright.json --\n{}\n',
    },
    {
      bad:
        '-- agentwright.json --\n{ "schemas": { "agent": "<|./agents.schema.json|>#/definitions/agent" } }\n' +
        '-- agent.schema.json --\n{}\n',
    },
  ],
  *check(document, workspace) {
    const said = new Set<string>();
    for (const reference of workspace.references(document, 'file')) {
      const isSchema = reference.form === 'field' && ['schemas', 'overrides'].includes(reference.field ?? '');
      const listed = reference.field === 'context_files' || reference.field === 'extends' || isSchema;
      if (!listed && (reference.form !== 'path' || said.has(reference.symbol))) continue;
      said.add(reference.symbol);
      const written = document.text.slice(reference.span.start, reference.span.end);
      // Of a file that is none of a configuration, its name is told of.
      if (reference.field === 'extends' && !/(?:^|[/.])agentwright\.json$/.test(written)) continue;
      if (listed && ofOneMachine.test(written)) yield ofMachine(document, workspace, reference, written);
      else if (workspace.existence(reference.name) === 'no') {
        yield missing(document, workspace, reference, written);
      }
    }
  },
});

const ofOneMachine = /^([A-Za-z]:[\\/]|\\\\|\/(home|Users|root|mnt)\/|~[\\/])/;

function ofMachine(document: Document, workspace: Workspace, { span }: Reference, written: string): Finding {
  return {
    span,
    message: say('The path `{0}` exists on one machine only. Write it from the folder of the project.', written),
    fixes: () => {
      const relative = partThatExists(document, workspace, written);
      if (relative === undefined) return [];
      return [changeTo(document, span, relative, 'safe')];
    },
  };
}

/** The longest end of an absolute path that exists below the project's folder. */
function partThatExists({ uri }: Document, workspace: Workspace, written: string): string | undefined {
  const parts = written.split(/[\\/]+/).filter(part => part !== '');
  for (let from = 1; from < parts.length; from++) {
    const path = parts.slice(from).join('/');
    if (workspace.existence(workspace.resolvePath(path, uri)) === 'yes') return path;
  }
  return undefined;
}

function missing(document: Document, workspace: Workspace, reference: Reference, written: string): Finding {
  return {
    span: reference.span,
    severity: reference.form === 'path' ? 'information' : 'warning',
    message: say('There is no file `{0}`.', written),
    fixes: () => [
      ...nearestFiles(document, workspace, written).map(path => changeTo(document, reference.span, path)),
      ...created(reference.name, written),
      ...removed(document, reference, written),
    ],
  };
}

function created(uri: string, written: string): Fix[] {
  const title = stem(uri).replace(/[-_]/g, ' ');
  if (!uri.endsWith('.md') || title === '') return [];
  const text = `# ${title[0]!.toUpperCase()}${title.slice(1)}\n`;
  return [{ title: say('Create `{0}`', written), edits: [{ uri, create: text }], safe: false }];
}

const removed = (document: Document, { field, span }: Reference, written: string): Fix[] =>
  field === undefined ? [] : removing(document, field, span, written);
