// Where the front matter of a Markdown text lies, and what is odd about its fences.
import type { FrontMatter } from './document';
import type { Problem } from './problem';
import { unfenced } from './unfenced';

export interface Fences {
  readonly frontMatter: FrontMatter | undefined;
  /** Where the Markdown begins: after the closing fence's line break. */
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
}

/** How far down a misplaced opening fence is sought, in characters. */
const lateWindow = 4000;

/** Finds the fences. Any text gives an answer; a byte order mark and any line ends are fine. */
export function findFences(text: string): Fences {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', begin)) return withoutOpening(text, begin);
  const openEnd = lineEnd(text, begin);
  const info = text.slice(begin + 3, openEnd).trim();
  if (info.startsWith('-')) {
    // `----` opens nothing for any loader, but is clearly meant to where keys and a closing line follow.
    const meant = blockAt(text, begin, true);
    if (!meant) return none(begin, text);
    return { ...meant, problems: [{ cause: 'front-matter-fence', span: meant.frontMatter.open, args: ['open'] }] };
  }
  const problems: Problem[] = [];
  const open = { start: begin, end: openEnd };
  if (info !== '' && info.toLowerCase() !== 'yaml' && info.toLowerCase() !== 'yml') {
    problems.push({ cause: 'front-matter-language', span: { start: begin + 3, end: openEnd }, args: [info] });
  }
  const inside = nextLine(text, openEnd);
  const hyphens = findClose(text, inside);
  const close = findMeantClose(text, inside, hyphens ?? text.length) ?? hyphens;
  if (!close || (close === hyphens && isBody(text, inside, close))) return unclosed(text, open, inside, info, problems);
  const end = lineEnd(text, close);
  const fence = text.slice(close, end).trimEnd();
  if (fence !== '---')
    problems.push({ cause: 'front-matter-fence', span: { start: close, end }, args: ['close', fence] });
  const frontMatter = {
    outer: { start: begin, end },
    span: { start: inside, end: close },
    open,
    close: { start: close, end },
    language: info,
  };
  return { frontMatter, bodyStart: nextLine(text, end), problems };
}

/** The start of the first line that begins with three hyphens. */
function findClose(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at = nextLine(text, lineEnd(text, at))) {
    if (text.startsWith('---', at)) return at;
  }
  return undefined;
}

/** The start of a line that is clearly meant to close the front matter, though it has other marks, blanks between them or
 * blanks before them: a telling key stands above it, and none below it before the next line of hyphens. */
function findMeantClose(text: string, from: number, to: number): number | undefined {
  let keys = false;
  let blank = false;
  for (let at = from; at < to;) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, Math.min(stop, at + 200));
    if (keys && isOddEnd(line) && isEnd(text, nextLine(text, stop), to)) return at;
    const empty = line.trim() === '';
    if (!empty && !looksLikeYaml(line, blank)) return undefined;
    if (telling.exec(line)?.[2] === ':') keys = true;
    blank = empty;
    at = nextLine(text, stop);
  }
  return undefined;
}

/** Whether no more of the front matter follows: the next line is neither a key nor indented, and no telling key comes
 * before the Markdown shows itself. */
function isEnd(text: string, from: number, to: number): boolean {
  let first = true;
  for (let at = from; at < to;) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, Math.min(stop, at + 200));
    if (/^(#{1,6} |`{3}|~{3})/.test(line)) return true;
    if (line.trim() !== '') {
      if (telling.exec(line)?.[2] === ':' || (first && /^(\s|[a-z][\w-]*:(\s|$))/.test(line))) return false;
      first = false;
    }
    at = nextLine(text, stop);
  }
  return true;
}

/** Whether Markdown begins before the next line of hyphens, which then is a thematic break and closes nothing:
 * after a blank line comes text that is no YAML, with a heading in it, and no key at all. A heading alone is a comment of YAML, and
 * Claude Code 2.1.330 loads the file. */
function isBody(text: string, from: number, to: number): boolean {
  let blank = false;
  let loose = false;
  let heading = false;
  let prose = false;
  for (let at = from; at < to;) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, Math.min(stop, at + 200));
    const empty = line.trim() === '';
    if (!loose && blank && !empty && !looksLikeYaml(line, blank)) loose = true;
    if (loose && /^#{1,6} /.test(line)) heading = true;
    if (loose && !empty && !line.startsWith('#')) prose = true;
    if (loose && /^[A-Za-z_-]+:(\s|$)/.test(line)) loose = heading = prose = false;
    blank = empty;
    at = nextLine(text, stop);
  }
  return heading && prose;
}

/** No closing fence: the front matter goes on while lines look like YAML, so that a file half typed is understood. */
function unclosed(
  text: string,
  open: { start: number; end: number },
  inside: number,
  info: string,
  problems: Problem[],
): Fences {
  let end = inside;
  let blank = false;
  for (let at = inside; at < text.length;) {
    const stop = lineEnd(text, at);
    const line = text.slice(at, Math.min(stop, at + 200));
    if (line.startsWith('...') || almostFence.test(line)) {
      const close = { start: at, end: stop };
      problems.push({ cause: 'front-matter-fence', span: close, args: ['close', line.trimEnd()] });
      const outer = { start: open.start, end: stop };
      const frontMatter = { outer, span: { start: inside, end: at }, open, close, language: info };
      return { frontMatter, bodyStart: nextLine(text, stop), problems };
    }
    const empty = line.trim() === '';
    if (!empty && !looksLikeYaml(line, blank)) break;
    const glued = gluedClose(text, at, stop);
    if (glued) {
      problems.push({ cause: 'front-matter-unclosed', span: glued, args: ['glued'] });
      const outer = { start: open.start, end: stop };
      const span = { start: inside, end: glued.start };
      return {
        frontMatter: { outer, span, open, close: undefined, language: info },
        bodyStart: nextLine(text, stop),
        problems,
      };
    }
    blank = empty;
    at = nextLine(text, stop);
    if (!empty) end = at;
  }
  problems.push({ cause: 'front-matter-unclosed', span: open, args: [] });
  const frontMatter = {
    outer: { start: open.start, end },
    span: { start: inside, end },
    open,
    close: undefined,
    language: info,
  };
  return { frontMatter, bodyStart: end, problems };
}

/** `model: opus ---`: three hyphens and the blanks before them, where nothing but Markdown follows. */
function gluedClose(text: string, start: number, stop: number): { start: number; end: number } | undefined {
  const line = text.slice(start, stop).trimEnd();
  if (!/[^-]---$/.test(line)) return undefined;
  const value = line.slice(0, -3).trimEnd();
  if (!/^[ \t]*(?:[\w-]+:|-)[ \t]./.test(value)) return undefined;
  const next = nextLine(text, stop);
  const below = text.slice(next, lineEnd(text, next));
  if (!/^([ \t]*$|[#A-Z<*>`])/.test(below) || !isEnd(text, next, text.length)) return undefined;
  return { start: start + value.length, end: start + line.length };
}

/** What is left of three hyphens where one was not struck, or where an editor made a dash of them. */
const almostFence = /^(-{1,2}|[\u2012-\u2015]{1,3}|[-\u2012-\u2015]{2,3}(?<!---))[ \t]*$/;

/** What else Markdown takes for a line across the page, or an author for one. */
const otherMarks = /^(?!-{3})([-=*_~+])(?:[ \t]*\1){2,}[ \t]*$/;

/** Three hyphens as Markdown has them in a quotation, in a heading, or as mere text. */
const markedFence = /^(?:\\|> ?|#{1,6} )-{3,}[ \t]*$/;

/** Three hyphens with a letter or a mark before them that was struck by mistake, or meant for another window. */
const struckFence = /^[ \t]*[^\s#>*+=~_|-]{1,2}-{3}[ \t]*$/;

const isOddEnd = (line: string): boolean => otherMarks.test(line) || indentedFence.test(line) || markedFence.test(line);

const indentedFence = /^[ \t]+-{3,}[ \t]*$/;

/** A key that tells only where nothing stands above its block, as at the top of a rule. */
const tellingFirst =
  /^(?:paths|keep-coding-instructions|user-invocable|disable-model-invocation|disallowed-tools|when_to_use)\s*:(?:\s|$)/;
/** A key that hardly anything but the front matter of an agent, skill or command has. */
const telling = /^(name|description|model|tools|allowed-tools|argument-hint)\s*([:=])/;

/** What stands around front matter in TOML, as site generators read it. */
const tomlFence = /^\+{3}[ \t]*$/;

const looksLikeYaml = (line: string, afterBlank: boolean): boolean =>
  /^["']?[A-Za-z_][\w .-]*["']?\s*:(\s|$)/.test(line) ||
  /^(\s+\S|-\s|-$|[\]}])/.test(line) ||
  /^[A-Za-z_][\w-]*$/.test(line.trimEnd()) ||
  (line.startsWith('#') && !afterBlank);

/** No fence at the first byte: perhaps one stands further down, under a blank line, a heading or in a code block. */
function withoutOpening(text: string, begin: number): Fences {
  const first = text.slice(begin, Math.min(lineEnd(text, begin), begin + 80));
  if ([almostFence, tomlFence, otherMarks, markedFence, struckFence].some(odd => odd.test(first))) {
    const meant = blockAt(text, begin, true);
    const args = tomlFence.test(first) ? ['open', first.trim()] : ['open'];
    if (meant) return { ...meant, problems: [{ cause: 'front-matter-fence', span: meant.frontMatter.open, args }] };
  }
  const head = text.slice(begin, begin + lateWindow);
  const late = /^([ \t]*)-{3,}[ \t]*\r?$/m.exec(head);
  if (late) {
    const at = begin + late.index;
    const before = text.slice(begin, at);
    const isFirst = before.trim() === '';
    const meant = isSampleBelow(before) ? undefined : blockAt(text, at + (late[1] ?? '').length, isFirst);
    if (meant) {
      const why = isFirst ? (late[1] ? 'indented' : 'blank') : 'text';
      return {
        frontMatter: undefined,
        bodyStart: begin,
        problems: [
          {
            cause: 'front-matter-late',
            span: why === 'indented' ? { start: at, end: meant.frontMatter.open.end } : { start: begin, end: at },
            args: [why],
          },
        ],
      };
    }
  }
  return none(begin, text);
}

/** Whether text goes before and ends with the line that opens a code block: below it the text shows what front matter is like. */
const isSampleBelow = (before: string): boolean =>
  /\n[ \t]*(?:`{3,}|~{3,})[ \t]*[\w-]*[ \t]*\r?\n$/.test(before) &&
  before.split('\n').slice(0, -2).some(line => /^[ \t]*[^\s#]/.test(line)); // prettier-ignore

const none = (begin: number, text: string): Fences => ({
  frontMatter: undefined,
  bodyStart: begin,
  problems: [
    {
      cause: 'front-matter-missing',
      span: { start: begin, end: lineEnd(text, begin) },
      args: isHeadless(text, begin) ? ['open'] : unfenced(text, begin) ? ['keys'] : [],
    },
  ],
});

/** Whether keys and a closing line stand at the top, and only the opening fence is missing. */
function isHeadless(text: string, begin: number): boolean {
  const first = /^(name|description)[ \t]*:(?=\s)/.test(text.slice(begin, begin + 40));
  if (!first) return false;
  for (let at = begin; at < text.length && at < begin + lateWindow; at = nextLine(text, lineEnd(text, at))) {
    if (/^-{3,}\s*$/.test(text.slice(at, lineEnd(text, at)))) return true;
  }
  return false;
}

/** Front matter that is meant to begin at `at`: a line of hyphens, a telling key, and a closing line; all the same with
 * the plus signs and equals signs of TOML. `isFirst`: nothing but blanks stands above it. */
function blockAt(
  text: string,
  at: number,
  isFirst: boolean,
): { frontMatter: FrontMatter; bodyStart: number } | undefined {
  const openEnd = lineEnd(text, at);
  const inside = nextLine(text, openEnd);
  const isToml = text.startsWith('+', at);
  for (let line = inside, keys = false; line < text.length && line < inside + lateWindow;) {
    const end = lineEnd(text, line);
    const words = text.slice(line, end).trim();
    const key = telling.exec(words);
    if ((key && (isToml || key[2] === ':')) || (isFirst && tellingFirst.test(words))) keys = true;
    if (/^-{3,}$/.test(words) || (isToml && tomlFence.test(words))) {
      if (!keys) return undefined;
      const open = { start: at, end: openEnd };
      const close = { start: line, end };
      const frontMatter = { outer: { start: at, end }, span: { start: inside, end: line }, open, close, language: '' };
      return { frontMatter, bodyStart: nextLine(text, end) };
    }
    line = nextLine(text, end);
  }
  return undefined;
}

/** The end of the line at `at`, its \n or \r\n excluded. */
function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline;
  return end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function nextLine(text: string, end: number): number {
  if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) return end + 2;
  return Math.min(end + 1, text.length);
}
