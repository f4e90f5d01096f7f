// Names in bodies: skills in calls and tables, agents in calls, files of the framework's memory in code.
import type { Section, Table } from '../syntax/body';
import { entry, scalars } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { callSpot } from './call-spot';
import { completeCall } from './complete-call';
import { builtinAgents, markedAt, markedOffers, toCompletion } from './complete-marked';
import { completePlaceholder, placeholderBefore } from './complete-placeholder';
import type { Completion } from './completion';
import { agentOffers, skillOffers, type Offer } from './offers';
import { pathOffers } from './paths';

/** How far back a call may begin. */
const reach = 600;

const skillCall = /\bSkill\(\s*(?:\{[^{}]{0,400}?['"]?\bskill['"]?\s*[:=]\s*|skill\s*[:=]\s*)?(['"`])([\w./:-]*)$/;
const agentCall = /\bsubagent_type['"]?\s*[:=]\s*(['"`])([\w./:-]*)$/;
const path = /(?:^|[\s`'"(=])(@?\.claude\/[\w./-]*)$/;

export function completeBody(workspace: Workspace, document: Document, offset: number, typed?: string): Completion[] {
  const { text, uri, body } = document;
  const before = text.slice(Math.max(body?.span.start ?? 0, offset - reach), offset);
  const section = body?.sections.find(each => each.start <= offset && offset <= each.end);
  const placeholder = placeholderBefore(before);
  if (placeholder !== undefined) return completePlaceholder(workspace, document, offset, placeholder);
  const skill = skillCall.exec(before);
  if (skill) return inQuotes(text, offset, skill[1]!, skill[2]!, skillOffers(workspace, uri, false, listed(document)));
  const agent = agentCall.exec(before);
  if (agent)
    return inQuotes(text, offset, agent[1]!, agent[2]!, agentOffers(workspace, uri, builtinAgents(workspace, uri)));
  const memory = path.exec(before.slice(before.lastIndexOf('\n') + 1));
  if (memory && section && isCode(section, text, offset)) return paths(workspace, document, offset, memory[1]!);
  const cell = section && skillCell(section, text, offset);
  if (cell) return inCell(text, offset, cell, skillOffers(workspace, uri, false, listed(document)));
  const call = callSpot(text, offset);
  // A parenthesis alone opens a call no more often than something else.
  const called = call && !(call.style === 'bare' && typed !== undefined);
  const inputs = called ? completeCall(document, workspace.schema(uri), call, offset) : [];
  if (inputs.length > 0 || !section) return inputs;
  return behindMark(workspace, document, section, offset);
}

function behindMark(workspace: Workspace, document: Document, section: Section, offset: number): Completion[] {
  const { text } = document;
  const marked = markedAt(text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - reach), offset));
  if (!marked) return [];
  const start = offset - marked.word.length;
  const end = offset + /^[\w.:-]*/.exec(text.slice(offset, offset + 120))![0].length;
  return [...markedOffers(workspace, document, section, offset, marked)].map(offer => toCompletion(offer, start, end));
}

/** The skills that the file lists: these are the ones that its body carries out. */
const listed = ({ data }: Document): ReadonlySet<string> =>
  new Set(scalars(entry(data, 'skills')?.value).map(({ text }) => text));

const wordAfter = (text: string, offset: number): number =>
  offset + /^[\w./:-]*/.exec(text.slice(offset, offset + 120))![0].length;

function inQuotes(text: string, offset: number, quote: string, word: string, offers: Iterable<Offer>): Completion[] {
  const span = { start: offset - word.length, end: wordAfter(text, offset) };
  const close = text[span.end] === quote ? '' : quote;
  return all(offers, span, label => `${label}${close}`);
}

function paths(workspace: Workspace, { text, uri }: Document, offset: number, word: string): Completion[] {
  const slash = word.lastIndexOf('/') + 1;
  const span = {
    start: offset - (word.length - slash),
    end: offset + /^[\w.-]*/.exec(text.slice(offset, offset + 120))![0].length,
  };
  return all(pathOffers(workspace, uri, word), span, label => label);
}

/** Code: a fence, inline code, or a backtick that is not closed yet. */
function isCode({ content, start }: Section, text: string, offset: number): boolean {
  const at = offset - start;
  const within = ({ start: from, end }: Span): boolean => from <= at && at <= end;
  if (content.fences.some(fence => within(fence.outer)) || content.codes.some(each => within(each.outer))) return true;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}

/** The cell at the offset, if it stands under a heading «Skill». */
function skillCell({ content, start }: Section, text: string, offset: number): Span | undefined {
  const at = offset - start;
  const table = content.tables.find(each => each.outer.start <= at && at <= each.outer.end);
  const column = table === undefined ? -1 : skillColumn(table, text, start);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  if (!table || column < 0 || lineStart - start <= table.header.at(-1)!.end) return undefined;
  const next = text.indexOf('\n', offset);
  const lineEnd = next < 0 ? text.length : text[next - 1] === '\r' ? next - 1 : next;
  const cells = cellsOf(text.slice(lineStart, lineEnd));
  const cell = cells[column];
  if (!cell || (/^[\s|:-]*$/.test(text.slice(lineStart, lineEnd)) && /-/.test(text.slice(lineStart, lineEnd))))
    return undefined;
  const span = { start: lineStart + cell.start, end: lineStart + cell.end };
  return span.start <= offset && offset <= span.end ? span : undefined;
}

const skillColumn = ({ header }: Table, text: string, start: number): number =>
  header.findIndex(cell => /^\W*skills?( names?)?\W*$/i.test(text.slice(start + cell.start, start + cell.end)));

/** The cells of a line, with the blanks in them. */
function cellsOf(line: string): Span[] {
  const cells: Span[] = [];
  const first = /^\s*\|/.exec(line);
  let start = first ? first[0].length : 0;
  for (let at = start; at <= line.length; at++) {
    if (at < line.length && (line[at] !== '|' || line[at - 1] === '\\')) continue;
    if (at < line.length || at > start || cells.length === 0) cells.push({ start, end: at });
    start = at + 1;
  }
  return cells;
}

/** In backticks, those that are there included. */
function inCell(text: string, offset: number, cell: Span, offers: Iterable<Offer>): Completion[] {
  const word = /[\w./:-]*$/.exec(text.slice(cell.start, offset))![0];
  const span = { start: offset - word.length, end: Math.min(wordAfter(text, offset), cell.end) };
  const left = text.slice(cell.start, span.start).trim();
  if (left !== '' && left !== '`') return [];
  const open = left === '`';
  const closed = text[span.end] === '`';
  const lead = !open && span.start === cell.start && span.start > 0 && text[span.start - 1] === '|' ? ' ' : '';
  return all(offers, span, label => `${lead}${open ? '' : '`'}${label}${closed ? '' : '`'}`);
}

const all = (offers: Iterable<Offer>, span: Span, write: (label: string) => string): Completion[] =>
  [...offers].map(({ label, kind, detail, documentation, sortText, retrigger }) => ({
    label,
    kind,
    span,
    text: write(label),
    sortText: sortText ?? label,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation }),
    ...(retrigger ? { retrigger } : {}),
  }));
