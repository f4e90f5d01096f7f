// What the tools make of an agent or skill, as a page and as a tooltip, and what all of them cost.
import { slices } from '../disk/slices';
import { normal } from '../disk/uris';
import { budgets, counts, partOf, type Part } from '../features/budget';
import { budgetText } from '../features/budget-text';
import { tokensAt } from '../features/cost';
import { effectiveAgent } from '../features/effective/effective';
import { effectiveText } from '../features/effective/text';
import { tooltip } from '../features/file-cards';
import { once } from '../features/read';
import { guardReady } from './guard';
import { budgetRequest, effectiveRequest, tooltipRequest } from './protocol';
import type { Session } from './session';

export function handlePages(session: Session): void {
  const { connection, workspace } = session;
  connection.onRequest(
    effectiveRequest,
    guardReady('effective', null, session, ({ uri }: { uri: string }): string | null => {
      const document = session.read(normal(uri));
      const agent = document && effectiveAgent(workspace, document, session.read, session.settings().session);
      return document && agent ? effectiveText(agent, workspace.shown(document.uri)) : null;
    }),
  );
  connection.onRequest(
    tooltipRequest,
    guardReady('tooltip', '', session, ({ uri }: { uri: string }): string => {
      const document = session.read(normal(uri));
      return document ? tooltip(workspace, document, session.read, session.settings().session) : '';
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
