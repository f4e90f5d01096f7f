// Matchers of hooks that fit nothing by their form: no regular expression, names that no `|` parts, a rule for permissions.
import { hookEvents, matcherWords } from '../dialects/claude/hook-events';
import type { Schema } from '../workspace/schema';
import { slips } from '../workspace/slips';
import { nearest } from './nearest';
import { say, type Message, type Severity } from './rule';

export interface MatcherComplaint {
  readonly message: Message;
  readonly severity?: Severity;
  readonly instead: readonly string[];
  /** Whether what is put instead says less, so that something must be written elsewhere. */
  readonly isLess?: boolean;
}

/** A matcher that is compared with names of tools. */
export function judgeMatcher(matcher: string, tools: Schema['tools']): MatcherComplaint | undefined {
  const [, tool, specifier = ''] = /^([A-Z]\w*)\(([^()]*)\)$/.exec(matcher) ?? [];
  if (tool !== undefined && tools.has(tool) && /[\s:*]/.test(specifier)) {
    const message = say(
      'A matcher names tools and nothing else, so this one never matches; what the tool is called with belongs under `if`.',
    );
    return { message, instead: [tool] };
  }
  const parts = matcher.split(/\s*[|,/&;+]+\s*|\s+(?:(?:or|and)\s+)?/).filter(part => part !== '');
  if (parts.length > 1 && parts.every(part => tools.has(part)) && !/^\w+(\s*[|,]\s*\w+)*$/.test(matcher)) {
    const isDouble = /^[\w|]+$/.test(matcher);
    const message = isDouble
      ? say('Two names are separated by one `|`.')
      : say('Names of tools are separated by `|`, so this matcher matches none of them.');
    return { message, ...(isDouble && { severity: 'hint' as const }), instead: [parts.join('|')] };
  }
  // No tool has a dot before the end of its name, and files have.
  if (/^(?!mcp_|\.)[\w*/.-]*[\w*]\\?\.[a-z]{2,4}\$?$/.test(matcher)) {
    const message = say(
      'A matcher names tools, not files, so this hook never runs. Files belong under `if`, as in `{0}`.',
      `Edit(${matcher.replace(/^\.\*|[\\$]/g, '')})`,
    );
    return { message, instead: [] };
  }
  if (matcher === '*' || isPattern(matcher)) return undefined;
  const mended = [`${matcher})`, `${matcher}]`, matcher.replace(/^\*/, '.*'), matcher.replace(/[()[\]*+?]$/, '')];
  return {
    message: say('This is neither a list of names nor a regular expression, so the hook never runs.'),
    instead: [...new Set(mended)]
      .filter(each => each !== matcher && isPattern(each))
      .reverse()
      .slice(0, 2),
  };
}

/** A regular expression that was meant for the tools named in it, and fits none of them, or any tool. */
export function judgePattern(matcher: string, tools: Schema['tools']): MatcherComplaint | undefined {
  if (isListOfNames.test(matcher) || matcher.includes('\n') || !isPattern(matcher)) return undefined;
  const words = matcher.match(/[A-Za-z_]\w*/g) ?? [];
  const named = [...new Set(words.filter(word => tools.has(word)))];
  if (named.length === 0) return undefined;
  if (matcher.includes('\\|') && words.every(word => tools.has(word))) {
    return {
      message: say(
        'With a backslash before it, the `|` does not separate names, so the hook does not run for the tools beside it.',
      ),
      instead: [matcher.replaceAll('\\|', '|')],
    };
  }
  const fitting = fittedBy(matcher, tools);
  if (isCondition.test(matcher) && fitting !== 'some') return ofCondition(matcher, fitting, named);
  if (!words.every(word => tools.has(word))) return emptyChoice(matcher, fitting, tools);
  if (/^\[[\w\s"',|`]+\]$/.test(matcher))
    return {
      message: say(
        'Square brackets match any one of the letters in them, so this hook runs for nearly every tool. Write the names without them.',
      ),
      instead: [named.join('|')],
    };
  if (fitting === 'none' && !/[.*+?[\]{}]|\\\w/.test(matcher))
    return {
      message: say('With these marks around the names, the matcher matches no tool, so this hook never runs.'),
      instead: matcher.includes('!') ? [] : [named.join('|')],
    };
  return emptyChoice(matcher, fitting, tools);
}

const isCondition = /\btool(?:_name|Name)?\s*[=!]=|\btool_?[iI]nput\b/;

/** `tool == "Edit" && tool_input.file_path …`, as other programs ask. */
function ofCondition(matcher: string, fitting: Fitting, named: readonly string[]): MatcherComplaint {
  const isLess = /\btool_?[iI]nput\b/.test(matcher);
  return {
    message:
      fitting === 'all'
        ? say(
            'A matcher is not a condition but names of tools, separated by `|`; with this one the hook runs for every tool.',
          )
        : isLess
          ? say(
              'A matcher is not a condition but names of tools, so this hook never runs. Conditions on the input belong under `if`.',
            )
          : say('A matcher is not a condition but names of tools, separated by `|`, so this hook never runs.'),
    // Whoever leaves tools out wants the others.
    instead: /!=|!~|\bnot\b/.test(matcher) ? [] : [named.join('|')],
    isLess,
  };
}

/** Nothing between two bars, or a bar and the end, fits in every name. */
function emptyChoice(matcher: string, fitting: Fitting, tools: Schema['tools']): MatcherComplaint | undefined {
  const filled = matcher.replace(/(?<!\\)\|(?=\||$)|(?<=^)\|+/g, '');
  if (fitting !== 'all' || filled === matcher || fittedBy(filled, tools) === 'all') return undefined;
  return {
    message: say('A `|` with nothing on one side of it matches any name, so this hook runs for every tool.'),
    instead: [filled],
  };
}

type Fitting = 'all' | 'some' | 'none';

/** Which tools a pattern fits; a tool of a server stands for all of them. */
function fittedBy(pattern: string, tools: Schema['tools']): Fitting {
  const names = [...tools.keys(), 'mcp__a__b'];
  const count = isPattern(pattern) ? names.filter(name => new RegExp(pattern).test(name)).length : 0;
  return count === names.length ? 'all' : count > 0 ? 'some' : 'none';
}

/** What is compared with names as a whole, and is no regular expression. */
const isListOfNames = /^[\w\-, |]*$/;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

/** A matcher of an event that knows a few words alone, such as `startup`. */
export function judgeWord(event: string, name: string): MatcherComplaint | undefined {
  const words = matcherWords(event);
  if (words.length < 2 || words.includes(name)) return undefined;
  const meant = words.filter(
    word => slips(name.toLowerCase(), word) <= 2 || (name.length > 3 && word.startsWith(name.toLowerCase())),
  );
  const other = meant.length > 0 ? undefined : hookEvents.find(([each]) => matcherWords(each).includes(name))?.[0];
  if (other !== undefined) {
    return {
      message: say('`{0}` has no matcher `{1}`, so this hook never runs; `{1}` is one of `{2}`.', event, name, other),
      severity: 'information',
      instead: [],
    };
  }
  return {
    message: say('`{0}` has no matcher `{1}`; it has {2}.', event, name, words.map(word => `\`${word}\``).join(', ')),
    ...(meant.length === 0 && { severity: 'information' as const }),
    instead: meant.length > 0 ? nearest(name, meant, 1).concat(meant).slice(0, 1) : words.slice(0, 5),
  };
}
