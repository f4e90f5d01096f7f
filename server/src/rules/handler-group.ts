// A hook in front matter that stands right under its event, where a list of hooks for a matcher is wanted.
import { entry as entryOf, type DataMap } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import { lineBreak } from './edits';
import { say, type Fix } from './rule';

/** Puts what the hook says below `hooks`, as its only item; a matcher before it stays. */
export function belowHooks({ uri, text }: Document, group: DataMap): Fix[] {
  if (group.flow || !entryOf(group, 'type')) return [];
  const [first, ...rest] = group.entries.filter(({ key }, index) => index > 0 || key.text !== 'matcher');
  const last = rest.at(-1) ?? first;
  if (!first || !last || rest.some(({ key }) => key.text === 'matcher')) return [];
  const { start } = first.key.outer;
  const { end } = last.span;
  const indent = ' '.repeat(start - lineStart(text, start));
  const lines = text.slice(start, end).replace(/\n(?=.)/g, '\n    ');
  const edits = [{ uri, span: { start, end }, text: `hooks:${lineBreak(text)}${indent}  - ${lines}` }];
  return [{ title: say('Move it below `{0}`', 'hooks'), edits, safe: false, preferred: true }];
}
