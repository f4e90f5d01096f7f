// Permission rules of settings files that Claude Code skips, or that match nothing.
import type { Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Schema } from '../workspace/schema';
import { changeTo } from './edits';
import { nearest } from './nearest';
import { defineEntryRule, say, type Finding, type Message } from './rule';

const settings = (rule: string, list = 'deny'): string =>
  `-- .claude/settings.json --\n{ "permissions": { "${list}": ["${rule}"] } }\n`;

export default defineEntryRule({
  id: 'permission-rule',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  summary: 'A permission rule that Claude Code skips, or that matches nothing.',
  why:
    'A rule of a wrong form is skipped with a line in the debug log, and the others hold: what was to be denied is ' +
    'allowed then. Rules for files are written with `Read` and `Edit` alone; those of other tools are never consulted.',
  source: 'Observed: Claude Code 2.1.330, 24 November 2026, with 60 rules in each list.',
  examples: [
    { bad: settings('<|bash(rm *)|>'), good: settings('Bash(rm *)') },
    { bad: settings('<|Bash(rm *|>') },
    { bad: settings('<|Bash()|>'), good: settings('Bash') },
    { bad: settings('<|Write(src/**)|>'), good: settings('Edit(src/**)') },
    { bad: settings('<|Glob(src/**)|>'), good: settings('Read(src/**)') },
    { bad: settings('<|WebFetch(https://example.com/a)|>'), good: settings('WebFetch(domain:example.com)') },
    { bad: settings('<|mcp__pg__query(x)|>'), good: settings('mcp__pg__query') },
    { bad: settings('<|Bash(git *:*)|>'), good: settings('Bash(git *)') },
    { bad: settings('<|*|>', 'allow') },
    { bad: settings('<|Bash(git push|>'), good: settings('Bash(git push)') },
    { bad: settings('<|Raed(./secrets)|>'), good: settings('Read(./secrets)') },
    { bad: settings('Bash(npm run:*)", "Read(//etc/**)", "mcp__pg__*", "Agent(Explore)", "WebSearch', 'allow') },
    { bad: settings('*') },
  ],
  *entry(known, document, workspace) {
    const { entry, layers } = known;
    const schema = workspace.schema(document.uri);
    const layer = layers[0];
    if (entry.key.text !== 'permissions' || !layer || !schema) return;
    for (const { type, data, field } of known.places(layer.field, layer.field.type)) {
      if (type.is !== 'call' || data.is !== 'scalar' || typeof data.value !== 'string') continue;
      const complaint = judge(data.text, field.key === 'allow', schema);
      if (complaint) yield finding(document, data, complaint);
    }
  },
});

interface Complaint {
  readonly message: Message;
  /** What was meant, the best first. */
  readonly instead?: readonly string[];
}

function finding(document: Document, { span }: Scalar, { message, instead = [] }: Complaint): Finding {
  return {
    span,
    message,
    fixes: () =>
      instead.map((rule, index) =>
        changeTo(document, span, rule, index === 0 ? 'best' : 'possible', JSON.stringify(rule).slice(1, -1)),
      ),
  };
}

function judge(rule: string, allows: boolean, schema: Schema): Complaint | undefined {
  if (rule.trim() === '') return { message: say('A permission rule cannot be empty; Claude Code skips it.') };
  const [, tool = '', specifier] = /^([^()]+)(?:\((.*)\))?$/s.exec(rule) ?? [];
  if (tool === '') {
    const message = say('A rule is `Tool` or `Tool(…)`, closed by its last character; Claude Code skips this one.');
    return { message, instead: /^\w+\([^()]+$/.test(rule) ? [`${rule})`] : [] };
  }
  if (/^[a-z]/.test(tool) && !/^mcp_/.test(tool)) return lowerCase(rule, tool, schema);
  if (specifier === '') {
    return { message: say('Nothing stands in the parentheses; Claude Code skips the rule.'), instead: [tool] };
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

function lowerCase(rule: string, tool: string, { tools }: Schema): Complaint {
  const [name = ''] = /^\w+/.exec(tool) ?? [];
  const known = [...tools.keys()].find(each => each.toLowerCase() === name.toLowerCase());
  return {
    message: say('Names of tools begin with a capital; Claude Code skips this rule.'),
    instead: known === undefined ? [] : [known + rule.slice(name.length)],
  };
}

/** The tools whose rules for paths are never consulted, and whose are. */
const pathRules: Readonly<Record<string, string>> = {
  Write: 'Edit',
  NotebookEdit: 'Edit',
  MultiEdit: 'Edit',
  Glob: 'Read',
};

function ofSpecifier(tool: string, specifier: string | undefined): Complaint | undefined {
  if (specifier === undefined) return undefined;
  const asked = pathRules[tool];
  if (asked !== undefined) {
    return {
      message: say('Claude Code never consults `{0}(…)` for files, only `{1}(…)`, which covers it.', tool, asked),
      instead: [`${asked}(${specifier})`],
    };
  }
  if (tool === 'Bash' && specifier === ':*') {
    return { message: say('A command must stand before `:*`; Claude Code skips the rule.'), instead: ['Bash'] };
  }
  if (tool === 'Bash' && /\*.*:\*$/.test(specifier)) {
    return {
      message: say('Before `:*` a `*` is no wildcard but itself, so that hardly any command matches.'),
      instead: [`Bash(${specifier.slice(0, -2)})`],
    };
  }
  if (tool !== 'WebFetch' || specifier.startsWith('domain:')) return undefined;
  const host =
    /^https?:\/\/([^/:]+)/.exec(specifier)?.[1] ?? (/^[\w.-]+\.\w+$/.test(specifier) ? specifier : undefined);
  return {
    message: say('`WebFetch` takes `domain:` and a host; Claude Code skips this rule.'),
    instead: host === undefined ? [] : [`WebFetch(domain:${host})`],
  };
}

/** User commands that rules may name, though they are no tools of the model. */
const commands: readonly string[] = ['Cd'];

function ofTool(rule: string, tool: string, { tools }: Schema): Complaint | undefined {
  const known = tools.get(tool)?.status;
  if (known === 'active' || known === 'alias' || tool.includes('*') || /^mcp_/.test(tool) || commands.includes(tool))
    return undefined;
  const active = [...tools.values()].filter(({ status }) => status === 'active').map(({ name }) => name);
  return {
    message: say('Claude Code has no tool `{0}`, so the rule matches nothing.', tool),
    instead: nearest(tool, active, 1).map(name => name + rule.slice(tool.length)),
  };
}
