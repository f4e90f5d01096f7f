// The collected repositories and the observed verdicts, where they are at hand, and what we say of each repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepFiles } from '../../server/src/disk/files';
import { fromPath } from '../../server/src/disk/uris';
import { facetsRead, lint, type Diagnostic } from '../../server/src/rules/lint';
import { render, type Severity } from '../../server/src/rules/rule';
import { Lines } from '../../server/src/syntax/lines';
import { baseName, join as joinUri, parent, pathBelow } from '../../server/src/workspace/uris';
import { Workspace } from '../../server/src/workspace/workspace';

/** `AGENTWRIGHT_DATA` names the folder that holds `corpus/` and `oracle/`; it usually lies beside the checkout. */
export const dataFolder = process.env.AGENTWRIGHT_DATA ?? join(process.cwd(), '../shared');

export const absent = `skipped: neither AGENTWRIGHT_DATA nor ${dataFolder} holds the collected repositories`;

export const isPresent = (): boolean =>
  existsSync(join(dataFolder, 'corpus')) && existsSync(join(dataFolder, 'oracle'));

/** Marks a suite or test as skipped, with the reason, where the data is absent; reading it all takes its time. */
export function needsCollection(context: Mocha.Context): void {
  context.timeout(300_000);
  if (isPresent()) return;
  console.log(`      ${absent}`);
  context.skip();
}

export const corpusPath = (...parts: readonly string[]): string => join(dataFolder, 'corpus', ...parts);

export const repositories = (): string[] =>
  readdirSync(corpusPath(), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();

export const jsonLines = <T>(...parts: readonly string[]): T[] =>
  linesOf(join(dataFolder, ...parts)).map(line => JSON.parse(line) as T);

export const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean);

export interface ObservedVerdict {
  readonly repo: string;
  readonly path: string;
  readonly kind: string;
  /** Agents and skills: whether a session lists it by its name. */
  readonly loads?: boolean;
  readonly log: readonly string[];
  /** What the program's own validator says. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

export interface Probe {
  readonly id: string;
  readonly kind: 'agent' | 'skill';
  /** What was broken in a good file. */
  readonly broken: string;
  readonly loads: boolean;
  readonly text: string;
}

export const observedVerdicts = (): ObservedVerdict[] => jsonLines<ObservedVerdict>('oracle', 'verdicts.jsonl');
export const probes = (): Probe[] => jsonLines<Probe>('oracle', 'probes.jsonl');

/** A line of a real file that must, or must not, be reported; checked by hand. */
export interface Label {
  readonly repo: string;
  readonly path: string;
  readonly line: number;
  readonly kind: string;
  readonly expect: 'finding' | 'no-error';
  /** How grave a finding is. */
  readonly severity?: string;
  /** How grave what is said of a line without error may be. */
  readonly max_severity?: string;
  /** Other lines on which it may be said. */
  readonly lines_ok?: readonly number[];
}

export const labels = (): Label[] => jsonLines<Label>('corpus', 'labels.jsonl');

/** A repository as the command line reads it, without the user's own folder. */
export interface Reading {
  readonly root: string;
  readonly workspace: Workspace;
  /** What is on disk and read, in order of path. */
  readonly uris: readonly string[];
  readonly text: (uri: string) => string | undefined;
}

/**
 * Reads a repository where it lies. The copies leave files out, but list every path: those exist, too. A skill that is
 * left out is taken for one in order; nothing is said of what is not at hand.
 */
export const openRepository = (repo: string): Promise<Reading> => openCopy(corpusPath(repo));

/** The same for a copy that lies anywhere. */
export async function openCopy(folder: string): Promise<Reading> {
  const workspace = new Workspace({ facets: facetsRead() });
  const files = keepFiles(workspace, () => false, () => Promise.resolve()); // prettier-ignore
  const root = fromPath(folder);
  await files.load([root]);
  const uris = [...workspace.files].map(file => file.uri).sort();
  workspace.apply(leftOut(folder).map(path => standIn(joinUri(root, path))));
  for (let stale = workspace.takeStale(); stale.length > 0; stale = workspace.takeStale()) again(stale);
  return { root, workspace, uris, text: uri => files.text(uri) };

  function again(stale: readonly string[]): void {
    for (const uri of stale) {
      const text = files.text(uri);
      workspace.apply([text === undefined ? standIn(uri) : { uri, text }]);
    }
  }
}

function leftOut(folder: string): string[] {
  const list = join(folder, '.PATHS.txt');
  return existsSync(list) ? linesOf(list).filter(path => !existsSync(join(folder, path))) : [];
}

/** What is taken for a file that a copy leaves out. */
export const standIn = (uri: string): { uri: string; text?: string } =>
  baseName(uri) === 'SKILL.md'
    ? { uri, text: `---\nname: ${baseName(parent(uri))}\ndescription: Left out of this copy.\n---\nText.\n` }
    : { uri };

/** A finding as people and golden lists name it. */
export interface Said {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

/** Every finding of a repository, or of some of its files, hints included, in order of path and place. */
export async function findingsOf(repo: string, wanted?: ReadonlySet<string>): Promise<Said[]> {
  const { root, workspace, uris, text } = await openRepository(repo);
  const said: Said[] = [];
  for (const uri of uris) {
    if (wanted && !wanted.has(pathBelow(uri, root))) continue;
    const found = text(uri);
    if (found === undefined || !workspace.file(uri)) continue;
    const lines = new Lines(found);
    const path = pathBelow(uri, root);
    for (const each of lint(workspace.read(uri, found), workspace)) said.push(saidOf(each, path, lines));
  }
  return said;
}

const saidOf = ({ span, severity, rule, message }: Diagnostic, path: string, lines: Lines): Said => ({
  path,
  line: lines.at(span.start).line + 1,
  rule: rule.id,
  severity,
  message: render(message),
});
