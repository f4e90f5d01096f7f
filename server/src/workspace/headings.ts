// The places in Markdown files that links can lead to: their headings, and the names that HTML tags give.
import { copy } from '../syntax/copy';
import type { SectionContent } from '../syntax/body';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
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
export function headingSpan({ text, body }: Document, slug: string): Span | undefined {
  const counts = new Map<string, number>();
  for (const { start, content } of body?.sections ?? []) {
    for (const { span } of content.headings) {
      const at = shift(span, start);
      const own = slugOf(text.slice(at.start, at.end));
      const count = counts.get(own) ?? 0;
      counts.set(own, count + 1);
      if ((count === 0 ? own : `${own}-${count}`) === slug) return at;
    }
  }
  return undefined;
}

/** In order: a second heading of the same text gets `-1`. */
function numbered(headings: readonly string[]): Set<string> {
  const slugs = new Set<string>();
  const counts = new Map<string, number>();
  for (const slug of headings) {
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    slugs.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return slugs;
}

/** The anchor of a heading, as GitHub makes it. */
const slugOf = (heading: string): string =>
  withoutEnds(
    heading
      .replace(/!?\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])/g, '$1')
      .replace(/<\/?[a-z][^>]*>/gi, '')
      .replace(/(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
      .replace(/\s/g, '-'),
  );

/** What stands behind the `#` of a link, in the spelling of slugs. */
export const anchorSlug = (written: string): string => withoutEnds(decoded(written).toLowerCase());

/** Readers differ on what an emoji at the start leaves behind: a hyphen, another invisible character, or nothing. */
const withoutEnds = (slug: string): string => slug.replace(/^(-|\uFE0F)+|(-|\uFE0F)+$/g, '');
