// Runs the rules over one document and decides what is reported, and how gravely.
import type { Document } from '../syntax/document';
import type { EntryContent, EntryPart } from '../syntax/entries';
import { shift } from '../syntax/span';
import type { Level } from '../workspace/config';
import type { Schema } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { rules as allRules } from './index';
import type { Finding, Rule, Severity } from './rule';
import type { Facet, Reference } from '../workspace/symbols';

/** A finding with the rule that made it and the severity that the configuration gives it. */
export interface Diagnostic extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** All findings of a document, in the order of the text. `repository` rules are left to the hosts' idle time. */
export function lint(document: Document, workspace: Workspace, rules: readonly Rule[] = allRules): Diagnostic[] {
  return sorted(run(document, workspace, rules));
}

/** What `lint` finds, for files that are typed in: what did not change since the last key is not asked again. The fixes of
 * findings that were kept count in an older text; whoever wants fixes asks `lint`. */
export class LintWhileTyping {
  readonly #files = new Map<string, Kept>();

  /** The same array as the last time, where nothing that is said changed. */
  lint(document: Document, workspace: Workspace): readonly Diagnostic[] {
    const { uri } = document;
    const last = this.#files.get(uri);
    const before = last?.surroundings === workspace.surroundings ? last : undefined;
    const kept = workspace.isIgnored(uri) ? undefined : lintAgain(document, workspace, before);
    if (kept) this.#files.set(uri, kept);
    else this.#files.delete(uri);
    return kept?.all ?? [];
  }

  close(uri: string): void {
    this.#files.delete(uri);
  }
}

/** What was found in one version of a document. It holds for the next while the surroundings are the same. */
interface Kept {
  readonly surroundings: number;
  readonly document: Document;
  readonly groups: readonly Group[];
  readonly active: Active;
  /** Of rules that read the front matter alone. */
  readonly front: readonly Diagnostic[];
  readonly entries: ReadonlyMap<EntryContent, OfEntry>;
  /** Of rules that read names, each with the name that it is about; undefined where one is about something else. */
  readonly named: readonly OfName[] | undefined;
  readonly all: readonly Diagnostic[];
}

interface OfEntry {
  readonly start: number;
  readonly listed: boolean | undefined;
  readonly found: readonly Diagnostic[];
}

/** A finding about the `at`-th name of a group. */
interface OfName {
  readonly diagnostic: Diagnostic;
  readonly group: number;
  readonly at: number;
}

function lintAgain(document: Document, workspace: Workspace, before: Kept | undefined): Kept {
  const { surroundings } = workspace;
  const groups = workspace.groups(document);
  const on = before?.active ?? activeRules(document, workspace);
  const sameFront = document.frontMatter !== undefined && document.frontMatter === before?.document.frontMatter;
  const entries = sameFront ? before!.entries : entryFindings(document, workspace, on, before?.entries);
  const front = sameFront ? before!.front : frontMatterFindings(document, workspace, on, entries);
  const holds = before?.named && sameFields(before, document, workspace) && sameNames(before, document, groups);
  const named = holds ? moved(before.named!, before.groups, groups) : undefined;
  const ofNames = named ? undefined : run(document, workspace, on.ofNames);
  const others = run(document, workspace, on.others);
  const same = front === before?.front && named !== undefined && named === before.named && others.length === 0;
  return {
    surroundings,
    document,
    groups,
    active: on,
    front,
    entries,
    named: named ?? aboutNames(ofNames!, groups),
    all: same ? before.all : sorted([...front, ...(named?.map(one => one.diagnostic) ?? ofNames!), ...others]),
  };
}

function run(document: Document, workspace: Workspace, rules: readonly Rule[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (workspace.isIgnored(document.uri)) return found;
  for (const { rule, level } of active(rules, document, workspace)) {
    for (const finding of rule.check(document, workspace)) found.push(judged(rule, level, finding));
  }
  return found;
}

/** The rules that are on for a file, each with the level that the configuration gives it. */
function active(
  rules: readonly Rule[],
  { uri }: Document,
  workspace: Workspace,
): { rule: Rule; level: Level | undefined }[] {
  const levels = workspace.config(uri).rules;
  return rules.flatMap(rule => {
    const level = levels[rule.id];
    return level === 'off' || (rule.off && level === undefined) || rule.reach === 'repository' ? [] : [{ rule, level }];
  });
}

const judged = (rule: Rule, level: Level | undefined, finding: Finding): Diagnostic => ({
  ...finding,
  rule,
  severity: (level as Severity | undefined) ?? finding.severity ?? rule.severity,
});

/** By place; at one place in the order of the rules. */
const sorted = (found: Diagnostic[]): Diagnostic[] =>
  found.sort(
    (a, b) =>
      a.span.start - b.span.start || a.span.end - b.span.end || allRules.indexOf(a.rule) - allRules.indexOf(b.rule),
  );

/** The facets that any rule reads: a change of others makes no other file dirty. */
export function facetsRead(rules: readonly Rule[] = allRules): ReadonlySet<Facet> {
  return new Set(rules.flatMap(rule => (typeof rule.reach === 'object' ? rule.reach.names : [])));
}
