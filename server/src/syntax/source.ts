// A text that is searched from left to right for the same few words, each stretch of it once.

/** A text and where the ends of comments and the like next stand in it. */
export class Source {
  readonly text: string;
  #pathFrom = 0;
  #pathEnd = -1;
  readonly #next = new Map<string, { from: number; at: number }>();

  constructor(text: string) {
    this.text = text;
  }

  /** Where `word` next stands at or after `from`, Infinity if nowhere. Linear in all, as long as `from` grows. */
  find(word: string, from: number): number {
    const known = this.#next.get(word);
    if (known !== undefined && known.from <= from && from <= known.at) return known.at;
    const found = this.text.indexOf(word, from);
    const at = found < 0 ? Infinity : found;
    this.#next.set(word, { from, at });
    return at;
  }

  /** The end of the stretch without white space and `<` that goes through `from`. */
  pathEnd(from: number): number {
    if (this.#pathFrom <= from && from <= this.#pathEnd) return this.#pathEnd;
    let at = from;
    while (at < this.text.length && !endsPath(this.text.charCodeAt(at))) at++;
    this.#pathFrom = from;
    this.#pathEnd = at;
    return at;
  }
}

function endsPath(code: number): boolean {
  if (code < 128) return code === 60 || code === 32 || (code >= 9 && code <= 13);
  return /\s/.test(String.fromCharCode(code));
}
