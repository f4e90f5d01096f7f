// URIs of clients and paths of disks in the one spelling that the workspace compares.
import { URI } from 'vscode-uri';

/** The spelling of vscode-uri's `toString`, whatever a client escapes. */
export const normal = (uri: string): string => URI.parse(uri).toString();

export const fromPath = (path: string): string => URI.file(path).toString();

/** The path on disk, or undefined for files that are on none (`untitled:`, `vscode-vfs:`). */
export function toPath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
