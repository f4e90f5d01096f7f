// Findings as workflow commands of GitHub Actions, which shows them in the files that a pull request changes.
import { resolve } from 'node:path';
import { listed, sentence, type Finding, type Report } from './report';
import { visible, type Io } from './io';

const commands = { error: 'error', warning: 'warning', information: 'notice' } as const;

/** Facts: GitHub documentation, "Workflow commands", and the program that runs them (actions/runner), which makes an absolute path
 * one of the checkout, wherever the step runs. What stands behind `::` is all that the log shows, so it names the place as well. */
export function reportGithub(report: Report, quiet: boolean, io: Io): void {
  const lines = listed(report, quiet).map(finding => {
    const { path, line, column, endLine, severity, rule } = finding;
    const properties = [
      ['file', resolve(io.cwd, path)],
      ['line', String(line)],
      ['endLine', String(endLine)],
      // Columns are of one line alone.
      ...(line === endLine ? [['col', String(column)]] : []),
      ['title', `Agentwright: ${rule}`],
    ];
    const written = properties.map(([key, value]) => `${key}=${property(value!)}`).join(',');
    return `::${commands[severity]} ${written}::${data(told(finding))}\n`;
  });
  io.out(lines.join(''));
}

const told = (finding: Finding): string =>
  visible(`${finding.path}:${finding.line}:${finding.column} ${sentence(finding)}`);

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
