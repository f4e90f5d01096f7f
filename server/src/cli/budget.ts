// `agentwright budget`: what the agents and skills below the paths cost, as a page and as JSON.
import { budgets, partOf } from '../features/budget';
import { budgetText } from '../features/budget-text';
import { tokensAt } from '../features/cost';
import { once } from '../features/read';
import type { Assumed } from '../features/effective/session';
import { exit, type Io } from './io';
import { documentOf, openProjects, shownUri } from './projects';

export interface BudgetOptions {
  readonly format: 'text' | 'json';
  readonly session: Assumed;
}

export async function budget(operands: readonly string[], { format, session }: BudgetOptions, io: Io): Promise<number> {
  const projects = await openProjects(operands, io);
  if (!projects) return exit.usage;
  const { workspace, uris } = projects;
  const tokens = once(uri => tokensAt(at => documentOf(projects, at), uri));
  const parts = uris.flatMap(uri => {
    const document = documentOf(projects, uri);
    return (document && partOf(workspace, document, tokens)) ?? [];
  });
  const all = budgets(parts, session);
  if (format === 'text') io.out(budgetText(workspace, all, session));
  else {
    const asPath = (key: string, value: unknown): unknown =>
      key === 'uri' && typeof value === 'string' ? shownUri(value, io) : value;
    io.out(`${JSON.stringify({ version: 1, sessionModel: session.sessionModel, budgets: all }, asPath, 2)}\n`);
  }
  return exit.fine;
}
