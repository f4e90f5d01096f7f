// The form of permission rules, `Tool` or `Tool(what)`: slips in its brackets, quotes and the `:*` at its end.
import { ofPattern } from './permission-pattern';
import { say, type Message } from './rule';

export interface Complaint {
  readonly message: Message;
  readonly severity?: 'information';
  /** What was meant, the best first. */
  readonly instead?: readonly string[];
  /** The rules that one text holds. */
  readonly parts?: readonly string[];
}

/** A command of a program that everybody knows. */
export const program =
  /^(?:git|gh|npm|npx|pnpm|yarn|bun|node|python3?|pip3?|uv|cargo|go|make|docker|kubectl|ls|cat|rm|cp|mv|mkdir|curl|wget|sed|awk|find|chmod|cd|grep|rg|jq|xargs|head|tail|touch)(?:[ *][^()"'`]*)?(?::\*)?$/;

/** Tools of which a rule says more than the name. */
const specified = 'Bash|PowerShell|Read|Edit|Write|NotebookEdit|WebFetch|Skill|Agent|Task|Glob|Grep';

/** A rule whose brackets are of another kind, lost, too many or not the last thing in it. */
export function judgeForm(rule: string): Complaint | undefined {
  const trimmed = rule.trim();
  if (trimmed !== rule && isWhole(trimmed))
    return { message: say('There is a space before or after the rule; Claude Code skips it.'), instead: [trimmed] };
  const [, tool, mark = '', rest] = new RegExp(`^(${specified})( ?[[{<（:(]| +|)(.*)$`, 's').exec(trimmed) ?? [];
  if (tool === undefined || rest === undefined || rest === '') return undefined;
  const doubled = mark === '(' && new RegExp(`^(${tool}\\([^()]*\\))\\)$`).exec(rest)?.[1];
  if (doubled) return { message: say('The rule is written inside itself, so it matches nothing.'), instead: [doubled] };
  const bare = rest.replace(/[\]}>）)]$/, '');
  const message = say(
    'What a rule applies to is written in parentheses right after the tool, as in `{0}`.',
    `${tool}(…)`,
  );
  if (/^[ :[{<（(]+$/.test(mark) && /^\*\W?$/.test(rest) && mark !== '(')
    return {
      message: say('For all uses of a tool write its name alone; this names no tool, and Claude Code skips it.'),
      instead: [tool],
    };
  if (mark === ' (' && /^(?:read[- ]?only|ro|optional|required|if needed|limited|restricted)\)$/i.test(rest))
    return {
      message: say('This note is taken for what the rule applies to, so the rule matches nothing.'),
      // A whole shell is more than a note can have meant.
      instead: /^(?:Bash|PowerShell)$/.test(tool) ? [] : [tool],
    };
  if (/[[{<（:]/.test(mark)) return { message, instead: [`${tool}(${bare})`] };
  if (mark === ' (' && rest.endsWith(')')) return { message, instead: [`${tool}(${rest}`] };
  if (mark === '(' && /^\([^()]*\)$/.test(rest)) return { message, instead: [`${tool}${rest}`] };
  if (mark === '(') return afterBracket(trimmed);
  const isLost = mark === '' ? /^[a-z./*~].*[^(]\)$/s.test(rest) && !rest.includes('(') : /^[a-z./*~"]/.test(rest);
  return isLost ? { message, instead: [`${tool}(${bare})`] } : undefined;
}

const isWhole = (rule: string): boolean => /^\w+(\([^()]*\))?$/.test(rule);

/** What stands behind the closing bracket: one bracket too many, other words, another rule. */
function afterBracket(rule: string): Complaint | undefined {
  if (/["'\\`]/.test(rule)) return undefined;
  let depth = 0;
  for (let at = 0; at < rule.length; at++) {
    if (rule[at] === '(') depth++;
    if (rule[at] !== ')' || --depth > 0) continue;
    const rest = rule.slice(at + 1);
    if (rest === '') return undefined;
    const message = say('A rule ends with its closing bracket; Claude Code skips this one.');
    const first = rule.slice(0, at + 1);
    const end = /^ ?:? ?\*$/.exec(rest)?.[0];
    if (end !== undefined && !first.endsWith('*)'))
      return { message, instead: [`${first.slice(0, -1).replace(/:$/, '')}:*)`] };
    const next = /^\s*[,;]?\s*([A-Z]\w*(?:\([^()]*\))?)$/.exec(rest)?.[1];
    return next === undefined ? { message, instead: [first] } : { message, parts: [first, next] };
  }
  return undefined;
}

/** `Read, Edit` in one rule; `isTool` tells of a name whether there is such a tool. */
export function severalRules(rule: string, isTool: (name: string) => boolean): Complaint | undefined {
  const rules = rule.split(/\s*[,;]\s*(?![^()]*\))/).map(each => each.replace(/^(\w+):\*$/, '$1'));
  const areRules = rules.every(each => {
    const [, name] = /^(\w+)(?:\([^()]+\))?$/.exec(each) ?? [];
    return name !== undefined && (isTool(name) || name.startsWith('mcp__'));
  });
  if (rules.length < 2 || !areRules) return undefined;
  return { message: say('These are several rules in one text; Claude Code skips them.'), parts: rules };
}

/** `npm run a:*, npm run b:*` in one rule, or commands of programs that everybody knows. */
export function severalCommands(specifier: string): Complaint | undefined {
  const commands = specifier.split(/\s*[,|]\s*/);
  const isEach = commands.every(each => /^[\w./-][^:*,|]*:\*$/.test(each));
  const isKnown = !specifier.includes('|') && commands.every(each => program.test(each));
  if (commands.length < 2 || (!isEach && !isKnown)) return undefined;
  return {
    message: say('A rule is for one command, so this one matches none of these.'),
    parts: commands.map(each => `Bash(${each})`),
  };
}

/** What stands in the brackets of `Bash(…)`. */
export function judgeCommand(tool: string, specifier: string): Complaint | undefined {
  const ofExpression = ofPattern(tool, specifier);
  if (ofExpression) return ofExpression;
  const rule = (by: string): string => `${tool}(${by})`;
  const [, quoted] = /^(?:"([^"]+)"|'([^']+)')$/.exec(specifier)?.filter(Boolean) ?? [];
  if (quoted !== undefined)
    return {
      message: say('The quotes count as part of the command, so the rule matches nothing.'),
      instead: [rule(quoted)],
    };
  const [, before] = /^(.*[\w/.-])(?: ?\*:|:\s+\*|\s+:\*|::+\*|:|：\s*\*?|;\*)$/s.exec(specifier) ?? [];
  if (before !== undefined && !/:/.test(before))
    return {
      message: say('A command with any arguments is written with `:*` at the end, as in `{0}`.', rule(`${before}:*`)),
      instead: [rule(`${before}:*`)],
    };
  if (/^[^"']*:\* [^"']*[^*\s]$/.test(specifier))
    return {
      message: say('`:*` stands for anything only at the end of a rule; before other words write ` *`.'),
      instead: [rule(specifier.replace(/:\* /, ' * ')), rule(`${specifier.replace(/:\* /, ' ')}:*`)],
    };
  return undefined;
}

export function judgeDomain(specifier: string): Complaint | undefined {
  if (/^domain:[^/\s]+$/.test(specifier) || specifier === '*') return undefined;
  const bare = specifier.replace(/^domain\s*[:=]\s*/i, '').trim();
  const host = /^\w+:\/\/([^/:]+)/.exec(bare)?.[1] ?? /^((?:\*\.)?[\w.-]+\.\w+)(?:\/.*)?$/.exec(bare)?.[1];
  return {
    message: say('`WebFetch` takes `domain:` and a host; Claude Code skips this rule.'),
    instead: host === undefined ? [] : [`WebFetch(domain:${host})`],
  };
}

/** A slip in a list of rules as it is written, where a rule cannot be told from the next: what stands there, and what was meant. */
export interface FormSlip extends Complaint {
  readonly start: number;
  readonly end: number;
}

/** The slips in rules that stand one behind the other in one text. */
export function slipsIn(written: string): FormSlip[] {
  const found: FormSlip[] = [];
  const rule = new RegExp(
    `\\b(?:${specified})(?:\\(\\(?[^()\\n]*\\)+|<[^<>\\n]*>| ?[[{（][^\\]})）\\n]*[\\]})）]| \\([^()\\n]*\\)|[a-z][^(),\\n]*\\))`,
    'g',
  );
  for (const { index, 0: text } of written.matchAll(rule)) {
    const complaint = judgeListed(text);
    if (complaint) found.push({ start: index, end: index + text.length, ...complaint });
  }
  return found;
}

function judgeListed(rule: string): Complaint | undefined {
  const [, tool = '', specifier] = /^(\w+)\(([^()]*)\)$/.exec(rule) ?? [];
  if (specifier === undefined) return judgeForm(rule);
  if (specifier === '')
    return { message: say('The parentheses are empty; the name alone means the whole tool.'), instead: [tool] };
  if (tool === 'Bash') return judgeCommand(tool, specifier);
  if (tool === 'PowerShell') return ofPattern(tool, specifier);
  return tool === 'WebFetch' ? judgeDomain(specifier) : undefined;
}
