// The engine's terms into LSP's: the only file that makes ranges of spans.
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type CreateFile,
  type Diagnostic as LspDiagnostic,
  type Position,
  type Range,
  type RenameFile,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Move, NameEdit } from '../features/moves';
import type { Spot } from '../features/trees';
import type { Place } from '../features/users';
import { Lines } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Diagnostic } from '../rules/lint';
import { isBelow } from '../workspace/uris';
import { render, type Edit, type Message, type Severity } from '../rules/rule';

/** Something that knows where lines begin: an open buffer's TextDocument, or `Lines` of a closed file's text. */
export interface Positions {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

export function positionsOf(text: string): Positions {
  const lines = new Lines(text);
  return {
    positionAt: offset => {
      const { line, column } = lines.at(offset);
      return { line, character: column };
    },
    offsetAt: ({ line, character }) => lines.offset(line, character),
  };
}

export const toRange = (positions: Positions, span: Span): Range => ({
  start: positions.positionAt(span.start),
  end: positions.positionAt(span.end),
});

/** The edits of one open file's text, without those of whole files. */
export const toTextEdits = (positions: Positions, edits: readonly Edit[]): TextEdit[] =>
  edits.flatMap(edit => ('span' in edit ? [{ range: toRange(positions, edit.span), newText: edit.text }] : []));

/** A place as the workspace keeps it for closed files too. */
export const spotRange = ({ line, column, length }: Spot): Range => ({
  start: { line, character: column },
  end: { line, character: column + length },
});

/** A place that is a span in a text is told by lines only when that text is looked at. */
export function placeRange(place: Place, positions: () => Positions | undefined): Range | undefined {
  if ('line' in place) return spotRange(place);
  const known = positions();
  return known && toRange(known, place);
}

export const toSpan = (positions: Positions, range: Range): Span => ({
  start: positions.offsetAt(range.start),
  end: positions.offsetAt(range.end),
});

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unused: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** `place` gives the ranges of other files; without it related places are left out. `pages` is where a rule's page lies, by
 * its id, with a slash at the end. */
/** For what clients show as it is: names stand in quotation marks there. */
export const asText = (message: Message): string => render(message).replace(/`([^`]+)`/g, '“$1”');

export function toDiagnostic(
  found: Diagnostic,
  positions: Positions,
  place?: (uri: string, span: Span) => Range | undefined,
  pages?: string,
): LspDiagnostic {
  const related = (found.related ?? []).flatMap(({ uri, span, message }) => {
    const range = place?.(uri, span);
    return range ? [{ location: { uri, range }, message: render(message) }] : [];
  });
  // Key by key, since what others are spread into is laid out by itself, and thousands are kept.
  const diagnostic: LspDiagnostic = {
    range: toRange(positions, found.span),
    severity: severities[found.severity],
    code: found.rule.id,
    source: 'agentwright',
    message: render(found.message),
  };
  if (pages !== undefined) diagnostic.codeDescription = { href: `${pages}${found.rule.id}.md` };
  if (found.tag !== undefined) diagnostic.tags = [tags[found.tag]];
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

/** What the client can do with an edit. */
export interface EditAbilities {
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly renamesFiles: boolean;
  readonly changeAnnotations: boolean;
}

/** What people are asked about before it is done. */
const check = 'check';
const annotations: Readonly<Record<string, ChangeAnnotation>> = {
  [check]: { label: 'Words that may mean something else', needsConfirmation: true },
};

/** The edit in the client's form; undefined where it needs what the client cannot do. `versionOf` is null for closed files.
 * Files move before the texts change: what is changed there can then be saved, and one undo takes all of it back. */
export function toWorkspaceEdit(
  edits: readonly (Edit | NameEdit)[],
  positionsFor: (uri: string) => Positions | undefined,
  versionOf: (uri: string) => number | null,
  abilities: EditAbilities,
  moves: readonly Move[] = [],
): WorkspaceEdit | undefined {
  const asks = abilities.documentChanges && abilities.changeAnnotations;
  const isAsked = (edit: Edit | NameEdit): boolean => asks && 'sure' in edit && !edit.sure;
  const texts = new Map<string, (TextEdit | AnnotatedTextEdit)[]>();
  const created: (CreateFile | TextDocumentEdit)[] = [];
  const renamed = moves.map(({ from, to }): RenameFile => ({ kind: 'rename', oldUri: from, newUri: to }));
  for (const edit of edits) {
    if ('create' in edit) {
      const insert: TextEdit = {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        newText: edit.create,
      };
      created.push({ kind: 'create', uri: edit.uri, options: { ignoreIfExists: true } });
      created.push({ textDocument: { uri: edit.uri, version: null }, edits: [insert] });
      continue;
    }
    if ('moveTo' in edit) {
      renamed.push({ kind: 'rename', oldUri: edit.uri, newUri: edit.moveTo });
      continue;
    }
    const positions = positionsFor(edit.uri);
    if (!positions) return undefined;
    const known = texts.get(edit.uri) ?? [];
    const change = { range: toRange(positions, edit.span), newText: edit.text };
    known.push(isAsked(edit) ? { ...change, annotationId: check } : change);
    texts.set(edit.uri, known);
  }
  if (created.length > 0 && !(abilities.createFiles && abilities.documentChanges)) return undefined;
  if (renamed.length > 0 && !(abilities.renamesFiles && abilities.documentChanges)) return undefined;
  if (!abilities.documentChanges) return { changes: Object.fromEntries(texts) };
  const changes = [...texts].map(([uri, list]) => {
    const move = moves.find(({ from }) => isBelow(uri, from));
    const textDocument = move
      ? { uri: move.to + uri.slice(move.from.length), version: null }
      : { uri, version: versionOf(uri) };
    return { textDocument, edits: list };
  });
  return {
    documentChanges: [...created, ...renamed, ...changes],
    ...(edits.some(isAsked) && { changeAnnotations: { ...annotations } }),
  };
}
