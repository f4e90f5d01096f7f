// A text of its own, for what outlives the text that it was taken from.

/** A copy that does not keep the text alive that it was cut from. */
export const copy = (text: string): string => (text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string));

/** How many texts are known at most: whoever types makes others all the time. */
const most = 10_000;

/** Gives one text for all that are equal, where many files hold the same. */
export class Shared {
  readonly #texts = new Map<string, string>();

  /** A copy of its own. */
  of(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size >= most) this.#texts.clear();
    const own = copy(text);
    this.#texts.set(own, own);
    return own;
  }
}
