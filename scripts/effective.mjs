// Asks the real program, offline and without an account, what its subagents get: tools, model, skills. For developers alone.
//   npm run effective -- FOLDER [--agents a,b,c]   the agents of a repository
//   npm run effective -- --probes                  those of effective/probes.mjs; writes test/corpus/effective-probes.jsonl
//   npm run effective -- --settings                settings with an odd value: is the file ignored? writes test/corpus/settings.tsv
//   npm run effective -- --values                  odd values of servers, hooks, agents, skills and commands; writes the other test/corpus/*.tsv
//   npm run effective -- --again CORPUS            those that test/corpus/effective.jsonl has answers for; writes it anew
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ask } from './effective/agents.mjs';
import { dependsOnModel, mcpServers, otherModels, probes, skills } from './effective/probes.mjs';
import { agentsBelow, projectOf } from './effective/repository.mjs';
import { askSettings } from './effective/settings.mjs';
import { commands, skills as skillValues } from './effective/skills.mjs';
import { agents, askValues, pluginHooks, servers } from './effective/values.mjs';
import { root } from './ensure.mjs';
import { install } from './live.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Names of agents; without them, all. */
    agents: { type: 'string' },
    /** Models that the session is started with. */
    model: { type: 'string' },
    /** Answers, one JSON line an agent and model, go there too. */
    out: { type: 'string' },
    /** The program, where it is installed already. */
    claude: { type: 'string' },
    probes: { type: 'boolean' },
    settings: { type: 'boolean' },
    values: { type: 'boolean' },
    /** The folder that the repositories lie in. */
    again: { type: 'string' },
  },
});
const observed = join(root, 'test/corpus/effective.jsonl');
const observedProbes = join(root, 'test/corpus/effective-probes.jsonl');
const twoModels = 'claude-opus-5-5,claude-opus-4-6';
const names = options.agents?.split(',');
const wanted = ({ name }) => !names || names.includes(name);
const models = standard => (options.model ?? standard).split(',');

if (!positionals[0] && !options.probes && !options.settings && !options.values && !options.again) {
  console.error(
    'usage: npm run effective -- FOLDER | --probes | --settings | --values | --again CORPUS [--agents A,B] [--model M,N] [--out FILE]',
  );
  process.exit(2);
}
const temp = mkdtempSync(join(tmpdir(), 'agentwright-effective-'));
try {
  const claude = options.claude ? resolve(options.claude) : install(temp);
  if (options.settings) await askSettings(claude, join(root, 'test/corpus/settings.tsv'));
  else if (options.values) {
    await askValues(claude, join(root, 'test/corpus/servers.tsv'), servers);
    await askValues(claude, join(root, 'test/corpus/plugin-hooks.tsv'), pluginHooks);
    await askValues(claude, join(root, 'test/corpus/agent-values.tsv'), agents);
    await askValues(claude, join(root, 'test/corpus/skill-values.tsv'), skillValues);
    await askValues(claude, join(root, 'test/corpus/command-values.tsv'), commands);
  } else if (options.probes) await all(askProbes(claude), options.out ?? observedProbes);
  else if (options.again) await all(askAgain(claude), options.out ?? observed);
  else await all(askFolder(claude, resolve(positionals[0]), wanted), options.out);
} finally {
  rmSync(temp, { recursive: true, force: true });
}

async function all(answers, file) {
  const lines = [];
  for await (const answer of answers) {
    lines.push(JSON.stringify(answer));
    console.log(lines.at(-1));
  }
  if (file) writeFileSync(file, lines.map(line => `${line}\n`).join(''));
}

/** `chosen` tells which of the agents are meant. */
async function* askFolder(claude, folder, chosen) {
  const agents = agentsBelow(folder).filter(chosen);
  const path = new Map(agents.map(agent => [agent.name, agent.path]));
  for (const model of models(twoModels)) {
    for await (const answer of ask({ claude, model, agents, files: projectOf(folder) })) {
      yield { repo: basename(folder), path: path.get(answer.agent), ...answer };
    }
  }
}

async function* askAgain(claude) {
  const before = readFileSync(observed, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
  for (const repo of new Set(before.map(each => each.repo))) {
    const paths = new Set(before.filter(each => each.repo === repo).map(({ path }) => path));
    yield* askFolder(claude, resolve(options.again, repo), ({ path }) => paths.has(path));
  }
}

async function* askProbes(claude) {
  const chosen = probes.filter(wanted);
  for (const model of models(`${twoModels},claude-sonnet-4-6`)) yield* askProbesIn(claude, model, chosen);
  if (options.model) return;
  const some = chosen.filter(({ name }) => dependsOnModel.includes(name));
  for (const model of otherModels) yield* askProbesIn(claude, model, some);
}

/** Probes with the same settings and arguments share a session. */
async function* askProbesIn(claude, model, chosen) {
  const groups = new Map();
  for (const probe of chosen) {
    const key = JSON.stringify([probe.settings, probe.args]);
    groups.set(key, [...(groups.get(key) ?? []), probe]);
  }
  for (const group of groups.values()) {
    const { settings, args } = group[0];
    const files = Object.fromEntries(
      Object.entries(skills).map(([name, text]) => [`.claude/skills/${name}/SKILL.md`, text]),
    );
    if (settings) files['.claude/settings.json'] = JSON.stringify(settings);
    const agents = group.map(({ name, frontMatter }) => ({
      name,
      text: `---\n${frontMatter}\n---\n\nThe text of the agent ${name}.\n`,
    }));
    let at = 0;
    for await (const { agent, ...answer } of ask({ claude, model, files, agents, mcpServers, args })) {
      yield { name: agent, frontMatter: group[at++].frontMatter, settings, args, ...answer };
    }
  }
}
