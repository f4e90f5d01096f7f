// What is said of the model agent of agent-studio, where a copy of it is at hand: its findings one by one.
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepFiles } from '../../server/src/disk/files';
import { fromPath } from '../../server/src/disk/uris';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { Lines } from '../../server/src/syntax/lines';
import { join as joinUri, pathBelow } from '../../server/src/workspace/uris';
import { Workspace } from '../../server/src/workspace/workspace';

const shared = join(process.cwd(), '../shared');
const folder = join(shared, 'corpus/oimiragieo__agent-studio');

interface Said {
  readonly path: string;
  readonly line: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

/** Every finding of every file. Paths that a listing names, but that the copy leaves out, exist. */
async function findings(): Promise<Said[]> {
  const workspace = new Workspace();
  const files = keepFiles(
    workspace,
    () => false,
    () => Promise.resolve(),
  );
  const root = fromPath(folder);
  await files.load([root]);
  const listed = readFileSync(join(folder, '.PATHS.txt'), 'utf8').split('\n').filter(Boolean);
  workspace.apply(listed.map(path => ({ uri: joinUri(root, path) })));
  const found: Said[] = [];
  for (const uri of workspace.takeDirty()) {
    const text = files.text(uri);
    if (text === undefined || !workspace.file(uri)) continue;
    const lines = new Lines(text);
    for (const { span, severity, rule, message } of lint(workspace.read(uri, text), workspace)) {
      found.push({
        path: pathBelow(uri, root),
        line: lines.at(span.start).line + 1,
        severity,
        rule: rule.id,
        message: render(message),
      });
    }
  }
  return found;
}

suite('agent-studio', () => {
  let said: Said[] = [];

  suiteSetup(async function () {
    if (!existsSync(folder)) this.skip();
    said = await findings();
  });

  test('the model agent: exactly what follows from the facts, no error among it', () => {
    const seed = said.filter(({ path }) => path === '.claude/agents/domain/ai-ml-specialist.md');
    assert.deepEqual(
      seed.map(({ line, severity, rule }) => `${line} ${severity} ${rule}`),
      [
        '13 hint unavailable-tool', // Glob beside Bash
        '14 hint unavailable-tool', // Grep beside Bash
        '18 information unavailable-tool', // the session decides about the task tools
        '24 hint uncalled-skill', // task-management-protocol
        '498 warning unknown-skill', // three nested skills
        '499 warning unknown-skill',
        '500 warning unknown-skill',
        '502 hint unlisted-skill', // api-development-expert
      ],
    );
  });
});
