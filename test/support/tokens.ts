// How semantic tokens are asked and written down in tests: `skill tdd unresolved`, in order.
import { strict as assert } from 'node:assert';
import { tokens, type Token } from '../../server/src/features/tokens';
import type { Span } from '../../server/src/syntax/span';
import { fixture, type Fixture } from './fixture';

/** The tokens of the first file, or of what is marked in it with `<|…|>`. */
export function checkTokens(source: string, expected: readonly string[]): void {
  const asked = fixture(source);
  const mark = asked.marks.get(asked.uri)?.[0];
  assert.deepEqual(said(asked, mark), expected);
}

function said({ workspace, document }: Fixture, within: Span | undefined): string[] {
  const found = tokens(workspace, document, within);
  checkForm(found, document.text);
  return found.map(({ span, type, modifiers }) =>
    [type, document.text.slice(span.start, span.end), ...modifiers].join(' '),
  );
}

/** What the protocol asks of tokens: in order, not empty, each on one line, none over another. */
export function checkForm(found: readonly Token[], text: string): void {
  let end = 0;
  for (const { span } of found) {
    assert.ok(end <= span.start && span.start < span.end && span.end <= text.length, `${span.start} to ${span.end}`);
    assert.ok(!/[\r\n]/.test(text.slice(span.start, span.end)), text.slice(span.start, span.end));
    end = span.end;
  }
}
