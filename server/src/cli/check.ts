// `agentwright check`: reads the projects that the paths lie in, and reports on the files below the paths.
import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { keepFiles, type Files } from '../disk/files';
import { fromPath, toPath } from '../disk/uris';
import { facetsRead, lint, type Diagnostic } from '../rules/lint';
import { render, type Severity } from '../rules/rule';
import type { Document } from '../syntax/document';
import { Lines } from '../syntax/lines';
import { isBelow } from '../workspace/uris';
import { Workspace } from '../workspace/workspace';
import { exit, visible, type Io } from './io';
import { reportJson, reportText, type Finding, type Report } from './report';
import { rootsOf } from './roots';

/** Trees of this many characters are kept from the first reading: most repositories are not read twice. */
const room = 128 * 1024 * 1024;

export interface CheckOptions {
  readonly format: 'text' | 'json';
  /** Errors alone. */
  readonly quiet: boolean;
}

export async function check(operands: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const paths = (operands.length > 0 ? operands : ['.']).map(operand => resolve(io.cwd, operand));
  const missing = await filter(paths, async path => (await stat(path).catch(() => undefined)) === undefined);
  if (missing.length > 0) {
    for (const path of missing) io.error(`agentwright: No file or folder \`${visible(shown(path, io))}\`.\n`);
    return exit.usage;
  }
  const home = io.home === undefined ? {} : { home: fromPath(io.home) };
  const workspace = new Workspace({ facets: facetsRead(), keep: room, ...home });
  const files = keepFiles(workspace, () => false, () => Promise.resolve()); // prettier-ignore
  await files.load((await rootsOf(paths, io.home)).map(fromPath));
  const uris = urisBelow(paths, workspace, files);
  const report = judge(uris, workspace, files, io);
  const print = options.format === 'json' ? reportJson : reportText;
  print(report, options.quiet, io);
  return report.findings.some(finding => finding.severity === 'error') ? exit.errors : exit.fine;
}

/** What is read below the paths, in order. A file that is named is read even where git leaves it out. */
function urisBelow(paths: readonly string[], workspace: Workspace, files: Files): string[] {
  const asked = paths.map(fromPath);
  for (const uri of asked) {
    const text = workspace.file(uri) ? undefined : files.text(uri);
    if (text !== undefined) workspace.apply([{ uri, text }]);
  }
  const known = [...workspace.files].map(file => file.uri);
  return known.filter(uri => asked.some(folder => isBelow(uri, folder))).sort();
}

function judge(uris: readonly string[], workspace: Workspace, files: Files, io: Io): Report {
  const findings: Finding[] = [];
  for (const uri of uris) {
    const document = workspace.document(uri) ?? read(uri, workspace, files);
    if (!document) continue;
    const lines = new Lines(document.text);
    const path = shown(toPath(uri) ?? uri, io);
    for (const found of lint(document, workspace)) {
      if (isReported(found.severity)) findings.push(place(found, found.severity, path, lines));
    }
  }
  return { files: uris.length, findings };
}

function read(uri: string, workspace: Workspace, files: Files): Document | undefined {
  const text = files.judged(uri);
  return text === undefined ? undefined : workspace.read(uri, text);
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

/** As people would write it: from the current folder, with slashes. */
const shown = (path: string, { cwd }: Io): string => relative(cwd, path).split(sep).join('/') || '.';

async function filter<T>(items: readonly T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(items.map(keep));
  return items.filter((_, index) => kept[index]);
}
