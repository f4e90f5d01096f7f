// Files without front matter, or with keys that no lines of hyphens stand around, and what is put there.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { unfenced } from '../syntax/unfenced';
import { neverAComponent } from '../workspace/classify';
import { baseName, parent } from '../workspace/uris';
import { isFixture } from './example-files';
import { draftDescription, draftName } from './drafts';
import { lineBreak, yamlText } from './edits';
import { fence, hidden, isAtHome, replaced, said, type Place } from './hidden-keys';
import { say, type Edit, type Finding, type Fix } from './rule';

export function missing(place: Place, span: Span, headless: boolean): Finding | undefined {
  const { document, role } = place;
  const { uri, text } = document;
  const at = { start: span.start, end: span.start };
  if (headless) {
    const opened = replaced(uri, say('Insert the opening `---`'), at, `${fence}${lineBreak(text)}`);
    return { span, ...said('The opening `---` above the keys is missing.', hidden(place)), fixes: () => [opened] };
  }
  if (role === 'command' || (role === 'agent' && neverAComponent(baseName(uri)))) return undefined;
  const effect = hidden(place);
  return {
    span,
    ...said('There is no front matter.', isDocumentation(place) ? { ...effect, severity: 'information' } : effect),
    fixes: () => [
      { title: say('Insert front matter'), edits: [inserted(document, role, at)], safe: false, preferred: true },
    ],
  };
}

/** Keys stand at the top, and no lines of hyphens around them. */
export function withoutFences(place: Place, span: Span): Finding | undefined {
  const { document, role } = place;
  if (role === 'agent' && neverAComponent(baseName(document.uri))) return undefined;
  return {
    span,
    ...said('The keys at the top do not stand between lines of three hyphens.', hidden(place)),
    fixes: () => fenced(document, span.start),
  };
}

function fenced({ uri, text }: Document, begin: number): Fix[] {
  const keys = unfenced(text, begin);
  if (!keys) return [];
  const newline = lineBreak(text);
  const { end, mark } = keys;
  const body = mark ? text.slice(end).split('\n').map(line => line.replace(mark, '')).join('\n') : text.slice(end); // prettier-ignore
  const gap = /^\r?\n/.test(body) || body === '' ? '' : newline;
  const written = [fence, ...keys.lines, fence, ''].join(newline) + gap;
  const edit = mark
    ? { uri, span: { start: begin, end: text.length }, text: written + body }
    : { uri, span: { start: begin, end }, text: written };
  return [{ title: say('Put the keys between lines of `---`'), edits: [edit], safe: false, preferred: true }];
}

/** Whether the file may well be meant to be none: a document by its name, which is all capitals; one in a folder below that of
 * the agents, in which nothing looks like one; or a skill that lies where no program looks for any, or
 * that tests read. */
function isDocumentation(place: Place): boolean {
  const { document, workspace, role } = place;
  const folder = parent(document.uri);
  if (role === 'skill') return !isAtHome(place) || isFixture(document.uri);
  if (role !== 'agent') return false;
  return (
    /^[A-Z0-9]{4,}(?:[-_.][A-Z0-9]+)*\.md$/.test(baseName(document.uri)) ||
    (baseName(folder) !== 'agents' && workspace.lookOfFolder(folder) === undefined)
  );
}

function inserted(document: Document, role: 'agent' | 'skill', span: Span): Edit {
  const { uri, text } = document;
  const name = draftName(uri, role);
  const description = draftDescription(document) || `Use for ${name} tasks.`;
  const lines = [fence, `name: ${yamlText(name)}`, `description: ${yamlText(description)}`, fence, '', ''];
  return { uri, span, text: lines.join(lineBreak(text)) };
}

/** Whether the front matter is what a program makes front matter of: with `{{#if x}}` or `{% if x %}` in it. */
export const isTemplate = ({ text, frontMatter }: Document): boolean =>
  frontMatter !== undefined &&
  /\{\{[#/^]|\{%/.test(text.slice(frontMatter.span.start, frontMatter.span.start + headWindow));

/** So much below the opening hyphens is looked at. */
const headWindow = 1000;

/** Whether blank lines and a heading follow the opening hyphens. */
export const isLine = ({ text, frontMatter }: Document): boolean =>
  frontMatter !== undefined &&
  /^\s*#{1,3} /.test(text.slice(frontMatter.span.start, frontMatter.span.start + headWindow));
