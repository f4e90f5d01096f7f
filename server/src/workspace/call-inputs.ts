// The names of the inputs that a call gives: `Skill({ skill: … })`, `Task(prompt=…)`.
import type { Span } from '../syntax/span';

/** No call nests its values deeper: it is one of many that are not closed, and each would be read through all behind it. */
const deepest = 40;

/** A call goes on for no longer than this, in characters. */
const reach = 4000;

/** The names before `:` or `=`, and those that stand alone in braces, at the top of the argument list that opens at `open`, up to
 * where it ends or cannot be followed. Where the parenthesis is lost, the list opens with its brace. */
export function inputsIn(text: string, open: number): Span[] {
  const found: Span[] = [];
  const limit = Math.min(text.length, open + reach);
  const start = /^\(?\s*\{?/.exec(text.slice(open, open + 80))![0];
  const form = start.endsWith('{') ? keyOfObject : keyword;
  let at = open + start.length;
  while (at < limit) {
    const key = keyAt(text, at, form);
    if (!key) return found;
    found.push(key.span);
    const next = afterValue(text, key.end, limit);
    if (next === undefined) return found;
    at = next;
  }
  return found;
}

const keyword = /\s*(['"]?)([A-Za-z_]\w*)\1\s*[:=](?!=)/y;
/** `{ taskId, … }` gives what a variable of that name holds. */
const keyOfObject = /\s*(['"]?)([A-Za-z_]\w*)\1\s*(?:[:=](?!=)|(?=[,}]))/y;

function keyAt(text: string, at: number, wanted: RegExp): { readonly span: Span; readonly end: number } | undefined {
  const form = new RegExp(wanted);
  form.lastIndex = at;
  const match = form.exec(text);
  if (!match) return undefined;
  const start = match.index + match[0].indexOf(match[2]!);
  return { span: { start, end: start + match[2]!.length }, end: form.lastIndex };
}

/** Behind the comma that ends a value; undefined where the list ends with it. */
function afterValue(text: string, from: number, limit: number): number | undefined {
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const sign = text[at]!;
    if ('\'"`'.includes(sign)) {
      const end = closingQuote(text, at, limit);
      if (end === undefined) return undefined;
      at = end;
    } else if ('([{'.includes(sign)) {
      if (++depth > deepest) return undefined;
    } else if (')]}'.includes(sign)) {
      if (depth === 0) return undefined;
      depth--;
    } else if (sign === ',' && depth === 0) return at + 1;
  }
  return undefined;
}

function closingQuote(text: string, from: number, limit: number): number | undefined {
  for (let at = from + 1; at < limit; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[from]) return at;
  }
  return undefined;
}
