// `agentwright explain` and `agentwright rules`: the manual, from the rules themselves.
import { rules } from '../rules/index';
import { nearest } from '../rules/nearest';
import type { Rule } from '../rules/rule';
import { inManualOrder, underlined, type ExampleFile, type ShownExample } from './examples';
import { exit, many, visible, type Io } from './io';

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

/** More would push what the rule is about out of the window. */
const mostExamples = 3;

function page(rule: Rule): string {
  const all = inManualOrder(rule.examples);
  const isSilent = ([first]: readonly ShownExample[]): boolean => first?.heading === 'Not reported';
  const few = [all.filter(each => !isSilent(each)), all.filter(isSilent)].flatMap(each => each.slice(0, mostExamples));
  const examples = few.flat().map(({ heading, files }) => `${heading}:\n\n${shown(files)}`);
  const left = all.length - few.length;
  const off = rule.off ? ', off unless `agentwright.json` turns it on' : '';
  const head = [`${rule.id} (${rule.severity}${off})`, rule.summary, rule.why, `Source: ${rule.source}`];
  const more =
    left > 0 ? [`${many(left, 'more example')}: docs/rules/${rule.id}.md in the folder of Agentwright.`] : [];
  return `${[...head, ...examples, ...more].join('\n\n')}\n`;
}

const shown = (files: readonly ExampleFile[]): string =>
  files
    .map(file => [`${file.path}:`, ...underlined(file).split('\n')].map(line => `  ${line}`.trimEnd()).join('\n'))
    .join('\n\n');
