// Whether every reader of front matter gets the same from two texts, whatever the order of the keys.
import type { Data } from '../syntax/data';
import { readAsGrayMatter } from '../syntax/graymatter';
import { readAsClaude, sameData } from '../workspace/loader';

/** Whether strict loaders, Claude Code and those built on gray-matter read both, and the same data and body. */
export function readAlike(before: string, after: string): boolean {
  const [old, now] = [readAsClaude(before), readAsClaude(after)];
  if (old.state !== 'read' || now.state !== 'read' || old.quoted || now.quoted) return false;
  if (!sameData(inOrder(old.data), inOrder(now.data)) || before.slice(old.end) !== after.slice(now.end)) return false;
  const [one, other] = [readAsGrayMatter(before), readAsGrayMatter(after)];
  return one.reads && other.reads && before.slice(one.bodyStart) === after.slice(other.bodyStart);
}

/** No reader goes by the order of the keys at the top. */
function inOrder(data: Data | undefined): Data | undefined {
  if (data?.is !== 'map') return data;
  const entries = [...data.entries].sort((a, b) => (a.key.text < b.key.text ? -1 : 1));
  return { ...data, entries };
}
