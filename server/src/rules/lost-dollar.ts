// A variable in a shell block that was to have what a command prints, and whose `$(` lost its dollar.
import type { Document } from '../syntax/document';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { inShell, skillWith } from './samples';
import { few, shellBlocks, type ShellBlock } from './shell-blocks';
import { openIn } from './shell-reading';
import { runsProgram } from './shell-words';
import { defineRule, say, type Finding } from './rule';

const shown = (code: string): string => skillWith(inShell(code));

export default defineRule({
  id: 'lost-dollar',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('=('),
  roles: readsBody,
  summary: 'A command in brackets after `=`, without the `$` by which a shell runs it.',
  why:
    'Without its `$` the bracket begins a list, and what was to be a command is words in it: the variable holds the name of the ' +
    'program. A `|` among them is an error, and nothing runs at all.',
  source: 'The Bash Reference Manual 5.3, section 6.7; none in 18 public repositories, 30 November 2026.',
  examples: [
    { bad: shown('A=<|(|>git log | head -1)'), good: shown('A=$(git log | head -1)') },
    {
      bad: shown('  local a=<|(|>jq -r .b c.json)\n  echo "$a"'),
      good: shown('  local a=$(jq -r .b c.json)\n  echo "$a"'),
    },
    { bad: shown('a=<|(|>cat "$1")'), good: shown('a=$(cat "$1")') },
    { bad: shown('a=<|(|>b c 2>/dev/null || echo d)'), good: shown('a=$(b c 2>/dev/null || echo d)') },
    { bad: shown('a=<|(|>b-c d "$e")\n[ "$a" ]'), good: shown('a=$(b-c d "$e")\n[ "$a" ]') },
    { bad: shown('a=<|(|>b c)\na=$(d)'), good: shown('a=$(b c)\na=$(d)') },
    {
      bad: skillWith(
        '`a=(b | c)`\n\n' +
          inShell(
            'a=(git npm)\nfor b in "${a[@]}"; do c; done',
            'a=(git log)\n"${a[@]}" $a',
            'a=(git log)',
            'a=("b | c")',
            '# a=(b | c)',
            'a+=(git log)\necho $a',
            "cat <<'E'\na=(b | c)\nE",
            'a=(red | green)',
            'a=(red || green)',
            'a=(b-c d-e f-g)\necho "$a"',
            'a=(cat "$b")\n"${a[@]}"',
            'a=(cat dog)',
            'a=(b "$c")',
          ),
      ),
    },
  ],
  *check(document) {
    for (const block of shellBlocks(document)) yield* inBlock(document, block);
  },
});

function* inBlock({ uri }: Document, { start, code, margin }: ShellBlock): Iterable<Finding> {
  for (const { name, before, at: open } of few(lists(code))) {
    // What a quote or a here-document holds is no command.
    if (openIn(code.slice(0, before), margin).length > 0) continue;
    const at = start + open;
    yield {
      span: { start: at, end: at + 1 },
      message: say(
        'Without a `$` before it, this bracket begins a list and no command runs: `{0}` gets the words of the command.',
        name,
      ),
      fixes: () => [
        {
          title: say('Insert `{0}`', '$'),
          edits: [{ uri, span: { start: at, end: at }, text: '$' }],
          safe: false,
          preferred: true,
        },
      ],
    };
  }
}

interface List {
  /** The variable that holds it. */
  readonly name: string;
  /** Where its line begins. */
  readonly before: number;
  /** Where its bracket opens. */
  readonly at: number;
}

/** Those whose words are a command. */
function* lists(code: string): Iterable<List> {
  for (const { index, 1: head = '', 2: name = '', 3: words = '' } of code.matchAll(list)) {
    const isRun = prints.test(words) || goesOn.test(words) || (isCommand(words) && isText(code, name, words));
    if ((isRun || isFilled(code, name, words)) && !code.includes(`{${name}[`))
      yield { name, before: index, at: index + head.length };
  }
}

const list = /^([ \t]*(?:(?:export|local|readonly)[ \t]+)?([A-Za-z_]\w*)=)\(([^()\n]+)\)[ \t]*(?:#.*)?\r?$/gm;

/** Commands that are run for what they print. */
const prints =
  /^(?:git (?:rev-parse|describe|merge-base|branch --show-current|log|status|ls-files) |git branch --show-current$|date(?: \+|$)|mktemp(?: -|$)|(?:readlink|basename|dirname|realpath) ["$/<-]|(?:pwd|whoami|hostname|uname)(?: -|$)|(?:head|tail|grep|wc|sort|find|curl|jq) (?:\S+ )*-|(?:cat|echo|printf) .* \| |cat (?:"\$[\w{}]+"|\$\w+|[\w./-]+\.\w+)$|(?:az|aws|gh|gcloud|kubectl) [a-z-]+ .*(?:--query|--json|--format|--output|-o) )/;

/** Marks that no list can hold, with what a command has behind them. */
const goesOn =
  /^[a-z][\w.-]* .*(?: 2>(?:\/dev\/null|&1)| \|\| (?:true|echo\b.*|:)$| \| (?:jq|grep|head|tail|cut|awk|sed|tr|sort|wc|xargs) )/;

/** The words of a program that everybody knows, or of one by its name. */
const isCommand = (words: string): boolean =>
  (runsProgram(words) && !/^\S+[ \t]+(?:npm|npx|yarn|git|node|python3?|docker)\b/.test(words)) ||
  /^[a-z]+(?:[-_][a-z]+)+ (?:.* )?(?:--?[a-z]|"?\$)/.test(words);

/** Given elsewhere what a command prints. */
const isFilled = (code: string, name: string, words: string): boolean =>
  /^[a-z][\w-]* /.test(words) && new RegExp(String.raw`(?<!\w)${name}="?\$\(`).test(code);

/** Read as one text, or with a mark that no list can hold. */
const isText = (code: string, name: string, words: string): boolean =>
  words.includes(' | ') || new RegExp(String.raw`\$(?:${name}(?![\w[])|\{${name}\})`).test(code);
