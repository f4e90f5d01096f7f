// The inputs of a call in the body, such as `Skill({ skill: 'x' })`, whose names are misspelt.
import type { Tool } from '../dialects/dialect';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { nearest } from './nearest';
import { defineRule, say } from './rule';
import { agentWith } from './samples';

export default defineRule({
  id: 'misspelt-input',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  roles: readsBody,
  summary: 'An input of a call that is nearly one of the tool, and is none.',
  why:
    'The model copies the call as it stands. An input that the tool does not know is lost or refused, and then the model has to ' +
    'guess what was meant. Only names that are a slip or two away from an input that the call lacks are reported.',
  source: "Claude Code's own tool definitions, 2.1.330, read on 22 November 2026.",
  examples: [
    {
      bad: agentWith("Skill({ <|skil|>: 'tdd' });\n"),
      good: agentWith("Skill({ skill: 'tdd' });\n"),
    },
    {
      bad: agentWith("Run `Task({ 'subagent_tpye': 'tdd' })`.\n").replace("'subagent_tpye'", "'<|subagent_tpye|>'"),
      good: agentWith("Run `Task({ 'subagent_type': 'tdd' })`.\n"),
    },
    {
      bad: agentWith('Task(prompt="Go, {now}", <|subagentType|>="tdd")\n'),
      good: agentWith('Task(prompt="Go, {now}", subagent_type="tdd")\n'),
    },
    {
      bad: agentWith(
        "Skill({ skill: 'tdd', skil: 'x', note: 'y' }); Task({ prompt: 'skil: 1' }); Skill({ name: 'a' })\n",
      ),
    },
    { bad: agentWith('A Task(<|subagent_tip|>="a") is one, and a Task(of, any, kind) is none.\n') },
  ],
  *check(document, workspace) {
    const { body, text } = document;
    const tools = workspace.schema(document.uri)?.tools;
    if (!tools) return;
    for (const { start, end, content } of body?.sections ?? []) {
      const section = text.slice(start, end);
      for (const match of section.matchAll(call)) {
        const at = start + match.index;
        if (content.comments.some(comment => start + comment.start <= at && at < start + comment.end)) continue;
        const inputs = inputsOf(tools, match[1]!);
        if (inputs.length === 0) continue;
        const given = keysIn(text, at + match[0].length, end);
        const names = new Set(given.map(span => text.slice(span.start, span.end)));
        for (const span of given) {
          const name = text.slice(span.start, span.end);
          if (inputs.includes(name)) continue;
          const [meant] = nearest(name, inputs.filter(each => !names.has(each)), 1); // prettier-ignore
          if (meant === undefined) continue;
          yield {
            span,
            message: say(
              '`{0}` has no input `{1}`; the model is told to give one that is lost or refused.',
              match[1]!,
              name,
            ),
            fixes: () => [changeTo(document, span, meant, 'best')],
          };
        }
      }
    }
  },
});

const call = /\b([A-Z][A-Za-z]+)\(\s*(?=[{\w])\{?/g;

function inputsOf(tools: ReadonlyMap<string, Tool>, name: string): string[] {
  const tool = tools.get(name);
  const today = tool?.status === 'alias' && tool.replacedBy !== undefined ? tools.get(tool.replacedBy) : tool;
  return today?.inputs.map(input => input.name) ?? [];
}

/** A call goes on for no longer than this, in characters. */
const reach = 4000;

/** The names before `:` or `=` at the top of an argument list that begins at `from`, up to where it ends or cannot be followed. */
function keysIn(text: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  const limit = Math.min(to, from + reach);
  let at = from;
  while (at < limit) {
    const key = keyAt(text, at);
    if (!key) return found;
    found.push(key.span);
    const next = afterValue(text, key.end, limit);
    if (next === undefined) return found;
    at = next;
  }
  return found;
}

const keyForm = /\s*(['"]?)([A-Za-z_]\w*)\1\s*[:=](?!=)/y;

function keyAt(text: string, at: number): { readonly span: Span; readonly end: number } | undefined {
  const form = new RegExp(keyForm);
  form.lastIndex = at;
  const match = form.exec(text);
  if (!match) return undefined;
  const start = match.index + match[0].indexOf(match[2]!);
  return { span: { start, end: start + match[2]!.length }, end: form.lastIndex };
}

/** Behind the comma that ends a value; undefined where the list ends with it. */
function afterValue(text: string, from: number, limit: number): number | undefined {
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const sign = text[at]!;
    if ('\'"`'.includes(sign)) {
      const end = closingQuote(text, at, limit);
      if (end === undefined) return undefined;
      at = end;
    } else if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) {
      if (depth === 0) return undefined;
      depth--;
    } else if (sign === ',' && depth === 0) return at + 1;
  }
  return undefined;
}

function closingQuote(text: string, from: number, limit: number): number | undefined {
  for (let at = from + 1; at < limit; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[from]) return at;
  }
  return undefined;
}
