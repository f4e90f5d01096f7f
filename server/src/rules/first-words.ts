// First words where a key of front matter says nothing: a name from the path, a description from the text.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { baseName } from '../workspace/uris';
import { draftDescription, draftName } from './drafts';
import { valueText } from './edits';
import { say, type Fix } from './rule';

/** For people to look over; none for other keys, nor where the text has no sentence. */
export function firstWords(document: Document, key: string, span: Span): Fix[] {
  const { uri } = document;
  const isName = key === 'name';
  const words = isName
    ? draftName(uri, baseName(uri) === 'SKILL.md' ? 'skill' : 'agent')
    : key === 'description'
      ? draftDescription(document)
      : '';
  if (words === '' || document.language !== 'markdown') return [];
  const title = isName ? say('Change to `{0}`', words) : say('Describe it by the first words of the text');
  return [{ title, edits: [{ uri, span, text: valueText(document, words) }], safe: false, preferred: true }];
}
