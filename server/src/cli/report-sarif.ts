// Findings as SARIF 2.1.0, which code scanning and other programs read.
import { version } from '../../../package.json';
import { fromPath } from '../disk/uris';
import { rules } from '../rules/index';
import type { Rule, Severity } from '../rules/rule';
import { listed, sentence, type Finding, type Report } from './report';
import type { Io } from './io';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'none',
};

/** The folder that paths count from. */
const base = '%SRCROOT%';

export function reportSarif(report: Report, quiet: boolean, io: Io): void {
  const findings = listed(report, quiet);
  const told = rules.filter(({ id }) => findings.some(({ rule }) => rule === id));
  const places = new Map(told.map(({ id }, index) => [id, index]));
  const driver = { name: 'Agentwright', version, rules: told.map(described) };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [base]: { uri: `${fromPath(io.cwd).replace(/\/$/, '')}/` } },
    results: findings.map(finding => result(finding, places.get(finding.rule))),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  io.out(`${JSON.stringify(log, undefined, 2)}\n`);
}

const described = ({ id, summary, why, severity }: Rule) => ({
  id,
  shortDescription: { text: summary },
  fullDescription: { text: why },
  defaultConfiguration: { level: levels[severity] },
});

function result(finding: Finding, ruleIndex: number | undefined) {
  const { path, line, column, endLine, endColumn, severity, rule } = finding;
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: sentence(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri, uriBaseId: base },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}
