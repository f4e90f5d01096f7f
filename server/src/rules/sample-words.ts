// Words in JSON of a code block as other languages write them: a key in single quotes or in none, `True`, `None`.
import { isJson } from '../syntax/json';
import type { Span } from '../syntax/span';
import { say, type Message } from './rule';

export interface WordSlip {
  readonly span: Span;
  readonly instead: string;
  readonly message: Message;
}

const strings = /"(?:[^"\\\n]|\\.)*"/g;
const words = /(?<=[{,]\s*)(?:'[^'"\n\\]+'|[A-Za-z_$][\w$-]*)(?=\s*:)|(?<=[:[,]\s*)(?:True|False|None)\b/g;
const ofPython: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' };

/** The only word that keeps a text from being JSON, where its other keys are in double quotes. */
export function wordSlip(text: string): WordSlip | undefined {
  const masked = text.replace(strings, each => `"${'_'.repeat(each.length - 2)}"`);
  const [found, another] = [...masked.matchAll(words)];
  if (!found || another || !/_"\s*:/.test(masked)) return undefined;
  const [word] = found;
  const span = { start: found.index, end: found.index + word.length };
  const instead = ofPython[word] ?? `"${word.replace(/'/g, '')}"`;
  if (!isJson(text.slice(0, span.start) + instead + text.slice(span.end))) return undefined;
  return { span, instead, message: messageOf(word, instead) };
}

const messageOf = (word: string, instead: string): Message =>
  word in ofPython
    ? say('JSON has no `{0}`, only `{1}`, so what is copied from here cannot be read.', word, instead)
    : say('Keys in JSON need double quotes, so what is copied from here cannot be read.');
