// The values of inputs that are no texts: objects, lists and code, and what is lost in the lists.
import { closing, insert, matchAt, type Fault } from './call-faults';

interface Expression {
  readonly end: number;
}

const pairs: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** No call nests its values deeper: it is one of many that are not closed, and each would be read through all behind it. */
const deepest = 40;

/** Up to the comma or the bracket that ends it. `isKnown` tells whether it is given to an input of the tool. */
export function expression(
  text: string,
  from: number,
  limit: number,
  isKnown: boolean,
): Expression | Fault | undefined {
  const opened: number[] = [];
  let startsItem = false;
  for (let at = from; at < limit; at++) {
    const sign = text[at]!;
    const open = opened.at(-1);
    if (open === undefined && (sign === ',' || sign === ')' || sign === '}'))
      return at === from ? undefined : { end: at };
    if (open === undefined && at > from && text.startsWith('```', at))
      return { end: from + text.slice(from, at).trimEnd().length };
    if (startsItem && isKnown) {
      const lost = lostInList(text, at);
      if (lost) return lost;
    }
    if ('\'"`'.includes(sign)) {
      const lost = isKnown ? lostAtLineEnd(text, at) : undefined;
      if (lost) return lost;
      const end = closing(text, at, limit);
      if (end === undefined) return undefined;
      if (isKnown && text[open!] === '{' && lacksComma(text, at, end + 1)) return insert(end + 1, ',');
      at = end;
    } else if (pairs.has(sign)) {
      if (opened.push(at) > deepest) return undefined;
    } else if (')]}'.includes(sign)) {
      opened.pop();
      if (open === undefined) return undefined;
      if (pairs.get(text[open]!) !== sign) return isKnown ? lostBracket(text, open) : undefined;
    }
    startsItem = sign === '[' || (sign === ',' && text[open!] === '[') || (startsItem && sign <= ' ');
  }
  return undefined;
}

/** Whether another key of an object begins below a text, whose line has no comment that it may stand in. */
const lacksComma = (text: string, at: number, end: number): boolean =>
  matchAt(/[ \t]*\r?\n[ \t]*\w+:[ \t]/y, text, end) !== undefined &&
  !/\/[/*]/.test(text.slice(text.lastIndexOf('\n', at) + 1, at));

/** `['a', 'b', next: …` and `['a', 'b' }`, where the list ends without its bracket. */
function lostBracket(text: string, open: number): Fault | undefined {
  const items = matchAt(plainItems, text, open);
  if (!items) return undefined;
  const end = open + items[0].length;
  return matchAt(behindList, text, end) ? insert(end, ']') : undefined;
}

const item = String.raw`\s*(?:'[^'\n]*'|"[^"\n]*"|[\w.-]+(?![\w.-]))(?!\s*:)`;
const plainItems = new RegExp(String.raw`\[${item}(?:\s*,${item})*`, 'y');
const behindList = /,?\s*(?:\}|(['"]?)[A-Za-z_]\w*\1\s*:)/y;

/** `['a, 'b']`, `['a', b']` and `['a', 'b]`, each of which lacks a quote. */
function lostInList(text: string, at: number): Fault | undefined {
  const sign = text[at]!;
  if (sign === "'" || sign === '"') return lostEnd(text, at, sign);
  return /\w/.test(sign) ? lostBeginning(text, at) : undefined;
}

function lostEnd(text: string, at: number, quote: string): Fault | undefined {
  const name = matchAt(nameInList, text, at + 1)?.[0];
  if (name === undefined) return undefined;
  const end = at + 1 + name.length;
  const next = matchAt(/,\s*(['"])\w/y, text, end)?.[1];
  return next === quote || (next === undefined && isLast(text, end, quote)) ? insert(end, quote) : undefined;
}

/** Whether a list ends there, and no quote that would close the text follows. */
const isLast = (text: string, at: number, quote: string): boolean =>
  matchAt(/\][ \t]*(?:\}|,?[ \t]*\r?\n|,[ \t]*\w+:)/y, text, at) !== undefined &&
  matchAt(/[^'"\n]*(['"])\s*[,\]]/y, text, at)?.[1] !== quote;

/** Between others in quotes, or alone: in a list of plain words `users'` is one. */
function lostBeginning(text: string, at: number): Fault | undefined {
  const name = matchAt(nameInList, text, at)![0];
  const quote = matchAt(/(['"])(?:\s*\]|,\s*\1)/y, text, at + name.length)?.[1];
  if (quote === undefined) return undefined;
  const before = /(?:\[|(['"]),)\s*$/.exec(text.slice(at - 20, at));
  return before && (before[1] ?? quote) === quote ? insert(at, quote) : undefined;
}

/** `progress: '50%,`, where the next line begins another value or ends this one. */
function lostAtLineEnd(text: string, at: number): Fault | undefined {
  const line = matchAt(textOfLine, text, at);
  return line && insert(at + line[0].length, line[1]!);
}

const textOfLine = /(['"])[^'"`\n]*[^'"`\s,](?=,[ \t]*\r?\n\s*(?:['"]|\w+:)|,?[ \t]*\r?\n\s*[}\]])/y;

const nameInList = /[\w.@/-]+(?: [\w.@/-]+)*/y;
