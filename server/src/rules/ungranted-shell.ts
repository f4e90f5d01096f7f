// Commands that an agent is told to run in a shell which its front matter does not grant.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { currentName, listedTools, toolLimit } from '../workspace/tools';
import { adding } from './edits';
import { isShell } from './prose';
import { defineRule, say } from './rule';
import { anyProgram } from './shell-words';

const agent = (keys: string, body: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n${keys}\n---\n\n${body}\n`;
const told = '```bash\n<|npm test|>\n```';

export default defineRule({
  id: 'ungranted-shell',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'agent',
  values: ['tools', 'disallowedTools'],
  summary: 'A command that an agent is told to run, though its `tools` do not grant `Bash`.',
  why:
    'Claude Code hands an agent the listed tools and no others. Told to run a command without a shell, the model makes do ' +
    'with other tools, or says that it ran it.',
  source:
    'Observed: Claude Code 2.1.330, 22 November 2026; 10 of 10 such agents in 18 public repositories, read by hand.',
  examples: [
    {
      bad: agent('tools: Read, Write', `Before you start:\n\n${told}`),
      good: agent('tools: Read, Write, Bash', `Before you start:\n\n${told.replace(/<\||\|>/g, '')}`),
    },
    { bad: agent('tools: Read\n', 'Then users can install it with:\n\n```bash\nnpm install x\n```\n') },
    { bad: agent('tools: Read\n', 'The agent will start its own loop with:\n\n```bash\nnode loop.js\n```\n') },
    { bad: agent('disallowedTools: Bash', '```sh\n# all of them\n<|./check.sh|> --all\n```') },
    { bad: agent('tools: Read, Bash', '```bash\nnpm test\n```') },
    { bad: agent('model: opus', '```bash\nnpm test\n```') },
    { bad: agent('tools: Read', '```bash\nRead("x.md")\nmcp__x__y\n```\n\n```python\nnpm = 1\n```') },
    { bad: agent('tools: Read', '````markdown\n```bash\nnpm install\n```\n````') },
  ],
  *check(document, workspace) {
    // Asked first, since this is asked at each key: where neither key stands, all tools are there.
    if (!entry(document.data, 'tools') && !entry(document.data, 'disallowedTools')) return;
    const known = workspace.file(document.uri)?.definitions[0]?.tools;
    if (known?.includes('Bash') && !entry(document.data, 'disallowedTools')) return;
    const limit = toolLimit(document, workspace);
    if (limit.is === 'none') return;
    const shells = ['Bash', 'PowerShell'];
    const isListed = limit.is === 'inherited' || limit.tools.some(tool => shells.includes(currentName(tool)));
    const denied = listedTools(document, workspace, 'disallowedTools').some(tool => tool.name === 'Bash');
    if (isListed && !denied) return;
    // Said once: an agent without a shell cannot run any of them.
    const span = firstCommand(document);
    if (!span) return;
    const command = document.text.slice(span.start, span.end);
    if (denied) {
      yield { span, message: say('The agent is told to run `{0}`, but `disallowedTools` takes `Bash` away.', command) };
      return;
    }
    yield {
      span,
      message: say('The agent is told to run `{0}`, but its `tools` do not grant `Bash`.', command),
      fixes: () => adding(document, 'tools', 'Bash'),
    };
  },
});

/** The first word or two of the first command that stands in a block of the shell. */
function firstCommand({ text, body }: Document): Span | undefined {
  for (const { start, content } of body?.sections ?? []) {
    for (const { info, span, outer } of content.fences) {
      if (!isShell(text.slice(start + info.start, start + info.end))) continue;
      const at = start + span.start;
      const block = text.slice(at, start + span.end);
      // What follows decides nothing: a block may go on with what the command prints.
      const line = /^[ \t]*(?!#|\s).*$/m.exec(block);
      const command = line && commands.exec(line[0]);
      if (!command || isForOthers(text.slice(Math.max(0, at - window), start + outer.start))) continue;
      const from = at + line.index + command[1]!.length;
      return { start: from, end: from + command[2]!.length };
    }
  }
  return undefined;
}

/** «After that, users can install it with:», «The agent will begin its own loop with:». */
const isForOthers = (above: string): boolean =>
  /\b(?:(?:users?|people|they|others?) (?:can|may|will|then)|agents? (?:can|may|will)\b[^\n]*\bits own)\b[^\n]*\n\s*$/i.test(
    above,
  );

/** How far above a block the sentence that leads to it begins. */
const window = 200;

/** Programs that everybody knows, and scripts by their path: what else looks like a command may be a call of a tool. */
const commands = new RegExp(
  `^(\\s*(?:\\$ )?)(${anyProgram}(?: (?![-<"'$])[\\w./:@-]+)?|\\.{1,2}\\/[\\w./-]+)(?=\\s|$)`,
);
