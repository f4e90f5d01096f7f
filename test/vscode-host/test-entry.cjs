// Runs the real test entry in the extension host, then leaves a mark: `passed`, or the error.
// VS Code reports success when the extension host dies during the tests; without the mark, code.mjs does not believe it.
const { writeFileSync } = require('node:fs');

exports.run = async () => {
  try {
    const entry = require(process.env.VSCODE_HOST_TESTS);
    if (typeof entry.run !== 'function') throw new Error(`${process.env.VSCODE_HOST_TESTS} exports no run()`);
    await entry.run();
    writeFileSync(process.env.VSCODE_HOST_FINISHED, 'passed');
  } catch (error) {
    writeFileSync(process.env.VSCODE_HOST_FINISHED, String(error?.stack ?? error));
    throw error;
  }
};
