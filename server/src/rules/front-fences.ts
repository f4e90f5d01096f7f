// Lines that stand where front matter begins or ends, and are not the three hyphens that Claude Code wants there.
import type { Document, FrontMatter } from '../syntax/document';
import { lineEnd, lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { lineBreak } from './edits';
import { fence, hidden, isPlugin, replaced, said, type Consequence, type Place } from './hidden-keys';
import { say, type Finding, type Fix } from './rule';
import { tomlSigns } from './toml-keys';

export function oddFence(place: Place, span: Span, [which, written = '']: readonly string[]): Finding {
  const { uri } = place.document;
  const fix = replaced(uri, say('Replace by `---`'), span, fence);
  if (which === 'open' && written !== '') {
    const close = place.document.frontMatter?.close;
    const colons = tomlSigns(place.document).map(sign => ({ uri, span: sign, text: ': ' }));
    const both = [...fix.edits, ...colons, ...(close ? [{ uri, span: close, text: fence }] : [])];
    return {
      span,
      ...said('The front matter must stand between lines of three hyphens; nothing reads TOML here.', hidden(place)),
      fixes: () => [{ ...fix, title: say('Write `---` above and below'), edits: both }],
    };
  }
  if (which === 'open') {
    return {
      span,
      ...said('The front matter must begin with exactly three hyphens.', hidden(place)),
      fixes: () => [fix],
    };
  }
  const marks = written.trim();
  const plain = /^(-+|\.+|[\u2012-\u2015]+)$/.test(marks);
  const accepted: Consequence = {
    severity: 'warning',
    words: 'Claude Code accepts this line; strict readers see no end of the front matter.',
  };
  const verdict = place.workspace.verdict(place.document);
  const effect = marks.startsWith(fence) && verdict?.listed !== false ? accepted : hidden(place);
  return {
    span,
    ...said('The front matter must end with a line of exactly three hyphens.', effect),
    fixes: () => {
      const below = textBehind(place.document, span, written);
      return below ? [below] : [plain ? fix : { ...fix, safe: false }];
    },
  };
}

/** `---toml`: without the word, and with colons behind the keys. */
export function withoutLanguage(document: Document, span: Span): Fix {
  const { uri } = document;
  const fix = replaced(uri, say('Remove it'), span, '');
  const colons = tomlSigns(document).map(sign => ({ uri, span: sign, text: ': ' }));
  return colons.length === 0
    ? { ...fix, safe: false }
    : { title: say('Write it as YAML'), edits: [...fix.edits, ...colons], safe: false, preferred: true };
}

/** `---# Title`: what stands behind the hyphens belongs to the body; `--- # end` says of itself that it is the end. */
function textBehind({ uri, text }: Document, { start }: Span, written: string): Fix | undefined {
  const [, blanks, words] = /^-{3}([ \t]*)(\S.*)$/.exec(written) ?? [];
  if (blanks === undefined || words === undefined || !/\p{L}/u.test(words) || words.length < 2 || isEnd(words))
    return undefined;
  const at = start + fence.length;
  const edits = [{ uri, span: { start: at, end: at + blanks.length }, text: lineBreak(text).repeat(2) }];
  return { title: say('Move the text after `---` below it'), edits, safe: false, preferred: true };
}

/** A word about the line itself: `end`, `# front matter`. */
const isEnd = (words: string): boolean => /^#[ \t]*\p{Ll}/u.test(words) || endOfIt.test(words);

const endOfIt =
  /^[#([<!-]*[ \t]*(?:end|stop)(?:[ \t]+of)?(?:[ \t]+(?:the|front-?|matter|frontmatter|header|meta|metadata|yaml))*[ \t]*[)\]>-]*$/i;

/** The closing fence, under the last line that looks like a key. */
export function closed({ uri, text, frontMatter, parts }: Document): Fix[] {
  if (!frontMatter) return [];
  const { start, end } = frontMatter.span;
  const newline = lineBreak(text);
  const lead = end > 0 && text[end - 1] !== '\n' ? newline : '';
  const certain = parts.length > 0 && !/\n[ \t\r]*\n/.test(text.slice(start, end));
  const edits = [{ uri, span: { start: end, end }, text: `${lead}${fence}${newline}` }];
  return [{ title: say('Insert the closing `---`'), edits, safe: certain, preferred: true }];
}

/** Three hyphens inside the front matter. */
export function earlyEnd(text: string, { span, close }: FrontMatter): Span | undefined {
  const start = close ? text.indexOf(fence, span.start) : -1;
  if (start < 0 || start >= span.end) return undefined;
  let end = start;
  while (text[end] === '-') end++;
  return { start, end };
}

export function endsEarly(place: Place, span: Span): Finding {
  const { document, role, workspace } = place;
  const dropped = workspace.verdict(document)?.listed === false && !isPlugin(place);
  const words = 'Claude Code ends the front matter at the first three hyphens, even inside a line';
  const { advice, fix } = instead(document, span);
  return {
    span,
    severity: dropped && role !== 'command' ? 'error' : 'warning',
    message: dropped
      ? say(`${words}; so what is left of this one cannot be used. ${advice}`)
      : say(`${words}; so it loses what follows here. ${advice}`),
    fixes: () => [fix],
  };
}

/** In a sentence a dash; in a name one hyphen; around a value nothing. */
function instead({ uri, text }: Document, span: Span): { advice: string; fix: Fix } {
  const before = text.slice(lineStart(text, span.start), span.start);
  const behind = text.slice(span.end, lineEnd(text, span.end));
  const [lead, value = ''] = /^[ \t]*(?:- +)?(?:[\w-]+:[ \t]+)?(.*)$/.exec(before)!;
  const isAround = /^[\w-]+:/.test(lead) && (value === '' || behind.trim() === '');
  if (isAround) {
    const blanks = behind.trim() === '' ? /[ \t]*$/.exec(before)![0].length : 0;
    const whole = { start: span.start - blanks, end: span.end + (/^[ \t]+/.exec(behind)?.[0].length ?? 0) };
    const fix = replaced(uri, say('Remove the hyphens'), whole, '');
    return { advice: 'Remove them.', fix: { ...fix, safe: false } };
  }
  const isName = !/\s/.test(value + behind.trimEnd());
  const fix = isName
    ? replaced(uri, say('Write one hyphen'), span, '-')
    : replaced(uri, say('Write a dash instead'), span, '—');
  return { advice: isName ? 'Write one hyphen.' : 'Write another dash.', fix: { ...fix, safe: false } };
}
