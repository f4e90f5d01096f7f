// The three questions behind New Agent… and New Skill…, and the file that comes of the answers.
import { InputBoxValidationSeverity, l10n, Selection, Uri, window, workspace } from 'vscode';
import {
  checkNameRequest,
  newRequest,
  placesRequest,
  type CheckNameParams,
  type New,
  type NewParams,
  type Place,
} from '../../../server/src/lsp/protocol';
import { ask, back, pick, type Checked } from './ask';
import type { Host } from './command';

interface Texts {
  readonly title: string;
  readonly place: string;
  readonly name: string;
  readonly description: string;
}

export async function makeNew(host: Host, defines: 'agent' | 'skill', texts: Texts): Promise<void> {
  const places = await host.client.sendRequest<Place[]>(placesRequest, { defines });
  const [only] = places;
  if (!only) {
    await window.showInformationMessage(l10n.t('Open a folder first: there is no place for new files yet.'));
    return;
  }
  // Where there is one place only, there is nothing to ask.
  const first = places.length === 1 ? 1 : 0;
  const answers = { place: only.uri, name: '', description: '' };
  for (let at = first; at < 3;) {
    const frame = { title: texts.title, step: at + 1 - first, totalSteps: 3 - first, canGoBack: at > first };
    const answer =
      at === 0
        ? await pick({ ...frame, prompt: texts.place, value: answers.place, items: places.map(placeItem) })
        : at === 1
          ? await ask({ ...frame, prompt: texts.name, value: answers.name, check: name => check(answers.place, name) })
          : await ask({ ...frame, prompt: texts.description, value: answers.description, check: required });
    if (answer === undefined) return;
    if (answer === back) {
      at--;
      continue;
    }
    answers[at === 0 ? 'place' : at === 1 ? 'name' : 'description'] = answer;
    at++;
  }
  await create(host, { defines, ...answers });

  async function check(place: string, text: string): Promise<Checked> {
    const name = slug(text);
    if (!name) return text ? { refused: l10n.t('A name needs letters or digits.') } : {};
    const params: CheckNameParams = { defines, place, name };
    const refused = await host.client.sendRequest<string | null>(checkNameRequest, params);
    if (refused !== null) return { refused };
    if (name === text.replace(/[-\s]+$/, '')) return { value: name };
    const message = l10n.t('Names are lowercase letters, digits and hyphens. Press Enter to use “{0}”.', name);
    return { value: name, note: { message, severity: InputBoxValidationSeverity.Info } };
  }
}

const placeItem = ({ uri, label, description }: Place) => ({ label, description, value: uri });

function required(text: string): Promise<Checked> {
  const value = text.trim();
  return Promise.resolve(value ? { value } : {});
}

/** `Code Reviewer` → `code-reviewer`. */
function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

async function create({ client }: Host, params: NewParams): Promise<void> {
  const made = await client.sendRequest<New>(newRequest, params);
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(made.edit);
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t('the file could not be made.'));
  const document = await workspace.openTextDocument(Uri.parse(made.uri));
  // Saved at once: the tools that read agents look at the disk.
  await document.save();
  const editor = await window.showTextDocument(document, { preview: false });
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new Selection(end, end);
  editor.revealRange(editor.selection);
}
