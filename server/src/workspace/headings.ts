// The places in Markdown files that links can lead to: their headings, and the names that HTML tags give.
import { copy } from '../syntax/copy';
import type { SectionContent } from '../syntax/body';
import type { Document } from '../syntax/document';
import { holds, shift, type Span } from '../syntax/span';
import { decoded } from './uris';

/** What is kept of one file. Slugs are made when somebody asks. */
interface Kept {
  /** The same object while the text of a section stays. */
  readonly sections: readonly Places[];
  slugs?: ReadonlySet<string>;
}

/** Of one section. */
interface Places {
  /** The slugs of the headings. */
  readonly headings: readonly string[];
  readonly names: readonly string[];
}

/** Keeps them of the files that some link names with a heading, which are few. */
export class Headings {
  readonly #wanted = new Set<string>();
  readonly #files = new Map<string, Kept>();
  /** What a section holds is sought once, as long as its text stays. */
  readonly #places = new WeakMap<SectionContent, Places>();

  /** Takes a link's heading, as its symbol names it. Answers the file that must be read for it, where it is the first. */
  want(name: string): string | undefined {
    const uri = name.slice(0, name.indexOf('#'));
    if (this.#wanted.has(uri)) return undefined;
    this.#wanted.add(uri);
    return uri;
  }

  /** Takes a file as it now is, or its absence. Answers the slugs that came or went, where somebody asked for them; `all`
   * where nothing was known of the file, or nothing is any more. */
  set(uri: string, document: Document | undefined): readonly string[] | 'all' {
    if (!this.#wanted.has(uri)) return [];
    const before = this.#files.get(uri);
    const sections = document?.body && this.#placesIn(document);
    if (sections && before && isSame(before.sections, sections)) return [];
    if (sections) this.#files.set(uri, { sections });
    else this.#files.delete(uri);
    if ((before === undefined) !== (sections === undefined)) return 'all';
    if (!before?.slugs) return [];
    const old = before.slugs;
    const now = this.slugs(uri) ?? new Set<string>();
    return [...old, ...now].filter(slug => old.has(slug) !== now.has(slug));
  }

  /** The slugs of a file; undefined where nothing is known of it. */
  slugs(uri: string): ReadonlySet<string> | undefined {
    const kept = this.#files.get(uri);
    return kept && (kept.slugs ??= allSlugs(kept.sections));
  }

  /** All anchors of a document. */
  slugsIn(document: Document): ReadonlySet<string> {
    return allSlugs(this.#placesIn(document));
  }

  #placesIn({ text, body }: Document): readonly Places[] {
    return (body?.sections ?? []).map(({ start, end, content }) => {
      const places = this.#places.get(content) ?? readPlaces(text.slice(start, end), content);
      this.#places.set(content, places);
      return places;
    });
  }
}

function allSlugs(sections: readonly Places[]): ReadonlySet<string> {
  const slugs = numbered(sections.flatMap(({ headings }) => headings));
  for (const { names } of sections) for (const name of names) slugs.add(name);
  return slugs;
}

const isSame = (a: readonly Places[], b: readonly Places[]): boolean =>
  a.length === b.length && a.every((places, index) => places === b[index]);

const nothing: Places = { headings: [], names: [] };

function readPlaces(text: string, { headings }: SectionContent): Places {
  const tagged = text.includes('=') ? [...text.matchAll(/\b(?:id|name)=(?:"([^"]*)"|'([^']*)')/gi)] : [];
  if (headings.length === 0 && tagged.length === 0) return nothing;
  return {
    headings: headings.map(({ span }) => copy(slugOf(text.slice(span.start, span.end)))),
    names: tagged.map(match => copy((match[1] ?? match[2] ?? '').toLowerCase())),
  };
}

/** Where a heading of this slug stands; undefined for the names that HTML tags give. */
export function headingSpan(document: Document, slug: string): Span | undefined {
  const spans = headingSpans(document);
  const texts = spans.map(({ start, end }) => document.text.slice(start, end));
  return spans[anchorsOf(texts).findIndex(anchor => anchor.slug === slug)];
}

/** The texts of the headings, in order. */
export const headingSpans = ({ body }: Document): Span[] =>
  (body?.sections ?? []).flatMap(({ start, content }) => content.headings.map(({ span }) => shift(span, start)));

/** By what links lead to a heading. */
export interface Anchor {
  readonly slug: string;
  /** With the hyphens at its ends that an emoji leaves behind. */
  readonly whole: string;
}

/** The anchors of these headings. */
export function anchorsOf(headings: readonly string[]): Anchor[] {
  const wholes = headings.map(wholeSlug);
  return numbers(wholes.map(withoutEnds)).map(({ slug, number }, at) => ({
    slug: `${slug}${number}`,
    whole: `${wholes[at]!}${number}`,
  }));
}

/** The links within a document to its own headings, with what stands behind their `#`. */
export const ownAnchors = ({ text, body }: Document): { readonly slug: string; readonly span: Span }[] =>
  (body?.sections ?? []).flatMap(({ start, content: { links, comments } }) =>
    links.flatMap(({ target }) => {
      if (comments.some(comment => holds(comment, target))) return [];
      const span = { start: start + target.start + 1, end: start + target.end };
      const written = text.slice(span.start, span.end);
      return text[span.start - 1] === '#' && written !== '' ? [{ slug: anchorSlug(written), span }] : [];
    }),
  );

const numbered = (headings: readonly string[]): Set<string> =>
  new Set(numbers(headings).map(({ slug, number }) => `${slug}${number}`));

/** In order: a second heading of the same text gets `-1`. */
function numbers(headings: readonly string[]): { readonly slug: string; readonly number: string }[] {
  const counts = new Map<string, number>();
  return headings.map(slug => {
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return { slug, number: count === 0 ? '' : `-${count}` };
  });
}

/** The anchor of a heading, as GitHub makes it. */
const wholeSlug = (heading: string): string =>
  heading
    .replace(/!?\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-');

const slugOf = (heading: string): string => withoutEnds(wholeSlug(heading));

/** What stands behind the `#` of a link, in the spelling of slugs. */
export const anchorSlug = (written: string): string => withoutEnds(decoded(written).toLowerCase());

/** Readers differ on what an emoji at the start leaves behind: a hyphen, another invisible character, or nothing. */
const withoutEnds = (slug: string): string => slug.replace(/^(-|\uFE0F)+|(-|\uFE0F)+$/g, '');
