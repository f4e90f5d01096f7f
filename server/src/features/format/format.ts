// Front matter as people who like order write it. Every reader gets what it got before; what is right stays as it is.
import { applied } from '../../rules/edits';
import { inOrder, usualOrder } from '../../rules/key-order';
import { isPlain, type Plain } from '../../rules/key-pieces';
import { readAlike } from '../../rules/read-alike';
import type { Edit } from '../../rules/rule';
import type { Document } from '../../syntax/document';
import { parse } from '../../syntax/parse';
import type { Role } from '../../workspace/classify';
import type { Workspace } from '../../workspace/workspace';
import { difference } from '../../rules/difference';
import { spacing, type Change } from './spacing';
import { lists, oneLine, quotes } from './values';

/** `organize` brings keys in order even where the configuration keeps their order. */
export type Purpose = 'format' | 'organize';

const roles: ReadonlySet<Role> = new Set<Role>(['agent', 'skill', 'command', 'rule', 'output-style']);

/** What formats a file's front matter; empty where nothing is to do, or where not every reader would get the same. */
export function format(workspace: Workspace, document: Document, purpose: Purpose = 'format'): Edit[] {
  const text = formattedText(workspace, document, purpose);
  return text === document.text ? [] : [difference(document, text)];
}

/** A file's text with its front matter formatted. The body stays, byte for byte. */
export function formattedText(workspace: Workspace, document: Document, purpose: Purpose = 'format'): string {
  const { uri, text } = document;
  const { ignored, format: wanted } = workspace.config(uri);
  if (ignored || !roles.has(workspace.role(uri)) || !isPlain(document)) return text;
  const arrange = purpose === 'organize' || wanted.keyOrder !== 'keep';
  const steps = [
    ...(arrange ? [(each: Plain) => inUsualOrder(workspace, each)] : []),
    oneLine,
    spacing,
    quotes,
    (each: Plain) => lists(each, wanted.lists ?? 'keep'),
  ];
  let now: Plain | undefined = document;
  for (const step of steps) now = now && stepped(now, step);
  return now === undefined || now.text === text || !readAlike(text, now.text) ? text : now.text;
}

/** The document after some changes; undefined where they would make something else of it. */
function stepped(document: Plain, step: (document: Plain) => Iterable<Change>): Plain | undefined {
  const { uri, language, text } = document;
  const edits = [...step(document)].map(change => ({ uri, ...change }));
  if (edits.length === 0) return document;
  const after = parse(uri, language, applied(text, edits));
  return isPlain(after) ? after : undefined;
}

function* inUsualOrder(workspace: Workspace, document: Plain): Iterable<Change> {
  const schema = workspace.schema(document.uri);
  const change = schema && inOrder(document, usualOrder(schema));
  if (change) yield change;
}
