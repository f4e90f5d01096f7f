// `agentwright show`: what Claude Code really makes of an agent, which is named by its file or by its name.
import { resolve } from 'node:path';
import { fromPath } from '../disk/uris';
import { effectiveAgent } from '../features/effective/effective';
import type { Assumed } from '../features/effective/session';
import { effectiveText } from '../features/effective/text';
import { nearest } from '../rules/nearest';
import { render } from '../workspace/message';
import { exit, visible, type Io } from './io';
import { documentOf, openProjects, shownUri, type Projects } from './projects';

export interface ShowOptions {
  readonly format: 'text' | 'json';
  readonly session: Assumed;
}

export async function show(operand: string, { format, session }: ShowOptions, io: Io): Promise<number> {
  const isPath = /[/\\]|\.md$/i.test(operand);
  const projects = await openProjects(isPath ? [operand] : [], io);
  if (!projects) return exit.usage;
  const uri = isPath ? fromPath(resolve(io.cwd, operand)) : named(projects, operand);
  const document = uri === undefined ? undefined : documentOf(projects, uri);
  const read = (other: string): ReturnType<typeof documentOf> => documentOf(projects, other);
  const agent = document && effectiveAgent(projects.workspace, document, read, session);
  if (!document || !agent) {
    io.error(`agentwright: ${isPath ? `\`${visible(operand)}\` is no agent.` : unknown(projects, operand)}\n`);
    return exit.usage;
  }
  const path = shownUri(document.uri, io);
  io.out(
    format === 'json'
      ? `${JSON.stringify({ version: 1, path, ...plain(agent) }, undefined, 2)}\n`
      : effectiveText(agent, path),
  );
  return agent.verdict.state === 'does-not-load' ? exit.errors : exit.fine;
}

/** Those of the whole project, wherever in it somebody stands; what lies below goes first. */
const agentsOf = ({ workspace, uris }: Projects): { uri: string; name: string }[] =>
  [...new Set([...uris, ...[...workspace.files].map(({ uri }) => uri).sort()])].flatMap(uri => {
    const file = workspace.file(uri);
    const name = file?.definitions[0]?.name;
    return file?.role === 'agent' && name !== undefined ? [{ uri, name }] : [];
  });

const named = (projects: Projects, name: string): string | undefined =>
  agentsOf(projects).find(agent => agent.name === name)?.uri;

function unknown(projects: Projects, name: string): string {
  const names = agentsOf(projects).map(agent => agent.name);
  const meant = nearest(name, names, 1)[0];
  return `There is no agent ${visible(name)} here.${meant === undefined ? '' : ` Did you mean ${visible(meant)}?`}`;
}

/** With sentences in place of messages. */
function plain({
  verdict,
  tools,
  model,
  skills,
  hooks,
  idleKeys,
  readers,
  ...rest
}: NonNullable<ReturnType<typeof effectiveAgent>>) {
  const told = <T extends { readonly why: Parameters<typeof render>[0] }>(each: T) => ({
    ...each,
    why: render(each.why),
  });
  return {
    ...rest,
    verdict: { state: verdict.state, reasons: verdict.reasons.map(({ message }) => render(message)) },
    tools: { ...tools, lost: tools.lost.map(told), added: tools.added.map(told) },
    model: told(model),
    skills: skills.map(({ name, tokens, missing }) => ({ name, tokens, ...(missing && { missing: render(missing) }) })),
    hooks: hooks.map(({ idle, ...hook }) => ({ ...hook, ...(idle && { idle: render(idle) }) })),
    idleKeys: idleKeys.map(told),
    readers: readers.map(({ reader, state, reasons }) => ({
      reader,
      state,
      reasons: reasons.map(({ message, ...more }) => ({ reason: render(message), ...more })),
    })),
  };
}
