// What texts cost in a context, about.
import { textAt } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Read } from './read';

/** Characters of a token, on average, in English. */
export const charactersOfToken = 4;

export const tokensIn = (characters: number): number => Math.ceil(characters / charactersOfToken);

/** Of the text that is handed on: without the front matter. */
export const tokensOf = ({ text, body }: Document): number => tokensIn(text.slice(body?.span.start ?? 0).trim().length);

/** Of a file that may not be there. */
export function tokensAt(read: Read, uri: string): number {
  const document = read(uri);
  return document ? tokensOf(document) : 0;
}

/** Of the description, which every session has. */
export const descriptionTokens = ({ data }: Document): number =>
  tokensIn((textAt(data, 'description') ?? '').trim().length);

export const total = (all: readonly { readonly tokens: number }[]): number =>
  all.reduce((sum, { tokens }) => sum + tokens, 0);
