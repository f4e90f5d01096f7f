// Hooks that do something else than they say: two rules under `if`, milliseconds under `timeout`, a code that blocks nothing.
import { hookEvent, hookEvents } from '../dialects/claude/hook-events';
import { entry as entryOf, type DataMap, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { hookHandlers } from '../workspace/hooks';
import type { Field } from '../dialects/dialect';
import { changeTo, removingEntry } from './edits';
import { fieldsIn, type KnownEntry } from './fields';
import { encodedCommand, faultsOf, keysOfOthers } from './hook-faults';
import { defineEntryRule, say, type Finding } from './rule';

const settings = (handler: string, event = 'PreToolUse'): string =>
  `-- .claude/settings.json --\n{ "hooks": { "${event}": [{ "hooks": [{ "type": "command", ${handler} }] }] } }\n`;

const agent = (more: string, event = 'PreToolUse'): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\nhooks:\n  ${event}:\n    - hooks:\n        - type: command\n` +
  `          command: a.sh\n${more === '' ? '' : `          ${more}\n`}---\n`;

export default defineEntryRule({
  id: 'hook-handler',
  severity: 'information',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary:
    'A hook with several rules under `if`, or one where no tool is called, a time that is nothing or looks like milliseconds, or an exit code that blocks nothing.',
  why:
    'Under `if` stands one permission rule; several are taken for one that nothing matches, and with an event that is not of a tool the hook never runs. A `timeout` is in seconds. Of the exit ' +
    'codes only 2 blocks; with any other Claude Code goes on, so that a guard which ends with 1 guards nothing. A time of 0 or less, or in quotes, ' +
    'makes the hook malformed: it is passed over, and before a tool or a permission so is all that it stands in.',
  source:
    "Claude Code's documentation of hooks, August 2026, and the types of its SDK 0.3.330. Observed of malformed hooks: Claude " +
    'Code 2.1.330, 29 November 2026.',
  examples: [
    {
      bad: settings('"if": "<|Edit(*.ts)|Write(*.ts)|>", "command": "a.sh"'),
    },
    {
      bad: settings('"command": "a.sh", "if": "<|Bash(git *)|>"', 'Stop'),
      good: settings('"command": "a.sh"', 'Stop'),
    },
    { bad: settings('"command": "a.sh", "if": "Bash(git *)"', 'PermissionDenied') },
    { bad: settings('"command": "a.sh", "if": ""', 'Stop') },
    {
      bad: settings('"command": "a.sh", "timeout": <|30000|>'),
      good: settings('"command": "a.sh", "timeout": 30'),
    },
    {
      bad: settings('"command": "a.sh || { echo no >&2; <|exit 1|>; }"'),
      good: settings('"command": "a.sh || { echo no >&2; exit 2; }"'),
    },
    { bad: settings('"command": "a.sh", "timeout": <|0|>', 'Stop'), good: settings('"command": "a.sh"', 'Stop') },
    { bad: settings('"command": "a.sh", "timeout": <|-1|>'), good: settings('"command": "a.sh"') },
    { bad: agent('timeout: "<|30|>"'), good: agent('timeout: 30') },
    { bad: agent('timeout: "<|30|>"', 'Stop'), good: agent('timeout: 30', 'Stop') },
    { bad: agent('timeout: 30s', 'Stop') },
    { bad: agent('async: "true"', 'Stop') },
    { bad: agent('async: "<|true|>"'), good: agent('async: true') },
    { bad: agent('<|statusMessage|>:'), good: agent('') },
    {
      bad: settings('"command": "<|npm test &amp;&amp; a.sh 2&gt;&amp;1|>"'),
      good: settings('"command": "npm test && a.sh 2>&1"'),
    },
    { bad: settings('"command": "sed -i s/a/&amp;&amp;/ a.html"') },
    {
      bad: settings('"command": "a.sh", "<|blocking|>": true'),
      good: settings('"command": "a.sh"'),
    },
    { bad: settings('"command": "a.sh", "<|enabled|>": false'), good: settings('"command": "a.sh"') },
    { bad: settings('"command": "a.sh", "description": "Looks."') },
    { bad: agent('timeout: 0.5') },
    { bad: settings('"if": "Bash(a | b)", "command": "a.sh || exit 2", "timeout": 3600') },
    { bad: settings('"command": "a.sh || exit 1"', 'PostToolUse') },
    { bad: settings('"command": "a.sh || exit 1; b.sh || exit 2"') },
    { bad: settings('"command": "a.sh", "timeout": 30000', 'BeforeTool') },
  ],
  *entry(known, document, workspace) {
    const { key, value } = known.entry;
    const handlers = key.text === 'hooks' ? hookHandlers(value) : [];
    // Other programs have hooks of this form, with events and units of their own.
    if (!handlers.every(({ event }) => hookEvent(event.key.text))) return;
    for (const each of handlers) {
      const { event, handler } = each;
      const finding = ofCondition(document, handler) ?? ofTime(document, handler);
      if (finding) yield finding;
      const idle = withoutTool(document, event.key.text, handler);
      if (idle) yield idle;
      const command = scalarOf(handler, 'command');
      const encoded = command && encodedCommand(document, command);
      if (encoded) yield encoded;
      const fields = fieldsOf(known, handler);
      yield* faultsOf(document, workspace, each, fields);
      yield* keysOfOthers(document, handler, fields);
      if (stopsAtTwo.has(event.key.text)) yield* ofCode(document, handler);
    }
  },
});

/** What the schema says of this hook. */
function fieldsOf(known: KnownEntry, handler: DataMap): readonly Field[] {
  const { field } = known.layers[0]!;
  const place = known.places(field, field.type).find(({ type, data }) => type.is === 'variant' && data === handler);
  return place ? fieldsIn(place.type, handler, place.field) : [];
}

const scalarOf = (handler: DataMap, key: string): Scalar | undefined => {
  const value = entryOf(handler, key)?.value;
  return value?.is === 'scalar' ? value : undefined;
};

function ofCondition(document: Document, handler: DataMap): Finding | undefined {
  const rule = scalarOf(handler, 'if');
  const [, first] =
    /^\s*(\w+\([^()]*\))\s*(?:\|\|?|&&?|,|;|\bor\b|\band\b)\s*\w+(?:\(|$)/i.exec(rule?.text ?? '') ?? [];
  if (!rule || first === undefined) return undefined;
  return {
    span: rule.span,
    severity: 'warning',
    message: say('`if` takes one permission rule, and nothing matches several. Write a hook for each.'),
    fixes: () => [changeTo(document, rule.span, first)],
  };
}

/** A permission rule speaks of a tool, and with most events none is called. */
function withoutTool(document: Document, event: string, handler: DataMap): Finding | undefined {
  const condition = entryOf(handler, 'if');
  if (!condition || !scalarOf(handler, 'if')?.text || isOfTools(event)) return undefined;
  return {
    span: scalarOf(handler, 'if')!.span,
    severity: 'warning',
    message: say('`if` is for events of tools: with `{0}` nothing matches it, and the hook never runs.', event),
    fixes: () => [removingEntry(document, condition, 'possible')],
  };
}

/** A batch of calls is left alone: nobody says what is asked of it. */
const isOfTools = (event: string): boolean =>
  event === 'PostToolBatch' || hookEvent(event)?.[2] === 'the name of the tool';

/** More than a quarter of an hour, in round thousands. */
function ofTime(document: Document, handler: DataMap): Finding | undefined {
  const time = scalarOf(handler, 'timeout');
  if (typeof time?.value !== 'number' || time.value < 1000 || time.value % 500 !== 0) return undefined;
  const seconds = String(Math.ceil(time.value / 1000));
  const minutes = String(Math.round(time.value / 60));
  return {
    span: time.span,
    message: say('The time is given in seconds, so this is {0} minutes. Did you mean {1} seconds?', minutes, seconds),
    fixes: () => [changeTo(document, time.span, seconds, 'best')],
  };
}

/** Events before something that a hook may stop; with `Stop` and its kind another code may be meant to show a message alone. */
const stopsAtTwo: ReadonlySet<string> = new Set(
  hookEvents.flatMap(([name, , , exit2]) =>
    exit2 === 'blocks' && !/Stop|Idle|^WorktreeCreate$/.test(name) ? [name] : [],
  ),
);

/** Characters of a command that is hardly more than the guard itself. */
const longest = 400;

function* ofCode(document: Document, handler: DataMap): Iterable<Finding> {
  const command = scalarOf(handler, 'command');
  if (!command) return;
  const written = document.text.slice(command.span.start, command.span.end);
  // One that is a program of its own may end for reasons of its own.
  if (written.length > longest || /\bexit(?: 2|\(2\))/.test(written)) return;
  for (const { index, 0: all } of written.matchAll(/\bexit(?: 1\b|\(1\))/g)) {
    const start = command.span.start + index;
    const span = { start, end: start + all.length };
    yield {
      span,
      message: say('This stops nothing: only exit code 2 of a hook does; after any other, Claude Code goes on.'),
      fixes: () => [changeTo(document, span, all.replace('1', '2'), 'best')],
    };
  }
}
