// Values of the wrong shape: a list where text is wanted, a number where a name is wanted, text where keys are wanted.
import { hookEvent } from '../dialects/claude/hook-events';
import { textAt, type Data, type DataMap } from '../syntax/data';
import type { Document } from '../syntax/document';
import { holds, type Span } from '../syntax/span';
import { outerOf } from '../syntax/yaml';
import type { Layer } from '../workspace/schema';
import { hasForm } from '../workspace/values';
import type { Workspace } from '../workspace/workspace';
import { yamlText } from './edits';
import { gravity, isPassedOver, isPlaceholder, type Place, type KnownEntry } from './fields';
import { formFixes, isText, type Misfit } from './form-fixes';
import { gravityOf } from './form-gravity';
import { messageOf } from './form-message';
import { misfitOf } from './misfits';
import { defineEntryRule, say, type Finding } from './rule';
import { withBreaks } from './key-breaks';

const a = '-- .claude/agents/a.md --\n---\n';
const b = '-- .claude/skills/b/SKILL.md --\n---\nname: b\n';
const studio = '-- .claude/agents/z.md --\n---\nname: z\ndescription: Helps.\ncontext_strategy: full\n---\n';

const plugin = (keys: string): string => `-- .claude-plugin/plugin.json --\n{ "name": "a", ${keys} }\n`;

export default defineEntryRule({
  id: 'wrong-form',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary: 'A value that does not have the shape that its key takes.',
  why:
    'Tools read a key in the forms that they know: text, a list, keys with values. Claude Code drops an agent whose `name` ' +
    'or `description` is no text, or whose `hooks` are no keys; other values of a wrong form it ignores or reads in its own way.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026; Visual Studio Code 1.139.1; agent-studio ea3b6ec6.',
  examples: [
    { bad: `${a}name: <|42|>\ndescription: Helps.\n---\n`, good: `${a}name: "42"\ndescription: Helps.\n---\n` },
    { bad: `${a}name: <|[]|>\ndescription: Helps.\n---\n`, good: `${a}name: a\ndescription: Helps.\n---\n` },
    { bad: `${a}name: <|{a}|>\ndescription: Helps.\n---\n`, good: `${a}name: a\ndescription: Helps.\n---\n` },
    {
      bad: `${a}name: a\ndescription: <|[Helps, Tests]|>\n---\n`,
      good: `${a}name: a\ndescription: Helps, Tests\n---\n`,
    },
    {
      bad: `${a}name: a\ndescription:\n  <|- Helps.\n  - Tests.|>\n---\n`,
      good: `${a}name: a\ndescription: Helps., Tests.\n---\n`,
    },
    {
      bad: `${a}name: a\ndescription:\n  <|Use: this\n  - always|>\n---\n`,
    },
    {
      bad: `${a}name: a\ndescription:\n  <|use: this\n  when: asked|>\n---\n`,
      good: `${a}name: a\ndescription: |-\n  use: this\n  when: asked\n---\n`,
    },
    { bad: `${a}name: a\ndescription: Helps.\nhooks: <|none|>\n---\n` },
    { bad: `${a}name: a\ndescription: Helps.\nhooks:\n  PreToolUse: <|check.sh|>\n---\n` },
    {
      bad: `${b}description: Helps.\nargument-hint: <|[file]|>\n---\n`,
      good: `${b}description: Helps.\nargument-hint: "[file]"\n---\n`,
    },
    { bad: `${b}description: Helps.\nmetadata: <|mine|>\n---\n` },
    { bad: `${a}name: a\ndescription: Helps.\nhooks: { PreToolUse: [{ hooks: [<|~|>] }] }\n---\n` },
    {
      bad: '-- .mcp.json --\n{ "mcpServers": { "a": { "type": "http", "url": "https://a.b", "oauth": { "scopes": <|["x"]|> } } } }\n',
    },
    {
      bad: `${a}name: a\ndescription: Helps.\nskills: <|{ tdd: true }|>\n---\n`,
      good: `${a}name: a\ndescription: Helps.\nskills: [tdd]\n---\n`,
    },
    {
      bad: `${a}name: a\ndescription: Helps.\ntools:\n  - Read\n  - <|Grep:|>\n  - <|name: Glob|>\n---\n`,
      good: `${a}name: a\ndescription: Helps.\ntools:\n  - Read\n  - Grep\n  - Glob\n---\n`,
    },
    {
      bad: `${a}name: a\ndescription: Helps.\ntools: <|{ read: true, grep: true, bash: false }|>\n---\n`,
      good: `${a}name: a\ndescription: Helps.\ntools: [Read, Grep]\n---\n`,
    },
    {
      bad: `${studio}${a}name: a\ndescription: Helps with tests and more tests.\nmodel: opus\ntools: <|Read, Grep|>\n---\n`,
      good: `${studio}${a}name: a\ndescription: Helps with tests and more tests.\nmodel: opus\ntools: [Read, Grep]\n---\n`,
    },
    {
      bad: `${studio}${a}name: a\ndescription: <||-\n  Helps with tests\n  and more tests.|>\n---\n`,
      good: `${studio}${a}name: a\ndescription: Helps with tests and more tests.\n---\n`,
    },
    {
      bad: `${studio}${b}description: Helps with tests and more tests.\nversion: "1.0"\nallowed-tools: Read\nbest_practices:\n  - <|Rule: test first|>\n---\n`,
      good: `${studio}${b}description: Helps with tests and more tests.\nversion: "1.0"\nallowed-tools: Read\nbest_practices:\n  - "Rule: test first"\n---\n`,
    },
    {
      bad: `${a}name: a\ndescription: Helps.\nskills: [<|{ name: tdd }|>]\n---\n`,
      good: `${a}name: a\ndescription: Helps.\nskills: [tdd]\n---\n`,
    },
    {
      bad: `${a}name: a\ndescription: Helps.\nskills:\n  - <|name: tdd|>\n---\n`,
      good: `${a}name: a\ndescription: Helps.\nskills:\n  - tdd\n---\n`,
    },
    {
      bad: `${a}name: a\ndescription: Helps.\nmodel: <|[sonnet, haiku]|>\n---\n`,
      good: `${a}name: a\ndescription: Helps.\nmodel: sonnet\n---\n`,
    },
    {
      bad: '-- .claude-plugin/plugin.json --\n{ "name": <|{ "text": "a" }|> }\n',
      good: '-- .claude-plugin/plugin.json --\n{ "name": "a" }\n',
    },
    {
      bad: '-- .claude-plugin/plugin.json --\n{ "name": "a", "author": <|["Ada"]|> }\n',
      good: '-- .claude-plugin/plugin.json --\n{ "name": "a", "author": { "name": "Ada" } }\n',
    },
    {
      bad: '-- .claude/settings.json --\n{ "env": <|["A=b"]|>, "enabledPlugins": <|["p@m"]|> }\n',
      good: '-- .claude/settings.json --\n{ "env": { "A": "b" }, "enabledPlugins": { "p@m": true } }\n',
    },
    {
      bad: '-- .claude/settings.json --\n{ "model": <|3|>, "env": {}, "language": <|null|> }\n',
      good: '-- .claude/settings.json --\n{ "env": {} }\n',
    },
    {
      bad: '-- .claude/settings.json --\n{ "statusLine": <|"./line.sh"|> }\n',
      good: '-- .claude/settings.json --\n{ "statusLine": { "type": "command", "command": "./line.sh" } }\n',
    },
    {
      bad: `${a}name: a\ndescription: Helps.\nhooks:\n  Stop:\n      <|hooks:\n        - type: command\n          command: "true"|>\n---\n`,
      good: `${a}name: a\ndescription: Helps.\nhooks:\n  Stop:\n    - hooks:\n        - type: command\n          command: "true"\n---\n`,
    },
    {
      bad: plugin('"repository": <|{ "type": "git", "url": "https://example.com" }|>, "commands": <|true|>'),
      good: plugin('"repository": "https://example.com"'),
    },
    {
      bad: '-- .mcp.json --\n{ "mcpServers": { "a": { "command": "npx", "args": <|"-y a-mcp"|>, "env": <|null|> } } }\n',
      good: '-- .mcp.json --\n{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "a-mcp"] } } }\n',
    },
    {
      bad: '-- .mcp.json --\n{ "mcpServers": { "a": { "command": <|["npx", "-y", "a-mcp"]|> } } }\n',
      good: '-- .mcp.json --\n{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "a-mcp"] } } }\n',
    },
    {
      bad: '-- .mcp.json --\n{ "mcpServers": { "a": { "command": <|["npx", "-y"]|>, "args": ["a-mcp"] } } }\n',
      good: '-- .mcp.json --\n{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "a-mcp"] } } }\n',
    },
    {
      bad: '-- .claude/settings.json --\n{\n  "permissions": <|["Bash(ls:*)", "Read"]|>\n}\n',
      good: '-- .claude/settings.json --\n{\n  "permissions": { "allow": ["Bash(ls:*)", "Read"] }\n}\n',
    },
    {
      bad: '-- .claude/settings.json --\n{ "hooks": <|[{ "event": "Stop", "hooks": [] }, { "event": "PreToolUse", "matcher": "Bash", "command": "a" }]|> }\n',
      good: '-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [] }], "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "a" }] }] } }\n',
    },
    {
      bad: '-- .mcp.json --\n{ "mcpServers": <|[{ "name": "a", "command": "a" }]|> }\n',
      good: '-- .mcp.json --\n{ "mcpServers": { "a": { "command": "a" } } }\n',
    },
    {
      bad: plugin('"author": <|"Ada <ada@example.com>"|>'),
      good: plugin('"author": { "name": "Ada", "email": "ada@example.com" }'),
    },
    {
      bad: '-- .claude-plugin/marketplace.json --\n{ "name": "m", "owner": { "name": "A" }, "plugins": [<|"p"|>] }\n-- plugins/p/.claude-plugin/plugin.json --\n{ "name": "p" }\n',
      good: '-- .claude-plugin/marketplace.json --\n{ "name": "m", "owner": { "name": "A" }, "plugins": [{ "name": "p", "source": "./plugins/p" }] }\n-- plugins/p/.claude-plugin/plugin.json --\n{ "name": "p" }\n',
    },
    {
      bad: `${a}name: a\ndescription: Helps.\nhooks:\n  PreToolUse: <|./check.sh|>\n---\n`,
      good: `${a}name: a\ndescription: Helps.\nhooks:\n  PreToolUse:\n    - hooks:\n        - type: command\n          command: ./check.sh\n---\n`,
    },
    {
      bad: '-- .claude/settings.json --\n{ "hooks": { "Stop": <|"./done.sh"|>, "SessionEnd": <|{ "hooks": [{ "hooks": [] }] }|> } }\n',
      good: '-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "./done.sh" }] }], "SessionEnd": [{ "hooks": [] }] } }\n',
    },
    {
      bad: '-- .claude/settings.json --\n{ "hooks": { "PostToolUse": [{ "matcher": <|["Edit", "Write"]|>, "hooks": [] }], "Stop": [<|[{ "hooks": [] }, { "hooks": [] }]|>] } }\n',
      good: '-- .claude/settings.json --\n{ "hooks": { "PostToolUse": [{ "matcher": "Edit|Write", "hooks": [] }], "Stop": [{ "hooks": [] }, { "hooks": [] }] } }\n',
    },
    {
      bad: '-- .claude-plugin/marketplace.json --\n{ "name": "m", "owner": { "name": "A" }, "plugins": [<|null|>, { "name": "p", "source": "./" }] }\n',
      good: '-- .claude-plugin/marketplace.json --\n{ "name": "m", "owner": { "name": "A" }, "plugins": [{ "name": "p", "source": "./" }] }\n',
    },
    {
      bad: `${b}description: Works.\narguments:\n  - <|name: issue\n    description: Its number.|>\n  - name: branch\n    required: true\n---\n`,
      good: `${b}description: Works.\narguments:\n  - issue\n  - branch\n---\n`,
    },
    { bad: `${b}description: Works.\npaths: <|true|>\narguments: <|3|>\n---\n` },
    { bad: `${a}name: {{NAME}}\ndescription: {{DESCRIPTION}}\n---\n` },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nhooks:\n  pre: |\n    echo a\n---\nGo.\n' },
  ],
  *entry(known, document, workspace) {
    const { value } = known.entry;
    if (!value || isPlaceholder(document.text, outerHolder(value))) return;
    yield* ofLayers(document, workspace, known, value);
  },
});

/** What the first dialect that objects has to say; the others would say it again. */
function* ofLayers(document: Document, workspace: Workspace, known: KnownEntry, value: Data): Iterable<Finding> {
  // Hooks that never run, as another rule says, may have any form.
  const ofNoEvent = known.entry.key.text === 'hooks' && value.is === 'map' ? strangeEvents(value) : [];
  for (const layer of known.layers) {
    const { field } = layer;
    if (isPassedOver(field, document)) continue;
    let found = false;
    const described: Place[] = [];
    for (const place of known.places(field, field.type)) {
      if (ofNoEvent.some(span => holds(span, place.data.span))) continue;
      const misfit = misfitOf(place, layer, document);
      if (!misfit) continue;
      found = true;
      if (describedName(place) !== undefined) described.push(place);
      else yield finding(document, workspace, place, layer, misfit);
    }
    if (described.length > 0) yield withNames(document, workspace, described);
    if (found) return;
    const wanted = field.wanted && value.is !== 'list' && field.wanted.is === 'list' ? field.wanted : undefined;
    if (wanted && !hasForm(wanted, value)) {
      yield finding(document, workspace, { type: wanted, data: value, field }, layer, 'taste');
      return;
    }
  }
}

/** The name in keys that describe what has a name alone: `- name: x`, `description: …`. */
const describedName = ({ type, data }: Place): string | undefined =>
  isText(type) && data.is === 'map' && !data.flow && data.entries.length > 1 ? textAt(data, 'name') : undefined;

/** Said once for a list. */
function withNames(document: Document, workspace: Workspace, places: readonly Place[]): Finding {
  const { data, field } = places[0]!;
  const { uri, text } = document;
  const edits = places.map(place => ({
    uri,
    span: trimmedOuter(place.data, text),
    text: yamlText(describedName(place)!),
  }));
  return {
    span: trimmedOuter(data, text),
    severity: gravity(field, document, workspace),
    message: say('`{0}` takes names alone, without keys: write `{1}` here.', field.key, describedName(places[0]!)!),
    fixes: () => [{ title: say('Write the names alone'), edits, safe: false, preferred: true }],
  };
}

const strangeEvents = (hooks: DataMap): Span[] =>
  hooks.entries.flatMap(({ key, value }) => (value && !hookEvent(key.text) ? [value.span] : []));

function finding(document: Document, workspace: Workspace, place: Place, layer: Layer, misfit: Misfit): Finding {
  const { data } = place;
  const span = trimmedOuter(data, document.text);
  return {
    span: misfit === 'number' && data.is === 'scalar' ? data.span : span,
    severity: gravityOf(place, document, workspace, misfit),
    message: messageOf(place, layer, misfit, document, workspace),
    fixes: () => withBreaks(document, workspace, span, formFixes(document, workspace, place, misfit, span)),
  };
}

function trimmedOuter(data: Data, text: string): Span {
  const { start, end } = outerOf(data);
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

const outerHolder = (data: Data): { readonly span: Span } => ({ span: outerOf(data) });
