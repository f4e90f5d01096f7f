// What is said of the agents and skills of agent-studio, where a copy of it is at hand: the errors against the real
// program's answers, hand-checked lines, and the model agent's findings one by one.
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
    const text = await files.text(uri);
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

interface Label {
  readonly repo: string;
  readonly path: string;
  readonly line: number;
  readonly kind: string;
  readonly expect: 'finding' | 'no-error';
  readonly max_severity?: string;
  readonly lines_ok?: readonly number[];
}

const jsonLines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T);

const grave = ['none', 'hint', 'info', 'information', 'warning', 'error'];

/** Kinds of labels that rules not written yet will answer. */
const later: ReadonlySet<string> = new Set(['link-missing', 'path-missing', 'fence-unclosed', 'encoding']);

suite('agent-studio', () => {
  let said: Said[] = [];

  suiteSetup(async function () {
    if (!existsSync(folder)) this.skip();
    said = await findings();
  });

  test('an error only where the real program does not list the file', () => {
    const rejected = new Set(
      jsonLines<{ repo: string; path: string; loads?: boolean }>(join(shared, 'oracle/verdicts.jsonl'))
        .filter(({ repo, loads }) => repo === 'oimiragieo__agent-studio' && loads === false)
        .map(({ path }) => path),
    );
    assert.deepEqual(
      said.filter(({ severity, path }) => severity === 'error' && !rejected.has(path)),
      [],
    );
    assert.deepEqual(
      [...rejected].filter(path => !said.some(s => s.path === path && s.severity === 'error')),
      [],
    );
  });

  test('every hand-checked line', () => {
    const labels = jsonLines<Label>(join(shared, 'corpus/labels.jsonl')).filter(
      l => l.repo === 'oimiragieo__agent-studio',
    );
    const wrong = labels.flatMap(label => {
      const lines = [label.line, ...(label.lines_ok ?? [])];
      const there = said.filter(({ path, line }) => path === label.path && lines.includes(line));
      if (label.expect === 'finding')
        return there.length > 0 || later.has(label.kind) ? [] : [`missing: ${label.kind} ${label.path}:${label.line}`];
      const most = grave.indexOf(label.max_severity ?? 'none');
      // Hints fade words in the editor and are no finding in a list.
      const over = there.filter(
        ({ line, severity }) => line === label.line && severity !== 'hint' && grave.indexOf(severity) > most,
      );
      return over.map(({ rule, severity }) => `too grave: ${rule} ${severity} ${label.path}:${label.line}`);
    });
    assert.deepEqual(wrong, []);
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
        '502 information unlisted-skill', // api-development-expert
      ],
    );
  });
});
