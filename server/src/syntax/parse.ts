// text → Document, keeping from the last version what did not change.
import { asMap, entryProblems, readEntries } from './entries';
import type { Document, Language } from './document';
import { findFences } from './frontmatter';
import { readJson } from './json';
import { fencesSince } from './kept-fences';
import type { Problem } from './problem';
import { areFine, partsSince } from './kept-parts';
import { rescanBody, scanBody } from './scan';
import { readYaml } from './yaml';

/** Reads any text; `before` is the last version of the same file, whose unchanged entries and sections are kept. */
export function parse(uri: string, language: Language, text: string, before?: Document): Document {
  if (before?.text === text && before.language === language) return before;
  switch (language) {
    case 'markdown':
      return parseMarkdown(uri, text, before);
    case 'json': {
      const { data, problems } = readJson(text);
      return { uri, language, text, frontMatter: undefined, data, parts: [], body: undefined, problems };
    }
    case 'yaml': {
      const reading = readYaml(text);
      const problems = reading.errors.map((error): Problem => ({
        cause: 'invalid-yaml',
        span: error.span,
        args: [error.message],
      }));
      return { uri, language, text, frontMatter: undefined, data: reading.data, parts: [], body: undefined, problems };
    }
    default:
      return language satisfies never;
  }
}

function parseMarkdown(uri: string, text: string, before: Document | undefined): Document {
  if (before?.body && sameFrontMatter(before, text)) {
    const body = rescanBody(text, before.body.span.start, { text: before.text, body: before.body });
    return { ...before, text, body };
  }
  const kept = before && fencesSince(before, text);
  const { frontMatter, bodyStart, problems: fenceProblems } = kept ?? findFences(text);
  const yaml = frontMatter !== undefined && isYaml(frontMatter.language);
  const since = yaml && kept && partsSince(before, text, frontMatter);
  const parts = since || (yaml ? readEntries(text, frontMatter.span, before?.parts) : []);
  const areRead = !yaml || (since && areFine(before.parts, since));
  const problems = areRead ? fenceProblems : [...fenceProblems, ...entryProblems(parts, text, frontMatter.span)];
  const data = frontMatter && asMap(parts, frontMatter.span);
  const body = before?.body
    ? rescanBody(text, bodyStart, { text: before.text, body: before.body })
    : scanBody(text, bodyStart);
  return { uri, language: 'markdown', text, frontMatter, data, parts, body, problems };
}

/** Whether everything before the body is as it was, up to the line break after a closing fence of hyphens. */
function sameFrontMatter({ body, frontMatter, text: old }: Document, text: string): boolean {
  const close = frontMatter?.close;
  const start = body?.span.start;
  if (!close || start === undefined || start === close.end || !old.startsWith('---', close.start)) return false;
  return text.slice(0, start) === old.slice(0, start);
}

const isYaml = (language: string): boolean => ['', 'yaml', 'yml'].includes(language.toLowerCase());
