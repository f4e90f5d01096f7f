// `agentwright check`: reads the projects that the paths lie in, and reports on the files below the paths.
import { safeFix } from '../features/fixes';
import { lint, type Diagnostic } from '../rules/lint';
import { nearest } from '../rules/nearest';
import { render, type Fix, type Severity } from '../rules/rule';
import type { Document } from '../syntax/document';
import { Lines } from '../syntax/lines';
import { sameSpan } from '../syntax/span';
import { exit, many, visible, type Io } from './io';
import { documentOf, openProjects, shownUri, type Projects } from './projects';
import { reportJson, reportText, summary, type Finding, type Report } from './report';
import { reportGithub } from './report-github';
import { reportSarif } from './report-sarif';

export interface CheckOptions {
  readonly format: CheckFormat;
  /** Errors alone. */
  readonly quiet: boolean;
  /** More warnings than these make the exit code that of errors. */
  readonly maxWarnings: number;
}

export const checkFormats = ['text', 'json', 'github', 'sarif'] as const;
export type CheckFormat = (typeof checkFormats)[number];

const reports = { text: reportText, json: reportJson, github: reportGithub, sarif: reportSarif } as const;

export async function check(operands: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const projects = await openProjects(operands, io);
  if (!projects) return exit.usage;
  const report = judge(projects, io);
  if (report.files === 0) tellNothingHere(operands, projects, io);
  if (report.files > 0 || options.format !== 'text') reports[options.format](report, options.quiet, io);
  // A pipeline with a wrong path would be green for ever.
  if (report.files === 0) return exit.usage;
  const { errors, warnings } = summary(report);
  const tooMany = warnings > options.maxWarnings;
  if (tooMany) {
    const are = warnings === 1 ? 'is' : 'are';
    io.error(`agentwright: ${many(warnings, 'warning')} ${are} more than --max-warnings ${options.maxWarnings}.\n`);
  }
  return errors > 0 || tooMany ? exit.errors : exit.fine;
}

function tellNothingHere(operands: readonly string[], { asked, workspace }: Projects, io: Io): void {
  const places = (operands.length > 0 ? operands : ['.']).map(operand => `\`${visible(operand)}\``).join(', ');
  if (asked.every(uri => workspace.existence(`${uri}/`) === 'unknown')) {
    const why = 'git leaves it out, or nobody looks into such folders. Name the files themselves';
    io.error(`agentwright: Nothing is looked for in ${places}: ${why}.\n`);
    return;
  }
  const what = 'no agents, skills or other files that Agentwright reads';
  io.error(`agentwright: There is nothing to check in ${places}: ${what}.\n`);
}

function judge(projects: Projects, io: Io): Report {
  const { uris, workspace } = projects;
  const findings: Finding[] = [];
  let fixable = 0;
  for (const uri of uris) {
    const document = documentOf(projects, uri);
    if (!document) continue;
    const lines = new Lines(document.text);
    const path = shownUri(uri, io);
    for (const found of lint(document, workspace)) {
      if (!isReported(found.severity)) continue;
      const fixes = found.fixes?.(other => documentOf(projects, other)) ?? [];
      // What the repository as a whole says is left to whoever reads it.
      if (found.rule.reach !== 'repository' && safeFix(fixes, document)) fixable++;
      const fix = bestOf(fixes, found, document);
      const title = fix && render(fix.title);
      findings.push({ ...place(found, found.severity, path, lines), ...(title !== undefined && { fix: title }) });
    }
  }
  return { files: uris.length, findings, fixable };
}

/** A hint is faded text in an editor, and nothing that a terminal could show. */
const isReported = (severity: Severity): severity is Finding['severity'] => severity !== 'hint';

/** The one right fix, or the likeliest word in place of the one that is told of. What takes something away or makes a file for
 * somebody to fill is a choice, which a report does not make. */
function bestOf(fixes: readonly Fix[], { span }: Diagnostic, { text }: Document): Fix | undefined {
  const best = fixes.find(({ preferred }) => preferred);
  if (best) return best;
  const inPlace = fixes.flatMap(fix => {
    const [edit, another] = fix.edits;
    const isInPlace = edit && !another && 'span' in edit && edit.text !== '' && sameSpan(edit.span, span);
    return isInPlace ? [{ fix, by: edit.text }] : [];
  });
  // Of all the words that a key takes the first is no likelier than the others.
  const written = text.slice(span.start, span.end);
  return (inPlace.length < 2 ? inPlace[0] : inPlace.find(({ by }) => nearest(written, [by]).length > 0))?.fix;
}

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
