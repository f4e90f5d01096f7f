// The inputs of a tool in a call that a body writes, and the values of those that take few.
import type { Tool, ToolInput } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import { inputsIn } from '../workspace/call-inputs';
import { toolOf, type Schema } from '../workspace/schema';
import type { CallSpot } from './call-spot';
import { toolCard } from './cards';
import type { Completion } from './completion';

export function completeCall(
  { text }: Document,
  schema: Schema | undefined,
  spot: CallSpot,
  offset: number,
): Completion[] {
  const named = toolOf(schema, spot.tool);
  const tool = named?.replacedBy === undefined ? named : toolOf(schema, named.replacedBy);
  if (!tool || tool.inputs.length === 0) return [];
  return spot.at === 'key' ? inputs(text, tool, spot, offset) : values(text, tool, spot, offset);
}

function inputs(text: string, tool: Tool, spot: CallSpot, offset: number): Completion[] {
  const { quote, style, word } = spot;
  const end = offset + /^\w*/.exec(text.slice(offset, offset + 60))![0].length;
  const comma = /^['"]?\s*,/.exec(text.slice(end, end + 40));
  const behind = comma ? inputsIn(text, end + comma[0].length) : [];
  const taken = new Set([...spot.given, ...behind.map(({ start, end: to }) => text.slice(start, to))]);
  const isWhole = /^['"]?\s*[:=]/.test(text.slice(end, end + 4));
  const isClosed = text[end] === quote;
  return tool.inputs
    .filter(({ name }) => !taken.has(name))
    .map((input, index): Completion => {
      const { name } = input;
      const lead = style === 'bare' ? '{ ' : '';
      const key = `${name}${isClosed ? '' : quote}${style === 'keywords' ? '=' : ': '}`;
      // Behind a quote that the editor closed by itself, the colon would stand within it.
      const alone = isWhole || isClosed;
      return {
        label: name,
        kind: 'field',
        span: { start: word.start, end },
        text: alone ? name : `${lead}${key}`,
        ...(!alone && { snippet: `${lead}${key}${value(text, input, spot)}${style === 'bare' ? ' }' : ''}` }),
        ...(!alone && isName(tool, name) && { retrigger: true as const }),
        detail: `${tool.name}${input.required ? ' · required' : ''}`,
        documentation: () => toolCard(tool),
        sortText: `${input.required ? 0 : 1}${String(index).padStart(2, '0')}`,
      };
    });
}

/** What is filled in behind a key. */
function value(text: string, { name, values: few }: ToolInput, spot: CallSpot): string {
  const quote = usualQuote(text, spot);
  if (few) return `${quote}\${1|${few.join(',')}|}${quote}`;
  return namingInputs.has(name) ? `${quote}$1${quote}` : '$1';
}

/** Inputs that name a skill or an agent, which are offered between quotes. */
const namingInputs: ReadonlySet<string> = new Set(['skill', 'subagent_type']);

const isName = (tool: Tool, name: string): boolean =>
  namingInputs.has(name) && (tool.name === 'Skill' || tool.name === 'Agent');

/** The quote that the call uses already. */
const usualQuote = (text: string, { open, word }: CallSpot): string =>
  /['"]/.exec(text.slice(open, word.start))?.[0] ?? "'";

function values(text: string, tool: Tool, spot: CallSpot, offset: number): Completion[] {
  const input = tool.inputs.find(({ name }) => name === spot.key);
  if (!input?.values) return [];
  const { quote, word } = spot;
  const end = offset + /^[\w-]*/.exec(text.slice(offset, offset + 60))![0].length;
  const close = quote !== '' && text[end] === quote ? '' : quote;
  const around = quote === '' ? usualQuote(text, spot) : '';
  return input.values.map((each, index) => ({
    label: each,
    kind: 'value',
    span: { start: word.start, end },
    text: `${around}${each}${around}${close}`,
    detail: `${tool.name} · ${input.name}`,
    sortText: String(index).padStart(2, '0'),
  }));
}
