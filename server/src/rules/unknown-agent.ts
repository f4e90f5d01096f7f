// Names of agents that Claude Code does not find.
import type { Document } from '../syntax/document';
import { agentFolders, bareAgent } from '../workspace/body-agents';
import type { Role } from '../workspace/classify';
import { lookAlikeIn, withoutLookAlikes } from '../workspace/look-alikes';
import { symbolKey, type Reference, type ReferenceForm } from '../workspace/symbols';
import { baseName } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { blockAt, isInSampleFile, isOptional, teachesAgents } from './prose';
import { created } from './creating';
import { changeTo, removing } from './edits';
import { isSample } from './file-paths';
import { collectionOf } from './installed';
import { calledLoosely, looseAgent, looseNames } from './loose-agents';
import { nearest } from './nearest';
import { calledAsSkill } from './other-kind';
import { defineReferenceRule, say, type Finding, type Fix, type Message } from './rule';

const reviewer = '-- .claude/agents/reviewer.md --\n---\nname: reviewer\ndescription: Reviews.\n---\n';
const codeReviewer = reviewer.replaceAll('reviewer', 'code-reviewer');
const skill = (frontMatter: string, body = ''): string =>
  `-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Works.\n${frontMatter}---\n${body}`;
const calls = (...names: readonly string[]): string =>
  skill('', names.map(name => `\nTask({ subagent_type: ${name}, prompt: 'Go.' })\n`).join('')) + codeReviewer;
const setting = (agent: string): string => `-- .claude/settings.json --\n{ "agent": "${agent}" }\n${reviewer}`;

export default defineReferenceRule({
  id: 'unknown-agent',
  severity: 'warning',
  reach: { names: ['exists'] },
  reads: ['agent'],
  summary: 'The name of an agent that Claude Code does not find.',
  why:
    'A call of an agent that does not exist fails, and the model has to guess what to do instead. Agents of Claude Code ' +
    'itself, of plugins (`plugin:agent`) and of other folders of the workspace are never reported. Prose is judged where ' +
    'it tells somebody to use an agent whose name is marked and has several words, and the project has agents of its own; ' +
    'the agent may yet be one that a person has at home.',
  source:
    'Observed: Claude Code 2.1.330, 22 November 2026, and of settings 29 November 2026; how it compares names that are called: its program, 29 November 2026; what runs a skill in its place: 30 November 2026; prose counted over 18 public repositories, 28 November 2026.',
  examples: [
    {
      bad: skill('', "\nTask({ subagent_type: '<|reviewr|>', prompt: 'Go.' });\n") + reviewer,
      good: skill('', "\nTask({ subagent_type: 'reviewer', prompt: 'Go.' });\n") + reviewer,
    },
    {
      bad: skill('context: fork\nagent: <|reviewr|>\n') + reviewer,
      good: skill('context: fork\nagent: reviewer\n') + reviewer,
    },
    {
      bad: skill('', "\nTask({ subagent_type: '<|code\u2011reviewer|>', prompt: 'Go.' });\n") + codeReviewer,
      good: skill('', "\nTask({ subagent_type: 'code-reviewer', prompt: 'Go.' });\n") + codeReviewer,
    },
    { bad: skill('context: fork\nagent: <|explore|>\n'), good: skill('context: fork\nagent: Explore\n') },
    { bad: skill('context: fork\nagent: ~\n') },
    { bad: skill('context: fork\nagent: Explore\n', "\nAgent({ subagent_type: 'general-purpose' })\n") },
    { bad: setting('<|reviewr|>'), good: setting('reviewer') },
    { bad: setting('Explore') },
    {
      bad:
        "-- kit/skills/a/SKILL.md --\n---\nname: a\ndescription: Works.\n---\n\nTask({ subagent_type: 'helper' });\n" +
        `-- kit/agents/helper.agent.md --\n${reviewer}`,
    },
    { bad: skill('', "\nTask({ subagent_type: 'agent-name' }), Task({ subagent_type: 'review:checker' })\n") },
    {
      bad: skill('', '\nUse the **<|code-reviewr|>** agent, then run the `code-reviewer` agent.\n') + codeReviewer,
      good: skill('', '\nUse the **code-reviewer** agent, then run the `code-reviewer` agent.\n') + codeReviewer,
    },
    {
      bad: calls("'<|code-reviewer.md|>'", '"<|/code-reviewer|>"', "'<|@code-reviewer|>'", "'<|code-reviewer,|>'"),
      good: calls("'code-reviewer'", '"code-reviewer"', "'code-reviewer'", "'code-reviewer'"),
    },
    { bad: calls("'<|Code_Reviewer|>'"), good: calls("'code-reviewer'") },
    {
      bad: skill('', "\nTask({ subagent_type: '<|a|>', prompt: 'Go.' });\n") + reviewer,
      good: skill('', "\nSkill({ skill: 'a' });\n") + reviewer,
    },
    { bad: calls("'@scope/code-reviewer'", "'/nobody'", "'docs/nobody.md'", "'code-reviewer'") },
    {
      bad:
        skill('', '\nIt invokes the `<|issue-sync|>` agent, then delegates to the `code-reviewer` agent.\n') +
        codeReviewer,
    },
    {
      bad:
        skill('', '\nIt spawns the `code-reviewer` agent.\n') +
        codeReviewer.replaceAll('code-reviewer', 'kit-code-reviewer'),
    },
    { bad: skill('', '\nUse the **code-reviewer** agent.\n') },
    {
      bad: skill('', '\nCreate the `new-thing` agent. Use the **Fast** agent, or the `your-agent` agent.\n') + reviewer,
    },
    { bad: skill('', "\n```\n---\nname: b\n---\nTask({ subagent_type: 'nobody' })\n```\n") + reviewer },
    {
      // Who teaches how an agent is written calls the agents of the lesson.
      bad:
        skill(
          '',
          "\n```markdown\n---\nname: critic\ndescription: Judges.\ntools: Read\n---\n```\n\n```\n- subagent_type: 'checker'\n```\n",
        ) + reviewer,
    },
    { bad: `-- README.md --\nTask({ subagent_type: 'nobody' })\n${reviewer}` },
    {
      bad:
        skill('', '\n| There | Here |\n|---|---|\n| `call_omo_agent(subagent_type="librarian")` | `Task` |\n') +
        reviewer,
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\ntask(subagent_type="plan", prompt="Go.")\n',
    },
  ],
  references: {
    kind: 'agent',
    check(reference, document, workspace) {
      const { name, symbol, span, form } = reference;
      const { uri } = document;
      if (form === 'call' && bareAgent(name) !== name) return ofBareName(reference, document, workspace);
      const isExact = isRunner(reference, uri, workspace);
      if (!isMeant(reference, uri, workspace) || isBuiltin(name, uri, workspace, isExact)) return undefined;
      if (form !== 'field' && (isInSampleFile(document, span) || isOptional(document, span))) return undefined;
      const { found, elsewhere } = workspace.resolve(symbol, uri);
      if (found.length > 0 || elsewhere.length > 0 || isForCopilot(name, uri, workspace)) return undefined;
      if (form === 'call' && blockAt(document, span) && teachesAgents(document)) return undefined;
      if (form === 'prose' && isWithoutPrefix(name, uri, workspace)) return undefined;
      const loose = form === 'call' ? foundLoosely(name, uri, workspace) : undefined;
      if (loose !== undefined) {
        const message = calledLoosely(name, loose);
        return { span, severity: 'information', message, fixes: () => [changeTo(document, span, loose, 'best')] };
      }
      return {
        span,
        ...(isUnsure(form, uri) && { severity: 'information' as const }),
        message: isExact
          ? ofRunner(name)
          : workspace.role(uri) === 'settings'
            ? ofSettings(reference)
            : messageOf(name),
        fixes: () => fixes(document, workspace, reference),
      };
    },
  },
});

/** `reviewer` for `kit-reviewer`: people leave a prefix off that all agents of a project have, and a model finds the agent. */
const isWithoutPrefix = (name: string, uri: string, workspace: Workspace): boolean =>
  [...workspace.visibleNames('agent', uri).all].some(each => each.endsWith(`-${name}`));

/** The one agent that Claude Code takes for a name in a call. */
function foundLoosely(name: string, uri: string, workspace: Workspace): string | undefined {
  const found = looseNames(workspace.visibleNames('agent', uri).all).get(looseAgent(name)) ?? [];
  return found.length === 1 ? found[0] : undefined;
}

/** What is more than a name is told of where the name alone is one: else it may be anything. */
function ofBareName({ name, span }: Reference, document: Document, workspace: Workspace): Finding | undefined {
  const { uri } = document;
  const meant = bareAgent(name);
  const isKnown = workspace.resolve(symbolKey('agent', meant), uri).found.length > 0;
  if (!callers.includes(workspace.role(uri)) || !(isKnown || isBuiltin(meant, uri, workspace, true))) return undefined;
  if (isInSampleFile(document, span)) return undefined;
  return { span, message: messageOf(name), fixes: () => [changeTo(document, span, meant, 'best')] };
}

/** The agent may be one that a person has at home. */
const isUnsure = (form: ReferenceForm, uri: string): boolean =>
  form === 'prose' || baseName(uri) === 'settings.local.json';

/** The agent that a skill or command runs in: its name is compared letter by letter. */
const isRunner = ({ form, field }: Reference, uri: string, workspace: Workspace): boolean =>
  form === 'field' && field === 'agent' && ['skill', 'command'].includes(workspace.role(uri));

const ofRunner = (name: string): Message =>
  say('No agent `{0}` is found, so `general-purpose` silently runs this in its place.', name);

const ofSettings = ({ name, field }: Reference): Message =>
  field === 'agent'
    ? say('No agent `{0}` is found, so conversations silently start without it.', name)
    : say('No agent `{0}` is found, so this rule has no effect.', name);

function messageOf(name: string): Message {
  const odd = lookAlikeIn(name);
  return odd === undefined
    ? say('No agent `{0}` is found, so Claude Code cannot start it.', name)
    : say('No agent `{0}` is found: its `{1}` only looks like `{2}`.', name, odd, withoutLookAlikes(odd));
}

/** Words that manuals write where a name belongs. */
const placeholder =
  /^(name|agents?|(sub)?agent[-_]?(names?|types?|ids?)|(my|your|the|some|other|another|new|example|chosen|specific|target|custom)[-_].+|x|foo|bar)$/i;

function isMeant(reference: Reference, uri: string, workspace: Workspace): boolean {
  const { name, form } = reference;
  const isName = isRunner(reference, uri, workspace) ? /^[\w -]+$/ : /^[A-Za-z][\w-]*$/;
  if (placeholder.test(name) || !isName.test(withoutLookAlikes(name))) return false;
  const role = workspace.role(uri);
  if (form === 'prose') return [...callers, 'memory'].includes(role) && !isSample(uri) && hasAgents(uri, workspace);
  if (form === 'call') return callers.includes(role) && hasAgents(uri, workspace);
  return form === 'field' && [...callers, 'settings'].includes(role);
}

const callers: readonly Role[] = ['agent', 'skill', 'command'];

/** Elsewhere the agents that a body speaks of come from other places: commands, for one, are published without them. */
const hasAgents = (uri: string, workspace: Workspace): boolean =>
  agentFolders.some(folder => workspace.existence(workspace.resolvePath(folder, uri)) === 'yes');

/** Whether an agent of that name lies beside in the form that VS Code reads: `agents/reviewer.agent.md`. */
function isForCopilot(name: string, uri: string, workspace: Workspace): boolean {
  const around = (['skills', 'agents', 'commands'] as const).flatMap(kind => collectionOf(uri, kind) ?? []);
  const folders = [...around, workspace.resolvePath('.github', uri)];
  return folders.some(folder => workspace.existence(`${folder}/agents/${name}.agent.md`) === 'yes');
}

/** In whatever case where calls compare loosely: nobody means another one by it. */
function isBuiltin(name: string, uri: string, workspace: Workspace, isExact: boolean): boolean {
  const builtin = workspace.schema(uri)?.builtinAgents;
  const isName = (each: string): boolean => (isExact ? each === name : each.toLowerCase() === name.toLowerCase());
  return !builtin || [...builtin].some(isName);
}

function fixes(document: Document, workspace: Workspace, reference: Reference): Fix[] {
  const { name, span, field, form } = reference;
  const { uri, text } = document;
  const known = workspace.visibleNames('agent', uri).all;
  const builtin = workspace.schema(uri)?.builtinAgents ?? [];
  const plain = withoutLookAlikes(name);
  const changes = [
    ...(form === 'call' ? calledAsSkill(document, workspace, reference) : []),
    ...nearest(name, new Set([...known, ...builtin])).map(to =>
      changeTo(document, span, to, to === plain ? 'best' : 'possible'),
    ),
    ...created(document, workspace, 'agent', name),
  ];
  // `Agent()` would be left, of which it is not known what it allows.
  const alone = /\(\s*$/.test(text.slice(0, span.start)) && /^\s*\)/.test(text.slice(span.end));
  if (field === undefined || field === 'agent' || alone) return changes;
  return [...changes, ...removing(document, field, span, name)];
}
