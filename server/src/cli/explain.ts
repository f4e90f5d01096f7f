// `agentwright explain` and `agentwright rules`: the manual, from the rules themselves.
import { rules } from '../rules/index';
import { nearest } from '../rules/nearest';
import type { Rule } from '../rules/rule';
import { filesOf, underlined, type ExampleFile } from './examples';
import { exit, visible, type Io } from './io';

export function explain(id: string, io: Io): number {
  const rule = rules.find(each => each.id === id);
  if (rule) {
    io.out(page(rule));
    return exit.fine;
  }
  const meant = nearest(id, rules.map(each => each.id), 1)[0]; // prettier-ignore
  const hint = meant === undefined ? 'See: agentwright rules' : `Did you mean ${meant}?`;
  io.error(`agentwright: There is no rule ${visible(id)}. ${hint}\n`);
  return exit.usage;
}

/** One line a rule, in columns. */
export function listRules(io: Io): number {
  const width = Math.max(0, ...rules.map(rule => rule.id.length));
  const line = ({ id, severity, summary }: Rule): string =>
    `${id.padEnd(width)}  ${severity.padEnd('information'.length)}  ${summary}\n`;
  io.out([...rules].sort((a, b) => (a.id < b.id ? -1 : 1)).map(line).join('')); // prettier-ignore
  return exit.fine;
}

function page(rule: Rule): string {
  const examples = rule.examples.flatMap(({ bad, good }) => [
    `Reported:\n\n${shown(filesOf(bad))}`,
    ...(good === undefined ? [] : [`Right:\n\n${shown(filesOf(good))}`]),
  ]);
  const off = rule.off ? ', off unless `agentwright.json` turns it on' : '';
  const head = [`${rule.id} (${rule.severity}${off})`, rule.summary, rule.why, `Source: ${rule.source}`];
  return `${[...head, ...examples].join('\n\n')}\n`;
}

const shown = (files: readonly ExampleFile[]): string =>
  files
    .map(file => [`${file.path}:`, ...underlined(file).split('\n')].map(line => `  ${line}`.trimEnd()).join('\n'))
    .join('\n\n');
