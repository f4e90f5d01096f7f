// A word that begins a statement of a program in a code block, misspelt; or a line of Python that lacks its colon.
import { lineAt } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Kind, Program } from './program-reading';

/** What stands where, what belongs there, and the word that begins the statement. */
export interface StatementSlip {
  readonly span: Span;
  readonly edit: Span;
  readonly instead: string;
  readonly word: string;
  readonly what: 'word' | 'colon';
}

const words: Readonly<Record<Kind, readonly string[]>> = {
  python: [
    'import',
    'from',
    'return',
    'class',
    'def',
    'raise',
    'assert',
    'async',
    'await',
    'with',
    'while',
    'elif',
    'except',
    'yield',
    'lambda',
    'global',
    'nonlocal',
    'else',
    'finally',
    'try',
    'pass',
    'break',
    'continue',
  ],
  script: [
    'import',
    'export',
    'const',
    'return',
    'function',
    'class',
    'async',
    'await',
    'throw',
    'interface',
    'while',
    'else',
    'finally',
    'catch',
    'break',
    'continue',
    'switch',
    'extends',
  ],
};

/** Words that are one of the language and stand before another word as well. */
const others: Readonly<Record<Kind, RegExp>> = {
  python: /^(?:if|for|in|is|not|and|or|as|del|match|case|type|print|exec|pip|None|True|False)$/,
  script:
    /^(?:let|var|new|if|for|do|try|case|default|delete|typeof|void|yield|type|enum|declare|abstract|namespace|module|readonly|public|private|protected|static|get|set|of|in|as|is|using|override|with|debugger|package)$/,
};

/** Where a statement begins with two words of which the first is nearly one of the language, or where a colon is missing. */
export function statementSlip(kind: Kind, { plain, starts }: Program): StatementSlip | undefined {
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

function wordSlip(statement: string, start: number, kind: Kind): StatementSlip | undefined {
  const found = /^[ \t]*([A-Za-z]{3,10})(?:[ \t]+[\w"'{*[(]|:[ \t]*$|[ \t]*$)/m.exec(statement);
  if (found?.index !== 0) return undefined;
  const [all, word = ''] = found;
  if (words[kind].includes(word) || others[kind].test(word)) return undefined;
  const meant = words[kind].find(each => isSlipOf(word, each));
  if (!meant || !isLike(meant, statement, all)) return undefined;
  const from = start + all.indexOf(word);
  const span = { start: from, end: from + word.length };
  return { span, edit: span, instead: meant, word, what: 'word' };
}

/** Whether the statement goes on as one with the word does: what else would begin so is a name with nothing behind it. */
function isLike(word: string, statement: string, head: string): boolean {
  const rest = statement.slice(head.search(/\w+[^\w]*.?$/)).replace(/^\w+/, '');
  switch (word) {
    case 'else':
    case 'try':
    case 'finally':
      return /^[ \t]*[:{]/.test(rest);
    case 'pass':
    case 'break':
    case 'continue':
      return false;
    default:
      return (
        /^[ \t]+[\w"'{*[(]/.test(rest) && !/^[ \t]+(?:in|is|and|or|not|if|for|as|instanceof|of|satisfies)\b/.test(rest)
      );
  }
}

/** Two letters exchanged, one left out within, or one struck twice: not an inflected form. */
function isSlipOf(word: string, meant: string): boolean {
  if (word.length === meant.length) {
    const at = [...word].findIndex((letter, index) => letter !== meant[index]);
    const exchanged = word.slice(0, at) + (word[at + 1] ?? '') + word[at]! + word.slice(at + 2);
    return exchanged === meant;
  }
  if (word.length === meant.length - 1)
    return [...meant].some((_, at) => meant.slice(0, at) + meant.slice(at + 1) === word);
  if (word.length !== meant.length + 1) return false;
  return [...word].some((letter, at) => letter === word[at + 1] && word.slice(0, at) + word.slice(at + 1) === meant);
}

/** The head of a block without its colon, above a line that stands deeper. */
function colonSlip(plain: string, statement: string, start: number, end: number): StatementSlip | undefined {
  const head = /^([ \t]*)((?:async[ \t]+)?(?:def|class|if|elif|else|for|while|try|except|finally|with))\b([^:]*)$/.exec(
    statement.trimEnd(),
  );
  if (!head) return undefined;
  const [all, margin = '', word = '', rest = ''] = head;
  if (/\n[ \t]*\S/.test(all.replace(/[([{][^]*[)\]}]/g, '')) || /\\$/m.test(rest)) return undefined;
  const below = lineAt(plain, end);
  const deeper = /^[ \t]*/.exec(plain.slice(below.start, below.end))![0];
  if (!isHead(word, rest) || deeper.length <= margin.length || plain.slice(below.start, below.end).trim() === '')
    return undefined;
  const at = start + all.length;
  return {
    span: { start: start + margin.length, end: at },
    edit: { start: at, end: at },
    instead: ':',
    word,
    what: 'colon',
  };
}

/** Words follow as they do in Python: `if the user asks` is prose. */
const isHead = (word: string, rest: string): boolean =>
  /^(?:else|try|finally)$/.test(word)
    ? rest.trim() === ''
    : /\bdef$/.test(word)
      ? /^[ \t]+\w+[ \t]*\([^]*\)/.test(rest)
      : word === 'class'
        ? /^[ \t]+\w+[ \t]*(?:\([^]*\))?$/.test(rest)
        : word === 'for'
          ? /^[ \t]+[\w,() \t]+[ \t]in[ \t]+[\w.]+(?:\(.*\)|\[.*\])?$/.test(rest)
          : /^[ \t]+(?:not[ \t]+)?[\w.]+(?:[([].*[)\]])?(?:[ \t]*(?:[=!<>]=?|as|in|is|and|or|not)[ \t]*["'\w.([].*)?$/.test(
              rest,
            );
