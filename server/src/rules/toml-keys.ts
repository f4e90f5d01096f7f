// Front matter in TOML, `name = "a"`, and what makes YAML of it.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';

const line = /^([\w-]+)([ \t]*=[ \t]*)(?:"[^"\n]*"|'[^'\n]*'|true|false|\d+|\[[^\]\n]*\])[ \t]*(?:#.*)?\r?$/;

/** The equals signs behind its keys, with the blanks around them; none where a line is something else. */
export function tomlSigns({ text, frontMatter }: Document): Span[] {
  if (!frontMatter) return [];
  const signs: Span[] = [];
  let at = frontMatter.span.start;
  for (const each of text.slice(at, frontMatter.span.end).split('\n')) {
    const found = line.exec(each);
    if (!found && !/^[ \t]*(?:#.*)?\r?$/.test(each)) return [];
    const start = at + (found?.[1]?.length ?? 0);
    if (found) signs.push({ start, end: start + found[2]!.length });
    at += each.length + 1;
  }
  return signs;
}
