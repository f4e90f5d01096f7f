// Runs the rules over one document and decides what is reported, and how gravely.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Role } from '../workspace/classify';
import type { Level } from '../workspace/config';
import type { Workspace } from '../workspace/workspace';
import doubledLineEnds, { hasDoubledEnds } from './doubled-line-ends';
import { knownEntries, type KnownEntry } from './fields';
import { rules as allRules } from './index';
import invisibleCharacter, { isWide } from './invisible-character';
import { anyMeets } from './needs';
import { shownPlaces } from './outer-marks';
import unreadFile from './unread-file';
import type { Finding, Message, Rule, Severity } from './rule';
import { silencesOf, unsilenced } from './silences';
import { sameMessage } from '../workspace/message';
import type { Facet } from '../workspace/symbols';

/** A finding with the rule that made it and the severity that the configuration gives it. */
export interface Diagnostic {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Message;
  readonly tag: Finding['tag'] | undefined;
  readonly related: Finding['related'] | undefined;
  readonly fixes: Finding['fixes'] | undefined;
}

/** All findings of a document, in the order of the text. */
export function lint(document: Document, workspace: Workspace, rules: readonly Rule[] = allRules): Diagnostic[] {
  if (workspace.isIgnored(document.uri)) return [];
  const on = active(rules, document.uri, workspace);
  // Of a file that was not read nothing else is known.
  const only = workspace.unread.has(document.uri) ? unreadFile : soleRule(document);
  const asked = only ? on.filter(({ rule }) => rule === only) : on;
  const found = outside(shownPlaces(document), run(asked, document, workspace));
  return unsilenced(sorted(found), silencesOf(document));
}

/** The rule that tells what is wrong with a text as a whole, where all else would follow from that: each line is two, each
 * character is two. */
export function soleRule({ text }: Document): Rule | undefined {
  if (hasDoubledEnds(text)) return doubledLineEnds;
  return isWide(text) ? invisibleCharacter : undefined;
}

/** The findings of what the document says, not of what it shows; the same array where it shows nothing by marks that end too early. */
export const outside = (places: readonly Span[], found: Diagnostic[]): Diagnostic[] =>
  places.length === 0
    ? found
    : found.filter(({ rule, span }) => rule.samples || !places.some(place => isWithin(span.start, place)));

const isWithin = (at: number, { start, end }: Span): boolean => start < at && at < end;

/** What the file and what it names give rise to: all but what the repository as a whole says, which is for idle time. */
export const lintAlone = (document: Document, workspace: Workspace): Diagnostic[] => lint(document, workspace, alone());

/** What the repository as a whole says of a document. */
export const lintAmong = (document: Document, workspace: Workspace): Diagnostic[] =>
  lint(document, workspace, allRules.filter(({ reach }) => reach === 'repository')); // prettier-ignore

/** The rules that an answer to a key may ask. */
export const alone = (): readonly Rule[] => (aloneRules ??= allRules.filter(({ reach }) => reach !== 'repository'));

let aloneRules: readonly Rule[] | undefined;

/** A rule that is on for a file, with the level that the configuration gives it. */
export interface Active {
  readonly rule: Rule;
  readonly level: Level | undefined;
}

/** The same for all files of a role that one configuration is about: to ask each rule takes a part of what it takes to run it. */
export function active(rules: readonly Rule[], uri: string, workspace: Workspace): readonly Active[] {
  const levels = workspace.config(uri).rules;
  const role = workspace.role(uri);
  const byLevels = kept(chosen, rules, () => new WeakMap<object, Map<Role, readonly Active[]>>());
  const byRole = kept(byLevels, levels, () => new Map<Role, readonly Active[]>());
  return kept(byRole, role, () =>
    rules.flatMap(rule => {
      const level = levels[rule.id];
      const off = level === 'off' || (rule.off && level === undefined);
      return off || rule.roles?.(role) === false ? [] : [{ rule, level }];
    }),
  );
}

const chosen = new WeakMap<readonly Rule[], WeakMap<object, Map<Role, readonly Active[]>>>();

function kept<K, V>(known: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** Those that judge single entries go over them together. */
export function run(rules: readonly Active[], document: Document, workspace: Workspace): Diagnostic[] {
  const found: Diagnostic[] = [];
  const ofEntries: Active[] = [];
  for (const active of rules) {
    const { rule, level } = active;
    if (rule.needs && !anyMeets(rule.needs, document)) continue;
    if (rule.entry) ofEntries.push(active);
    else for (const finding of rule.check(document, workspace)) found.push(judged(rule, level, finding));
  }
  if (ofEntries.length === 0) return found;
  for (const known of knownEntries(document, workspace)) addFindings(found, known, ofEntries, document, workspace);
  return found;
}

/** Adds what rules find in one entry. */
export function addFindings(
  found: Diagnostic[],
  known: KnownEntry,
  rules: readonly Active[],
  document: Document,
  workspace: Workspace,
): void {
  for (const { rule, level } of rules) {
    for (const finding of rule.entry!(known, document, workspace)) found.push(judged(rule, level, finding));
  }
}

/** The finding of a rule with its severity: the configured level, else that of the finding, else that of the rule. */
export const judged = (rule: Rule, level: Level | undefined, finding: Finding): Diagnostic => {
  const { span, message, tag, related, fixes } = finding;
  const severity = (level as Severity | undefined) ?? finding.severity ?? rule.severity;
  return { rule, severity, span, message, tag, related, fixes };
};

/** Whether two findings say the same, wherever they stand. */
export const saysTheSame = (a: Diagnostic, b: Diagnostic): boolean =>
  a === b || (a.rule === b.rule && a.severity === b.severity && a.tag === b.tag && sameMessage(a.message, b.message));

/** By place; at one place in the order of the rules. */
export const sorted = (found: Diagnostic[]): Diagnostic[] =>
  found.sort(
    (a, b) =>
      a.span.start - b.span.start || a.span.end - b.span.end || allRules.indexOf(a.rule) - allRules.indexOf(b.rule),
  );

/** The facets that any rule reads: a change of others makes no other file dirty. */
export function facetsRead(rules: readonly Rule[] = allRules): ReadonlySet<Facet> {
  return new Set(rules.flatMap(rule => (typeof rule.reach === 'object' ? rule.reach.names : [])));
}
