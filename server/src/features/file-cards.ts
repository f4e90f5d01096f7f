// What is said of a whole file, as Markdown: what the tools make of it, and what its description costs.
import type { Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { render } from '../workspace/message';
import { otherReaders } from '../workspace/readers';
import type { Workspace } from '../workspace/workspace';
import { tokensIn } from './cost';
import { effectiveAgent } from './effective/effective';
import type { Assumed } from './effective/session';
import { effectiveSummary } from './effective/text';
import { aboutTokens, bullets, code, count, ours, paragraphs } from './markdown';
import { readersApart, readersLines, stateWords } from './readers';
import type { Read } from './read';

/** The verdicts on a file, told at its first `---`; undefined for files that define nothing. */
export function verdictCard(
  workspace: Workspace,
  document: Document,
  read: Read,
  session: Assumed,
): string | undefined {
  const schema = workspace.schema(document.uri);
  if (!schema) return undefined;
  const verdict = workspace.verdict(document);
  const kinds = schema.kinds.map(kind => kind.title).join(' and ');
  const agent = effectiveAgent(workspace, document, read, session);
  const role = schema.kind.role;
  const readers = agent?.readers ?? (role === 'skill' ? otherReaders(document, role) : undefined);
  const inSession = agent ? `, in a session on ${code(session.sessionModel)}` : '';
  const reasons = verdict?.reasons.map(reason => ours(render(reason.message))) ?? [];
  return paragraphs(
    verdict
      ? `**${verdict.tool}**: ${stateWords[verdict.state]}`
      : `**${ours(schema.dialect.title)}**: its files are judged by the rules alone.`,
    reasons.length === 0 ? undefined : bullets(reasons),
    agent && effectiveSummary(agent),
    readers && readersLines(readers),
    `*Judged as ${ours(kinds)}, by the facts of ${schema.dialect.verified}${inSession}.*`,
  );
}

/** What a tree tells of an agent or skill besides its verdict: what an agent really gets, and who reads less of the file. */
export function tooltip(workspace: Workspace, document: Document, read: Read, session: Assumed): string {
  const role = workspace.role(document.uri);
  if (role !== 'agent' && role !== 'skill') return '';
  const agent = effectiveAgent(workspace, document, read, session);
  const readers = agent?.readers ?? otherReaders(document, role);
  const apart = readersApart(readers, workspace.verdict(document)?.state ?? 'loads');
  return paragraphs(agent && effectiveSummary(agent), apart && `**Other tools**\n\n${apart}`);
}

/** How long a description is, what it costs, and how long it may be for each who says so. */
export function descriptionCard(workspace: Workspace, { uri }: Document, { text }: Scalar): string {
  const characters = text.trim().length;
  const layers = workspace.schema(uri)?.fields.get('description') ?? [];
  const unit = characters === 1 ? 'character' : 'characters';
  const limits = new Map<string, string>();
  for (const { field, kind } of layers) {
    for (const type of [field.type, ...(field.wanted ? [field.wanted] : [])]) {
      if (type.is !== 'text' || (type.minLength === undefined && type.maxLength === undefined)) continue;
      limits.set(kind.title, `${ours(kind.title)}: ${limitWords(type.minLength, type.maxLength, characters)}`);
    }
  }
  return paragraphs(
    `**description** · ${count(characters)} ${unit}, ${aboutTokens(tokensIn(characters))}, always loaded`,
    'Every session has it in its context, so that the model can choose.',
    limits.size === 0 ? undefined : bullets([...limits.values()]),
  );
}

function limitWords(least: number | undefined, most: number | undefined, characters: number): string {
  const few = least !== undefined && characters < least;
  const many = most !== undefined && characters > most;
  const range =
    most === undefined
      ? `at least ${count(least ?? 0)} characters`
      : least === undefined || least < 2
        ? `at most ${count(most)} characters`
        : `${count(least)} to ${count(most)} characters`;
  return few
    ? `⚠ ${range}, ${count(least - characters)} missing`
    : many
      ? `⚠ ${range}, ${count(characters - most)} too many`
      : range;
}
