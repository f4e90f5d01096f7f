// What links to headings must say when the text of a heading changes, and which heading stands at an offset.
import { covers, type Span } from '../syntax/span';
import type { Document } from '../syntax/document';
import { anchorsOf, headingSpans, ownAnchors, type Anchor } from '../workspace/headings';
import { symbolKey } from '../workspace/symbols';
import { decoded } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { distinct, type NameEdit } from './moves';
import type { Read } from './read';

/** The heading at an offset, or the one that a link within the document leads to. */
export function headingAt(
  document: Document,
  offset: number,
): { readonly slug: string; readonly span: Span } | undefined {
  const spans = headingSpans(document);
  const at = spans.findIndex(span => span.start < span.end && covers(span, offset));
  if (at >= 0) return { slug: anchorsOf(spans.map(span => textOf(document, span)))[at]!.slug, span: spans[at]! };
  return ownAnchors(document).find(({ span }) => covers(span, offset));
}

const textOf = ({ text }: Document, { start, end }: Span): string => text.slice(start, end);

/** The edits, each place once: a path may be a name as well; and those of the anchors of headings that they change. */
export function withAnchors(workspace: Workspace, read: Read, edits: readonly NameEdit[]): NameEdit[] {
  const all = distinct(edits);
  return [...all, ...anchorEdits(workspace, read, all)];
}

/** The edits of the anchors that others of these edits, which fall into headings, change; each as sure as those. */
function anchorEdits(workspace: Workspace, read: Read, edits: readonly NameEdit[]): NameEdit[] {
  const byFile = new Map<string, NameEdit[]>();
  for (const edit of edits) {
    const known = byFile.get(edit.uri);
    if (known) known.push(edit);
    else byFile.set(edit.uri, [edit]);
  }
  return [...byFile].flatMap(([uri, all]) => {
    const document = read(uri);
    const spans = document ? headingSpans(document) : [];
    const own = all.filter(({ span }) => spans.some(({ start, end }) => start <= span.start && span.end <= end));
    const changed = document && own.length > 0 ? changes(document, own) : undefined;
    if (!document || !changed || changed.size === 0) return [];
    const sure = own.every(edit => edit.sure);
    const holders = new Set([uri]);
    for (const slug of changed.keys())
      for (const holder of workspace.names.holders(symbolKey('heading', `${uri}#${slug}`))) holders.add(holder);
    return [...holders].sort().flatMap(holder => {
      const from = read(holder);
      return from ? anchorsIn(workspace, from, document).flatMap(each => edit(from, each, changed, sure)) : [];
    });
  });
}

interface Change {
  readonly from: Anchor;
  readonly to: Anchor;
}

/** By the old slug of each heading that gets another one: not only those that are edited are numbered anew. */
function changes(document: Document, edits: readonly NameEdit[]): Map<string, Change> {
  const spans = headingSpans(document);
  const before = spans.map(span => textOf(document, span));
  const after = spans.map(({ start, end }) => {
    const inside = edits.filter(({ span }) => start <= span.start && span.end <= end);
    inside.sort((a, b) => b.span.start - a.span.start);
    return inside.reduce(
      (text, { span, text: to }) => text.slice(0, span.start - start) + to + text.slice(span.end - start),
      textOf(document, { start, end }),
    );
  });
  const old = anchorsOf(before);
  return new Map(
    anchorsOf(after).flatMap((to, at) => {
      const from = old[at]!;
      return to.slug === from.slug ? [] : [[from.slug, { from, to }] as const];
    }),
  );
}

interface Written {
  readonly slug: string;
  readonly span: Span;
}

/** The anchors in one document that lead to headings of another, or to its own. */
function anchorsIn(workspace: Workspace, from: Document, { uri }: Document): Written[] {
  const linked = workspace.references(from, 'heading').flatMap(({ name, span }) => {
    const hash = name.indexOf('#');
    return name.slice(0, hash) === uri ? [{ slug: name.slice(hash + 1), span }] : [];
  });
  return from.uri === uri ? [...linked, ...ownAnchors(from)] : linked;
}

function edit(holder: Document, { slug, span }: Written, to: ReadonlyMap<string, Change>, sure: boolean): NameEdit[] {
  const change = to.get(slug);
  if (!change) return [];
  const written = textOf(holder, span);
  // GitHub knows the whole anchor alone; others know the bare one, too.
  const isBare = change.from.whole !== change.from.slug && decoded(written).toLowerCase() === change.from.slug;
  const text = isBare ? change.to.slug : change.to.whole;
  return [{ uri: holder.uri, span, text: written.includes('%') ? encodeURIComponent(text) : text, sure }];
}
