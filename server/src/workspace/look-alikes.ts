// Letters and hyphens of print and of other scripts that look like those names are written with: `code–review`, `сode-review`.

/** Hyphens and dashes, then letters of Cyrillic and of Greek, each with what it looks like. */
const pairs: readonly (readonly [string, string])[] = [
  ['\u2010\u2011\u2012\u2013\u2014\u2212\uFE63\uFF0D', '--------'],
  ['\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04BB', 'aeopcyxijsdh'],
  ['\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425', 'ABEKMHOPCTX'],
  ['\u03BF\u03B1\u03BD\u03B9\u03BA\u03C1\u03C5', 'oavikpu'],
];

const plain: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([odd, even]) => [...odd].map((sign, at) => [sign, even[at]!] as const)),
);

/** For a class of a pattern. */
export const lookAlikes = [...plain.keys()].join('');

const lookAlike = new RegExp(`[${lookAlikes}]`, 'g');

/** A name with what its letters look like in place of them. */
export const withoutLookAlikes = (name: string): string => name.replace(lookAlike, sign => plain.get(sign)!);

/** The first letter of a name that only looks like one. */
export const lookAlikeIn = (name: string): string | undefined => name.match(lookAlike)?.[0];
