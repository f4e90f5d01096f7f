// Variables in the commands of hooks and in MCP servers that are written so that nothing fills them in.
import { hookVariables } from '../dialects/claude/hooks';
import { textsUnder, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { slips } from '../workspace/slips';
import { changeTo } from './edits';
import { defineEntryRule, say, type Finding, type Message } from './rule';

const settings = (command: string): string =>
  `-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "${command}" }] }] } }\n`;
const server = (value: string): string =>
  `-- .mcp.json --\n{ "mcpServers": { "s": { "command": "run", "env": { "TOKEN": "${value}" } } } }\n`;

export default defineEntryRule({
  id: 'unset-variable',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary:
    'A variable of a hook or an MCP server that nobody sets, that is misspelt, or of a form that nothing fills in.',
  why:
    'Claude Code gives hooks `CLAUDE_PROJECT_DIR`, and those of plugins `CLAUDE_PLUGIN_ROOT` and `CLAUDE_PLUGIN_DATA`; a shell ' +
    'takes any other name for an empty text. What a hook is about it reads as JSON from its standard input. In MCP servers it replaces `${NAME}` and `${NAME:-default}`, and no other form.',
  source:
    "Claude Code's documentation of hooks and of MCP, August 2026, the types of its SDK 0.3.330, and its issues 5489, 9567 and " +
    '23742 about variables that are empty.',
  examples: [
    { bad: settings('<|$CLAUDE_PROJET_DIR|>/a.sh'), good: settings('$CLAUDE_PROJECT_DIR/a.sh') },
    { bad: settings('<|${CLAUDE_PROJECT_DIR|>/a.sh'), good: settings('${CLAUDE_PROJECT_DIR}/a.sh') },
    { bad: settings('<|$CLAUDE_PROJECT_DIR}|>/a.sh'), good: settings('${CLAUDE_PROJECT_DIR}/a.sh') },
    { bad: settings('<|$CLAUDE_PROJECT_ROOT|>/a.sh'), good: settings('$CLAUDE_PROJECT_DIR/a.sh') },
    { bad: settings('<|%CLAUDE_PROJECT_DIR%|>/a.sh'), good: settings('$CLAUDE_PROJECT_DIR/a.sh') },
    { bad: settings('<|$(CLAUDE_PROJECT_DIR)|>/a.sh'), good: settings('${CLAUDE_PROJECT_DIR}/a.sh') },
    { bad: settings('<|CLAUDE_PROJECT_DIR|>/a.sh'), good: settings('$CLAUDE_PROJECT_DIR/a.sh') },
    { bad: settings('cd \\"$CLAUDE_PROJECT_DIR\\" && A=${CLAUDE_PROJECT_DIR:-.} $CLAUDE_ENV_FILE $(date) a.sh') },
    {
      bad: settings('prettier --write \\"<|$CLAUDE_FILE_PATHS|>\\"'),
      good: settings('prettier --write \\"$(jq -r .tool_input.file_path)\\"'),
    },
    { bad: settings('CLAUDE_FILE_PATH=$(jq -r .tool_input.file_path) && prettier $CLAUDE_FILE_PATH') },
    { bad: settings('<|${CLAUDE_PROJECT_ROOT}|>/a.sh'), good: settings('${CLAUDE_PROJECT_DIR}/a.sh') },
    { bad: settings('bash <|${CLAUDE_PLUGIN_ROOT}|>/a.sh'), good: settings('bash ${CLAUDE_PROJECT_DIR}/a.sh') },
    { bad: settings('[ -n \\"$CLAUDE_PLUGIN_ROOT\\" ] || bash ${CLAUDE_PLUGIN_ROOT:-.}/a.sh') },
    { bad: settings('<|${workspaceFolder}|>/a.sh'), good: settings('$CLAUDE_PROJECT_DIR/a.sh') },
    { bad: server('<|${TOKEN|>'), good: server('${TOKEN}') },
    { bad: server('Bearer <|${env:TOKEN}|>'), good: server('Bearer ${TOKEN}') },
    { bad: server('<|${ TOKEN }|>'), good: server('${TOKEN}') },
    { bad: server('<|$(TOKEN)|>'), good: server('${TOKEN}') },
    { bad: server('<|$TOKEN|>'), good: server('${TOKEN}') },
    { bad: server('<|${TOKEN-none}|>'), good: server('${TOKEN:-none}') },
    { bad: server('<|{env:TOKEN}|>'), good: server('${TOKEN}') },
    { bad: server('Bearer <|${{ secrets.TOKEN }}|>'), good: server('Bearer ${TOKEN}') },
    { bad: server('<|${TOKEN:none}|>'), good: server('${TOKEN:-none}') },
    { bad: server('<|${input:api-token}|>'), good: server('${API_TOKEN}') },
    { bad: server('${TOKEN:-none} ${TOKEN} $5 {a}') },
  ],
  *entry({ entry: { key, value } }, document, workspace) {
    if (key.text === 'hooks') {
      if (workspace.role(document.uri) === 'settings')
        for (const scalar of textsUnder(value, ['command', 'args'])) yield* findings(document, scalar, ofPlugins);
      for (const scalar of textsUnder(value, ['command', 'args'])) yield* findings(document, scalar, ofHooks);
    }
    if (key.text === 'mcpServers' && document.language === 'json') {
      const keys = ['command', 'args', 'env', 'url', 'headers'];
      for (const scalar of textsUnder(value, keys)) yield* findings(document, scalar, ofServers);
    }
  },
});

interface Slip {
  readonly message: Message;
  readonly at: number;
  readonly found: string;
  readonly to: string;
}

function* findings(document: Document, { span }: Scalar, slipsOf: (text: string) => Iterable<Slip>): Iterable<Finding> {
  for (const { message, at, found, to } of slipsOf(document.text.slice(span.start, span.end))) {
    const place = { start: span.start + at, end: span.start + at + found.length };
    yield { span: place, message, fixes: () => [changeTo(document, place, to, 'best')] };
  }
}

/** What Claude Code gives to hooks. */
const given = hookVariables.map(({ value }) => value);
const name = given.join('|');

/** What authors call them. */
const otherNames: Readonly<Record<string, string>> = {
  CLAUDE_PLUGIN_DIR: 'CLAUDE_PLUGIN_ROOT',
  CLAUDE_PLUGIN_PATH: 'CLAUDE_PLUGIN_ROOT',
  CLAUDE_PROJECT_ROOT: 'CLAUDE_PROJECT_DIR',
  CLAUDE_PROJECT_PATH: 'CLAUDE_PROJECT_DIR',
};

/** What early manuals called the input of a hook, which comes as JSON on its standard input; and where it stands there. */
const ofInput =
  /\$\{?(CLAUDE_(?:TOOL_(?:NAME|INPUT|PARAMS|OUTPUT|RESULT|FILE_PATH|COMMAND)|FILE_PATHS?|EVENT_TYPE)|TOOL_(?:NAME|OUTPUT|RESPONSE|INPUT(?:_\w+)?))\b\}?/g;

function inputOf(variable: string): string {
  const below = /^TOOL_INPUT_(\w+)$/.exec(variable)?.[1];
  if (below !== undefined || /FILE_PATHS?$/.test(variable)) return `.tool_input.${below ?? 'file_path'}`;
  if (variable.endsWith('COMMAND')) return '.tool_input.command';
  if (variable.endsWith('NAME')) return '.tool_name';
  if (variable.endsWith('TYPE')) return '.hook_event_name';
  return /(?:OUTPUT|RESULT|RESPONSE)$/.test(variable) ? '.tool_response' : '.tool_input';
}

/** What editors and other programs fill in, and what has that place in a hook. */
const ofOthers: readonly (readonly [RegExp, string])[] = [
  [/\$\{workspace(?:Folder|Root)\}|\$\{?PROJECT_DIR\}?(?!\w)/g, '$CLAUDE_PROJECT_DIR'],
  [/\$\{file(?:Path)?\}|\{\{ *(?:tool_input\.)?file_path *\}\}/g, '$(jq -r .tool_input.file_path)'],
];

function* writtenForOthers(text: string): Iterable<Slip> {
  for (const [pattern, to] of ofOthers)
    for (const { index: at, 0: found } of text.matchAll(pattern)) {
      if (/\bPROJECT_DIR=/.test(text)) continue;
      yield { message: say('Claude Code fills in no `{0}`; in a hook this is `{1}`.', found, to), at, found, to };
    }
}

/** The first in a command: one that has one has most often several. */
function* inputsIn(text: string): Iterable<Slip> {
  for (const { index: at, 0: found, 1: written } of text.matchAll(ofInput)) {
    if (new RegExp(`\\b${written!}=`).test(text) || text[at + found.length] === ':') continue;
    const message = say(
      'Nobody sets `{0}`; Claude Code gives a hook its input as JSON on standard input, where this is `{1}`.',
      written!,
      inputOf(written!),
    );
    yield { message, at, found, to: `$(jq -r ${inputOf(written!)})` };
    return;
  }
}

/** What the hooks of plugins alone have. Observed of settings: Claude Code 2.1.330, 29 November 2026. */
function* ofPlugins(text: string): Iterable<Slip> {
  for (const { index: at, 0: found, 1: open, 2: written } of text.matchAll(
    /\$(\{?)(CLAUDE_PLUGIN_(?:ROOT|DATA))\b\}?/g,
  )) {
    // What the command sets itself, or asks for, is not taken for granted.
    const before = text.slice(0, at);
    if (text.includes(`${written!}=`) || text[at + found.length] === ':' || /-[nzd]\s*\\?"?$/.test(before)) continue;
    const message = open
      ? say('Only hooks of plugins have `{0}`; in settings Claude Code does not run a hook that names it.', found)
      : say('Only hooks of plugins have `{0}`; in settings it is an empty text.', found);
    yield { message, at, found, to: found.replace(written!, 'CLAUDE_PROJECT_DIR') };
  }
}

function* ofHooks(text: string): Iterable<Slip> {
  yield* inputsIn(text);
  yield* writtenForOthers(text);
  for (const { index: at, 0: found, 1: written } of text.matchAll(/\$\{?([A-Za-z_]+)\}?/g)) {
    const meant =
      given.find(each => each !== written && slips(written!.toUpperCase(), each) <= 2) ?? otherNames[written!];
    if (meant === undefined || given.includes(written!)) continue;
    // What the command sets itself, or has another value for, is a name of its own.
    if (text.includes(`${written!}=`) || text[at + found.length] === ':') continue;
    const message = say('Nobody sets `{0}`; Claude Code gives hooks `{1}`.', written!, meant);
    yield { message, at, found, to: found.replace(written!, meant) };
  }
  const odd = new RegExp(
    `\\$\\{(${name})(?=[/\\s"'\\\\]|$)|%(${name})%|\\$\\((${name})\\)|(?<![\\w$])\\{+(${name})\\}+|(?<![\\w\${(%])(${name})(?=/)|\\$(${name})\\}`,
    'g',
  );
  for (const { index: at, 0: found, ...groups } of text.matchAll(odd)) {
    const written = [groups[1], groups[2], groups[3], groups[4], groups[5], groups[6]].find(
      each => each !== undefined,
    )!;
    const braces = groups[2] === undefined && groups[5] === undefined;
    const to = braces ? `\${${written}}` : `$${written}`;
    yield { message: say('Nothing fills in `{0}`; in a command it is written `{1}`.', found, to), at, found, to };
  }
}

function* ofServers(text: string): Iterable<Slip> {
  const told = (at: number, found: string, to: string): Slip => ({
    message: say('Claude Code replaces `{1}` and leaves `{0}` as it stands.', found, to),
    at,
    found,
    to,
  });
  for (const { index, 0: found, 1: body } of text.matchAll(
    /\$\{([^{}$"]*)(?:\}|$)|\$\{\{ *(?:secrets|env)\.[A-Za-z_]\w* *\}\}/g,
  )) {
    const to = body === undefined ? `\${${/\.(\w+)/.exec(found)![1]!}}` : variable(body);
    if (to !== undefined && to !== found) yield told(index, found, to);
  }
  // What is the whole value is no part of a text that only looks like a variable.
  const [alone, written] =
    /^(?:Bearer )?(?:\$([A-Z][A-Z\d_]+)|\$\([A-Z][A-Z\d_]+\)|%[A-Z][A-Z\d_]+%|\{\{? ?(?:env:)?[A-Z][A-Z\d_]+ ?\}\}?)$/.exec(
      text,
    ) ?? [];
  if (alone === undefined) return;
  const found = alone.replace(/^Bearer /, '');
  yield told(alone.length - found.length, found, `\${${written ?? found.replace(/env:|\W/g, '')}}`);
}

/** `${NAME}` as it is written here, or undefined where it is another thing. */
function variable(body: string): string | undefined {
  const [, bare, rest = ''] = /^\s*(?:env:)?([A-Za-z_]\w*)\s*(:.*|-.*)?$/.exec(body) ?? [];
  if (bare === undefined) return undefined;
  // Inputs that Visual Studio Code asks for.
  if (bare === 'input' && rest !== '') return `\${${rest.slice(1).toUpperCase().replace(/\W/g, '_')}}`;
  return `\${${bare}${rest.startsWith(':-') ? rest : rest.replace(/^[:-]/, ':-')}}`;
}
