// What is said to people: a template with arguments, rendered by the host in the user's language.

/** `{0}` in the template is the first argument. */
export interface Message {
  readonly template: string;
  readonly args: readonly string[];
}

/** A message whose `{0}`, `{1}` … are filled with the arguments when it is rendered. */
export const say = (template: string, ...args: string[]): Message => ({ template, args });

export const sameMessage = (a: Message, b: Message): boolean =>
  a === b || (a.template === b.template && a.args.join('\n') === b.args.join('\n'));

/** The message in English. */
export const render = (message: Message): string =>
  message.template.replace(/\{(\d+)\}/g, (all, index: string) => message.args[Number(index)] ?? all);
