// text → Document, keeping from the last version what did not change.
import { asMap, entryProblems, readEntries, type EntryPart } from './entries';
import type { Document, Language } from './document';
import { findFences } from './frontmatter';
import { readJson } from './json';
import type { Problem } from './problem';
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
  const { frontMatter, bodyStart, problems: fenceProblems } = findFences(text);
  const yaml = frontMatter !== undefined && isYaml(frontMatter.language);
  const same = before?.frontMatter?.span.start === frontMatter?.span.start && sameFrontMatter(before, text, bodyStart);
  const parts: readonly EntryPart[] = same
    ? before!.parts
    : yaml
      ? readEntries(text, frontMatter.span, before?.parts)
      : [];
  const problems = same
    ? before!.problems
    : yaml
      ? [...fenceProblems, ...entryProblems(parts, text, frontMatter.span)]
      : fenceProblems;
  const data = same ? before!.data : frontMatter && asMap(parts, frontMatter.span);
  const body = before?.body
    ? rescanBody(text, bodyStart, { text: before.text, body: before.body })
    : scanBody(text, bodyStart);
  return {
    uri,
    language: 'markdown',
    text,
    frontMatter: same ? before!.frontMatter : frontMatter,
    data,
    parts,
    body,
    problems,
  };
}

/** Whether everything before the body is as it was. */
function sameFrontMatter(before: Document | undefined, text: string, bodyStart: number): boolean {
  return (
    before?.body?.span.start === bodyStart &&
    before.frontMatter !== undefined &&
    text.startsWith(before.text.slice(0, bodyStart))
  );
}

const isYaml = (language: string): boolean => ['', 'yaml', 'yml'].includes(language.toLowerCase());
