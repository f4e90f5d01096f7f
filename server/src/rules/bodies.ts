// Whose Markdown somebody means to be read as it stands, and whose front matter a tool reads.
import type { Fence } from '../syntax/body';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import type { Role } from '../workspace/classify';

/** Files whose links lead to what is there. Agents, commands and output styles show what the files look like that they are
 * to write. */
export function isReadInPlace(role: Role): boolean {
  switch (role) {
    case 'skill':
    case 'companion':
    case 'memory':
    case 'rule':
      return true;
    default:
      return false;
  }
}

/** Files that a model reads as instructions; READMEs and other tools' files are not ours to judge. */
export function readsBody(role: Role): boolean {
  switch (role) {
    case 'agent':
    case 'skill':
    case 'command':
    case 'rule':
    case 'output-style':
    case 'memory':
    case 'companion':
      return true;
    default:
      return false;
  }
}

/** Files whose keys a tool reads. */
export const readsFrontMatter = (role: Role): boolean =>
  role === 'agent' || role === 'skill' || role === 'command' || role === 'rule' || role === 'output-style';

/** The code block that a place of the body stands in, with spans of the whole text. */
export function blockAt({ body }: Document, { start: at }: Span): Pick<Fence, 'info' | 'span'> | undefined {
  const section = body?.sections.find(({ start, end }) => start <= at && at < end);
  const place = at - (section?.start ?? 0);
  const fence = section?.content.fences.find(({ span }) => span.start <= place && place < span.end);
  return fence && { info: shift(fence.info, section!.start), span: shift(fence.span, section!.start) };
}

/** Whether a place stands in a code block that shows a whole file, front matter and all: its names are those of the reader. */
export function isInSampleFile(document: Document, place: Span): boolean {
  const block = blockAt(document, place);
  return block !== undefined && /^\s*---\r?\n/.test(document.text.slice(block.span.start, block.span.start + 80));
}
