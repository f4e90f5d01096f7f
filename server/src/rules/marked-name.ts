// The name of a command with marks around or behind it, which a framework reads as a part of it.
import { entry } from '../syntax/data';
import { stem } from '../workspace/uris';
import { changeTo } from './edits';
import { defineRule, say } from './rule';

const command = (name: string): string =>
  `-- .claude/commands/document.md --\n---\nname: ${name}\ndescription: Documents.\n---\nDocument it.\n`;

export default defineRule({
  id: 'marked-name',
  severity: 'information',
  reach: 'document',
  roles: role => role === 'command',
  reads: 'front matter',
  summary: 'The name of a command with a bracket, a comma or another mark that its file name has not.',
  why:
    'Claude Code calls a command as its file and does not read `name`. Who writes the key has a program or a reader that does, and ' +
    'to it `document;` is another name than `document`.',
  source: 'Observed: Claude Code 2.1.330, 30 November 2026.',
  examples: [
    { bad: command('<|document;|>'), good: command('document') },
    { bad: command('<|[document]|>'), good: command('document') },
    { bad: command('<|sc:document,|>'), good: command('sc:document') },
    { bad: command('document') },
    { bad: command('"sc:document"') },
    { bad: command('[analyze]') },
  ],
  *check(document) {
    const name = entry(document.data, 'name')?.value;
    if (!name || (name.is === 'scalar' && name.style !== 'plain')) return;
    const span = name.is === 'scalar' ? name.outer : name.span;
    const raw = document.text.slice(span.start, span.end).trimEnd();
    const bare = /^[[({<]?([\w-]+(?::[\w-]+)*)[\])}>]?[;,.]?$/.exec(raw)?.[1];
    if (bare === undefined || bare === raw || bare.split(':').at(-1) !== stem(document.uri)) return;
    yield {
      span: { start: span.start, end: span.start + raw.length },
      message: say('There are marks in this name; the file is called `{0}`, without them.', bare),
      fixes: () => [changeTo(document, { start: span.start, end: span.start + raw.length }, bare, 'best')],
    };
  },
});
