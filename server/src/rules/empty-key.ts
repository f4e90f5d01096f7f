// Known keys with nothing behind them.
import type { Field } from '../dialects/dialect';
import type { Data, Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { outerOf } from '../syntax/yaml';
import type { Layer } from '../workspace/schema';
import { mostChoices, removingEntry, second } from './edits';
import { isText } from './form-fixes';
import { readsFrontMatter } from './bodies';
import type { Workspace } from '../workspace/workspace';
import { defineEntryRule, say, type Edit, type Fix } from './rule';
import { asSiblings } from './usual-lines';

const agent = (lines: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n${lines}\n---\n`;

export default defineEntryRule({
  id: 'empty-key',
  severity: 'hint',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  roles: readsFrontMatter,
  summary: 'A key without a value.',
  why:
    'Claude Code reads such a key as if it were not there: the model is inherited, no skill is loaded. But `user-invocable` ' +
    'then hides the skill. Often the value went ' +
    'when something else was to go. Of keys that must have a value, and of an agent’s `tools`, other rules speak.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    { bad: agent('<|model:|>\ncolor: red'), good: agent('color: red') },
    { bad: '-- .claude/commands/a.md --\n---\n<|allowed-tools:|>\n---\n\nGo.\n' },
    {
      bad: '-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Helps.\n<|user-invocable:|>\n---\n\nGo.\n',
      good: '-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Helps.\n---\n\nGo.\n',
    },
    { bad: agent('<|effort: ""|>\ncolor: red'), good: agent('color: red') },
    { bad: agent('<|hooks: ~|>\ncolor: red'), good: agent('color: red') },
    { bad: agent('tools:') },
    { bad: agent('tools: ""') },
    { bad: agent('color: # to be chosen') },
    { bad: '-- .claude/agents/a.md --\n---\nname:\ndescription:\n---\n' },
  ],
  *entry({ entry, layers }, document, workspace) {
    const { key, value, colon } = entry;
    if (colon === undefined || /^[ \t]*#/.test(document.text.slice(colon, colon + 80))) return;
    if (value !== undefined && !saysNothing(value, layers[0]!)) return;
    if (layers.some(({ field }) => field.required !== 'no' || field.ignored !== undefined)) return;
    // An agent whose tools are taken away is told of as such, and a name is wanted of all but commands.
    const role = workspace.role(document.uri);
    if ((key.text === 'tools' && role === 'agent') || (key.text === 'name' && (role === 'agent' || role === 'skill')))
      return;
    const saysNo = layers.some(({ field }) => isNoWhenEmpty(field));
    yield {
      span: { start: key.outer.start, end: value ? outerOf(value).end : colon },
      ...(saysNo ? { severity: 'warning' } : { tag: 'unused' }),
      message: saysNo
        ? say('`{0}` has no value, which Claude Code reads as `false`.', key.text)
        : say('`{0}` has no value, so it counts as not written.', key.text),
      fixes: read => {
        const indented = value ? [] : below(document, workspace, entry, layers[0]!.field);
        const others: Fix[] = [
          ...asSiblings(document, workspace, entry, read),
          ...(value ? [] : choices(document, entry, layers[0]!.field)),
          removingEntry(document, entry, 'best'),
        ];
        return indented.length > 0 ? [...indented, ...others.map(second)] : others;
      },
    };
  },
});

/** `~`, `null`, and quotes around nothing; where text is wanted, these may say that there is none. */
const saysNothing = (value: Data, { field, dialect }: Layer): boolean =>
  value.is === 'scalar' &&
  dialect.id === 'claude' &&
  (value.value === null || (value.text.trim() === '' && !isText(field.type)));

/** Whatever is not one of its words counts as `false` there, though without the key it is `true` (Claude Code 2.1.330, 30 November 2026). */
const isNoWhenEmpty = ({ type, default: usual, onInvalid, invalid }: Field): boolean =>
  type.is === 'flag' && usual === 'true' && onInvalid === 'coerced' && invalid !== undefined;

/** The keys that follow and that no reader knows: they were to stand below this one. */
function below(document: Document, workspace: Workspace, { key }: Entry, { type }: Field): Fix[] {
  const fields = workspace.schema(document.uri)?.fields;
  if (type.is !== 'map' || !fields) return [];
  const at = document.parts.findIndex(({ entries: [first] }) => first?.key.text === key.text);
  const edits: Edit[] = [];
  for (const { entries, start } of document.parts.slice(at + 1)) {
    const [first] = entries;
    if (first?.colon === undefined || fields.has(first.key.text)) break;
    edits.push({ uri: document.uri, span: { start, end: start }, text: '  ' });
  }
  const title = edits.length === 1 ? say('Indent the key below it') : say('Indent the keys below it');
  return edits.length === 0 ? [] : [{ title, edits, safe: false, preferred: true }];
}

/** What the key may be, where that is one of a few words. */
function choices({ uri, text }: Document, { key, colon }: Entry, { type }: Field): Fix[] {
  if (type.is !== 'choice' || type.values.length > mostChoices || colon === undefined) return [];
  const blank = text[colon] === ' ' ? '' : ' ';
  const at = colon + (blank === '' ? 1 : 0);
  return type.values.map(({ value }) => ({
    title: say('Write `{0}`', `${key.text}: ${value}`),
    edits: [{ uri, span: { start: at, end: at }, text: `${blank}${value}` }],
    safe: false,
  }));
}
