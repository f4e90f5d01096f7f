// The agents, skills and commands of the whole workspace, found by some letters of their names.
import type { FileRecord, Workspace } from '../workspace/workspace';
import { itemOf, type Item } from './items';

/** More than anybody reads; editors ask again with the next letter. */
const most = 1000;

/** Those whose names hold the letters of the query in their order, the closest first; all for an empty query. Each file
 * is told once, by the name that people know it by. */
export function workspaceSymbols(workspace: Workspace, query: string): Item[] {
  const letters = query.replace(/\s+/g, '').toLowerCase();
  const found: Found[] = [];
  for (const record of workspace.files) {
    const name = record.definitions[0]?.name;
    const distance = name === undefined ? undefined : distanceOf(name.toLowerCase(), letters);
    if (name !== undefined && distance !== undefined) found.push({ record, name, distance });
  }
  found.sort((a, b) => a.distance - b.distance || compare(a.name, b.name) || compare(a.record.uri, b.record.uri));
  return found.slice(0, most).map(({ record }) => itemOf(workspace, record));
}

interface Found {
  readonly record: FileRecord;
  readonly name: string;
  readonly distance: number;
}

/** 0 for the name itself, then beginnings, parts, and letters that stand apart; undefined where one is missing. */
function distanceOf(name: string, letters: string): number | undefined {
  if (name === letters) return 0;
  const index = name.indexOf(letters);
  if (index >= 0) return index === 0 ? 1 : 2;
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return undefined;
  }
  return 3;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
