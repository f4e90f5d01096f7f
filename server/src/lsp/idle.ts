// What the repository as a whole says of open files: asked when nobody types, and kept in its place until then.
import { lintAmong, saysTheSame, sorted, type Diagnostic } from '../rules/lint';
import { sharedEnds } from '../syntax/difference';
import type { Document } from '../syntax/document';
import { sameSpan, shift } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';

interface Kept {
  /** What the spans count in. */
  readonly document: Document;
  readonly found: readonly Diagnostic[];
}

export class AmongOthers {
  readonly #files = new Map<string, Kept>();

  /** Asks anew about a file; true where something else is found than before. */
  ask(document: Document, workspace: Workspace): boolean {
    const { uri } = document;
    const before = this.#kept(document);
    const found = lintAmong(document, workspace);
    if (found.length > 0) this.#files.set(uri, { document, found });
    else this.#files.delete(uri);
    return found.length !== before.length || found.some((each, at) => !isSame(each, before[at]!));
  }

  /** What is found in a file alone, with what was found last among the others. */
  with(found: readonly Diagnostic[], document: Document): readonly Diagnostic[] {
    const kept = this.#kept(document);
    return kept.length === 0 ? found : sorted([...found, ...kept]);
  }

  close(uri: string): void {
    this.#files.delete(uri);
  }

  /** Where it now stands; what was typed in is left out until somebody asks. */
  #kept(document: Document): readonly Diagnostic[] {
    const kept = this.#files.get(document.uri);
    if (!kept || kept.document === document) return kept?.found ?? [];
    const found = moved(kept, document);
    this.#files.set(document.uri, { document, found });
    return found;
  }
}

/** Most of it stands in the front matter, which stays where it is while somebody types in a body. */
function moved({ document, found }: Kept, next: Document): readonly Diagnostic[] {
  const end = document.frontMatter?.close?.end ?? 0;
  const isInFront = found.every(({ span }) => span.end <= end);
  if (isInFront && document.frontMatter === next.frontMatter) return found;
  const before = isInFront ? upToBody(document) : document.text;
  const now = isInFront ? upToBody(next) : next.text;
  const { head, tail } = sharedEnds(before, now);
  return found.flatMap(one => {
    if (one.span.end <= head) return [one];
    const stands = one.span.start >= before.length - tail && one.span.end <= before.length;
    return stands ? [{ ...one, span: shift(one.span, now.length - before.length) }] : [];
  });
}

const upToBody = ({ text, frontMatter }: Document): string => text.slice(0, frontMatter?.close?.end ?? 0);

const isSame = (a: Diagnostic, b: Diagnostic): boolean => sameSpan(a.span, b.span) && saysTheSame(a, b);
