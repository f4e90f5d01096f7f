// What Claude Code makes of an agent or skill: listed or not, with reasons. The one place that decides it.
import type { FileRole } from '../dialects/dialect';
import { entry, type Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { readAsClaude, type ClaudeReading } from './loader';
import { say, type Message } from './message';
import { hooksLoad } from './strict-hooks';

/** `loads-without`: it loads, but some of what it says is lost. */
export type VerdictState = 'loads' | 'loads-without' | 'does-not-load';

export type ReasonCause =
  'no-front-matter' | 'yaml' | 'not-a-map' | 'no-name' | 'bad-name' | 'no-description' | 'hooks' | 'quoted';

export interface Reason {
  readonly cause: ReasonCause;
  readonly message: Message;
}

export interface Verdict {
  readonly tool: 'Claude Code';
  readonly state: VerdictState;
  /** Whether a session lists it by its name; equal to the real program's answer. */
  readonly listed: boolean;
  readonly reasons: readonly Reason[];
  /** True where only Claude Code's second reading helps: strict loaders lose the front matter. */
  readonly quoted: boolean;
}

/** Judges a file as Claude Code 2.1.330 does. A file whose front matter is in order is not read a second time. */
export function judge(document: Document, role: FileRole): Verdict {
  const reading = plainReading(document) ?? readAsClaude(document.text);
  return role === 'agent' ? judgeAgent(reading) : judgeSkill(reading);
}

/** Where no problem was found but keys that stand twice, which Claude Code allows, and no stray `---` ends the front matter early, the tree is what the loader reads. */
function plainReading(document: Document): ClaudeReading | undefined {
  const { frontMatter, problems, data, text } = document;
  if (!frontMatter?.close || data?.is !== 'map' || frontMatter.language !== '') return undefined;
  if (problems.some(({ cause }) => cause !== 'duplicate-key')) return undefined;
  if (text.indexOf('---', frontMatter.span.start) !== frontMatter.close.start) return undefined;
  return { state: 'read', data, quoted: false, end: frontMatter.close.start };
}

function judgeAgent(reading: ClaudeReading): Verdict {
  if (reading.state === 'none') {
    return rejected(
      'no-front-matter',
      say('Claude Code sees no front matter and silently takes the file for documentation.'),
    );
  }
  if (reading.state === 'broken') {
    return rejected('yaml', say('Claude Code cannot read the front matter and skips the agent.'));
  }
  if (reading.data?.is !== 'map') {
    return rejected('not-a-map', say('The front matter holds no keys, so Claude Code skips the agent.'));
  }
  const name = valueOf(reading.data, 'name');
  if (typeof name !== 'string' || name === '') {
    return rejected('no-name', say('Without a `name` that is text, Claude Code takes the file for documentation.'));
  }
  if (name.startsWith('-') || name.includes(':')) {
    return rejected('bad-name', say('Claude Code refuses a `name` that begins with `-` or holds a `:`.'));
  }
  const description = valueOf(reading.data, 'description');
  if (typeof description !== 'string' || description === '') {
    return rejected(
      'no-description',
      say('Without a `description` that is text, Claude Code does not load the agent.'),
    );
  }
  if (!hooksLoad(reading.data)) {
    return rejected('hooks', say('Malformed `hooks` stop the whole agent from loading.'));
  }
  return accepted(reading);
}

function judgeSkill(reading: ClaudeReading): Verdict {
  if (reading.state === 'none') {
    return unlisted(
      'no-front-matter',
      say('Claude Code sees no front matter and knows the skill by its first line alone.'),
    );
  }
  if (reading.state === 'broken') {
    return unlisted('yaml', say('Claude Code cannot read the front matter and drops every key of it.'));
  }
  const description = valueOf(reading.data, 'description');
  if (description === undefined || description === null || String(description).trim() === '') {
    return unlisted(
      'no-description',
      say('Without a `description`, the model sees the first line of the body in its place.'),
    );
  }
  return accepted(reading);
}

/** The same for all: most files are in order. */
const loads: Verdict = { tool: 'Claude Code', state: 'loads', listed: true, reasons: [], quoted: false };
const loadsQuoted: Verdict = {
  ...loads,
  reasons: [
    {
      cause: 'quoted',
      message: say('The front matter is not valid YAML; Claude Code reads it by quoting values, other tools lose it.'),
    },
  ],
  quoted: true,
};

const accepted = ({ quoted }: ClaudeReading): Verdict => (quoted ? loadsQuoted : loads);

const rejected = (cause: ReasonCause, message: Message): Verdict => ({
  tool: 'Claude Code',
  state: 'does-not-load',
  listed: false,
  reasons: [{ cause, message }],
  quoted: false,
});

/** A skill loads whatever its front matter says, under its folder's name; but sessions do not list it. */
const unlisted = (cause: ReasonCause, message: Message): Verdict => ({
  ...rejected(cause, message),
  state: 'loads-without',
});

/** The scalar value of a key; undefined for lists, maps and missing keys. */
function valueOf(data: Data | undefined, key: string): string | number | boolean | null | undefined {
  const value = entry(data, key)?.value;
  return value?.is === 'scalar' ? value.value : undefined;
}
