// What the commands do with files that come out otherwise: shown as a diff, or written where nothing is lost by it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { toPath } from '../disk/uris';
import { exit, many, visible, type Io } from './io';
import { shownUri } from './projects';

export interface Changed {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/** Exit code 1 where something is to be done, so that a pipeline can ask for it. */
export function showChanges(changed: readonly Changed[], done: string, io: Io): number {
  for (const { uri, before, after } of changed) {
    const path = visible(shownUri(uri, io));
    io.out(
      createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        headerOptions: FILE_HEADERS_ONLY,
      }),
    );
  }
  io.error(`${many(changed.length, 'file')} would be ${done}.\n`);
  return changed.length > 0 ? exit.errors : exit.fine;
}

/** Writes each file that nothing hinders, and names it. */
export function writeChanges(changed: readonly Changed[], done: string, io: Io): number {
  let written = 0;
  for (const file of changed) {
    const path = visible(shownUri(file.uri, io));
    const hindrance = replace(file);
    if (hindrance === undefined) {
      io.out(`${path}\n`);
      written++;
    } else io.error(`agentwright: \`${path}\` is left as it is: ${hindrance}.\n`);
  }
  io.error(`${many(written, 'file')} ${done}.\n`);
  return written < changed.length ? exit.errors : exit.fine;
}

/** Why a file cannot be written without losing something; undefined where it was. */
function replace({ uri, before, after }: Changed): string | undefined {
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
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return 'there is no permission to write it';
    if (code === 'ENOENT') return 'it is gone meanwhile';
    return error instanceof Error ? error.message : String(error);
  }
}
