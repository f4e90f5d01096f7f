// A key that stands for another one that is missing beside it: another tool's word for it, or a slip of the pen.
import type { DataMap, Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { isPlural, isSlipOf } from './slip';
import { say, type Fix } from './rule';

/** What others call the keys of hooks and servers. */
const words: Readonly<Record<string, readonly string[]>> = {
  command: ['cmd', 'script', 'run', 'exec', 'executable', 'shell_command'],
  url: ['serverUrl', 'httpUrl', 'server_url', 'uri', 'endpoint', 'address'],
  prompt: ['text', 'instruction', 'instructions'],
};

/** The entry that says under another name what a missing key should say. `known` keys mean themselves. */
export function insteadOf(map: DataMap, key: string, known: readonly string[]): Entry | undefined {
  return map.entries.find(({ key: { text }, value }) => {
    if (known.includes(text)) return false;
    return (
      isSlipOf(text, key) || isPlural(text, key) || (value?.is === 'scalar' && words[key]?.includes(text) === true)
    );
  });
}

export const renaming = ({ uri }: Document, { key }: Entry, to: string): Fix => ({
  title: say('Rename to `{0}`', to),
  edits: [{ uri, span: key.span, text: to }],
  safe: false,
  preferred: true,
});
