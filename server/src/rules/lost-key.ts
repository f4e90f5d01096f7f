// Whether words on the line of one key are another key with its value, whose line break is lost.
import type { ValueType } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import type { Schema } from '../workspace/schema';
import { isToolName } from '../workspace/tools';
import type { Workspace } from '../workspace/workspace';

/** Whether a text is a value that a key can have, and hardly a part of a sentence: a tool, a model, one of a few words. */
export function fitsKey(key: string, value: string, document: Document, workspace: Workspace): boolean {
  const schema = workspace.schema(document.uri);
  const type = schema?.fields.get(key)?.[0]?.field.type;
  return schema !== undefined && type !== undefined && value !== '' && fits(type, value, schema);
}

function fits(type: ValueType, value: string, schema: Schema): boolean {
  switch (type.is) {
    case 'list':
      return namesTools(type) && itemsOf(value).every(item => isToolName(item, schema.tools));
    case 'reference':
      return type.to === 'model' && (schema.models.has(value) || schema.modelPattern.test(value));
    case 'choice':
      return type.values.some(choice => choice.value === value);
    case 'flag':
      return value === 'true' || value === 'false';
    default:
      return false;
  }
}

const namesTools = ({ of }: ValueType & { is: 'list' }): boolean =>
  of.is === 'call' || (of.is === 'reference' && of.to === 'tool');

const itemsOf = (value: string): string[] =>
  value.replace(/^\[(.*)\]$/, '$1').replace(/\([^()]*\)/g, '').split(/\s*,\s*/).map(item => item.replace(/^(["'])(.*)\1$/, '$2')); // prettier-ignore
