// The validator's word on each collected manifest, and where we report an error and it does not, or the other way round.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Manifest {
  readonly name: string;
  readonly ok: boolean;
}

export function manifests(): Manifest[] {
  const lines = readFileSync(join(process.cwd(), 'test/corpus/manifests.txt'), 'utf8').split('\n');
  return lines.flatMap(line => {
    const match = /^(accepted|rejected) (.+)$/.exec(line);
    return match ? [{ name: match[2]!, ok: match[1] === 'accepted' }] : [];
  });
}

/** The manifests on which we and the validator differ, by the names of the files that we report an error of. */
export const manifestsApart = (reported: ReadonlySet<string>): Manifest[] =>
  manifests().filter(({ name, ok }) => ok === reported.has(name));
