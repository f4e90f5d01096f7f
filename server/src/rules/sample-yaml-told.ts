// What is told of YAML in a code block that tabs indent, or that lacks a mark.
import type { Document } from '../syntax/document';
import { shift } from '../syntax/span';
import { say, type Finding, type Message } from './rule';
import { tabSlips } from './sample-tabs';
import { yamlSlips, type YamlSlip } from './sample-yaml';

export function inYaml(document: Document, from: number, written: string): Finding | undefined {
  const { uri } = document;
  const slips = tabSlips(written);
  const [first] = slips;
  if (!first) return ofMark(document, from, yamlSlips(written));
  const edits = slips.map(({ span, instead }) => ({ uri, span: shift(span, from), text: instead }));
  return {
    span: shift(first.span, from),
    message: say('YAML is indented with spaces, never with tabs, so what is copied from here cannot be read.'),
    fixes: () => [{ title: say('Indent with spaces'), edits, safe: false, preferred: true }],
  };
}

const ofYaml: Readonly<Record<Exclude<YamlSlip['what'], 'alone'>, string>> = {
  quote: 'a quote is never closed',
  bracket: 'a bracket is never closed',
  colon: 'no space stands after the colon of a key',
  margin: 'a key stands at the margin of none above it',
};

function ofMark({ uri }: Document, from: number, slips: readonly YamlSlip[]): Finding | undefined {
  const [slip] = slips;
  if (!slip) return undefined;
  return {
    span: shift(slip.span, from),
    message:
      slip.what === 'alone'
        ? say('Without a space after the colon, this is one word and not a key, also where it is copied to.')
        : say('This is not valid YAML ({0}), so what is copied from here cannot be read.', ofYaml[slip.what]),
    fixes: () =>
      slips.map(({ edit, instead, what }) => ({
        title: yamlTitle(what, instead),
        edits: [{ uri, span: shift(edit, from), text: instead }],
        safe: false,
        ...(slips.length === 1 ? { preferred: true as const } : {}),
      })),
  };
}

function yamlTitle(what: YamlSlip['what'], instead: string): Message {
  if (what === 'margin') return say('Indent it by {0} spaces', String(instead.length));
  return say('Insert `{0}`', instead === ' ' ? ': ' : instead);
}
