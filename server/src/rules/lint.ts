// Runs the rules over one document and decides what is reported, and how gravely.
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';
import { rules as allRules } from './index';
import type { Finding, Rule, Severity } from './rule';
import type { Facet } from '../workspace/symbols';

/** A finding with the rule that made it and the severity that the configuration gives it. */
export interface Diagnostic extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** All findings of a document, in the order of the text. `repository` rules are left to the hosts' idle time. */
export function lint(document: Document, workspace: Workspace, rules: readonly Rule[] = allRules): Diagnostic[] {
  if (workspace.isIgnored(document.uri)) return [];
  const levels = workspace.config(document.uri).rules;
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    const level = levels[rule.id];
    if (level === 'off' || (rule.off && level === undefined) || rule.reach === 'repository') continue;
    for (const finding of rule.check(document, workspace)) {
      found.push({ ...finding, rule, severity: level ?? finding.severity ?? rule.severity });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The facets that any rule reads: a change of others makes no other file dirty. */
export function facetsRead(rules: readonly Rule[] = allRules): ReadonlySet<Facet> {
  return new Set(rules.flatMap(rule => (typeof rule.reach === 'object' ? rule.reach.names : [])));
}
