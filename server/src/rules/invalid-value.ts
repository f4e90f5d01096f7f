// Values that are not allowed: a word that is none of the choices, a number out of range, a text of the wrong form.
import type { Field, ValueType } from '../dialects/dialect';
import type { Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Layer, Schema } from '../workspace/schema';
import { baseName, parent } from '../workspace/uris';
import { hasJsonType } from '../workspace/values';
import type { Workspace } from '../workspace/workspace';
import { mendedAddress } from './addresses';
import { isUnsaid, judgeAdopted } from './adopted-value';
import { hyphenated } from './drafts';
import { changeTo, mostChoices, valueText, withoutEntry } from './edits';
import { gravity, isPlaceholder, refusal, type KnownEntry } from './fields';
import { judgeModel } from './models';
import { nearest } from './nearest';
import { asSiblings } from './usual-lines';
import { defineEntryRule, say, type Finding, type Fix, type Message, type Severity } from './rule';

const a = '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n';
const b = '-- .claude/skills/b/SKILL.md --\n---\nname: b\ndescription: Helps.\n';
const studio =
  '-- .claude/agents/s.md --\n---\nname: s\ndescription: Helps with this and that.\ncontext_strategy: full\n';

export default defineEntryRule({
  id: 'invalid-value',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  summary: 'A value that its key does not allow.',
  why:
    'Claude Code ignores most bad values with a line in the debug log, or passes them on to fail later. Only a name that ' +
    'begins with `-` or holds a `:` stops an agent from loading. Unknown models and colours are no errors: a newer version may know them.',
  source: 'Observed: Claude Code 2.1.330 and 2.1.331, 24 November 2026; agent-studio ea3b6ec6, 29 January 2026.',
  examples: [
    { bad: `${a}permissionMode: <|AcceptEdits|>\n---\n`, good: `${a}permissionMode: acceptEdits\n---\n` },
    { bad: `${a}memory: "<|projct|>"\n---\n`, good: `${a}memory: "project"\n---\n` },
    { bad: `${a}isolation: <|none|>\n---\n`, good: `${a}---\n` },
    { bad: `${a}color: <|teal|>\n---\n` },
    { bad: `${a}background: <|yes|>\n---\n`, good: `${a}background: true\n---\n` },
    { bad: `${a}maxTurns: <|0|>\n---\n` },
    { bad: `${a}effort: <|turbo|>\n---\n` },
    { bad: `${a}effort: 3\ncolor: cyan\nmaxTurns: "18"\nmodel: Sonnet\n---\n` },
    { bad: `${a}model: <|sonent|>\n---\n`, good: `${a}model: sonnet\n---\n` },
    { bad: `${a}model: <|default|>\n---\n`, good: `${a}model: inherit\n---\n` },
    { bad: `${a}model: claude-sonnet-7-20290101\n---\n` },
    { bad: `${a}model: <|claude-opus-4.5|>\n---\n`, good: `${a}model: claude-opus-4-5\n---\n` },
    { bad: `${a}model: <|claude-sonet-4-5|>\n---\n`, good: `${a}model: claude-sonnet-4-5\n---\n` },
    { bad: `${a}model: claude-sonnet-4-5@20250929\n---\n` },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: <|rev\u00ADiewer|>\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: reviewer\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: <|rev\u0456ewer|>\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: reviewer\ndescription: Helps.\n---\n',
    },
    { bad: `${b}model: <|GPT-5|>\n---\n` },
    { bad: `${b}user-invocable: yes\nshell: BASH\n---\n` },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: <|Code Reviewer|>\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: code-reviewer\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: <|team:reviewer|>\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: team-reviewer\ndescription: Helps.\n---\n',
    },
    { bad: `${studio}priority: <|critical|>\ntemperature: <|1.5|>\nversion: <|1|>\n---\n` },
    { bad: '-- .claude/agents/a.md --\n---\nname: "{{NAME}}"\ndescription: Helps.\ncolor: "{{COLOR}}"\n---\n' },
  ],
  *entry(known, document, workspace) {
    const schema = workspace.schema(document.uri);
    if (schema) yield* judgeEntry(document, workspace, schema, known);
  },
});

/** Each value is reported once: by the tool, else by a framework, else as a matter of taste. */
function* judgeEntry(document: Document, workspace: Workspace, schema: Schema, known: KnownEntry): Iterable<Finding> {
  const { entry, layers } = known;
  const told = new Set<number>();
  const steps = [
    ...layers.map(layer => ({ layer, type: layer.field.type, taste: false })),
    ...layers.flatMap(layer => (layer.field.wanted ? [{ layer, type: layer.field.wanted, taste: true }] : [])),
  ];
  for (const { layer, type, taste } of steps) {
    if (!entry.value || layer.field.ignored !== undefined) continue;
    for (const { type: expected, data, field } of known.places(layer.field, type)) {
      if (data.is !== 'scalar' || told.has(data.span.start) || data.value === null || isUnsaid(data, field)) continue;
      // In JSON, text where a number or a yes is wanted is of the wrong form.
      if (field.adopted && !hasJsonType(expected, data)) continue;
      const isWord = expected.is === 'flag' || expected.is === 'number';
      if (isWord && document.language === 'json' && typeof data.value === 'string') continue;
      if (isPlaceholder(document.text, data) || isUncertain(document.text, data)) continue;
      const complaint = judge(expected, data, {
        field,
        layer,
        schema,
        taste,
        uri: document.uri,
        isJson: document.language === 'json',
      });
      if (!complaint) continue;
      told.add(data.span.start);
      const severity = complaint.severity ?? (taste ? 'information' : gravity(field, document, workspace));
      yield {
        span: data.span,
        severity,
        message:
          severity === 'error' && document.language === 'json'
            ? say(`${complaint.message.template} ${refusal(document, workspace)}.`, ...complaint.message.args)
            : complaint.message,
        fixes: read => [
          ...(complaint.instead().length === 0 && field === layer.field && document.language !== 'json'
            ? asSiblings(document, workspace, entry, read)
            : []),
          ...complaint
            .instead()
            .map((text, index) => replaced(document, data, text, index === 0, expected.is === 'number')),
          ...(complaint.options ?? [])
            .filter(text => !complaint.instead().includes(text))
            .map(text => replaced(document, data, text, false, false)),
          ...(field === layer.field && field.required === 'no'
            ? [removed(document, entry, complaint.instead().length === 0)]
            : []),
        ],
      };
    }
  }
}

/** Lines that were taken for one value, since they are no YAML. */
const isUncertain = (text: string, { lenient, span }: Scalar): boolean =>
  lenient && text.slice(span.start, span.end).includes('\n');

/** What is wrong with a value. */
export interface Complaint {
  readonly message: Message;
  readonly severity?: Severity;
  /** What to write instead, the best first. */
  readonly instead: () => readonly string[];
  /** What else it may be, where that is not much. */
  readonly options?: readonly string[];
}

interface Context {
  readonly field: Field;
  readonly layer: Layer;
  readonly schema: Schema;
  readonly taste: boolean;
  readonly uri: string;
  readonly isJson: boolean;
}

const nothing = (): readonly string[] => [];

function judge(type: ValueType, scalar: Scalar, context: Context): Complaint | undefined {
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
      return type.to === 'model' ? judgeModel(scalar.text.trim(), context.schema) : undefined;
    case 'choice':
      return judgeChoice(type, scalar.text.trim(), context);
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

const isScalarType = ({ is }: ValueType): boolean => is !== 'list' && is !== 'map' && is !== 'variant';

function judgeText(type: ValueType & { is: 'text' }, text: string, context: Context): Complaint | undefined {
  const { field, layer } = context;
  const { dialect } = layer;
  const length = String(text.length);
  if (type.pattern !== undefined && !new RegExp(type.pattern).test(text)) {
    const example = (field.example ?? '').replace(/^[^:]*:\s*/, '');
    return {
      message: say('{0} wants another form for `{1}`, as in `{2}`.', dialect.title, field.key, example),
      instead: () => meant(field.key, text).filter(each => new RegExp(type.pattern!).test(each)),
    };
  }
  if (type.minLength !== undefined && text.length < type.minLength) {
    const message = say(
      '{0} wants at least {1} characters for `{2}`; this has {3}.',
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
      '{0} wants at most {1} characters for `{2}`; this has {3}.',
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
        : say('The open standard wants lower-case letters, digits and single hyphens, and rejects this name.');
    return { message, instead };
  }
  // A skill that is not called as its folder is the business of a rule of its own.
  if (type.of === 'skill' && name !== baseName(parent(uri))) return undefined;
  if (badForm) {
    return {
      message: say(
        'Names have lower-case letters, digits and hyphens; Claude Code takes others too, but not every tool does.',
      ),
      severity: 'information',
      instead,
    };
  }
  if (type.maxLength === undefined || name.length <= type.maxLength) return undefined;
  const message = say(
    '{0} wants at most {1} characters for a name; this has {2}.',
    layer.dialect.title,
    String(type.maxLength),
    String(name.length),
  );
  return { message, severity: 'information', instead: nothing };
}

function judgeChoice(
  type: ValueType & { is: 'choice' },
  text: string,
  { field, layer, taste }: Context,
): Complaint | undefined {
  const values = type.values.map(({ value }) => value);
  const given = type.anyCase ? text.toLowerCase() : text;
  if (type.open || values.some(value => (type.anyCase ? value.toLowerCase() : value) === given)) return undefined;
  const convention = taste || field.onInvalid === 'convention';
  const known = values.map(value => `\`${value}\``).join(', ');
  const effect = field.invalid === undefined || convention ? '' : ` ${field.invalid}`;
  // `streamable-http` for `http`: a longer name, which another tool or a newer version may have.
  const longer = /^[\w-]+$/.test(text) ? values.filter(value => given.split(/[-_]/).includes(value)) : [];
  return {
    ...(longer.length > 0 && field.onInvalid === 'key-ignored' && { severity: 'hint' as const }),
    message: convention
      ? say('{0} does not know this value of `{1}`; it knows {2}.', layer.dialect.title, field.key, known)
      : say(`This is no value of \`{0}\`, which may be {1}.${effect}`, field.key, known),
    instead: () => [...longer, ...nearest(text, values, 2)],
    options: values.length > mostChoices ? [] : values,
  };
}

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
  const { integer, minimum, maximum } = type;
  const value = Number(text);
  const fits =
    Number.isFinite(value) &&
    (!integer || Number.isInteger(value)) &&
    (minimum === undefined || value >= minimum) &&
    (maximum === undefined || value <= maximum);
  if (fits) return undefined;
  const effect = field.invalid === undefined ? '' : ` ${field.invalid}`;
  const what = integer ? 'a whole number' : 'a number';
  const bounds = [minimum ?? '', maximum ?? ''].map(String);
  const message =
    minimum !== undefined && maximum !== undefined
      ? say(`\`{0}\` must be ${what} from {1} to {2}.${effect}`, field.key, ...bounds)
      : minimum !== undefined
        ? say(`\`{0}\` must be ${what} of at least {1}.${effect}`, field.key, ...bounds)
        : say(`\`{0}\` must be ${what}.${effect}`, field.key);
  const inside = (each: number): boolean => each >= (minimum ?? -Infinity) && each <= (maximum ?? Infinity);
  const instead = (): readonly string[] =>
    numbersIn(text)
      .filter(each => inside(Number(each)) && (!integer || Number.isInteger(Number(each))))
      .slice(0, 1);
  return { message, instead };
}

/** The number in `0,3`, `~0.3`, `20 turns` and `.5`. */
const numbersIn = (text: string): string[] =>
  (text.replace(/\bO(?=[.,]?\d)/g, '0').match(/\d*[.,]?\d+/g) ?? []).map(each =>
    each.replace(',', '.').replace(/^\./, '0.'),
  );

const replaced = (document: Document, { span, style }: Scalar, text: string, best: boolean, isTyped: boolean): Fix => {
  const written = style === 'plain' && !isTyped && !/^(true|false)$/.test(text) ? valueText(document, text) : text;
  return changeTo(document, span, text, best ? 'best' : 'possible', written);
};

const removed = (document: Document, entry: KnownEntry['entry'], best: boolean): Fix => ({
  title: say('Remove `{0}`', entry.key.text),
  edits: [{ uri: document.uri, span: withoutEntry(document, entry), text: '' }],
  safe: false,
  ...(best && { preferred: true as const }),
});
