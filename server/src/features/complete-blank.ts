// The whole front matter, where a file has nothing yet or only the fence that begins it.
import type { Document } from '../syntax/document';
import type { Schema } from '../workspace/schema';
import { baseName, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Completion } from './completion';
import { create } from './create';

/** Nothing but blanks and the fence that begins, perhaps also the one that ends. */
const blank = /^(-{0,3})[ \t]*(?:\r?\n\s*(---[ \t]*\s*)?)?$/;

export function completeBlank(
  workspace: Workspace,
  document: Document,
  schema: Schema | undefined,
  offset: number,
): Completion[] {
  const { text, uri, language } = document;
  const written = language === 'markdown' && text.length < 200 ? blank.exec(text) : null;
  const lines = written && schema && linesOf(schema, workspace, uri);
  if (!lines) return [];
  const [, fence = '', closing] = written;
  // On the first line it takes the place of the fence; below, it stands behind one that is whole.
  const opens = !text.slice(0, offset).includes('\n');
  if (opens ? closing !== undefined : fence !== '---') return [];
  if (closing !== undefined && offset >= text.length - closing.length) return [];
  const whole = (write: (line: Line, index: number) => string, end: string): string =>
    [...(opens ? ['---'] : []), ...lines.map(write), ...(closing === undefined ? ['---', '', end] : [])].join('\n');
  const plain = whole(({ begin, value }) => begin + value, '');
  return [
    {
      label: 'Front matter',
      kind: 'snippet',
      span: opens ? { start: 0, end: Math.max(fence.length, offset) } : { start: offset, end: offset },
      text: plain,
      snippet: whole((line, index) => line.begin + placeholder(line, index + 1), closing === undefined ? '$0' : ''),
      detail: lines.flatMap(({ begin }) => /^[\w-]+(?=:)/.exec(begin) ?? []).join(', '),
      documentation: () => `\`\`\`yaml\n${plain.trimEnd()}\n\`\`\``,
      sortText: '0',
      ...(opens && { filter: '---' }),
    },
  ];
}

/** A line: how it begins, and the value that is written over. */
interface Line {
  readonly begin: string;
  readonly value: string;
}

/** The name is right as it is. */
function placeholder({ begin, value }: Line, stop: number): string {
  const shown = value.replace(/[\\$}]/g, '\\$&');
  return begin === 'name: ' || value === '' ? shown : `\${${stop}:${shown}}`;
}

function linesOf({ kind }: Schema, workspace: Workspace, uri: string): readonly Line[] | undefined {
  const { role } = kind;
  const name = role === 'skill' ? baseName(parent(uri)) : baseName(uri).replace(/\.md$/i, '');
  if (!/^[\w.-]+$/.test(name)) return undefined;
  switch (role) {
    case 'agent':
      return created(create(workspace, role, parent(uri), name, '').text);
    case 'skill':
      return created(create(workspace, role, parent(parent(uri)), name, '').text);
    case 'command':
      return linesIn(`description: What ${name} does\nargument-hint: "[what]"`);
    case 'rule':
      return linesIn('paths:\n  - "src/**"');
    case 'output-style':
      return linesIn(`name: ${name}\ndescription: How it answers`);
    default:
      return undefined;
  }
}

/** The front matter of a new file. */
const created = (text: string): Line[] => linesIn(text.slice('---\n'.length, text.indexOf('\n---\n')));

const linesIn = (text: string): Line[] =>
  text.split('\n').map(line => {
    const [begin] = /^\s*(?:- |[\w-]+:(?: |$))/.exec(line)!;
    return { begin, value: line.slice(begin.length) };
  });
