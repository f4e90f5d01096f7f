// `agentwright fix`: applies every fix that is safe to the files below the paths, or shows as a diff what it would do.
import { fixedText } from '../features/fixes';
import { showChanges, writeChanges, type Changed } from './changes';
import { exit, type Io } from './io';
import { documentOf, openProjects, type Projects } from './projects';

export interface FixOptions {
  /** Prints a unified diff and writes nothing. */
  readonly dryRun: boolean;
}

/** A fix in one file may bring another's to light; more rounds than this would mean that two undo each other. */
const maxRounds = 10;

export async function fix(operands: readonly string[], options: FixOptions, io: Io): Promise<number> {
  const fixed = new Map<string, Changed>();
  const projects = await openProjects(operands, io, uri => fixed.has(uri));
  if (!projects) return exit.usage;
  let asked: readonly string[] = projects.uris;
  for (let round = 0; asked.length > 0 && round < maxRounds; round++) {
    projects.workspace.takeDirty();
    for (const uri of asked) fixOne(uri, projects, fixed);
    await projects.files.settle();
    const dirty = new Set(projects.workspace.takeDirty());
    asked = projects.uris.filter(uri => dirty.has(uri));
  }
  const changed = [...fixed.values()].filter(({ before, after }) => before !== after);
  changed.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  return options.dryRun ? showChanges(changed, 'fixed', io) : writeChanges(changed, 'fixed', io);
}

/** What was fixed is laid over the disk, as an editor's buffers are. */
function fixOne(uri: string, projects: Projects, fixed: Map<string, Changed>): void {
  const document = documentOf(projects, uri);
  const after = document && fixedText(projects.workspace, document);
  if (!document || after === undefined || after === document.text) return;
  fixed.set(uri, { uri, before: fixed.get(uri)?.before ?? document.text, after });
  projects.workspace.apply([{ uri, text: after, open: true }]);
}
