// The output styles that Claude Code brings along.
import { choices } from '../shorthand';

/** Seen in what Claude Code 2.1.330 sends, 29 November 2026; letters in another case are another name. */
export const builtinStyles = choices({
  default: 'Claude Code as it is, without a style.',
  Default: 'Claude Code as it is, without a style.',
  Proactive: 'A style of Claude Code.',
  Concise: 'A style of Claude Code.',
  Explanatory: 'A style of Claude Code.',
  Learning: 'A style of Claude Code.',
});
