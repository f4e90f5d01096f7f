// What lies beside the file that a test of completion is about: two skills, an agent, a server and a memory file.
import { agent, file, skill } from './fixture';

const servers = `${file('.mcp.json', '{"mcpServers":{"github":{}}}')}\n`;
const memory = file('.claude/context/memory/learnings.md', 'x\n');

export const beside = skill('tdd') + skill('debugging') + agent('reviewer') + servers + memory;
