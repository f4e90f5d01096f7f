// Reading a file as its author sees it, without the engine that is measured; and breaking it in one place.
import { parseDocument } from 'yaml';

/** The line of an offset, from 0. */
export function lineAt(text, offset) {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** What an operator gives back: the text with one piece replaced, and the line on which that was. */
export function broken(text, from, to, put, more = {}) {
  return { text: text.slice(0, from) + put + text.slice(to), line: lineAt(text, from), ...more };
}

/** Lines with their offsets; `end` is before the line break. */
export function linesOf(text) {
  const lines = [];
  for (let at = 0; at <= text.length;) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 ? text.length + 1 : feed + 1;
    const end = feed < 0 ? text.length : text[feed - 1] === '\r' ? feed - 1 : feed;
    lines.push({ at, end, next, text: text.slice(at, end), line: lines.length });
    at = next;
  }
  return lines;
}

/**
 * The front matter of a file that is in order: undefined where the fences are not clean or a YAML parser complains.
 * Keys are those of the first column, each with the lines that belong to it.
 */
export function frontMatter(text) {
  const all = linesOf(text);
  if (all[0].text !== '---') return undefined;
  const close = all.findIndex((line, index) => index > 0 && line.text.trimEnd() === '---');
  if (close < 2) return undefined;
  const lines = all.slice(1, close);
  const source = text.slice(lines[0].at, all[close].at);
  const document = parseDocument(source, { logLevel: 'silent' });
  if (document.errors.length > 0 || document.warnings.length > 0 || !document.contents?.items) return undefined;
  const keys = [];
  for (const line of lines) {
    const match = /^([\w-]+):(?:([ \t]+)(\S.*?))?[ \t]*$/.exec(line.text);
    if (!match) {
      keys.at(-1)?.below.push(line);
      continue;
    }
    const [, key, gap = '', value = ''] = match;
    const valueAt = line.at + key.length + 1 + gap.length;
    keys.push({ ...line, key, gap, value, valueAt, valueEnd: valueAt + value.length, below: [] });
  }
  // A blank or a comment before the first key belongs to none; anything else there is no mapping in block style.
  if (keys.length === 0 || keys.some(each => keys.filter(other => other.key === each.key).length > 1)) return undefined;
  const last = key => key.below.at(-1) ?? key;
  return {
    open: all[0],
    close: all[close],
    keys: keys.map(key => ({ ...key, blockEnd: last(key).next, isBlock: /^[|>]/.test(key.value) })),
    key: name => keys.find(each => each.key === name),
    body: all[close].next,
    yaml: document,
  };
}

/** Text on one line, with quotes or without; no list, map, block, anchor or comment. */
export const isPlain = key =>
  key.below.length === 0 && /^[^"'[\]{}|>&*!%@`#\s]/.test(key.value) && !/ #/.test(key.value);
export const isDouble = key => key.below.length === 0 && /^"(?:[^"\\]|\\.)*"$/.test(key.value);
export const isSingle = key => key.below.length === 0 && /^'(?:[^']|'')*'$/.test(key.value);

/** The entries of a list, however it is written: `a, b`, `[a, b]`, or one below the other. */
export function entriesOf(key) {
  if (!key) return [];
  if (key.value === '') {
    const items = key.below.map(line => ({
      line,
      match: /^([ \t]*)-([ \t]+)(["']?)([^"'#:{}[\]]+?)\3[ \t]*$/.exec(line.text),
    }));
    if (items.length === 0 || items.some(({ match }) => !match)) return [];
    return items.map(({ line, match: [, indent, gap, quote, word] }) => {
      const at = line.at + indent.length + 1 + gap.length + quote.length;
      return {
        form: 'block',
        word,
        at,
        end: at + word.length,
        quote,
        indent,
        dash: line.at + indent.length,
        gap,
        row: line,
      };
    });
  }
  if (key.below.length > 0) return [];
  const flow = /^\[(.*)\]$/.exec(key.value);
  if (!flow && !isPlain(key)) return [];
  const from = key.valueAt + (flow ? 1 : 0);
  const list = flow ? flow[1] : key.value;
  const entries = [];
  for (const match of list.matchAll(/[^,]+/g)) {
    const word = match[0].trim().replace(/^(["'])(.*)\1$/, '$2');
    const at = from + match.index + match[0].indexOf(word);
    if (word === '' || /["'[\]{}()]/.test(word)) continue;
    const quote = /["']/.test(list[at - from - 1] ?? '') ? list[at - from - 1] : '';
    entries.push({ form: flow ? 'flow' : 'comma', word, at, end: at + word.length, quote });
  }
  return entries;
}

/** Slips of the finger: a letter that is left out, two that are swapped, one that is struck twice. */
const slips = {
  drop: (word, at) => word.slice(0, at) + word.slice(at + 1),
  swap: (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  double: (word, at) => word.slice(0, at) + word[at] + word.slice(at),
};

/** A word with a slip in it, never at its first letter; undefined of words that are too short to be told. */
export function slip(word, kind, pick) {
  const places = [...Array(word.length).keys()].filter(at => at > 0 && /[A-Za-z]/.test(word[at]) && (kind !== 'swap' || (/[A-Za-z]/.test(word[at + 1] ?? '') && word[at] !== word[at + 1]))); // prettier-ignore
  if (word.length < 4 || places.length === 0) return undefined;
  return slips[kind](word, pick(places));
}

export const anySlip = (word, pick) => slip(word, pick(Object.keys(slips)), pick);
