// Placeholders that are being written: those that Claude Code replaces in a body, and the variables that it gives a hook's command.
import { hookVariables } from '../dialects/claude/hooks';
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';
import type { Completion } from './completion';
import type { Offer } from './offers';
import { argumentNames } from './placeholders';

const begun = /(?<![\\\w$])\$(?:\{?[A-Za-z_]*)$/;

/** What is written of a placeholder before the cursor, from its dollar on. */
export const placeholderBefore = (before: string): string | undefined => begun.exec(before)?.[0];

/** In a body, in the order of the facts. */
export function completePlaceholder(
  workspace: Workspace,
  { uri, text, data }: Document,
  offset: number,
  written: string,
): Completion[] {
  const span = { start: offset - written.length, end: endOf(text, offset, written) };
  const known = workspace.schema(uri)?.kind.substitutions ?? [];
  return known
    .filter(({ value }) => value.startsWith('$') && isGiven(workspace, uri, value))
    .flatMap(choice =>
      choice.value === '$name' ? argumentNames(data).map(name => ({ ...choice, value: `$${name}` })) : choice,
    )
    .map(({ value, doc }, index) => ({
      label: value,
      kind: 'value',
      span,
      text: value.replace('[N]', '[0]').replace(/^\$N$/, '$0'),
      documentation: () => doc,
      sortText: String(index).padStart(2, '0'),
    }));
}

/** `${CLAUDE_…}` with the brace that the editor may have closed. */
const endOf = (text: string, offset: number, written: string): number =>
  offset + (written.startsWith('${') ? /^\w*\}?/ : /^\w*/).exec(text.slice(offset, offset + 60))![0].length;

/** Those of plugins mean nothing elsewhere. */
const isGiven = (workspace: Workspace, uri: string, name: string): boolean =>
  !name.includes('CLAUDE_PLUGIN') || workspace.file(uri)?.realm.startsWith('plugin:') === true;

/** In the command of a hook; `before` is what is typed of it. */
export function* variableOffers(
  workspace: Workspace,
  { uri, text }: Pick<Document, 'uri' | 'text'>,
  offset: number,
  before: string,
): Iterable<Offer> {
  const written = placeholderBefore(before);
  if (written === undefined) return;
  for (const { value: name, doc } of hookVariables) {
    if (!isGiven(workspace, uri, name)) continue;
    yield {
      label: `\${${name}}`,
      kind: 'value',
      documentation: () => doc,
      from: before.length - written.length,
      to: endOf(text, offset, written),
    };
  }
}
