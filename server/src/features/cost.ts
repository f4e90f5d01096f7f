// What texts cost in a context, about.
import type { Document } from '../syntax/document';

/** Characters of a token, on average, in English. */
const perToken = 4;

export const tokensIn = (characters: number): number => Math.ceil(characters / perToken);

/** Of the text that is handed on: without the front matter. */
export const tokensOf = ({ text, body }: Document): number => tokensIn(text.slice(body?.span.start ?? 0).trim().length);
