// A key that stands for another one that is missing beside it: another tool's word for it, or a slip of the pen.
import type { Data, DataMap, Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { isPlural, isSlipOf } from './slip';
import { say, type Fix } from './rule';

type Form = Data['is'];

/** What others call the keys of hooks, servers and plugins, and what stands under them. */
const words: Readonly<Record<string, { readonly is: readonly Form[]; readonly of: readonly string[] }>> = {
  command: {
    is: ['scalar'],
    of: ['cmd', 'script', 'run', 'exec', 'executable', 'shell_command', 'commandLine', 'command_line', 'bash'],
  },
  url: { is: ['scalar'], of: ['serverUrl', 'httpUrl', 'server_url', 'uri', 'endpoint', 'address'] },
  prompt: { is: ['scalar'], of: ['text', 'instruction', 'instructions'] },
  hooks: { is: ['list'], of: ['commands', 'handlers', 'actions'] },
  mcpServers: { is: ['map'], of: ['servers', 'mcp', 'context_servers'] },
  source: { is: ['scalar', 'map'], of: ['path', 'src', 'location'] },
  name: { is: ['scalar'], of: ['id', 'slug'] },
  repo: { is: ['scalar'], of: ['repository', 'slug'] },
  path: { is: ['scalar'], of: ['subdir', 'subdirectory', 'dir', 'directory', 'folder', 'subPath'] },
  owner: { is: ['map'], of: ['author', 'maintainer'] },
};

/** The entry that says under another name what a missing key should say. `known` keys mean themselves. */
export function insteadOf(map: DataMap, key: string, known: readonly string[]): Entry | undefined {
  const others = words[key];
  return map.entries.find(({ key: { text }, value }) => {
    if (known.includes(text)) return false;
    if (isSlipOf(text, key) || isPlural(text, key)) return true;
    // Which of several sorts a place is stands for none.
    if (key === 'source' && value?.is !== 'map' && map.entries.some(each => each.key.text === 'url')) return false;
    return value !== undefined && others?.is.includes(value.is) === true && others.of.includes(text);
  });
}

export const renaming = ({ uri }: Document, { key }: Entry, to: string): Fix => ({
  title: say('Rename to `{0}`', to),
  edits: [{ uri, span: key.span, text: to }],
  safe: false,
  preferred: true,
});
