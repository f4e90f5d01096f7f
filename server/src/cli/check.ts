// `agentwright check`: reads the projects that the paths lie in, and reports on the files below the paths.
import { lint, type Diagnostic } from '../rules/lint';
import { render, type Severity } from '../rules/rule';
import { Lines } from '../syntax/lines';
import { exit, type Io } from './io';
import { documentOf, openProjects, shownUri, type Projects } from './projects';
import { reportJson, reportText, type Finding, type Report } from './report';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  /** Errors alone. */
  readonly quiet: boolean;
}

export async function check(operands: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const projects = await openProjects(operands, io);
  if (!projects) return exit.usage;
  const report = judge(projects, io);
  const print = options.format === 'json' ? reportJson : reportText;
  print(report, options.quiet, io);
  return report.findings.some(finding => finding.severity === 'error') ? exit.errors : exit.fine;
}

function judge(projects: Projects, io: Io): Report {
  const { uris, workspace } = projects;
  const findings: Finding[] = [];
  for (const uri of uris) {
    const document = documentOf(projects, uri);
    if (!document) continue;
    const lines = new Lines(document.text);
    const path = shownUri(uri, io);
    for (const found of lint(document, workspace)) {
      if (isReported(found.severity)) findings.push(place(found, found.severity, path, lines));
    }
  }
  return { files: uris.length, findings };
}

/** A hint is faded text in an editor, and nothing that a terminal could show. */
const isReported = (severity: Severity): severity is Finding['severity'] => severity !== 'hint';

function place(found: Diagnostic, severity: Finding['severity'], path: string, lines: Lines): Finding {
  const start = lines.at(found.span.start);
  const end = lines.at(found.span.end);
  return {
    path,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    severity,
    rule: found.rule.id,
    message: render(found.message),
  };
}
