// The texts that the workspace works on: an open buffer before the disk. Reads, never writes, never runs.
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Change } from '../workspace/change';
import { languageOf } from '../workspace/classify';
import type { Workspace } from '../workspace/workspace';
import { look } from './look';
import { slices } from './slices';
import { fromPath, toPath } from './uris';
import { walk } from './walk';

export interface Files {
  /** Reads every file below these folders, in place of what was known. */
  load(folders: readonly string[]): Promise<void>;
  /** Takes what a watcher says; folders are listed anew. */
  changed(uris: readonly string[]): Promise<void>;
  /** Reads again what depends on a change elsewhere, until nothing does. */
  settle(): Promise<void>;
  /** A file is shown no longer: what is on disk is the truth again. */
  closed(uri: string): void;
  /** The text on disk, or undefined where it cannot be read as a file. */
  text(uri: string): string | undefined;
  /** The same, but empty for a file that is there and cannot be read, of which that alone is said. */
  judged(uri: string): string | undefined;
  /** Folders that could not be listed for want of permission. */
  readonly closedFolders: ReadonlySet<string>;
}

/** `isOpen` tells whether a client shows a file; its buffer is then the truth. */
export function keepFiles(workspace: Workspace, isOpen: (uri: string) => boolean, tick: () => Promise<void>): Files {
  const closedFolders = new Set<string>();

  async function settle(): Promise<void> {
    for (let stale = workspace.takeStale(); stale.length > 0; stale = workspace.takeStale()) await enter(stale);
  }

  /** A buffer that the workspace has no tree of came when nobody knew that it would be read. */
  const isKnown = (uri: string): boolean => isOpen(uri) && !workspace.adopts(uri);

  /** Each file is a transaction of its own: what many hold at once would be taken for something that stays. */
  async function enter(uris: readonly string[]): Promise<void> {
    const slice = slices(tick);
    for (const uri of uris) {
      const change = isKnown(uri) ? undefined : read(uri);
      if (change && !isNowhere(change)) workspace.apply([change]);
      if (slice.isOver()) await slice.next();
    }
  }

  const read = (uri: string): Change => (isRead(uri) ? { uri, ...look(uri) } : { uri });
  /** A schema that git leaves out is asked for by its name: there may be none. */
  const isNowhere = ({ uri, text: found, unread }: Change): boolean =>
    workspace.adopts(uri) && !workspace.paths.has(uri) && found === undefined && unread === undefined;
  const isRead = (uri: string): boolean => languageOf(uri) !== undefined || workspace.adopts(uri);
  const text = (uri: string): string | undefined => look(uri).text;
  const judged = (uri: string): string | undefined => text(uri) ?? (workspace.unread.has(uri) ? '' : undefined);

  function closed(uri: string): void {
    const found = look(uri);
    const isThere = found.text !== undefined || found.unread !== undefined;
    workspace.apply([isThere ? { uri, ...found } : { uri, gone: true }]);
  }

  async function list(folder: string): Promise<string[]> {
    const uris: string[] = [];
    for await (const { uri, twin } of walk(folder, workspace.paths, at => closedFolders.add(fromPath(at)))) {
      if (twin) workspace.apply([{ uri }]);
      else uris.push(uri);
    }
    return uris;
  }

  async function load(folders: readonly string[]): Promise<void> {
    workspace.setRoots(folders);
    const seen = new Set<string>();
    for (const folder of folders) {
      const path = toPath(folder);
      if (path === undefined) continue;
      const uris = await list(path);
      for (const uri of uris) seen.add(uri);
      await enter(uris);
    }
    const gone = [...workspace.files].map(file => file.uri).filter(uri => !seen.has(uri) && !isOpen(uri));
    workspace.apply(gone.map(uri => ({ uri, gone: true })));
    await settle();
  }

  async function changed(uris: readonly string[]): Promise<void> {
    const present: string[] = [];
    for (const uri of uris) {
      const path = toPath(uri);
      if (path === undefined || (isHidden(uri) && !workspace.paths.has(uri) && !workspace.adopts(uri))) continue;
      const info = await stat(path).catch(() => undefined);
      if (info?.isDirectory()) present.push(...(await list(path)));
      else if (info?.isFile() || isBroken(uri)) present.push(uri);
      else workspace.apply(goneBelow(uri).map(gone => ({ uri: gone, gone: true })));
    }
    await enter(present.filter(uri => !isOpen(uri)));
    workspace.apply(present.filter(isOpen).map(uri => ({ uri })));
    await settle();
  }

  /** A folder that is deleted is told as one event. An open file whose disk copy goes stays as its editor shows it. */
  function goneBelow(uri: string): string[] {
    const below = workspace.paths.has(uri) || workspace.unread.has(uri) ? [uri] : [...workspace.paths.below(uri)];
    return below.filter(gone => !isOpen(gone));
  }

  /** A link that leads to no file, where a file was to be read. */
  const isBroken = (uri: string): boolean => languageOf(uri) !== undefined && look(uri).unread !== undefined;

  /** In a folder that is never listed, or left out of git, be it a file or a folder. */
  const isHidden = (uri: string): boolean => [uri, `${uri}/`].every(each => workspace.existence(each) === 'unknown');

  return { load, changed, settle, closed, text, judged, closedFolders };
}

/** The folders to read besides the workspace's own: the user's agents and skills. */
export function userFolders(home: string | undefined): string[] {
  return home === undefined ? [] : ['agents', 'skills'].map(folder => fromPath(join(home, '.claude', folder)));
}

/** A file opened without a folder: the folder above its `.claude`, so that its skills are found. */
export function folderOf(uri: string): string | undefined {
  const path = toPath(uri);
  if (path === undefined) return undefined;
  for (let at = dirname(path); dirname(at) !== at; at = dirname(at)) {
    if (basename(at) === '.claude' || basename(at) === '.agents') return fromPath(dirname(at));
  }
  return undefined;
}
