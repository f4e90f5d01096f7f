// The effective agent beside what the real program was seen to hand over: to probes, each for one fact, and to real agents.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { effectiveAgent } from '../../server/src/features/effective/effective';
import { join } from '../../server/src/workspace/uris';
import type { Workspace } from '../../server/src/workspace/workspace';
import { needsCollection, openRepository } from '../support/collection';
import { fixture, root } from '../support/fixture';

interface Answer {
  readonly sessionModel: string;
  /** Whether it was started at all; what follows is only there then. */
  readonly started: boolean;
  readonly tools?: readonly string[];
  readonly inBackground?: readonly string[];
  readonly refusalInBackground?: string;
  readonly model?: string;
  readonly skillsInContext?: readonly string[];
}

interface Probe extends Answer {
  readonly name: string;
  readonly frontMatter: string;
  readonly settings?: object;
  readonly args?: readonly string[];
}

interface Observed extends Answer {
  readonly repo: string;
  readonly path: string;
}

const answers = <T>(name: string): T[] =>
  readFileSync(`test/corpus/${name}`, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T);

/** MCP tools are told by their patterns here, and one by one by the program, which was asked with its search for tools
 * switched off. */
const plain = (names: readonly string[]): string =>
  names
    .filter(name => !name.startsWith('mcp__') && name !== 'ToolSearch')
    .sort()
    .join(' ');

interface Told {
  readonly tools: string;
  readonly inBackground: string;
  readonly model: string;
  readonly skills: string;
}

function ours(
  workspace: Workspace,
  uri: string,
  read: (uri: string) => ReturnType<Workspace['document']>,
  answer: Answer,
): Told | 'not started' {
  const document = read(uri);
  const agent = document && effectiveAgent(workspace, document, read, { sessionModel: answer.sessionModel });
  assert.ok(agent, `${uri} is an agent`);
  const { granted, waitedFor, refused } = agent.tools;
  // Real agents were asked without the servers of their repositories: where nothing else is listed, there is nothing then.
  const lacksAll = 'repo' in answer && granted.length > 0 && plain(granted) === '';
  if (refused || lacksAll || agent.verdict.state === 'does-not-load') return 'not started';
  return {
    tools: plain(granted),
    inBackground: plain(granted.filter(name => !waitedFor.includes(name))),
    model: agent.model.id,
    skills: agent.skills.filter(({ missing }) => !missing).map(({ name }) => name).sort().join(' '), // prettier-ignore
  };
}

const theirs = ({
  started,
  tools = [],
  inBackground,
  refusalInBackground,
  model = '',
  skillsInContext = [],
}: Answer): Told | 'not started' =>
  started
    ? {
        tools: plain(tools),
        inBackground: plain(inBackground ?? (refusalInBackground === undefined ? tools : [])),
        model,
        skills: [...skillsInContext].sort().join(' '),
      }
    : 'not started';

suite('the effective agent and the real program', () => {
  test('agree on every probe', () => {
    const skill = (folder: string, keys: string): string =>
      `-- .claude/skills/${folder}/SKILL.md --\n---\n${keys}\ndescription: Known.\n---\n\nDo.\n`;
    const beside =
      skill('known', 'name: known') +
      skill('manual', 'name: manual\ndisable-model-invocation: true') +
      skill('hidden', 'name: hidden\nuser-invocable: false') +
      skill('other-folder', 'name: other-name') +
      skill('deep/nested', 'name: nested') +
      '-- .mcp.json --\n{ "mcpServers": { "x": { "command": "x" }, "y": { "command": "y" } } }\n';
    const wrong: string[] = [];
    let asked = 0;
    for (const probe of answers<Probe>('effective-probes.jsonl')) {
      if (probe.args !== undefined || isOfTheCall(probe)) continue;
      asked++;
      const settings = probe.settings ? `-- .claude/settings.json --\n${JSON.stringify(probe.settings)}\n` : '';
      const { workspace } = fixture(
        `-- .claude/agents/a.md --\n---\n${probe.frontMatter}\n---\n\nWork.\n${beside}${settings}`,
      );
      const told = ours(workspace, join(root, '.claude/agents/a.md'), uri => workspace.document(uri), probe);
      const seen = theirs(probe);
      if (JSON.stringify(told) !== JSON.stringify(seen))
        wrong.push(`${probe.name} ${probe.sessionModel}\n  ${JSON.stringify(told)}\n  ${JSON.stringify(seen)}`);
    }
    assert.ok(asked > 600, String(asked));
    assert.deepEqual(wrong, []);
  });

  test('agree on real agents', async function () {
    needsCollection(this);
    const wrong: string[] = [];
    let asked = 0;
    const byRepo = new Map<string, Observed[]>();
    for (const each of answers<Observed>('effective.jsonl'))
      byRepo.set(each.repo, [...(byRepo.get(each.repo) ?? []), each]);
    for (const [repo, all] of byRepo) {
      const { workspace, uris, text } = await openRepository(repo);
      const read = (uri: string) => {
        const found = text(uri);
        return found === undefined ? undefined : workspace.read(uri, found);
      };
      for (const answer of all) {
        const uri = uris.find(each => each.endsWith(`/${repo}/${answer.path}`))!;
        // Copilot's, which are not judged as agents of Claude Code.
        if (workspace.role(uri) === 'foreign') continue;
        asked++;
        const told = ours(workspace, uri, read, answer);
        const seen = theirs(answer);
        if (JSON.stringify(told) !== JSON.stringify(seen))
          wrong.push(
            `${repo} ${answer.path} ${answer.sessionModel}\n  ${JSON.stringify(told)}\n  ${JSON.stringify(seen)}`,
          );
      }
    }
    assert.ok(asked > 150, String(asked));
    assert.deepEqual(wrong, []);
  });
});

/** What no file of the agent tells: what the call that starts it says, or that starting agents is denied; and the skills that
 * come with the program, which are not here. */
const isOfTheCall = ({ name }: Probe): boolean =>
  /^(?:deny-this|in-)/.test(name) ||
  ['isolation-worktree', 'deny-agent', 'deny-task', 'deny-star', 'skills-built-in'].includes(name);
