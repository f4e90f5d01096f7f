// Quotes and list items: which of the open ones a line belongs to, and which ones it opens.
import type { Line } from './line';
import { interruptingItem, isDigit, itemMark } from './marks';

/** An open quote or list item. */
interface Container {
  readonly is: 'quote' | 'bullet' | 'ordered';
  /** Columns from the surrounding text to the item's own. */
  readonly width: number;
  /** Nothing stands in the item yet: a blank line ends it. */
  empty: boolean;
}

/** The containers that are open, outermost first. */
export class Containers {
  readonly #open: Container[] = [];

  get depth(): number {
    return this.#open.length;
  }

  /** Takes the marks and indentation of the open containers off the line; gives how many of them go on. */
  enter(line: Line): number {
    const open = this.#open;
    for (let depth = 0; depth < open.length; depth++) {
      const container = open[depth]!;
      if (container.is === 'quote') {
        if (line.mark !== 62) return depth;
        line.takeMark(isBlank(line.text.charCodeAt(line.pos + 1)) ? 2 : 1);
      } else if (line.blank) {
        if (container.empty) return depth;
        line.takeColumns(line.baseIndent + container.width);
      } else {
        if (line.indent < line.baseIndent + container.width) return depth;
        line.takeColumns(line.baseIndent + container.width);
        container.empty = false;
      }
    }
    return open.length;
  }

  /** Closes all but the outermost `depth`. */
  close(depth: number): void {
    // Setting the length is slow even where it changes nothing, and this is asked for every line.
    if (depth < this.#open.length) this.#open.length = depth;
  }

  openQuote(line: Line): void {
    this.#open.push({ is: 'quote', width: 0, empty: false });
    line.takeMark(line.text.charCodeAt(line.pos + 1) === 32 ? 2 : 1);
  }

  /** Opens the list item whose marker ends at `after`. */
  openItem(line: Line, after: number): void {
    const is = isDigit(line.mark) ? 'ordered' : 'bullet';
    const column = line.itemColumn(after);
    const container: Container = { is, width: column - line.baseIndent, empty: false };
    line.takeColumns(column);
    container.empty = line.blank;
    this.#open.push(container);
  }

  /** More would only come by accident, and cost every later line its walk through all of them. */
  get full(): boolean {
    return this.#open.length >= 100;
  }

  get quoted(): boolean {
    return this.#open.some(container => container.is === 'quote');
  }

  /** Whether the line begins a list item and so ends a paragraph. */
  itemInterrupts(line: Line): boolean {
    const after = itemMark(line);
    if (after < 0) return false;
    const is = isDigit(line.mark) ? 'ordered' : 'bullet';
    return this.#open.some(container => container.is === is) || interruptingItem(line, after);
  }
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13;
