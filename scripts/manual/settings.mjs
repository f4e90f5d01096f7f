// docs/settings.md: the settings of the extension, and the keys of `agentwright.json`.
import { code, fence, head, page, table } from './markdown.mjs';

const example = {
  root: true,
  extends: 'shared/base.agentwright.json',
  rules: { 'unknown-tool': 'error', 'uncalled-skill': 'off' },
  fields: { agent: ['owner'], skill: { reviewed: 'The day of the last review.' } },
  schemas: { agent: './.claude/schemas/agent.schema.json', skill: { path: './skill.schema.json', level: 'warning' } },
  tools: ['QueryWarehouse'],
  models: ['gateway-large'],
  format: { keyOrder: 'keep', lists: 'block' },
  conventions: { share: 0.8, files: 5 },
  ignore: ['archive/**'],
  overrides: [{ files: ['vendor/**'], rules: { 'unknown-field': 'off' } }],
};

const comments = {
  'front matter': '# agentwright-disable-next-line unknown-tool, no-tools -- a newer version has it',
  'Markdown below it': '<!-- agentwright-disable-next-line unknown-skill -->',
  '`agentwright.json`': '// agentwright-disable-next-line unknown-rule',
};

const forms = {
  'agentwright-disable-next-line': 'the next line, with the value, code block or table that begins on it',
  'agentwright-disable-line': 'its own line',
  'agentwright-disable': 'from here to `agentwright-enable`, else to the end',
  'agentwright-disable-file': 'the whole file',
};

export function settingsPage({ dialects }, manifest, words) {
  const kind = dialects.flatMap(({ kinds }) => kinds).find(({ role }) => role === 'configuration');
  const { properties } = manifest.contributes.configuration;
  const settings = Object.entries(properties).sort(([, a], [, b]) => a.order - b.order);
  return page([
    head,
    '# Settings',
    'What a team shares belongs in `agentwright.json`; what one person prefers, in the settings of the editor. ' +
      'Where both speak of a rule, the settings win, for that person alone.',
    '## Settings of the editor',
    table(
      ['Setting', 'Type', 'Default', 'What it does'],
      settings.map(([id, { type, default: value, markdownDescription, description }]) => [
        code(id),
        type,
        code(JSON.stringify(value)),
        said(markdownDescription ?? description, words),
      ]),
    ),
    ...settings.flatMap(setting => valueTable(setting, words)),
    '## agentwright.json',
    'The file lies in the root of a repository, or in any folder below it. ' + kind.notes.join(' '),
    table(
      ['Key', 'What it does'],
      kind.fields.map(({ key, doc, notes }) => [code(key), [doc, ...notes].join(' ')]),
    ),
    fence(JSON.stringify(example, undefined, 2), 'json'),
    'Of a JSON Schema under `schemas` Agentwright reads `type`, `enum`, `const`, `pattern`, `minLength`, `maxLength`, `minimum`, ' +
      '`maximum`, `items`, `properties`, `required`, `additionalProperties`, `anyOf` and `oneOf` of different types, `allOf` around ' +
      'one schema (several for the whole), `$ref` within the file, and for hovers and completion `title`, `description`, `default`, ' +
      '`examples` and `deprecated`. What it ignores, such as `if` and `not`, is named at the path by `unread-schema`; files are ' +
      'then held to less than the schema says, never to more. Findings are those of `invalid-value`, `wrong-form`, `missing-field` ' +
      'and `unknown-field`; of one value Claude Code’s own word goes before that of the schema.',
    'Agentwright checks the file itself. For editors in which it does not run there is `agentwright.schema.json`; ' +
      '`$schema` names it. In VS Code leave `$schema` out, or each fault is reported twice.',
    '## Comments that silence a rule',
    'They name the rules, else they are about all, and may give a reason after ` -- `. One that silences nothing is ' +
      'reported by `unused-suppression`. The light bulb writes them.',
    table(
      ['In', 'Comment'],
      Object.entries(comments).map(([place, comment]) => [place, code(comment)]),
    ),
    table(
      ['Word', 'What it is about'],
      Object.entries(forms).map(([word, about]) => [code(word), about]),
    ),
  ]);
}

/** The values of a setting that has fixed ones, or of the entries of one that is a map. */
function valueTable([id, { enum: values, enumDescriptions, additionalProperties }], words) {
  const { names, docs } = values
    ? { names: values, docs: enumDescriptions }
    : { names: additionalProperties?.enum ?? [], docs: additionalProperties?.enumDescriptions };
  if (names.length === 0) return [];
  const rows = names.map((name, index) => [code(name), said(docs?.[index] ?? '', words)]);
  return [`Values of ${code(id)}:`, table(['Value', 'Meaning'], rows)];
}

/** A text of the manifest: itself, or what its `%key%` stands for. */
function said(text, words) {
  const key = /^%(.+)%$/.exec(text ?? '')?.[1];
  if (key === undefined) return text ?? '';
  if (typeof words[key] !== 'string') throw new Error(`package.nls.json has no ${key}`);
  return words[key];
}
