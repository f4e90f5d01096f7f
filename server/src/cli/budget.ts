// `agentwright budget`: what the agents and skills below the paths cost, as a page and as JSON.
import { budgets } from '../features/budget';
import { budgetText } from '../features/budget-text';
import { assumed } from '../features/effective/session';
import { exit, type Io } from './io';
import { documentOf, openProjects, shownUri } from './projects';

export interface BudgetOptions {
  readonly format: 'text' | 'json';
  /** The model of the session; the newest where it is not said. */
  readonly sessionModel: string | undefined;
}

export async function budget(
  operands: readonly string[],
  { format, sessionModel }: BudgetOptions,
  io: Io,
): Promise<number> {
  const projects = await openProjects(operands, io);
  if (!projects) return exit.usage;
  const session = sessionModel === undefined ? assumed : { sessionModel };
  const below = new Set(projects.uris);
  const all = budgets(
    projects.workspace,
    uri => documentOf(projects, uri),
    session,
    uri => below.has(uri),
  );
  if (format === 'text') io.out(budgetText(projects.workspace, all, session));
  else {
    const asPath = (key: string, value: unknown): unknown =>
      key === 'uri' && typeof value === 'string' ? shownUri(value, io) : value;
    io.out(`${JSON.stringify({ version: 1, sessionModel: session.sessionModel, budgets: all }, asPath, 2)}\n`);
  }
  return exit.fine;
}
