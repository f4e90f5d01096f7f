// One `check…` helper a feature: the only test code that knows how features are asked.
import { strict as assert } from 'node:assert';
import { completion, type Completion } from '../../server/src/features/completion';
import { fixAll, fixesAt } from '../../server/src/features/fixes';
import { format, type Purpose } from '../../server/src/features/format/format';
import { hover } from '../../server/src/features/hover';
import { insertSkill } from '../../server/src/features/insert-skill';
import { trees, type AgentNode, type SkillNode } from '../../server/src/features/trees';
import { render } from '../../server/src/rules/rule';
import { parse } from '../../server/src/syntax/parse';
import { agent, applyEdits, fixture, openAll, type Fixture } from './fixture';

interface Asked {
  /** Whether the editor completes by itself. */
  readonly native?: boolean;
  /** The character that the editor asks for. */
  readonly typed?: string;
  /** Other files of the workspace, as a fixture. */
  readonly beside?: string;
  /** Windows line ends. */
  readonly crlf?: boolean;
}

/** Front matter alone becomes the agent `a`; `beside` comes after it. */
function ask(source: string, { beside = '', crlf = false }: Asked): Fixture {
  const whole = /^(-- |(<\|>)?---)/.test(source) ? source : agent('a', source);
  const files = `${whole.startsWith('-- ') ? whole : `-- .claude/agents/a.md --\n${whole}`}${beside === '' ? '' : `\n${beside}`}`;
  return fixture(crlf ? files.replace(/^(?!-- )(.*)\n/gm, '$1\r\n') : files);
}

function offered(asked: Fixture, options: Asked): Completion[] {
  const { workspace, document, cursor } = asked;
  const found = completion(workspace, document, cursor, { native: options.native ?? false, typed: options.typed });
  const labels = found.map(each => each.label);
  assert.deepEqual(labels, [...new Set(labels)], 'no label twice');
  for (const { span } of found) {
    assert.ok(span.start <= cursor && cursor <= span.end, 'what is replaced holds the cursor');
    assert.ok(!document.text.slice(span.start, span.end).includes('\n'), 'what is replaced lies on one line');
  }
  return [...found].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

/** The labels at the cursor, in the order in which an editor shows them. */
export const offers = (source: string, options: Asked = {}): string[] =>
  offered(ask(source, options), options).map(each => each.label);

/** What is offered at the cursor: the labels before the bar, and none of those after it. */
export function checkOffers(source: string, labels: string, options: Asked = {}): void {
  const [has = '', not = ''] = labels.split('|');
  const found = offers(source, options);
  for (const label of has.split(' ').filter(Boolean))
    assert.ok(found.includes(label), `${label} in ${found.join(' ')}`);
  for (const label of not.split(' ').filter(Boolean)) assert.ok(!found.includes(label), `no ${label}`);
}

export const checkNothing = (source: string, options: Asked = {}): void =>
  assert.deepEqual(offers(source, options), []);

/** Taking the label at the cursor makes `after` of the file, with the snippet where `$` stands in it. */
export function checkCompletes(source: string, label: string, after: string, options: Asked = {}): void {
  const asked = ask(source, options);
  const found = offered(asked, options).find(each => each.label === label);
  assert.ok(found, `${label} is offered`);
  const text = after.includes('$') ? (found.snippet ?? found.text) : found.text;
  const edit = { uri: asked.uri, span: found.span, text };
  assert.equal(applyEdits(asked.files, [edit]).get(asked.uri), [...ask(after, options).files.values()][0]);
}

/** The hover at the cursor holds these texts; without any there is none. */
export function checkHover(source: string, texts: readonly string[], options: Asked = {}): string {
  const { workspace, document, cursor } = ask(source, options);
  const found = hover(workspace, document, cursor);
  if (texts.length === 0) assert.equal(found, undefined);
  for (const text of texts) assert.ok(found?.markdown.includes(text), `${text} in\n${found?.markdown ?? 'nothing'}`);
  return found?.markdown ?? '';
}

/** All safe fixes of the first file make `after` of it; once more changes nothing. */
export function checkFixAll(before: string, after: string): void {
  const { workspace, document, files, uri } = ask(before, {});
  const fixed = applyEdits(files, fixAll(workspace, document));
  const wanted = ask(after, {}).files.get(uri);
  assert.equal(fixed.get(uri), wanted);
  const again = openAll(fixed);
  assert.deepEqual(fixAll(again, again.document(uri)!), []);
}

/** The titles of the fixes at the cursor. */
export function fixTitles(source: string): string[] {
  const { workspace, document, marks, uri } = ask(source, {});
  return fixesAt(workspace, document, marks.get(uri)![0]!).map(({ fix }) => render(fix.title));
}

export function checkInsertSkill(before: string, name: string, after: string): void {
  const { workspace, document, files, uri } = ask(before, {});
  const edited = applyEdits(files, insertSkill(workspace, document, name));
  assert.equal(edited.get(uri), ask(after, {}).files.get(uri));
}

export function treesOf(source: string): { agents: AgentNode[]; skills: SkillNode[] } {
  return trees(fixture(source).workspace, () => ({ errors: 0, warnings: 0 }));
}

/** Formatting the first file makes `after` of it, and once more changes nothing. Without `after` it is left as it is. */
export function checkFormat(before: string, after = before, purpose: Purpose = 'format', options: Asked = {}): void {
  const { workspace, document, files, uri } = ask(before, options);
  const formatted = applyEdits(files, format(workspace, document, purpose)).get(uri)!;
  assert.equal(formatted, ask(after, options).files.get(uri));
  const again = parse(uri, 'markdown', formatted);
  assert.deepEqual(format(workspace, again, purpose), []);
}
