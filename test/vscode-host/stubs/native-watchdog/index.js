// Stands in for VS Code's native watchdog, which would have to be compiled: ends the process once its parent is gone.
exports.start = pid => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, 2000).unref();
};
exports.exit = code => process.exit(code);
