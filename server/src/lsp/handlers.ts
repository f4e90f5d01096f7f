// One handler a feature: convert, ask, convert back.
import {
  CodeActionKind,
  CompletionItemKind,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
  type CodeAction,
  type CodeActionParams,
  type CompletionItem,
  type CompletionParams,
  type Hover as LspHover,
  type HoverParams,
} from 'vscode-languageserver';
import { completion, type Completion } from '../features/completion';
import { fixAll, fixesAt, type FixAt } from '../features/fixes';
import { format } from '../features/format/format';
import { hover } from '../features/hover';
import { render } from '../rules/rule';
import { toDiagnostic, toRange, toSpan, type Positions } from './convert';
import { guard, guardReady } from './guard';
import { opened, toEdit } from './opened';
import type { Session } from './session';

const fixAllKind = `${CodeActionKind.SourceFixAll}.agentwright`;
const organizeKind = `${CodeActionKind.Source}.organizeFrontmatter.agentwright`;

export function handleFeatures(session: Session): void {
  const { connection, log } = session;
  const completions = new Map<string, Completion>();
  connection.onCompletion(
    guardReady('completion', [], session, (params: CompletionParams) => complete(session, params, completions)),
  );
  connection.onCompletionResolve((item: CompletionItem) =>
    guard('completion documentation', item, log, () => resolveCompletion(session, item, completions))(item),
  );
  connection.onHover(guardReady('hover', null, session, (params: HoverParams) => hoverAt(session, params)));
  connection.onCodeAction(
    guardReady('codeAction', [], session, (params: CodeActionParams) => codeActions(session, params)),
  );
}

const itemKinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  tool: CompletionItemKind.Function,
  model: CompletionItemKind.Constant,
  skill: CompletionItemKind.Reference,
  agent: CompletionItemKind.Class,
  command: CompletionItemKind.Event,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  server: CompletionItemKind.Module,
  snippet: CompletionItemKind.Snippet,
};

/** `last` keeps what was offered last, so that the documentation of an item is made when it is looked at. */
function complete(session: Session, params: CompletionParams, last: Map<string, Completion>): CompletionItem[] {
  const file = opened(session, params.textDocument.uri);
  if (!file) return [];
  const { uri, document, buffer } = file;
  const offset = buffer.offsetAt(params.position);
  const native = session.nativeLanguageIds.includes(buffer.languageId);
  const { triggerKind, triggerCharacter } = params.context ?? {};
  const typed = triggerKind === CompletionTriggerKind.TriggerCharacter ? triggerCharacter : undefined;
  last.clear();
  return completion(session.workspace, document, offset, { native, typed }).map((found, index): CompletionItem => {
    last.set(String(index), found);
    const snippet = session.abilities.snippets ? found.snippet : undefined;
    return {
      label: found.label,
      kind: itemKinds[found.kind],
      ...(found.detail === undefined ? {} : { detail: found.detail }),
      sortText: found.sortText,
      ...(found.filter === undefined ? {} : { filterText: found.filter }),
      ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
      ...(found.retrigger === true ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {}),
      textEdit: { range: toRange(buffer, found.span), newText: snippet ?? found.text },
      data: { uri, index: String(index) },
    };
  });
}

function resolveCompletion(
  { abilities }: Session,
  item: CompletionItem,
  last: ReadonlyMap<string, Completion>,
): CompletionItem {
  const found = last.get((item.data as { index?: string } | undefined)?.index ?? '');
  const text = found?.label === item.label ? found.documentation?.() : undefined;
  if (text === undefined || text === '') return item;
  return {
    ...item,
    documentation: { kind: abilities.markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: text },
  };
}

function hoverAt(session: Session, params: HoverParams): LspHover | null {
  const file = opened(session, params.textDocument.uri);
  if (!file) return null;
  const { document, buffer } = file;
  const found = hover(
    session.workspace,
    document,
    buffer.offsetAt(params.position),
    session.read,
    session.settings().session,
  );
  if (!found) return null;
  const kind = session.abilities.markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { range: toRange(buffer, found.span), contents: { kind, value: found.markdown } };
}

function codeActions(session: Session, params: CodeActionParams): CodeAction[] {
  const file = opened(session, params.textDocument.uri);
  if (!file || !session.abilities.codeActionLiterals) return [];
  const { document, buffer } = file;
  const only = params.context.only;
  const wants = (kind: string): boolean =>
    only === undefined || only.some(asked => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const found of fixesAt(session.workspace, document, toSpan(buffer, params.range), session.read)) {
      const action = toCodeAction(session, found, buffer);
      if (action) actions.push(action);
    }
  }
  if (only !== undefined && wants(fixAllKind)) {
    const edit = toEdit(session, fixAll(session.workspace, document));
    if (edit) actions.push({ title: 'Fix all that is safe to fix', kind: fixAllKind, edit });
  }
  if (only !== undefined && wants(organizeKind)) {
    const edit = toEdit(session, format(session.workspace, document, 'organize'));
    if (edit) actions.push({ title: 'Organize Front Matter', kind: organizeKind, edit });
  }
  return actions;
}

function toCodeAction(session: Session, { fix, diagnostic }: FixAt, buffer: Positions): CodeAction | undefined {
  const edit = toEdit(session, fix.edits);
  if (!edit) return undefined;
  return {
    title: render(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(diagnostic, buffer)],
    ...(fix.preferred === true ? { isPreferred: true } : {}),
    edit,
  };
}
