// What the other tools make of an agent or skill: strict loaders of the open standard, loaders built on gray-matter, and
// Visual Studio Code's own. Claude Code's verdict is in `verdict.ts`.
import { agentSkills } from '../dialects/agent-skills';
import type { Field } from '../dialects/dialect';
import { entry, scalars, type Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { readAsGrayMatter, type GrayMatterReading } from '../syntax/graymatter';
import { readYaml } from '../syntax/yaml';
import { say, type Message } from './message';
import { baseName, parent } from './uris';
import type { VerdictState } from './verdict';

export interface ReaderVerdict {
  readonly reader: string;
  readonly state: VerdictState;
  /** Why, where something is lost. */
  readonly reasons: readonly Loss[];
}

export interface Loss {
  readonly message: Message;
  /** What the file names and the message is about, behind its colon. */
  readonly names?: readonly string[];
  /** What the reader itself says, behind the colon. */
  readonly words?: string;
}

/** The verdicts of the readers that may meet a file of this role, in the order in which people are told. It reads the whole front
 * matter once more for each, so it is asked on demand, never at a key. */
export function otherReaders(document: Document, role: 'agent' | 'skill'): ReaderVerdict[] {
  const strict = role === 'skill' ? [openStandard(document)] : [];
  return [...strict, grayMatter(document), ...visualStudioCode(document, role)];
}

const verdict = (reader: string, state: VerdictState, reasons: readonly Loss[]): ReaderVerdict => ({
  reader,
  state: reasons.length === 0 ? 'loads' : state,
  reasons,
});

/** The specification of 9 August 2026 and its validator: what is invalid is no skill. */
function openStandard({ uri, text, frontMatter }: Document): ReaderVerdict {
  const reader = 'A loader of the open standard';
  const close = frontMatter?.close;
  if (!frontMatter || !close || frontMatter.language !== '' || text.slice(close.start, close.end).trimEnd() !== '---')
    return verdict(reader, 'does-not-load', [lost('It sees no front matter.')]);
  const { data, errors, aliases } = readYaml(text.slice(frontMatter.span.start, frontMatter.span.end));
  if (errors.length > 0 || aliases.length > 0 || data?.is !== 'map')
    return verdict(reader, 'does-not-load', [lost('The front matter is no valid YAML.')]);
  const known = new Set(standardFields.map(({ key }) => key));
  const strangers = data.entries.map(({ key }) => key.text).filter(key => !known.has(key));
  const reasons = standardFields.flatMap(field => complaints(field, data));
  const name = textOf(data, 'name');
  const folder = baseName(parent(uri));
  if (name !== undefined && name.normalize('NFKC') !== folder.normalize('NFKC'))
    reasons.push(lost('`name` is not that of the folder:', [folder]));
  if (reasons.length > 0) return verdict(reader, 'does-not-load', reasons);
  const unknown = lost('Its validator rejects keys that the standard does not have:', strangers);
  return verdict(reader, 'loads-without', strangers.length > 0 ? [unknown] : []);
}

const standardFields: readonly Field[] = agentSkills.kinds.flatMap(kind => kind.fields);

function complaints({ key, type, required }: Field, data: Data): Loss[] {
  const value = textOf(data, key);
  if (value === undefined || value.trim() === '')
    return required === 'yes' || value !== undefined ? [lost('This is missing or empty:', [key])] : [];
  if (type.is !== 'text' && type.is !== 'name') return [];
  const { pattern, maxLength } = type;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value))
    return [lost('This has a form that is not allowed:', [key])];
  return maxLength !== undefined && value.length > maxLength
    ? [lost(`This has more than ${maxLength} characters:`, [key])]
    : [];
}

/** The text of a key: empty where it has no value, the key itself where it holds a list or a map, so that it counts as filled;
 * undefined where it is not there. */
function textOf(data: Data | undefined, key: string): string | undefined {
  const found = entry(data, key);
  if (found?.colon === undefined) return undefined;
  return found.value?.is === 'scalar' ? found.value.text : found.value === undefined ? '' : key;
}

/** gray-matter 4.0.3, asked itself. */
function grayMatter({ text }: Document): ReaderVerdict {
  const loss = lostTo(readAsGrayMatter(text));
  return verdict('A loader built on gray-matter', 'does-not-load', loss ? [loss] : []);
}

function lostTo({ sees, reads, hasKeys, language, message }: GrayMatterReading): Loss | undefined {
  if (!sees) return lost('It sees no front matter.');
  if (/^(js|javascript)$/.test(language))
    return lost('It takes the front matter for a program; opencode runs it when it merely lists files.');
  const [first = ''] = message.split('\n');
  if (!reads) return { ...lost('It loses the front matter:'), words: first };
  return hasKeys ? undefined : lost('It sees no keys in the front matter.');
}

/** Keys of an agent that its own agents do not read (1.139.1). */
const unreadKeys = ['disallowedTools', 'skills', 'permissionMode', 'mcpServers', 'memory'];
/** Claude Code's tools that it has a counterpart for; the others are dropped without a message (1.139.1). */
const mappedTools = new Set([
  'Bash', 'Edit', 'Glob', 'Grep', 'Read', 'Write', 'WebFetch', 'WebSearch', 'Task', 'AskUserQuestion', 'NotebookEdit', 'Skill', 'LSP', 'MCPSearch',
]); // prettier-ignore
const mappedModels = new Set(['sonnet', 'opus', 'haiku', 'inherit']);

/** Visual Studio Code 1.139.1, as its workbench reads these files by itself; none for files in folders that it does not know. */
function visualStudioCode(document: Document, role: 'agent' | 'skill'): ReaderVerdict[] {
  const { uri, data } = document;
  const reader = 'Visual Studio Code 1.139.1';
  const [, folder, below] = /\/(\.(?:claude|github|agents)\/(?:agents|skills))\/(.+)$/.exec(uri) ?? [];
  if (folder === undefined || below === undefined) return [];
  const depth = below.split('/').length;
  if (depth !== (role === 'skill' ? 2 : 1))
    return [
      verdict(reader, 'does-not-load', [lost('It does not look into folders further below than this one:', [folder])]),
    ];
  if (!document.frontMatter) return [verdict(reader, 'does-not-load', [lost('It sees no front matter.')])];
  if (role === 'agent') return [verdict(reader, 'loads-without', agentLosses(data))];
  if ((textOf(data, 'description') ?? '').trim() === '')
    return [verdict(reader, 'does-not-load', [lost('It never offers a skill without a `description`.')])];
  return [verdict(reader, 'loads-without', skillLosses(uri, data))];
}

function agentLosses(data: Data | undefined): Loss[] {
  const unread = unreadKeys.filter(key => entry(data, key)?.colon !== undefined);
  const tools = entry(data, 'tools')?.value;
  const named = scalars(tools).flatMap(({ text }) => (tools?.is === 'scalar' ? text.split(/\s*,\s*/) : [text.trim()]));
  const dropped = named.filter(name => name !== '' && name !== '*' && !mappedTools.has(name));
  const model = textOf(data, 'model');
  return [
    ...(unread.length > 0 ? [lost('It does not read:', unread)] : []),
    ...(dropped.length > 0 ? [lost('It has no counterpart for these tools and leaves them out:', dropped)] : []),
    ...(model !== undefined && model !== '' && !mappedModels.has(model)
      ? [lost('It does not know the model and leaves it out:', [model])]
      : []),
  ];
}

function skillLosses(uri: string, data: Data | undefined): Loss[] {
  const folder = baseName(parent(uri));
  const name = textOf(data, 'name');
  const description = textOf(data, 'description') ?? '';
  return [
    ...(name !== undefined && name !== folder ? [lost('It calls the skill as its folder:', [folder])] : []),
    ...(description.length > 1024 ? [lost('It cuts `description` after 1,024 characters.')] : []),
  ];
}

const lost = (template: string, names?: readonly string[]): Loss => ({
  message: say(template),
  ...(names && { names }),
});
