// Answers the questions of a command: gives texts and choices to the real inputs, and presses Enter.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ourWindow, until } from './support';

/** `refused` where the text is not taken; the question is then left with Escape. */
export type Given = { readonly pick: string } | { readonly text: string; readonly refused?: boolean };

type Shown = vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>;

/** Runs a command and answers it; returns the title and step of each question, or why an answer was refused. */
export async function answer(command: string, given: readonly Given[]): Promise<string[]> {
  const said: string[] = [];
  const shown: Shown[] = [];
  const stop = watch(shown);
  try {
    const done = vscode.commands.executeCommand(command);
    for (const [index, each] of given.entries()) {
      const input = await until(`question ${index + 1} of ${command}`, () => shown[index]);
      said.push(`${input.title} ${input.step}/${input.totalSteps}`);
      if ('pick' in each) choose(input, each.pick);
      else input.value = each.text;
      if ('refused' in each) {
        said.push(
          await until('a refusal', async () => {
            await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
            return messageOf(input);
          }),
        );
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        break;
      }
      await accepted(index < given.length - 1 ? () => shown.length > index + 1 : undefined, done);
    }
    await done;
  } finally {
    stop();
  }
  return said;
}

/** Runs a command that asks for one of a list, and goes down the list to the entry of this name and takes it. */
export async function take(command: string, label: string): Promise<void> {
  const window = ourWindow();
  const { showQuickPick } = window;
  let active: string | undefined;
  const onDidSelectItem = (item: vscode.QuickPickItem | string): void => {
    active = typeof item === 'string' ? item : item.label;
  };
  Object.assign(window, {
    showQuickPick: (items: readonly vscode.QuickPickItem[], options?: vscode.QuickPickOptions) =>
      showQuickPick(items, { ...options, onDidSelectItem }),
  });
  try {
    const done = vscode.commands.executeCommand(command);
    await until(`${label} in the list of ${command}`, async () => {
      if (active === label) return true;
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      return active === label;
    });
    await accepted(undefined, done);
  } finally {
    Object.assign(window, { showQuickPick });
  }
}

/** Presses Enter until it was taken: it does nothing while the question is not shown yet, or is still being checked. */
async function accepted(next: (() => boolean) | undefined, done: Thenable<unknown>): Promise<void> {
  let ended = false;
  void done.then(() => (ended = true));
  await until('Enter to be taken', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return next?.() === true || ended;
  });
}

function choose(input: Shown, label: string): void {
  assert.ok('items' in input, 'This question has no list.');
  const item = input.items.find(each => each.label === label);
  assert.ok(item, `${label} is not among ${input.items.map(each => each.label).join(', ')}`);
  input.activeItems = [item];
}

function messageOf(input: Shown): string | undefined {
  const message = 'validationMessage' in input ? input.validationMessage : undefined;
  return typeof message === 'string' ? message : undefined;
}

/** Collects the inputs as they are made. They stay VS Code's own. */
function watch(shown: Shown[]): () => void {
  const window = ourWindow();
  const { createInputBox, createQuickPick } = window;
  const keep = <T extends Shown>(input: T): T => {
    shown.push(input);
    return input;
  };
  Object.assign(window, {
    createInputBox: () => keep(createInputBox()),
    createQuickPick: () => keep(createQuickPick()),
  });
  return () => Object.assign(window, { createInputBox, createQuickPick });
}
