// Refresh: asks for both trees again.
import type { Command } from './command';

export const refresh: Command = {
  id: 'agentwright.refresh',
  async run({ trees }) {
    await trees.refresh();
  },
};
