// An agent or a skill as an entry of a quick pick, and the pick that opens one.
import { commands, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { TreeFile, Trees } from '../../../server/src/lsp/protocol';
import { byName, targetOf } from '../views/nodes';
import type { Host } from './command';

export interface FileItem extends QuickPickItem {
  readonly file: TreeFile;
}

export function fileItem(file: TreeFile, icon: string): FileItem {
  const { name, folder, description } = file;
  return { label: name, description: folder, detail: description, iconPath: new ThemeIcon(icon), file };
}

interface Choice {
  readonly icon: string;
  readonly placeHolder: string;
  readonly none: string;
  files(trees: Trees): readonly TreeFile[];
}

export async function openOne({ trees }: Host, choice: Choice): Promise<void> {
  const known = trees.now ?? (await trees.refresh());
  const files = known ? [...choice.files(known)].sort(byName) : [];
  const chosen = await window.showQuickPick(
    files.map(file => fileItem(file, choice.icon)),
    {
      placeHolder: files.length > 0 ? choice.placeHolder : choice.none,
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  const target = chosen && targetOf(chosen.file);
  if (target) await commands.executeCommand('vscode.open', ...target);
}
