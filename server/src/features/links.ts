// Paths that a click opens: every file that a text names and that is there.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { slugOf } from '../workspace/headings';
import type { Reference } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { place } from './cards';

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
      const end = slug === undefined ? endOf(document.text, form, span) : heading!.span.end;
      return { span: { start: span.start, end }, uri: name, place: place(workspace, name), slug };
    });
}

/** Folders exist too, but no editor opens them. */
const isFile = (workspace: Workspace, uri: string): boolean =>
  workspace.existence(uri) === 'yes' && workspace.paths.has(uri);

function slugThere(workspace: Workspace, uri: string, { name }: Reference): string | undefined {
  const slug = name.slice(uri.length + 1);
  return workspace.headings.slugs(uri)?.has(slug) ? slug : undefined;
}

/** The full stop of a sentence that ends in an import is none of its path. */
const endOf = (text: string, form: Reference['form'], { end }: Span): number =>
  form === 'import' && text[end - 1] === '.' ? end - 1 : end;

/** Where a heading of this slug stands; undefined for the names that HTML tags give. */
export function headingAt({ text, body }: Document, slug: string): Span | undefined {
  const counts = new Map<string, number>();
  for (const { start, content } of body?.sections ?? []) {
    for (const { span } of content.headings) {
      const at = { start: start + span.start, end: start + span.end };
      const own = slugOf(text.slice(at.start, at.end));
      const count = counts.get(own) ?? 0;
      counts.set(own, count + 1);
      if ((count === 0 ? own : `${own}-${count}`) === slug) return at;
    }
  }
  return undefined;
}
