// All commands. A new one is one file, one line here and its entry in package.json.
import { commands, Disposable, l10n, window } from 'vscode';
import type { Command, Host } from './command';
import { copyName } from './copyName';
import { findReferences } from './findReferences';
import { fixAll } from './fixAll';
import { fixWorkspace } from './fixWorkspace';
import { insertSkill } from './insertSkill';
import { newAgent } from './newAgent';
import { newSkill } from './newSkill';
import { openAgent } from './openAgent';
import { open } from './open';
import { openSkill } from './openSkill';
import { openToSide } from './openToSide';
import { refresh } from './refresh';
import { reveal } from './reveal';
import { rename } from './rename';
import { restartServer } from './restartServer';
import { showBudget } from './showBudget';
import { showEffective } from './showEffective';
import { showLog } from './showLog';
import { showReferences } from './showReferences';

const all: readonly Command[] = [
  newAgent,
  newSkill,
  openAgent,
  openSkill,
  insertSkill,
  fixAll,
  fixWorkspace,
  showEffective,
  showBudget,
  refresh,
  showLog,
  restartServer,
  open,
  openToSide,
  findReferences,
  rename,
  reveal,
  copyName,
  showReferences,
];

export function registerCommands(host: Host): Disposable {
  return Disposable.from(
    ...all.map(command => commands.registerCommand(command.id, argument => guard(command, host, argument))),
  );
}

/** A command was asked for by a person, so its failure is said, once, with a way to the details. */
async function guard(command: Command, host: Host, argument: unknown): Promise<void> {
  try {
    await command.run(host, argument);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    host.log.error(`${command.id}: ${error instanceof Error ? (error.stack ?? reason) : reason}`);
    const details = l10n.t('Show Log');
    const answer = await window.showErrorMessage(l10n.t('Agentwright could not do this: {0}', reason), details);
    if (answer === details) host.log.show();
  }
}
