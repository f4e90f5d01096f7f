// What agents and skills cost, as a page of Markdown: the preview and the terminal show the same.
import type { Workspace } from '../workspace/workspace';
import { realmFolder } from '../workspace/realms';
import type { Budget, Cost } from './budget';
import { tokensIn, total } from './cost';
import type { Assumed } from './effective/session';
import { aboutTokens, bullets, code, count, paragraphs } from './markdown';

/** Of the costliest so many are shown. */
const shown = 10;

export function budgetText(workspace: Workspace, all: readonly Budget[], { sessionModel }: Assumed): string {
  return `${paragraphs(
    '# What agents and skills cost',
    `By the rules of Claude Code 2.1.330, in a session on ${code(sessionModel)}. Tokens are estimates (≈): one for four characters.`,
    ...(all.length === 0
      ? ['Nothing here costs anything: there are no agents, skills or instructions that Claude Code loads.']
      : all.flatMap(each => sections(workspace, each))),
  )}\n`;
}

function sections(workspace: Workspace, budget: Budget): string[] {
  const { listing, memory, agents, started, used } = budget;
  const skills = listing.skills === 1 ? 'one skill' : `${listing.skills} skills`;
  const over = listing.characters > listing.most;
  return [
    `## ${title(workspace, budget.realm)}`,
    '### In every session',
    bullets([
      `Instructions: ${aboutTokens(total(memory))}${
        memory.length === 0
          ? ''
          : ` (${memory
              .map(({ name, tokens }) => `${code(name)} ${count(tokens)}`)
              .slice(0, shown)
              .join(', ')})`
      }.`,
      `Descriptions of ${agents.length === 1 ? 'one agent' : `${agents.length} agents`}: ${aboutTokens(total(agents))}.`,
      `The list of ${skills}: ${count(listing.characters)} characters, ${aboutTokens(tokensIn(listing.characters))}. ` +
        `A window of this size leaves ${count(listing.most)} characters for the lists of all that a session sees${over ? ': **⚠ the list is too long**, and what does not fit is cut or left out' : ''}.`,
      ...listing.cut.map(
        ({ name, over: more }) => `⚠ ${code(name)} is cut in the list: ${count(more)} characters too many.`,
      ),
    ]),
    ...table('The longest descriptions of agents', agents, ['agent', '≈ tokens'], ({ tokens }) => [count(tokens)]),
    ...table(
      'Agents, where they are started',
      started,
      ['agent', '≈ tokens', 'of these for skills'],
      ({ tokens, skills: loaded }) => [count(tokens), count(loaded)],
    ),
    ...table('Skills, where they are used', used, ['skill', '≈ tokens'], ({ tokens }) => [count(tokens)]),
  ];
}

/** A plugin adds to a session what it has, wherever it is installed. */
function title(workspace: Workspace, realm: string): string {
  const folder = realmFolder(realm);
  if (folder === undefined) return 'Your own';
  const path = code(workspace.shown(folder));
  return realm.startsWith('plugin:') ? `Plugin ${path}` : path;
}

function table<T extends Cost>(
  heading: string,
  rows: readonly T[],
  head: readonly string[],
  cells: (row: T) => readonly string[],
): string[] {
  if (rows.length === 0) return [];
  const line = (all: readonly string[]): string => `| ${all.map(cell => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  const body = rows.slice(0, shown).map(row => line([code(row.name), ...cells(row)]));
  const more = rows.length > shown ? `\n\n… and ${rows.length - shown} more.` : '';
  return [
    `### ${heading}`,
    `${[line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...body].join('\n')}${more}`,
  ];
}
