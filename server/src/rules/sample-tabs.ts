// Tabs that indent a key or an item in YAML of a code block, which no reader of YAML takes.
import type { Span } from '../syntax/span';
import { readYaml } from '../syntax/yaml';

/** A tab, or several, and the blanks that belong in their place. */
export interface TabSlip {
  readonly span: Span;
  readonly instead: string;
}

const tabbed = /^\t+(?=- |["']?[\w.-]+["']?:(?:\s|$))/;

/** The tabs of a block that can be read once blanks stand in their places. */
export function tabSlips(text: string): readonly TabSlip[] {
  // What fills places in may leave anything there.
  if (!/(?:^|\n)\t/.test(text) || /\{\{|\{%|<%/.test(text)) return [];
  const lines = text.split('\n');
  const isAlone = lines.filter(line => tabbed.test(line)).length === 1;
  const unit = unitOf(lines);
  const found: TabSlip[] = [];
  const mended: string[] = [];
  let start = 0;
  for (const line of lines) {
    const tabs = tabbed.exec(line)?.[0].length ?? 0;
    const width = isAlone ? besides(lines, mended.length, unit) : tabs * unit;
    if (tabs > 0) found.push({ span: { start, end: start + tabs }, instead: ' '.repeat(width) });
    mended.push(tabs > 0 ? ' '.repeat(width) + line.slice(tabs) : line);
    start += line.length + 1;
  }
  const isCause = found.length > 0 && !isYaml(text) && isYaml(mended.join('\n'));
  return isCause ? found : [];
}

const isYaml = (text: string): boolean => readYaml(text).errors.length === 0;

const marginOf = (line = ''): number => /^ */.exec(line)![0].length;

/** How far a line stands further in than the one that it belongs to. */
const unitOf = (lines: readonly string[]): number =>
  lines
    .filter(line => line.trim() !== '')
    .map(marginOf)
    .find(width => width > 0) ?? 2;

/** Where a line belongs by those around it: with the next below a key that opens a map, else with the one above. */
function besides(lines: readonly string[], at: number, unit: number): number {
  const above = [...lines.slice(0, at)].reverse().find(line => line.trim() !== '');
  const below = lines.slice(at + 1).find(line => line.trim() !== '');
  if (above === undefined) return 0;
  const margin = marginOf(above) + (/^ *- (?=[\w-]+:)/.test(above) ? 2 : 0);
  if (!/:\s*$/.test(above)) return margin;
  return below !== undefined && marginOf(below) > margin ? marginOf(below) : margin + unit;
}
