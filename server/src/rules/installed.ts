// Where agents, skills and commands lie that Claude Code reads, and where those that are to be installed.
import type { Workspace } from '../workspace/workspace';

/** Whether a file lies in a `.claude` folder. */
export const isInstalled = (uri: string): boolean => uri.includes('/.claude/');

/** Whether Claude Code reads a file where it lies, if it reads such at all. */
export const isLoaded = (uri: string, workspace: Workspace): boolean =>
  isInstalled(uri) || workspace.plugin(uri) !== undefined;

/** Whether a file lies in the folder of a tool other than Claude Code, such as `.agent/skills`. */
export const isForOthers = (uri: string): boolean =>
  /\/\.(?!claude(?:-plugin)?\/)[a-z][\w-]*\//.test(uri) && !isInstalled(uri);

/** The folder around the innermost `agents`, `commands` or `skills` of a path: what lies in it is installed together. Undefined where there is none. */
export function collectionOf(path: string, kind: 'agents' | 'commands' | 'skills'): string | undefined {
  const at = path.lastIndexOf(`/${kind}/`);
  return at < 0 ? undefined : path.slice(0, at);
}
