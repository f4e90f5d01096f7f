// A question mark before a key, which makes a key without a value of the whole line.
import type { Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineAt } from '../syntax/lines';
import { layersOf, type Schema } from '../workspace/schema';
import { say, type Finding } from './rule';

/** `? model: sonnet`. Claude Code 2.1.330 knows no such key and reads nothing of the line (observed 29 November 2026). */
export function explicitKey({ uri, text, language }: Document, schema: Schema, entry: Entry): Finding | undefined {
  const { key, colon } = entry;
  if (language !== 'markdown' || colon !== undefined || !key.lenient) return undefined;
  const { start, end } = lineAt(text, key.span.start);
  const [whole, name] = /^\?[ \t]+([\w-]+)(?=:[ \t])/.exec(text.slice(start, end)) ?? [];
  if (whole === undefined || name === undefined || !layersOf(schema, name)) return undefined;
  const mark = { start, end: start + whole.length - name.length };
  return {
    span: { start, end: start + 1 },
    severity: 'warning',
    message: say(
      'After a `?`, YAML takes the whole line for a key without a value, so nothing reads `{0}`. Remove the `?`.',
      name,
    ),
    fixes: () => [
      {
        title: say('Remove the `?`'),
        edits: [{ uri, span: mark, text: '' }],
        safe: false,
        preferred: true,
      },
    ],
  };
}
