// Hooks that never run: of an event that does not exist, or with a matcher that fits nothing.
import { hookEvents } from '../dialects/claude/hook-events';
import { entry as entryOf, type Data, type DataMap, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Schema } from '../workspace/schema';
import { slips } from '../workspace/slips';
import { changeTo } from './edits';
import { nearest } from './nearest';
import { defineEntryRule, say, type Finding } from './rule';

const settings = (hooks: string): string => `-- .claude/settings.json --\n{ "hooks": { ${hooks} } }\n`;
const agent = (hooks: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\nhooks:\n${hooks}---\n`;
const handler = '"hooks": [{ "type": "command", "command": "true" }]';

export default defineEntryRule({
  id: 'hook-event',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  summary: 'A hook that never runs: its event does not exist, or its matcher fits nothing.',
  why:
    'Claude Code ignores events that it does not know. A matcher of letters, digits, `_`, `-` and `|` is a list of exact ' +
    'names in which upper and lower case differ; the bare name of an MCP server is the name of no tool.',
  source:
    "Observed: Claude Code 2.1.330, 24 November 2026; its documentation of hooks, August 2026, and its SDK's types.",
  examples: [
    { bad: settings(`"<|PreToolCall|>": [{ ${handler} }]`) },
    { bad: settings(`"<|preToolUse|>": [{ ${handler} }]`), good: settings(`"PreToolUse": [{ ${handler} }]`) },
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
      bad: settings(`"PreToolUse": [{ "matcher": "Task|Edit|mcp__memory__.*", ${handler} }], "Stop": [{ ${handler} }]`),
    },
    { bad: settings(`"PreToolUse": [{ "matcher": "^(Bash|Wri.*)$", ${handler} }]`) },
  ],
  *entry({ entry: { key, value } }, document, workspace) {
    const schema = workspace.schema(document.uri);
    if (key.text !== 'hooks' || value?.is !== 'map' || !schema) return;
    for (const { key: event, value: groups } of value.entries) {
      const known = hookEvents.find(([name]) => name === event.text);
      if (!known) yield unknownEvent(document, value, event);
      else if (known[2] === 'the name of the tool') yield* ofMatchers(document, schema, groups);
    }
  },
});

function unknownEvent(document: Document, hooks: DataMap, { text, span }: Scalar): Finding {
  const names = hookEvents.map(([name]) => name);
  return {
    span,
    message: say('Claude Code has no event `{0}`, so these hooks never run.', text),
    fixes: () =>
      nearest(text, names, 2)
        .filter(name => entryOf(hooks, name) === undefined)
        .map((name, index) => {
          const best = index === 0 && name.toLowerCase() === text.toLowerCase();
          return changeTo(document, span, name, best ? 'best' : 'possible');
        }),
  };
}

function* ofMatchers(document: Document, schema: Schema, groups: Data | undefined): Iterable<Finding> {
  for (const { value } of groups?.is === 'list' ? groups.items : []) {
    const matcher = entryOf(value, 'matcher')?.value;
    // Anything but names and separators makes a regular expression, and escapes would move the places.
    if (matcher?.is !== 'scalar' || !/^[\w\-, |]+$/.test(matcher.text)) continue;
    const { start, end } = matcher.span;
    for (const match of document.text.slice(start, end).matchAll(/[\w-]+/g)) {
      const at = start + match.index;
      const finding = ofName(document, schema, match[0], { start: at, end: at + match[0].length });
      if (finding) yield finding;
    }
  }
}

function ofName(document: Document, { tools }: Schema, name: string, span: Scalar['span']): Finding | undefined {
  if (/^mcp__[a-z\d-]+(_[a-z\d-]+)*$/i.test(name)) {
    return {
      span,
      message: say('No tool is called `{0}`, so the hook never runs. All tools of the server are `{0}__.*`.', name),
      fixes: () => [changeTo(document, span, `${name}__.*`, 'best')],
    };
  }
  if (tools.has(name) || name.startsWith('mcp__')) return undefined;
  const right = [...tools.values()].find(tool => tool.name.toLowerCase() === name.toLowerCase());
  if (!right) return misspelt(document, tools, name, span);
  if (right.status !== 'active') return undefined;
  return {
    span,
    message: say(
      'The tool is called `{1}`, not `{0}`; upper and lower case differ, so the hook never runs.',
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
