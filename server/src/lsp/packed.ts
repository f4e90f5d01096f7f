// Findings of closed files, each kept as one object: thousands are, and in the client's form each is four and more.
import { DiagnosticSeverity, type Diagnostic as LspDiagnostic, type Position } from 'vscode-languageserver';

interface Packed {
  readonly start: number;
  readonly end: number;
  readonly severity: LspDiagnostic['severity'];
  readonly code: LspDiagnostic['code'];
  readonly message: LspDiagnostic['message'];
  /** What few have. */
  readonly more: Pick<LspDiagnostic, 'tags' | 'relatedInformation'> | undefined;
}

/** Takes diagnostics as `toDiagnostic` makes them, and gives them back so. */
export class PackedFindings {
  readonly found = undefined;
  readonly #id: number;
  readonly #packed: readonly Packed[];
  readonly #pages: string | undefined;

  constructor(items: readonly LspDiagnostic[], id: number, pages: string | undefined) {
    this.#id = id;
    this.#packed = items.map(pack);
    this.#pages = pages;
  }

  get id(): string {
    return String(this.#id);
  }

  get errors(): number {
    return countOf(this.#packed, DiagnosticSeverity.Error);
  }

  get warnings(): number {
    return countOf(this.#packed, DiagnosticSeverity.Warning);
  }

  get items(): readonly LspDiagnostic[] {
    return this.#packed.map(each => unpack(each, this.#pages));
  }
}

/** How many findings are of a severity. */
export const countOf = (
  all: readonly { readonly severity?: LspDiagnostic['severity'] | undefined }[],
  wanted: DiagnosticSeverity,
): number => all.reduce((count, { severity }) => count + (severity === wanted ? 1 : 0), 0);

/** Lines of so many characters are usual: their places fit into a number that needs no memory of its own. */
const usual = 2 ** 16;
const longest = 2 ** 31;

/** Below zero, where the line is longer than usual. */
const packedPosition = ({ line, character }: Position): number =>
  character < usual ? line * usual + character : -(line * longest + character);

function positionIn(packed: number): Position {
  const [place, length] = packed < 0 ? [-packed, longest] : [packed, usual];
  return { line: Math.floor(place / length), character: place % length };
}

const pack = ({ range, severity, code, message, tags, relatedInformation }: LspDiagnostic): Packed => ({
  start: packedPosition(range.start),
  end: packedPosition(range.end),
  severity,
  code,
  message,
  more:
    tags || relatedInformation
      ? { ...(tags && { tags }), ...(relatedInformation && { relatedInformation }) }
      : undefined,
});

function unpack({ start, end, severity, code, message, more }: Packed, pages: string | undefined): LspDiagnostic {
  return {
    range: { start: positionIn(start), end: positionIn(end) },
    ...(severity !== undefined && { severity }),
    ...(code !== undefined && { code }),
    source: 'agentwright',
    message,
    ...(pages !== undefined && { codeDescription: { href: `${pages}${code}.md` } }),
    ...more,
  };
}
