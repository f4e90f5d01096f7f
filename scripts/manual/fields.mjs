// docs/fields.md: every front matter key of every kind of file, as the dialects know it.
import { code, fence, head, listed, page } from './markdown.mjs';

export function fieldsPage(engine) {
  return page([
    head,
    '# Fields',
    'The front matter keys that Agentwright knows, by the tool that reads them. Completion, hovers and rules say the ' +
      'same. Codes such as `O330` name the source of a fact; they are explained [at the end](#sources).',
    engine.dialects
      .flatMap(({ kinds }) =>
        kinds.map(({ title, fields }) => `- [${title}](#${anchor(title)}): ${fields.length} keys`),
      )
      .join('\n'),
    ...engine.dialects.flatMap(dialect => dialect.kinds.flatMap(kind => kindSection(dialect, kind, engine))),
    '## Sources',
    sourceList(engine),
  ]);
}

/** As GitHub and Visual Studio Code make them. */
const anchor = title =>
  title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');

function kindSection(dialect, kind, engine) {
  const extended = engine.extendedKind(kind.id);
  const { like, shared } = sharedFields(dialect, kind);
  return [
    `## ${kind.title}`,
    `Checked against ${dialect.version}, ${dialect.verified}.`,
    kind.paths.length > 0 ? `Files: ${listed(kind.paths.map(code))}.` : undefined,
    extended && `These come on top of those of [${extended.title}](#${anchor(extended.title)}).`,
    bullets(kind.notes),
    shared.length > 0
      ? `The same as in [${like.title}](#${anchor(like.title)}): ${listed(shared.map(({ key }) => code(key)))}.`
      : undefined,
    ...kind.fields.filter(field => !shared.includes(field)).flatMap(field => fieldSection(field, kind)),
  ];
}

/** The first kind of a dialect of the same role, where it is another one, and the fields that both have. */
function sharedFields({ kinds }, kind) {
  const like = kinds.find(each => each.role === kind.role);
  if (like === undefined || like === kind) return { like: kind, shared: [] };
  const known = new Set(like.fields.map(field => JSON.stringify(field)));
  return { like, shared: kind.fields.filter(field => known.has(JSON.stringify(field))) };
}

function fieldSection(field, kind) {
  return [
    `### ${code(field.key)}`,
    bullets([
      `Kind of file: ${kind.title}`,
      `Type: ${typeWords(field.type)}`,
      ...(field.wanted ? [`Wanted: ${typeWords(field.wanted)}`] : []),
      `Required: ${{ yes: 'yes', expected: 'expected by the framework', no: 'no' }[field.required]}`,
      ...(field.default === undefined ? [] : [`Default: ${field.default}`]),
      ...(field.since === undefined ? [] : [`Since: ${field.since}`]),
      ...(field.status === undefined ? [] : [`Status: ${field.status}`]),
      ...(field.replacedBy === undefined ? [] : [`Read instead: ${code(field.replacedBy)}`]),
      `Sources: ${field.sources.map(code).join(', ') || 'none'}`,
    ]),
    field.deprecated && `**Deprecated.** ${field.deprecated}`,
    field.ignored && `**Ignored here.** ${field.ignored}`,
    field.doc,
    field.invalid && `**A bad value.** ${field.invalid}`,
    bullets(field.notes),
    values(field.type),
    nested(field.type),
    field.example && fence(field.example, kind.role === 'configuration' ? 'json' : 'yaml'),
  ];
}

const bullets = lines => lines.map(line => `- ${line}`).join('\n');

/** The allowed values, each with what it means. */
function values(type) {
  const choices = choicesOf(type);
  return choices.length > 0 ? bullets(choices.map(({ value, doc }) => `${code(value)}: ${doc}`)) : undefined;
}

function choicesOf(type) {
  switch (type.is) {
    case 'choice':
      return type.values;
    case 'list':
      return choicesOf(type.of);
    case 'oneOf':
      return type.types.flatMap(choicesOf);
    default:
      return [];
  }
}

/** The keys below this one, however deep. What several keys share is told once. */
function nested(type) {
  const lines = nestedLines(type, '', new Map());
  return lines.length > 0 ? lines.join('\n') : undefined;
}

function nestedLines(type, indent, told) {
  switch (type.is) {
    case 'map':
      return [...fieldLines(type.fields, indent, told), ...(type.values ? valueLines(type.values, indent, told) : [])];
    case 'variant':
      return Object.entries(type.cases).flatMap(([tag, fields]) => [
        `${indent}- where ${code(type.tag)} is ${code(tag)}:`,
        ...fieldLines(fields, `${indent}  `, told),
      ]);
    case 'list':
      return nestedLines(type.of, indent, told);
    case 'oneOf':
      return type.types.flatMap(each => nestedLines(each, indent, told));
    default:
      return [];
  }
}

function fieldLines(fields, indent, told) {
  return fields.flatMap(({ key, type, doc, required }) => {
    const shape = JSON.stringify(type);
    const first = told.get(shape);
    const line = `${indent}- ${code(key)} (${typeWords(type)}${required === 'no' ? '' : ', required'}): ${doc}`;
    if (first !== undefined) return [`${line} Its keys are those of ${code(first)}.`];
    const below = nestedLines(type, `${indent}  `, told);
    if (below.length > 0) told.set(shape, key);
    return [line, ...below];
  });
}

function valueLines(type, indent, told) {
  const below = nestedLines(type, `${indent}  `, told);
  return below.length > 0 ? [`${indent}- any key (${typeWords(type)}):`, ...below] : [];
}

/** `an` before a vowel, spoken: agent, MCP server. */
const article = noun => (/^(a|e|i|o|u|MCP)/.test(noun) ? 'an' : 'a');

const nouns = {
  agent: 'agent',
  skill: 'skill',
  command: 'command',
  tool: 'tool',
  model: 'model',
  file: 'file',
  mcp: 'MCP server',
};
const forms = { list: 'a YAML list', comma: '`a, b`', space: '`a b`', star: '`*` for all' };

/** Only where there is a choice: JSON has one way to write a list. */
const writtenAs = written =>
  written.join() === 'list'
    ? ''
    : `; written as ${listed(
        written.map(form => forms[form]),
        'or',
      )}`;

function typeWords(type) {
  switch (type.is) {
    case 'text':
      return ['text', ...textLimits(type)].join(', ');
    case 'name':
      return [`name of this ${type.of}`, ...textLimits(type)].join(', ');
    case 'reference':
      return `name of ${article(nouns[type.to])} ${nouns[type.to]}`;
    case 'choice':
      return `${listed(
        type.values.map(({ value }) => code(value)),
        'or',
      )}${type.open ? ', or another text' : ''}`;
    case 'flag':
      return type.words === 'wide' ? '`true` or `false`; also yes and no, on and off, 1 and 0' : '`true` or `false`';
    case 'number':
      return `${type.integer ? 'whole number' : 'number'}${range(type)}`;
    case 'glob':
      return 'glob';
    case 'path':
      return 'path';
    case 'call':
      return 'tool, with or without a specifier, as in `Bash(git:*)`';
    case 'list':
      return `list of: ${typeWords(type.of)}${writtenAs(type.forms)}`;
    case 'map':
      return 'map';
    case 'variant':
      return `map whose keys depend on ${code(type.tag)}`;
    case 'oneOf':
      return listed(type.types.map(typeWords), 'or');
    case 'any':
      return 'anything';
    default:
      throw new Error(`a type without words: ${type.is}`);
  }
}

const textLimits = ({ pattern, minLength, maxLength, oneLine }) => [
  ...(minLength === undefined ? [] : [`at least ${minLength} characters`]),
  ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
  ...(oneLine ? ['on one line'] : []),
  ...(pattern === undefined ? [] : [`matching ${code(pattern)}`]),
];

function range({ minimum, maximum }) {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `, at least ${minimum}`;
  return maximum === undefined ? '' : `, at most ${maximum}`;
}

/** The sources that the fields name, in the order of the table of sources. */
function sourceList({ dialects, sources }) {
  const named = dialects.flatMap(({ kinds }) => kinds.flatMap(({ fields }) => fields.flatMap(field => field.sources)));
  const codes = new Set(named.map(source => source.split(':')[0]));
  return bullets(
    Object.entries(sources)
      .filter(([id]) => codes.has(id))
      .map(([id, text]) => `${code(id)}: ${text}`),
  );
}
