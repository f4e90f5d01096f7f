// The Markdown body as a value: sections that are kept while their text stays, each with the spans of what it holds.
import type { Span } from './span';

/** The Markdown after the front matter, cut at every `#` heading of column 0 that stands outside all containers. */
export interface Body {
  readonly span: Span;
  readonly sections: readonly Section[];
}

/** One section where it now stands. Spans in `content` count from `start`, so that an edit above moves nothing. */
export interface Section {
  readonly start: number;
  readonly end: number;
  readonly content: SectionContent;
}

/** What a section holds. Kept, as the same object, from version to version while the section's text stays. */
export interface SectionContent {
  /** Length of the section's text. */
  readonly length: number;
  readonly headings: readonly Heading[];
  readonly fences: readonly Fence[];
  /** Inline code, in order. */
  readonly codes: readonly Code[];
  readonly links: readonly Link[];
  readonly tables: readonly Table[];
  /** HTML comments, `<!--` and `-->` included; an unclosed one ends with the section. */
  readonly comments: readonly Span[];
  /** What others have read in it, each at a place of its own: it goes with the section. */
  readonly notes: unknown[];
}

export interface Heading {
  readonly level: number;
  /** Its text, without marks. */
  readonly span: Span;
  /** The whole line. */
  readonly outer: Span;
}

export interface Fence {
  /** The info string after the opening marks, trimmed; empty where there is none. */
  readonly info: Span;
  /** The lines between the fences. */
  readonly span: Span;
  readonly outer: Span;
  readonly closed: boolean;
  /** Whether two backticks or tildes stand side by side within, as where another block is shown. */
  readonly holdsMarks: boolean;
}

export interface Code {
  /** Between the backticks. */
  readonly span: Span;
  readonly outer: Span;
}

export interface Link {
  readonly image: boolean;
  readonly text: Span;
  /** The destination, without angle brackets and title. */
  readonly target: Span;
  readonly outer: Span;
}

export interface Table {
  readonly outer: Span;
  readonly header: readonly Span[];
  /** Cells of each row after the delimiter row, trimmed. */
  readonly rows: readonly (readonly Span[])[];
}
