// Findings as text for people and editors, and as JSON for programs.
import { many, paintOf, visible, type Io } from './io';

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Finding {
  /** From the current folder, with slashes. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: 'error' | 'warning' | 'information';
  readonly rule: string;
  readonly message: string;
  /** What mends it, in the imperative: the one right answer, else the likeliest word in place of the one that is told of. */
  readonly fix?: string;
}

export interface Report {
  /** How many files were looked at. */
  readonly files: number;
  readonly findings: readonly Finding[];
  /** How many of them `agentwright fix` mends. */
  readonly fixable: number;
}

/** One line a finding, `path:line:column severity rule message` with the fix behind it, and a summary that does not disturb a pipe. */
export function reportText(report: Report, quiet: boolean, io: Io): void {
  const paint = paintOf(io);
  const lines = listed(report, quiet).map(finding => {
    const { path, line, column, severity, rule } = finding;
    const place = paint('bold', `${visible(path)}:${line}:${column}`);
    return `${place} ${paint(severity, severity)} ${paint('faint', rule)} ${visible(sentence(finding))}\n`;
  });
  if (lines.length > 0) io.out(lines.join(''));
  if (quiet) return;
  const { files, errors, warnings, information, fixable } = summary(report);
  const found = `${many(errors, 'error')}, ${many(warnings, 'warning')}, ${many(information, 'informational finding')}`;
  const mended = fixable === 0 ? '' : ` \`agentwright fix\` mends ${fixable} of them.`;
  io.error(`${many(files, 'file')} checked: ${found}.${mended}\n`);
}

/** The summary counts what `--quiet` leaves out, too. */
export function reportJson(report: Report, quiet: boolean, io: Io): void {
  const output = { version: 1, findings: listed(report, quiet), summary: summary(report) };
  io.out(`${JSON.stringify(output, undefined, 2)}\n`);
}

/** What is wrong, and what mends it. */
export const sentence = ({ message, fix }: Finding): string => message + (fix === undefined ? '' : ` Fix: ${fix}`);

export const listed = ({ findings }: Report, quiet: boolean): readonly Finding[] =>
  quiet ? findings.filter(finding => finding.severity === 'error') : findings;

export function summary({ files, findings, fixable }: Report) {
  const count = (severity: Finding['severity']): number => findings.filter(f => f.severity === severity).length;
  return { files, errors: count('error'), warnings: count('warning'), information: count('information'), fixable };
}
