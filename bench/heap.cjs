// Loaded into a server before it starts: collects its garbage and writes down what is left, each time a file asks for it.
const { existsSync, renameSync, unlinkSync, writeFileSync } = require('node:fs');

const path = process.env.AGENTWRIGHT_BENCH_HEAP;
setInterval(() => {
  if (!existsSync(`${path}.ask`)) return;
  unlinkSync(`${path}.ask`);
  for (let n = 0; n < 3; n++) globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  writeFileSync(`${path}.part`, JSON.stringify({ heap: heapUsed + external, resident: rss }));
  renameSync(`${path}.part`, path);
}, 50).unref();
