// Names of agents and skills in inline code that are a slip of the pen away from one of the project: `code-reviewr`.
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { mentionsIn, type Mention } from '../workspace/mentions';
import { lookAlikes, withoutLookAlikes } from '../workspace/look-alikes';
import type { SymbolKind } from '../dialects/dialect';
import { symbolKey, symbolKind } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { readsBody } from './bodies';
import { calledLoosely, looseAgent } from './loose-agents';
import { isBesideWord, isInSampleFile, proseMatches } from './prose';
import { changeTo } from './edits';
import { defineRule, say, type Finding } from './rule';
import { skillWith } from './samples';
import { isOtherWord, isSlipWithin } from './slip';

const reviewer = '-- .claude/agents/code-reviewer.md --\n---\nname: code-reviewer\ndescription: Reviews.\n---\n';

const command = '-- .claude/commands/make-release.md --\n---\ndescription: Works.\n---\n\nGo.\n';

const commands = command.replace('make-release', 'release') + command.replace('make-release', 'release_again');

const ofPlugin =
  '-- plugins/b/.claude-plugin/plugin.json --\n{ "name": "b" }\n' + reviewer.replace('.claude', 'plugins/b');

const ofPrefix = ['plan-all', 'go']
  .map(name => `-- .claude/commands/pm/${name}.md --\n---\nname: pm:${name}\ndescription: Go.\n---\nGo.\n`)
  .join('');

export default defineRule({
  id: 'misspelt-name',
  severity: 'information',
  reach: 'repository',
  roles: readsBody,
  summary:
    'A word in inline code or bold, after `/` or `@`, or before «agent», that is nearly the name of an agent, a skill or a command ' +
    'of the project, and names nothing.',
  why:
    'The model looks for an agent, a skill or a command of exactly that name. Reported are words of several parts, or ' +
    'before «agent» or «skill», that stand once in the file and are a letter away from one name alone.',
  source: 'Counted over 18 public repositories, 29 November 2026.',
  examples: [
    {
      bad: skillWith('Hand it to `<|code-reveiwer|>`.') + reviewer,
      good: skillWith('Hand it to `code-reviewer`.') + reviewer,
    },
    {
      bad: `${skillWith('Ask the `<|revewer|>` agent, or a `revewers`.')}${reviewer.replaceAll('code-', '')}`,
      good: `${skillWith('Ask the `reviewer` agent, or a `revewers`.')}${reviewer.replaceAll('code-', '')}`,
    },
    {
      bad: skillWith('- **<|code-reveiwer|>**: reads it.') + reviewer,
      good: skillWith('- **code-reviewer**: reads it.') + reviewer,
    },
    {
      bad: skillWith('Launch the <|code-reveiwer|> agent, or an agent code-reviewr.') + reviewer,
      good: skillWith('Launch the code-reviewer agent, or an agent code-reviewr.') + reviewer,
    },
    {
      bad: skillWith('Ask @<|code-reveiwer|> first.') + reviewer,
      good: skillWith('Ask @code-reviewer first.') + reviewer,
    },
    {
      bad: skillWith('Run /<|make-relaese|> now.') + command,
      good: skillWith('Run /make-release now.') + command,
    },
    {
      bad: skillWith('Ask `<|code-reviewr|>`.') + ofPlugin,
      good: skillWith('Ask `code-reviewer`.') + ofPlugin,
    },
    {
      bad: skillWith('Run `/<|release_agian|>` and `/<|relaese|>`.') + commands,
      good: skillWith('Run `/release_again` and `/release`.') + commands,
    },
    {
      bad: skillWith("Task({ subagent_type: '<|Code Reviewer|>', prompt: 'Go.' })") + reviewer,
      good: skillWith("Task({ subagent_type: 'code-reviewer', prompt: 'Go.' })") + reviewer,
    },
    {
      bad: skillWith('Ask `<|code\u2013reviewer|>` or `<|cod\u0435-reviewer|>`, not `a\u2013b`.') + reviewer,
      good: skillWith('Ask `code-reviewer` or `code-reviewer`, not `a\u2013b`.') + reviewer,
    },
    {
      bad: skillWith('See [`<|code-reveiwer|>`](../../agents/code-reviewer.md).') + reviewer,
      good: skillWith('See [`code-reviewer`](../../agents/code-reviewer.md).') + reviewer,
    },
    {
      bad: skillWith('Run /pm:go.\n\nThen /pm:go again, or /<|pm:paln-all|>.') + ofPrefix,
      good: skillWith('Run /pm:go.\n\nThen /pm:go again, or /pm:plan-all.') + ofPrefix,
    },
    {
      bad: reviewer.replace('Reviews.', 'Reviews.\nskills: relase') + skillWith('Go.').replaceAll(/\ba\b/g, 'release'),
    },
    { bad: skillWith('Here `code-reviewr` stands for `code-reviewer`.') + reviewer },
    { bad: skillWith('Hand it to `code-review`, `code-reviewers` or `code-reveiwer` and `code-reveiwer`.') + reviewer },
    { bad: `${skillWith('See `code-reviewed/`, `a.code-reviewr` and code-reviewr.')}${reviewer}` },
    {
      bad:
        skillWith('Run `pre-commit`, or /group-go-on.') +
        '-- .claude/commands/prp-commit.md --\nGo.\n-- .claude/commands/group/go-on.md --\nGo.\n',
    },
  ],
  *check(document, workspace) {
    const { uri, text } = document;
    if (workspace.isIgnored(uri)) return;
    const names = new Map<string, readonly string[]>();
    const namesOf = (kinds: readonly SymbolKind[]): readonly string[] => {
      const key = kinds.join();
      const known = names.get(key) ?? namesIn(kinds, uri, workspace);
      names.set(key, known);
      return known;
    };
    for (const { name, span } of agentsOfWords(document)) {
      const meant = namesOf(['agent']).find(each => looseAgent(each) === looseAgent(name));
      if (meant !== undefined)
        yield { span, message: calledLoosely(name, meant), fixes: () => [changeTo(document, span, meant, 'best')] };
    }
    for (const { name, span } of lookingAlike(document)) {
      const meant = withoutLookAlikes(name);
      if (!namesOf(['skill', 'agent', 'command']).includes(meant)) continue;
      if (workspace.references(document, 'skill').some(each => each.span.start === span.start)) continue;
      yield misspelt(document, span, name, meant);
    }
    for (const mention of [
      ...mentionsIn(document),
      ...behind(document, bold, ['skill', 'agent']),
      ...behind(document, plain, ['agent']),
    ]) {
      const { name, span, kinds } = mention;
      if (!isJudged(mention, document) || isKnown(mention, uri, workspace)) continue;
      const near = namesOf(kinds).filter(
        each => isSlipWithin(name, each) && !isOtherwiseParted(name, each) && !isOtherWord(name, each),
      );
      const [meant] = near;
      if (
        meant === undefined ||
        near.length > 1 ||
        isOwnPrefix(name, meant, text) ||
        text.split(new RegExp(`\\b${name}\\b`)).length > 2
      )
        continue;
      if (isInSampleFile(document, span) || isBesideWord(document, span, meant)) continue;
      // `unknown-agent` tells of what stands before «agent».
      if (workspace.references(document, 'agent').some(each => each.span.start === span.start)) continue;
      yield misspelt(document, span, name, meant);
    }
  },
});

const misspelt = (document: Document, span: Span, name: string, meant: string): Finding => ({
  span,
  message: say('Nothing is named `{0}`; it is nearly the name of `{1}`.', name, meant),
  fixes: () => [changeTo(document, span, meant, 'best')],
});

/** Whether the file names others behind the same prefix: `gsdr:plan` and `gsdr:go` are no slips for `gsd:plan`. */
function isOwnPrefix(name: string, meant: string, text: string): boolean {
  const prefix = name.slice(0, name.indexOf(':') + 1);
  return prefix !== '' && !meant.startsWith(prefix) && text.split(prefix).length > 3;
}

/** Inline code that is one name but for letters or hyphens that only look like those of names. */
function lookingAlike({ text, body }: Document): { readonly name: string; readonly span: Span }[] {
  return (body?.sections ?? []).flatMap(({ start, content }) =>
    content.codes.flatMap(code => {
      const span = shift(code.span, start);
      const name = text.slice(span.start, span.end);
      return odd.test(name) && /^[a-z][\w:/-]+$/.test(withoutLookAlikes(name)) ? [{ name, span }] : [];
    }),
  );
}

const odd = new RegExp(`^\\S{0,60}[${lookAlikes}]\\S{0,60}$`);

/** Agents in calls whose name is written with blanks. */
function agentsOfWords({ text, body }: Document): { readonly name: string; readonly span: Span }[] {
  const from = body?.span.start ?? text.length;
  return [...text.slice(from).matchAll(ofWords)].map(({ index, 0: all, 2: name }) => {
    const end = from + index + all.length - 1;
    return { name: name!, span: { start: end - name!.length, end } };
  });
}

const ofWords = /\bsubagent_type['"]?\s*[:=]\s*(['"])([A-Za-z][\w-]*(?: [\w-]+){1,6})\1/g;

/** `group-name` for `group:name`, which another tool or an installer may make of it. */
const isOtherwiseParted = (name: string, other: string): boolean =>
  name.replaceAll(':', '-') === other.replaceAll(':', '-');

/** Names that can be named in a file, and those of other plugins and projects of its root: people name these as well. */
function namesIn(kinds: readonly SymbolKind[], uri: string, workspace: Workspace): readonly string[] {
  const names = new Set(kinds.flatMap(kind => [...workspace.visibleNames(kind, uri).all]));
  const root = workspace.paths.root(uri);
  for (const symbol of workspace.names.symbols) {
    if (!kinds.includes(symbolKind(symbol))) continue;
    const there = workspace.names.definitions(symbol).find(each => workspace.paths.root(each.uri) === root);
    if (there && there.alias !== 'label') names.add(there.name);
  }
  return [...names];
}

const ofParts = /^[a-z]+(?:-[a-z0-9]+)+$/;
const ofCommand = /^[a-z]+(?:[-:_][a-z0-9]+)+$/;
/** The heading of a command is its name. */
const ownHeading = /(?:^|\n)#{1,2} \/$/;
const called = /^` (?:sub-?)?(?:agent|skill)\b/;

/** One name of several parts in inline code, in bold, or behind `/` or `@`, and nothing else; of one part, where the next word
 * says what it is. */
function isJudged({ name, span, kinds }: Mention, { text }: Document): boolean {
  const before = text[span.start - 1];
  if (before === '/' && ownHeading.test(text.slice(Math.max(0, span.start - 5), span.start))) return name.length >= 4;
  if (before === '/' && /^[a-z]{7,}$/.test(name)) return true;
  if (before === '/' || before === '@' || before === '-') return name.length >= 7 && ofCommand.test(name);
  if (before === '*') return name.length >= 7 && ofParts.test(name);
  if (before === ' ') return name.length >= 7 && / (?:sub-?)?agent\b/y.test(text.slice(span.end, span.end + 12));
  if (kinds.length < 2 || before !== '`' || text[span.end] !== '`') return false;
  if (name.length >= 7 && ofParts.test(name)) return true;
  return name.length >= 6 && /^[a-z]+$/.test(name) && called.test(text.slice(span.end, span.end + 12));
}

/** A name of several parts in bold. */
const bold = /\*\*([a-z]+(?:-[a-z]+)+)(?=\*\*)/g;

/** A name of several parts before «agent», without any mark. */
const plain = /\b(?:the|an?|our) ([a-z]+(?:-[a-z]+)+)(?= (?:sub-?)?agent\b)/g;

/** What stands last in each match. */
function* behind(document: Document, pattern: RegExp, kinds: readonly SymbolKind[]): Generator<Mention> {
  for (const { span, groups } of proseMatches(document, pattern, true)) {
    const name = groups[1]!;
    yield { name, span: { start: span.end - name.length, end: span.end }, kinds };
  }
}

function isKnown({ name, kinds }: Mention, uri: string, workspace: Workspace): boolean {
  return kinds.some(kind => {
    const { found, elsewhere } = workspace.resolve(symbolKey(kind, name), uri);
    return found.length > 0 || elsewhere.length > 0;
  });
}
