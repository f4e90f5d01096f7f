// The extension is there, in a VS Code that answers.
import assert from 'node:assert/strict';
import { extensions, version } from 'vscode';

suite('smoke', () => {
  test('VS Code tells its version', () => assert.equal(typeof version, 'string'));

  test('the extension is present', () => assert.ok(extensions.getExtension('agentwright.agentwright')));
});
