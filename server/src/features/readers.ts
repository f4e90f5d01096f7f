// What the tools besides Claude Code make of a file, in words: hover, page and terminal say the same.
import { render } from '../workspace/message';
import type { Loss, ReaderVerdict } from '../workspace/readers';
import type { VerdictState } from '../workspace/verdict';
import { bullets, code, literal, ours } from './markdown';

export const stateWords: Readonly<Record<VerdictState, string>> = {
  loads: 'loads',
  'loads-without': 'loads, but some of it is lost',
  'does-not-load': 'does not load',
};

/** A line for each reader, the reasons in it. */
export const readersText = (readers: readonly ReaderVerdict[]): string => bullets(readers.map(line));

/** The same of those alone that lose something of a file that Claude Code loads; empty where all agree. */
export function readersApart(readers: readonly ReaderVerdict[], claude: VerdictState): string {
  return claude === 'does-not-load' ? '' : readersText(readers.filter(({ state }) => state !== 'loads'));
}

/** The same as lines of one paragraph, for a hover that has a list above it. */
export const readersLines = (readers: readonly ReaderVerdict[]): string => readers.map(line).join('  \n');

function line({ reader, state, reasons }: ReaderVerdict): string {
  const why = reasons.map(words).join(' ');
  return `**${ours(reader)}**: ${stateWords[state]}${why === '' ? '' : `. ${why}`}`;
}

/** A reason as a sentence of Markdown. */
function words({ message, names = [], words: said }: Loss): string {
  const told = ours(render(message));
  if (said !== undefined) return `${told} ${literal(said, 160)}`;
  return names.length === 0 ? told : `${told} ${names.map(code).join(', ')}.`;
}
