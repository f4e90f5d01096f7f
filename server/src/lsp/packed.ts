// Findings of closed files, each kept as one object: thousands are, and in the client's form each is four and more.
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver';

interface Packed {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly severity: LspDiagnostic['severity'];
  readonly code: LspDiagnostic['code'];
  readonly message: LspDiagnostic['message'];
  readonly tags: LspDiagnostic['tags'];
  readonly related: LspDiagnostic['relatedInformation'];
}

/** Takes diagnostics as `toDiagnostic` makes them, and gives them back so. */
export class PackedFindings {
  readonly id: string;
  readonly errors: number;
  readonly warnings: number;
  readonly found = undefined;
  readonly #packed: readonly Packed[];
  readonly #pages: string | undefined;

  constructor(
    items: readonly LspDiagnostic[],
    { id, errors, warnings }: Pick<PackedFindings, 'id' | 'errors' | 'warnings'>,
    pages: string | undefined,
  ) {
    this.id = id;
    this.errors = errors;
    this.warnings = warnings;
    this.#packed = items.map(pack);
    this.#pages = pages;
  }

  get items(): readonly LspDiagnostic[] {
    return this.#packed.map(each => unpack(each, this.#pages));
  }
}

const pack = ({ range: { start, end }, severity, code, message, tags, relatedInformation }: LspDiagnostic): Packed => ({
  line: start.line,
  character: start.character,
  endLine: end.line,
  endCharacter: end.character,
  severity,
  code,
  message,
  tags,
  related: relatedInformation,
});

function unpack(packed: Packed, pages: string | undefined): LspDiagnostic {
  const { line, character, endLine, endCharacter, severity, code, message, tags, related } = packed;
  return {
    range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
    ...(severity !== undefined && { severity }),
    ...(code !== undefined && { code }),
    source: 'agentwright',
    message,
    ...(pages !== undefined && { codeDescription: { href: `${pages}${code}.md` } }),
    ...(tags && { tags }),
    ...(related && { relatedInformation: related }),
  };
}
