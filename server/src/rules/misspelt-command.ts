// Commands of a shell that are to run before the model reads the text, written nearly as Claude Code wants it.
import type { Document } from '../syntax/document';
import { lineEnd, nextLine } from '../syntax/lines';
import { inOneOf, shift, type Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { skillWith } from './samples';
import { defineRule, say, type Finding } from './rule';

const command = (body: string): string => `-- .claude/commands/go.md --\n---\ndescription: Works.\n---\n\n${body}\n`;

export default defineRule({
  id: 'misspelt-command',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('!', '！'),
  roles: role => role === 'command' || role === 'skill',
  summary: 'A shell command that is nearly written as `` !`git status` ``, so that it is not run.',
  why:
    'Before the model reads a command or skill, Claude Code runs what stands in `` !`…` `` and puts what it prints in its place. ' +
    'The `!` stands directly before the backtick, at the beginning of a line or after a space. Written in any other way nothing ' +
    'is run, and the model reads the command as it stands.',
  source: 'Claude Code documentation, skills, August 2026; observed: Claude Code 2.1.330, 28 November 2026.',
  examples: [
    { bad: command('- Status: <|! `git status`|>'), good: command('- Status: !`git status`') },
    { bad: command('Status:<|!`git status`|>'), good: command('Status: !`git status`') },
    {
      bad: command("- **Branch**: <|!'git branch --show-current'|>"),
      good: command('- **Branch**: !`git branch --show-current`'),
    },
    {
      bad: command('<|！`git status`|>\n- <|`!git log --oneline`|>'),
      good: command('!`git status`\n- !`git log --oneline`'),
    },
    {
      bad: command('Existence: <|! `test -f "a" && echo yes`|>\n- Name: <|! `git status || echo "No"\'|>'),
      good: command('Existence: !`test -f "a" && echo yes`\n- Name: !`git status || echo "No"`'),
    },
    { bad: command('<|!`git status|>\n\nRead.'), good: command('!`git status`\n\nRead.') },
    {
      bad: command(
        '<|!git status --short|>\n- Log: <|!(git log --oneline)|>\n- Diff: <|!```git diff HEAD```|>\n- Wow!git it',
      ),
      good: command('!`git status --short`\n- Log: !`git log --oneline`\n- Diff: !`git diff HEAD`\n- Wow!git it'),
    },
    { bad: skillWith('- Current branch: <|`!git branch`|>'), good: skillWith('- Current branch: !`git branch`') },
    {
      bad: command(
        '!`git status`\n- Status: !`git status`\n\nNever: ! `a`. Stop ! `git push` ends it.\n\n' +
          '- `!git status` runs it.\n\n!`git log \\\n  -1`\n\n' +
          '```\n! `git status`\n```\n\n<!-- ! `git status` -->\n\n- So it is: `!important`',
      ),
    },
    { bad: skillWith('`!git status`\n\n- Shell mode: `!ls`\n- Prefix: ! `git add`') },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n\n! `git status`\n' },
  ],
  *check(document, workspace) {
    for (const section of document.body?.sections ?? []) {
      for (const near of nearIn(document, section)) {
        if (near.isDoubtful && !isContext(document, workspace, near.label)) continue;
        yield findingOf(document, shift(near.span, section.start), near);
      }
    }
  },
});

interface Near {
  readonly span: Span;
  readonly right: string;
  /** What stands before it in its line. */
  readonly label: string;
  /** Whether it may be what somebody is to type, or what shows how a command is written and is not to be run. */
  readonly isDoubtful: boolean;
  /** Whether the mark stands within the backticks. */
  readonly isInside: boolean;
  readonly isOpen: boolean;
}

const program =
  '(?:git|ls|cat|npm|pnpm|npx|node|gh|find|grep|rg|head|tail|date|pwd|echo|wc|jq|tree|python3?|docker|uname|whoami)';

/** The mark of an item, and a label with its colon. */
const lead = /^[ \t]*(?:[-*+] |\d{1,2}[.)] )?(?:[^`\n:]{0,60}:[*_]{0,2}[ \t]*)?/;

const forms = {
  // Nothing else is written like this, so here any program with an argument is known for one.
  blank: new RegExp(`^! {1,3}\`(${program}|(?:${program}|[a-z][\\w-]*) [^\`]*)\`$`),
  wide: new RegExp(`^！ ?\`(${program}(?: [^\`]*)?)\`$`),
  quotes: new RegExp(`^!(?:'(${program} [^'\`]*)'|"(${program} [^"\`]*)")$`),
  inside: new RegExp(`^\`! ?(${program}(?: [^\`]*)?)\`$`),
  glued: new RegExp(`^!\`(${program}(?: [^\`]*)?)\`$`),
  open: new RegExp(`^! {0,3}\`(${program}(?: [^\`]*)?)$`),
  odd: new RegExp(
    `^!(?:\\((${program} [^()\`]*)\\)|\`{3}(${program} [^\`]*)\`{3}|(${program} [^\`]*[^\`\\s\\\\.!?]))$`,
  ),
};

/** No such line is longer. */
const longest = 300;

const nearIn = perSection((text, { fences, comments }): readonly Near[] => {
  if (!/[!！]/.test(text)) return [];
  const found: Near[] = [];
  const isHidden = inOneOf([...fences.map(({ outer }) => outer), ...comments]);
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const end = lineEnd(text, at);
    if (end - at > longest || isHidden(at)) continue;
    const near = nearOf(text.slice(at, end), text.slice(nextLine(text, at), nextLine(text, at) + longest));
    if (near) found.push({ ...near, span: shift(near.span, at) });
  }
  return found;
});

function nearOf(line: string, below: string): Near | undefined {
  if (!/[!！]/.test(line)) return undefined;
  const label = lead.exec(line)![0];
  const start = label.length;
  const rest = line.slice(start).trimEnd();
  const span = { start, end: start + rest.length };
  const base = { span, label, isDoubtful: false, isInside: false, isOpen: false };
  const [, spaced] = forms.blank.exec(rest) ?? [];
  if (spaced !== undefined) return { ...base, right: `!\`${spaced}\``, isDoubtful: true };
  const meant = forms.wide.exec(rest) ?? forms.quotes.exec(rest) ?? forms.odd.exec(rest);
  // Without any mark around it, a line of a notebook or of a terminal looks like this.
  if (meant)
    return {
      ...base,
      right: `!\`${meant.slice(1).find(each => each !== undefined)!}\``,
      isDoubtful: meant[3] !== undefined,
    };
  const [, inside] = forms.inside.exec(rest) ?? [];
  if (inside !== undefined) return { ...base, right: `!\`${inside}\``, isDoubtful: true, isInside: true };
  const [, open] = forms.open.exec(rest) ?? [];
  if (open !== undefined)
    return isEndedBelow(below) ? undefined : { ...base, right: `!\`${withoutLoneQuote(open)}\``, isOpen: true };
  return /\S$/.test(label) && forms.glued.test(rest) ? { ...base, right: ` ${rest}` } : undefined;
}

/** A command whose last character is a quote that nothing opens was to end with a backtick there. */
const withoutLoneQuote = (command: string): string =>
  /['’´]$/.test(command) && command.split("'").length !== 3 ? command.slice(0, -1) : command;

/** Whether the paragraph goes on with an odd number of backticks, one of which ends the command. */
const isEndedBelow = (below: string): boolean => below.split(/\r?\n[ \t]*\r?\n/, 1)[0]!.split('`').length % 2 === 0;

/** In a skill it may be spoken of how this is written; not so behind the name of what a command tells. */
const isContext = ({ uri }: Document, workspace: Workspace, label: string): boolean =>
  workspace.role(uri) === 'command' ||
  /\b(?:status|branch|diff|log|commits?|changes|version|directory|files|date|context|remote|history|state)\b/i.test(
    label,
  );

function findingOf({ uri }: Document, span: Span, { right, isOpen, isInside }: Near): Finding {
  const form = right.trim();
  return {
    span,
    ...(isInside && { severity: 'information' as const }),
    message: isOpen
      ? say('No backtick closes this command, so Claude Code does not run it; the model reads it as it stands.')
      : right === form
        ? say('Claude Code runs what is written {0}; this is not run, and the model reads it as it stands.', form)
        : say('Without a space before it Claude Code does not run this; the model reads it as it stands.'),
    fixes: () => [
      { title: say('Change to `{0}`', form), edits: [{ uri, span, text: right }], safe: false, preferred: true },
    ],
  };
}
