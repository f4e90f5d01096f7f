// What Claude Code really makes of an agent, as a page of Markdown: the preview and the terminal show the same.
import { render, type Message } from '../../workspace/message';
import type { VerdictState } from '../../workspace/verdict';
import { aboutTokens, bullets, code, count, ours, paragraphs } from '../markdown';
import { readersText } from '../readers';
import type { EffectiveAgent } from './effective';
import type { EffectiveHook } from './hooks';
import type { EffectiveSkill } from './skills';
import type { LostTool } from './tools';

/** `path` is where the agent lies, for people. */
export function effectiveText(agent: EffectiveAgent, path: string): string {
  const { name, verdict } = agent;
  const loads = verdict.state !== 'does-not-load';
  return `${paragraphs(
    `# ${name === '' ? code(path) : code(name)}`,
    `**${states[verdict.state]}**`,
    bullets(verdict.reasons.map(({ message }) => words(message))),
    assumption(agent, path),
    ...(loads ? sections(agent) : []),
    section('What other tools make of it', readersText(agent.readers)),
  )}\n`;
}

const states: Readonly<Record<VerdictState, string>> = {
  loads: 'Claude Code loads it.',
  'loads-without': 'Claude Code loads it, but some of it is lost.',
  'does-not-load': 'Claude Code does not load it.',
};

const words = (message: Message): string => ours(render(message));

function assumption({ assumed }: EffectiveAgent, path: string): string {
  return `What Claude Code 2.1.330 (native build) makes of ${code(path)} where a session on ${code(assumed.sessionModel)} starts it as a subagent. Another session may give it less or more; the setting \`agentwright.sessionModel\`, or \`--session-model\` in the terminal, names its model.`;
}

function sections(agent: EffectiveAgent): string[] {
  const { model, skills, hooks, idleKeys } = agent;
  return [
    section('Tools', toolLines(agent)),
    section('Model', `${code(model.id)}. ${words(model.why)}`),
    section('Skills in its context from the start', bullets(skills.map(skillLine))),
    section('Hooks', bullets(hooks.map(hookLine))),
    section('Keys that change nothing', bullets(byReason(idleKeys.map(({ key, why }) => ({ name: key, why }))))),
    section('What it costs', costs(agent)),
  ].filter(text => text !== '');
}

const section = (title: string, text: string): string => (text === '' ? '' : `## ${title}\n\n${text}`);

function toolLines({ tools }: EffectiveAgent): string {
  const { inherited, granted, waitedFor, lost, added, refused } = tools;
  const names = granted.map(code).join(', ');
  const have = inherited
    ? `All that a session hands to subagents, as far as it has them: ${names}.`
    : granted.length > 0
      ? `${names}.`
      : 'None.';
  return paragraphs(
    refused ? 'None of those that are listed is handed over, so Claude Code refuses to start the agent.' : have,
    waitedFor.length === 0
      ? undefined
      : `In the background, where a session in a terminal runs every agent, it lacks ${waitedFor.map(code).join(', ')}.`,
    bullets(byReason(added)),
    lost.length === 0 ? undefined : 'Not handed over:',
    bullets(byReason(lost)),
  );
}

/** `Grep`, `Glob`: why; what is told of several is said once. */
function byReason(told: readonly LostTool[]): string[] {
  const names = new Map<string, string[]>();
  for (const { name, why } of told) names.set(words(why), [...(names.get(words(why)) ?? []), code(name)]);
  return [...names].map(([why, all]) => `${all.join(', ')}: ${why}`);
}

/** The same in a few lines, for a hover and a tooltip; of what does not load nothing is told. */
export function effectiveSummary({ verdict, tools, model, skills, tokens }: EffectiveAgent): string | undefined {
  if (verdict.state === 'does-not-load') return undefined;
  const loaded = skills.filter(({ missing }) => !missing);
  const granted = tools.inherited ? 'all that a subagent may have' : tools.granted.map(code).join(', ') || 'none';
  return bullets([
    `Tools: ${tools.refused ? 'none that it may have, so it is not started' : granted}.`,
    ...(tools.waitedFor.length === 0 ? [] : [`Not in the background: ${tools.waitedFor.map(code).join(', ')}.`]),
    ...byReason(tools.lost).map(line => `Not ${line}`),
    `Model: ${code(model.id)}.`,
    ...(skills.length === 0 ? [] : [`Skills: ${loaded.length} of ${skills.length} are loaded.`]),
    `${aboutTokens(tokens.body + tokens.skills)} where it is started.`,
  ]);
}

const skillLine = ({ name, tokens, missing }: EffectiveSkill): string =>
  missing ? `${code(name)} is not loaded. ${words(missing)}` : `${code(name)}, ${aboutTokens(tokens)}`;

function hookLine({ event, matcher, runs, idle }: EffectiveHook): string {
  const where = matcher === undefined || matcher === '' ? code(event) : `${code(event)} of ${code(matcher)}`;
  return idle ? `${where}: ${code(runs)} never runs. ${words(idle)}` : `${where}: ${code(runs)}`;
}

function costs({ tokens, skills }: EffectiveAgent): string {
  const loaded = skills.filter(({ missing }) => !missing);
  return bullets([
    `In every session, for its description: ${aboutTokens(tokens.always)}.`,
    `Where it is started, for its instructions: ${aboutTokens(tokens.body)}${
      loaded.length === 0
        ? ''
        : `, and ≈ ${count(tokens.skills)} for ${loaded.length === 1 ? 'its skill' : `its ${loaded.length} skills`}`
    }.`,
  ]);
}
