// Keys that nothing reads: misspelt ones, those of another kind of file, and those of other tools.
import { entry as entryOf, scalars, type Data, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { layersOf, type Layer, type Schema } from '../workspace/schema';
import { lineAt } from '../syntax/lines';
import { isToolName } from '../workspace/tools';
import { hasForm } from '../workspace/values';
import type { Workspace } from '../workspace/workspace';
import { removingEntry } from './edits';
import { meantBySynonym, readElsewhere } from './keys-elsewhere';
import { addKnownField } from './known-field';
import { nearMiss, renames } from './near-key';
import { isServerOfPlugin, outOfPlace, serversUnder } from './out-of-place';
import { defineRule, say, type Finding, type Fix } from './rule';
import { isOfMost, meantKey } from './siblings';
import { isPlural, isWordOfOthers } from './slip';
import { unknownBelowKeys } from './unknown-below';
import { isInside, spills } from './spill';
import { explicitKey } from './explicit-key';
import { markedKey, slashed } from './yaml-keys';

const a = '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n';
const b = '-- .claude/skills/b/SKILL.md --\n---\nname: b\ndescription: Helps.\n';

const pluginFrom = (key: string): string =>
  '-- .claude-plugin/marketplace.json --\n{ "name": "kits", "owner": { "name": "Ada" }, "plugins": [{ "name": "a", "source": ' +
  `{ "source": "github", "repo": "ada/a", "${key}": "a1b2c3" } }] }\n`;

export default defineRule({
  id: 'unknown-field',
  severity: 'hint',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary: 'A key that neither the tool, nor a framework, nor `agentwright.json` knows.',
  why:
    'Claude Code ignores keys that it does not know: for agents it names them in the debug log, for skills it says ' +
    'nothing at all. A misspelt `tools` so gives an agent every tool. Keys of your own are fine; list them in `agentwright.json`.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026; the Agent Skills specification, 9 August 2026.',
  examples: [
    { bad: `${a}<|allowed-tools|>: Read\n---\n`, good: `${a}tools: Read\n---\n` },
    { bad: `${a}<|Model|>: opus\n---\n`, good: `${a}model: opus\n---\n` },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\n<|descritpion|>: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n',
    },
    {
      bad: `${b}metadata:\n  version: "1"\n  <|allowed-tools|>:\n    - Read\n---\n`,
      good: `${b}allowed-tools:\n  - Read\nmetadata:\n  version: "1"\n---\n`,
    },
    { bad: `${b}metadata:\n  <|user-invocable|>: false\n---\n`, good: `${b}user-invocable: false\n---\n` },
    { bad: `${b}allowed-tools: Read\nmetadata:\n  allowed-tools: Read\n  model: opus\n---\n` },
    { bad: `${b}<|tools|>: Read\n---\n`, good: `${b}allowed-tools: Read\n---\n` },
    {
      bad: '-- skills/a/SKILL.md --\n---\nname: a\ndescription: Helps.\nallowedTools:\n  - read_file\n  - edit\n---\n',
    },
    {
      bad: '-- .claude-plugin/plugin.json --\n{ "name": "a", "author": { "<|nmae|>": "Ada" } }\n',
      good: '-- .claude-plugin/plugin.json --\n{ "name": "a", "author": { "name": "Ada" } }\n',
    },
    {
      bad: '-- hooks/hooks.json --\n{ "<|hook|>": {} }\n-- .claude-plugin/plugin.json --\n{ "name": "a" }\n',
      good: '-- hooks/hooks.json --\n{ "hooks": {} }\n-- .claude-plugin/plugin.json --\n{ "name": "a" }\n',
    },
    {
      bad: '-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "<|Type|>": "command", "command": "x" }] }] } }\n',
      good: '-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "x" }] }] } }\n',
    },
    {
      bad: '-- .claude-plugin/plugin.json --\n{ "name": "a", "<|command|>": "./commands/", "author": { "name": "Ada", "<|urls|>": "a" } }\n',
      good: '-- .claude-plugin/plugin.json --\n{ "name": "a", "commands": "./commands/", "author": { "name": "Ada", "url": "a" } }\n',
    },
    {
      bad: '-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "x", "<|timeuot|>": 5 }] }] } }\n',
      good: '-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "x", "timeout": 5 }] }] } }\n',
    },
    {
      bad: '-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "x", "<|timeoutMs|>": 30000 }] }] } }\n',
      good: '-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "x", "timeout": 30 }] }] } }\n',
    },
    { bad: `${a}<|category|>: testing\n---\n`, good: `${a}---\n` },
    { bad: `${a}<|// model|>: opus\n---\n`, good: `${a}# model: opus\n---\n` },
    {
      bad: `${a}<|model (optional)|>: opus\n<|✅ tools|>: Read\n---\n`,
      good: `${a}model: opus\ntools: Read\n---\n`,
    },
    { bad: `${a}<|model (old)|>: opus\n---\n` },
    { bad: `${a}model: opus\n<|mode|>: primary\n---\n` },
    { bad: `-- agentwright.json --\n{ "fields": { "agent": ["category"] } }\n${a}category: testing\n---\n` },
    {
      bad: '-- .agents/skills/b/SKILL.md --\n---\nname: b\ndescription: Helps.\n<|category|>: testing\n---\n',
    },
    {
      bad: '-- .claude/settings.json --\n{ "permissions": { "<|denied|>": ["Read(.env)"], "<|mode|>": "plan" } }\n',
      good: '-- .claude/settings.json --\n{ "permissions": { "deny": ["Read(.env)"], "defaultMode": "plan" } }\n',
    },
    {
      bad: '-- .claude/settings.json --\n{ "<|Stop|>": [{ "hooks": [{ "type": "command", "command": "x" }] }] }\n',
      good: '-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "x" }] }] } }\n',
    },
    { bad: '-- .claude/settings.json --\n{ "<|deny|>": ["Read(.env)"], "<|allow|>": ["Read"] }\n' },
    {
      bad: '-- .claude/settings.json --\n{ "<|deny|>": ["Read(.env)"] }\n',
      good: '-- .claude/settings.json --\n{ "permissions": { "deny": ["Read(.env)"] } }\n',
    },
    {
      bad: '-- .claude/settings.json --\n{ "<|allowedTools|>": ["Read"], "permissions": { "deny": ["Edit"] } }\n',
      good: '-- .claude/settings.json --\n{ "permissions": { "deny": ["Edit"], "allow": ["Read"] } }\n',
    },
    {
      bad: `${a}<|PreToolUse|>:\n  - hooks:\n      - type: command\n        command: a.sh\n---\n`,
      good: `${a}hooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: a.sh\n---\n`,
    },
    {
      bad: '-- .mcp.json --\n{ "a": { "command": "a" } }\n-- .claude-plugin/plugin.json --\n{ "name": "p" }\n',
    },
    {
      bad: '-- .mcp.json --\n{ "<|servers|>": { "a": { "command": "a" } } }\n-- .claude-plugin/plugin.json --\n{ "name": "p" }\n',
      good: '-- .mcp.json --\n{ "mcpServers": { "a": { "command": "a" } } }\n-- .claude-plugin/plugin.json --\n{ "name": "p" }\n',
    },
    {
      bad: '-- .mcp.json --\n{ "<|a|>": { "command": "a" }, "mcpServers": { "b": { "command": "b" } } }\n',
      good: '-- .mcp.json --\n{ "mcpServers": { "b": { "command": "b" }, "a": { "command": "a" } } }\n',
    },
    ...[
      ['<|branch|>', 'ref'],
      ['<|tag|>', 'ref'],
      ['<|commit|>', 'sha'],
    ].map(([bad = '', good = '']) => ({ bad: pluginFrom(bad), good: pluginFrom(good) })),
    { bad: `${b}<|permissionMode|>: plan\n---\n` },
    { bad: `${b}<|?|> model: opus\n---\n`, good: `${b}model: opus\n---\n` },
    { bad: `${b}metadata:\n  ? model: opus\n---\n` },
    { bad: '-- .claude/settings.json --\n{ "<|mcpServers|>": { "a": { "command": "a" } } }\n' },
    { bad: `${b}version: 1.0.0\nmetadata:\n  category: testing\n---\n` },
    {
      bad: '-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Helps.\n<|tools|>: [claude, cursor]\n---\nGo.\n',
    },
  ],
  *check(document, workspace) {
    const schema = workspace.schema(document.uri);
    const { data } = document;
    if (!schema || data?.is !== 'map') return;
    const spilt = spills(document, workspace);
    const last = new Map(data.entries.map(entry => [entry.key.text, entry]));
    for (const entry of data.entries) {
      const explicit = explicitKey(document, schema, entry);
      if (explicit) yield explicit;
      if (entry.colon === undefined || last.get(entry.key.text) !== entry || isInside(entry.span, spilt)) continue;
      const layers = layersOf(schema, entry.key.text);
      const finding = layers
        ? (notRead(document, schema, layers, entry) ?? keptOut(document, workspace, schema, entry))
        : unknown(document, workspace, schema, entry);
      if (finding) yield finding;
    }
    yield* unknownBelowKeys(document, workspace);
  },
});

/** Whether a file of this kind must have the key, and does not. */
const isWanted = ({ fields }: Schema, { data }: Document, key: string): boolean =>
  fields.get(key)?.some(({ field }) => field.required !== 'no') === true && entryOf(data, key) === undefined;

/** A framework's key in whose place the tool reads another. */
function notRead(document: Document, schema: Schema, layers: readonly Layer[], entry: Entry): Finding | undefined {
  const { field, dialect } = layers[0]!;
  if (field.replacedBy === undefined || dialect.id === schema.dialect.id) return undefined;
  return {
    span: entry.key.span,
    message: say('A key of {0}; Claude Code does not read it, its own is `{1}`.', dialect.title, field.replacedBy),
    fixes: () => renames(document, document.data, entry, field.replacedBy!, false),
  };
}

/** A key that the JSON Schema of the repository does not have, where it allows no others. */
function keptOut(document: Document, workspace: Workspace, { closed }: Schema, entry: Entry): Finding | undefined {
  if (!closed || closed.keys.has(entry.key.text)) return undefined;
  return {
    span: entry.key.span,
    severity: closed.level,
    message: say('{0} has no key `{1}`.', closed.title, entry.key.text),
    fixes: () => others(document, workspace, entry),
  };
}

/** The key that people mean by this one; a list of tools only where one of them is a tool: others list programs and models there. */
function suggested({ suggestions, tools }: Schema, { key, value }: Entry): string | undefined {
  const meant = suggestions.get(key.text);
  if (meant === undefined || key.text !== 'tools') return meant;
  const named = scalars(value).flatMap(({ text }) => text.split(/[\s,]+/));
  return named.length === 0 || named.some(each => isToolName(each.replace(/\(.*$/, ''), tools)) ? meant : undefined;
}

/** Whether no program reads a key, which only people and the framework's own checks want. */
const isConvention = ({ fields }: Schema, key: string): boolean =>
  fields.get(key)?.every(({ field }) => field.onInvalid === 'convention') === true;

function unknown(document: Document, workspace: Workspace, schema: Schema, entry: Entry): Finding | undefined {
  const name = entry.key.text;
  if (name === '' || isServerOfPlugin(document, schema, entry)) return undefined;
  const { start, end } = lineAt(document.text, entry.key.outer.start);
  const marked = document.language === 'markdown' && markedKey(document.text.slice(start, end), document, workspace);
  if (marked) {
    // Where it is no YAML either, that is said already.
    if (document.problems.some(({ span }) => start <= span.start && span.start <= end)) return undefined;
    return {
      span: entry.key.span,
      severity: 'warning',
      message: say(
        '{0} does not know `{1}`: there are marks around `{2}`, the name of the key.',
        readerOf(schema),
        name,
        marked.key,
      ),
      fixes: () => slashed(document, { start, end }, marked, isWanted(schema, document, marked.key)),
    };
  }
  const meant =
    suggested(schema, entry) ??
    serversUnder(document, schema, entry) ??
    nearMiss(document.data, name, isWordOfOthers(name) ? likely(schema, entry) : keysOf(schema)) ??
    (document.language === 'json' ? otherNumber(document.data, entry, schema) : undefined);
  const { span } = entry.key;
  if (meant !== undefined) {
    return {
      span,
      severity: 'warning',
      message: isConvention(schema, meant)
        ? say('No tool knows `{0}`; the key is called `{1}`.', name, meant)
        : say('{0} does not know `{1}`; it reads `{2}`.', readerOf(schema), name, meant),
      fixes: () => [...renames(document, document.data, entry, meant, true), ...others(document, workspace, entry)],
    };
  }
  const closed = keptOut(document, workspace, schema, entry) ?? outOfPlace(document, workspace, schema, entry);
  if (closed) return closed;
  if (schema.kind.unknownKeys === 'error') {
    return {
      span,
      severity: 'information',
      message: say(
        'The open standard has no key `{0}`, and its validator rejects the skill. Put it under `metadata`.',
        name,
      ),
      fixes: () => others(document, workspace, entry),
    };
  }
  const elsewhere = readElsewhere(schema, name);
  return {
    span,
    tag: 'unused',
    ...(elsewhere !== undefined && { severity: 'information' as const }),
    message:
      elsewhere === undefined
        ? say('{0} ignores `{1}`.', readerOf(schema), name)
        : say('{0} reads `{1}` in {2} and ignores it here.', readerOf(schema), name, elsewhere),
    fixes: () => {
      const usual = meantKey(document, workspace, name);
      const meant = usual === undefined ? [] : renames(document, document.data, entry, usual.key, true);
      const same = meantBySynonym(name).filter(key => schema.fields.has(key) && key !== usual?.key);
      return [
        ...meant,
        ...same.flatMap(key => renames(document, document.data, entry, key, false)),
        ...others(document, workspace, entry),
      ];
    },
  };
}

/** Who reads a file of this kind, in words. */
function readerOf({ kind, dialect }: Schema): string {
  if (kind.loader === 'strict') return 'The open standard';
  return kind.role === 'configuration' ? dialect.title : 'Claude Code';
}

/** Not those that the tool keeps for itself: nobody means them. */
const keysOf = ({ fields }: Schema): string[] =>
  [...fields].flatMap(([key, layers]) => (layers[0]!.field.status === 'internal' ? [] : [key]));

/** `hook` for `hooks`, where the value has the shape that the key wants: in JSON such a word is hardly a key of one's own. */
function otherNumber(data: Data | undefined, { key, value }: Entry, schema: Schema): string | undefined {
  return keysOf(schema).find(known => {
    const type = schema.fields.get(known)![0]!.field.type;
    return isPlural(key.text, known) && value && hasForm(type, value) && entryOf(data, known) === undefined;
  });
}

/** Keys that a file of this kind must have, and `model` for the name of one. */
const likely = ({ fields, models }: Schema, { value }: Entry): string[] =>
  [...fields].flatMap(([key, layers]) => {
    const isModel = key === 'model' && value?.is === 'scalar' && models.has(value.text);
    return isModel || layers.some(({ field }) => field.required !== 'no') ? [key] : [];
  });

function others(document: Document, workspace: Workspace, entry: Entry): Fix[] {
  const { text } = entry.key;
  const edit = addKnownField(document, workspace, text);
  const title = say('Add `{0}` to the known keys in `agentwright.json`', text);
  const fixes: Fix[] = [removingEntry(document, entry), ...(edit ? [{ title, edits: [edit], safe: false }] : [])];
  return isOfMost(document, workspace, text) ? fixes.reverse() : fixes;
}
