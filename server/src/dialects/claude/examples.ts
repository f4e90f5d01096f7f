// Examples of fields that stand in front matter and in JSON files alike.

/** `key: value` as the file writes it; `value` is the JSON of one that is more than a word. */
export function example(json: boolean, written: string, value?: string): string {
  if (!json) return written;
  const colon = written.indexOf(':');
  const word = written.slice(colon + 1).trim();
  const bare = /^(true|false|\d+)$/.test(word);
  return `"${written.slice(0, colon)}": ${value ?? (bare ? word : JSON.stringify(word))}`;
}
