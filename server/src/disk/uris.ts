// URIs of clients and paths of disks in the one spelling that the workspace compares.
import { URI } from 'vscode-uri';
import { copy } from '../syntax/copy';

/** The spelling of vscode-uri's `toString`, whatever a client escapes. */
export function normal(uri: string): string {
  if (uri !== last.uri) last = { uri, normal: URI.parse(uri).toString() };
  return last.normal;
}

/** A key names the same file twice. */
let last: { readonly uri: string | undefined; readonly normal: string } = { uri: undefined, normal: '' };

/** Kept for every file: what was put together of pieces would be held with them. */
export const fromPath = (path: string): string => copy(URI.file(path).toString());

/** The path on disk, or undefined for files that are on none (`untitled:`, `vscode-vfs:`). */
export function toPath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
