// The only coordinate system below the hosts: half-open ranges of UTF-16 offsets.

/** A half-open range of UTF-16 offsets into one text. Spans of scalars exclude their quotes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the offset lies in the span or touches one of its ends. */
export const covers = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** Whether two spans share a character or touch. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** Whether one span lies within another. */
export const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Tells of offsets, each no smaller than the last, whether one of the spans holds them. */
export function inOneOf(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  return offset => {
    while (next < sorted.length && sorted[next]!.end <= offset) next++;
    return next < sorted.length && sorted[next]!.start <= offset;
  };
}

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** The same span, `by` characters further on. */
export const shift = (span: Span, by: number): Span =>
  by === 0 ? span : { start: span.start + by, end: span.end + by };
