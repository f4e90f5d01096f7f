// One helper a feature that follows names across files: what it answers, as short texts.
import { strict as assert } from 'node:assert';
import { calledAt, callees, callers, type Call } from '../../server/src/features/calls';
import { usage } from '../../server/src/features/code-lens';
import { inlayHints } from '../../server/src/features/inlay-hints';
import { links } from '../../server/src/features/links';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols';
import type { Read } from '../../server/src/features/read';
import type { Place } from '../../server/src/features/users';
import { fixture, root, type Fixture } from './fixture';

export const short = (uri: string): string => uri.replace(`${root}/`, '');

export const readerOf =
  ({ workspace }: Fixture): Read =>
  uri =>
    workspace.document(uri);

/** `text → path`, and `#slug` where it leads to a heading. */
export function linksOf(source: string, native = false): string[] {
  const { workspace, document } = fixture(source);
  return links(workspace, document, native).map(
    ({ span, uri, slug }) =>
      `${document.text.slice(span.start, span.end)} → ${short(uri)}${slug === undefined ? '' : `#${slug}`}`,
  );
}

/** `kind name`, in the order of the answer. */
export const symbolsOf = (source: string | Fixture, query: string): string[] =>
  workspaceSymbols((typeof source === 'string' ? fixture(source) : source).workspace, query).map(
    ({ kind, name }) => `${kind} ${name}`,
  );

/** What the cursor is on, as the start of a call hierarchy. */
export function calledAtCursor(source: string): string | undefined {
  const { workspace, document, cursor } = fixture(source);
  const item = calledAt(workspace, document, cursor);
  return item && `${item.kind} ${item.name}`;
}

/** `kind name: text, text` of each caller. */
export function callersOf(source: string, path: string): string[] {
  const asked = fixture(source);
  const asOpen = callers(asked.workspace, `${root}/${path}`, readerOf(asked)).map(callText(asked));
  // Of closed files it is told without reading.
  asked.workspace.apply([...asked.files].map(([uri, text]) => ({ uri, text, open: false })));
  const asClosed = callers(asked.workspace, `${root}/${path}`, () => undefined).map(callText(asked));
  assert.deepEqual(asClosed, asOpen);
  return asOpen;
}

/** The same of each thing that it names. */
export function calleesOf(source: string, path: string): string[] {
  const asked = fixture(source);
  return callees(asked.workspace, `${root}/${path}`, readerOf(asked)).map(callText(asked));
}

const callText =
  ({ files }: Fixture) =>
  ({ item, uri, places }: Call): string =>
    `${item.kind} ${item.name}: ${places.map(place => textAt(files.get(uri)!, place)).join(', ')}`;

function textAt(text: string, place: Place): string {
  if ('start' in place) return text.slice(place.start, place.end);
  return text.split('\n')[place.line]!.slice(place.column, place.column + place.length);
}

/** The words above a file. */
export const lensOf = (source: string, path: string): string =>
  usage(fixture(source).workspace, `${root}/${path}`).title;

/** The lines of a file that have hints, each with them in brackets. */
export function hintedLines(source: string): string[] {
  const { workspace, document } = fixture(source);
  const { text } = document;
  const hints = inlayHints(workspace, document, { start: 0, end: text.length });
  let shown = text;
  for (const { offset, label } of [...hints].sort((a, b) => b.offset - a.offset))
    shown = `${shown.slice(0, offset)} [${label}]${shown.slice(offset)}`;
  return shown.split(/\r?\n/).filter((line, index) => line !== text.split(/\r?\n/)[index]);
}
