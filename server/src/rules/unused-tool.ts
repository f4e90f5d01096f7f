// Tools that an agent is given and that nothing in its body asks for.
import type { Document } from '../syntax/document';
import { mcpServerOf } from '../workspace/references';
import { currentName, listedTools, resolves, type ListedTool } from '../workspace/tools';
import { removing, second } from './edits';
import { defineRule, say } from './rule';

const agent = (tools: string, body: string): string =>
  `-- agentwright.json --\n{ "rules": { "unused-tool": "hint" } }\n-- .claude/agents/a.md --\n---\nname: a\ndescription: Reviews code.\ntools: ${tools}\n---\n\n${body}\n`;

export default defineRule({
  id: 'unused-tool',
  severity: 'hint',
  reach: 'document',
  off: true,
  roles: role => role === 'agent',
  summary: 'A tool that an agent is given, and that nothing in its instructions asks for.',
  why:
    'Each tool costs part of the context, and what an agent cannot do it cannot do by mistake. Whether a model needs a tool is ' +
    'not always written down, so this is told of on request alone, and of tools that only read never.',
  source: 'Claude Code documentation, subagents, August 2026: give an agent the tools alone that it needs.',
  examples: [
    {
      bad: agent('Read, <|NotebookEdit|>', 'Read the change and say what is wrong with it.'),
      good: agent('Read', 'Read the change and say what is wrong with it.'),
    },
    { bad: agent('Read, <|mcp__jira__search|>, LS', 'Read the change and say what is wrong with it.') },
    { bad: agent('Read, Bash, mcp__jira__search', 'Run the tests; look into Jira for the ticket.') },
    { bad: agent('Read, Bash', '```sh\nmake\n```') },
    { bad: agent('Read, Bash', '') },
  ],
  *check(document, workspace) {
    const { text, body, data } = document;
    const told = body ? text.slice(body.span.start, body.span.end) : '';
    if (told.trim() === '' || data?.is !== 'map') return;
    for (const tool of listedTools(document, workspace, 'tools')) {
      if (isAskedFor(tool, told, document)) continue;
      yield {
        span: tool.span,
        tag: 'unused',
        message: say('Nothing in the instructions asks for `{0}`.', tool.name),
        fixes: () => removing(document, 'tools', tool.span, tool.name).map(second),
      };
    }
  },
});

/** The words by which instructions ask for what a tool does. Of what is not here, the name alone is sought. */
const words: Readonly<Record<string, RegExp>> = {
  Bash: /\b(bash|shell|commands?|terminal|run(s|ning)?|execut\w+|git|npm|pip|cli|scripts?|tests?|build|install\w*|deploy\w*|checks?|lint\w*|commits?|profil\w+|benchmark\w*|docker|kubectl)\b|^ *```(?:sh|zsh|console)/im,
  PowerShell: /\b(powershell|shell|commands?|run|execut\w+|scripts?)\b/i,
  WebSearch: /\b(web|search\w*|internet|online|research\w*|look up|latest|current|trends?|news|sources?)\b/i,
  WebFetch: /\b(web\w*|urls?|https?|fetch\w*|documentation|docs|online|pages?|research\w*|sites?|api)\b/i,
  Write: /\b(writ\w+|creat\w+|generat\w+|produc\w+|document\w*|sav\w+|implement\w*|build\w*|develop\w*|add\w*|output\w*|reports?|updat\w+|design\w*)\b/i,
  Edit: /\b(edit\w*|modif\w+|updat\w+|implement\w*|fix\w*|refactor\w*|chang\w+|improv\w+|optimi[sz]\w+|add\w*|remov\w+|develop\w*|build\w*|creat\w+|writ\w+|migrat\w+)\b/i,
  NotebookEdit: /\b(notebooks?|jupyter|ipynb)\b/i,
  Agent: /\b((sub-?)?agents?|delegat\w+|orchestrat\w+|task tool|dispatch\w*|spawn\w*)\b/i,
  Skill: /\bskills?\b/i,
  TodoWrite: /\b(todo\w*|tasks?|plan\w*|track\w*|steps?|progress|checklist)\b/i,
  AskUserQuestion: /\b(ask\w*|question\w*|clarif\w+|confirm\w*|users?)\b/i,
  SendMessage: /\b(messages?|send\w*|notif\w+|tell|report\w*|team\w*|coordinat\w+)\b/i,
}; // prettier-ignore

/** They look at things, as every job does. */
const reading =
  /^(Read|Glob|Grep|LSP|ToolSearch|ListMcpResourcesTool|ReadMcpResourceTool|Task[A-Z]\w+|Bash\w+|Kill\w+|Monitor)$/;

function isAskedFor(tool: ListedTool, told: string, { text }: Document): boolean {
  const name = currentName(tool);
  if (name.includes('*') || reading.test(name) || !resolves(tool)) return true;
  if (told.includes(tool.name) || told.includes(name)) return true;
  const server = mcpServerOf(name);
  if (server !== undefined) return partsOf(name).some(part => told.toLowerCase().includes(part));
  const asked = words[name];
  // What an agent is for is said in its description, too.
  return asked !== undefined && (asked.test(told) || asked.test(/^description:.*$/m.exec(text)?.[0] ?? ''));
}

/** The words in the name of an MCP tool that say something: `jira` and `search` of `mcp__jira__search`. */
const partsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/_+|-/)
    .filter(part => part.length > 2 && part !== 'mcp' && part !== 'get');
