// Permission rules of settings files that Claude Code skips, or that match nothing.
import { entry as entryOf, scalars, type Data, type DataList, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Schema } from '../workspace/schema';
import { changeTo, preferFirst, removeItem } from './edits';
import { nearest } from './nearest';
import { judgeForm, program, severalRules, slipsIn, type Complaint } from './permission-form';
import { ofSpecifier } from './permission-specifier';
import { defineEntryRule, say, type Finding, type Fix } from './rule';

const settings = (rule: string, list = 'deny'): string =>
  `-- .claude/settings.json --\n{ "permissions": { "${list}": ["${rule}"] } }\n`;

const inSkill = (tools: string): string =>
  `-- .claude/skills/b/SKILL.md --\n---\nname: b\ndescription: Finds.\nallowed-tools: ${tools}\n---\n`;

export default defineEntryRule({
  id: 'permission-rule',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary: 'A permission rule that Claude Code skips, or that matches nothing.',
  why:
    'A rule of a wrong form is skipped with a line in the debug log, and the others hold: what was to be denied is ' +
    'allowed then. Rules for files are written with `Read` and `Edit` alone; those of other tools are never consulted.',
  source: 'Observed: Claude Code 2.1.330, 24 November 2026, with 60 rules in each list, and 30 November 2026.',
  examples: [
    { bad: settings('<|bash(rm *)|>'), good: settings('Bash(rm *)') },
    { bad: settings('<|Bash(rm *|>') },
    { bad: settings('<|Bash()|>'), good: settings('Bash') },
    { bad: settings('<|Write(src/**)|>'), good: settings('Edit(src/**)') },
    { bad: settings('<|Glob(src/**)|>'), good: settings('Read(src/**)') },
    { bad: settings('Write(*)", "Glob(*)') },
    { bad: settings('<|git status|>'), good: settings('Bash(git status)') },
    {
      bad: settings('<|Bash(npm run a:*, npm run b:*)|>'),
      good: settings('Bash(npm run a:*)", "Bash(npm run b:*)'),
    },
    { bad: settings('<|Bash(command:rm *)|>'), good: settings('Bash(rm *)') },
    { bad: settings('<|Read(/etc/**)|>'), good: settings('Read(//etc/**)') },
    { bad: settings('<|Bash(Bash(git:*))|>'), good: settings('Bash(git:*)') },
    { bad: settings('<|WebFetch(https://example.com/a)|>'), good: settings('WebFetch(domain:example.com)') },
    { bad: settings('<|mcp__pg__query(x)|>'), good: settings('mcp__pg__query') },
    { bad: settings('<|Bash(git *:*)|>'), good: settings('Bash(git *)') },
    { bad: settings('<|*|>', 'allow') },
    { bad: settings('<|Bash(git push|>'), good: settings('Bash(git push)') },
    { bad: settings('<|Raed(./secrets)|>'), good: settings('Read(./secrets)') },
    { bad: settings('<|Bash[git push]|>'), good: settings('Bash(git push)') },
    { bad: settings('<|Bash git push|>'), good: settings('Bash(git push)') },
    { bad: settings('<|Bash(git push) |>'), good: settings('Bash(git push)') },
    { bad: settings('<|Bash(git push:*))|>'), good: settings('Bash(git push:*)') },
    { bad: settings('<|Bash(git push), Read|>'), good: settings('Bash(git push)", "Read') },
    { bad: settings('<|Bash(git push:)|>'), good: settings('Bash(git push:*)') },
    { bad: settings('<|Bash(git push :*)|>'), good: settings('Bash(git push:*)') },
    { bad: settings('<|Read(~.ssh/**)|>'), good: settings('Read(~/.ssh/**)') },
    { bad: settings('<|Bash(git push:)*|>'), good: settings('Bash(git push:*)') },
    { bad: settings('<|Bash(git push::*)|>'), good: settings('Bash(git push:*)') },
    { bad: settings('<|Bash((git push:*)|>'), good: settings('Bash(git push:*)') },
    { bad: settings('<|Bash(git:* push)|>'), good: settings('Bash(git * push)') },
    { bad: settings('<|WebFetch(domain:https://example.com)|>'), good: settings('WebFetch(domain:example.com)') },
    {
      bad: '-- .claude/settings.json --\n{ "permissions": { "allow": ["<|Read(a)|>", "Edit"], "deny": ["Read(a)"] } }\n',
      good: '-- .claude/settings.json --\n{ "permissions": { "allow": ["Edit"], "deny": ["Read(a)"] } }\n',
    },
    { bad: settings('Bash(echo $(date))", "Bash(a \\")\\" b)", "Bash(npm run test:unit)", "Skill(a:b)') },
    {
      bad: inSkill('Read, <|Bash[npm test:*]|>'),
      good: inSkill('Read, Bash(npm test:*)'),
    },
    {
      bad: inSkill('<|Bash(npm test:*))|>, Read'),
      good: inSkill('Bash(npm test:*), Read'),
    },
    {
      bad: inSkill('Read, <|Bash(npm test*:)|>'),
      good: inSkill('Read, Bash(npm test:*)'),
    },
    {
      bad: inSkill('<|Bash()|>, Read'),
      good: inSkill('Bash, Read'),
    },
    {
      bad: inSkill('Bash(npm test:*), Bash(git *), Read(a:*), WebFetch, Task(*)'),
    },
    { bad: settings('<|Read, Edit:*|>'), good: settings('Read", "Edit') },
    { bad: settings('<|WebSearch; WebFetch(domain:a.b)|>'), good: settings('WebSearch", "WebFetch(domain:a.b)') },
    { bad: settings('<|Bash(git status, ls:*)|>'), good: settings('Bash(git status)", "Bash(ls:*)') },
    { bad: settings('<|Bash(gh release):*|>'), good: settings('Bash(gh release:*)') },
    { bad: settings('<|Bash(git status;*)|>'), good: settings('Bash(git status:*)') },
    { bad: settings('<|mcp_linear_get|>') },
    { bad: settings('<|Bash (read-only)|>') },
    { bad: settings('<|Read (read-only)|>'), good: settings('Read') },
    { bad: settings('<|bash run.sh|>'), good: settings('Bash(run.sh)') },
    { bad: settings("Bash(awk '{print $1, $2}' a)") },
    { bad: settings('<|Edit:*|>', 'allow'), good: settings('Edit', 'allow') },
    { bad: settings('Bash(npm run:*)", "Read(//etc/**)", "mcp__pg__*", "Agent(Explore)", "WebSearch', 'allow') },
    { bad: settings('*", "B*", "Bash*", "<|Bash/*|>", "<|Baash*|>') },
    { bad: settings('<|Bash(git.*)|>'), good: settings('Bash(git:*)') },
    { bad: settings('<|Bash(/^git.*$/)|>'), good: settings('Bash(git:*)') },
    { bad: settings('<|PowerShell(^git status$)|>'), good: settings('PowerShell(git status)') },
    { bad: settings('<|Bash(^(git|npm))|>') },
    { bad: settings('<|Bash(git|npm)|>'), good: settings('Bash(git:*)", "Bash(npm:*)') },
    {
      bad: settings('Bash(python3.*)", "Bash(./scripts/build.*)", "Bash(a | b)", "Bash(ls|head)", "Bash(/usr/bin/git)'),
    },
    {
      bad: inSkill('Read, <|Bash(git:.*)|>, <|Bash(git$)|>, <|Bash<git:*>|>'),
      good: inSkill('Read, Bash(git:*), Bash(git:*), Bash(git:*)'),
    },
    { bad: inSkill('Read, <|Bash(git|npm)|>'), good: inSkill('Read, Bash(git:*), Bash(npm:*)') },
    { bad: inSkill('Bash(python3.*), Bash(echo $HOME), Bash(cat .*)') },
    { bad: inSkill('"<|*|>"') },
    { bad: inSkill('[Read, "<|*|>"]') },
    { bad: inSkill('"mcp__pg__*, Bash(git *), Bash(* --help)"') },
  ],
  *entry(known, document, workspace) {
    const { entry, layers } = known;
    const { value } = entry;
    const schema = workspace.schema(document.uri);
    const layer = layers[0];
    if (entry.key.text === 'allowed-tools') yield* listed(document, value);
    if (entry.key.text !== 'permissions' || !layer || !schema) return;
    for (const { type, data, field } of known.places(layer.field, layer.field.type)) {
      if (type.is !== 'call' || data.is !== 'scalar' || typeof data.value !== 'string') continue;
      const complaint = judge(data.text, field.key === 'allow', schema) ?? outdone(data.text, field.key, value);
      const list = listsIn(value).find(({ span }) => span.start < data.span.start && data.span.end < span.end);
      if (complaint) yield finding(document, data, complaint, list);
    }
  },
});

function finding(document: Document, { span }: Scalar, complaint: Complaint, list: DataList | undefined): Finding {
  const { message, severity, instead = [], parts } = complaint;
  return {
    span,
    message,
    ...(severity && { severity }),
    fixes: () => {
      if (parts) return [split(document, span, parts)];
      const changes = preferFirst(
        instead.map(rule => changeTo(document, span, rule, 'possible', JSON.stringify(rule).slice(1, -1))),
      );
      return changes.length > 0 ? changes : removal(document, span, list);
    },
  };
}

/** The rules of a skill or command, which grants its turn what it lists. */
function* listed(document: Document, value: Data | undefined): Iterable<Finding> {
  if (document.language === 'json') return;
  for (const scalar of scalars(value)) {
    const { start, end } = scalar.span;
    const written = document.text.slice(start, end);
    // Escapes and several lines would move the places.
    if (/[\\\n]/.test(written)) continue;
    for (const slip of [...stars(written), ...slipsIn(written)])
      yield finding(
        document,
        { ...scalar, span: { start: start + slip.start, end: start + slip.end } },
        inText(slip, value === scalar),
        undefined,
      );
  }
}

/** A star for all tools, which grants none: neither Bash nor any other (Claude Code 2.1.330, 30 November 2026). */
const stars = (written: string): (Complaint & Span)[] =>
  [...written.matchAll(/(?<![^\s,])\*(?![^\s,])/g)].map(({ index }) => ({
    start: index,
    end: index + 1,
    message: say('A lone `*` grants nothing here. Name the tools that this may use without asking.'),
  }));

/** Several rules for one stand one behind the other only where they all stand in one text. */
const inText = ({ parts, ...slip }: Complaint, isText: boolean): Complaint =>
  parts ? { ...slip, instead: isText ? [parts.join(', ')] : [] } : slip;

const split = ({ uri }: Document, span: Span, parts: readonly string[]): Fix => ({
  title: say('Write them as {0} rules', String(parts.length)),
  edits: [
    {
      uri,
      span,
      text: parts
        .map(part => JSON.stringify(part))
        .join(', ')
        .slice(1, -1),
    },
  ],
  safe: false,
  preferred: true,
});

/** A rule that does nothing may go; what was meant by it, nobody knows. */
function removal({ uri, text }: Document, span: Span, list: DataList | undefined): Fix[] {
  const item = list?.items.find(each => each.span.start <= span.start && span.end <= each.span.end);
  if (!list || !item) return [];
  const edits = [{ uri, span: removeItem(text, list, item), text: '' }];
  return [{ title: say('Remove the rule'), edits, safe: false }];
}

function judge(rule: string, allows: boolean, schema: Schema): Complaint | undefined {
  if (rule.trim() === '') return { message: say('A permission rule cannot be empty; Claude Code skips it.') };
  const form = judgeForm(rule) ?? severalRules(rule, name => schema.tools.has(name));
  if (form) return form;
  const [, tool = '', specifier] = /^([^()]+)(?:\((.*)\))?$/s.exec(rule) ?? [];
  if (tool === '') {
    const message = say('A rule is `Tool` or `Tool(…)`, closed by its last character; Claude Code skips this one.');
    return { message, instead: /^\w+\([^()]+$/.test(rule) ? [`${rule})`] : [] };
  }
  if (/^[a-z]/.test(tool) && !/^mcp_/.test(tool)) return lowerCase(rule, tool, schema);
  if (specifier === '') {
    return { message: say('The parentheses are empty; Claude Code skips the rule.'), instead: [tool] };
  }
  if (tool.startsWith('mcp__') && specifier !== undefined) {
    const message = say('Rules for MCP tools have no parentheses; Claude Code skips this one.');
    return { message, instead: [tool] };
  }
  if (allows && tool.includes('*') && !/^mcp__[^*]+__/.test(tool)) {
    return {
      message: say('A `*` in the name of a tool works under `deny` and `ask` alone; Claude Code skips the rule.'),
    };
  }
  return ofSpecifier(tool, specifier) ?? ofTool(rule, tool, schema);
}

const listsIn = (value: Data | undefined): DataList[] =>
  value?.is === 'map' ? value.entries.flatMap(({ value: list }) => (list?.is === 'list' ? [list] : [])) : [];

/** A rule that another list has too: `deny` comes before `ask`, and that before `allow`. */
function outdone(rule: string, key: string, permissions: Data | undefined): Complaint | undefined {
  const stronger = key === 'allow' ? ['deny', 'ask'] : key === 'ask' ? ['deny'] : [];
  const by = stronger.find(each => scalars(entryOf(permissions, each)?.value).some(({ text }) => text === rule));
  return by === undefined
    ? undefined
    : { message: say('The same rule stands under `{0}`, which takes precedence over `{1}`.', by, key) };
}

function lowerCase(rule: string, tool: string, { tools }: Schema): Complaint {
  const [name = ''] = /^\w+/.exec(tool) ?? [];
  if (program.test(rule)) {
    const message = say(
      'A rule for a command is written `Bash(…)` around the command; this names no tool, and Claude Code skips it.',
    );
    return { message, instead: [`Bash(${rule})`] };
  }
  const known = [...tools.keys()].find(each => each.toLowerCase() === name.toLowerCase());
  return {
    message: say('Names of tools begin with a capital; Claude Code skips this rule.'),
    instead: known === undefined ? [] : [formed(known + rule.slice(name.length))],
  };
}

const formed = (rule: string): string => judgeForm(rule)?.instead?.[0] ?? rule;

/** User commands that rules may name, though they are no tools of the model. */
const commands: readonly string[] = ['Cd'];

function ofTool(rule: string, tool: string, { tools }: Schema): Complaint | undefined {
  if (/^mcp_(?!_)/.test(tool))
    return {
      message: say(
        'Tools of MCP servers are called `mcp__server__tool`, with two underscores; this rule matches nothing.',
      ),
    };
  if (tool.includes('*')) return ofPattern(tool, tools);
  const known = tools.get(tool)?.status;
  if (known === 'active' || known === 'alias' || /^mcp_/.test(tool) || commands.includes(tool)) return undefined;
  const active = [...tools.values()].filter(({ status }) => status === 'active').map(({ name }) => name);
  return {
    message: say('Claude Code has no tool `{0}`, so the rule matches nothing.', tool),
    // What is known to be gone is no slip of the pen.
    instead: known ? [] : nearest(tool, active, 1).map(name => name + rule.slice(tool.length)),
  };
}

/** `Bsh*`: what stands before a star begins the name of no tool. */
function ofPattern(tool: string, tools: Schema['tools']): Complaint | undefined {
  const [head = ''] = tool.split('*', 1);
  if (/^mcp_/.test(tool) || [...tools.keys(), ...commands].some(name => name.startsWith(head))) return undefined;
  return { message: say('No tool is called `{0}`, whatever stands for the `*`, so the rule matches nothing.', tool) };
}
