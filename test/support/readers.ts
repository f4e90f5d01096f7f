// What the programs that read front matter make of a text, each with its own parser.
import matter from 'gray-matter';
import { parse as parseYaml } from 'yaml';
import { readAsClaude } from '../../server/src/workspace/loader';

/** Strict YAML, gray-matter with the YAML that it brings, and Claude Code. */
export function readings(text: string): unknown {
  const [, block = '', body = ''] = /^\uFEFF?---[ \t]*\r?\n([^]*?)^---([^]*)$/m.exec(text) ?? [];
  // An options object keeps gray-matter from its cache.
  const { content, data } = matter(text, {});
  const { state, quoted, end } = readAsClaude(text);
  const seen = { state, quoted, rest: text.slice(end) };
  return { strict: parseYaml(block, { logLevel: 'silent' }) as unknown, body, content, data, seen };
}
