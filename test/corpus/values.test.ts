// Odd values of MCP servers, hooks of plugins, agents, skills and commands: each is told of as gravely as the real program takes it.
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
const isEmpty = (line: string): boolean => /^[\w-]+:\s*(~|null|''|' '|\[~?\]|\{\})?$/.test(line);

const keyOf = (line: string): string => line.slice(0, line.indexOf(':'));

/** A skill or command with one line of front matter, beside what it needs to be judged by that line alone. */
function toldOf(path: string, line: string): readonly Severity[] {
  const others = { description: 'Helps with tests.', ...(keyOf(line) === 'agent' && { context: 'fork' }) };
  const kept = Object.entries(others).filter(([key]) => key !== keyOf(line));
  const front = [...kept.map(([key, value]) => `${key}: ${value}`), line].join('\n');
  return told(path, `---\n${front}\n---\n\nHelp with $one and $two.\n`);
}

/** How skills and commands are told of otherwise than the program takes them. */
function* otherwise(name: string, path: string): Iterable<string> {
  for (const [line, outcome] of observed(name)) {
    const severities = toldOf(path, line);
    const isTold = severities.includes('warning');
    if (severities.includes('error')) yield `${line}: an error, though the file loads`;
    if (outcome === 'passed over' && !isTold && !isEmpty(line)) yield `${line}: passed over, and nothing is said`;
    if (outcome === 'taken' && isTold && isPlainText(line)) yield `${line}: taken, and yet a warning`;
    const isNo = /: *["']?(?:false|no|off|0)["']?$/i.test(line);
    if (outcome === 'false' && keyOf(line) === 'user-invocable' && isTold === isNo) yield `${line}: ${outcome}`;
    if (outcome === 'true' && isTold) yield `${line}: ${outcome}`;
  }
}

/** A word or several, which is what nearly every key wants. */
const isPlainText = (line: string): boolean => !/^[\w-]+: *(?:[[{]|(?:true|false|null|~|[-\d.]+|\.inf)$)/i.test(line);

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
  test('of skills and commands are a warning where the value is passed over', () => {
    assert.deepEqual([...otherwise('skill-values', '.claude/skills/s/SKILL.md')], []);
    assert.deepEqual([...otherwise('command-values', '.claude/commands/s.md')], []);
  });
  test('of a skill’s description leave it unlisted where the program does not list it', () => {
    const others = observed('skill-values').filter(([line, outcome]) => {
      if (keyOf(line) !== 'description') return false;
      const { workspace, document } = fixture(file('.claude/skills/s/SKILL.md', `---\n${line}\n---\n\nHelp.\n`));
      return workspace.verdict(document)?.listed !== (outcome === 'taken');
    });
    assert.deepEqual(others, []);
  });
});
