// In JSON files: what is offered where, in quotes and with the commas right, and what is told of keys and values.
import { strict as assert } from 'node:assert';
import { checkCompletes, checkHover, checkNothing, checkOffers, offers } from '../support/features';
import { agent, file } from '../support/fixture';

const settings = (text: string): string => file('.claude/settings.json', text);
const servers = file('.mcp.json', '{"mcpServers":{"github":{"command":"gh-mcp"}}}');
const manifest = (text: string): string => file('.claude-plugin/plugin.json', text);

suite('completion in JSON', () => {
  test('of keys', () => checkOffers(settings('{ <|> }'), 'permissions model hooks'));
  test('of keys, the most frequent first', () =>
    assert.deepEqual(offers(settings('{ <|> }')).slice(0, 3), ['permissions', 'hooks', 'env']));
  test('of events, the most frequent first', () =>
    assert.deepEqual(offers(settings('{ "hooks": { <|> } }')).slice(0, 4), [
      'PreToolUse',
      'PostToolUse',
      'SessionStart',
      'Stop',
    ]));
  test('of models, but not the one of a conversation that is yet to begin', () => {
    checkOffers(settings('{ "model": <|> }'), 'opus | inherit');
    checkOffers(agent('a', 'model: <|>'), 'opus inherit');
  });
  test('of keys that are not there yet', () => checkOffers(settings('{ "model": "opus", <|> }'), 'hooks | model'));
  test('of a key without quotes', () =>
    checkCompletes(settings('{ <|> }'), 'permissions', settings('{ "permissions": {\n  $0\n} }')));
  test('of a key in quotes', () =>
    checkCompletes(settings('{ "perm<|>" }'), 'permissions', settings('{ "permissions": {\n  $0\n} }')));
  test('of a key whose colon is there', () =>
    checkCompletes(settings('{ "mo<|>": "opus" }'), 'model', settings('{ "model": "opus" }')));
  test('of a key before others, with the comma that is missing', () =>
    checkCompletes(
      settings('{\n  <|>\n  "model": "opus"\n}'),
      'alwaysThinkingEnabled',
      settings('{\n  "alwaysThinkingEnabled": ${1|false,true|},\n  "model": "opus"\n}'),
    ));
  test('of keys below others', () => checkOffers(settings('{ "permissions": { <|> } }'), 'allow deny ask | model'));
  test('of events', () => checkOffers(settings('{ "hooks": { "<|>": [] } }'), 'PreToolUse Stop'));
  test('of keys that the kind of handler has', () =>
    checkOffers(
      settings('{ "hooks": { "Stop": [{ "hooks": [{ "type": "http", <|> }] }] } }'),
      'url headers | command type',
    ));
  test('of values in quotes', () =>
    checkCompletes(
      settings('{ "permissions": { "defaultMode": "pl<|>" } }'),
      'plan',
      settings('{ "permissions": { "defaultMode": "plan" } }'),
    ));
  test('of values without quotes', () =>
    checkCompletes(settings('{ "model": <|> }'), 'opus', settings('{ "model": "opus" }')));
  test('of words that are no text', () =>
    checkCompletes(
      settings('{ "alwaysThinkingEnabled": <|> }'),
      'true',
      settings('{ "alwaysThinkingEnabled": true }'),
    ));
  test('of tools in permission rules', () =>
    checkOffers(settings('{ "permissions": { "allow": ["Read", "<|>"] } }'), 'Bash mcp__github__* | Read', {
      beside: servers,
    }));
  test('of what matchers name', () => {
    const matcher = (event: string, text: string): string =>
      settings(`{ "hooks": { "${event}": [{ "matcher": ${text} }] } }`);
    checkOffers(matcher('PreToolUse', '"<|>"'), 'Bash Write mcp__github__.*', { beside: servers });
    checkCompletes(matcher('PreToolUse', '"Write|Ed<|>"'), 'Edit', matcher('PreToolUse', '"Write|Edit"'));
    checkCompletes(matcher('PreToolUse', '<|>'), 'Edit', matcher('PreToolUse', '"Edit"'));
    checkOffers(matcher('PostToolUse', '"Write|<|>|Read"'), 'Edit | Write', { beside: servers });
    checkOffers(matcher('SubagentStop', '"<|>"'), 'reviewer | Bash', { beside: agent('reviewer') });
    checkOffers(matcher('SessionStart', '"<|>"'), 'startup resume | Bash');
    checkNothing(matcher('Stop', '"<|>"'));
    checkOffers(agent('a', 'hooks:\n  PreToolUse:\n    - matcher: <|>'), 'Bash Write');
    checkCompletes(
      agent('a', 'hooks:\n  PreToolUse:\n    - matcher: Write|Ed<|>'),
      'Edit',
      agent('a', 'hooks:\n  PreToolUse:\n    - matcher: Write|Edit'),
    );
  });
  test('of agents', () => checkOffers(settings('{ "agent": "<|>" }'), 'reviewer', { beside: agent('reviewer') }));
  test('of a server', () => checkOffers(file('.mcp.json', '{ "mcpServers": { "a": { <|> } } }'), 'command url type'));
  test('of paths in a manifest, from the folder of the plugin', () =>
    checkOffers(manifest('{ "name": "p", "agents": ["./agents/<|>"] }'), 'a.md', {
      beside: file('agents/a.md', '---\nname: a\ndescription: Works.\n---\n'),
    }));
  test('nothing in a text', () => checkNothing(settings('{ "language": "<|>" }')));
  test('nothing behind the last brace', () => checkNothing(settings('{ "model": "opus" }<|>')));
});

suite('hover in JSON', () => {
  test('of a key', () => checkHover(settings('{ "mod<|>el": "opus" }'), ['**`model`** · Claude Code settings']));
  test('of a key below another', () =>
    checkHover(settings('{ "permissions": { "de<|>ny": [] } }'), ['**`deny`** · Claude Code settings']));
  test('of an event', () => checkHover(settings('{ "hooks": { "PreTool<|>Use": [] } }'), ['Before a tool is called']));
  test('of a value', () =>
    checkHover(settings('{ "permissions": { "defaultMode": "pl<|>an" } }'), ['**`plan`** · `defaultMode`']));
  test('of a tool in a permission rule', () =>
    checkHover(settings('{ "permissions": { "deny": ["Ba<|>sh(rm *)"] } }'), ['**`Bash`**']));
  test('not of a model that means nothing there', () => checkHover(settings('{ "model": "inh<|>erit" }'), []));
  test('not of a key that nobody knows', () => checkHover(settings('{ "mo<|>odel": 1 }'), []));
});
