// docs/settings.md: the settings of the extension, and the keys of `agentwright.json`.
import { code, fence, head, page, table } from './markdown.mjs';

/** What each key of `agentwright.json` is for; the keys themselves come from the engine. */
const keys = {
  rules: 'Severity of single rules, by their id: `off`, `hint`, `information`, `warning` or `error`.',
  fields: 'Front matter keys that this repository adds: a list each for `agent` and `skill`. They count as known.',
  tools: 'Tools that exist here beyond those that Agentwright knows, such as those of a newer version.',
  models: 'Models that exist here beyond those that Agentwright knows, such as those of a gateway.',
  ignore:
    'Globs, counted from the folder of `agentwright.json`. Files that match are not checked; their names stay known.',
};

const example = {
  rules: { 'unknown-tool': 'error', 'uncalled-skill': 'off' },
  fields: { agent: ['owner'], skill: ['reviewed'] },
  tools: ['QueryWarehouse'],
  models: ['gateway-large'],
  ignore: ['archive/**'],
};

export function settingsPage({ emptyConfig }, manifest, words) {
  const configured = Object.keys(emptyConfig);
  const silent = configured.filter(key => keys[key] === undefined);
  const gone = Object.keys(keys).filter(key => !configured.includes(key));
  if (silent.length + gone.length > 0) throw new Error(`keys of agentwright.json: ${[...silent, ...gone]} out of step`);
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
    'The file lies in the root of a repository, or in any folder below it; for each agent or skill the nearest one ' +
      'above it holds. It is data, may have comments, and is never run. All keys may be left out.',
    table(
      ['Key', 'What it does'],
      configured.map(key => [code(key), keys[key]]),
    ),
    fence(JSON.stringify(example, undefined, 2), 'json'),
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
