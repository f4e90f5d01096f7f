// Runs the tests of this folder inside VS Code's extension host; scripts/test.mjs reads the outcome from a file.
import Mocha from 'mocha';
import { appendFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version, workspace } from 'vscode';

/** VS Code calls this once the window is open; a rejection is exit code 1. */
export async function run(): Promise<void> {
  const {
    VSCODE_TEST_RESULT: result,
    AGENTWRIGHT_TEST_GREP: grep,
    AGENTWRIGHT_TEST_BLIND: blind,
    CI: ci,
  } = process.env;
  if (!result) throw new Error('VSCODE_TEST_RESULT names no file for the outcome.');
  if (blind && !(await seesFiles())) tellBlind(blind);
  appendFileSync(result, JSON.stringify({ vscode: version }) + '\n');
  try {
    const failed = await runMocha(grep, Boolean(ci));
    if (failed && blind && !(await seesFiles())) {
      rmSync(result);
      tellBlind(blind);
    }
    if (failed) throw new Error(`${failed} failed`);
  } catch (error) {
    appendFileSync(result, JSON.stringify({ error: error instanceof Error ? error.stack : String(error) }) + '\n');
    throw error;
  }
}

/** 1.100.3 at times starts no watcher of files, or loses it later, and says nothing: what is tested in such a window tells nothing
 * of the extension, so the editor is started again. */
function tellBlind(file: string): never {
  writeFileSync(file, '');
  throw new Error('The editor sees no changes on disk.');
}

async function runMocha(grep: string | undefined, forbidOnly: boolean): Promise<number> {
  const reporter = join(__dirname, '../../../scripts/reporter.cjs');
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, reporter, forbidOnly, ...(grep ? { grep } : {}) });
  for (const name of readdirSync(__dirname).sort()) if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  return new Promise(resolve => mocha.run(resolve));
}

/** Whether the editor tells of a file that is written, one a second, within half a minute. */
async function seesFiles(): Promise<boolean> {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (folder === undefined) return true;
  const watcher = workspace.createFileSystemWatcher('**/*.seen');
  let seen = false;
  watcher.onDidCreate(() => (seen = true));
  for (let n = 0; n < 30 && !seen; n++) {
    const path = join(folder, `${n}.seen`);
    writeFileSync(path, '');
    await new Promise(resolve => setTimeout(resolve, 1000));
    rmSync(path);
  }
  watcher.dispose();
  return seen;
}
