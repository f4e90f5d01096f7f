// A text of its own, for what outlives the text that it was taken from.

/** A copy that does not keep the text alive that it was cut from. */
export const copy = (text: string): string => (text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string));
