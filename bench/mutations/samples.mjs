// Samples of a shell and of YAML in code blocks, which lost one mark.
import { roles, withBody } from './matching.mjs';
import { broken } from './text.mjs';

const shell = /^(?:bash|sh|shell|zsh)$/;
const yaml = /^ya?ml$/;

/** Breaks one match of a pattern in a closed code block of a language. */
export const inBlock = (language, pattern, cut, suits = () => true) => withBody(({ text, body, pick }) => {
  const found = body.blocks
    .filter(block => block.close && language.test(block.info))
    .flatMap(block => [...text.slice(block.open.next, block.close.at).matchAll(pattern)].filter(suits).map(match => ({ match, at: block.open.next + match.index })));
  const place = pick(found);
  if (!place) return undefined;
  const [from, to, put] = cut(place.match, pick);
  return broken(text, place.at + from, place.at + to, put);
}); // prettier-ignore

/** A script or a remark may look like a key, and is the same to YAML without its mark. */
const isKey = ({ index, input }) => {
  const start = input.lastIndexOf('\n', index) + 1;
  if (/(?:^|\s)#/.test(input.slice(start, index))) return false;
  let margin = input.slice(start).search(/\S/);
  for (const line of input.slice(0, start).split('\n').reverse()) {
    const own = line.search(/\S/);
    if (own < 0 || own >= margin) continue;
    if (/: [|>][+-]?\d?\s*(?:#.*)?$/.test(line)) return false;
    margin = own;
  }
  return true;
};

export const last = ({ 0: all }) => [all.length - 1, all.length, ''];

const hereDocument = /<<\s*['"]?(\w+)['"]?[^]*?\n\1(?=\n)/g;

export default [
  { name: 'shell: quote not closed', roles, apply: inBlock(shell, /^[^'"#\n]*(?:"[^"'\n]*"|'[^"'\n]*')(?=\s*$)/gm, last) },
  { name: 'shell: `$(` not closed', roles, apply: inBlock(shell, /\$\([^()\n]*\)/g, last) },
  {
    name: 'shell: dollar lost before a bracket',
    roles,
    apply: inBlock(shell, /(?<=^[ \t]*(?:local )?\w+=)\$\((?=[^()\n]+\)\s*$)/gm, () => [0, 1, '']),
  },
  { name: 'shell: `${` not closed', roles, apply: inBlock(shell, /\$\{\w+\}/g, last) },
  {
    name: 'shell: end of a here-document indented or misspelt',
    roles,
    apply: inBlock(shell, hereDocument, ({ 0: all, 1: word }, pick) => [
      all.length - word.length,
      all.length,
      pick([`  ${word}`, `${word};`, word.toLowerCase()]),
    ]),
  },
  {
    name: 'shell: backslash lost between the lines of a command',
    roles,
    apply: inBlock(shell, / \\\n(?=[ \t]+-)/g, () => [0, 2, '']),
  },
  {
    name: 'shell: blank lost in a condition',
    roles,
    apply: inBlock(shell, /(?<=\b(?:if|elif|while) )\[\[? (?=-|["$])|(?<=[\w"]) \]\]?(?=; (?:then|do))/g, ({ 0: all }) => [all.indexOf(' '), all.indexOf(' ') + 1, '']),
  },
  {
    name: 'shell: blanks beside the `=` of a variable',
    roles,
    apply: inBlock(shell, /^[A-Z_]{3,}=(?=["$\w])/gm, ({ 0: all }, pick) => [all.length - 1, all.length, pick([' = ', '= ', ' ='])], ({ 0: all, input }) => input.includes(`$${all.slice(0, -1)}`)),
  },
  {
    name: 'shell: script run by a program of another language',
    roles,
    apply: inBlock(shell, /^[ \t]*(node|python3?|bash|sh) (?=[\w./$"{}-]+\.(?:m?js|cjs|py|sh)\b)/gm, ({ 0: all, 1: runner }, pick) => [all.length - 1 - runner.length, all.length - 1, pick(['node', 'python3', 'bash'].filter(each => each[0] !== runner[0] && !(runner === 'sh' && each === 'bash')))]),
  },
  { name: 'YAML in a code block: quote lost', roles, apply: inBlock(yaml, /^ *[\w-]+: "[^"\n]+"$/gm, last, isKey) },
  { name: 'YAML in a code block: bracket lost', roles, apply: inBlock(yaml, /: \[[^[\]\n]+\]$/gm, last, isKey) },
  { name: 'YAML in a code block: blank lost', roles, apply: inBlock(yaml, /^ *[\w-]+: (?=\w)/gm, last, isKey) },
  {
    name: 'YAML in a code block: key indented too far',
    roles,
    apply: inBlock(yaml, /(?<=^ *[\w-]+: \w.*\n)(?= *[\w-]+: \w)/gm, () => [0, 0, ' '], isKey),
  },
]; // prettier-ignore
