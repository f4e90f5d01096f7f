// What Claude Code makes of an agent, and what all agents and skills cost, as pages.
import { slices } from '../disk/slices';
import { normal } from '../disk/uris';
import { budgets, counts, partOf, type Part } from '../features/budget';
import { budgetText } from '../features/budget-text';
import { place } from '../features/cards';
import { tokensAt } from '../features/cost';
import { effectiveAgent } from '../features/effective/effective';
import { effectiveSummary, effectiveText } from '../features/effective/text';
import { once } from '../features/read';
import { guardReady } from './guard';
import { budgetRequest, effectiveRequest, type Effective } from './protocol';
import type { Session } from './server';

export function handlePages(session: Session): void {
  const { connection, workspace } = session;
  connection.onRequest(
    effectiveRequest,
    guardReady('effective', null, session, ({ uri }: { uri: string }): Effective | null => {
      const document = session.read(normal(uri));
      const agent = document && effectiveAgent(workspace, document, session.read, session.settings().session);
      if (!document || !agent) return null;
      const page = effectiveText(agent, place(workspace, document.uri));
      return { page, summary: effectiveSummary(agent) ?? null };
    }),
  );
  connection.onRequest(
    budgetRequest,
    guardReady('budget', '', session, async (): Promise<string> => {
      const tokens = once(uri => tokensAt(session.read, uri));
      const slice = slices(() => session.tick());
      const parts: Part[] = [];
      for (const { uri } of [...workspace.files].filter(counts)) {
        const document = session.read(uri);
        const part = document && partOf(workspace, document, tokens);
        if (part) parts.push(part);
        if (slice.isOver()) await slice.next();
      }
      const { session: assumed } = session.settings();
      return budgetText(workspace, budgets(parts, assumed), assumed);
    }),
  );
}
