// Runs the tests of this folder inside VS Code's extension host; scripts/test.mjs reads the outcome from a file.
import Mocha from 'mocha';
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { version } from 'vscode';

/** VS Code calls this once the window is open; a rejection is exit code 1. */
export async function run(): Promise<void> {
  const { VSCODE_TEST_RESULT: result, AGENTWRIGHT_TEST_GREP: grep, CI: ci } = process.env;
  if (!result) throw new Error('VSCODE_TEST_RESULT names no file for the outcome.');
  appendFileSync(result, JSON.stringify({ vscode: version }) + '\n');
  try {
    const failed = await runMocha(grep, Boolean(ci));
    if (failed) throw new Error(`${failed} failed`);
  } catch (error) {
    appendFileSync(result, JSON.stringify({ error: error instanceof Error ? error.stack : String(error) }) + '\n');
    throw error;
  }
}

async function runMocha(grep: string | undefined, forbidOnly: boolean): Promise<number> {
  const reporter = join(__dirname, '../../../scripts/reporter.cjs');
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, reporter, forbidOnly, ...(grep ? { grep } : {}) });
  for (const name of readdirSync(__dirname).sort()) if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  return new Promise(resolve => mocha.run(resolve));
}
