// The Skills view: every skill, and below it the agents that use it.
import { l10n, TreeItemCollapsibleState, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Trees, TreeSkill } from '../../../server/src/lsp/protocol';
import { byName, fileItem, fileTooltip, once, showTree, targetOf, useItem, type Forest, type Node } from './nodes';
import type { LiveTrees } from './trees';

export const showSkills = (live: LiveTrees, client: LanguageClient): Disposable =>
  showTree(
    'agentwright.skills',
    live,
    trees => growSkills(trees, client),
    () => undefined,
  );

function growSkills(trees: Trees, client: LanguageClient): Forest {
  const roots = [...trees.skills].sort(byName).map(skill => skillNode(skill, client));
  return { roots, files: new Map(roots.map(node => [node.item.id ?? '', node])) };
}

function skillNode(skill: TreeSkill, client: LanguageClient): Node {
  const realm = skill.realm === 'project' ? [] : [skill.realm];
  const item = fileItem(skill, 'skill', 'book', [...realm, use(skill)].join(' · '));
  const node: Node = {
    item,
    parent: undefined,
    name: skill.name,
    target: targetOf(skill),
    tooltip: () => fileTooltip(client, skill, [[l10n.t('Used by'), skill.usedBy.map(agent => agent.name).join(', ')]]),
    children: once(() =>
      skill.usedBy.map((agent, index) => {
        const child = useItem(agent, `${item.id}/agent/${index}`, 'agentUse', 'robot');
        return { item: child, parent: node, name: agent.name, target: targetOf(agent) };
      }),
    ),
  };
  if (skill.usedBy.length === 0) item.collapsibleState = TreeItemCollapsibleState.None;
  return node;
}

/** Who uses it; mentions in other files count only where no agent does. */
function use({ usedBy, mentions }: TreeSkill): string {
  if (usedBy.length === 0 && mentions > 0) {
    return mentions === 1 ? l10n.t('mentioned once') : l10n.t('mentioned {0} times', mentions);
  }
  if (usedBy.length === 0) return l10n.t('no agent');
  return usedBy.length === 1 ? l10n.t('1 agent') : l10n.t('{0} agents', usedBy.length);
}
