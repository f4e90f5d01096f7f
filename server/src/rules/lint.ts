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

  lint(document: Document, workspace: Workspace): Diagnostic[] {
    const { uri } = document;
    const before = this.#files.get(uri);
    const kept = before?.surroundings === workspace.surroundings ? before : keepNothing(workspace.surroundings);
    this.#files.set(uri, kept);
    if (workspace.isIgnored(uri)) return [];
    if (kept.front !== document.frontMatter || kept.front === undefined) {
      kept.found = frontMatterFindings(document, workspace, kept);
      kept.front = document.frontMatter;
    }
    const found = [...kept.found];
    for (const { rule, level } of active(ofBody, document, workspace)) {
      if (rule.references) found.push(...referenceFindings(rule, level, document, workspace, kept.byReference));
      else for (const finding of rule.check(document, workspace)) found.push(judged(rule, level, finding));
    }
    return sorted(found);
  }

  close(uri: string): void {
    this.#files.delete(uri);
  }
}

interface Kept {
  readonly surroundings: number;
  front: Document['frontMatter'];
  /** The findings of rules that read the front matter alone. */
  found: readonly Diagnostic[];
  /** Undefined where nothing is wrong. A reference is the same object while it neither changes nor moves. */
  readonly byReference: WeakMap<Reference, Diagnostic | undefined>;
  /** By what an entry says, with spans that count from its start. */
  readonly byEntry: WeakMap<EntryContent, { readonly listed: boolean | undefined; readonly found: readonly Diagnostic[] }>;
}

const keepNothing = (surroundings: number): Kept => ({
  surroundings,
  front: undefined,
  found: [],
  byReference: new WeakMap(),
  byEntry: new WeakMap(),
});

const ofFrontMatter = allRules.filter(rule => rule.reads === 'front matter' && !rule.entry);
const ofEntries = allRules.filter(rule => rule.entry);
const ofBody = allRules.filter(rule => rule.reads !== 'front matter');

function frontMatterFindings(document: Document, workspace: Workspace, kept: Kept): Diagnostic[] {
  // Of a key that stands twice only the last is judged, which an entry alone does not show.
  if (document.problems.some(problem => problem.cause === 'duplicate-key')) {
    return run(document, workspace, [...ofFrontMatter, ...ofEntries]);
  }
  const found = run(document, workspace, ofFrontMatter);
  const listed = workspace.verdict(document)?.listed;
  const fields = workspace.schema(document.uri)?.fields;
  for (const part of document.parts) {
    const known = kept.byEntry.get(part.content);
    const own = known?.listed === listed ? known!.found : entryFindings(part, document, workspace, fields);
    kept.byEntry.set(part.content, { listed, found: own });
    for (const diagnostic of own) found.push({ ...diagnostic, span: shift(diagnostic.span, part.start) });
  }
  return found;
}

function entryFindings(part: EntryPart, document: Document, workspace: Workspace, fields: Schema['fields'] | undefined): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const entry of part.entries) {
    const layers = fields?.get(entry.key.text);
    if (!layers || entry.colon === undefined) continue;
    for (const { rule, level } of active(ofEntries, document, workspace)) {
      for (const finding of rule.entry?.({ entry, layers }, document, workspace) ?? []) {
        found.push(judged(rule, level, { ...finding, span: shift(finding.span, -part.start) }));
      }
    }
  }
  return found;
}

function referenceFindings(
  rule: Rule,
  level: Level | undefined,
  document: Document,
  workspace: Workspace,
  kept: Kept['byReference'],
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { kind, check } = rule.references!;
  for (const reference of workspace.references(document, kind)) {
    let diagnostic = kept.get(reference);
    if (diagnostic === undefined && !kept.has(reference)) {
      const finding = check(reference, document, workspace);
      diagnostic = finding && judged(rule, level, finding);
      kept.set(reference, diagnostic);
    }
    if (diagnostic) found.push(diagnostic);
  }
  return found;
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
function active(rules: readonly Rule[], { uri }: Document, workspace: Workspace): { rule: Rule; level: Level | undefined }[] {
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
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || allRules.indexOf(a.rule) - allRules.indexOf(b.rule),
  );

/** The facets that any rule reads: a change of others makes no other file dirty. */
export function facetsRead(rules: readonly Rule[] = allRules): ReadonlySet<Facet> {
  return new Set(rules.flatMap(rule => (typeof rule.reach === 'object' ? rule.reach.names : [])));
}
