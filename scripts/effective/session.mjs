// Runs one session of the real program beside the stand-in API: what is every agent sent, or why is it not started?
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callId, fakeApi, opening } from './api.mjs';

const patience = 60_000;
/**
 * What a repository would have run is not run: neither its hooks nor the commands in its skills. A session that plans
 * would ask a judge, which is not there, whether an agent may be started.
 */
const settings = { disableAllHooks: true, disableSkillShellExecution: true, useAutoModeDuringPlan: false };

/** For each of `calls`, inputs of the tool `Agent`, either `asked`, the agent's first request, or `refusal`. */
export async function session({ claude, project, model, calls, mcpServers = {}, args = [] }) {
  const api = await fakeApi(calls);
  const home = mkdtempSync(join(tmpdir(), 'agentwright-home-'));
  try {
    trustingHome(home, project);
    const told = await run(claude, {
      cwd: project,
      args: [
        ...['-p', opening, '--output-format', 'stream-json', '--verbose', '--model', model],
        ...['--settings', JSON.stringify(settings), '--strict-mcp-config', '--mcp-config', mcpConfig(mcpServers)],
        ...args,
      ],
      env: environment(home, api.url),
    });
    return calls.map((_, index) => ({ asked: api.asked[index], refusal: refusal(told, callId(index)) }));
  } finally {
    api.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** As after the question whether the folder is trusted: what a project allows counts only then. */
export function trustingHome(home, project) {
  const trusted = { hasCompletedOnboarding: true, projects: { [project]: { hasTrustDialogAccepted: true } } };
  writeFileSync(join(home, '.claude.json'), JSON.stringify(trusted));
  mkdirSync(join(home, '.claude'));
}

/** Offline, without an account, and with nothing of the environment that this was started from. */
export function environment(home, url) {
  return {
    PATH: process.env.PATH,
    HOME: home,
    TERM: 'dumb',
    ANTHROPIC_API_KEY: 'none',
    ANTHROPIC_BASE_URL: url,
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    CLAUDE_CODE_MAX_RETRIES: '0',
    DISABLE_AUTOUPDATER: '1',
    DISABLE_TELEMETRY: '1',
    // Every tool with its schema in the request; else most would be names that `ToolSearch` finds.
    ENABLE_TOOL_SEARCH: 'false',
  };
}

function mcpConfig(servers) {
  const command = process.execPath;
  const script = fileURLToPath(new URL('mcp.mjs', import.meta.url));
  const configs = Object.entries(servers).map(([name, tools]) => [name, { command, args: [script, ...tools] }]);
  return JSON.stringify({ mcpServers: Object.fromEntries(configs) });
}

/** The messages that the program prints, one a line. */
export function run(claude, { args, ...options }) {
  return new Promise((done, fail) => {
    const child = spawn(claude, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience });
    let out = '';
    let errors = '';
    child.stdout.on('data', part => (out += part));
    child.stderr.on('data', part => (errors += part));
    child.on('error', fail);
    child.on('close', () => {
      const lines = out.split('\n').filter(line => line.startsWith('{'));
      if (lines.length > 0) done(lines.map(line => JSON.parse(line)));
      else fail(new Error(`the session did not start: ${errors}`));
    });
  });
}

/** Why the call failed: at once, or, of an agent in the background, in a message that follows. */
function refusal(told, id) {
  const results = told.filter(({ type }) => type === 'user').flatMap(({ message }) => message.content);
  const refused = results.find(({ tool_use_id, is_error }) => tool_use_id === id && is_error);
  if (refused) return String(refused.content);
  return told.find(({ subtype, tool_use_id, status }) => {
    return subtype === 'task_notification' && tool_use_id === id && status === 'failed';
  })?.summary;
}
