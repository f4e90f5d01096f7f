// Our verdict against the real program's, where its answers are at hand; the rules of its reading always.
import { strict as assert } from 'node:assert';
import { parse } from '../../server/src/syntax/parse';
import { judge } from '../../server/src/workspace/verdict';
import { agreements } from '../corpus/conformance';
import { needsCollection } from '../support/collection';

const listed = (kind: 'agent' | 'skill', text: string): boolean =>
  judge(parse('file:///a.md', 'markdown', text), kind).listed;
const agentWith = (lines: string): boolean => listed('agent', `---\n${lines}\n---\nBody\n`);

suite('verdict', () => {
  test('an agent needs a name and a description that are text', () => {
    assert.equal(agentWith('name: a\ndescription: b'), true);
    assert.equal(agentWith('name: a'), false);
    assert.equal(agentWith('description: b'), false);
    assert.equal(agentWith('name: 42\ndescription: b'), false);
    assert.equal(agentWith('name: a:b\ndescription: b'), false);
    assert.equal(agentWith('name: a\ndescription: [b]'), false);
  });

  test('values that strict YAML refuses are read by quoting', () => {
    assert.equal(agentWith('name: a\ndescription: Use this: now'), true);
    assert.equal(agentWith('name: a\ndescription: b\nglobs: **/*.ts'), true);
    assert.equal(agentWith('name: a\ndescription: @b'), true);
  });

  test('what quoting cannot mend drops the agent', () => {
    assert.equal(agentWith('name: a\ndescription: "a" and "b"'), false);
    assert.equal(agentWith('name: a\ndescription: b\n  user: "x"\n  more: y'), false);
    assert.equal(agentWith('name: a\ndescription: Use this: now\nhooks: {}'), false);
  });

  test('hooks that may guard something drop the agent where one of them is malformed', () => {
    const hooks = (handler: string, event = 'PreToolUse'): boolean =>
      agentWith(`name: a\ndescription: b\nhooks:\n  ${event}:\n    - hooks:\n        - ${handler}`);
    assert.equal(hooks('{ type: command, command: ls, timeout: 0.5, unknown: 1 }'), true);
    assert.equal(hooks('{ type: command, command: ls, timeout: 0 }'), false);
    assert.equal(hooks('{ type: command, command: ls, timeout: "30" }'), false);
    assert.equal(hooks('{ type: command, command: ls, async: "true" }'), false);
    assert.equal(hooks('{ type: command, command: ls, statusMessage: }'), false);
    assert.equal(hooks('{ type: command, command: 12 }'), false);
    assert.equal(hooks('{ type: command, comand: ls }'), false);
    assert.equal(hooks('{ type: shell, command: ls }'), false);
    assert.equal(hooks('{ type: shell, command: ls }', 'Stop'), true);
    assert.equal(hooks('{ type: prompt, prompt: "", model: x }'), true);
    assert.equal(hooks('{ type: http, url: a }'), false);
    assert.equal(hooks('{ type: command, command: ls, PreToolUse: [1] }', 'Stop'), false);
    assert.equal(agentWith('name: a\ndescription: b\nPreToolUse: false'), false);
    assert.equal(agentWith('name: a\ndescription: b\nPreToolUse: []\nmetadata:\n  PreToolUse: [1]'), true);
    assert.equal(agentWith('name: a\ndescription: b\nhooks:'), true);
    assert.equal(agentWith('name: a\ndescription: b\nhooks:\n  PreToolUse:'), true);
    assert.equal(agentWith('name: a\ndescription: b\nhooks: []'), false);
  });

  test('front matter begins at the first byte and ends at the next three hyphens', () => {
    assert.equal(listed('agent', '\n---\nname: a\ndescription: b\n---\n'), false);
    assert.equal(listed('agent', '\uFEFF---\nname: a\ndescription: b\n---\n'), true);
    assert.equal(listed('agent', '---\nname: a # --- cut\ndescription: b\n---\n'), false);
  });

  test('a skill whose front matter is lost is not listed', () => {
    assert.equal(listed('skill', '---\nname: s\ndescription: d\n---\n'), true);
    assert.equal(listed('skill', '---\nname: s\n---\n# Title\n'), false);
    assert.equal(listed('skill', '# Title\n'), false);
  });

  test('agrees with the real program on every real and every broken file', function () {
    needsCollection(this);
    assert.deepEqual(
      agreements().flatMap(({ wrong }) => wrong),
      [],
    );
  });
});
