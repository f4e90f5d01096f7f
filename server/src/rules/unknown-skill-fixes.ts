// What is offered for the name of a skill that is not found: what was meant, its entry parted, the skill created, the name removed.
import type { Document } from '../syntax/document';
import { withoutLookAlikes } from '../workspace/look-alikes';
import { symbolName, type Reference } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { created } from './creating';
import { changeTo, lineBreak, removing } from './edits';
import { namedSkill } from './folder-without-skill';
import { itemLead } from './list-items';
import { nearest } from './nearest';
import { startedAsAgent } from './other-kind';
import { meantWithPrefix, prefixedNames, prefixedOf } from './plugin-names';
import { say, type Fix } from './rule';
import { meantSkill } from './skill-names';
import { wholeEntry, type WholeEntry } from './whole-entry';

/** What may have been meant, and otherwise the skill created or the name removed. */
export function skillFixes(document: Document, workspace: Workspace, reference: Reference): Fix[] {
  const { uri } = document;
  const name = reference.name;
  const elsewhere = workspace.resolve(reference.symbol, uri).elsewhere.flatMap(definition => {
    const plugin = definition.realm.startsWith('plugin:') ? workspace.plugin(definition.uri)?.name : undefined;
    return plugin === undefined || definition.alias !== 'none' ? [] : [`${plugin}:${name}`];
  });
  const names = workspace.visibleNames('skill', uri).found;
  const near = nearest(name, names);
  const bare = bareName(name);
  const prefixed = prefixedOf(name);
  const ofPlugin = prefixed && meantWithPrefix(prefixed, prefixedNames(workspace, ['skill', 'command']));
  const meant = ofPlugin ?? (bare !== name && names.has(bare) ? bare : meantSkill(name, names));
  const written = meant === undefined ? [] : [changeTo(document, reference.span, meant, 'best')];
  return [
    ...namedSkill(uri, workspace, name),
    ...ofWhole(document, reference, names),
    ...written,
    ...(reference.form === 'call' ? startedAsAgent(document, workspace, reference) : []),
    ...(reference.field === 'skills' ? parted(document, { text: name, span: reference.span }, names) : []),
    ...[...elsewhere, ...near].filter(to => to !== meant).map(to => changeTo(document, reference.span, to)),
    ...(reference.form === 'table' ? [] : created(document, workspace, 'skill', symbolName(reference.symbol))),
    ...removed(document, reference),
  ];
}

/** `.claude/skills/tdd/SKILL.md` and `Skill(tdd)`: the folder alone is the name. */
export const bareName = (name: string): string =>
  withoutLookAlikes(name)
    .replace(/^Skill\((.*)\)$/, '$1')
    .replace(/(\/SKILL)?\.md$/i, '')
    .replace(/^[@$#]|[,;:.]+$|\/$/g, '')
    .replace(/^(?:.*\/)?skills\/|^\.?\//, '');

/** `tdd (optional)`: of an entry with blanks each word is taken for a name. */
function ofWhole(document: Document, { field, span }: Reference, names: ReadonlySet<string>): Fix[] {
  const whole = field === 'skills' ? wholeEntry(document, field, span) : undefined;
  if (!whole) return [];
  const meant = meantSkill(whole.text, names);
  return meant === undefined ? parted(document, whole, names) : [changeTo(document, whole.span, meant, 'best')];
}

/** Several skills in one entry, with blanks or other marks between them. */
function parted(
  document: Document,
  { text, span }: Pick<WholeEntry, 'text' | 'span'>,
  names: ReadonlySet<string>,
): Fix[] {
  const parts = text.split(/\s*[,;|]\s*|\s+-\s+|-?\s+/);
  if (parts.length < 2 || !parts.every(part => names.has(part))) return [];
  const lead = itemLead(document.text, span.start);
  if (lead === undefined) return [changeTo(document, span, parts.join(', '), 'best')];
  const edits = [{ uri: document.uri, span, text: parts.join(`${lineBreak(document.text)}${lead}`) }];
  return [{ title: say('Make each an item of its own'), edits, safe: false, preferred: true }];
}

export const removed = (document: Document, { field, span, name }: Reference): Fix[] =>
  field === 'skills' ? removing(document, field, span, name) : [];
