// Files behind `${CLAUDE_PLUGIN_ROOT}` and `${CLAUDE_SKILL_DIR}` that a body names: whether they are to be there.
import type { Document } from '../syntax/document';
import { lineAt } from '../syntax/lines';
import type { Reference } from '../workspace/symbols';
import { parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { isAskedFor, paragraphStart } from './example-files';
import { blockAt, showsFile } from './prose';

/** What comes with a plugin or a skill. Data may as well be written there while it is at work. */
const comesAlong = /\.(?:md|mdx|sh|bash|zsh|py|js|mjs|cjs|ts|rb|pl|ps1|php|html|css|svg|tmpl|template)$/i;

/** What a command writes there or takes away, and what it lists or asks for. */
const isWritten =
  /(?:>{1,2}|\b(?:tee|touch|rm|mkdir|cp|mv|ln)\b[^|;&\n]*|(?:^|\s)--?o(?:ut(?:put)?)?[ =])["']?[^\s"'|;&]*$/;
const isAsked = /(?:\[|\btest) +-[efrsx]\b|\bls\b/;

/** The languages of blocks that are followed as they stand: commands of a shell, and steps in plain words. */
const isRun = /^(?:(?:bash|sh|shell|zsh|console|text|txt)\b|$)/i;

/** What a text has written there. */
const isMade =
  /\b(?:writ|sav|creat|generat|stor|put|add|updat|append|record)\w*\b[^.`\n]*\b(?:in|to|into|as|under|at)\s+[*_`"(]*[^\s`]*$|\b(?:create|write|save|generate|update)\s+[*_`"(]*[^\s`]*$/i;

/** Whether a text means a file that is to be there already: in a folder that is there, not one that it has made, nor one of a sample
 * that shows how plugins are written. */
export function isToBeThere({ name, span }: Reference, document: Document, workspace: Workspace): boolean {
  if (!comesAlong.test(name) || workspace.existence(parent(name)) !== 'yes') return false;
  const { text } = document;
  const block = blockAt(document, span);
  if (block && (!isRun.test(text.slice(block.info.start, block.info.end)) || showsFile(document, block))) return false;
  const line = lineAt(text, span.start);
  const before = text.slice(line.start, span.start);
  const above = text.slice(paragraphStart(text, span.start), span.start);
  if (isAskedFor(above, text.slice(span.start, span.end))) return false;
  return !isAsked.test(before) && !isWritten.test(before) && !isMade.test(before);
}
