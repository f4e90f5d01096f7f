// What silences a finding: a comment on its line, else in its file, or a line in `agentwright.json`.
import { enterInConfig } from '../rules/config-edits';
import { applied, lineBreak } from '../rules/edits';
import type { Diagnostic } from '../rules/lint';
import { say, type Edit, type Fix } from '../rules/rule';
import { scalarsOf, silencesOf, silencing } from '../rules/silences';
import { lineEnd, lineStart } from '../syntax/lines';
import type { Document } from '../syntax/document';
import { parse } from '../syntax/parse';
import type { Span } from '../syntax/span';
import { readsTheSame } from '../workspace/loader';
import type { Workspace } from '../workspace/workspace';

/** Never safe and never preferred: to mend a thing comes first. */
export function ignoreFixes(workspace: Workspace, document: Document, { rule, span }: Diagnostic): Fix[] {
  const silences = (edit: Edit): boolean => isSilenced(document, edit, rule.id, span);
  const commentable = rule.id !== 'unused-suppression' && mayHaveComments(document, workspace);
  const onLine = commentable ? lineComments(document, rule.id, span).find(silences) : undefined;
  const inFile = commentable && !onLine ? fileComments(document, rule.id).find(silences) : undefined;
  const off = enterInConfig(document.uri, workspace, ['rules', rule.id], { value: 'off' });
  return [
    ...(onLine ? [{ title: say('Ignore `{0}` on this line', rule.id), edits: [onLine], safe: false }] : []),
    ...(inFile ? [{ title: say('Ignore `{0}` in this file', rule.id), edits: [inFile], safe: false }] : []),
    ...(off ? [{ title: say('Turn `{0}` off in `agentwright.json`', rule.id), edits: [off], safe: false }] : []),
  ];
}

/** The programs that read other JSON files may know no comments. */
const mayHaveComments = ({ uri, language }: Document, workspace: Workspace): boolean =>
  language === 'markdown' || workspace.role(uri) === 'configuration';

/** Whether a comment does what it is for, and Claude Code reads the front matter as before. */
function isSilenced(document: Document, edit: Edit, rule: string, span: Span): boolean {
  if (!('span' in edit)) return false;
  const { uri, language, text } = document;
  const after = applied(text, [edit]);
  const at = span.start + (edit.span.start <= span.start ? edit.text.length : 0);
  const silenced = silencing(silencesOf(parse(uri, language, after)), rule, at).length > 0;
  return silenced && (language !== 'markdown' || readsTheSame(text, after));
}

/** Comments that may silence a finding where it stands, the best first; the caller tries them. */
function lineComments(document: Document, rule: string, { start }: Span): Edit[] {
  const { uri, text, language, frontMatter } = document;
  if (language === 'json') return [above(document, start, '//', rule)];
  if (frontMatter && frontMatter.span.start <= start && start < frontMatter.span.end) {
    return linesInFrontMatter(document, start).map(at => above(document, at, '#', rule));
  }
  const block = blockAround(document, start);
  if (block !== undefined) return [above(document, block, '<!--', rule)];
  const first = lineStart(text, start);
  if (start < (document.body?.span.start ?? 0) || first === 0) return [];
  const end = lineEnd(text, start);
  const behind = { uri, span: { start: end, end }, text: ` <!-- agentwright-disable-line ${rule} -->` };
  const alone = text.slice(0, first).trimEnd() === '' || /\n[ \t]*\r?\n$/.test(text.slice(0, first));
  return alone ? [above(document, start, '<!--', rule), behind] : [behind];
}

/** Its own line, that on which the text begins that it lies in, and that of its key. */
function linesInFrontMatter({ data, parts }: Document, at: number): number[] {
  const around = data ? scalarsOf(data).find(({ outer }) => outer.start <= at && at <= outer.end) : undefined;
  const part = parts.find(({ start, end }) => start <= at && at <= end);
  return [at, ...(around ? [around.outer.start] : []), ...(part ? [part.start] : [])];
}

/** Where a code block begins that holds a place: no comment can stand inside. */
function blockAround({ body }: Document, at: number): number | undefined {
  for (const { start, content } of body?.sections ?? []) {
    const fence = content.fences.find(({ outer }) => start + outer.start <= at && at <= start + outer.end);
    if (fence) return start + fence.outer.start;
  }
  return undefined;
}

/** A comment on a line of its own above the line of `at`, as far in as that. */
function above({ uri, text }: Document, at: number, mark: string, rule: string): Edit {
  const start = lineStart(text, at);
  const lead = /^[ \t]*/.exec(text.slice(start, at))?.[0] ?? '';
  const end = mark === '<!--' ? ' -->' : '';
  const comment = `${lead}${mark} agentwright-disable-next-line ${rule}${end}${lineBreak(text)}`;
  return { uri, span: { start, end: start }, text: comment };
}

/** At the top of front matter or JSON; else at the end of the file, whose first lines tools may read. */
function fileComments({ uri, text, language, frontMatter }: Document, rule: string): Edit[] {
  const word = `agentwright-disable-file ${rule}`;
  const newline = lineBreak(text);
  const at = (start: number, put: string): Edit => ({ uri, span: { start, end: start }, text: put });
  if (language === 'json') return [at(0, `// ${word}${newline}`)];
  const gap = text.endsWith('\n') ? '' : newline;
  return [
    ...(frontMatter ? [at(frontMatter.span.start, `# ${word}${newline}`)] : []),
    at(text.length, `${gap}${newline}<!-- ${word} -->${newline}`),
  ];
}
