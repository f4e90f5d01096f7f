// Values that are written as text where nearly all siblings write a list, or the other way round.
import type { ValueType } from '../dialects/dialect';
import type { Data, DataList, Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { outerOf } from '../syntax/yaml';
import type { Workspace } from '../workspace/workspace';
import { formOf } from '../workspace/habits';
import { hasForm, splitText } from '../workspace/values';
import { inQuotes, lineBreak, yamlText } from './edits';
import { knownEntries, listItems, type KnownEntry } from './fields';
import { defineRule, say, type Finding, type Fix } from './rule';
import { siblingsOf, type Siblings } from './siblings';

const few = '-- agentwright.json --\n{ "conventions": { "share": 0.7, "files": 3 } }\n';
const agent = (name: string, keys: string): string =>
  `-- .claude/agents/${name}.md --\n---\nname: ${name}\ndescription: Helps.\n${keys}---\n`;
const three = (keys: string): string => ['b', 'c', 'd'].map(name => agent(name, keys)).join('');

export default defineRule({
  id: 'unusual-form',
  severity: 'information',
  reach: 'repository',
  summary:
    'A list where nearly all agents, skills or commands of the project write text, or text where they write a list.',
  why:
    'Tools read both, but scripts of the repository and people who search it mostly know the one. From which share and ' +
    'number of files on this is said, `conventions` in `agentwright.json` tells.',
  source: 'Counted in the files of the project itself.',
  examples: [
    {
      bad: few + agent('a', 'tools:\n  <|- Read\n  - Grep|>\n') + three('tools: Read, Grep\n'),
      good: few + agent('a', 'tools: Read, Grep\n') + three('tools: Read, Grep\n'),
    },
    {
      bad: few + agent('a', 'tools: <|Read, Grep|>\n') + three('tools:\n  - Read\n'),
      good: few + agent('a', 'tools:\n  - Read\n  - Grep\n') + three('tools:\n  - Read\n'),
    },
    {
      bad: few + agent('a', 'requires: <|(plan, test)|>\n') + three('requires: [plan]\n'),
      good: few + agent('a', 'requires: [plan, test]\n') + three('requires: [plan]\n'),
    },
    {
      bad: few + agent('a', 'requires: <|[[plan, test]]|>\n') + three('requires: [plan]\n'),
      good: few + agent('a', 'requires: [plan, test]\n') + three('requires: [plan]\n'),
    },
    {
      bad: few + agent('a', 'owner: <|[web]|>\n') + three('owner: web\n'),
      good: few + agent('a', 'owner: web\n') + three('owner: web\n'),
    },
    { bad: few + agent('a', 'related: [[plan]]\n') + three('related: [[plan]]\n') },
    { bad: few + agent('a', 'requires: [plan, do]\n') + three('requires: plan, test\n') },
    { bad: few + agent('a', 'tools: []\n') + three('tools: Read, Grep\n') },
    { bad: few + agent('a', 'tools: [Read]\n') + agent('e', 'tools: [Read]\n') + three('tools: Read\n') },
  ],
  *check(document, workspace) {
    const siblings = siblingsOf(document, workspace);
    if (!siblings) return;
    for (const known of knownEntries(document, workspace)) {
      const { entry } = known;
      const { value, key } = entry;
      const forms = siblings.crowd.keys.get(key.text);
      const own = formOf(value);
      if (!forms || !value || value.is === 'map' || own === '-' || isStar(value)) continue;
      const type = listOf(known);
      const others = own === 't' ? forms.list : forms.text;
      if (!type || !siblings.isUsual(others, forms.text + forms.list)) continue;
      const template = own === 't' ? isText : isList;
      yield {
        span: { start: outerOf(value).start, end: outerEnd(value, document.text) },
        message: say(template, String(others), String(forms.text + forms.list), siblings.kind, key.text),
        fixes: () => rewriting(document, known, type, value),
      };
    }
    yield* ofOwnKeys(document, workspace, siblings);
  },
});

/** Keys that no reader knows, so that nobody but the siblings tells what they hold. */
function* ofOwnKeys(document: Document, workspace: Workspace, siblings: Siblings): Iterable<Finding> {
  const { crowd, kind } = siblings;
  const { data } = document;
  const fields = workspace.schema(document.uri)?.fields;
  for (const { key, value } of data?.is === 'map' ? data.entries : []) {
    const forms = crowd.keys.get(key.text);
    if (!forms || fields?.has(key.text) || !value || value.is === 'map') continue;
    const odd = oddForm(document, value);
    const all = forms.text + forms.list + (formOf(value) === 'n' ? 1 : 0);
    if (!odd || !siblings.isUsual(forms[odd.others], all)) continue;
    yield {
      span: { start: outerOf(value).start, end: outerEnd(value, document.text) },
      message: say(odd.template, String(forms[odd.others]), String(all), kind, key.text),
      fixes: odd.fixes,
    };
  }
}

interface OddForm {
  /** What the siblings write, where this is told. */
  readonly others: 'text' | 'list';
  readonly template: string;
  readonly fixes: () => Fix[];
}

function oddForm(document: Document, value: DataList | Scalar): OddForm | undefined {
  if (value.is === 'scalar')
    return formOf(value) === 't' && !value.lenient
      ? { others: 'list', template: isText, fixes: () => inBrackets(document, value) }
      : undefined;
  const [only, another] = value.items;
  const inner = only?.value;
  if (!inner || another || !value.flow) return undefined;
  const title = say('Remove the outer brackets');
  const text = document.text.slice(outerOf(inner).start, outerEnd(inner, document.text));
  const edits = [
    { uri: document.uri, span: { start: outerOf(value).start, end: outerEnd(value, document.text) }, text },
  ];
  const fixes = (): Fix[] => [{ title, edits, safe: false, preferred: true }];
  if (inner.is === 'list') return { others: 'list', template: isNested, fixes };
  return inner.is === 'scalar' ? { others: 'text', template: isList, fixes } : undefined;
}

const isText = '{0} of {1} {2} here write `{3}` as a list; here it is text.';
const isList = '{0} of {1} {2} here write `{3}` as text; here it is a list.';
const isNested = '{0} of {1} {2} here write `{3}` as a list of words; here a list stands in the list.';

/** `(a, b)`, `"[a, b]"` or `a, b` in the brackets of a list. */
function inBrackets({ uri }: Document, { outer, text }: Scalar): Fix[] {
  const inside = /^(?:\[(.*)\]|\((.*)\)|<(.*)>)$/.exec(text.trim())?.slice(1).find(each => each !== undefined); // prettier-ignore
  const items = (inside ?? text).split(',').map(item => item.trim());
  if (!items.every(item => /^[\w@/.-]+( [\w@/.-]+)*$/.test(item))) return [];
  const edits = [{ uri, span: outer, text: `[${items.join(', ')}]` }];
  return [{ title: say('Write it as a list'), edits, safe: false, preferred: true }];
}

type ListType = ValueType & { is: 'list' };

/** All there are, which has no other form. */
const isStar = (value: Data): boolean => value.is === 'scalar' && value.text.trim() === '*';

/** The type of a list that the tool reads in both forms; where it does not, other rules tell what is wrong. */
function listOf({ layers, entry: { value } }: KnownEntry): ListType | undefined {
  const types = layers.map(({ field }) => field.type);
  const isFree = (type: ValueType): boolean =>
    type.is === 'list' &&
    type.forms.includes('list') &&
    type.forms.includes('comma') &&
    !!value &&
    hasForm(type, value);
  const [first] = types;
  const isWanted = layers.some(({ field: { wanted } }) => wanted?.is === 'list');
  return first?.is === 'list' && types.every(isFree) && !isWanted ? first : undefined;
}

/** No fix where a comment, a value below a value or an item with a comma would be lost or become another. */
function rewriting(document: Document, { entry }: KnownEntry, type: ListType, value: DataList | Scalar): Fix[] {
  const { uri, text } = document;
  const { colon } = entry;
  const items = listItems(type, value, text).map(item => (item.is === 'scalar' ? item.text.trim() : ''));
  const span = { start: colon ?? 0, end: outerEnd(value, text) };
  const raw = text.slice(span.start, span.end);
  if (colon === undefined || items.includes('') || /#|\{\{/.test(raw)) return [];
  if (value.is === 'scalar') {
    const newline = lineBreak(text);
    const lines = items.map(item => `${newline}  - ${/[[\]{},]/.test(item) ? inQuotes(item) : yamlText(item)}`);
    return [
      { title: say('Write it as a list'), edits: [{ uri, span, text: lines.join('') }], safe: false, preferred: true },
    ];
  }
  const joined = items.join(', ');
  const again = splitText(joined, { start: 0, end: joined.length }, type.forms);
  if (again.length !== items.length) return [];
  const edits = [{ uri, span, text: ` ${yamlText(joined)}` }];
  return [{ title: say('Write it as text'), edits, safe: false, preferred: true }];
}

function outerEnd(value: Data, text: string): number {
  const { start, end } = outerOf(value);
  return start + text.slice(start, end).trimEnd().length;
}
