// Keys that a framework or an adopted schema wants and that are not there, told together where they are several.
import type { Field } from '../dialects/dialect';
import type { Span } from '../syntax/span';
import type { Layer } from '../workspace/schema';
import { second } from './edits';
import { say, type Edit, type Finding, type Fix, type Severity } from './rule';

/** A key that a framework or an adopted schema wants, and that is not there. */
export interface Wanted {
  readonly layer: Layer;
  readonly severity: Severity;
  readonly finding: Finding;
  readonly fix: () => Fix;
}

/** Of several keys that one speaker wants as much, it is told once. */
export function* together(wanted: readonly Wanted[]): Iterable<Finding> {
  const groups = new Map<string, Wanted[]>();
  for (const each of wanted) {
    const reason = `${each.severity} ${each.layer.dialect.title}`;
    groups.set(reason, [...(groups.get(reason) ?? []), each]);
  }
  for (const group of groups.values()) {
    const { layer, severity, finding } = group[0]!;
    if (group.length === 1) {
      yield finding;
      continue;
    }
    const keys = group.map(each => `\`${each.layer.field.key}\``).join(', ');
    yield {
      ...finding,
      message: say(`The keys {0} are missing. ${wish(layer, severity, 'them')}`, keys, layer.dialect.title),
      fixes: () => {
        const each = group.map(({ fix }) => fix());
        const all = { title: say('Add {0}', keys), edits: merged(each), safe: false, preferred: true as const };
        return [all, ...each.map(second)];
      },
    };
  }
}

/** What a framework or an adopted schema makes of it; `{1}` is its name. */
export function wish({ field }: Layer, severity: Severity, it: 'it' | 'them'): string {
  if (field.adopted) return `{1} expects ${it}.`;
  return severity === 'warning' ? `The validator of {1} fails without ${it}.` : `{1} expects ${it}.`;
}

/** Whether a framework or an adopted schema asks for the key, and not the tool that loads the file. */
export const isWish = ({ adopted, onInvalid }: Field): boolean => adopted !== undefined || onInvalid === 'convention';

/** What several fixes insert, at each place in one edit, for editors differ in the order of more. */
function merged(fixes: readonly Fix[]): Edit[] {
  const edits: TextEdit[] = [];
  for (const edit of fixes.flatMap(fix => fix.edits)) {
    if (!('span' in edit)) continue;
    const at = edits.findIndex(other => other.span.start === edit.span.start);
    if (at < 0) edits.push(edit);
    else edits[at] = { ...edit, text: edits[at]!.text + edit.text };
  }
  return edits;
}

type TextEdit = Extract<Edit, { span: Span }>;
