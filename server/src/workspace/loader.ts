// What Claude Code 2.1.330 reads of a file's front matter: as a whole, strictly, and once more with its own quoting.
// Seen on 2,108 real files and 495 broken ones.
import type { Data } from '../syntax/data';
import { withoutAnchor } from '../syntax/entries';
import { readYaml } from '../syntax/yaml';

export interface ClaudeReading {
  /** `none`: it sees no front matter; `broken`: it could not be read even after quoting. */
  readonly state: 'read' | 'none' | 'broken';
  readonly data: Data | undefined;
  /** Whether the second reading was needed: strict loaders lose the front matter. */
  readonly quoted: boolean;
  /** Where the front matter ends for Claude Code: at the next three hyphens, wherever they stand. */
  readonly end: number;
}

/** Reads a Markdown file's text as Claude Code does. */
export function readAsClaude(text: string): ClaudeReading {
  const open = /^\uFEFF?---[^\S\n]*\n/.exec(text);
  const start = open?.[0].length ?? 0;
  const end = open ? text.indexOf('---', start) : -1;
  if (!open || end < 0) return { state: 'none', data: undefined, quoted: false, end: 0 };
  const block = text.slice(start, end);
  const strict = readBlock(block);
  if (strict) return { state: 'read', data: strict.data, quoted: false, end };
  const lenient = readBlock(quoteValues(block));
  if (lenient) return { state: 'read', data: lenient.data, quoted: true, end };
  return { state: 'broken', data: undefined, quoted: true, end };
}

/** Strict YAML, save that keys may stand twice and a plain value may begin with a comma. */
function readBlock(block: string): { data: Data | undefined } | undefined {
  const reading = readYaml(block, false);
  const errors = reading.errors.filter(
    error => !(error.code === 'BAD_SCALAR_START' && block[error.span.start] === ','),
  );
  const resolved = withoutAnchor(reading.aliases, block).length === 0;
  return errors.length === 0 && resolved ? { data: reading.data } : undefined;
}

/** Puts the values of suspicious top-level lines in double quotes; nested lines and list items are never touched. */
function quoteValues(block: string): string {
  return block
    .split('\n')
    .map(line => {
      const spaced = line.replace(/^\t+/, tabs => '  '.repeat(tabs.length));
      const match = /^([A-Za-z_-]+):(\s+)(.+)$/.exec(spaced);
      if (!match || spaced.endsWith('\r')) return spaced;
      const [, key, gap, value] = match as unknown as [string, string, string, string];
      return needsQuotes(value) ? `${key}:${gap}"${value.replace(/[\\"]/g, '\\$&')}"` : spaced;
    })
    .join('\n');
}

function needsQuotes(value: string): boolean {
  const first = value[0];
  if ((first === '"' || first === "'") && value.length > 1 && value.endsWith(first)) return false;
  if (/^\[.*\]$/.test(value) && readYaml(value).errors.length === 0) return false;
  return /[{}[\]*&#!|>%@`]|: /.test(value);
}

/** Whether Claude Code reads the same of two texts. */
export function readsTheSame(a: string, b: string): boolean {
  const [one, other] = [readAsClaude(a), readAsClaude(b)];
  return one.state === other.state && one.quoted === other.quoted && sameData(one.data, other.data);
}

/** Whether two trees say the same, however they are written. */
export function sameData(a: Data | undefined, b: Data | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.is === 'scalar') return b.is === 'scalar' && a.value === b.value;
  if (a.is === 'list') {
    if (b.is !== 'list' || a.items.length !== b.items.length) return false;
    return a.items.every(({ value }, index) => sameData(value, b.items[index]?.value));
  }
  if (b.is !== 'map' || a.entries.length !== b.entries.length) return false;
  return a.entries.every(({ key, value }, index) => {
    const other = b.entries[index];
    return key.text === other?.key.text && sameData(value, other.value);
  });
}
