// Loaded into a program before it starts: writes down, as it ends, the processor time of all its threads.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.AGENTWRIGHT_BENCH_PROCESSOR, String((user + system) / 1e6));
});
