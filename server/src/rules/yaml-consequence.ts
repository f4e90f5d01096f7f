// What Claude Code and strict readers make of front matter that is not valid YAML.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Problem } from '../syntax/problem';
import type { Span } from '../syntax/span';
import { readAsClaude } from '../workspace/loader';
import type { Verdict } from '../workspace/verdict';
import type { Workspace } from '../workspace/workspace';
import type { Severity } from './rule';
import type { Spill } from './spill';

/** With more problems than this, each is taken for fatal: a body that was taken for front matter. */
const mostTried = 12;

interface Consequence {
  readonly severity: Severity;
  readonly words: string;
}

export function consequence(document: Document, workspace: Workspace, { cause }: Problem, fatal: boolean): Consequence {
  const schema = workspace.schema(document.uri);
  const warning = (words: string): Consequence => ({ severity: 'warning', words });
  if (cause === 'duplicate-key') return warning('Claude Code reads the last one; strict readers drop the file.');
  if (schema?.kind.loader === 'strict') return warning('Copilot CLI and other strict readers drop the skill.');
  if (schema?.kind.role === 'command') {
    return warning(fatal ? 'Claude Code drops all keys of the command.' : 'Claude Code copes; strict readers do not.');
  }
  if (schema?.kind.loader !== 'claude-agent' && schema?.kind.loader !== 'claude-skill')
    return warning('Readers that take YAML at its word lose all these keys.');
  if (!fatal) return warning('Claude Code copes with it; Copilot CLI and other strict readers drop the file.');
  if (schema.kind.unnamed === 'file') return warning('Claude Code loads the agent without any of its keys.');
  const because = copesWithout(document, '\r') ? 'Since the lines end in CR LF, ' : '';
  return schema.kind.role === 'agent'
    ? { severity: 'error', words: `${because}Claude Code cannot read the front matter and does not load the agent.` }
    : { severity: 'error', words: `${because}Claude Code cannot read the front matter and drops all its keys.` };
}

/** Whether Claude Code reads the front matter where these characters are left out: what it does to plain text with a colon in
 * it, it does not do where lines end in CR LF (Claude Code 2.1.330, 29 November 2026). */
const copesWithout = ({ text, frontMatter }: Document, characters: string): boolean =>
  frontMatter !== undefined &&
  text.slice(0, frontMatter.span.end).includes(characters) &&
  !isBroken(text.slice(frontMatter.span.start, frontMatter.span.end).replaceAll(characters, ''));

function isBroken(block: string): boolean {
  const { state, data } = readAsClaude(`---\n${block}\n---\n`);
  return state === 'broken' || (data !== undefined && data.is !== 'map');
}

/** The problems for which Claude Code gives the front matter up: those that are fatal alone, or else all together. */
export function fatalProblems(
  document: Document,
  workspace: Workspace,
  problems: readonly Problem[],
  spilt: readonly Spill[],
): ReadonlySet<Problem> {
  const { text, frontMatter } = document;
  const none = new Set<Problem>();
  // Whether the whole is broken is read anew, which no key may cost where nothing is wrong.
  if (!frontMatter || problems.length === 0) return none;
  const { start, end } = frontMatter.span;
  if (!isBroken(text.slice(start, end)))
    return spoilsHooks(document, workspace.verdict(document)) ? new Set(problems) : none;
  if (problems.length > mostTried) return new Set(problems);
  const ranges = problems.map(problem => rangeOf(document, problem, spilt));
  const alone = problems.filter((_, index) => {
    const mine = ranges[index]!;
    const others = ranges.filter(range => range.start !== mine.start).sort((a, b) => b.start - a.start);
    let block = text.slice(start, end);
    for (const range of new Map(others.map(each => [each.start, each])).values())
      block = block.slice(0, range.start - start) + block.slice(range.end - start);
    return isBroken(block);
  });
  return new Set(alone.length > 0 ? alone : problems);
}

/** Claude Code's own quoting turns `hooks: {}` into text, which drops an agent. */
const spoilsHooks = ({ data }: Document, verdict: Verdict | undefined): boolean =>
  verdict?.reasons[0]?.cause === 'hooks' && entry(data, 'hooks')?.value?.is === 'map';

/** The lines of the entry, or of the text that goes on below it, that a problem lies in. */
function rangeOf({ text, parts }: Document, { span }: Problem, spilt: readonly Spill[]): Span {
  const spill = spilt.find(each => within(span, { start: each.entry.span.start, end: each.span.end }));
  const part = parts.find(({ start, end }) => start <= span.start && span.start < end);
  const range = spill ? { start: spill.entry.span.start, end: spill.span.end } : (part ?? span);
  const newline = text.indexOf('\n', range.end);
  return { start: range.start, end: newline < 0 ? text.length : newline + 1 };
}

export const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.start < outer.end;
