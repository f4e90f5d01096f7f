// The requests of the trees and of the commands around them, in the client's terms.
import { checkName, create, places, type Defines } from '../features/create';
import { insertSkill } from '../features/insert-skill';
import { trees, type AgentNode, type FileNode, type SkillNode, type UseNode } from '../features/trees';
import { render } from '../rules/rule';
import { normal } from '../disk/uris';
import { asText, spotRange, toTextEdits, toWorkspaceEdit } from './convert';
import { gathered } from './gather';
import { guard } from './guard';
import { opened } from './opened';
import * as protocol from './protocol';
import type { Session } from './session';

/** How long changes are gathered before the client is told that the trees have changed. */
const gatherMs = 250;

export interface TreeRequests {
  /** Names, uses or counts may have changed. */
  readonly changed: () => void;
}

export function handleTrees(session: Session): TreeRequests {
  const { connection, workspace, findings, log } = session;
  const answer = <P, R>(method: string, fallback: R, handle: (params: P) => R | Promise<R>): void => {
    connection.onRequest(method, guard(method, fallback, log, handle));
  };

  answer<undefined, protocol.Trees>(protocol.treesRequest, { agents: [], skills: [], ready: false }, () => {
    const { agents, skills } = trees(workspace, uri => findings.get(uri) ?? { errors: 0, warnings: 0 });
    return { agents: agents.map(toAgent), skills: skills.map(toSkill), ready: session.isReady() };
  });
  answer<{ defines: Defines }, protocol.Place[]>(protocol.placesRequest, [], ({ defines }) =>
    places(workspace, defines),
  );
  answer<protocol.CheckNameParams, string | null>(protocol.checkNameRequest, null, ({ defines, place, name }) => {
    const refusal = checkName(workspace, defines, normal(place), name);
    return refusal ? asText(refusal) : null;
  });
  answer<protocol.NewParams, protocol.New | null>(
    protocol.newRequest,
    null,
    ({ defines, place, name, description }) => {
      const { uri, text } = create(workspace, defines, normal(place), name, description);
      const edit = toWorkspaceEdit(
        [{ uri, create: text }],
        () => undefined,
        () => null,
        { documentChanges: true, createFiles: true, renamesFiles: false, changeAnnotations: false },
      );
      return edit ? { uri, edit } : null;
    },
  );
  answer<protocol.InsertSkillParams, protocol.InsertSkillResult>(protocol.insertSkillRequest, [], ({ uri, skill }) => {
    const file = opened(session, uri);
    if (!file) return [];
    return toTextEdits(file.buffer, insertSkill(workspace, file.document, skill));
  });

  const tell = gathered(gatherMs, () => {
    connection.sendNotification(protocol.treesChangedNotification).catch((error: unknown) => log(String(error)));
  });
  return {
    changed() {
      if (session.isReady()) tell();
    },
  };
}

function toFile({ record, definition, name, spot, folder, realm, counts }: FileNode): protocol.TreeFile {
  return {
    uri: record.uri,
    range: spotRange(spot),
    name,
    description: definition?.description ?? '',
    folder,
    realm,
    errors: counts.errors,
    warnings: counts.warnings,
    verdict: verdictOf(record, definition),
  };
}

/** A skill that lies too deep may be as right as can be: nobody finds it. */
function verdictOf({ verdict }: FileNode['record'], definition: FileNode['definition']): protocol.TreeVerdict {
  const reasons = (verdict?.reasons ?? []).map(reason => render(reason.message));
  const tool = 'Claude Code';
  if (definition?.reachable === false)
    return {
      tool,
      state: 'does-not-load',
      reasons: ['Claude Code looks one folder below `skills` only, and does not find it.', ...reasons],
    };
  return { tool, state: verdict?.state ?? 'loads', reasons };
}

const toAgent = (node: AgentNode): protocol.TreeAgent => ({
  ...toFile(node),
  model: node.definition?.model ?? null,
  tools: node.definition?.tools ?? null,
  skills: node.skills.map(toUse),
  files: node.files.map(toUse),
});

const toSkill = (node: SkillNode): protocol.TreeSkill => ({
  ...toFile(node),
  usedBy: node.usedBy.map(toUse),
  mentions: node.mentions,
});

const toUse = ({ name, uri, spot }: UseNode): protocol.TreeUse => ({
  name,
  uri: uri ?? null,
  range: uri === undefined ? null : spotRange(spot),
});
