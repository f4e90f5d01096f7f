// Show Log: the output channel.
import type { Command } from './command';

export const showLog: Command = {
  id: 'agentwright.showLog',
  run: ({ log }) => log.show(),
};
