// Writes a key that a file lacks, with what most likely belongs behind it.
import type { Field, FileRole } from '../dialects/dialect';
import type { Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { draftDescription, draftName } from './drafts';
import { addFirstKey, addKey, lineBreak, yamlText } from './edits';
import { say, type Fix } from './rule';

/** Safe only where there is no doubt what belongs there: a skill is called as its folder anyway, while an agent without a name may
 * be no agent. */
export function added(document: Document, field: Field, role: FileRole, entry: Entry | undefined): Fix {
  const { uri } = document;
  const line = lineOf(document, field, role);
  const title = say('Add `{0}`', field.key);
  const safe = field.key === 'name' && role === 'skill';
  if (entry?.colon !== undefined) {
    const at = entry.value?.is === 'scalar' ? entry.value.outer : { start: entry.colon, end: entry.colon };
    const value = line.slice(line.indexOf(':') + 1);
    const edits = [{ uri, span: at, text: entry.value ? value.trim() : value }];
    return { title, edits, safe, preferred: true };
  }
  const edit =
    field.key === 'name'
      ? addFirstKey(document, line)
      : field.key === 'description'
        ? addKey(document, line, 'name')
        : addKey(document, line);
  return { title, edits: edit ? [edit] : [], safe, preferred: true };
}

function lineOf(document: Document, { key, example, default: standard }: Field, role: FileRole): string {
  const name = draftName(document.uri, role);
  if (key === 'name') return `name: ${yamlText(name)}`;
  if (key === 'description') return `description: ${yamlText(draftDescription(document) || `Use for ${name} tasks.`)}`;
  if (standard !== undefined && /^[\w.]+$/.test(standard) && standard !== 'none')
    return `${key}: ${yamlText(standard)}`;
  return (example ?? `${key}: `).replace(/\n/g, lineBreak(document.text));
}
