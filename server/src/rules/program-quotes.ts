// Where a quote may be missing in a line of a program: so that each string then stands as strings do, between other words.

export interface QuotePlace {
  readonly at: number;
  /** Whether it ends a string there. */
  readonly isEnd: boolean;
}

const string = /(["'`])(?:\\.|(?!\1)[^\\])*\1/g;
const before = /(?:^|[\s([{,=:+!<>?|&%*@~-])(?:[rbfuRBFU]{1,2})?$/;
const behind = /^(?:$|[\s)\]},;:+%!=<>?|&*-]|\.[a-z])/i;

/** The places at which a quote would stand as quotes do: those that end a string before those that begin one, each from the likeliest on. */
export const quotePlaces = (line: string, mark: string): QuotePlace[] => [
  ...placesOf(line, endings, mark, true),
  ...placesOf(line, beginnings, mark, false),
];

/** Before what goes on behind a string: another argument, behind a key, closing brackets, the end. */
const endings = [
  /,(?= (?:\w+ ?[=:]|["'`{[(]|[rbf]["']|\w+ ?[,)\]}]|async\b|function\b))/g,
  /(?<=(?:^|[{,\s])["'][\w.-]+): (?=\S)/g,
  /(?<=\w)\](?=[.[ ]|\))/g,
  / ?[)\]}](?=[)\]};,:. {]*(?:(?:\/\/|#).*)?$)/g,
  /[;,:]?$/g,
  / (?=[+|&=:?]+ )/g,
];

/** Behind what stands before a string: the nearest bracket, comma or sign, the next one before. */
const beginnings = [
  /(?<=[(,=] ?[rbf])(?=[A-Z{ ])/g,
  /(?<=[([{=:,|?] ?|\b(?:return|in|from|import|case|if) )(?=[^\s>])/g,
  /^(?=\S)/g,
];

function placesOf(line: string, patterns: readonly RegExp[], mark: string, isEnd: boolean): QuotePlace[] {
  const found = patterns.flatMap(pattern => {
    const places = [...line.matchAll(pattern)].map(({ index }) => index);
    return isEnd ? places : places.reverse();
  });
  return [...new Set(found)].filter(at => standsWell(line, at, mark, isEnd)).map(at => ({ at, isEnd }));
}

/** Whether with the mark no quote is left over, and words stand around no string without a sign between. */
function standsWell(line: string, at: number, mark: string, isEnd: boolean): boolean {
  const put = line.slice(0, at) + mark + line.slice(at);
  let rest = '';
  let last = 0;
  for (const { index, 0: text } of put.matchAll(string)) {
    const end = index + text.length;
    if (!before.test(put.slice(last, index)) || !behind.test(put.slice(end))) return false;
    // It ends or begins a string of its own, and not one with nothing in it.
    if (index <= at && at < end && (text.length < 3 || (isEnd ? end - 1 : index) !== at)) return false;
    rest += put.slice(last, index);
    last = end;
  }
  return !/["'`]/.test((rest + put.slice(last)).replace(/\/\/.*$|#.*$/, ''));
}
