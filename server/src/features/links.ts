// Paths that a click opens: every file that a text names and that is there.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Reference } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';

export interface Link {
  readonly span: Span;
  readonly uri: string;
  /** The file, for people. */
  readonly place: string;
  /** The heading that a Markdown link leads to, where the file has it. */
  readonly slug: string | undefined;
}

/** The links of a document, in order. `native` says that the editor itself makes links of Markdown's `[text](path)`. */
export function links(workspace: Workspace, document: Document, native: boolean): Link[] {
  const files = workspace.references(document, 'file');
  const written = new Set(files.filter(({ form }) => form === 'link').map(({ span }) => span.start));
  const slugs = new Map(workspace.references(document, 'heading').map(each => [each.span.start, each] as const));
  return files
    .filter(({ name, form }) => form !== 'other-base' && !(native && form === 'link') && isFile(workspace, name))
    .filter(({ form, span }) => form === 'link' || !written.has(span.start))
    .map(({ name, form, span }): Link => {
      const heading = form === 'link' ? slugs.get(span.end + 1) : undefined;
      const slug = heading && slugThere(workspace, name, heading);
      const end = slug === undefined ? span.end : heading!.span.end;
      return { span: { start: span.start, end }, uri: name, place: workspace.shown(name), slug };
    });
}

/** Folders exist too, but no editor opens them. */
const isFile = (workspace: Workspace, uri: string): boolean =>
  workspace.existence(uri) === 'yes' && workspace.paths.has(uri);

function slugThere(workspace: Workspace, uri: string, { name }: Reference): string | undefined {
  const slug = name.slice(uri.length + 1);
  return workspace.headings.slugs(uri)?.has(slug) ? slug : undefined;
}
