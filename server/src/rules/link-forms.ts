// What is meant as a link, but whose brackets are missing, turned round or of another kind; and what it was to be.
import { shift, type Span } from '../syntax/span';
import type { SectionContent } from '../syntax/body';

/** A text that is nearly a link. */
export interface NearLink {
  readonly span: Span;
  /** Where it was to lead. */
  readonly path: string;
  readonly link: string;
}

type Form = readonly [pattern: RegExp, link: (text: string, path: string) => string];

const plain = (text: string, path: string): string => `[${text}](${path})`;

/** Each has the text first and the path second. Paths have no blank and no bracket, so that none reaches far. */
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
  // [text}(path), {text](path)
  [/\[([^[\]{}\n]+)[})]\(([^\s()[\]<>]+)\)/g, plain],
  [/[{(]([^[\](){}\n]+)\]\(([^\s()[\]<>]+)\)/g, plain],
  // Full-width brackets.
  [/(?:\[|［)([^[\]［］\n]+)(?:\]|］)（([^\s()（）[\]<>]+)）/g, plain],
  // `path](path)` in inline code, or a word of the line: the first bracket is lost.
  [/(`[^`[\]\n]+`|\*\*[^*[\]\n]+\*\*|(?<=^[ \t]*(?:[-*+]|\d+\.)[ \t]+)[^[\]()\n]+|(?<=\| *)[^[\]()|\n]+|(?<![\w-])[\w-]+)\]\(([^\s()[\]<>]+)\)/gm, plain],
]; // prettier-ignore

/** Whether one of them may stand in a text: most sections have no such bracket at all. */
const mayHold = /\)\[|\][(<{[\w./（]|［|[})]\(|\[[^\]\n]*\(/;

/** The texts of a section that are nearly links, outside of code, comments and what is one. */
export function* nearLinks(text: string, start: number, content: SectionContent): Generator<NearLink> {
  if (!mayHold.test(text)) return;
  const { links, fences, codes, comments } = content;
  const taken = [...[...links, ...fences].map(({ outer }) => outer), ...comments];
  for (const [pattern, link] of forms) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (taken.some(outer => outer.start < span.end && span.start < outer.end)) continue;
      // Code may be the text of the link; what lies within code is an example.
      if (codes.some(({ outer }) => outer.start < span.end - 1 && span.end - 1 < outer.end)) continue;
      if (codes.some(({ outer }) => outer.start < span.start && span.start < outer.end)) continue;
      taken.push(span);
      yield { span: shift(span, start), path: match[2]!, link: link(match[1]!, match[2]!) };
    }
  }
}
