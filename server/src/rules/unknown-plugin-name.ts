// Names with the prefix of a plugin, `plugin:name`, that the plugin does not have, and known ones behind a misspelt prefix.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { SymbolKind } from '../dialects/dialect';
import { lineEnd, lineStart } from '../syntax/lines';
import { symbolKey, symbolName, type Reference, type SymbolKey } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { isForOthers } from './installed';
import { looseAgent } from './loose-agents';
import { nearest } from './nearest';
import { isPrefixKnown, meantWithPrefix, prefixedNames, prefixedOf, type Prefixed } from './plugin-names';
import { isBesideWord, isCommented, isInSampleFile, isOptional, isShown } from './prose';
import { defineRule, say, type Finding, type Message } from './rule';
import { skillWith } from './samples';
import { tellsOfSkill } from './unknown-skill';

const kit =
  '-- plugins/kit-one/.claude-plugin/plugin.json --\n{ "name": "kit-one" }\n' +
  '-- plugins/kit-one/skills/make-release/SKILL.md --\n---\nname: make-release\ndescription: Releases.\n---\nGo.\n' +
  '-- plugins/kit-one/agents/code-reviewer.md --\n---\nname: code-reviewer\ndescription: Reviews.\n---\nGo.\n' +
  '-- plugins/kit-one/commands/plan-all.md --\nGo.\n';
const agent = (frontMatter: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n${frontMatter}---\nGo.\n`;
const command = (tools: string): string => `-- .claude/commands/a.md --\n---\nallowed-tools: ${tools}\n---\nGo.\n`;
const own = (body: string): string => kit.replace('---\nGo.\n', `---\n${body}\n`);
const call = (name: string): string => skillWith(`Task({ subagent_type: '${name}', prompt: 'Go.' })`);

export default defineRule({
  id: 'unknown-plugin-name',
  severity: 'warning',
  reach: 'repository',
  roles: readsBody,
  summary: 'A name after the prefix of a plugin, `plugin:name`, that the plugin of the workspace does not have.',
  why:
    'Claude Code finds what a plugin has by exactly the plugin’s name, a colon and its own name: a call of anything else fails, ' +
    'and an agent starts without a skill that it lists so. Reported are calls and lists that name a plugin of the ' +
    'workspace, what is one letter away from a name of such a plugin, and `/plugin:name` in the ' +
    'texts of the plugin itself. Other plugins are not known here.',
  source:
    'Observed: Claude Code 2.1.330, 22 November 2026; 255 such names counted over 18 public repositories, 29 November 2026.',
  examples: [
    { bad: call('<|kit-one:code-reviewr|>') + kit, good: call('kit-one:code-reviewer') + kit },
    { bad: call('<|kit-noe:code-reviewer|>') + kit, good: call('kit-one:code-reviewer') + kit },
    {
      bad: agent('skills: [<|kit-oen:make-release|>]\n') + kit,
      good: agent('skills: [kit-one:make-release]\n') + kit,
    },
    {
      bad: command('Agent(<|kit-one:code-revewer|>), Read') + kit,
      good: command('Agent(kit-one:code-reviewer), Read') + kit,
    },
    {
      bad: skillWith('Use `<|kit-one:make-relaese|>`, then /<|kit-one:plann-all|>.') + kit,
      good: skillWith('Use `kit-one:make-release`, then /kit-one:plan-all.') + kit,
    },
    {
      bad: skillWith('**Needed:** Use <|kit-noe:make-release|>.') + kit,
      good: skillWith('**Needed:** Use kit-one:make-release.') + kit,
    },
    {
      bad:
        agent('skills: [<|skill:lint|>, project:other]\n') +
        '-- .claude/skills/lint/SKILL.md --\n---\nname: lint\ndescription: Lints.\n---\nGo.\n',
      good:
        agent('skills: [lint, project:other]\n') +
        '-- .claude/skills/lint/SKILL.md --\n---\nname: lint\ndescription: Lints.\n---\nGo.\n',
    },
    {
      // A part of the plugin itself sends people to what it does not have.
      bad: own(
        'When done, run `/<|kit-one:start-work|>`, or `/kit-one:make-release`.\n\nThe old `/kit-one:begin` is gone; `/kit-one:end-*` and `/kit-one:halt` (deprecated) too.',
      ),
    },
    {
      bad:
        ['one', 'two', 'three'].map(name => `-- .claude/commands/kit/${name}.md --\nGo.\n`).join('') +
        '-- .claude/commands/kit-help.md --\nRun `/kit:one`, then `/<|kit:four|>` and `/other:five`.\n\n```markdown\nSee /kit:five.\n```\n',
    },
    {
      bad:
        ['one', 'two', 'kit-three'].map(name => `-- .claude/commands/kit/${name}.md --\nGo.\n`).join('') +
        '-- .claude/commands/help.md --\nRun `/<|kit:three|>`.\n',
      good:
        ['one', 'two', 'kit-three'].map(name => `-- .claude/commands/kit/${name}.md --\nGo.\n`).join('') +
        '-- .claude/commands/help.md --\nRun `/kit:kit-three`.\n',
    },
    { bad: call('<|kit-one:nobody|>') + kit },
    { bad: call('kit-one:Code-Reviewer') + call('kit-two:nobody').replaceAll('skills/a/', 'skills/b/') + kit },
    {
      bad:
        skillWith('Run `npm run test:unit`, `kit-one:nothing`, `kit-one:code-reviewers` or `docs:code-reviewer`.') +
        kit,
    },
    { bad: skillWith('Here `kit-one:make-relaese` stands for `kit-one:make-release`.') + kit },
    { bad: skillWith('Use `kit-noe:make-release`, `kit-noe:other` and `kit-noe:more`.') + kit },
    { bad: skillWith("```\n---\nname: b\n---\nTask({ subagent_type: 'kit-one:nobody' })\n```") + kit },
  ],
  *check(document, workspace) {
    if (workspace.isIgnored(document.uri)) return;
    const plugins = pluginsOf(workspace);
    const judged = new Set<number>();
    for (const kind of ['agent', 'skill'] as const)
      for (const reference of workspace.references(document, kind)) {
        if (reference.form !== 'call' && reference.form !== 'field') continue;
        judged.add(reference.span.start);
        const finding = ofReference(reference, document, workspace, plugins);
        if (finding) yield finding;
      }
    for (const { written, span } of namesInText(document))
      if (!judged.has(span.start)) {
        const finding = ofText(written, span, document, workspace, plugins);
        if (finding) yield finding;
      }
  },
});

type Plugins = (...kinds: SymbolKind[]) => ReadonlyMap<string, ReadonlySet<string>>;

/** Sought when a name is not known, which is seldom. */
function pluginsOf(workspace: Workspace): Plugins {
  const known = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  return (...kinds) => {
    const key = kinds.join();
    const found = known.get(key) ?? prefixedNames(workspace, kinds);
    known.set(key, found);
    return found;
  };
}

/** A call or a list: it names exactly what it says. */
function ofReference(
  reference: Reference,
  document: Document,
  workspace: Workspace,
  pluginsWith: Plugins,
): Finding | undefined {
  const { name: written, kind, form, span } = reference;
  const prefixed = prefixedOf(written);
  if (!prefixed || isPrefixKnown(written, prefixed, workspace) || placeholder.test(prefixed.name)) return undefined;
  if (tellsOfSkill(reference, document.uri, workspace)) return undefined;
  if (form !== 'field' && (isInSampleFile(document, span) || isOptional(document, span))) return undefined;
  const plugins = kind === 'agent' ? pluginsWith('agent') : pluginsWith('skill', 'command');
  const own = plugins.get(prefixed.prefix);
  if (own && kind === 'agent' && [...own].some(each => looseAgent(each) === looseAgent(prefixed.name)))
    return undefined;
  const meant = meantWithPrefix(prefixed, plugins);
  if (meant === undefined && !own && isKindOf(kind, prefixed, document, workspace)) {
    return {
      span,
      message: say(
        'What stands before a colon is the name of a plugin, so `{0}` is not found; without it the name is `{1}`.',
        written,
        prefixed.name,
      ),
      fixes: () => [changeTo(document, span, prefixed.name, 'best')],
    };
  }
  if (meant === undefined && (!own || isForOthers(document.uri))) return undefined;
  const near = meant === undefined ? nearest(prefixed.name, own ?? []).map(each => `${prefixed.prefix}:${each}`) : [];
  return {
    span,
    message: messageOf(prefixed, meant, own !== undefined),
    fixes: () =>
      meant === undefined
        ? near.map(each => changeTo(document, span, each))
        : [changeTo(document, span, meant, 'best')],
  };
}

/** `skill:tdd`: what it is, or where it lies, stands in the plugin's place, and the name behind it is found here. */
function isKindOf(kind: SymbolKind, { prefix, name }: Prefixed, document: Document, workspace: Workspace): boolean {
  if (!(prefix === kind || prefix === `${kind}s` || /^(project|local|user)$/.test(prefix))) return false;
  const { found } = workspace.resolve(symbolKey(kind, name), document.uri);
  return found.some(({ uri }) => workspace.plugin(uri) === undefined);
}

/** Words that manuals write where a name belongs. */
const placeholder = /^(?:name|x|foo|bar|(?:agent|skill|command)(?:[-_]?name)?|(?:my|your|some|other|example)[-_].+)$/i;

/** In text, two words with a colon between them are seldom a name: only what is nearly one is taken for it. */
function ofText(
  written: string,
  span: Span,
  document: Document,
  workspace: Workspace,
  pluginsWith: Plugins,
): Finding | undefined {
  const { text } = document;
  const prefixed = prefixedOf(written);
  if (!prefixed || isPrefixKnown(written, prefixed, workspace)) return undefined;
  const plugins = pluginsWith('skill', 'agent', 'command');
  const meant = meantWithPrefix(prefixed, plugins);
  if (meant === undefined && text[span.start - 1] === '/') return ofOwn(prefixed, span, document, workspace);
  if (meant === undefined || standsTwice(text, written) || isBesideWord(document, span, meant)) return undefined;
  const isOwn = plugins.has(prefixed.prefix);
  if (!isOwn && text.split(`${prefixed.prefix}:`).length > 3) return undefined;
  if (isCommented(document, span) || isInSampleFile(document, span)) return undefined;
  return {
    span,
    severity: 'information',
    message: messageOf(prefixed, meant, isOwn),
    fixes: () => [changeTo(document, span, meant, 'best')],
  };
}

/** `/kit:nobody` in a part of `kit` itself, or in one of the commands of a folder `kit`: nobody else can have it. */
function ofOwn(prefixed: Prefixed, span: Span, document: Document, workspace: Workspace): Finding | undefined {
  const { uri } = document;
  if (isForOthers(uri) || placeholder.test(prefixed.name) || !isOwnPrefix(prefixed.prefix, uri, workspace))
    return undefined;
  // A block may be what a file to be written will say, or what a program prints.
  if (isShown(document, span) || isOptional(document, span)) return undefined;
  if (isOfOtherTimes(document, span)) return undefined;
  return {
    span,
    severity: 'information',
    message: say('Nothing here is named `{0}`, so whoever is sent to `/{0}` finds no command.', shown(prefixed)),
    fixes: () => longer(prefixed, workspace).map(to => changeTo(document, span, to, 'best')),
  };
}

/** Whether a file belongs to the plugin of that name, or lies beside a folder of commands of that name, and so much of either is
 * here that the rest is too. */
function isOwnPrefix(prefix: string, uri: string, workspace: Workspace): boolean {
  const { names } = workspace;
  const plugin = workspace.plugin(uri);
  const realm = workspace.file(uri)?.realm;
  const isOwn = (symbol: SymbolKey): boolean =>
    names
      .definitions(symbol)
      .some(each => (plugin ? workspace.plugin(each.uri)?.root === plugin.root : each.realm === realm));
  if (plugin && plugin.name !== prefix) return false;
  let count = 0;
  for (const symbol of names.symbols)
    if (/^(?:skill|agent|command):/.test(symbol) && prefixedOf(symbolName(symbol))?.prefix === prefix && isOwn(symbol))
      count++;
  return count >= enough;
}

const enough = 3;

/** «Renamed from `/kit:go`», «`/kit:go` is planned», `/kit:go*`: of what was, will be, or is one of many. */
function isOfOtherTimes({ text }: Document, { start, end }: Span): boolean {
  const line = text.slice(lineStart(text, start), lineEnd(text, end));
  if (/[*<{[…]/.test(text.charAt(end))) return true;
  return /deprecated|removed|renamed|retired|formerly|previously|replace[ds]|legacy|alias|no longer|instead|future|planned|coming|not yet|before|old\b|→|->|=>/i.test(
    line.replace(text.slice(start, end), ''),
  );
}

/** `kit:go` of `commands/kit/kit-go.md`, which is `kit:kit-go`. */
function longer({ prefix, name }: Prefixed, workspace: Workspace): string[] {
  const long = { prefix, name: `${prefix}-${name}` };
  return isPrefixKnown(shown(long), long, workspace) ? [shown(long)] : [];
}

const shown = ({ prefix, name }: Prefixed): string => `${prefix}:${name}`;

/** Who writes a name twice means it. */
const standsTwice = (text: string, written: string): boolean => text.split(written).length > 2;

function messageOf({ prefix, name }: Prefixed, meant: string | undefined, isOwn: boolean): Message {
  if (meant === undefined)
    return say('The plugin `{0}` has nothing named `{1}`, so Claude Code cannot find it.', prefix, name);
  return isOwn
    ? say(
        'The plugin `{0}` has nothing named `{1}`, so it is not found; it is nearly the name of `{2}`.',
        prefix,
        name,
        meant,
      )
    : say(
        'No plugin here is named `{0}`, so `{1}` is not found; it is nearly `{2}`.',
        prefix,
        `${prefix}:${name}`,
        meant,
      );
}

const inText = /(?<![\w:.-]|[\w.}~*/][/@])[a-z][a-z0-9-]{2,}:[a-z][a-z0-9_-]{3,}(?![\w:/(-]|\.\w)/g;

/** Wherever they stand in the body, also behind `/` or `@`, in inline code and in blocks. */
function namesInText({ text, body }: Document): { readonly written: string; readonly span: Span }[] {
  if (!body) return [];
  const { start: from, end } = body.span;
  const told = text.slice(from, end);
  // Most texts hold no such colon, and to look for it is quickly done.
  if (!/[a-z\d-]:[a-z]/.test(told)) return [];
  return [...told.matchAll(inText)].map(({ index, 0: written }) => ({
    written,
    span: { start: from + index, end: from + index + written.length },
  }));
}
