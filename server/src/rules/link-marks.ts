// Links whose path has backslashes, or quotes and brackets around it, and so leads nowhere.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { changeTo } from './edits';
import { atLink, isElsewhere } from './file-paths';
import { say, type Finding } from './rule';

/** Whether a path is surely meant as one: that of a file that is there, or an address. */
export function isTarget(path: string, { uri }: Document, workspace: Workspace): boolean {
  if (/^https?:\/\/[\w-]+(\.[\w-]+)+(\/|$)/.test(path)) return true;
  return (
    /[./]/.test(path) &&
    /\w/.test(path) &&
    !/^#/.test(path) &&
    !isElsewhere(path) &&
    atLink(workspace, uri, path) === 'yes'
  );
}

export function backslashes(document: Document, workspace: Workspace, target: Span): Finding | undefined {
  const { uri, text } = document;
  const written = text.slice(target.start, target.end);
  const path = written.replaceAll('\\', '/');
  if (path === written || isElsewhere(path) || atLink(workspace, uri, path) !== 'yes') return undefined;
  return {
    span: target,
    message: say('Links are written with `/`; with backslashes this one leads nowhere, except on Windows.'),
    fixes: () => [changeTo(document, target, path, 'best')],
  };
}

/** Whether a text may hold such a link. */
export const wrapped = /\]\([“”‘’"'`(]/;

/** `](“guide.md”)`: an editor made quotes of print of what nobody writes around a path. */
export function inQuotes(document: Document, target: Span): Finding | undefined {
  const [, path] = /^[“”‘’]([^“”‘’\s]+)[“”‘’]$/.exec(document.text.slice(target.start, target.end)) ?? [];
  if (path === undefined) return undefined;
  return {
    span: target,
    message: say('The quotes are a part of the path here, so the link leads nowhere.'),
    fixes: () => [changeTo(document, target, path, 'best')],
  };
}

/** `]("guide.md")`, `` ](`guide.md`) `` and `]((guide.md))`: Markdown counts the inner marks to the path. */
export function inMarks(document: Document, workspace: Workspace, target: Span): Finding | undefined {
  const written = document.text.slice(target.start, target.end);
  const path = /^(?:"([^"\s]+)"|'([^'\s]+)'|`([^`\s]+)`|\(([^()\s]+)\))$/.exec(written)?.slice(1).find(Boolean);
  if (path === undefined || !isTarget(path, document, workspace)) return undefined;
  return {
    span: target,
    message: say('Markdown takes all of `{0}` for the path, its marks included, so the link leads nowhere.', written),
    fixes: () => [changeTo(document, target, path, 'best')],
  };
}

/** `](.../guide.md)`: a dot too many, or none that belongs there. */
export function dotsBefore(document: Document, workspace: Workspace, target: Span): Finding | undefined {
  const written = document.text.slice(target.start, target.end);
  if (!written.startsWith('.../')) return undefined;
  const path = ['../', './', ''].map(step => step + written.slice(4)).find(each => isTarget(each, document, workspace));
  if (path === undefined) return undefined;
  return {
    span: target,
    message: say('No folder is called `{0}`, so the link leads nowhere.', '...'),
    fixes: () => [changeTo(document, target, path, 'best')],
  };
}
