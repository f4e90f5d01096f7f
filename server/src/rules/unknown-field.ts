// Keys that nothing reads: misspelt ones, those of another kind of file, and those of other tools.
import { entry as entryOf, type Data, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { layersOf, type Layer, type Schema } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { withoutEntry } from './edits';
import { entriesWithMaps, refusal } from './fields';
import { addKnownField } from './known-field';
import { plainForm } from './nearest';
import { defineRule, say, type Finding, type Fix } from './rule';
import { meantKey } from './siblings';
import { isSlipOf, isWordOfOthers } from './slip';
import { isInside, spills } from './spill';

const a = '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n';
const b = '-- .claude/skills/b/SKILL.md --\n---\nname: b\ndescription: Helps.\n';

export default defineRule({
  id: 'unknown-field',
  severity: 'hint',
  reach: 'document',
  reads: 'front matter',
  summary: 'A key that neither the tool, nor a framework, nor `agentwright.json` knows.',
  why:
    'Claude Code ignores keys that it does not know: for agents it names them in the debug log, for skills it says ' +
    'nothing at all. A misspelt `tools` so gives an agent every tool. Keys of your own are fine; list them in `agentwright.json`.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026; the Agent Skills specification, 9 August 2026.',
  examples: [
    { bad: `${a}<|allowed-tools|>: Read\n---\n`, good: `${a}tools: Read\n---\n` },
    { bad: `${a}<|Model|>: opus\n---\n`, good: `${a}model: opus\n---\n` },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\n<|descritpion|>: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n',
    },
    { bad: `${b}<|tools|>: Read\n---\n`, good: `${b}allowed-tools: Read\n---\n` },
    { bad: `${a}<|category|>: testing\n---\n`, good: `${a}---\n` },
    { bad: `${a}model: opus\n<|mode|>: primary\n---\n` },
    { bad: `-- agentwright.json --\n{ "fields": { "agent": ["category"] } }\n${a}category: testing\n---\n` },
    {
      bad: '-- .agents/skills/b/SKILL.md --\n---\nname: b\ndescription: Helps.\n<|category|>: testing\n---\n',
    },
    { bad: `${b}version: 1.0.0\nmetadata:\n  category: testing\n---\n` },
  ],
  *check(document, workspace) {
    const schema = workspace.schema(document.uri);
    const { data } = document;
    if (!schema || data?.is !== 'map') return;
    const spilt = spills(document, workspace);
    const last = new Map(data.entries.map(entry => [entry.key.text, entry]));
    for (const entry of data.entries) {
      if (entry.colon === undefined || last.get(entry.key.text) !== entry || isInside(entry.span, spilt)) continue;
      const layers = layersOf(schema, entry.key.text);
      const finding = layers ? notRead(document, schema, layers, entry) : unknown(document, workspace, schema, entry);
      if (finding) yield finding;
    }
    yield* nested(document, workspace);
  },
});

/** A framework's key in whose place the tool reads another. */
function notRead(document: Document, schema: Schema, layers: readonly Layer[], entry: Entry): Finding | undefined {
  const { field, dialect } = layers[0]!;
  if (field.replacedBy === undefined || dialect.id === schema.dialect.id) return undefined;
  return {
    span: entry.key.span,
    message: say('A key of {0}; Claude Code does not read it, its own is `{1}`.', dialect.title, field.replacedBy),
    fixes: () => renames(document, entry, field.replacedBy!, false),
  };
}

function unknown(document: Document, workspace: Workspace, schema: Schema, entry: Entry): Finding | undefined {
  const name = entry.key.text;
  if (name === '') return undefined;
  const meant = schema.suggestions.get(name) ?? nearMiss(document.data, name, keysOf(schema));
  const { span } = entry.key;
  if (meant !== undefined) {
    return {
      span,
      severity: 'warning',
      message: say('{0} does not know `{1}`; it reads `{2}`.', readerOf(schema), name, meant),
      fixes: () => [...renames(document, entry, meant, true), ...others(document, workspace, entry)],
    };
  }
  if (schema.kind.unknownKeys === 'error') {
    return {
      span,
      severity: 'information',
      message: say(
        'The open standard has no key `{0}`, and its validator rejects the skill. Put it under `metadata`.',
        name,
      ),
      fixes: () => others(document, workspace, entry),
    };
  }
  return {
    span,
    tag: 'unused',
    message: say('{0} ignores `{1}`.', readerOf(schema), name),
    fixes: () => {
      const usual = meantKey(document, workspace, name);
      const meant = usual === undefined ? [] : renames(document, entry, usual.key, true);
      return [...meant, ...others(document, workspace, entry)];
    },
  };
}

/** Who reads a file of this kind, in words. */
function readerOf({ kind, dialect }: Schema): string {
  if (kind.loader === 'strict') return 'The open standard';
  return kind.role === 'configuration' ? dialect.title : 'Claude Code';
}

/** Not those that the tool keeps for itself: nobody means them. */
const keysOf = ({ fields }: Schema): string[] =>
  [...fields].flatMap(([key, layers]) => (layers[0]!.field.status === 'internal' ? [] : [key]));

/** Below a known key, where others than the known keys are an error, or are clearly meant as one of them. */
function* nested(document: Document, workspace: Workspace): Iterable<Finding> {
  for (const known of entriesWithMaps(document, workspace)) {
    const { entry, layers } = known;
    const { field } = layers[0]!;
    for (const { type, data, field: owner } of known.places(field, field.type)) {
      if (type.is !== 'map' || data.is !== 'map') continue;
      const fatal = !type.open && document.language === 'json' && owner.onInvalid === 'file-dropped';
      for (const inner of data.entries) {
        const name = inner.key.text;
        if (name === '' || type.fields.some(({ key }) => key === name)) continue;
        const meant = nearMiss(
          data,
          name,
          type.fields.map(({ key }) => key),
        );
        // Where others may stand, only what stands for one that is not there.
        if (type.open && meant === undefined) continue;
        yield {
          span: inner.key.span,
          ...(fatal
            ? { severity: 'error' as const }
            : meant === undefined
              ? { tag: 'unused' as const }
              : { severity: 'warning' as const }),
          message: fatal
            ? say(`\`{0}\` does not know \`{1}\`; ${refusal(document, workspace)}.`, owner.key, name)
            : say('`{0}` does not know `{1}`.', entry.key.text, name),
          fixes: () => (meant === undefined ? [] : renames(document, inner, meant, true)),
        };
      }
    }
  }
}

/** The known key of which this is clearly a slip of the pen, unless that one is there too. */
function nearMiss(data: Data | undefined, name: string, known: Iterable<string>): string | undefined {
  if (isWordOfOthers(name)) return undefined;
  const plain = plainForm(name);
  // Short for a key that the file lacks, and wants.
  if (['desc', 'summary', 'about'].includes(plain) && entryOf(data, 'description') === undefined)
    return [...known].find(key => key === 'description');
  for (const key of known) {
    if (isSlipOf(name, key) && entryOf(data, key) === undefined) return key;
  }
  return undefined;
}

/** Not where the other key is there already. */
function renames({ uri, data }: Document, { key }: Entry, to: string, preferred: boolean): Fix[] {
  if (entryOf(data, to) !== undefined) return [];
  const edits = [{ uri, span: key.span, text: to }];
  return [{ title: say('Rename to `{0}`', to), edits, safe: false, ...(preferred && { preferred: true as const }) }];
}

function others(document: Document, workspace: Workspace, entry: Entry): Fix[] {
  const { uri } = document;
  const known = addKnownField(document, workspace, entry.key.text);
  const edits = [{ uri, span: withoutEntry(document, entry), text: '' }];
  return [
    { title: say('Remove `{0}`', entry.key.text), edits, safe: false },
    ...(known
      ? [
          {
            title: say('Add `{0}` to the known keys in `agentwright.json`', entry.key.text),
            edits: [known],
            safe: false,
          },
        ]
      : []),
  ];
}
