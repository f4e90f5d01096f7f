// What is meant as a link, but whose brackets are missing, turned round or of another kind; and what it was to be.
import { shift, type Span } from '../syntax/span';
import type { SectionContent } from '../syntax/body';

/** A text that is nearly a link. */
export interface NearLink {
  readonly span: Span;
  /** Where it was to lead. */
  readonly path: string;
  readonly link: string;
  /** Where its first bracket may belong, the likeliest first, if that is what is lost. */
  readonly starts?: readonly number[];
}

type Form = readonly [pattern: RegExp, link: (text: string, path: string) => string, turned?: true];

const plain = (text: string, path: string): string => `[${text}](${path})`;

/** Each has the text first and the path second, or turned. Paths have no blank and no bracket, so that none reaches far. */
const forms: readonly Form[] = [
  // (text)[path]
  [/\(([^()[\]\n]+)\)\[([^\s()[\]<>]+)\](?![([])/g, plain],
  // [text]path)
  [/\[([^[\]\n]+)\]((?:https?:\/\/)?[^\s()[\]<>{}:`]+)\)/g, plain],
  // [text(path)
  [/\[([^[\]()\n]+)\(([^\s()[\]<>]+)\)(?!\])/g, plain],
  // [text]{path}, [text]<path>, [text][path]
  [/\[([^[\]\n]+)\]\{([^\s(){}[\]<>]+)\}/g, plain],
  [/\[([^[\]\n]+)\]<([^\s()[\]<>]+)>/g, plain],
  [/\[([^[\]\n]+)\]\[([^\s()[\]<>]+)\]/g, plain],
  // [text](<path), [text](path>), [text](path], [text](path}
  [/\[([^[\]\n]+)\]\(<([^\s()[\]<>]+)\)/g, plain],
  [/\[([^[\]\n]+)\]\(([^\s()[\]<>]+)>\)/g, plain],
  [/\[([^[\]\n]+)\]\(([^\s()[\]<>{}]+)[\]}](?!\))/g, plain],
  // [text](`path`), where the marks are read as those of code
  [/\[([^[\]\n]+)\]\(`([^\s`()[\]<>]+)`\)/g, plain],
  // [text]:(path), [text]](path), [text](path）
  [/\[([^[\]\n]+)\]:[ \t]?\(([^\s()[\]<>]+)\)/g, plain],
  [/(?<!\[)\[([^[\]\n]+)\]\]\(([^\s()[\]<>]+)\)/g, plain],
  [/\[([^[\]\n]+)\]\(([^\s()（）[\]<>]+)）/g, plain],
  // [text}(path), {text](path)
  [/\[([^[\]{}\n]+)[})]\(([^\s()[\]<>]+)\)/g, plain],
  [/[{(]([^[\](){}\n]+)\]\(([^\s()[\]<>]+)\)/g, plain],
  // [path](text)
  [/\[([^\s[\]()#]+\.\w+(?:#[\w-]+)?)\]\(([^()\n/:#.]* [^()\n/:#.]*)\)/g, plain, true],
  // Full-width brackets.
  [/(?:\[|［)([^[\]［］\n]+)(?:\]|］)（([^\s()（）[\]<>]+)）/g, plain],
]; // prettier-ignore

/** Whether one of them may stand in a text: most sections have no such bracket at all. */
const mayHold = /\)\[|\][(<{[\w./（\]:]|［|[})]\(|\[[^[\]\n]*\(/;

/** What stands outside of some places, each of which becomes the end of a line. */
function outside(text: string, taken: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...taken].sort((a, b) => a.start - b.start)) {
    if (start > at) parts.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  return [...parts, text.slice(at)].join('\n');
}

/** The texts of a section that are nearly links, outside of code, comments and what is one. */
export function* nearLinks(text: string, start: number, content: SectionContent): Generator<NearLink> {
  if (!mayHold.test(text)) return;
  const { links, fences, codes, comments } = content;
  const taken = [...[...links, ...fences].map(({ outer }) => outer), ...comments];
  // Most brackets are those of links, and to seek each form takes long.
  if (!mayHold.test(outside(text, taken))) return;
  for (const [pattern, link, turned] of forms) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (taken.some(outer => outer.start < span.end && span.start < outer.end)) continue;
      // Code may be the text of the link; what lies within code is an example.
      if (codes.some(({ outer }) => outer.start < span.end - 1 && span.end - 1 < outer.end)) continue;
      if (codes.some(({ outer }) => outer.start < span.start && span.start < outer.end)) continue;
      taken.push(span);
      const [words, path] = turned ? [match[2]!, match[1]!] : [match[1]!, match[2]!];
      yield { span: shift(span, start), path, link: link(words, path) };
    }
  }
  for (const { index, 0: end, 1: path } of text.matchAll(unopened)) {
    const limit = index + end.length;
    if (taken.some(outer => outer.start < limit && index < outer.end)) continue;
    if (codes.some(({ outer }) => outer.start < index && index < outer.end)) continue;
    const before = /[^[\]\n]*$/.exec(text.slice(Math.max(0, index - longest), index))![0];
    if (text[index - before.length - 1] === '[') continue;
    if (isOpened(text, index)) continue;
    const lengths = textsOf(before, path!);
    if (lengths.length === 0) continue;
    const from = index - lengths[0]!;
    const link = `[${text.slice(from, limit)}`;
    yield {
      span: shift({ start: from, end: limit }, start),
      path: path!,
      link,
      starts: lengths.map(each => start + index - each),
    };
  }
}

/** Whether a bracket is opened for the one at a place, with whole pairs between them: the text of a link may hold some. */
function isOpened(text: string, at: number): boolean {
  let depth = 1;
  for (let index = at - 1; index >= 0 && index > at - farthest; index--) {
    if (text[index] === '\n' && /^[ \t]*\r?\n/.test(text.slice(index + 1, index + 40))) return false;
    if (text[index] === ']') depth++;
    if (text[index] === '[') depth--;
    if (depth === 0) return true;
  }
  return false;
}

const farthest = 1000;

/** `path](path)` or a word of the line: the first bracket is lost. */
const unopened = /\]\(([^\s()[\]<>]+)\)/g;

/** The text of a link is no longer than this. */
const longest = 200;

const last = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

/** How long the text of a link may be that ends there: the path itself, code, bold, an item or a cell, else some words. */
function textsOf(before: string, path: string): number[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const itself = [path, path.replace(/^\.\//, ''), name, `\`${path}\``, `\`${name}\``].find(each =>
    before.endsWith(each),
  );
  const whole = last(/`[^`]+`$|\*\*[^*]+\*\*$|(?<=^[ \t]*(?:[-*+]|\d+\.)[ \t]+)[^()]+$|(?<=\| *)[^()|]+$/, before);
  const words = [0, 1, 2, 3].map(more => last(new RegExp(`(?<![\\w#./-])(?:[^\\s()|]+ ){${more}}[\\w#./-]+$`), before));
  const phrase = last(
    /(?<=(?:^|[,;:(|]|[.!?]|[–—]|->|→|\b(?:the|see|See|follow|to|with|in|use)) +)[^,;:|(].*?$/,
    before,
  );
  const lengths = [itself?.length ?? 0, whole, ...words, phrase, last(/[^\s>*+-].*$/, before)];
  return [...new Set(lengths)].filter(length => length > 0);
}
