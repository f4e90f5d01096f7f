// What is wrong with a single value: no choice of its key, out of range, too long or short, or of the wrong form.
import type { Field, ValueType } from '../dialects/dialect';
import type { Scalar } from '../syntax/data';
import type { Layer, Schema } from '../workspace/schema';
import { baseName, parent, stem } from '../workspace/uris';
import { hasJsonType } from '../workspace/values';
import { mendedAddress } from './addresses';
import { judgeAdopted } from './adopted-value';
import { hyphenated } from './drafts';
import { mostChoices } from './edits';
import { judgeModel } from './models';
import { nearest } from './nearest';
import { say, type Message, type Severity } from './rule';

/** What is wrong with a value. */
export interface Complaint {
  readonly message: Message;
  readonly severity?: Severity;
  /** What to write instead, the best first. */
  readonly instead: () => readonly string[];
  /** What else it may be, where that is not much. */
  readonly options?: readonly string[];
}

export interface Context {
  readonly field: Field;
  readonly layer: Layer;
  readonly schema: Schema;
  readonly taste: boolean;
  readonly uri: string;
  readonly isJson: boolean;
}

const nothing = (): readonly string[] => [];

/** What is wrong with a value of a type; undefined where nothing is. Lists and maps are no single values. */
export function judge(type: ValueType, scalar: Scalar, context: Context): Complaint | undefined {
  const { field, layer } = context;
  if (field.adopted && (type.is === 'text' || type.is === 'choice' || type.is === 'number'))
    return judgeAdopted(type, scalar, field, layer.dialect.title);
  switch (type.is) {
    case 'text':
      // In JSON nothing takes the blanks around a text away.
      return judgeText(type, context.isJson ? scalar.text : scalar.text.trim(), context);
    case 'name':
      return typeof scalar.value === 'string' ? judgeName(type, scalar.text, context) : undefined;
    case 'reference':
      if (type.to !== 'model') return undefined;
      if (typeof scalar.value === 'string') return judgeModel(scalar.text.trim(), context.schema, type.not);
      // In JSON that is told of its form.
      return context.isJson || field.onInvalid !== 'passed-on' ? undefined : noModel;
    case 'choice':
      return judgeChoice(type, scalar.text, context);
    case 'flag':
      return judgeFlag(type.words === 'wide', scalar.text.trim(), context);
    case 'number':
      return judgeNumber(type, scalar.text.trim(), context);
    case 'oneOf': {
      const fit = type.types.filter(each => isScalarType(each) && (!field.adopted || hasJsonType(each, scalar)));
      const complaints = fit.map(each => judge(each, scalar, context));
      return complaints.includes(undefined) ? undefined : complaints[0];
    }
    case 'glob':
    case 'path':
    case 'call':
    case 'list':
    case 'map':
    case 'variant':
    case 'any':
      return undefined;
    default:
      return type satisfies never;
  }
}

/** Claude Code 2.1.330, 30 November 2026. */
const noModel: Complaint = {
  message: say('The name of a model is text. Claude Code ignores this, as if no model were named.'),
  severity: 'warning',
  instead: nothing,
  options: ['inherit'],
};

const isScalarType = ({ is }: ValueType): boolean => is !== 'list' && is !== 'map' && is !== 'variant';

function judgeText(type: ValueType & { is: 'text' }, text: string, context: Context): Complaint | undefined {
  const { field, layer } = context;
  const { dialect } = layer;
  const length = String(text.length);
  if (type.pattern !== undefined && !new RegExp(type.pattern).test(text)) {
    const example = (field.example ?? '').replace(/^[^:]*:\s*/, '');
    return {
      message: say('{0} expects another form for `{1}`, as in `{2}`.', dialect.title, field.key, example),
      instead: () => meant(field.key, text).filter(each => new RegExp(type.pattern!).test(each)),
    };
  }
  if (type.minLength !== undefined && text.length < type.minLength) {
    const message = say(
      '{0} expects at least {1} characters for `{2}`; this has {3}.',
      dialect.title,
      String(type.minLength),
      field.key,
      length,
    );
    return { message, severity: 'information', instead: nothing };
  }
  // How long a description may be is the business of a rule of its own.
  if (type.maxLength !== undefined && text.length > type.maxLength && field.key !== 'description') {
    const message = say(
      '{0} expects at most {1} characters for `{2}`; this has {3}.',
      dialect.title,
      String(type.maxLength),
      field.key,
      length,
    );
    return { message, severity: 'information', instead: nothing };
  }
  return undefined;
}

/** What a text was probably meant to be, in the form of its key. */
function meant(key: string, text: string): readonly string[] {
  if (key === 'name') return [text.trim(), hyphenated(text)];
  if (key === 'homepage' || key === 'url') return [mendedAddress(text) ?? text];
  const numbers = key === 'version' ? (text.match(/\d+/g) ?? []) : [];
  return numbers.length > 1 ? [numbers.slice(0, 3).join('.')] : [];
}

function judgeName(type: ValueType & { is: 'name' }, name: string, context: Context): Complaint | undefined {
  const { layer, taste, uri } = context;
  const bare = name.replace(/^[@/#]|\.md$/g, '');
  const instead = (): readonly string[] => (hyphenated(bare) === '' ? [] : [hyphenated(bare)]);
  const badForm = type.pattern !== undefined && !new RegExp(type.pattern).test(name);
  if (badForm && layer.field.onInvalid === 'file-dropped' && !taste) {
    const message =
      layer.dialect.id === 'claude'
        ? say('A name must not begin with `-` or hold a `:`; Claude Code does not load the agent.')
        : say('The open standard allows lower-case letters, digits and single hyphens, and rejects this name.');
    return { message, instead };
  }
  // A skill that is not called as its folder is the business of a rule of its own.
  if (type.of === 'skill' && name !== baseName(parent(uri))) return undefined;
  const inner = /^(?:<([^<>]+)>|\(([^()]+)\))$/.exec(name)?.slice(1).join('').trim();
  // `<agent-name>` is a place to fill in, which only the name of the file tells from a name in its brackets.
  if (inner && isAlike(hyphenated(inner), type.of === 'skill' ? baseName(parent(uri)) : stem(uri))) {
    return {
      message: say('The brackets of a template are a part of this name, so nobody finds `{0}` by its name.', inner),
      severity: 'information',
      instead: () => [inner],
    };
  }
  if (badForm) {
    return {
      message: say(
        'Names have lower-case letters, digits and hyphens; Claude Code takes others too, but not every tool does.',
      ),
      severity: 'information',
      // What stands in the brackets of a template says what belongs there, and is no name itself.
      instead: /^<[^<>]*>$/.test(name) ? () => [] : instead,
    };
  }
  if (type.maxLength === undefined || name.length <= type.maxLength) return undefined;
  const message = say(
    '{0} expects at most {1} characters for a name; this has {2}.',
    layer.dialect.title,
    String(type.maxLength),
    String(name.length),
  );
  return { message, severity: 'information', instead: nothing };
}

const isAlike = (one: string, other: string): boolean => one !== '' && (one.includes(other) || other.includes(one));

/** Those that begin as what is written first: it may not have been written to its end. */
const begunFirst = (values: readonly string[], written: string): readonly string[] => {
  const isBegun = (value: string): boolean => written !== '' && value.toLowerCase().startsWith(written.toLowerCase());
  return [...values.filter(isBegun), ...values.filter(value => !isBegun(value))];
};

function judgeChoice(
  type: ValueType & { is: 'choice' },
  written: string,
  { field, layer, taste }: Context,
): Complaint | undefined {
  const values = type.values.map(({ value }) => value);
  const text = written.trim();
  const given = type.anyCase ? text.toLowerCase() : text;
  const convention = taste || field.onInvalid === 'convention';
  const known = values.map(value => `\`${value}\``).join(', ');
  const effect = field.invalid === undefined || convention ? '' : ` ${field.invalid}`;
  if (type.open || values.some(value => (type.anyCase ? value.toLowerCase() : value) === given)) {
    if (type.open || convention || text === written) return undefined;
    return {
      message: say(
        `The spaces in the quotes are part of this value of \`{0}\`, which may be {1}.${effect}`,
        field.key,
        known,
      ),
      instead: () => [text],
    };
  }
  const other = values.filter(value => otherChoices[value]?.includes(given.toLowerCase()));
  // `streamable-http` for `http`: a longer name, which another tool or a newer version may have.
  const longer = /^[\w-]+$/.test(text) ? values.filter(value => given.split(/[-_]/).includes(value)) : [];
  return {
    ...(longer.length > 0 && field.onInvalid === 'key-ignored' && { severity: 'hint' as const }),
    message: convention
      ? say('{0} does not know this value of `{1}`; it knows {2}.', layer.dialect.title, field.key, known)
      : say(`This is not a value of \`{0}\`, which may be {1}.${effect}`, field.key, known),
    instead: () => [...new Set([...longer, ...other, ...nearest(text, values, 2)])],
    options: values.length > mostChoices ? [] : begunFirst(values, given),
  };
}

/** What authors and other programs call a choice. */
const otherChoices: Readonly<Record<string, readonly string[]>> = {
  command: ['shell', 'bash', 'cmd', 'script', 'exec', 'run'],
  stdio: ['local', 'process'],
  http: ['remote', 'https'],
  url: ['git', 'gitlab', 'bitbucket'],
};

const yes = ['yes', 'on', '1', 'y', 't', 'enable', 'enabled', 'always'];
const no = ['no', 'off', '0', 'n', 'f', 'disable', 'disabled', 'never'];

function judgeFlag(wide: boolean, text: string, { field }: Context): Complaint | undefined {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return undefined;
  if (wide && [...yes.slice(0, 3), ...no.slice(0, 3)].includes(word)) return undefined;
  const effect = field.invalid === undefined ? '' : ` ${field.invalid}`;
  const bare = word.replace(/\W+$/, '');
  const meant = yes.includes(bare) ? ['true'] : no.includes(bare) ? ['false'] : nearest(bare, ['true', 'false'], 1);
  return { message: say(`\`{0}\` must be \`true\` or \`false\`.${effect}`, field.key), instead: () => meant };
}

function judgeNumber(type: ValueType & { is: 'number' }, text: string, { field }: Context): Complaint | undefined {
  const { integer, minimum, above, maximum } = type;
  const value = Number(text);
  const inside = (each: number): boolean =>
    each >= (minimum ?? -Infinity) && each > (above ?? -Infinity) && each <= (maximum ?? Infinity);
  if (Number.isFinite(value) && (!integer || Number.isInteger(value)) && inside(value)) return undefined;
  const effect = field.invalid === undefined ? '' : ` ${field.invalid}`;
  const what = integer ? 'a whole number' : 'a number';
  const bounds = [minimum ?? above ?? '', maximum ?? ''].map(String);
  const message =
    above !== undefined
      ? say(`\`{0}\` must be ${what} above {1} and up to {2}.${effect}`, field.key, ...bounds)
      : minimum !== undefined && maximum !== undefined
        ? say(`\`{0}\` must be ${what} from {1} to {2}.${effect}`, field.key, ...bounds)
        : minimum !== undefined
          ? say(`\`{0}\` must be ${what} of at least {1}.${effect}`, field.key, ...bounds)
          : say(`\`{0}\` must be ${what}.${effect}`, field.key);
  // Seconds, where milliseconds are read.
  const isSeconds = minimum === 1000 && Number.isInteger(value) && value > 0 && value < 1000;
  const instead = (): readonly string[] =>
    isSeconds
      ? [String(value * 1000)]
      : numbersIn(text)
          .filter(each => inside(Number(each)) && (!integer || Number.isInteger(Number(each))))
          .slice(0, 1);
  return { message, instead };
}

/** The number in `0,3`, `~0.3`, `20 turns` and `.5`. */
const numbersIn = (text: string): string[] =>
  (text.replace(/\bO(?=[.,]?\d)/g, '0').match(/\d*[.,]?\d+/g) ?? []).map(each =>
    each.replace(',', '.').replace(/^\./, '0.'),
  );
