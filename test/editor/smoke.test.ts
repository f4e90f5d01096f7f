// The VS Code that was asked for, with the extension as it ships.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { version } from 'vscode';
import { extension, host } from './support';

interface Manifest {
  readonly engines: { readonly vscode: string };
}

suite('smoke', () => {
  test('the extension is installed, not run from its sources', () => {
    const files = readdirSync(extension().extensionPath);
    assert.ok(files.includes('dist'), files.join(' '));
    assert.deepEqual(
      files.filter(name => ['client', 'server', 'test', 'node_modules'].includes(name)),
      [],
    );
  });

  test('the oldest VS Code is the one that the extension asks for', () => {
    const { engines } = extension().packageJSON as Manifest;
    const [, oldest] = /^\^(\d+\.\d+)\.0$/.exec(engines.vscode) ?? [];
    assert.ok(oldest, engines.vscode);
    assert.equal(version.startsWith(`${oldest}.`), host === 'oldest', version);
  });
});
