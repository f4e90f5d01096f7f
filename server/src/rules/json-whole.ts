// JSON of which each line is wrong in the same way: pasted from a page, an answer, a diff or a listing, or written in JavaScript
// or Python. Each way is one change of the whole text; whether it mends the text is tried by the one who asks.
import { sharedEnds } from '../syntax/difference';
import { ofHtml } from './html-marks';
import type { Attempt } from './json-slips';
import { say, type Message } from './rule';

type Change = readonly [title: Message, change: (text: string) => string];

/** What stands around the data goes first, then marks within it are written as JSON has them. */
export function* ofWhole(text: string): Iterable<Attempt> {
  const tried = new Set([text]);
  for (const [title, change] of around) {
    const inner = change(text);
    if (inner === text) continue;
    for (const after of [inner, asJson(inner)]) if (!tried.has(after)) yield changed(text, after, title);
    tried.add(inner);
  }
  const plain = plainBlanks(text);
  if (plain !== text) yield changed(text, plain, say('Replace by plain spaces'), true);
  const straight = asJson(text);
  if (straight !== text) yield changed(text, straight, say('Write it as JSON'), true);
}

/** The smallest piece that differs. */
function changed(text: string, after: string, title: Message, sure?: true): Attempt {
  const { head, tail } = sharedEnds(text, after);
  const span = { start: head, end: text.length - tail };
  return { title, span, text: after.slice(head, after.length - tail), ...(sure && { sure }) };
}

const around: readonly Change[] = [
  [say('Remove the numbers of the lines'), text => ofEachLine(text, /^[ \t]*\d+(?:\t|→|[ \t]*[|│] ?)/gm)],
  [say('Remove the marks of the diff'), ofDiff],
  [
    say('Remove the code around it'),
    text => {
      const code =
        /^\s*(?:export default|module\.exports\s*=|(?:export )?(?:const|let|var) \w+(?:\s*:[^={]+)?\s*=)\s*([[{].*[\]}])(?: as const)?\s*;?\s*$/s;
      return code.exec(text)?.[1]?.concat('\n') ?? text;
    },
  ],
  [
    say('Remove the code around it'),
    text => /^\s*(?:cat|tee)\b[^\n]*<<-?\s*(['"]?)(\w+)\1[^\n]*\n(.*\n)\s*\2\s*$/s.exec(text)?.[3] ?? text,
  ],
  [say('Remove the backslashes'), text => (/^\s*[[{]\s*\\"/.test(text) ? text.replace(/\\(["\\])/g, '$1') : text)],
  [
    say('Write the marks themselves'),
    text => (text.includes('&quot;') ? text.replace(/&(?:quot|lt|gt|#39|apos|amp);/g, ofHtml) : text),
  ],
];

/** Taken away where no line that says something is without it. */
function ofEachLine(text: string, prefix: RegExp): string {
  const lines = text.match(/^.*\S.*$/gm)?.length ?? 0;
  return lines > 1 && text.match(prefix)?.length === lines ? text.replace(prefix, '') : text;
}

/** All lines are new, or some are and the ones that they replace stand there too. */
function ofDiff(text: string): string {
  const all = ofEachLine(text, /^\+/gm);
  if (all !== text || !/^-[ \t]*["}\]]/m.test(text) || !/^\+[ \t]*["}\]]/m.test(text)) return all;
  return text.replace(/^-[^\n]*\n/gm, '').replace(/^\+/gm, '');
}

/** Blanks that are none to JSON, outside of texts. */
const plainBlanks = (text: string): string =>
  text.replace(/"(?:[^"\\\n]|\\.)*"|[\u00a0\u2000-\u200a\u202f\u3000]/g, found => (found[0] === '"' ? found : ' '));

/** A text in double quotes, those in quotes of other kinds, a word that is a key, a word of another language, a blank. */
const forms = [
  /"(?:[^"\\\n]|\\.)*"/,
  /[“”„‟＂]([^\n]*?)[“”„‟＂](?=\s*(?:[,:}\]]|$))/,
  /['‘’]((?:[^'\\\n]|\\.)*?)['‘’](?=\s*(?:[,:}\]]|$))/,
  /`([^`$\\\n]*)`/,
  /([{,]\s*)([A-Za-z_$][\w$-]*)(?=\s*:)/,
  /([:[,]\s*)(True|False|None|undefined)\b/,
  /[\u00a0\u2000-\u200a\u202f\u3000]/,
];
const pieces = new RegExp(forms.map(({ source }) => source).join('|'), 'gm');

/** Quotes, keys, words and blanks as JSON has them. */
const asJson = (text: string): string =>
  text.replace(
    pieces,
    (
      found,
      smart?: string,
      single?: string,
      back?: string,
      lead?: string,
      key?: string,
      gap?: string,
      word?: string,
    ) => {
      const inner = smart ?? back ?? single?.replace(/\\'/g, "'");
      if (inner !== undefined) return `"${inner.replace(/\\[“”„‟＂]/g, '\\"').replace(/(?<!\\)"/g, '\\"')}"`;
      if (key !== undefined) return `${plainBlanks(lead!)}"${key}"`;
      if (word !== undefined) return `${plainBlanks(gap!)}${words[word]!}`;
      return found[0] === '"' ? found : ' ';
    },
  );

const words: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null', undefined: 'null' };
