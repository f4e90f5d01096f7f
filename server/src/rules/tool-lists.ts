// Lists of tools in which something else than a comma stands between the names.
import type { Tool } from '../dialects/dialect';
import { isToolName } from '../workspace/tools';
import { meantTool } from './foreign-tools';

type Tools = ReadonlyMap<string, Tool>;

/** The tools that a text lists, whatever stands between and around them; undefined where one word of it is none. */
export function toolsIn(text: string, tools: Tools): string[] | undefined {
  const words = text.match(token) ?? [];
  if (!/^[\s,;|/+&.،，、；｜()[\]{}<>【】（）［］"'`-]*$/.test(text.replace(token, ''))) return undefined;
  const found = words.flatMap(word => (/^(?:and|or)$/.test(word) ? [] : (toolsOf(word, tools) ?? [''])));
  return found.length > 1 && found.every(name => name !== '') ? [...new Set(found)] : undefined;
}

const token = /mcp__[\w-]+|[A-Za-z]\w*(?:\([^()]*\))?/g;

/** The tool, or tools, that one word stands for. */
export function toolsOf(word: string, tools: Tools): string[] | undefined {
  const name = word.replace(/\(.*$/, '');
  if (isToolName(name, tools)) return [word];
  const known = [...tools.keys()].find(each => each.toLowerCase() === name.toLowerCase()) ?? meantTool(name);
  if (known !== undefined) return [known + word.slice(name.length)];
  const parts = unglued(name, tools);
  return parts.length > 0 ? parts : undefined;
}

/** `ReadWrite`: two tools without anything between them. */
export function unglued(name: string, tools: Tools): string[] {
  const is = (each: string): boolean => (tools.get(each)?.status ?? 'never') !== 'never';
  for (const first of tools.keys())
    if (name.startsWith(first) && is(first) && is(name.slice(first.length))) return [first, name.slice(first.length)];
  return [];
}
