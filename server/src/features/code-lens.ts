// What stands above an agent, a skill or a command: how many agents use it, and how many files name it.
import type { Workspace } from '../workspace/workspace';
import { count } from './markdown';
import { usersOf } from './users';

export interface Usage {
  /** `used by 44 agents · named in 62 files`. */
  readonly title: string;
  /** How many files name it. */
  readonly files: number;
}

/** Whether a file defines something that others can name. */
export const hasUsage = (workspace: Workspace, uri: string): boolean =>
  (workspace.file(uri)?.definitions.length ?? 0) > 0;

/** Counts from what is kept of the files that name it: none is read. */
export function usage(workspace: Workspace, uri: string): Usage {
  const users = [...usersOf(workspace, uri).keys()];
  const agents = users.filter(user => workspace.role(user) === 'agent').length;
  const parts = [
    ...(agents > 0 ? [`used by ${counted(agents, 'agent')}`] : []),
    // Where agents alone name it, the second number would say the same again.
    ...(users.length > agents ? [`named in ${counted(users.length, 'file')}`] : []),
  ];
  // Not «not used»: a person may call it, and Claude Code may choose it by its description.
  return { title: parts.length > 0 ? parts.join(' · ') : 'named in no other file', files: users.length };
}

const counted = (number: number, word: string): string => `${count(number)} ${word}${number === 1 ? '' : 's'}`;
