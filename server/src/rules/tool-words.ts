// What people write in and around the name of a tool in a list: another between them, a note behind it.
import type { Tool } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import { lineEnd, lineStart } from '../syntax/lines';
import { isToolName, type ListedTool } from '../workspace/tools';
import type { Workspace } from '../workspace/workspace';
import { changeTo, lineBreak } from './edits';
import { firstOfItems, secondBullet } from './list-items';
import { toolsIn, unglued } from './tool-lists';
import { say, type Finding, type Fix } from './rule';

/** `- Grep (for search)`: words in parentheses that are no rule, since a blank stands before them. */
export function noteBehind({ span, name }: ListedTool, { uri, text }: Document): Finding | undefined {
  if (!/^\s*- +$/.test(text.slice(lineStart(text, span.start), span.start))) return undefined;
  const found = /^([ \t]+)\(([A-Za-z][\w ,'-]*)\)[ \t]*$/.exec(text.slice(span.end, lineEnd(text, span.end)));
  if (!found) return undefined;
  const note = { start: span.end, end: span.end + found[0].trimEnd().length };
  return {
    span: note,
    severity: 'information',
    message: say('This note counts as part of the entry. Written after ` #`, it is a comment beside `{0}`.', name),
    fixes: () => [
      {
        title: say('Make it a comment'),
        edits: [{ uri, span: note, text: ` # ${found[2]!}` }],
        safe: false,
        preferred: true,
      },
      { title: say('Remove the note'), edits: [{ uri, span: note, text: '' }], safe: false },
    ],
  };
}

/** `"[Read, Grep]"` and `Read; Grep; Bash`: what is wrong is the whole list, of which this is one entry. */
export function wholeList({ span }: ListedTool, document: Document, workspace: Workspace): Fix[] {
  const tools = workspace.schema(document.uri)?.tools ?? new Map<string, Tool>();
  const start = lineStart(document.text, span.start);
  const line = document.text.slice(start, lineEnd(document.text, span.start));
  const [, key = '', value = ''] = /^([\w-]+:[ \t]*)(\S.*?)[ \t]*$/.exec(line) ?? [];
  const place = { start: start + key.length, end: start + key.length + value.length };
  if (key === '') return [];
  const first = firstOfItems(document, place.start);
  if (first.length > 0)
    return [{ title: say('Make it the first item of the list'), edits: first, safe: false, preferred: true }];
  const inQuotes = /^(["'])(\[[^[\]"']+\])\1$/.exec(value)?.[2];
  if (inQuotes !== undefined)
    return [
      {
        title: say('Remove the quotes around the list'),
        edits: [{ uri: document.uri, span: place, text: inQuotes }],
        safe: false,
        preferred: true,
      },
    ];
  const bracketed = /^[(<【［（].*[)>】］）]$/.test(value);
  const parts = bracketed || value.split(/[;|+/،，、；｜]|\s&\s/).length > 2 ? toolsIn(value, tools) : undefined;
  return parts ? [changeTo(document, place, parts.join(', '), 'best')] : [];
}

/** Two tools that no comma parts. */
export function separated({ name, span }: ListedTool, document: Document, workspace: Workspace): Fix[] {
  const tools = workspace.schema(document.uri)?.tools ?? new Map<string, Tool>();
  const marked = name.split(/\s+(?:and|-)\s+|-\s+|[\s;|.&+/，、，；｜]+/);
  const parts = marked.length > 1 ? marked : hyphened(name, tools);
  if (parts.length < 2 || !parts.every(part => isToolName(part, tools))) return noted();
  const line = document.text.slice(lineStart(document.text, span.start), span.start);
  if (!/^\s*- +$/.test(line)) return /^\s*- /.test(line) ? [] : [changeTo(document, span, parts.join(', '), 'best')];
  const edits = [{ uri: document.uri, span, text: parts.join(`${lineBreak(document.text)}${line}`) }];
  return [{ title: say('Make each an item of its own'), edits, safe: false, preferred: true }];

  /** `Grep - searches`: a tool with a note behind it; or `and Grep`, the last of a list in words. */
  function noted(): Fix[] {
    const bare = name.replace(secondBullet, '');
    if (bare !== name && tools.get(bare)?.status === 'active') return [changeTo(document, span, bare, 'best')];
    const last = /^(?:and|or|plus|&|\+) +([A-Za-z]\w*)\.?$/.exec(name)?.[1];
    if (last !== undefined && tools.get(last)?.status === 'active') return [changeTo(document, span, last, 'best')];
    const [tool] = /^[A-Za-z]\w*(?=\s*(?:[-–—:#;,.(]|\/\/|=)|(?:\s+tool|Tool)$)/.exec(name) ?? [];
    return tool !== undefined && tools.get(tool)?.status === 'active' ? [changeTo(document, span, tool, 'best')] : [];
  }
}

/** `Grep-Glob`, or `GrepGlob`: two tools with a hyphen or nothing between them. */
function hyphened(name: string, tools: ReadonlyMap<string, Tool>): string[] {
  // Of an MCP tool a hyphen is a part.
  if (name.startsWith('mcp__')) return [];
  const parts = name.split('-');
  return parts.length > 1 ? parts : unglued(name, tools);
}

/** `(Read, Write)`: words in parentheses without the name of a tool before them. */
export function* nameless(document: Document, workspace: Workspace, key: string): Iterable<Finding> {
  const { text } = document;
  const tools = workspace.schema(document.uri)?.tools;
  for (const { form, field, name, span } of workspace.references(document, 'tool')) {
    if (!tools || form !== 'field' || field !== key || name !== '') continue;
    const inside = /^\(([^()\n]+)\)/.exec(text.slice(span.start, lineEnd(text, span.start)))?.[1];
    if (inside === undefined) continue;
    const names = isToolName(inside, tools) ? inside : toolsIn(inside, tools)?.join(', ');
    const before = text.slice(lineStart(text, span.start), span.start);
    // In square brackets a comma parts two items, and behind the name of a tool stands what is not heeded there.
    if (names === undefined || (inside.includes(',') && before.includes('['))) continue;
    if (!key.includes('-') && /\w[ \t]+$/.test(before)) continue;
    const whole = { start: span.start, end: span.start + inside.length + 2 };
    yield {
      span: whole,
      message: say('There is no tool before the parenthesis, so this names none: `{0}` is meant.', names),
      fixes: () => [changeTo(document, whole, names, 'best')],
    };
  }
}
