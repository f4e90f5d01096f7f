// Tags that stand alone in their lines, `<example>` and `</example>`, and which of them has no partner.
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import { lineEnd, lineStart } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { perSection } from './per-section';
import { isSlipOf } from './slip';
import { partnerOf, tornTagsOf, type Partner } from './torn-tags';

export interface Tag {
  readonly name: string;
  /** Without the bracket and slash before it. */
  readonly span: Span;
  /** From `<` to the end of the tag. */
  readonly outer: Span;
  readonly closes: boolean;
  /** Whether it stands alone in its line. What does not is no more than the partner of another. */
  readonly alone: boolean;
  /** Whether its `>` is missing. */
  readonly cut: boolean;
}

export type OddTag =
  | { readonly wrong: 'cut' | 'slash' | 'open' | 'close'; readonly tag: Tag; readonly ends?: readonly number[] }
  | { readonly wrong: 'torn'; readonly tag: Tag; readonly partner: Partner }
  | { readonly wrong: 'name'; readonly tag: Tag; readonly other: Tag };

const form = /<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'<>]+))*)[ \t]*(>|(?=\r?\n|$))/gy;

/** Elements of HTML that nobody needs to close. */
const openEnded = /^(?:br|hr|img|input|meta|link|p|li|td|tr|th|dt|dd|col|source|wbr|option|area|base|embed|html|body|head|thead|tbody)$/; // prettier-ignore

/** The tags of a body at the beginning of a line, and closing ones at its end. */
function tagsIn(document: Document): Tag[] {
  const tags: Tag[] = [];
  for (const section of document.body?.sections ?? []) {
    const { start } = section;
    for (const tag of tagsOf(document, section))
      tags.push({ ...tag, span: shift(tag.span, start), outer: shift(tag.outer, start) });
  }
  return tags;
}

const tagsOf = perSection((text, content) => {
  const tags: Tag[] = [];
  const hidden = [...content.fences.map(({ outer }) => outer), ...content.comments];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', lineEnd(text, at))) {
    // Those between the first and the last of a line neither begin nor end it.
    const last = text.lastIndexOf('<', lineEnd(text, at));
    for (const each of last > at ? [at, last] : [at]) {
      const tag = tagAt(text, each, each === at && text.slice(lineStart(text, at), at).trim() === '');
      if (tag && !hidden.some(({ start, end }) => start <= each && each < end)) tags.push(tag);
    }
  }
  return tags;
});

/** All that tags are read from, of sections that hold some; of the others, what may show the partner of one. */
export const digest = (document: Document, section: Section): string => {
  const text = document.text.slice(section.start, section.end);
  if (holdsTags(document, section)) return text;
  return text.includes('<') ? (text.match(/(?:^[ \t]*)?<+\/?[a-z][\w-]*>*(?:[ \t]*$)?/gm) ?? []).join() : '';
};

const holdsTags = (document: Document, section: Section): boolean =>
  tagsOf(document, section).length > 0 || tornTagsOf(document, section).length > 0;

/** The tag at a place, if it begins its line, or closes and ends it. */
function tagAt(text: string, at: number, isFirst: boolean): Tag | undefined {
  form.lastIndex = at;
  const found = form.exec(text);
  if (!found || openEnded.test(found[2]!)) return undefined;
  const [all, slash, name] = found;
  const close = at + all.length;
  const isLast = text.slice(close, lineEnd(text, close)).trim() === '';
  if (!isFirst && !(isLast && slash === '/')) return undefined;
  const start = at + 1 + slash!.length;
  return {
    name: name!,
    span: { start, end: start + name!.length },
    outer: { start: at, end: close },
    closes: slash === '/',
    alone: isFirst && isLast,
    cut: found[4] === '',
  };
}

/** Tags that wait for their partners, innermost last. */
class Waiting {
  readonly #tags: Tag[] = [];
  readonly #times = new Map<string, number>();

  get last(): Tag | undefined {
    return this.#tags.at(-1);
  }

  has(name: string): boolean {
    return (this.#times.get(name) ?? 0) > 0;
  }

  push(tag: Tag): void {
    this.#tags.push(tag);
    this.#times.set(tag.name, (this.#times.get(tag.name) ?? 0) + 1);
  }

  pop(): Tag | undefined {
    const tag = this.#tags.pop();
    if (tag) this.#times.set(tag.name, this.#times.get(tag.name)! - 1);
    return tag;
  }
}

/** More than this are asked about in no text that a person wrote, and each costs a search of the whole text. */
const most = 100;

/** What has no partner, in order. Names that only open are places to fill in, where the file has no pair of tags; one that Claude
 * Code writes itself is none. */
export function oddTags(document: Document): OddTag[] {
  const tags = tagsIn(document);
  if (tags.length === 0) return [];
  const pairs = new Map<string, number>();
  const open = new Waiting();
  const odd: OddTag[] = [];
  const lone: Tag[] = [];
  const paired = (one: Tag, other: Tag): void => {
    pairs.set(one.name, (pairs.get(one.name) ?? 0) + 1);
    for (const each of [one, other]) if (each.cut && each.alone) odd.push({ wrong: 'cut', tag: each });
  };
  for (const tag of tags) {
    if (!tag.closes) {
      if (!isClosedInLine(document.text, tag)) open.push(tag);
      continue;
    }
    if (open.has(tag.name)) {
      let other = open.pop()!;
      for (; other.name !== tag.name; other = open.pop()!) lone.push(other);
      paired(other, tag);
      continue;
    }
    const { last } = open;
    if (last && last.alone && tag.alone && !last.cut && !tag.cut && isSlipOf(tag.name, last.name)) {
      open.pop();
      odd.push({ wrong: 'name', tag, other: last }, { wrong: 'name', tag: last, other: tag });
    } else lone.push(tag);
  }
  for (let left = open.pop(); left; left = open.pop()) lone.push(left);
  return [...misspelt(document, odd, pairs), ...unpaired(document, lone, tags, pairs)];
}

/** `<example>text</example>`, or text in front of a tag that only looks like one. */
function isClosedInLine(text: string, { name, outer }: Tag): boolean {
  return text.slice(outer.end, lineEnd(text, outer.end)).includes(`</${name}`);
}

/** Of two names that should be one, the one that the sections with tags have nowhere else, also as a word; else the closing one. */
function misspelt(document: Document, odd: readonly OddTag[], pairs: ReadonlyMap<string, number>): OddTag[] {
  if (odd.length === 0 || odd.length > most) return [];
  const holding = (document.body?.sections ?? []).filter(section => holdsTags(document, section));
  const text = holding.map(({ start, end }) => document.text.slice(start, end)).join('');
  return odd.filter(each => {
    if (each.wrong !== 'name') return true;
    const times = (name: string): number => 9 * (pairs.get(name) ?? 0) + Math.min(timesIn(text, name), 9);
    const [own, other] = [times(each.tag.name), times(each.other.name)];
    return own === other ? each.tag.closes : own < other;
  });
}

/** How often a name stands in a text, its words with blanks or hyphens between them as well. */
function timesIn(text: string, name: string): number {
  const words = name.split(/[_-]/).filter(word => word !== '');
  return text.match(new RegExp(`\\b${words.join('[ _-]')}\\b`, 'gi'))?.length ?? 0;
}

function unpaired(
  document: Document,
  lone: readonly Tag[],
  tags: readonly Tag[],
  pairs: ReadonlyMap<string, number>,
): OddTag[] {
  const sorted = lone.filter(each => each.alone && !each.cut).sort((a, b) => a.outer.start - b.outer.start);
  const total = [...pairs.values()].reduce((sum, each) => sum + each, 0);
  const isUsed = ({ name, closes }: Tag): boolean =>
    closes || name === 'system-reminder' || total > (/[_-]/.test(name) ? 0 : 1) || pairs.has(name);
  const odd: OddTag[] = [];
  let asked = 0;
  for (let index = 0; index < sorted.length; index++) {
    const tag = sorted[index]!;
    const next = sorted[index + 1];
    const isTwin = next?.name === tag.name && !tag.closes && !next.closes && next.outer.end - next.span.end <= 1;
    const isOnlyOne = sorted.length <= most && !sorted.some(each => each !== tag && each.name === tag.name);
    const partner = isOnlyOne ? partnerOf(document, tag) : undefined;
    if (isTwin) {
      odd.push({ wrong: 'slash', tag: next });
      index++;
    } else if (partner) odd.push({ wrong: 'torn', tag, partner });
    else if (isUsed(tag) && ++asked <= most && !isShownElsewhere(document, tag, tags)) {
      odd.push({ wrong: tag.closes ? 'close' : 'open', tag, ends: tag.closes ? [] : endsOf(document, tag, tags) });
    }
    // Many of them are no slips of the pen.
    if (odd.length > 2 || asked > most) return [];
  }
  return odd;
}

/** Whether its partner stands in the body where no tag is looked for, in code above all. */
function isShownElsewhere(document: Document, { name, closes }: Tag, tags: readonly Tag[]): boolean {
  const partner = `<${closes ? '' : '/'}${name}`;
  const known = tags.filter(each => each.name === name && each.closes !== closes).length;
  return bodyOf(document).split(partner).length - 1 > known;
}

/** All below the front matter. */
export const bodyOf = ({ text, body }: Document): string => text.slice(body?.span.start);

/** Where a part may end: before the tag or heading that comes next, before the next part behind those within it, and before the
 * one that closes what it stands in. */
function endsOf({ body }: Document, tag: Tag, tags: readonly Tag[]): number[] {
  const below = tags.filter(each => each.outer.start > tag.outer.start);
  const heading = body?.sections.find(({ start }) => start > tag.outer.start)?.start;
  let depth = 0;
  let parent: Tag | undefined;
  const behind: Tag[] = [];
  for (const each of below) {
    if (each.closes && --depth < 0) {
      parent = each;
      break;
    }
    if (!each.closes && ++depth === 1) behind.push(each);
  }
  const places = [
    below[0]?.outer.start,
    heading,
    behind[1]?.outer.start,
    behind.at(-1)?.outer.start,
    parent?.outer.start,
  ];
  const last = parent?.outer.start ?? Infinity;
  return [...new Set(places.map(each => each ?? last))].filter(each => each <= last);
}
