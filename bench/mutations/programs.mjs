// Programs in code blocks, which lost one mark or whose statement begins with a misspelt word.
import { roles } from './matching.mjs';
import { inBlock, last } from './samples.mjs';

const python = /^py(?:thon)?$/;
const script = /^(?:js|javascript|ts|typescript)$/;
const any = new RegExp(`${python.source}|${script.source}`);

/** Of a line with no more of the kind, without a remark. */
const text = /^[^'"`#/\n]*(?:"[^"'`\\\n]+"|'[^"'`\\\n]+')(?=[)\],;]*$)/gm;
const call = /^[^'"`#/()\n]*\([^'"`#/()\n]*\)(?=[:;]?$)/gm;

const swapped = ({ 0: all, 1: margin }) => [
  margin.length,
  all.length,
  all[margin.length] + all[margin.length + 2] + all[margin.length + 1] + all.slice(margin.length + 3),
];

export default [
  { name: 'program: quote not closed', roles, apply: inBlock(any, text, last) },
  { name: 'program: bracket not closed', roles, apply: inBlock(any, call, last) },
  {
    name: 'Python in a code block: colon lost',
    roles,
    apply: inBlock(python, /^ *(?:def|class|for|while|with|if|elif|else|try|except)\b[^#\n]*:$/gm, last),
  },
  {
    name: 'Python in a code block: word misspelt',
    roles,
    apply: inBlock(python, /^( *)(?:import|from|return|class|def|raise)(?= \w)/gm, swapped),
  },
  {
    name: 'JavaScript in a code block: word misspelt',
    roles,
    apply: inBlock(script, /^( *)(?:import|export|const|return|function|class)(?= \w)/gm, swapped),
  },
];
