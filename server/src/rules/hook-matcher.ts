// Matchers of hooks that fit nothing by their form: no regular expression, names that no `|` parts, a rule for permissions.
import { hookEvent } from '../dialects/claude/hook-events';
import type { Schema } from '../workspace/schema';
import { slips } from '../workspace/slips';
import { nearest } from './nearest';
import { say, type Message, type Severity } from './rule';

export interface MatcherComplaint {
  readonly message: Message;
  readonly severity?: Severity;
  readonly instead: readonly string[];
}

/** A matcher that is compared with names of tools. */
export function judgeMatcher(matcher: string, tools: Schema['tools']): MatcherComplaint | undefined {
  const [, tool, specifier = ''] = /^([A-Z]\w*)\(([^()]*)\)$/.exec(matcher) ?? [];
  if (tool !== undefined && tools.has(tool) && /[\s:*]/.test(specifier)) {
    const message = say(
      'A matcher is the name of a tool alone, so this one never fits; what is called stands under `if`.',
    );
    return { message, instead: [tool] };
  }
  const parts = matcher.split(/\s*[|,/&;+]+\s*|\s+(?:(?:or|and)\s+)?/).filter(part => part !== '');
  if (parts.length > 1 && parts.every(part => tools.has(part)) && !/^\w+(\s*[|,]\s*\w+)*$/.test(matcher)) {
    const isDouble = /^[\w|]+$/.test(matcher);
    const message = isDouble
      ? say('Between two names stands one `|`.')
      : say('Names of tools are parted by `|`, so this matcher fits none of them.');
    return { message, ...(isDouble && { severity: 'hint' as const }), instead: [parts.join('|')] };
  }
  // No tool has a dot before the end of its name, and files have.
  if (/^(?!mcp_|\.)[\w*/.-]*[\w*]\\?\.[a-z]{2,4}\$?$/.test(matcher)) {
    const message = say(
      'A matcher names tools, not files, so this hook never runs. Files stand under `if`, as in `{0}`.',
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

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

/** A matcher of an event that knows a few words alone, such as `startup`. */
export function judgeWord(event: string, name: string): MatcherComplaint | undefined {
  const words = wordsOf(event);
  if (words.length < 2 || words.includes(name)) return undefined;
  const meant = words.filter(
    word => slips(name.toLowerCase(), word) <= 2 || (name.length > 3 && word.startsWith(name.toLowerCase())),
  );
  return {
    message: say('`{0}` has no matcher `{1}`; it has {2}.', event, name, words.map(word => `\`${word}\``).join(', ')),
    ...(meant.length === 0 && { severity: 'information' as const }),
    instead: meant.length > 0 ? nearest(name, meant, 1).concat(meant).slice(0, 1) : words.slice(0, 5),
  };
}

/** The words that a matcher is compared with, where they are few and known. */
function wordsOf(event: string): readonly string[] {
  const compared = hookEvent(event)?.[2] ?? '';
  const words = compared.split(/, | or /);
  return words.every(word => /^[a-z_]+$/.test(word)) ? words : [];
}
