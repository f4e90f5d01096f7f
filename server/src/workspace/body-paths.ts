// Paths that a body names: links, imports, and parts of a skill's folder in inline code.
import type { SectionContent } from '../syntax/body';
import type { Span } from '../syntax/span';
import type { LocalReference } from './references';
import { anchorSlug } from './headings';
import { meantPaths } from './link-slips';
import { decoded } from './uris';

/** The paths in one section of the body. `text` is the section's own text. */
export function pathReferences(content: SectionContent, text: string): LocalReference[] {
  const parts = partReferences(content, text);
  const others = variableReferences(text).filter(({ span }) => !parts.some(part => part.span.start === span.start));
  return [...linkReferences(content, text), ...parts, ...others, ...importReferences(content, text)];
}

/** Addresses, paths from a drive or the root of a site, placeholders and patterns. */
const notAFile = /^[a-z][a-z\d+.-]*:|^[/~#?@]|[<>{}$*|\\[\]]|\.\.\.|%[sd]/i;

/** Where a link leads, and where it may have been to lead: whether that is there decides what is said of it. */
function linkReferences({ links }: SectionContent, text: string): LocalReference[] {
  const found: LocalReference[] = [];
  for (const { target } of links) {
    const path = text.slice(target.start, target.end).replace(/[#?][^]*$/, '');
    const span = { start: target.start, end: target.start + path.length };
    const meant = meantPaths(path).filter(each => each !== '' && !notAFile.test(each));
    for (const each of meant) found.push({ kind: 'file', name: decoded(each), form: 'other-base', base: 'file', span });
    if (path === '' || notAFile.test(path)) continue;
    const name = decoded(path);
    found.push({ kind: 'file', name, form: 'link', base: 'file', span });
    if (text[span.end] !== '#' || !/\.md$/i.test(name) || span.end + 1 === target.end) continue;
    const anchor = { start: span.end + 1, end: target.end };
    const slug = anchorSlug(text.slice(anchor.start, anchor.end));
    found.push({ kind: 'heading', name, form: 'link', base: 'file', span: anchor, slug });
  }
  return found;
}

const part = /^(?:\.\/)?((?:references|scripts|assets|templates|resources|rules)\/)[^\s]*$/;
const above = /^(\.\.\/)+[^\s]*$/;
const skillFolder = /^\$\{CLAUDE_SKILL_DIR\}\//;

/** Inline code that begins with a path of the skill's own folder, or of one above the file. */
function partReferences({ codes }: SectionContent, text: string): LocalReference[] {
  const found: LocalReference[] = [];
  for (const code of codes) {
    const { start } = code.span;
    const first = text.slice(start, code.span.end).match(/^[^\s"'`:#]+/)?.[0] ?? '';
    const variable = skillFolder.exec(first)?.[0].length ?? 0;
    const name = first.slice(variable).replace(/^\.\//, '');
    const span = { start: start + first.length - name.length, end: start + first.length };
    if (name === '' || notAFile.test(name)) continue;
    const path = { kind: 'file', name, span } as const;
    if (variable > 0) found.push({ ...path, form: 'part', base: 'skill' });
    else if (above.test(name)) found.push({ ...path, form: 'part', base: 'file' });
    else if (part.test(name) && isOwn(text, code.outer)) found.push(...ownPart(path));
  }
  return found;
}

const fromVariable = /\$(?:CLAUDE_PLUGIN_ROOT|\{CLAUDE_(?:PLUGIN_ROOT|SKILL_DIR)\})"?\/([\w@./-]+)/g;

/** `bash ${CLAUDE_PLUGIN_ROOT}/scripts/x.sh`, in code and text alike: Claude Code puts the folder in wherever it stands. */
function variableReferences(text: string): LocalReference[] {
  if (!text.includes('CLAUDE_')) return [];
  return [...text.matchAll(fromVariable)].flatMap(({ index, 0: written, 1: path }): LocalReference[] => {
    const start = index + written.length - path!.length;
    // Of `scripts/*.sh` and `config/$1.json` the folder is known.
    const isPattern = /[*<{[$%]/.test(text[index + written.length] ?? '');
    const name = isPattern ? path!.slice(0, Math.max(path!.lastIndexOf('/'), 0)) : path!.replace(/[./]+$/, '');
    if (name === '' || name.startsWith('/')) return [];
    const base = written.startsWith('${CLAUDE_SKILL') ? 'skill' : 'plugin';
    return [{ kind: 'file', name, form: 'variable', base, span: { start, end: start + name.length } }];
  });
}

/** What stands before a part of another skill, and before a file that is only to be written. */
const another = /['’]s?[*_`]*\s+[*_(]*$|`['’]s?\b[^`.]*$|\bits\s+[*_(]*$/;
const output =
  /\b(writ|sav|creat|generat|stor|mov|preserv|extract|export|put|add)\w*\b[^.`\n]*\b(in|to|into|as|under)\s+[*_(]*$/i;

function isOwn(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(start - 120, 0), start);
  return !another.test(before) && !output.test(before);
}

/** A part of the skill's folder; and what decides whether that is what is meant: the same path below the project's
 * folder and the file's own, and the folder that it names. */
function ownPart(path: Pick<LocalReference, 'name' | 'span'> & { readonly kind: 'file' }): LocalReference[] {
  const folder = path.name.slice(0, path.name.indexOf('/'));
  return [
    { ...path, form: 'part', base: 'skill' },
    { ...path, form: 'other-base', base: 'file' },
    { ...path, form: 'other-base' },
    { ...path, name: folder, form: 'other-base', base: 'skill' },
  ];
}

const importStart =
  /(?<=^|\s)@(?=[\w.])[\w./~+-]*\w\.(?:mdc?|mdx|txt|jsonc?|ya?ml|toml)(?![\w/-])(?:#[\w-]*)?\.?(?=\s|$)/g;

/** `@docs/style.md` in text: Claude Code reads such files along with CLAUDE.md. */
function importReferences(content: SectionContent, text: string): LocalReference[] {
  const found: LocalReference[] = [];
  if (!text.includes('@')) return found;
  const inside = (at: number, spans: readonly { readonly outer: Span }[]): boolean =>
    spans.some(({ outer }) => outer.start <= at && at < outer.end);
  for (const { index, 0: written } of text.matchAll(importStart)) {
    if (inside(index, content.codes) || inside(index, content.fences) || isIndented(text, index)) continue;
    const name = written.slice(1).replace(/(#.*|\.)$/, '');
    const span = { start: index + 1, end: index + 1 + name.length };
    found.push({ kind: 'file', name, form: 'import', base: 'file', span });
  }
  return found;
}

/** Four blanks begin a line of code, and perhaps one of a list. */
const isIndented = (text: string, at: number): boolean =>
  /^( {4}|\t)/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
