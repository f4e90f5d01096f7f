// What is known of a key of the front matter, as Markdown: each dialect's word, the first the file's own tool's.
import type { Choice, Field, ListForm, SymbolKind, ValueType } from '../dialects/dialect';
import type { Layer } from '../workspace/schema';
import { sourceLine } from './cards';
import { bullets, code, literal, ours, paragraphs } from './markdown';

/** A field with the title of the dialect that speaks of it. */
export interface Told {
  readonly field: Field;
  readonly title: string;
}

export const told = (layers: readonly Layer[]): Told[] =>
  layers.map(({ field, kind }) => ({ field, title: kind.title }));

/** The words of a field: our own, or those of a schema that anybody may have written. */
export const wordsOf = ({ adopted }: Field, text: string): string => (adopted ? literal(text) : ours(text));

/** The card of a key; the first that speaks is the tool that reads the file. */
export function fieldCard(all: readonly Told[]): string {
  const [first, ...rest] = all;
  if (!first) return '';
  const more = rest
    .filter(
      ({ field }, index) => rest.findIndex(other => other.field === field) === index && field.doc !== first.field.doc,
    )
    .map(({ field, title }) => paragraphs(`**${ours(title)}**: ${wordsOf(field, field.doc)}`, facts(field)));
  return paragraphs(
    `**${code(first.field.key)}** · ${heading(first)}`,
    wordsOf(first.field, first.field.doc),
    first.field.ignored === undefined ? undefined : `⚠ ${ours(first.field.ignored)}`,
    first.field.deprecated === undefined ? undefined : `⚠ Deprecated: ${ours(first.field.deprecated)}`,
    facts(first.field),
    first.field.notes.length === 0 ? undefined : bullets(first.field.notes.map(ours)),
    ...more,
    sourceLine(first.field.sources.slice(0, 2)),
  );
}

function heading({ field, title }: Told): string {
  const state = { yes: 'required', expected: 'expected', no: undefined }[field.required];
  const since = field.since === undefined ? undefined : `since ${field.since}`;
  const parts = [title, state, field.status === 'convention' ? undefined : field.status, since];
  return parts.filter(part => part !== undefined).join(' · ');
}

function facts(field: Field): string {
  const empties = {
    absent: 'as if it were not there',
    none: 'an empty list, which takes all away',
    invalid: 'not valid',
  };
  const type = field.wanted ?? field.type;
  const values = choicesOf(type);
  const form = field.adopted && field.type.is === 'text' ? field.type.pattern : undefined;
  return [
    // The values that follow say it.
    ...(type.is === 'choice' && !type.open ? [] : [`Type: ${ours(typeName(type))}`]),
    ...(values.length === 0 ? [] : [`Values: ${values.map(choice => code(choice.value)).join(', ')}`]),
    ...(field.default === undefined ? [] : [`Without it: ${wordsOf(field, field.default)}`]),
    ...(form === undefined ? [] : [`Form: ${code(form)}`]),
    ...(field.empty === undefined || field.empty === 'absent' ? [] : [`Empty: ${empties[field.empty]}`]),
    ...(field.invalid === undefined ? [] : [`Invalid: ${ours(field.invalid)}`]),
    ...(field.replacedBy === undefined ? [] : [`Read instead: ${code(field.replacedBy)}`]),
    ...(field.example === undefined || field.example.includes('\n') ? [] : [`Example: ${code(field.example)}`]),
  ].join('  \n');
}

/** The values that a type names, in order. */
export function choicesOf(type: ValueType): readonly Choice[] {
  if (type.is === 'choice') return type.values;
  if (type.is === 'list') return choicesOf(type.of);
  return type.is === 'oneOf' ? type.types.flatMap(choicesOf) : [];
}

const forms = { list: 'a YAML list', comma: '`a, b`', space: '`a b`', star: '`*`' };

/** Only where there is a choice: JSON has one way to write a list. */
const formsOf = (written: readonly ListForm[]): string =>
  written.length === 1 && written[0] === 'list' ? '' : ` (${written.map(form => forms[form]).join(', ')})`;

/** A type in words. */
function typeName(type: ValueType): string {
  switch (type.is) {
    case 'text':
      return `text${limits(type.minLength, type.maxLength, ' characters')}${type.oneLine ? ' on one line' : ''}`;
    case 'name':
      return (
        `name of ${type.of === 'agent' ? 'an agent' : 'a skill'}` + limits(undefined, type.maxLength, ' characters')
      );
    case 'reference':
      return kindNames[type.to] ?? type.to;
    case 'choice':
      return type.open ? 'text, usually one of these' : 'one of these';
    case 'flag':
      return type.words === 'wide' ? 'true or false, yes or no' : 'true or false';
    case 'number':
      return `${type.integer ? 'whole number' : 'number'}${limits(type.minimum, type.maximum, '')}`;
    case 'glob':
      return 'glob';
    case 'path':
      return 'path';
    case 'call':
      return 'permission rule, such as `Bash(git:*)`';
    case 'list':
      return `list${formsOf(type.forms)} of ${plural(type.of)}`;
    case 'map':
    case 'variant':
      return 'map of keys';
    case 'oneOf':
      return [...new Set(type.types.map(typeName))].join(' or ');
    case 'any':
      return 'anything';
    default:
      return type satisfies never;
  }
}

/** Where people call it otherwise. */
const kindNames: Partial<Record<SymbolKind, string>> = { mcp: 'MCP server', style: 'output style' };

function plural(type: ValueType): string {
  if (type.is === 'reference') return `${kindNames[type.to] ?? type.to}s`;
  if (type.is === 'choice') return 'these values';
  const many: Partial<Record<ValueType['is'], string>> = {
    text: 'texts',
    path: 'paths',
    glob: 'globs',
    call: 'permission rules',
    map: 'maps',
    variant: 'maps',
  };
  return many[type.is] ?? `values: ${typeName(type)}`;
}

function limits(least: number | undefined, most: number | undefined, unit: string): string {
  if (least === undefined && most === undefined) return '';
  if (least === undefined) return ` of at most ${most}${unit}`;
  return most === undefined ? ` of at least ${least}${unit}` : ` of ${least} to ${most}${unit}`;
}
