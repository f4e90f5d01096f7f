// Findings as text for people and editors, and as JSON for programs.
import { many, visible, type Io } from './io';

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
}

export interface Report {
  /** How many files were looked at. */
  readonly files: number;
  readonly findings: readonly Finding[];
}

/** One line a finding, `path:line:column severity rule message`, and a summary that does not disturb a pipe. */
export function reportText(report: Report, quiet: boolean, io: Io): void {
  const lines = listed(report, quiet).map(
    ({ path, line, column, severity, rule, message }) =>
      `${visible(path)}:${line}:${column} ${severity} ${rule} ${visible(message)}\n`,
  );
  if (lines.length > 0) io.out(lines.join(''));
  if (quiet) return;
  const { files, errors, warnings, information } = summary(report);
  const found = `${many(errors, 'error')}, ${many(warnings, 'warning')}, ${information} information`;
  io.error(`${many(files, 'file')} checked: ${found}.\n`);
}

/** The summary counts what `--quiet` leaves out, too. */
export function reportJson(report: Report, quiet: boolean, io: Io): void {
  const output = { version: 1, findings: listed(report, quiet), summary: summary(report) };
  io.out(`${JSON.stringify(output, undefined, 2)}\n`);
}

const listed = ({ findings }: Report, quiet: boolean): readonly Finding[] =>
  quiet ? findings.filter(finding => finding.severity === 'error') : findings;

function summary({ files, findings }: Report) {
  const count = (severity: Finding['severity']): number => findings.filter(f => f.severity === severity).length;
  return { files, errors: count('error'), warnings: count('warning'), information: count('information') };
}
