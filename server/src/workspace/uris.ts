// URIs as the workspace uses them: compared as text, in the form that vscode-uri's `toString` gives.

/** The folder that holds it, without a slash at the end. */
export const parent = (uri: string): string => uri.slice(0, Math.max(uri.lastIndexOf('/'), 0));

/** The last part of a URI's path, decoded. */
export const baseName = (uri: string): string => decoded(uri.slice(uri.lastIndexOf('/') + 1));

/** What a Markdown file is called, without its ending. */
export const stem = (uri: string): string => baseName(uri).replace(/\.md$/, '');

/** Whether `uri` is `folder` or lies below it. */
export const isBelow = (uri: string, folder: string): boolean =>
  uri.startsWith(folder) && (uri.length === folder.length || uri[folder.length] === '/');

/** The decoded path of `uri` below `folder`, with `/`; the empty text for the folder itself. */
export const pathBelow = (uri: string, folder: string): string => decoded(uri.slice(folder.length + 1));

/** The URI of a path below a folder; `.` and `..` are resolved, backslashes are not separators. */
export function join(folder: string, path: string): string {
  let uri = folder;
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    uri = part === '..' ? parent(uri) : `${uri}/${encodePart(part)}`;
  }
  return uri;
}

/** Without percent signs, or as it is where one is a stray. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign: the host's own spelling is the best there is.
  }
}

function encodePart(part: string): string {
  const plain = /^[\w.~-]*$/.test(part);
  if (plain) return part;
  try {
    return encodeURIComponent(part).replace(
      /[!'()*]/g,
      character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    return part; // Half of a surrogate pair names no file.
  }
}

/** The path from a folder to a file or folder, as a link writes it: with `../`, and encoded where a URI is. */
export function pathFrom(folder: string, uri: string): string {
  let common = folder;
  let up = '';
  while (common !== '' && !isBelow(uri, common)) {
    common = parent(common);
    up += '../';
  }
  return `${up}${uri.slice(common.length + 1)}`;
}

/** The folder that paths with a leading dot count from: the file's own, or the one around `.claude-plugin`. */
export const ownFolder = (uri: string): string => parent(uri).replace(/\/\.claude-plugin$/, '');

/** The URI that a path in a file means: from `folder`, or from the file's own where it begins with a dot and a slash;
 * manifests speak of the folder around `.claude-plugin`. */
export function meantBy(path: string, uri: string, folder: string): string {
  const clean = path.replace(/^@/, '');
  return join(/^\.\.?\//.test(clean) ? ownFolder(uri) : folder, clean);
}
