// `agentwright fix`: applies every fix that is safe to the files below the paths, or shows as a diff what it would do.
import { readFileSync, writeFileSync } from 'node:fs';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { toPath } from '../disk/uris';
import { fixedText } from '../features/fixes';
import { exit, many, visible, type Io } from './io';
import { documentOf, openProjects, shownUri, type Projects } from './projects';

export interface FixOptions {
  /** Prints a unified diff and writes nothing. */
  readonly dryRun: boolean;
}

/** A fix in one file may bring another's to light; more rounds than this would mean that two undo each other. */
const maxRounds = 10;

interface Fixed {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

export async function fix(operands: readonly string[], options: FixOptions, io: Io): Promise<number> {
  const fixed = new Map<string, Fixed>();
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
  return options.dryRun ? show(changed, io) : write(changed, io);
}

/** What was fixed is laid over the disk, as an editor's buffers are. */
function fixOne(uri: string, projects: Projects, fixed: Map<string, Fixed>): void {
  const document = documentOf(projects, uri);
  const after = document && fixedText(projects.workspace, document);
  if (!document || after === undefined || after === document.text) return;
  fixed.set(uri, { uri, before: fixed.get(uri)?.before ?? document.text, after });
  projects.workspace.apply([{ uri, text: after, open: true }]);
}

/** Exit code 1 where something is to be done, so that a pipeline can ask for it. */
function show(fixed: readonly Fixed[], io: Io): number {
  for (const { uri, before, after } of fixed) {
    const path = visible(shownUri(uri, io));
    io.out(
      createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        headerOptions: FILE_HEADERS_ONLY,
      }),
    );
  }
  io.error(`${many(fixed.length, 'file')} would be fixed.\n`);
  return fixed.length > 0 ? exit.errors : exit.fine;
}

function write(fixed: readonly Fixed[], io: Io): number {
  let written = 0;
  for (const file of fixed) {
    const path = visible(shownUri(file.uri, io));
    const hindrance = replace(file);
    if (hindrance === undefined) {
      io.out(`${path}\n`);
      written++;
    } else io.error(`agentwright: \`${path}\` is left as it is: ${hindrance}.\n`);
  }
  io.error(`${many(written, 'file')} fixed.\n`);
  return written < fixed.length ? exit.errors : exit.fine;
}

/** Why a file cannot be written without losing something; undefined where it was. */
function replace({ uri, before, after }: Fixed): string | undefined {
  const path = toPath(uri);
  if (path === undefined) return 'it is not on the disk';
  try {
    const bytes = readFileSync(path);
    const text = bytes.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(bytes)) return 'it holds bytes that are not UTF-8';
    if (text !== before) return 'it was changed meanwhile';
    writeFileSync(path, after);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
