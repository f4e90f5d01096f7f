// One line as the block scanner walks it: what its containers have taken, and where its own text begins.

/** A cursor that is moved from line to line. Offsets are absolute; columns count a tab to the next multiple of four. */
export class Line {
  readonly text: string;
  start = 0;
  /** Without the line break. */
  end = 0;
  /** Where the next line starts. */
  next = 0;
  /** No line break follows: the text ends here. */
  last = false;
  /** Where the containers' marks and indentation end. */
  base = 0;
  /** The column that indentation is measured from. */
  baseIndent = 0;
  /** The first character after `base` that is not white space; `end` on a blank line. */
  pos = 0;
  /** The column of `pos`. */
  indent = 0;
  /** The true column of `base`: beyond `baseIndent` where a tab was taken in part. */
  #column = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(start: number): void {
    const { text } = this;
    const feed = text.indexOf('\n', start);
    this.last = feed < 0;
    this.next = feed < 0 ? text.length : feed + 1;
    let end = feed < 0 ? text.length : feed;
    if (end > start && text.charCodeAt(end - 1) === 13) end--;
    this.start = this.base = this.pos = start;
    this.end = end;
    this.baseIndent = this.indent = this.#column = 0;
    this.#forward();
  }

  get blank(): boolean {
    return this.pos === this.end;
  }

  /** Indented so far that only code can begin here. */
  get deep(): boolean {
    return this.indent >= this.baseIndent + 4;
  }

  /** The character code of the first character, -1 on a blank line. */
  get mark(): number {
    return this.pos === this.end ? -1 : this.text.charCodeAt(this.pos);
  }

  /** Takes `width` characters from the first one on, as a quote does. */
  takeMark(width: number): void {
    const base = Math.min(this.pos + width, this.end);
    let column = this.indent;
    for (let at = this.pos; at < base; at++) column = columnAfter(this.text.charCodeAt(at), column);
    this.base = base;
    this.baseIndent = this.#column = column;
    this.#forward();
  }

  /** Takes everything up to a column, as a list item does. */
  takeColumns(goal: number): void {
    let at = this.base;
    let column = this.#column;
    for (; at < this.end && column < goal; at++) column = columnAfter(this.text.charCodeAt(at), column);
    this.base = at;
    this.#column = column;
    this.baseIndent = goal;
    this.#forward();
  }

  /** The column at which the text of a list item stands whose marker ends at `after`. */
  itemColumn(after: number): number {
    const behind = this.indent + after - this.pos;
    let column = behind;
    let at = after;
    for (; at < this.end && isSpace(this.text.charCodeAt(at)); at++) {
      column = columnAfter(this.text.charCodeAt(at), column);
    }
    return at === this.end || column >= behind + 5 ? behind + 1 : column;
  }

  #forward(): void {
    const { text, base, end } = this;
    let at = this.pos;
    let column = this.indent;
    if (base < at) return;
    for (; at < base; at++) column = columnAfter(text.charCodeAt(at), column);
    for (; at < end && isSpace(text.charCodeAt(at)); at++) column = columnAfter(text.charCodeAt(at), column);
    this.pos = at;
    this.indent = column;
  }
}

/** White space in Markdown's sense: blank, tab and line breaks. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

export function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

export function skipSpaceBack(text: string, from: number, to: number): number {
  let at = from;
  while (at > to && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The end of the run of one character that begins at `from`. */
export function skipRun(text: string, code: number, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === code) at++;
  return at;
}

function columnAfter(code: number, column: number): number {
  return code === 9 ? column + 4 - (column % 4) : column + 1;
}
