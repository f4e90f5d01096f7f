// First words for keys that are missing: a name from the path, a description from the body.
import type { FileRole } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import { baseName, parent } from '../workspace/uris';

/** The name that a file should have: its own for agents, that of its folder for skills. */
export function draftName(uri: string, role: FileRole): string {
  const written = role === 'skill' ? baseName(parent(uri)) : baseName(uri).replace(/(\.agent)?\.mdc?$/i, '');
  return hyphenated(written) || role;
}

/** In lower case, with single hyphens. */
export const hyphenated = (text: string): string =>
  [...text.replace(unseen, '').normalize('NFKC')]
    .map(letter => latin[letter] ?? letter)
    .join('')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    // `PRAgent` is `pr-agent`, and `APIs` one word.
    .replace(/([A-Z])([A-Z][a-z]{2})/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+|-+$/g, '');

/** Characters that nobody sees, and so nobody means. */
const unseen = /[\u00AD\u200B-\u200F\u2060\uFEFF]|\p{Cc}/gu;

/** Cyrillic and Greek letters that look like Latin ones. */
const latin: Readonly<Record<string, string>> = {
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', һ: 'h', ԁ: 'd', ԛ: 'q', ԝ: 'w',
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', Х: 'X', ο: 'o', ν: 'v', ι: 'i', α: 'a',
}; // prettier-ignore

/** How much of a body is looked at for a description. */
const window = 6000;
const longest = 200;

/** What the first paragraph says, or else the first heading. */
export function draftDescription(document: Document): string {
  const start = document.body?.span.start ?? 0;
  let heading = '';
  let paragraph = '';
  for (const line of document.text.slice(start, start + window).split(/\r?\n/)) {
    const words = plainWords(line);
    if (/^\s*#{1,6}\s/.test(line)) heading ||= words;
    else if (/^\s*(```|~~~|\||<|---|\*\*\*|[\w-]+:\s)/.test(line)) {
      if (paragraph !== '') break;
    } else if (words !== '' && !isKeyOrMarks.test(words)) paragraph += `${paragraph === '' ? '' : ' '}${words}`;
    else if (paragraph !== '') break;
  }
  return shortened(paragraph || heading);
}

/** A key of front matter that stands in the body, or a line of marks that was meant to be its fence: neither describes anything. */
const isKeyOrMarks = /^(?:[^\p{L}]*(?:name|description|tools|model)[*_`]*:(?:\s|\*|$)|[^\p{L}\p{N}]+$)/u;

/** A line without Markdown's marks. */
const plainWords = (line: string): string =>
  line
    .replace(/^\s*([-*+>]|\d+\.|#{1,6})\s+/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`_]{1,3}(?=\S)|(?<=\S)[*`]{1,3}/g, '')
    .trim();

function shortened(text: string): string {
  if (text.length <= longest) return text;
  const sentence = text.lastIndexOf('. ', longest);
  if (sentence > 40) return text.slice(0, sentence + 1);
  return text.slice(0, text.lastIndexOf(' ', longest)).replace(/[,;:]$/, '');
}
