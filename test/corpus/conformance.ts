// Our verdicts and our classification beside what the real program was observed to do with the same files.
import { readFileSync } from 'node:fs';
import { parse } from '../../server/src/syntax/parse';
import { join } from '../../server/src/workspace/uris';
import { judge } from '../../server/src/workspace/verdict';
import { corpusPath, observedVerdicts, openRepository, probes, repositories } from '../support/collection';

type Judged = 'agent' | 'skill';

export interface Agreement {
  readonly what: string;
  readonly asked: number;
  /** Where we say something else, and why. */
  readonly wrong: readonly string[];
}

/** What we say of agents and skills, real ones and broken ones, each kind by itself. */
export function agreements(): Agreement[] {
  const kinds: readonly Judged[] = ['agent', 'skill'];
  const real = observedVerdicts();
  const broken = probes();
  return kinds.flatMap(kind => [
    agreement(
      `real ${kind}s`,
      real
        .filter(each => each.kind === kind && each.loads !== undefined)
        .map(({ repo, path, loads }) => ({
          name: `${repo}/${path}`,
          loads: loads === true,
          kind,
          text: readFileSync(corpusPath(repo, path), 'utf8'),
        })),
    ),
    agreement(
      `broken ${kind}s`,
      broken
        .filter(each => each.kind === kind)
        .map(({ id, broken: how, loads, text }) => ({
          name: `${id} (${how})`,
          loads: askedAgain.get(id) ?? loads,
          kind,
          text,
        })),
    ),
  ]);
}

/** Answers that were wrong, since the name was sought at the beginning of a line: with a tab before every key Claude Code 2.1.330
 * lists the agent (29 November 2026). */
const askedAgain: ReadonlyMap<string, boolean> = new Map([['qt5', true]]);

export interface Asked {
  readonly name: string;
  readonly kind: Judged;
  readonly loads: boolean;
  readonly text: string;
}

export function agreement(what: string, files: readonly Asked[]): Agreement {
  const wrong = files.flatMap(({ name, kind, loads, text }) => {
    const verdict = judge(parse('file:///a.md', 'markdown', text), kind);
    if (verdict.listed === loads) return [];
    const because = verdict.reasons.map(reason => reason.cause).join(', ') || 'no objection';
    return [`${name}: listed ${loads}, we say ${verdict.listed} (${because})`];
  });
  return { what, asked: files.length, wrong };
}

/** Kinds that were observed without an answer whether a session lists them. */
export const notJudged = (): string[] => {
  const silent = observedVerdicts().filter(each => each.loads === undefined);
  return [...new Set(silent.map(each => each.kind))].map(
    kind => `${silent.filter(each => each.kind === kind).length} ${kind}s`,
  );
};

export interface Classification {
  readonly kind: string;
  readonly asked: number;
  /** Files that we know for another tool's, by the name that it gives its agents; the program was asked about them all the same. */
  readonly foreign: number;
  /** Files of this kind that we take for something else. */
  readonly wrong: readonly string[];
}

/** What the workspace takes each observed file for. */
export async function classification(): Promise<Classification[]> {
  const files = observedVerdicts();
  const other: { kind: string; role: string; name: string }[] = [];
  for (const repo of repositories()) {
    const own = files.filter(each => each.repo === repo);
    if (own.length === 0) continue;
    const { root, workspace } = await openRepository(repo);
    for (const { path, kind } of own) {
      const role = workspace.role(join(root, path));
      if (role !== kind) other.push({ kind, role, name: `${repo}/${path}: ${role}` });
    }
  }
  return ['agent', 'command', 'skill'].map(kind => {
    const ours = other.filter(each => each.kind === kind);
    return {
      kind,
      asked: files.filter(each => each.kind === kind).length,
      foreign: ours.filter(each => each.role === 'foreign').length,
      wrong: ours.filter(each => each.role !== 'foreign').map(each => each.name),
    };
  });
}
