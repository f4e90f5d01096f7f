// Odd values of MCP servers, hooks of plugins and agents: each is told of as gravely as the real program takes it.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { lintAlone } from '../../server/src/rules/lint';
import type { Severity } from '../../server/src/rules/rule';
import { file, fixture } from '../support/fixture';

// Claude Code 2.1.330, 30 November 2026; `npm run effective -- --values` asks it anew.
const observed = (name: string): readonly (readonly [string, string])[] =>
  readFileSync(`test/corpus/${name}.tsv`, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => {
      const [written = '', outcome = ''] = line.split('\t');
      return [written, outcome] as const;
    });

function told(path: string, text: string): readonly Severity[] {
  const { workspace, document } = fixture(file(path, text));
  return lintAlone(document, workspace).map(({ severity }) => severity);
}

/** In front matter a key with nothing behind it counts as not written, which is no more than a hint. */
const isEmpty = (line: string): boolean => /^\w+:\s*(~|null|''|' ')?$/.test(line);

suite('odd values', () => {
  test('of MCP servers are a warning where the server is passed over, and nowhere else', () => {
    const others = observed('servers').filter(([server, outcome]) => {
      const severities = told('.mcp.json', `{ "mcpServers": { "a": ${server} } }`);
      return severities.includes('error') || severities.includes('warning') !== (outcome === 'passed over');
    });
    assert.deepEqual(others, []);
  });
  test('of the hooks of a plugin are an error where the plugin is dropped, and nowhere else', () => {
    const others = observed('plugin-hooks').filter(([hooks, outcome]) => {
      const severities = told('hooks/hooks.json', `{ "hooks": ${hooks} }`);
      return severities.includes('error') !== (outcome === 'plugin dropped');
    });
    assert.deepEqual(others, []);
  });
  test('of agents are an error where the agent is dropped, and a warning where the value is ignored', () => {
    const others = observed('agent-values').filter(([line, outcome]) => {
      const key = line.slice(0, line.indexOf(':'));
      const kept = ['name: a', 'description: Helps.'].filter(each => !each.startsWith(`${key}:`));
      const severities = told('.claude/agents/a.md', `---\n${[...kept, line].join('\n')}\n---\n\nHelp.\n`);
      if (severities.includes('error') !== (outcome === 'dropped')) return true;
      return outcome === 'ignored' && !severities.includes('warning') && !isEmpty(line);
    });
    assert.deepEqual(others, []);
  });
});
