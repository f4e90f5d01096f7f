// A mark that stands alone behind a key, above its text, and that was to be `|` or `>`.

/** The mark at an offset, where it ends its line and indented text stands below it; undefined for `|` and `>` themselves. */
export function oddBlockMark(text: string, at: number): string | undefined {
  const found = /(-[|>]|\\[|>]|"[|>][-+]?"|'[|>][-+]?'|[<\\/])[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]+[^\s#]/y;
  found.lastIndex = at;
  return found.exec(text)?.[1];
}

/** The marks that may be meant, the likeliest first: `->` is `>-` turned round, `\|` and `"|"` are `|` made plain text. */
export function meantBlockMarks(mark: string): readonly string[] {
  const letters = mark.replace(/[\\"']/g, '').replace(/^-([|>])$/, '$1-');
  return /^[|>]/.test(letters) ? [letters] : ['>', '>-', '|', '|-'];
}
