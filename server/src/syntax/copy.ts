// A text of its own, for what outlives the text that it was taken from.

/** A copy that does not keep the text alive that it was cut from. */
export const copy = (text: string): string => (text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string));

/** Gives one text for all that are equal, where many files hold the same. */
export class Shared {
  readonly #texts = new Map<string, string>();

  of(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}
