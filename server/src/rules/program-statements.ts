// A word that begins a statement of a program in a code block, misspelt; or a line of Python that lacks its colon.
import type { Kind, Program, Slip } from './program-reading';
import { exchanged } from './slip';

export interface StatementSlip extends Slip {
  readonly word: string;
  readonly what: 'word' | 'colon' | 'name';
}

const words: Readonly<Record<'python' | 'script', readonly string[]>> = {
  python: [
    'import', 'from', 'return', 'class', 'def', 'raise', 'assert', 'async', 'await', 'with', 'while', 'elif', 'except',
    'yield', 'lambda', 'global', 'nonlocal', 'else', 'finally', 'try',
  ],
  script: [
    'import', 'export', 'const', 'return', 'function', 'class', 'async', 'await', 'throw', 'interface', 'while', 'else',
    'finally', 'catch', 'switch', 'extends',
  ],
}; // prettier-ignore

/** What a slip makes of a word: two letters exchanged, one left out, or one struck twice. An inflected form is none. */
const slipsOf = (word: string): string[] => [
  ...exchanged(word),
  ...[...word].flatMap((letter, at) => [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
  ]),
];

/** The words by their slips; the first one where two have the same. */
const meantBy = (all: readonly string[]): ReadonlyMap<string, string> =>
  new Map(all.flatMap(word => slipsOf(word).map(slip => [slip, word] as const)).reverse());

const meant = { python: meantBy(words.python), script: meantBy(words.script) };

/** Words that are one of the language and stand before another word as well. */
const others: Readonly<Record<'python' | 'script', RegExp>> = {
  python: /^(?:if|for|in|is|not|and|or|as|del|match|case|type|print|exec|pip|None|True|False)$/,
  script:
    /^(?:let|var|new|if|for|do|try|case|default|delete|typeof|void|yield|type|enum|declare|abstract|namespace|module|readonly|public|private|protected|static|get|set|of|in|as|is|using|override|with|debugger|package)$/,
};

/** Where a statement begins with two words of which the first is nearly one of the language, or where a colon is missing. */
export function statementSlip(kind: Kind, { plain, starts }: Program): StatementSlip | undefined {
  if (kind === 'braces') return undefined;
  const slips = starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? plain.length;
    const statement = plain.slice(start, end);
    return (
      wordSlip(statement, start, kind) ?? (kind === 'python' ? (colonSlip(plain, statement, start, end) ?? []) : [])
    );
  });
  const [slip, another] = slips;
  return another ? undefined : slip;
}

function wordSlip(statement: string, start: number, kind: 'python' | 'script'): StatementSlip | undefined {
  const found = /^([ \t]*)([A-Za-z]{3,10})([^\n]*)/.exec(statement);
  if (!found) return undefined;
  const [, margin = '', word = '', rest = ''] = found;
  if (words[kind].includes(word) || others[kind].test(word)) return undefined;
  const instead = meant[kind].get(word);
  if (instead === undefined || !goesOn(instead, rest.trimEnd())) return undefined;
  const from = start + margin.length;
  const span = { start: from, end: from + word.length };
  return { span, edits: [span], instead, word, what: 'word' };
}

/** Whether what stands behind a word can stand there behind this one alone, and not behind a name. */
function goesOn(word: string, rest: string): boolean {
  switch (word) {
    case 'else':
    case 'try':
    case 'finally':
      return /^[ \t]*[:{]$/.test(rest);
    case 'while':
    case 'catch':
    case 'switch':
      return /^[ \t]*(?:\(.*\)[ \t]*\{|[ \t]\w.*:)$/.test(rest);
    case 'import':
    case 'export':
      return /^[ \t]+(?:\w|["'{]|\*[ \t])/.test(rest);
    default:
      return /^[ \t]+(?:["'\w]|[[{].*[}\]][ \t]*=)/.test(rest) && !operators.test(rest);
  }
}

const operators = /^[ \t]+(?:in|is|and|or|not|if|for|as|instanceof|of|satisfies)\b/;

/** The head of a block without its colon, above a line that stands deeper. */
function colonSlip(plain: string, statement: string, start: number, end: number): StatementSlip | undefined {
  const head = beginsHead.test(statement) ? heads.exec(withoutBrackets(statement.trimEnd())) : null;
  if (!head) return undefined;
  const [all, margin = '', word = '', rest = ''] = head;
  const deeper = /^(?:[ \t]*\r?\n)*([ \t]*)\S/.exec(plain.slice(end))?.[1] ?? '';
  if (!isHead(word, rest) || deeper.length <= margin.length) return undefined;
  const at = start + all.length;
  return {
    span: { start: start + margin.length, end: at },
    edits: [{ start: at, end: at }],
    instead: ':',
    word,
    what: 'colon',
  };
}

const beginsHead = /^[ \t]*(?:async|def|class|if|elif|else|for|while|try|except|finally|with)\b/;
const heads =
  /^([ \t]*)((?:async[ \t]+)?(?:def|class|if|elif|else|for|while|try|except|finally|with))\b((?:[^:\n\\]|\\\r?\n)*)$/;

/** As long as the text; what stands in brackets is `_`. */
function withoutBrackets(text: string): string {
  let depth = 0;
  return text.replace(/[^]/g, mark => {
    if (/[)\]}]/.test(mark)) depth--;
    const shown = depth > 0 ? '_' : mark;
    if (/[([{]/.test(mark)) depth++;
    return shown;
  });
}

/** What follows is Python: `if the user asks` is prose. */
function isHead(word: string, rest: string): boolean {
  if (/^(?:else|try|finally)$/.test(word)) return rest.trim() === '';
  if (/\bdef$/.test(word)) return /^[ \t]+\w+[ \t]*\(_*\)[ \t]*(?:->|$)/.test(rest);
  if (/[$?;]/.test(rest)) return false;
  const signs = rest.replace(/\b(?:and|or|not|in|is|as|if|else|for|lambda|await)\b/g, '+');
  return (
    /^(?:[ \t]+\S|[ \t]*\(|$)/.test(rest) && (rest !== '' || word === 'except') && !/[\w)\]"'}][ \t]+["'\w]/.test(signs)
  );
}
