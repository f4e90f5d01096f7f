// Asks about agents, each in the foreground and in the background: which tools, model and skills it gets.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { session } from './session.mjs';

/** A session is asked about so many agents, each twice: the program runs no more than twenty at once. */
const atOnce = 8;

/**
 * `files`: the project, by path. `agents`: { name, text }, no two of one name. Yields for each agent what it gets: `tools`
 * where the caller waits for it, `inBackground` where it does not. The second is the rule: a caller has to ask for the
 * first, and in the terminal, where the tool `Agent` has no such parameter, it cannot.
 */
export async function* ask({ claude, model, files, agents, mcpServers, args }) {
  for (let at = 0; at < agents.length; at += atOnce) {
    const some = agents.slice(at, at + atOnce);
    const project = mkdtempSync(join(tmpdir(), 'agentwright-project-'));
    try {
      for (const [path, text] of Object.entries(files)) write(join(project, path), text);
      some.forEach(({ text }, index) => write(join(project, `.claude/agents/a${index}.md`), text));
      const waits = some.map(({ name }) => ({ subagent_type: name, run_in_background: false }));
      const leaves = some.map(({ name }) => ({ subagent_type: name }));
      const said = await session({ claude, project, model, mcpServers, args, calls: [...waits, ...leaves] });
      yield* some.map((agent, index) => answer(agent, files, model, said[index], said[index + some.length]));
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  }
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function answer({ name, text }, files, sessionModel, waited, left) {
  if (!waited.asked) return { agent: name, sessionModel, started: false, refusal: reason(waited) };
  const { body, beta } = waited.asked;
  const deferred = deferredIn(body);
  const system = texts(body.system);
  return {
    agent: name,
    sessionModel,
    started: true,
    tools: toolsOf(body),
    ...(deferred.length > 0 && { deferred }),
    ...(left.asked ? { inBackground: toolsOf(left.asked.body) } : { refusalInBackground: reason(left) }),
    model: body.model,
    // `[1m]` is no part of the model that is asked.
    ...(/\bcontext-1m\b/.test(beta) && { millionTokens: true }),
    effort: body.output_config?.effort,
    skillsInContext: skillsIn(system + texts(body.messages), files),
    bodyInSystem: system.includes(bodyOf(text)),
  };
}

/** Without the advice that follows. */
function reason({ refusal = 'nothing was asked' }) {
  return refusal.replace(/<\/?tool_use_error>/g, '').replace(/ (?:Fix the agent's|Available agents:) [^]*$/, '');
}

/** Most tools may come without a schema, which `ToolSearch` finds: a message lists their names. */
function deferredIn({ messages }) {
  const list = /deferred tools are now available[^\n]*before calling them:\n([^]*?)(?:\n\s*\n|\n<)/.exec(
    texts(messages),
  );
  return list?.[1].split('\n').sort() ?? [];
}

function toolsOf(body) {
  const names = (body.tools ?? []).map(({ name }) => name).filter(name => name !== 'DeferredToolPlaceholder');
  return [...names, ...deferredIn(body)].sort();
}

/** All strings in a part of a request, as they were before JSON. */
function texts(value) {
  if (typeof value === 'string') return `${value}\n`;
  return value && typeof value === 'object' ? Object.values(value).map(texts).join('') : '';
}

/**
 * The skills that are loaded; of those in files, the ones whose long lines are there: some hold words that are replaced,
 * such as `$ARGUMENTS`. Others come with the program.
 */
function skillsIn(context, files) {
  const loaded = [...context.matchAll(/<command-name>(.*?)<\/command-name>/g)].map(match => match[1]);
  return loaded.filter(name => isThere(context, files[`.claude/skills/${name}/SKILL.md`])).sort();
}

function isThere(context, skill) {
  if (skill === undefined) return true;
  const lines = bodyOf(skill).split('\n').map(line => line.trim()).filter(line => line.length > 30); // prettier-ignore
  const there = lines.filter(line => context.includes(line)).length;
  return there > 0 && there >= lines.length * 0.9;
}

/** What follows the front matter. */
function bodyOf(text) {
  return /^\uFEFF?---[^\n]*\n(?:[^]*?\n)?---[ \t]*\r?(?:\n([^]*))?$/.exec(text)?.[1]?.trim() ?? text;
}
