// Values of front matter: what a field's type allows, in the form that the list or text around it has.
import type { Choice, Field, ListForm, ValueType } from '../dialects/dialect';
import type { Span } from '../syntax/span';
import { entry } from '../syntax/data';
import { quoted } from '../rules/edits';
import { parent } from '../workspace/uris';
import { splitText, values } from '../workspace/values';
import type { Ask } from './complete-keys';
import { ownName } from './complete-keys';
import type { Completion } from './completion';
import { jsonValue } from './complete-json';
import { matcherOffers } from './complete-matcher';
import { variableOffers } from './complete-placeholder';
import { wordsOf } from './field-card';
import { nativeOf } from './native';
import { nameOffers, type Offer } from './offers';
import { pathOffers } from './paths';
import { slotsAt, type Slot } from './slots';

export function completeValues(ask: Ask): Completion[] {
  const { spot, schema } = ask;
  if (spot.path.length === 0 || spot.at === 'key') return [];
  const found = new Map<string, Completion>();
  const slots = slotsAt(schema, spot.path).filter(slot => schema.kinds.includes(slot.layer.kind));
  const listed = listedValues(ask, slots);
  for (const slot of slots) {
    const form = formAt(ask, slot);
    if (!form) continue;
    for (const offer of valueOffers(ask, form, slot.field, slot.type)) {
      if (found.has(offer.label) || listed.has(offer.label) || isNative(ask, offer.label)) continue;
      found.set(offer.label, completionOf(ask, form, offer, found.size));
    }
  }
  return [...found.values()];
}

/** Whether the key before the spot takes a list or keys, which mostly begin on the next line: what is offered right behind the colon
 * would take the line break that somebody types. */
export const opensBlock = ({ spot, schema }: Ask): boolean =>
  spot.path.length === 1 &&
  slotsAt(schema, spot.path).some(({ type }) => type.is === 'list' || type.is === 'map' || type.is === 'variant');

/** How a value is written at the spot. */
interface Form {
  readonly span: Span;
  /** What is typed before the cursor. */
  readonly before: string;
  readonly wrap: (text: string) => string;
  readonly quote: string;
}

/** The part of a list that is one text, or what must stand around a value; undefined where nothing fits. */
function formAt({ document, spot, offset }: Ask, { type }: Slot): Form | undefined {
  const { text } = document;
  const whole = { start: spot.span.start, end: spot.span.end };
  const asIs = (span: Span, wrap = (value: string): string => `${spot.lead}${value}`): Form => ({
    span,
    before: text.slice(span.start, offset),
    wrap,
    quote: spot.quote,
  });
  if (type.is !== 'list') return spot.at === 'start' ? undefined : asIs(whole);
  if (spot.at === 'start') return asIs(whole, value => `- ${value}`);
  if (spot.flow && spot.at === 'item') return undefined;
  if (!type.forms.includes('comma') && !type.forms.includes('space')) {
    return spot.quote === '' ? asIs(whole, value => `${spot.lead}[${value}]`) : undefined;
  }
  const part = partAt(text, whole, offset, type.forms);
  return part && asIs(part);
}

/** The part of `a, b` at the offset; undefined where a comma is missing before it. */
function partAt(text: string, whole: Span, offset: number, forms: readonly ListForm[]): Span | undefined {
  const part = splitText(text, whole, forms).find(each => each.start <= offset && offset <= each.end);
  if (part) return part;
  const before = text.slice(whole.start, offset).trimEnd();
  const comma = text.slice(whole.start, whole.end).includes(',');
  if (before !== '' && !before.endsWith(',') && (comma || !forms.includes('space'))) return undefined;
  return { start: offset, end: offset };
}

/** What a type allows. `before` is what is typed of it. */
function* valueOffers(ask: Ask, form: Form, field: Field, type: ValueType): Iterable<Offer> {
  const { workspace, document } = ask;
  switch (type.is) {
    case 'name':
      yield {
        label: ownName(document.uri, type.of),
        kind: 'value',
        detail: type.of === 'agent' ? 'file name' : 'folder',
      };
      return;
    case 'reference':
      for (const offer of nameOffers(ask, type.to, form.before, field))
        if (!type.not?.includes(offer.label)) yield offer;
      return;
    case 'call':
      yield* nameOffers(ask, 'tool', form.before, field);
      return;
    case 'choice':
      for (const choice of type.values) yield choiceOffer(choice, field);
      return;
    case 'flag':
      yield { label: 'true', kind: 'value', bare: true };
      yield { label: 'false', kind: 'value', bare: true };
      return;
    case 'path':
      yield* pathOffers(workspace, document.uri, form.before);
      return;
    case 'list':
      yield* valueOffers(ask, form, field, type.of);
      return;
    case 'oneOf':
      for (const each of type.types) yield* valueOffers(ask, form, field, each);
      return;
    case 'text':
      if (type.names === 'script' && ask.spot.path.some(({ key }) => key === 'hooks'))
        yield* variableOffers(workspace, document, ask.offset, form.before);
      if (type.names === 'tools') yield* matcherOffers(ask, form.before, field);
      if (type.names === 'schema') yield* pathOffers(workspace, document.uri, form.before, parent(document.uri));
      return;
    case 'number':
    case 'glob':
    case 'map':
    case 'variant':
    case 'any':
      return;
    default:
      return type satisfies never;
  }
}

function choiceOffer(choice: Choice, field: Field): Offer {
  const { value, doc, literal } = choice;
  const documentation = (): string => wordsOf(field, doc);
  const written =
    literal !== undefined ? { bare: true as const } : isText(choice, field) ? { quoted: true as const } : {};
  return { label: value, kind: 'value', ...written, ...(doc === '' ? {} : { documentation }) };
}

/** Whether a value of a schema must stand in quotes, as YAML would read something else than a text. */
const isText = ({ value }: Choice, { adopted }: Field): boolean =>
  adopted !== undefined && /^(?:true|false|null|~|[-+.]?\d.*)$/i.test(value);

function completionOf({ document, spot, offset }: Ask, form: Form, offer: Offer, index: number): Completion {
  const { label, kind, from = 0, detail, documentation, retrigger } = offer;
  const end = offer.to ?? form.span.end;
  const span = { start: form.span.start + from, end: Math.max(end, offset) };
  const inner = from > 0 || offer.to !== undefined;
  const text = offer.text ?? label;
  const after = document.text[span.end] ?? ' ';
  const closing = form.quote !== '' && !spot.closed && !retrigger && /[\s,\]}]/.test(after);
  const written =
    document.language === 'json' && !inner
      ? jsonValue(spot, text, offer.bare === true)
      : form.quote === '' && !inner
        ? offer.quoted
          ? quoted(text)
          : plainOrQuoted(text, spot.flow)
        : text;
  return {
    label,
    kind,
    span,
    text: (inner ? written : form.wrap(written)) + (closing && document.language !== 'json' ? form.quote : ''),
    sortText: offer.sortText ?? String(index).padStart(5, '0'),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
    ...(retrigger ? { retrigger } : {}),
  };
}

/** As YAML: in quotes where a plain value would say something else. */
function plainOrQuoted(text: string, flow: boolean): string {
  const odd =
    /^[\s&*!|>%@`"'#,[\]{}?-]|: |:$| #|\s$/.test(text) || (flow && /[,[\]{}]/.test(text.replace(/\([^()]*\)/g, '')));
  return odd && !/^-[^\s]/.test(text) ? quoted(text) : text;
}

/** The values of the same list that are there already. */
function listedValues({ document, spot, offset }: Ask, slots: readonly Slot[]): ReadonlySet<string> {
  const keys = spot.path.flatMap(step => step.key ?? []);
  const top = entry(document.data, keys[0] ?? '');
  const inList = spot.path.at(-1)?.key === undefined || slots.some(slot => slot.type.is === 'list');
  const listed = new Set<string>();
  if (!top || !inList) return listed;
  const fields = new Set(slots.map(slot => (slot.layer.field.key === keys[0] ? slot.layer.field : undefined)));
  for (const field of fields) {
    if (!field) continue;
    for (const { path, text, span } of values(field, top, document.text)) {
      if (path !== keys.join('.') || (span.start <= offset && offset <= span.end)) continue;
      listed.add(text.trim());
    }
  }
  return listed;
}

/** Whether the editor itself offers this value here. */
function isNative({ workspace, document, native, spot }: Ask, label: string): boolean {
  const key = spot.path[0]?.key;
  if (!native || key === undefined) return false;
  const { values, items } = nativeOf(workspace.role(document.uri));
  if (spot.path.length === 1 && spot.at === 'value') return values.get(key)?.has(label) === true;
  return spot.path.length === 2 && spot.flow && items.get(key)?.has(label) === true;
}
