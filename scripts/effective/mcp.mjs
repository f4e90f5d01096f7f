// An MCP server with the tools that its arguments name, and nothing behind them: for probes of `mcp__` names.
import { createInterface } from 'node:readline';

const tools = process.argv.slice(2).map(name => ({ name, description: name, inputSchema: { type: 'object' } }));
const answers = {
  initialize: ({ protocolVersion }) => ({
    protocolVersion,
    capabilities: { tools: {} },
    serverInfo: { name: 'none', version: '0' },
  }),
  'tools/list': () => ({ tools }),
};
createInterface({ input: process.stdin }).on('line', line => {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) return;
  console.log(JSON.stringify({ jsonrpc: '2.0', id, result: answers[method]?.(params) ?? {} }));
});
