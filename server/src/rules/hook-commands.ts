// Commands of hooks that are not written yet, or that keep their variable from the shell.
import type { Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { changeTo } from './edits';
import { isSample } from './file-paths';
import { say, type Finding } from './rule';

/** Words that keep the place of a command, with nothing else beside them. */
const placeholder =
  /^(?:#\s*)?(?:TODO\b[^\n]*|TBD|FIXME|\.{3}|…|<[\w -]+>|\[[\w -]+\]|(?:\.?\/)?path\/to\/[\w./-]+|your[-_ ](?:command|script|hook)(?:[-_ ]here)?(?:\.\w+)?)$/i;

export function unwritten({ uri }: Document, { text, span }: Scalar): Finding | undefined {
  if (isSample(uri) || !placeholder.test(text.trim())) return undefined;
  return { span, severity: 'warning', message: say('This keeps the place of a command that is still to be written.') };
}

/** `'$CLAUDE_PROJECT_DIR/a.sh'`: what stands in single quotes the shell takes as it is. Within double quotes they are letters. */
const single = /(?<=^|\s)'(\$\{?CLAUDE_PROJECT_DIR\}?[^'"\s]*)'/g;

export function* singleQuotes(document: Document, { text, span }: Scalar): Generator<Finding> {
  const written = document.text.slice(span.start, span.end);
  for (const { index, 0: all, 1: path } of written.matchAll(single)) {
    if (written.slice(0, index).split('"').length % 2 === 0) continue;
    const place = { start: span.start + index, end: span.start + index + all.length };
    // In JSON, quotes within a text stand behind a backslash; a text in single quotes of YAML holds none of these.
    const quote = document.language === 'json' ? '\\"' : '"';
    if (document.language !== 'json' && written !== text) continue;
    yield {
      span: place,
      severity: 'warning',
      message: say('In single quotes the shell leaves a variable as it stands, so there is no such file.'),
      fixes: () => [changeTo(document, place, `${quote}${path!}${quote}`, 'best')],
    };
  }
}
