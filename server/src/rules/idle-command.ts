// Commands of hooks that are not written yet, or that keep their variable from the shell.
import { textsUnder, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { changeTo } from './edits';
import { isSample } from './file-paths';
import { defineEntryRule, say, type Finding } from './rule';

const settings = (handler: string): string =>
  `-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", ${handler} }] }] } }\n`;

export default defineEntryRule({
  id: 'idle-command',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  summary: 'A command of a hook that was never written, or whose variable stands in single quotes.',
  why:
    'The hook fails each time, and Claude Code goes on as if there were none: what keeps the place of a command is none, and in ' +
    'single quotes a shell leaves `$CLAUDE_PROJECT_DIR` as it stands, so that no such file is there.',
  source:
    'POSIX.1-2024, Shell Command Language, section 2.2.2; the environment of hooks in the SDK 0.3.330 of Claude Code.',
  examples: [
    { bad: settings('"command": "<|TODO|>"') },
    { bad: settings('"command": "<|path/to/script.sh|>"') },
    {
      bad: settings(`"command": "bash <|'$CLAUDE_PROJECT_DIR/a.sh'|> b"`),
      good: settings('"command": "bash \\"$CLAUDE_PROJECT_DIR/a.sh\\" b"'),
    },
    { bad: settings(`"command": "bash -c \\"ls '$CLAUDE_PROJECT_DIR'\\" todo"`) },
    { bad: settings(`"command": "'\${CLAUDE_PLUGIN_ROOT}/a.sh' todo"`) },
  ],
  *entry({ entry: { key, value } }, document) {
    if (key.text !== 'hooks') return;
    for (const command of textsUnder(value, ['command'])) {
      const open = unwritten(document, command);
      if (open) yield open;
      yield* singleQuotes(document, command);
    }
  },
});

/** Words that keep the place of a command, with nothing else beside them. */
const placeholder =
  /^(?:#\s*)?(?:TODO\b[^\n]*|TBD|FIXME|\.{3}|…|<[\w -]+>|\[[\w -]+\]|(?:\.?\/)?path\/to\/[\w./-]+|your[-_ ](?:command|script|hook)(?:[-_ ]here)?(?:\.\w+)?)$/i;

function unwritten({ uri }: Document, { text, span }: Scalar): Finding | undefined {
  if (isSample(uri) || !placeholder.test(text.trim())) return undefined;
  return { span, message: say('This is a placeholder for a command that is still to be written.') };
}

/** `'$CLAUDE_PROJECT_DIR/a.sh'`: what stands in single quotes the shell takes as it is. Within double quotes they are letters. */
const single = /(?<=^|\s)'(\$\{?CLAUDE_PROJECT_DIR\}?[^'"\s]*)'/g;

function* singleQuotes(document: Document, { text, span }: Scalar): Generator<Finding> {
  const written = document.text.slice(span.start, span.end);
  for (const { index, 0: all, 1: path } of written.matchAll(single)) {
    if (written.slice(0, index).split('"').length % 2 === 0) continue;
    const place = { start: span.start + index, end: span.start + index + all.length };
    // In JSON, quotes within a text stand behind a backslash; a text in single quotes of YAML holds none of these.
    const quote = document.language === 'json' ? '\\"' : '"';
    if (document.language !== 'json' && written !== text) continue;
    yield {
      span: place,
      message: say('The shell does not replace variables in single quotes, so there is no such file.'),
      fixes: () => [changeTo(document, place, `${quote}${path!}${quote}`, 'best')],
    };
  }
}
