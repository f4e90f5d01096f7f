// text → Document: a file's text and everything that can be known from that text alone.
import type { Body } from './body';
import type { Data } from './data';
import type { EntryPart } from './entries';
import type { Problem } from './problem';
import type { Span } from './span';

/** How a file is written; the host or the workspace decides from its path. */
export type Language = 'markdown' | 'json' | 'yaml';

/** Immutable; replaced on each change; made for any text whatever, never failing. */
export interface Document {
  readonly uri: string;
  readonly language: Language;
  readonly text: string;
  /** Markdown only: where the front matter is. */
  readonly frontMatter: FrontMatter | undefined;
  /** The front matter's map, or the whole of a JSON or YAML file. Entries are kept while their text stays. */
  readonly data: Data | undefined;
  /** Markdown only: the front matter cut at its top-level entries; what is computed of one can be kept with its content. */
  readonly parts: readonly EntryPart[];
  /** Markdown only. */
  readonly body: Body | undefined;
  readonly problems: readonly Problem[];
}

/** The block between the fences of a Markdown file. */
export interface FrontMatter {
  /** From the first `-` of the opening fence to the end of the closing one, line break excluded. */
  readonly outer: Span;
  /** The lines between the fences: from after the opening fence's line break to the start of the closing fence. */
  readonly span: Span;
  /** The opening fence's line, line break excluded. */
  readonly open: Span;
  /** The closing fence's line; undefined where it is missing. */
  readonly close: Span | undefined;
  /** The word after the opening fence: empty for plain YAML, `js` in `---js`. */
  readonly language: string;
}
