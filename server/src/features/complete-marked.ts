// Names and files behind a mark in prose: `/` before commands and skills, `@` before agents and files.
import { dialect } from '../dialects/index';
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import type { FileRole } from '../dialects/dialect';
import { symbolName } from '../workspace/symbols';
import { parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Completion } from './completion';
import { literal } from './markdown';
import { agentOffers, skillOffers, type Offer } from './offers';
import { pathOffers } from './paths';

/** `before`: the line up to the cursor. */
export function markedAt(before: string): { readonly mark: '/' | '@'; readonly word: string } | undefined {
  const match = /(?:^|[\s("'`])([/@])([\w.:/-]*)$/.exec(before);
  return match ? { mark: match[1] as '/' | '@', word: match[2]! } : undefined;
}

/** What can follow the mark: offers, each with from where on it replaces what is typed behind the mark. */
export function* markedOffers(
  workspace: Workspace,
  document: Document,
  section: Section,
  offset: number,
  { mark, word }: { readonly mark: '/' | '@'; readonly word: string },
): Iterable<Offer> {
  const { uri, text } = document;
  const role = workspace.schema(uri)?.kind.role;
  const code = codeAt(section, offset);
  if (code === 'fence') return;
  if (mark === '/') {
    if (word.includes('/')) return;
    const commands = [...commandOffers(workspace, uri)];
    yield* commands;
    const known = new Set(commands.map(({ label }) => label));
    for (const offer of skillOffers(workspace, uri, false)) if (!known.has(offer.label)) yield offer;
    return;
  }
  if (!word.includes('/'))
    for (const offer of agentOffers(workspace, uri, builtinAgents(workspace, uri)))
      yield { ...offer, sortText: `${role !== undefined && filesFirst.has(role) ? 6 : 4}${offer.sortText}` };
  // Claude Code reads what stands behind the mark in these files, but not in code, behind a parenthesis or in quotes.
  // From a command or skill of a plugin the path counts from a project that is not here.
  const isElsewhere = role !== 'memory' && workspace.file(uri)?.realm.startsWith('plugin:') === true;
  const isRead = role !== undefined && readers.has(role) && code === undefined && !isElsewhere;
  if (!isRead || /[("'`]/.test(text[offset - word.length - 2] ?? ' ')) return;
  const base = filesFirst.has(role) ? parent(uri) : undefined;
  for (const offer of pathOffers(workspace, uri, word, base)) yield { ...offer, sortText: `5${offer.sortText}` };
}

/** Files that `@` brings along, from their own folder. In an agent it brings nothing along: observed, Claude Code 2.1.330. */
const filesFirst: ReadonlySet<FileRole> = new Set(['memory', 'rule']);
const readers: ReadonlySet<FileRole> = new Set([...filesFirst, 'command', 'skill']);

export const builtinAgents = (workspace: Workspace, uri: string): ReadonlySet<string> =>
  workspace.schema(uri)?.builtinAgents ?? new Set(dialect('claude')?.builtinAgents);

function* commandOffers(workspace: Workspace, uri: string): Iterable<Offer> {
  for (const { symbol, description, uri: at } of workspace.visible('command', uri)) {
    const name = symbolName(symbol);
    yield {
      label: name,
      kind: 'command',
      detail: workspace.shown(at),
      ...(description === '' ? {} : { documentation: (): string => literal(description) }),
      sortText: `0${name}`,
    };
  }
}

/** The kind of code around an offset. */
function codeAt({ content, start }: Section, offset: number): 'fence' | 'inline' | undefined {
  const at = offset - start;
  if (content.fences.some(({ outer }) => outer.start <= at && at <= outer.end)) return 'fence';
  return content.codes.some(({ outer }) => outer.start < at && at < outer.end) ? 'inline' : undefined;
}

/** For the list of completions: `start` is where the word behind the mark begins. */
export function toCompletion(offer: Offer, start: number, end: number): Completion {
  const { label, kind, detail, documentation, sortText = label, retrigger, from = 0 } = offer;
  return {
    label,
    kind,
    span: { start: start + from, end },
    text: label,
    sortText,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
    ...(retrigger && { retrigger }),
  };
}
