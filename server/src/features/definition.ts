// Where a name is defined: an agent's or skill's file, a server's entry, the file that a path leads to, a heading.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { headingSpan } from '../workspace/headings';
import type { Server } from '../workspace/settled';
import type { Definition } from '../workspace/symbols';
import { join } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Read } from './read';
import { serverKeys } from './servers';
import { targetAt, type Target } from './target';

export interface Place {
  readonly uri: string;
  readonly span: Span;
}

export interface Defined {
  /** The name under the cursor. */
  readonly origin: Span;
  /** The one that is meant first. */
  readonly places: readonly Place[];
}

/** What the name at an offset means there. */
export function definition(workspace: Workspace, read: Read, document: Document, offset: number): Defined | undefined {
  const at = targetAt(workspace, document, offset);
  if (!at) return undefined;
  const places = placesOf(workspace, read, at.target);
  return places.length === 0 ? undefined : { origin: at.span, places };
}

/** Every definition of that name, the one that is meant first: a name may be defined in a project and for its user. */
export function declarations(
  workspace: Workspace,
  read: Read,
  document: Document,
  offset: number,
): Defined | undefined {
  const at = targetAt(workspace, document, offset);
  if (at?.target.is !== 'definition') return definition(workspace, read, document, offset);
  const { found, elsewhere } = workspace.resolve(at.symbol, document.uri);
  const all = new Map([at.target.definition, ...found, ...elsewhere].map(each => [each.uri, placeOf(each)]));
  return { origin: at.span, places: [...all.values()] };
}

function placesOf(workspace: Workspace, read: Read, target: Target): Place[] {
  switch (target.is) {
    case 'definition':
      return [placeOf(target.definition)];
    case 'file': {
      const found = [target.uri, join(target.uri, 'SKILL.md')].find(uri => workspace.paths.has(uri));
      return found === undefined ? [] : [{ uri: found, span: start }];
    }
    case 'heading': {
      const document = read(target.uri);
      return document ? [{ uri: target.uri, span: headingSpan(document, target.slug) ?? start }] : [];
    }
    case 'server':
      return serverPlaces(workspace, read, target.server);
    case 'word':
      return [];
    default:
      return target satisfies never;
  }
}

const start: Span = { start: 0, end: 0 };

const placeOf = ({ uri, span }: Definition): Place => ({ uri, span });

/** The keys that configure a server. */
const serverPlaces = (workspace: Workspace, read: Read, { name, files }: Server): Place[] =>
  files.flatMap(uri => {
    const document = read(uri);
    const key = document && serverKeys(workspace, document).find(({ text }) => text === name);
    return key ? [{ uri, span: key.span }] : [];
  });
