// A mocha reporter that writes what happens to the file named in VSCODE_TEST_RESULT, one JSON object a line, at once:
// so a run that crashes or hangs still tells which test it was in.
const { appendFileSync } = require('node:fs');

const write = event => appendFileSync(process.env.VSCODE_TEST_RESULT, JSON.stringify(event) + '\n');

module.exports = function reporter(runner) {
  runner.on('test', test => write({ begin: test.fullTitle() }));
  runner.on('pass', test => write({ pass: test.fullTitle() }));
  runner.on('pending', test => write({ skip: test.fullTitle() }));
  runner.on('fail', (test, error) => write({ fail: test.fullTitle(), error: describe(error) }));
  runner.on('end', () => write({ end: true }));
};

/** With both sides where there are two: the message of an assertion on long texts is cut. */
function describe(error) {
  const text = error?.stack ?? String(error);
  const { actual, expected } = error ?? {};
  if (typeof actual !== 'string' || typeof expected !== 'string' || !/\n/.test(actual + expected)) return text;
  return `${text}\n--- expected\n${expected}\n--- actual\n${actual}`;
}
