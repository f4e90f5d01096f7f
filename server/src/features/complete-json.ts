// How keys and values are written in JSON: in quotes, with a colon, and with a comma where more follows.
import type { Field, ValueType } from '../dialects/dialect';
import type { Ask } from './complete-keys';
import type { Completion } from './completion';
import type { Spot } from './spot';

type Written = Pick<Completion, 'text'> & Partial<Pick<Completion, 'snippet' | 'retrigger' | 'span'>>;

/** A key with a value to fill in; the key alone where its colon is there already. */
export function jsonKey({ document, spot }: Ask, field: Field): Written {
  const name = JSON.stringify(field.key);
  const inner = name.slice(1, -1);
  if (spot.colonAfter) return spot.quote === '' ? { text: name } : { text: spot.closed ? inner : `${inner}"` };
  const end = spot.quote !== '' && spot.closed ? spot.span.end + 1 : spot.span.end;
  const opened = `${spot.quote === '' ? '"' : ''}${inner}": `;
  const comma = /^\s*"/.test(document.text.slice(end)) ? ',' : '';
  const { value, retrigger } = valueSnippet(field.type, field.default);
  return {
    span: { start: spot.span.start, end },
    text: opened,
    snippet: `${opened.replace(/[\\$}]/g, '\\$&')}${value}${comma}`,
    ...(retrigger && { retrigger: true as const }),
  };
}

function valueSnippet(type: ValueType, standard: string | undefined): { value: string; retrigger: boolean } {
  switch (type.is) {
    case 'choice':
      return {
        value: `"\${1|${type.values.map(({ value }) => value.replace(/[,|\\$}]/g, '\\$&')).join(',')}|}"`,
        retrigger: false,
      };
    case 'flag':
      return { value: `\${1|${standard === 'true' ? 'false,true' : 'true,false'}|}`, retrigger: false };
    case 'list':
      return { value: '[$0]', retrigger: true };
    case 'map':
    case 'variant':
      return { value: '{\n  $0\n}', retrigger: true };
    case 'reference':
    case 'call':
    case 'path':
      return { value: '"$0"', retrigger: true };
    case 'text':
    case 'name':
    case 'glob':
      return { value: '"$0"', retrigger: false };
    case 'number':
    case 'any':
      return { value: '$0', retrigger: false };
    case 'oneOf':
      return valueSnippet(type.types[0]!, standard);
    default:
      return type satisfies never;
  }
}

/** A value as JSON writes it where the cursor stands: `bare` for words that are no text. */
export function jsonValue(spot: Spot, text: string, bare: boolean): string {
  if (spot.quote !== '') return JSON.stringify(text).slice(1, -1) + (spot.closed ? '' : '"');
  return bare ? text : JSON.stringify(text);
}
