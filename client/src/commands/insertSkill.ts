// Insert Skill…: adds a skill to the agent in the active editor, or to the one it is called on in the tree.
import { l10n, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { insertSkillRequest, type InsertSkillParams, type InsertSkillResult } from '../../../server/src/lsp/protocol';
import { targetOfNode } from '../views/nodes';
import { activeAgent, agentAt } from '../views/trees';
import type { Command } from './command';
import { fileItem } from './openOne';

export const insertSkill: Command = {
  id: 'agentwright.insertSkill',
  async run({ client, trees }, argument) {
    const known = trees.now ?? (await trees.refresh());
    const [called] = targetOfNode(argument) ?? [];
    const agent = called ? agentAt(known, called) : activeAgent(known);
    if (!known || !agent) {
      await window.showInformationMessage(l10n.t('Open the file of an agent first.'));
      return;
    }
    const used = new Set(agent.skills.map(skill => skill.uri));
    const items = known.skills.filter(skill => !used.has(skill.uri)).map(skill => fileItem(skill, 'book'));
    const chosen = await window.showQuickPick(items, {
      title: l10n.t('Insert Skill into {0}', agent.name),
      placeHolder: items.length > 0 ? l10n.t('The skill that the agent is to have') : l10n.t('No other skills'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!chosen) return;
    // Shown before it is edited: an edit to a file that is not open would go unseen.
    const { document } = await window.showTextDocument(Uri.parse(agent.uri));
    const params: InsertSkillParams = { uri: agent.uri, skill: chosen.file.name };
    const answer = await client.sendRequest<InsertSkillResult>(insertSkillRequest, params);
    const edit = new WorkspaceEdit();
    edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(answer));
    await workspace.applyEdit(edit);
  },
};
