// What can be written at a place: keys and values of front matter, and the names that bodies call.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { completeBlank } from './complete-blank';
import { completeBody } from './complete-body';
import { completeKeys } from './complete-keys';
import { completeValues, opensBlock } from './complete-values';
import { spotAt, type Spot } from './spot';

export interface Completion {
  readonly label: string;
  readonly kind:
    'field' | 'value' | 'tool' | 'model' | 'skill' | 'agent' | 'command' | 'file' | 'folder' | 'server' | 'snippet';
  /** What it replaces; on one line. */
  readonly span: Span;
  readonly text: string;
  /** The same with tab stops, `\n` between lines; lines after the first are indented as the first one is. */
  readonly snippet?: string;
  readonly detail?: string;
  /** Markdown, made when it is looked at. */
  readonly documentation?: () => string;
  readonly sortText: string;
  /** What the typed text is compared with, where that is not the label. */
  readonly filter?: string;
  /** Whether there is more to offer right behind it. */
  readonly retrigger?: true;
}

export interface CompletionOptions {
  /** Whether the editor itself completes in this document. */
  readonly native: boolean;
  /** The character that the client asks for, without being told to by a person. */
  readonly typed?: string | undefined;
}

/** In the order in which they should be shown; an empty list where nothing is known. */
export function completion(
  workspace: Workspace,
  document: Document,
  offset: number,
  options: CompletionOptions = { native: false },
): Completion[] {
  const { body } = document;
  const { typed } = options;
  const schema = workspace.schema(document.uri);
  // What is offered where a fence was just typed would take the line break that is typed next.
  const whole = typed === undefined ? completeBlank(workspace, document, schema, offset) : [];
  if (body && offset >= body.span.start && !endsFrontMatter(document, offset)) {
    return [...whole, ...completeBody(workspace, document, offset, typed)];
  }
  const spot = schema && spotAt(document, offset);
  if (!spot) return whole;
  // The editor is asked too where nobody typed, or a colon; for any other character it is asked nothing, and leaves all to us.
  const native = options.native && (typed === undefined || typed === ':');
  const ask = { workspace, document, schema, spot, offset, native };
  const found = [...completeKeys(ask), ...(typed === ':' && opensBlock(ask) ? [] : completeValues(ask))];
  // What the editor offers is the usual: by its label alone, it would stand below all of ours. Below a key it takes the line
  // for one of the top, and writes the names of events without their colons.
  const behind = native && isTop(spot) ? found.map(each => ({ ...each, sortText: `~${each.sortText}` })) : found;
  return [...whole, ...behind];
}

/** Whether a key of the top, or its value, is being written. */
const isTop = ({ path, at, flow }: Spot): boolean => path.length === 0 || at === 'value' || (flow && path.length <= 2);

/** Front matter that is not closed yet goes on over the empty lines behind it. */
const endsFrontMatter = ({ text, frontMatter }: Document, offset: number): boolean =>
  frontMatter !== undefined && !frontMatter.close && text.slice(frontMatter.span.end, offset).trim() === '';
