// JSON Schemas under `schemas` in `agentwright.json` that cannot be read, or not all of which is followed.
import { entry, type Data, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { sourceOf } from '../workspace/config';
import type { FrontMatterSchema, Note } from '../workspace/json-schema';
import type { Workspace } from '../workspace/workspace';
import { defineRule, say, type Finding, type Message } from './rule';

const adopting = (path: string, schema: string): string =>
  `-- agentwright.json --\n{ "schemas": { "agent": "${path}" } }\n-- agent.schema.json --\n${schema}\n`;
const owner = '"properties": { "owner": { "type": "string" } }';

export default defineRule({
  id: 'unread-schema',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'configuration',
  reads: 'front matter',
  summary: 'A JSON Schema under `schemas` in `agentwright.json` that cannot be read, or only in part.',
  why:
    'Of a schema that cannot be read nothing is checked, offered or shown. Agentwright reads what says of one key what its ' +
    'value may be, and passes over the rest, such as `if`, `not` and what is to be fetched: files are then held to less than the schema says.',
  source: 'Agentwright itself; JSON Schema 2020-12.',
  examples: [
    { bad: adopting('<|./agent.schema.json|>', `{ ${owner}`) },
    { bad: adopting('<|./agent.schema.json|>', '{ "type": "array" }') },
    { bad: adopting('<|./agent.schema.json#/definitions/agent|>', `{ "type": "object", ${owner} }`) },
    { bad: adopting('<|./agent.schema.json|>', `{ ${owner}, "not": { "required": ["model"] } }`) },
    { bad: adopting('<|./agent.schema.json|>', '{ "properties": { "owner": { "$ref": "https://example.com/x.json" } } }') },
    { bad: '-- agentwright.json --\n{ "schemas": { "agent": "<|../agent.schema.json|>" } }\n' },
    { bad: adopting('./agent.schema.json', `{ "type": "object", ${owner} }`) },
  ], // prettier-ignore
  *check(document, workspace) {
    const { data } = document;
    yield* unreadIn(data, document, workspace);
    const overrides = entry(data, 'overrides')?.value;
    if (overrides?.is === 'list') {
      for (const { value } of overrides.items) yield* unreadIn(value, document, workspace);
    }
  },
});

function* unreadIn(settings: Data | undefined, { uri }: Document, workspace: Workspace): Iterable<Finding> {
  const schemas = entry(settings, 'schemas')?.value;
  if (schemas?.is !== 'map') return;
  for (const { value } of schemas.entries) {
    const path = value?.is === 'map' ? entry(value, 'path')?.value : value;
    const source = sourceOf(value, uri);
    if (!source || path?.is !== 'scalar') continue;
    const schema = workspace.adopted(source);
    if (schema) yield* findings(path, schema);
    else if (workspace.unread.has(source.uri)) yield { span: path.span, message: say('This schema cannot be read.') };
    else if (isOutside(source.uri, uri, workspace)) yield { span: path.span, message: outside };
  }
}

/** A file that is open by itself, without a folder, is no ground for that. */
const isOutside = (schema: string, uri: string, { paths }: Workspace): boolean =>
  paths.root(schema) === undefined && paths.root(uri) !== undefined;

const outside = say(
  'This schema lies outside of the folders that are open, so Agentwright does not read it and holds no file to it. Move it below one of them.',
);

function* findings({ span }: Scalar, { problem, notes }: FrontMatterSchema): Iterable<Finding> {
  if (problem) {
    yield { span, message: problems[problem] };
    return;
  }
  const keywords = texts(notes, 'keyword');
  if (keywords.length > 0) {
    const message = say('Agentwright ignores these parts of the schema: {0}.', quoted(keywords));
    yield { span, severity: 'hint', message };
  }
  const references = texts(notes, 'reference');
  if (references.length > 0) {
    const message = say('This schema refers to what is not in it, which Agentwright does not read: {0}.', quoted(references));
    yield { span, severity: 'information', message };
  }
  const patterns = texts(notes, 'pattern');
  if (patterns.length > 0) {
    const message = say('Patterns that look ahead or back, or are too large, are ignored: {0}.', quoted(patterns));
    yield { span, severity: 'information', message };
  }
} // prettier-ignore

const texts = (notes: readonly Note[], about: Note['about']): string[] =>
  notes.filter(note => note.about === about).map(({ text }) => (text.length > 80 ? `${text.slice(0, 80)}…` : text));

const quoted = (all: readonly string[]): string => all.map(each => `\`${each}\``).join(', ');

const problems: Readonly<Record<NonNullable<FrontMatterSchema['problem']>, Message>> = {
  'too-large': say('This schema has more than a million characters, so Agentwright does not read it.'),
  'no-json': say('This schema is not JSON, so Agentwright does not read it.'),
  'no-part': say('This schema has no such part; after `#` stands a path of keys, as in `#/properties/frontmatter`.'),
  'no-map': say('This schema describes no keys with values, as front matter has them.'),
};
