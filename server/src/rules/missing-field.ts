// Keys that a file must have, or that its framework expects, and that are missing or empty.
import type { Field } from '../dialects/dialect';
import { entry as entryOf, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Layer, Schema } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { uncommented } from './commented-value';
import { added } from './added-field';
import { draftName } from './drafts';
import { isInBraces, onlyFirst } from './edits';
import { missingBelow } from './missing-below';
import { missingInJson } from './missing-in-json';
import { nearest } from './nearest';
import { gravity, isEmpty } from './fields';
import { standIns } from './stand-ins';
import { isWish, together, wish, type Wanted } from './wanted-fields';
import { encoded } from './html-entity';
import { defineRule, say, type Finding, type Fix, type Message, type Severity } from './rule';

const agentWithHooks = (hooks: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nhooks:\n${hooks}---\n`;

const agentThatStops = (key: string): string =>
  agentWithHooks(`  Stop:\n    - hooks:\n        - type: command\n          ${key}: "true"\n`);

const settingsWithHooks = (hooks: string): string => `-- .claude/settings.json --\n{ "hooks": { ${hooks} } }\n`;

const going = '-- kit/commands/go.md --\n---\ndescription: Goes.\n---\nGo.\n';

const pluginHooks = '-- .claude-plugin/plugin.json --\n{ "name": "p" }\n-- hooks/hooks.json --\n';

const marketplace = (owner: string, plugins: string): string =>
  `-- .claude-plugin/marketplace.json --\n{ "name": "m", ${owner}: { "name": "A" }, "plugins": [${plugins}] }\n`;

const plugin = (name: string, source: string): string => `{ "name": "${name}", "source": { ${source} } }`;

const pluginOfAddress = '{ "name": "q", "source": <|{|> "source": "github", "url": "https://github.com/a/b" } }';

const ofGitHub = '"source": "github", "repo": "a/b"';

export default defineRule({
  id: 'missing-field',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  values: [],
  summary: 'A required or expected key that is missing or empty.',
  why:
    'Claude Code loads no agent without a `name` and a `description` that are text, and says so in the debug log at most. ' +
    'A skill without a `description` is listed under the first line of its body. Frameworks have validators that want more keys.',
  source:
    'Observed: Claude Code 2.1.330, 22 November 2026; agent-studio ea3b6ec6, 29 January 2026; ' +
    'the Agent Skills specification, 9 August 2026.',
  examples: [
    {
      bad: '-- .claude/agents/a.md --\n<|---|>\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\n<|description|>:\n---\n\n# A\n\nHelps with **tests**.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps with tests.\n---\n\n# A\n\nHelps with **tests**.\n',
    },
    {
      bad: agentWithHooks(
        '  PreToolUse:\n    - hooks:\n        - { type: command, command: ./a.sh }\n      <|matcher|>:\n',
      ),
      good: agentWithHooks('  PreToolUse:\n    - hooks:\n        - { type: command, command: ./a.sh }\n'),
    },
    {
      bad: '-- .claude/skills/a/SKILL.md --\n<|---|>\nname: a\nmodel: opus\n---\n\n# Help with tests\n',
      good: '-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Help with tests\nmodel: opus\n---\n\n# Help with tests\n',
    },
    {
      bad: agentWithHooks('  PreToolUse:\n    - <|matcher|>: Bash\n'),
    },
    {
      bad: '-- .claude/skills/a/SKILL.md --\n<|---|>\ndescription: Helps.\n---\n',
      good: '-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- .claude-plugin/plugin.json --\n{ "name": "p" }\n-- agents/a.md --\n<|---|>\ndescription: Helps.\n---\n',
      good: '-- .claude-plugin/plugin.json --\n{ "name": "p" }\n-- agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n',
    },
    {
      bad:
        '-- .claude/agents/b.md --\n---\nname: b\ndescription: Helps with more than one thing.\n' +
        'context_files: []\ncontext_strategi: full\ntools: [Read]\nmodel: opus\nskills: []\n---\n',
    },
    {
      bad:
        '-- .claude/schemas/agent-definition.schema.json --\n{}\n' +
        '-- .claude/skills/a/SKILL.md --\n<|---|>\nname: a\ndescription: Helps with tests.\ntools: [Read]\n---\n' +
        '-- .claude/skills/group/b/SKILL.md --\n---\nname: b\ndescription: Helps with tests.\n---\n' +
        '-- .claude/skills/group/c/SKILL.md --\n<|---|>\ndescription: Helps with tests.\n---\n',
    },
    {
      bad: agentWithHooks('  Stop:\n    - <|type|>: command\n      command: x\n'),
      good: agentWithHooks('  Stop:\n    - hooks:\n        - type: command\n          command: x\n'),
    },
    {
      bad: settingsWithHooks('"Stop": [{ "hooks": [{ "type": "command", "<|cmd|>": "true" }] }]'),
      good: settingsWithHooks('"Stop": [{ "hooks": [{ "type": "command", "command": "true" }] }]'),
    },
    {
      bad: agentThatStops('<|comand|>'),
      good: agentThatStops('command'),
    },
    {
      bad: settingsWithHooks(
        '"Stop": [<|{|> "type": "command", "command": "x" }], "SessionEnd": [{ "hooks": [<|{|> "hooks": [{ "type": "prompt", "prompt": "x" }] }] }]',
      ),
      good: settingsWithHooks(
        '"Stop": [{ "hooks": [{ "type": "command", "command": "x" }] }], "SessionEnd": [{ "hooks": [{ "type": "prompt", "prompt": "x" }] }]',
      ),
    },
    {
      bad: settingsWithHooks('"Stop": [{ "<|commands|>": [{ "type": "command", "command": "x" }] }]'),
      good: settingsWithHooks('"Stop": [{ "hooks": [{ "type": "command", "command": "x" }] }]'),
    },
    {
      bad: '-- .mcp.json --\n{\n  "<|mcp|>": {\n    "servers": {\n      "a": { "command": "a" }\n    },\n    "inputs": []\n  }\n}\n',
      good: '-- .mcp.json --\n{\n  "mcpServers": {\n    "a": { "command": "a" }\n  }\n}\n',
    },
    {
      bad: '-- .mcp.json --\n<|{|>\n  "a": {\n    "command": "a"\n  }\n}\n',
      good: '-- .mcp.json --\n{\n  "mcpServers": {\n    "a": {\n      "command": "a"\n    }\n  }\n}\n',
    },
    {
      bad: '-- kit/.mcp.json --\n<|{|> "a": { "command": "a" } }\n' + going,
      good: '-- kit/.mcp.json --\n{ "mcpServers": { "a": { "command": "a" } } }\n' + going,
    },
    {
      bad: `${pluginHooks}<|{|> "description": "Checks", "Stop": [] }\n`,
      good: `${pluginHooks}{ "description": "Checks", "hooks": { "Stop": [] } }\n`,
    },
    { bad: `${pluginHooks}{ "modules": ["./register.js"] }\n` },
    {
      bad: marketplace('"<|author|>"', '{ "<|id|>": "p", "<|path|>": "./" }'),
      good: marketplace('"owner"', '{ "name": "p", "source": "./" }'),
    },
    {
      bad: marketplace('"owner"', `${plugin('p', '"<|type|>": "github", "repo": "a/b"')}, ${pluginOfAddress}`),
      good: marketplace('"owner"', `${plugin('p', ofGitHub)}, ${plugin('q', ofGitHub)}`),
    },
    {
      bad: '-- .claude/agents/a.md --\n<|---|>\nname: a\ndescritpoin: Helps with tests.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps with tests.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|---|>\nname: a\n描述: Helps with tests.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps with tests.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|---|>\nname: a\n# description: Helps with tests.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps with tests.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\n<|description|>: # Finds: all that is broken\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: "Finds: all that is broken"\n---\n',
    },
    { bad: '-- .claude/agents/a.md --\nNo front matter is the business of another rule.\n' },
    { bad: '-- templates/agents/plan.md --\n---\ndescription: Plans.\nmode: subagent\n---\nPlan.\n' },
  ],
  *check(document, workspace) {
    const { uri, frontMatter, data } = document;
    const schema = workspace.schema(uri);
    if (document.language === 'json') yield* missingInJson(document, workspace);
    if (!schema || !frontMatter?.close || isUnreadable(document, workspace)) return;
    // What lies too deep to be found is no skill of the framework's either, but often one taken over from elsewhere.
    const isTooDeep = workspace.file(uri)?.definitions[0]?.reachable === false;
    const hyphens = { start: frontMatter.open.start, end: frontMatter.open.start + 3 };
    const wanted: Wanted[] = [];
    for (const [key, layers] of schema.fields) {
      const layer = layers.find(({ field }) => field.required !== 'no');
      const entry = entryOf(data, key);
      if (!layer || (entry && !isOpen(entry, layer.field))) continue;
      // Its value is there, as `html-entity` tells.
      if (entry && document.parts.some(part => part.entries.includes(entry) && encoded(part))) continue;
      const { adopted } = layer.field;
      if (!adopted && standsFor[key] !== undefined && entryOf(data, standsFor[key])) continue;
      if (layer.field.onInvalid === 'convention' && (isMisspelt(key, document, schema) || isTooDeep)) continue;
      const fix = (): Fix => added(document, layer.field, schema.kind.role, entry);
      const finding = {
        span: entry?.key.span ?? hyphens,
        ...judged(layer, document, workspace, entry !== undefined),
        fixes: () => {
          const instead = entry
            ? uncommented(entry, layer.field, document, workspace)
            : standIns(document, workspace, key);
          return isInBraces(document) && !entry ? [] : [...instead, fix()].map(onlyFirst);
        },
      };
      if (isWish(layer.field) && !entry && !isInBraces(document))
        wanted.push({ layer, severity: finding.severity, finding, fix });
      else yield finding;
    }
    yield* together(wanted);
    const unnamed = withoutName(document, schema, workspace, isTooDeep);
    if (unnamed) yield unnamed;
    yield* missingBelow(document, workspace);
  },
});

/** Skills, and agents of plugins, load without a name. Of 1,700 real ones, none does without. */
function withoutName(
  document: Document,
  schema: Schema,
  workspace: Workspace,
  isTooDeep: boolean,
): Finding | undefined {
  const { uri, data, frontMatter } = document;
  const { role } = schema.kind;
  const layers = schema.fields.get('name');
  if ((role !== 'agent' && role !== 'skill') || !layers || !frontMatter || data?.is !== 'map') return undefined;
  const entry = entryOf(data, 'name');
  const isToldOf = layers.some(({ field }) => field.required !== 'no') && !isTooDeep;
  if (isToldOf || (entry && !isOpen(entry, layers[0]!.field))) return undefined;
  if (isMisspelt('name', document, schema)) return undefined;
  const what = entry ? 'The key `name` is empty.' : 'The key `name` is missing.';
  return {
    span: entry?.key.span ?? { start: frontMatter.open.start, end: frontMatter.open.start + 3 },
    severity: 'information',
    message:
      role === 'skill' && isTooDeep
        ? say(`${what} The open standard rejects a skill without it.`)
        : role === 'skill'
          ? say(
              `${what} Claude Code calls the skill \`{0}\`, after its folder; the open standard rejects it.`,
              draftName(uri, role),
            )
          : say(`${what} Claude Code calls the agent \`{0}\`, after its file.`, draftName(uri, role)),
    fixes: () => {
      const { field } = layers[0]!;
      if (isInBraces(document) && !entry) return [];
      const instead = entry ? uncommented(entry, field, document, workspace) : [];
      return [...instead, { ...added(document, field, role, entry), safe: false }].map(onlyFirst);
    },
  };
}

/** Whether a key is there but says nothing. One without its colon is being typed, or is told of as such. */
const isOpen = (entry: Entry, field: Field): boolean =>
  entry.colon !== undefined && isEmpty(entry) && field.empty !== 'none';

/** Where a misspelt key stands in its place, `unknown-field` says all there is to say. */
const isMisspelt = (key: string, { data }: Document, schema: Schema): boolean =>
  data?.is === 'map' &&
  data.entries.some(({ key: { text } }) => !schema.fields.has(text) && nearest(text, [key]).length > 0);

/** Keys that another one may stand for. */
const standsFor: Readonly<Record<string, string>> = { 'allowed-tools': 'tools' };

/** Where the front matter is not seen or cannot be read, its cause is what matters. */
function isUnreadable(document: Document, workspace: Workspace): boolean {
  if (document.problems.some(({ cause }) => cause === 'front-matter-language')) return true;
  const cause = workspace.verdict(document)?.reasons[0]?.cause;
  return cause === 'no-front-matter' || cause === 'yaml' || cause === 'not-a-map';
}

function judged(
  layer: Layer,
  document: Document,
  workspace: Workspace,
  present: boolean,
): { readonly message: Message; readonly severity: Severity } {
  const { field, dialect } = layer;
  const severity = severityOf(field, document, workspace);
  const what = present ? 'The key `{0}` is empty. ' : 'The key `{0}` is missing. ';
  const message = isWish(field)
    ? say(what + wish(layer, severity, 'it'), field.key, dialect.title)
    : consequence(
        what,
        field,
        dialect.title,
        isOfOther(document, workspace) ? gravity(field, document, workspace) : severity,
      );
  return { severity, message };
}

/** Front matter of something else that lies beside agents: notes for one of them, a page. */
const saysNothingOfAgents = ({ data }: Document): boolean =>
  data?.is === 'map' &&
  data.entries.length > 0 &&
  !['name', 'description', 'tools', 'disallowedTools', 'model'].some(key => entryOf(data, key));

/** What is not loaded is none of Claude Code's, and was hardly meant to be. */
const isOfOther = (document: Document, workspace: Workspace): boolean =>
  workspace.role(document.uri) === 'agent' && saysNothingOfAgents(document);

function severityOf(field: Field, document: Document, workspace: Workspace): Severity {
  if (field.adopted) return field.adopted;
  if (isOfOther(document, workspace)) return 'information';
  if (field.onInvalid !== 'convention')
    return field.required === 'yes' ? gravity(field, document, workspace) : 'warning';
  // Those whose absence makes the framework's own validator fail.
  return ['name', 'description', 'tools'].includes(field.key) ? 'warning' : 'information';
}

function consequence(what: string, field: Field, dialect: string, severity: Severity): Message {
  if (severity === 'error') return say(`${what}Claude Code does not load an agent without it.`, field.key);
  if (dialect.startsWith('Agent Skills'))
    return say(`${what}The open standard and Codex drop a skill without it.`, field.key);
  if (field.default !== undefined) return say(`${what}Instead, Claude Code uses {1}.`, field.key, field.default);
  return say(`${what}Claude Code knows neither what the agent does nor when to use it.`, field.key);
}
