// Lines of real files that people looked at: what is wrong there is said, and what is right there is left alone.
import { strict as assert } from 'node:assert';
import { findingsOf, labels, needsCollection, type Label, type Said } from '../support/collection';

/** Kinds of defects that no rule finds as a whole yet, each with the reason. */
const notYet: ReadonlyMap<string, string> = new Map([
  ['missing-description', "the one file is another tool's agent, whose facts are not here yet"],
  ['agent-ref-unresolved', 'agents that prose alone names are not read as references yet'],
  ['path-missing', 'paths outside the folders of skills are right too rarely to be reported'],
]);

/** From the lightest; the labels say `info` for short. */
const grave = ['none', 'hint', 'info', 'warning', 'error'];
const gravity = (severity: string): number => grave.indexOf(severity === 'information' ? 'info' : severity);

const place = ({ repo, path, line, kind }: Label): string => `${kind} ${repo}/${path}:${line}`;

suite('labels', () => {
  let all: Label[] = [];
  const said = new Map<string, readonly Said[]>();

  suiteSetup(async function () {
    needsCollection(this);
    all = labels();
    for (const repo of new Set(all.map(label => label.repo))) {
      const looked = all.filter(label => label.repo === repo).map(label => label.path);
      said.set(repo, await findingsOf(repo, new Set(looked)));
    }
  });

  const there = (label: Label, lines: readonly number[]): Said[] =>
    said.get(label.repo)!.filter(({ path, line }) => path === label.path && lines.includes(line));

  const isFound = (label: Label): boolean => there(label, [label.line, ...(label.lines_ok ?? [])]).length > 0;

  test('what is wrong is said', () => {
    const missed = all.filter(label => label.expect === 'finding' && !notYet.has(label.kind) && !isFound(label));
    assert.deepEqual(missed.map(place), []);
  });

  test('what is right is left alone', () => {
    const over = all
      .filter(label => label.expect === 'no-error')
      .flatMap(label =>
        there(label, [label.line])
          // Hints fade words in the editor and are no finding in a list.
          .filter(({ severity }) => severity !== 'hint')
          .filter(({ severity }) => gravity(severity) > gravity(label.max_severity ?? 'none'))
          .map(({ rule, severity }) => `${severity} ${rule} at ${place(label)}`),
      );
    assert.deepEqual(over, []);
  });

  test('a kind that is found as a whole is no longer excused', () => {
    const whole = [...notYet.keys()].filter(kind =>
      all.filter(label => label.expect === 'finding' && label.kind === kind).every(isFound),
    );
    assert.deepEqual(whole, []);
  });
});
