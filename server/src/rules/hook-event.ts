// Hooks that never run: of an event that does not exist, or with a matcher that fits nothing.
import { hookEvent, type HookEvent } from '../dialects/claude/hook-events';
import type { Data, DataMap, Entry, Scalar } from '../syntax/data';
import type { Tool } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Schema } from '../workspace/schema';
import { slips } from '../workspace/slips';
import { isToolName } from '../workspace/tools';
import { changesTo, changeTo, removingEntry } from './edits';
import { matchersInHandlers } from './hook-place';
import { strayEvents } from './hook-stray';
import { judgeMatcher, judgePattern, judgeWord, type MatcherComplaint } from './hook-matcher';
import { defineEntryRule, say, type Finding } from './rule';
import { unknownEvent } from './unknown-event';

const settings = (hooks: string): string => `-- .claude/settings.json --\n{ "hooks": { ${hooks} } }\n`;
const agent = (hooks: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\nhooks:\n${hooks}---\n`;
const run = (command: string): string => `        - type: command\n          command: ${command}\n`;
const handler = '"hooks": [{ "type": "command", "command": "true" }]';

export default defineEntryRule({
  id: 'hook-event',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary: 'A hook that never runs: its event does not exist, or its matcher matches nothing.',
  why:
    'Claude Code ignores events that it does not know. A matcher of letters, digits, `_`, `-` and `|` is a list of exact ' +
    'names in which upper and lower case differ; the bare name of an MCP server is the name of no tool.',
  source:
    "Observed: Claude Code 2.1.330, 24 November 2026; its documentation of hooks, August 2026, and its SDK's types.",
  examples: [
    { bad: settings(`"<|PreToolCall|>": [{ ${handler} }]`) },
    { bad: settings(`"<|BeforeTool|>": [{ ${handler} }]`), good: settings(`"PreToolUse": [{ ${handler} }]`) },
    { bad: settings(`"PreToolUse": [{ "matcher": "<|*.ts|>", ${handler} }]`) },
    { bad: settings(`"<|preToolUse|>": [{ ${handler} }]`), good: settings(`"PreToolUse": [{ ${handler} }]`) },
    {
      bad: settings(`"PreToolUse": [{ ${handler} }], "<|preToolUse|>": [{ ${handler} }], "Stop": []`),
      good: settings(`"PreToolUse": [{ ${handler} }, { ${handler} }], "Stop": []`),
    },
    {
      bad: agent('  PreToolUse:\n    - hooks: []\n  <|preToolUse|>:\n    - hooks: []\n'),
    },
    {
      bad: agent('  <|pre|>:\n    - hooks:\n        - type: command\n          command: "true"\n'),
    },
    {
      bad: settings(`"PreToolUse": [{ "matcher": "<|bash|>|Write", ${handler} }]`),
      good: settings(`"PreToolUse": [{ "matcher": "Bash|Write", ${handler} }]`),
    },
    {
      bad: settings(`"PreToolUse": [{ "matcher": "Write|<|Edti|>|Unheard", ${handler} }]`),
      good: settings(`"PreToolUse": [{ "matcher": "Write|Edit|Unheard", ${handler} }]`),
    },
    {
      bad: settings(`"PostToolUse": [{ "matcher": "<|mcp__memory|>", ${handler} }]`),
      good: settings(`"PostToolUse": [{ "matcher": "mcp__memory__.*", ${handler} }]`),
    },
    {
      bad: settings(`"PostToolUse": [{ "matcher": "<|mcp__|>", ${handler} }]`),
      good: settings(`"PostToolUse": [{ "matcher": "mcp__.*", ${handler} }]`),
    },
    {
      bad: settings(`"PreToolUse": [{ "matcher": "Task|Edit|mcp__memory__.*", ${handler} }], "Stop": [{ ${handler} }]`),
    },
    {
      bad: settings(
        `"PreToolUse": [{ "matcher": "<|MultiEdit|>", ${handler} }, { "matcher": "Edit|MultiEdit", ${handler} }]`,
      ),
    },
    { bad: settings(`"PreToolUse": [{ "matcher": "^(Bash|Wri.*)$", ${handler} }]`) },
    {
      bad: agent(`  <|Stopp|>:\n    - hooks:\n${run('b')}  Stop:\n    - hooks:\n${run('a')}`),
      good: agent(`  Stop:\n    - hooks:\n${run('a')}    - hooks:\n${run('b')}`),
    },
    {
      bad: agent(`  PreToolUse:\n    - hooks:\n${run('a')}          <|matcher|>: Bash\n`),
      good: agent(`  PreToolUse:\n    - matcher: Bash\n      hooks:\n${run('a')}`),
    },
    {
      bad: settings(
        `"PreToolUse": [{ "matcher": "<|Bash/Edit|>", ${handler} }, { "matcher": "<|Bash(git *)|>", ${handler} }]`,
      ),
      good: settings(`"PreToolUse": [{ "matcher": "Bash|Edit", ${handler} }, { "matcher": "Bash", ${handler} }]`),
    },
    {
      bad: settings(
        `"PreToolUse": [{ "matcher": "<|*Edit|>", ${handler} }, { "matcher": "<|^(Bash|Edit|>", ${handler} }]`,
      ),
      good: settings(`"PreToolUse": [{ "matcher": ".*Edit", ${handler} }, { "matcher": "^(Bash|Edit)", ${handler} }]`),
    },
    {
      bad: settings(
        `"PreToolUse": [{ "matcher": "<|Edit\\\\|Write|>", ${handler} }, { "matcher": "<|[\\"Edit\\"]|>", ${handler} }]`,
      ),
      good: settings(`"PreToolUse": [{ "matcher": "Edit|Write", ${handler} }, { "matcher": "Edit", ${handler} }]`),
    },
    {
      bad: settings(
        `"PreToolUse": [{ "matcher": "<|tool == \\"Edit\\" || tool == \\"Write\\"|>", ${handler} }, { "matcher": "<|^Edit$||mcp__a__.*|>", ${handler} }]`,
      ),
      good: settings(
        `"PreToolUse": [{ "matcher": "Edit|Write", ${handler} }, { "matcher": "^Edit$|mcp__a__.*", ${handler} }]`,
      ),
    },
    { bad: settings(`"PreToolUse": [{ "matcher": "<|tool != 'Bash'|>", ${handler} }]`) },
    {
      bad: settings(
        `"PreToolUse": [{ "matcher": "Edit,Write", ${handler} }, { "matcher": "|Edit", ${handler} }, { "matcher": "^Edit.+", ${handler} }, { "matcher": "Unheard.*", ${handler} }]`,
      ),
    },
    {
      bad: settings(`"SessionStart": [{ "matcher": "<|start|>|resume", ${handler} }]`),
      good: settings(`"SessionStart": [{ "matcher": "startup|resume", ${handler} }]`),
    },
    { bad: settings(`"SessionStart": [{ "matcher": "<|init|>", ${handler} }]`) },
    {
      bad: settings('"PreToolUse": [{ "hooks": [{ "<|matcher|>": "Bash", "type": "command", "command": "true" }] }]'),
      good: settings('"PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "true" }] }]'),
    },
    {
      bad: settings(`"PreToolUse": [{ "matcher": "<|Edit or Write|>", ${handler} }]`),
      good: settings(`"PreToolUse": [{ "matcher": "Edit|Write", ${handler} }]`),
    },
    {
      bad: settings(`"PreToolUse": [{ "matcher": "<|task|>", ${handler} }]`),
      good: settings(`"PreToolUse": [{ "matcher": "Task", ${handler} }]`),
    },
    {
      bad: settings(`"PreToolUse": [{ "matcher": "<|Edit\\\\|Write|Bash|>", ${handler} }]`),
      good: settings(`"PreToolUse": [{ "matcher": "Edit|Write|Bash", ${handler} }]`),
    },
    {
      bad: settings(`"<|hooks|>": { "Stop": [{ ${handler} }] }`),
      good: '-- .claude/settings.json --\n' + `{ "hooks": { "Stop": [{ ${handler} }] } }\n`,
    },
    {
      bad: settings(`"Stop": [{ ${handler}, "<|PreToolUse|>": [{ ${handler} }] }]`),
      good: settings(`"Stop": [{ ${handler} }], "PreToolUse": [{ ${handler} }]`),
    },
    {
      bad: `-- .claude/settings.json --\n{ "permissions": { "hooks": { "<|Stop|>": [{ ${handler} }] } }, "env": {} }\n`,
      good: `-- .claude/settings.json --\n{ "permissions": {  }, "env": {}, "hooks": { "Stop": [{ ${handler} }] } }\n`,
    },
    {
      bad: settings(`"Stop": [{ "<|matcher|>": "Bash", ${handler} }]`),
      good: settings(`"Stop": [{ ${handler} }]`),
    },
    {
      bad: settings(
        `"Stop": [{ "matcher": "", ${handler} }], "PreToolUse": [{ "matcher": "*", ${handler} }, { "matcher": "Bash, Edit", ${handler} }]`,
      ),
    },
  ],
  *entry({ entry }, document, workspace) {
    const { key, value } = entry;
    yield* strayEvents(document, workspace, entry);
    const schema = workspace.schema(document.uri);
    if (key.text !== 'hooks' || value?.is !== 'map' || !schema) return;
    for (const { key: event, value: groups } of value.entries) {
      const known = hookEvent(event.text);
      if (!known) yield unknownEvent(document, workspace, value, event);
      else if (known[2] === 'the name of the tool') yield* ofMatchers(document, schema, groups);
      else yield* ofOtherMatchers(document, known, groups);
      if (known?.[2] !== undefined) yield* matchersInHandlers(document, groups);
    }
  },
});

function* ofMatchers(document: Document, schema: Schema, groups: Data | undefined): Iterable<Finding> {
  for (const { matcher } of matchersIn(groups)) {
    const { start, end } = matcher.span;
    const form =
      (isAsWritten(document, matcher) ? judgeMatcher(matcher.text, schema.tools) : undefined) ??
      judgePattern(matcher.text, schema.tools);
    if (form) yield complained(document, matcher.span, form);
    // Anything but names and separators makes a regular expression, and escapes would move the places.
    if (form || !/^[\w\-, |]+$/.test(matcher.text)) continue;
    const names = [...document.text.slice(start, end).matchAll(/[\w-]+/g)];
    if (names.every(([name]) => isGone(schema.tools.get(name)))) yield neverThere(matcher);
    for (const match of names) {
      const at = start + match.index;
      const finding = ofName(document, schema, match[0], { start: at, end: at + match[0].length });
      if (finding) yield finding;
    }
  }
}

/** A tool of an older version; beside others it does no harm. */
const isGone = (tool: Tool | undefined): boolean => tool?.status === 'removed';

const neverThere = ({ span, text }: Scalar): Finding => ({
  span,
  message: say('Claude Code has no tool `{0}` any more, so this hook never runs.', text),
});

/** The matchers of an event that has a few words for them, or none at all. */
function* ofOtherMatchers(
  document: Document,
  [event, , compared]: HookEvent,
  groups: Data | undefined,
): Iterable<Finding> {
  for (const { matcher, entry, group } of matchersIn(groups)) {
    const { text, span } = matcher;
    if (text.trim() === '' || !/^[\w\-, |]+$/.test(text) || !isAsWritten(document, matcher)) continue;
    if (compared === undefined) {
      yield {
        span: entry.key.span,
        severity: 'information',
        message: say('`{0}` has no matchers: Claude Code ignores this one, and the hook runs each time.', event),
        fixes: () => (group.entries.length < 2 ? [] : [removingEntry(document, entry)]),
      };
      continue;
    }
    for (const match of text.matchAll(/[\w-]+/g)) {
      const complaint = judgeWord(event, match[0]);
      const start = span.start + match.index;
      if (complaint) yield complained(document, { start, end: start + match[0].length }, complaint);
    }
  }
}

interface Matcher {
  readonly matcher: Scalar;
  readonly entry: Entry;
  readonly group: DataMap;
}

const matchersIn = (groups: Data | undefined): Matcher[] =>
  (groups?.is === 'list' ? groups.items : []).flatMap(({ value: group }) => {
    const entry = group?.is === 'map' ? group.entries.find(({ key }) => key.text === 'matcher') : undefined;
    return group?.is === 'map' && entry?.value?.is === 'scalar' && typeof entry.value.value === 'string'
      ? [{ matcher: entry.value, entry, group }]
      : [];
  });

const isAsWritten = ({ text }: Document, { span, text: read }: Scalar): boolean =>
  text.slice(span.start, span.end) === read;

function complained(document: Document, span: Span, complaint: MatcherComplaint): Finding {
  const { message, severity, instead, isLess = false } = complaint;
  return {
    span,
    message,
    ...(severity && { severity }),
    fixes: () => (isLess ? instead.map(each => changeTo(document, span, each)) : changesTo(document, span, instead)),
  };
}

function ofName(document: Document, { tools }: Schema, name: string, span: Scalar['span']): Finding | undefined {
  if (/^mcp_{1,2}$/.test(name)) {
    return {
      span,
      message: say(
        'No tool is called `{0}`, so the hook does not run for it. All tools of all servers are `mcp__.*`.',
        name,
      ),
      fixes: () => [changeTo(document, span, 'mcp__.*', 'best')],
    };
  }
  if (/^mcp__[a-z\d-]+(_[a-z\d-]+)*$/i.test(name)) {
    return {
      span,
      message: say(
        'No tool is called `{0}`, so the hook does not run for it. All tools of the server are `{0}__.*`.',
        name,
      ),
      fixes: () => [changeTo(document, span, `${name}__.*`, 'best')],
    };
  }
  if (isToolName(name, tools)) return undefined;
  const right = [...tools.values()].find(tool => tool.name.toLowerCase() === name.toLowerCase());
  if (!right) return misspelt(document, tools, name, span);
  // A name from before works yet, in its own case (Claude Code 2.1.330).
  if (right.status !== 'active' && right.status !== 'alias') return undefined;
  return {
    span,
    message: say(
      'The tool is called `{1}`, not `{0}`; upper and lower case matter, so the hook does not run for it.',
      name,
      right.name,
    ),
    fixes: () => [changeTo(document, span, right.name, 'best')],
  };
}

/** A slip or two away from a tool; of other names nobody knows whether a newer version has them. */
function misspelt(document: Document, tools: Schema['tools'], name: string, span: Scalar['span']): Finding | undefined {
  const active = [...tools.values()].filter(({ status }) => status === 'active').map(tool => tool.name);
  const meant = active.find(tool => slips(name, tool) <= (tool.length > 7 ? 2 : 1));
  if (meant === undefined || name.length < 3) return undefined;
  return {
    span,
    message: say('No tool is called `{0}`, so the hook does not run for it.', name),
    fixes: () => [changeTo(document, span, meant, 'best')],
  };
}
