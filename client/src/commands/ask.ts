// One step of a multi-step input: a list or a text, with a Back button and a check while one types.
import {
  QuickInputButtons,
  window,
  type InputBox,
  type InputBoxValidationMessage,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';

export const back = Symbol('back');
/** Undefined where the person gave up. */
export type Answer = string | typeof back | undefined;

interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly canGoBack: boolean;
  readonly prompt: string;
  /** What was answered before, for those who come back. */
  readonly value: string;
}

export interface PickItem extends QuickPickItem {
  readonly value: string;
}

export interface PickStep extends Step {
  readonly items: readonly PickItem[];
}

export interface AskStep extends Step {
  check(text: string): Promise<Checked>;
}

/** `value` is what Enter takes; without it Enter does nothing. */
export interface Checked {
  readonly value?: string;
  readonly refused?: string;
  readonly note?: InputBoxValidationMessage;
}

export function pick(step: PickStep): Promise<Answer> {
  const input = window.createQuickPick<PickItem>();
  input.items = step.items;
  input.placeholder = step.prompt;
  input.matchOnDescription = true;
  input.activeItems = step.items.filter(item => item.value === step.value);
  return run(input, step, settle => input.onDidAccept(() => settle(input.activeItems[0]?.value)));
}

export function ask(step: AskStep): Promise<Answer> {
  const input = window.createInputBox();
  input.prompt = step.prompt;
  input.value = step.value;
  return run(input, step, settle => {
    let latest = 0;
    async function check(): Promise<Checked> {
      const mine = ++latest;
      const checked = await step.check(input.value).catch((error: unknown): Checked => ({ refused: String(error) }));
      // A slow answer about an older text must not overwrite a newer one.
      if (mine === latest) input.validationMessage = checked.refused ?? checked.note;
      return checked;
    }
    async function accept(): Promise<void> {
      input.busy = true;
      const { value } = await check();
      input.busy = false;
      if (value !== undefined) settle(value);
    }
    input.onDidChangeValue(() => void check());
    input.onDidAccept(() => void accept());
  });
}

/** The listeners go with the input when it is disposed. */
function run(
  input: InputBox | QuickPick<PickItem>,
  step: Step,
  listen: (settle: (answer: Answer) => void) => void,
): Promise<Answer> {
  input.title = step.title;
  input.step = step.step;
  input.totalSteps = step.totalSteps;
  // Looking something up elsewhere must not throw the answers away.
  input.ignoreFocusOut = true;
  input.buttons = step.canGoBack ? [QuickInputButtons.Back] : [];
  return new Promise<Answer>(resolve => {
    listen(resolve);
    input.onDidTriggerButton(() => resolve(back));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}
