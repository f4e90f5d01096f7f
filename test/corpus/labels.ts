// The hand-checked lines beside what is said there, for the tests and the proof.
import { findingsOf, labels, type Label, type Said } from '../support/collection';

/** Kinds of defects that no rule finds as a whole yet, each with the reason. */
export const notYet: ReadonlyMap<string, string> = new Map([
  ['missing-description', "the one file is another tool's agent, whose facts are not here yet"],
  ['agent-ref-unresolved', 'prose is judged only where the name of the agent is marked as one'],
  ['path-missing', 'paths outside the folders of skills are right too rarely to be reported'],
]);

/** From the lightest; the labels say `info` for short. */
const grave = ['none', 'hint', 'info', 'warning', 'error'];
const gravity = (severity: string): number => grave.indexOf(severity === 'information' ? 'info' : severity);

export interface Checked {
  readonly label: Label;
  /** Whether anything is said on one of its lines. */
  readonly found: boolean;
  /** What is said of a line without error, and is graver than it may be. */
  readonly over: readonly Said[];
}

/** Every label with what is said of it. */
export async function checkedLabels(): Promise<Checked[]> {
  const all = labels();
  const said = new Map<string, readonly Said[]>();
  for (const repo of new Set(all.map(label => label.repo))) {
    const looked = all.filter(label => label.repo === repo).map(label => label.path);
    said.set(repo, await findingsOf(repo, new Set(looked)));
  }
  return all.map(label => {
    const there = (lines: readonly number[]): Said[] =>
      said.get(label.repo)!.filter(({ path, line }) => path === label.path && lines.includes(line));
    const found = there([label.line, ...(label.lines_ok ?? [])]).length > 0;
    // Hints fade words in the editor and are no finding in a list.
    const over = there([label.line])
      .filter(({ severity }) => severity !== 'hint')
      .filter(({ severity }) => gravity(severity) > gravity(label.max_severity ?? 'none'));
    return { label, found, over: label.expect === 'no-error' ? over : [] };
  });
}
