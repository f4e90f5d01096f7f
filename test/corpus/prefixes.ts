// What an unfinished line does to the fields around it: every line of real front matter, cut after every character.
import { readFileSync } from 'node:fs';
import { completion } from '../../server/src/features/completion';
import { hover } from '../../server/src/features/hover';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import type { Data, Entry } from '../../server/src/syntax/data';
import type { Document } from '../../server/src/syntax/document';
import { parse } from '../../server/src/syntax/parse';
import { readYaml } from '../../server/src/syntax/yaml';
import { join } from '../../server/src/workspace/uris';
import type { Workspace } from '../../server/src/workspace/workspace';
import { corpusPath, observedVerdicts, openRepository, repositories } from '../support/collection';

export interface Losses {
  readonly files: number;
  readonly tried: number;
  readonly lost: readonly string[];
}

const wantedFiles = 50;

/** Cuts every line of the chosen files after every character, or after some of them only, evenly spread. */
export async function prefixLosses(most = Infinity): Promise<Losses> {
  const chosen = chooseFiles();
  const all = [...chosen.values()].flat().reduce((sum, { cuts }) => sum + cuts, 0);
  const step = Math.max(1, all / most);
  const lost: string[] = [];
  let tried = 0;
  let seen = 0;
  for (const [repo, files] of chosen) {
    const { root, workspace } = await openRepository(repo);
    for (const { path, text } of files) {
      const uri = join(root, path);
      const before = aspectsOf(workspace, uri, text);
      for (const cut of cutsOf(before.document)) {
        if (Math.floor(seen++ / step) < tried) continue;
        tried++;
        const place = `${repo}/${path}, ${JSON.stringify(text.slice(cut.start, cut.at))}`;
        for (const what of lostAt(workspace, before, cut)) lost.push(`${place}: ${what}`);
      }
      workspace.apply([{ uri, text }]);
    }
  }
  return { files: [...chosen.values()].flat().length, tried, lost };
}

interface Chosen {
  readonly path: string;
  readonly text: string;
  readonly cuts: number;
}

/** Of each repository the files with the most keys, turn by turn. */
function chooseFiles(): Map<string, Chosen[]> {
  const files = observedVerdicts();
  const ranked = repositories().map(repo => ({
    repo,
    files: files.filter(each => each.repo === repo && !each.path.endsWith('.agent.md')).sort(byPath).flatMap(({ path }) => {
      const text = readFileSync(corpusPath(repo, path), 'utf8');
      const { frontMatter, data } = parse('file:///a.md', 'markdown', text);
      if (!frontMatter?.close || data?.is !== 'map') return [];
      return [{ path, text, keys: data.entries.length, cuts: frontMatter.span.end - frontMatter.span.start }];
    }).sort((a, b) => b.keys - a.keys),
  })); // prettier-ignore
  const chosen = new Map<string, Chosen[]>();
  let count = 0;
  for (let turn = 0; count < wantedFiles && ranked.some(each => each.files.length > turn); turn++) {
    for (const { repo, files: own } of ranked) {
      const next = own[turn];
      if (!next || count === wantedFiles) continue;
      chosen.set(repo, [...(chosen.get(repo) ?? []), next]);
      count++;
    }
  }
  return chosen;
}

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);

/** What is left of a line, from its start to `at`. */
interface Cut {
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

function* cutsOf({ text, frontMatter }: Document): Iterable<Cut> {
  const { start: first, end: last } = frontMatter!.span;
  for (let start = first; start < last;) {
    const newline = text.indexOf('\n', start);
    const end = newline > start && text[newline - 1] === '\r' ? newline - 1 : newline;
    for (let at = start; at < end; at++) yield { start, at, end };
    start = newline + 1;
  }
}

/** A field of the front matter with all that is said and offered of it. */
interface Field {
  readonly key: string;
  readonly start: number;
  readonly value: string;
  readonly findings: readonly string[];
  readonly labels: readonly string[];
  readonly card: string;
}

interface Aspects {
  readonly document: Document;
  readonly fields: readonly Field[];
}

function aspectsOf(workspace: Workspace, uri: string, text: string): Aspects {
  workspace.apply([{ uri, text, open: true }]);
  const document = workspace.document(uri)!;
  const entries = document.data?.is === 'map' ? document.data.entries : [];
  const found = lint(document, workspace);
  const fields = entries.map(each => {
    const start = each.key.span.start;
    const own = found.filter(({ span }) => span.start >= start && span.end <= Math.max(each.span.end, each.colon ?? 0));
    return {
      key: each.key.text,
      start,
      value: JSON.stringify(shapeOf(each.value)),
      findings: own.map(({ span, severity, rule, message }) => `${span.start - start} ${severity} ${rule.id} ${render(message)}`),
      labels: completion(workspace, document, start).map(({ label }) => label),
      card: hover(workspace, document, start)?.markdown ?? '',
    };
  }); // prettier-ignore
  return { document, fields };
}

function shapeOf(data: Data | undefined): unknown {
  if (data === undefined) return null;
  if (data.is === 'scalar') return data.text;
  if (data.is === 'list') return data.items.map(item => shapeOf(item.value));
  return data.entries.map(({ key, value }) => [key.text, shapeOf(value)]);
}

/** What is no longer said or offered of the other fields. */
function lostAt(workspace: Workspace, before: Aspects, cut: Cut): string[] {
  const { document } = before;
  const text = document.text.slice(0, cut.at) + document.text.slice(cut.end);
  const shift = cut.at - cut.end;
  const now = aspectsOf(workspace, document.uri, text);
  if (meansAnother(now.document)) return [];
  const own = ownEntry(document, cut.start);
  return before.fields.flatMap((field, index) => {
    if (
      field.start === own?.key.span.start ||
      takesLinesOver(before.fields, index, own, document.text.slice(cut.start, cut.at))
    )
      return [];
    const start = field.start > cut.start ? field.start + shift : field.start;
    const after = now.fields.find(each => each.start === start && each.key === field.key);
    if (!after) return [`the field \`${field.key}\``];
    const written = now.fields.map(each => each.key);
    return [
      ...(after.value === field.value ? [] : [`the value of \`${field.key}\``]),
      ...field.findings
        .filter(each => !after.findings.includes(each))
        .map(each => `finding of \`${field.key}\`: ${each}`),
      ...field.labels
        .filter(each => !after.labels.includes(each) && !written.includes(each))
        .map(each => `completion at \`${field.key}\`: ${each}`),
      ...(after.card === field.card ? [] : [`hover at \`${field.key}\``]),
    ];
  });
}

/** Whether strict YAML reads all of it: then the cut line says something else, and is not unfinished. */
function meansAnother({ text, frontMatter }: Document): boolean {
  if (!frontMatter?.close) return false;
  const reading = readYaml(text.slice(frontMatter.span.start, frontMatter.span.end));
  return reading.errors.length === 0 && reading.data?.is === 'map' && reading.data.entries.every(each => each.colon);
}

function ownEntry({ data }: Document, at: number): Entry | undefined {
  if (data?.is !== 'map') return undefined;
  return data.entries.filter(each => each.span.start <= at).at(-1);
}

/** Where nothing but white space or a comment is left of a key's line, the lines below it go on with the field above. */
function takesLinesOver(fields: readonly Field[], index: number, own: Entry | undefined, left: string): boolean {
  return /^\s*(#.*)?$/.test(left) && fields[index + 1]?.start === own?.key.span.start;
}
