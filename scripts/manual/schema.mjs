// agentwright.schema.json: `agentwright.json` as JSON Schema, for editors in which Agentwright does not run.
import { byId } from './markdown.mjs';

export function schemaFile({ dialects, rules }) {
  const kind = dialects.flatMap(({ kinds }) => kinds).find(({ role }) => role === 'configuration');
  const levels = kind.fields.find(({ key }) => key === 'rules').type.values;
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: kind.title,
    description: kind.notes.join(' '),
    ...mapOf({ fields: kind.fields, open: false }),
    definitions: {
      level: schemaOf(levels),
      rules: {
        type: 'object',
        properties: Object.fromEntries(
          [...rules].sort(byId).map(({ id, summary }) => [id, { description: summary, allOf: [refer('level')] }]),
        ),
        additionalProperties: false,
      },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

const refer = name => ({ $ref: `#/definitions/${name}` });

/** The ids of the rules are no facts of the dialect, so they are put in here. */
const fieldOf = ({ key, type, doc, notes }) => ({
  description: [doc, ...notes].join(' '),
  ...(key === 'rules' && type.values ? { allOf: [refer('rules')] } : schemaOf(type)),
});

const mapOf = ({ fields, open, values }) => {
  const required = fields.filter(field => field.required !== 'no').map(({ key }) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(field => [field.key, fieldOf(field)])),
    ...(required.length > 0 && { required }),
    additionalProperties: values ? schemaOf(values) : open,
  };
};

function schemaOf(type) {
  switch (type.is) {
    case 'text': {
      const { pattern, minLength, maxLength } = type;
      return { type: 'string', pattern, minLength, maxLength };
    }
    case 'glob':
      return { type: 'string' };
    case 'choice':
      return { oneOf: type.values.map(({ value, doc }) => ({ const: value, description: doc })) };
    case 'flag':
      return { type: 'boolean' };
    case 'number': {
      const { integer, minimum, maximum } = type;
      return { type: integer ? 'integer' : 'number', minimum, maximum };
    }
    case 'list':
      return { type: 'array', items: schemaOf(type.of) };
    case 'map':
      return mapOf(type);
    case 'oneOf':
      return { anyOf: type.types.map(schemaOf) };
    default:
      throw new Error(`a type without a schema: ${type.is}`);
  }
}
