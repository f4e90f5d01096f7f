// The text of a file on disk, or why there is none.
import { lstatSync, readFileSync, statSync } from 'node:fs';
import type { Unread } from '../workspace/change';
import { toPath } from './uris';

/** Larger files are listed, not read. */
const maxBytes = 16 * 1024 * 1024;

export interface Look {
  readonly text?: string;
  readonly unread?: Unread;
}

/** Neither where there is nothing at all, or something that is no file: a pipe, a device. At once: waiting for each of
 * thousands of small files takes several times as long as reading them. */
export function look(uri: string): Look {
  const path = toPath(uri);
  if (path === undefined) return {};
  try {
    const info = statSync(path);
    if (info.isDirectory()) return { unread: 'folder' };
    if (!info.isFile()) return {};
    return info.size > maxBytes ? { unread: 'large' } : { text: readFileSync(path, 'utf8') };
  } catch (error) {
    const unread = reason((error as NodeJS.ErrnoException).code, isLink(path));
    return unread ? { unread } : {};
  }
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

function reason(code: string | undefined, link: boolean): Unread | undefined {
  if (code === 'EACCES' || code === 'EPERM') return 'closed';
  if (code === 'ELOOP') return 'circle';
  return code === 'ENOENT' && link ? 'nowhere' : undefined;
}
