// What is wrong with each file, kept up to date in slices, and told to the client by pull or by push, never both.
import type { Diagnostic as LspDiagnostic, Position, Range } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { lintAlone, saysTheSame, type Diagnostic } from '../rules/lint';
import { LintWhileTyping } from '../rules/typing';
import { slices } from '../disk/slices';
import { Shared } from '../syntax/copy';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { afterPause } from './gather';
import { AmongOthers } from './idle';
import { countOf, PackedFindings } from './packed';
import { positionsOf, toDiagnostic, toRange, type Positions } from './convert';

/** What the host knows and does for the findings. */
export interface FindingsHost {
  readonly workspace: Workspace;
  /** The buffer of an open file. */
  open(uri: string): (Positions & { readonly version: number }) | undefined;
  text(uri: string): string | undefined;
  /** The folder of the rules' pages, where the client opens them; with a slash at the end. */
  readonly pages: string | undefined;
  /** Gives way to requests. */
  tick(): Promise<void>;
  /** Tells the client, where it is told by push. */
  publish(uri: string, version: number | undefined, items: readonly LspDiagnostic[]): void;
  /** Findings of files that the client did not ask about just now are new. */
  changed(openFile: boolean): void;
  /** A file's number of errors or warnings is another. */
  counted(): void;
  guard(name: string, work: () => void): void;
  /** Nothing is left to look at. */
  idle(): void;
}

/** Findings of one file as last computed. */
export interface FileFindings {
  readonly items: readonly LspDiagnostic[];
  /** Changes when the items do. */
  readonly id: string;
  readonly errors: number;
  readonly warnings: number;
  /** What `items` was made of, in the same order; undefined for closed files. */
  readonly found: readonly Diagnostic[] | undefined;
}

/** How long nobody types before that is asked which depends on all files. */
const idleMs = 300;

export class Findings {
  readonly #host: FindingsHost;
  readonly #known = new Map<string, FileFindings>();
  readonly #queue = new Set<string>();
  /** Often the same is wrong with hundreds of files. */
  readonly #messages = new Shared();
  readonly #typing = new LintWhileTyping();
  readonly #among = new AmongOthers();
  readonly #askSoon: () => void;
  #passing = false;
  /** The file that was typed in last, where the client asks about it by itself. */
  #asked: string | undefined;
  #ids = 0;

  constructor(host: FindingsHost) {
    this.#host = host;
    this.#askSoon = afterPause(idleMs, () => this.#askAmong());
  }

  get(uri: string): FileFindings | undefined {
    return this.#known.get(uri);
  }

  get all(): ReadonlyMap<string, FileFindings> {
    return this.#known;
  }

  /** Takes what the workspace marked dirty. The file that was typed in is answered at once, others in slices. A client that
   * pulls asks about that file by itself: it is not told that there are news, and it is looked at when nobody asks for a while. */
  update(typedIn?: string, pulls = false): void {
    for (const uri of this.#host.workspace.takeDirty()) this.#queue.add(uri);
    this.#asked = pulls ? typedIn : undefined;
    if (!pulls && typedIn !== undefined && this.#queue.delete(typedIn)) this.#lintOpen(typedIn);
    const isAskedFor = this.#asked !== undefined && this.#queue.has(this.#asked);
    if (this.#queue.size > (isAskedFor ? 1 : 0)) this.#goOn();
    this.#askSoon();
  }

  /** Looks at what is still dirty, if nobody does. */
  #goOn(): void {
    if (this.#queue.size > 0 && !this.#passing) void this.#pass();
  }

  /** Asks about the open files what depends on all others, which no key waits for. */
  #askAmong(): void {
    this.#goOn();
    const { workspace } = this.#host;
    for (const uri of [...workspace.openUris]) {
      const document = workspace.document(uri);
      if (!document) continue;
      this.#host.guard('among others', () => {
        if (!this.#among.ask(document, workspace)) return;
        this.#lintOpen(uri);
        this.#host.changed(true);
      });
    }
  }

  /** The findings of an open file, now. */
  now(uri: string): FileFindings | undefined {
    for (const dirty of this.#host.workspace.takeDirty()) this.#queue.add(dirty);
    // A client that closes a file asks once more; what is dirty then is left to the pass.
    if (this.#host.open(uri) && (this.#queue.delete(uri) || !this.#known.has(uri))) this.#lintOpen(uri);
    this.#goOn();
    return this.#known.get(uri);
  }

  /** Goes on with what is still dirty, open files first, and yields every few milliseconds. Nothing dirty is dropped. */
  async #pass(): Promise<void> {
    this.#passing = true;
    const slice = slices(() => this.#host.tick());
    await slice.next();
    while (this.#queue.size > 0) {
      const uri = this.#next();
      this.#queue.delete(uri);
      const open = this.#host.open(uri) !== undefined;
      if (open) this.#lintOpen(uri);
      else this.#lintClosed(uri);
      if (uri !== this.#asked) this.#host.changed(open);
      if (slice.isOver()) await slice.next();
    }
    this.#passing = false;
    this.#host.idle();
  }

  #next(): string {
    const open = [...this.#host.workspace.openUris].find(uri => this.#queue.has(uri));
    return open ?? (this.#queue.values().next().value as string);
  }

  #lintOpen(uri: string): void {
    const buffer = this.#host.open(uri);
    const document = this.#host.workspace.document(uri);
    if (!buffer || !document) return;
    this.#host.guard('lint', () => {
      const alone = this.#typing.lint(document, this.#host.workspace);
      const found = this.#among.with(alone, document);
      this.#keep(uri, this.#converted(found, uri, buffer), buffer.version, found);
    });
  }

  /** Findings that were kept from the last key are kept in the client's form too, while they stay on their line; the very
   * list of the last time, where all are. */
  #converted(found: readonly Diagnostic[], uri: string, buffer: Positions): readonly LspDiagnostic[] {
    const before = this.#known.get(uri);
    // Of a file that was closed until now nothing is kept in that form.
    const told = before?.found && before.items;
    let same = told?.length === found.length;
    const items = found.map((diagnostic, index) => {
      const known = told?.[index];
      const old = before?.found?.[index];
      if (known && old && isAsBefore(diagnostic, old) && standsAt(known.range, diagnostic.span, buffer)) return known;
      same = false;
      return this.#item(diagnostic, uri, buffer);
    });
    return same ? told! : items;
  }

  #item(found: Diagnostic, uri: string, positions: Positions): LspDiagnostic {
    const place = (at: string, span: Span): Range | undefined =>
      at === uri ? toRange(positions, span) : this.#elsewhere(at);
    return toDiagnostic(found, positions, place, this.#host.pages);
  }

  #lintClosed(uri: string): void {
    const { workspace } = this.#host;
    this.#typing.close(uri);
    this.#among.close(uri);
    if (!workspace.file(uri)) {
      this.#keep(uri, [], undefined);
      return;
    }
    const text = this.#host.text(uri);
    if (text === undefined) return;
    this.#host.guard('lint', () => {
      const positions = positionsOf(text);
      const found = lintAlone(workspace.read(uri, text), workspace);
      // A hint is shown in the editor alone, so a closed file has no use for it.
      const items = found.filter(d => d.severity !== 'hint').map(d => this.#item(d, uri, positions));
      for (const item of items) if (typeof item.message === 'string') item.message = this.#messages.of(item.message);
      this.#keep(uri, items, undefined);
    });
  }

  /** The line that a definition of another file stands on, which the workspace keeps without the text. */
  #elsewhere(
    uri: string,
  ): { start: { line: number; character: number }; end: { line: number; character: number } } | undefined {
    const definition = this.#host.workspace.file(uri)?.definitions[0];
    if (!definition) return undefined;
    const start = { line: definition.line, character: definition.column };
    return {
      start,
      end: { line: start.line, character: start.character + definition.span.end - definition.span.start },
    };
  }

  #keep(uri: string, items: readonly LspDiagnostic[], version?: number, found?: readonly Diagnostic[]): void {
    const before = this.#known.get(uri);
    // Kept also where nothing is left, of a deleted file too: a client that pulls must yet be told so.
    if (version === undefined && items.length === 0 && !before?.items.length) return;
    const isTold = before?.found !== undefined && before.items === items;
    const next = (): number => ++this.#ids;
    const now = found
      ? { items, id: isTold ? before.id : String(next()), ...countsOf(items), found }
      : new PackedFindings(items, next(), this.#host.pages);
    this.#known.set(uri, now);
    this.#host.publish(uri, version, items);
    if (before?.errors !== now.errors || before.warnings !== now.warnings) this.#host.counted();
  }
}

const countsOf = (items: readonly LspDiagnostic[]): Pick<FileFindings, 'errors' | 'warnings'> => ({
  errors: countOf(items, DiagnosticSeverity.Error),
  warnings: countOf(items, DiagnosticSeverity.Warning),
});

/** What is said of other places hangs on those. */
const isAsBefore = (now: Diagnostic, before: Diagnostic): boolean =>
  now === before || (!now.related && !before.related && saysTheSame(now, before));

const standsAt = ({ start, end }: Range, span: Span, positions: Positions): boolean =>
  isAt(start, span.start, positions) && isAt(end, span.end, positions);

/** Whether an offset still has this position. Where lines begin is known; to find the line of an offset takes longer. */
function isAt({ line, character }: Position, offset: number, positions: Positions): boolean {
  const first = positions.offsetAt({ line, character: 0 });
  if (offset < positions.offsetAt({ line: line + 1, character: 0 })) return offset === first + character;
  const now = positions.positionAt(offset);
  return now.line === line && now.character === character;
}
