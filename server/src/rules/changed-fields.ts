// What two versions of a file have in common, for the rules about names.
import type { Section } from '../syntax/body';
import type { Data } from '../syntax/data';
import { sharedEnds } from '../syntax/difference';
import type { Document } from '../syntax/document';
import { lineEnd, lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { SymbolKind, ValueType } from '../dialects/dialect';
import type { Workspace } from '../workspace/workspace';
import { asksWhether, teaches } from './prose';

/** Whether the inline code of two versions is the same. */
export function sameCodes(old: Document, document: Document): boolean {
  const before = old.body?.sections ?? [];
  const sections = document.body?.sections ?? [];
  return (
    before.length === sections.length &&
    sections.every((now, index) => {
      const then = before[index]!;
      return now.content === then.content || codesOf(now, document.text) === codesOf(then, old.text);
    })
  );
}

const codesOf = ({ start, content }: Section, text: string): string =>
  content.codes.map(({ span }) => text.slice(start + span.start, start + span.end)).join('`');

/** Whether nothing changed that tells elsewhere how names are meant: a line that asks whether something is there, and a block that
 * shows how an agent is written. */
export function sameHints(old: Document, document: Document): boolean {
  const before = old.body?.sections ?? [];
  return (document.body?.sections ?? []).every((now, index) => {
    const then = before[index]!;
    if (now.content === then.content) return true;
    if (teaches(old, then) !== teaches(document, now)) return false;
    const { head, tail } = sharedEnds(old.text, document.text, then, now);
    const hints = ({ text }: Document, { start, end }: Span): boolean =>
      asksWhether(text.slice(Math.max(lineStart(text, start + head), start), Math.min(lineEnd(text, end - tail), end)));
    return !hints(old, then) && !hints(document, now);
  });
}

/** The kinds of names that the changed fields hold. */
export function changedFields(old: Document, document: Document, workspace: Workspace): Set<SymbolKind> | 'all' {
  if (old.parts.length !== document.parts.length) return 'all';
  const changed = new Set<SymbolKind>();
  for (const [index, { content }] of document.parts.entries()) {
    const before = old.parts[index]!.content;
    if (before === content) continue;
    const [entry, another] = content.entries;
    const [was, wasToo] = before.entries;
    if (!entry || another || !was || wasToo || entry.key.text !== was.key.text) return 'all';
    const layers = workspace.schema(document.uri)?.fields.get(entry.key.text) ?? [];
    // A schema of the repository names nothing.
    const naming = layers.filter(({ field }) => !field.adopted);
    for (const { field } of naming) if (!addNames(field.type, changed)) return 'all';
    if (naming.length === 0 || !sameShape(entry.value, was.value)) return 'all';
  }
  return changed;
}

/** Adds the kind of name that values of a type are, if any; false where the type says more than that. */
function addNames(type: ValueType, kinds: Set<SymbolKind>): boolean {
  if (type.is === 'list') return addNames(type.of, kinds);
  if (type.is === 'reference') kinds.add(type.to);
  return type.is === 'reference' || type.is === 'text' || type.is === 'name';
}

/** Whether both are there or both are not, and both are lists or both are not. */
const sameShape = (a: Data | undefined, b: Data | undefined): boolean => a?.is === b?.is;
