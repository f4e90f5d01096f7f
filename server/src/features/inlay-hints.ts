// What an editor shows after a name: what a listed skill is for, and which model an alias stands for.
import type { Document } from '../syntax/document';
import { touches, type Span } from '../syntax/span';
import { modelOf } from '../workspace/schema';
import { skillMeaning } from '../workspace/skills';
import type { Reference } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  /** The whole of what the label is the beginning of. */
  readonly tooltip: string | undefined;
}

/** The hints of a part of the text. */
export function inlayHints(workspace: Workspace, document: Document, within: Span): InlayHint[] {
  const named = [...workspace.references(document, 'skill'), ...workspace.references(document, 'model')];
  return named
    .filter(({ form, span }) => form === 'field' && touches(span, within))
    .flatMap(reference => {
      const said =
        reference.kind === 'model' ? ofModel(workspace, document, reference) : ofSkill(workspace, document, reference);
      return said ? [{ ...said, offset: afterQuote(document.text, reference.span) }] : [];
    });
}

type Said = Pick<InlayHint, 'label' | 'tooltip'>;

function ofModel(workspace: Workspace, { uri }: Document, { name }: Reference): Said | undefined {
  const model = modelOf(workspace.schema(uri), name);
  return model?.resolvesTo === undefined ? undefined : { label: model.resolvesTo, tooltip: model.doc };
}

/** A description needs the rest of the line: between the names of one line it would tear them apart. */
function ofSkill(workspace: Workspace, { uri, text }: Document, reference: Reference): Said | undefined {
  if (reference.field !== 'skills') return undefined;
  const meaning = skillMeaning(workspace, reference, uri);
  if (meaning.is === 'unknown') return { label: 'not found', tooltip: undefined };
  if (!('definition' in meaning) || !endsLine(text, reference.span)) return undefined;
  const { description } = meaning.definition;
  const label = firstWords(description);
  return label === '' ? undefined : { label, tooltip: description };
}

const endsLine = (text: string, span: Span): boolean =>
  /^[ \t]*(\r?\n|$)/.test(text.slice(afterQuote(text, span), afterQuote(text, span) + 40));

function afterQuote(text: string, { start, end }: Span): number {
  const quote = text[end];
  return (quote === '"' || quote === "'") && text[start - 1] === quote ? end + 1 : end;
}

const longest = 60;

/** As many whole words as fit. */
function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : longest).replace(/[\s,;:.–—-]+$/, '')}…`;
}
