// Commands that hand a script to a program of another language: `node check.py`.
import type { Span } from '../syntax/span';

export interface RunnerSlip {
  /** The program that is named. */
  readonly span: Span;
  readonly runner: string;
  /** What the end of the script's name says it is. */
  readonly ending: string;
  readonly instead: string;
}

/** Programs that run scripts of these endings; what more they run is left out of account. */
const languages: readonly { readonly runner: string; readonly names: RegExp; readonly endings: RegExp }[] = [
  { runner: 'node', names: /^node$/, endings: /^(?:js|mjs|cjs)$/ },
  { runner: 'python3', names: /^python3?$/, endings: /^py$/ },
  { runner: 'bash', names: /^(?:ba|z)?sh$/, endings: /^(?:sh|bash)$/ },
  { runner: 'ruby', names: /^ruby$/, endings: /^rb$/ },
];

/** A program where a command may begin, its options, and one path, with quotes around all or around its first part. */
const command =
  /(?:^|[;&|(`"'\n]|\b(?:exec|then|do|else|sudo)[ \t])[ \t]*(?:[$>][ \t]+)?(node|python3?|(?:ba|z)?sh|ruby)(?:[ \t]+-(?!c\b|e\b|m\b)[a-zA-Z]+)*[ \t]+(?:\\?["'])?[\w$~./@:{}-]*(?:\\?["'][\w$~./@:{}-]+)?\.(js|mjs|cjs|py|sh|bash|rb)(?![\w.*-])/g;

/** Without which none is found; to look for it takes a fraction of the time. */
const script = /\.(?:js|mjs|cjs|py|sh|bash|rb)(?![\w.*-])/;

export function* runnerSlips(text: string): Iterable<RunnerSlip> {
  if (!script.test(text)) return;
  for (const { index, 0: all, 1: runner = '', 2: ending = '' } of text.matchAll(command)) {
    const named = languages.find(({ names }) => names.test(runner));
    const right = languages.find(({ endings }) => endings.test(ending));
    if (!named || !right || named === right) continue;
    // The name that other commands have for it.
    const own = right.runner === 'python3' && /\bpython[ \t]+[\w./-]+\.py\b/.test(text) ? 'python' : right.runner;
    const start = index + new RegExp(`${runner}[ \\t]`).exec(all)!.index;
    yield { span: { start, end: start + runner.length }, runner, ending, instead: own };
  }
}
