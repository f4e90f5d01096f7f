// A paragraph while its lines come in: it can turn out to be a heading, a table or a reference definition.
import { definitionEnd, restOfLine } from './destination';
import type { Line } from './line';
import { Source } from './source';
import { cellCount, hasPipe, isDelimiterRow } from './table';

/** A stretch of a source, and how much is to be subtracted from its offsets. */
export interface Stretch {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
  /** The offset in the whole text at which the source begins. */
  readonly at: number;
}

export class Paragraph {
  readonly from: number;
  /** Where its last line ends. */
  to: number;
  /** The ends of a table's lines without the delimiter row, in pairs; undefined while it is no table. */
  rows: number[] | undefined;
  readonly #source: Source;
  /** The end of its first line. */
  readonly #first: number;
  #lines = 1;
  #definition: boolean;
  #piped: boolean | undefined;
  /** Starts and ends of the quote marks before its later lines, in pairs. */
  readonly #marks: number[] = [];

  constructor(source: Source, line: Line) {
    this.from = line.pos;
    this.to = this.#first = line.end;
    this.#source = source;
    this.#definition = line.mark === 91;
  }

  /** Whether the line, which follows a paragraph without `|` in its first line, is the header of a table. */
  tableInterrupts(line: Line): boolean {
    const { text, base, end, next } = line;
    if (!mayDelimit(text, next)) return false;
    const nextEnd = lineEnd(text, next);
    if (!isDelimiterRow(text, next, nextEnd) || !hasPipe(text, base, end) || this.#startsPiped()) return false;
    return cellCount(text, base, end) === cellCount(text, next + base - line.start, nextEnd);
  }

  /** Adds a line. */
  add(line: Line): void {
    const { text, pos, end } = line;
    if (this.rows !== undefined) this.rows.push(pos, end);
    else if (this.#lines === 1 && this.#delimits(line)) this.rows = [this.from, this.#first];
    this.to = end;
    this.#lines++;
    if (line.base > line.start && text.slice(line.start, line.base).includes('>')) {
      this.#marks.push(line.start, line.base);
    }
  }

  /** Whether the lines so far are a reference definition that ended before `line`. */
  endsBefore(line: Line): boolean {
    if (!this.#definition) return false;
    const { source, from, to } = this.stretch(line);
    const end = definitionEnd(source.text, from, to);
    // A definition of many lines is an accident, and would be read again for each of them.
    if (end < 0 || this.#lines > 8) this.#definition = false;
    if (end <= 0) return false;
    const rest = restOfLine(source.text, end, to);
    return rest >= 0 && rest < to;
  }

  /** Whether all of it is a reference definition. */
  get isDefinition(): boolean {
    if (!this.#definition) return false;
    const { source, from, to } = this.stretch();
    const end = definitionEnd(source.text, from, to);
    return end > 0 && source.text.slice(end, to).trim() === '';
  }

  /** Its text, up to and with `line` if that is given; quote marks before later lines are blanked. */
  stretch(line?: Line): Stretch {
    const to = line?.end ?? this.to;
    const { text } = this.#source;
    const marks = line && line.base > line.start ? [...this.#marks, line.start, line.base] : this.#marks;
    if (marks.length === 0) return { source: this.#source, from: this.from, to, at: 0 };
    let blanked = '';
    let at = this.from;
    for (let i = 0; i < marks.length; i += 2) {
      blanked += text.slice(at, marks[i]) + ' '.repeat(marks[i + 1]! - marks[i]!);
      at = marks[i + 1]!;
    }
    blanked += text.slice(at, to);
    return { source: new Source(blanked), from: 0, to: blanked.length, at: this.from };
  }

  #startsPiped(): boolean {
    return (this.#piped ??= hasPipe(this.#source.text, this.from, this.#first));
  }

  #delimits({ text, pos, end }: Line): boolean {
    return (
      text.charCodeAt(pos) !== 62 &&
      isDelimiterRow(text, pos, end) &&
      this.#startsPiped() &&
      cellCount(text, this.from, this.#first) === cellCount(text, pos, end)
    );
  }
}

/** Whether the character can begin a delimiter row; most lines are refused here. */
function mayDelimit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 124 || code === 45 || code === 58 || code === 32 || code === 62 || code === 9;
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}
