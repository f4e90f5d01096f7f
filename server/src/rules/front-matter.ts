// Agents, skills and commands whose front matter their tool cannot see.
import type { Document } from '../syntax/document';
import type { Problem } from '../syntax/problem';
import { unfenced } from '../syntax/unfenced';
import { neverAComponent, type Role } from '../workspace/classify';
import { baseName } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { onlyFirst } from './edits';
import { closedBehindValue, keyBehindFence } from './glued-fences';
import { behindFence, fence, hidden, replaced, said, type Place } from './hidden-keys';
import { inBraces } from './key-margin';
import { fromTop } from './move-front-matter';
import { closed, earlyEnd, endsEarly, oddFence, withoutLanguage } from './front-fences';
import { isLine, isTemplate, missing, withoutFences } from './no-front-matter';
import { defineRule, say, type Finding } from './rule';
import { writtenBreaks } from './written-breaks';

const team = ['a', 'b', 'e']
  .map(name => `-- team/${name}.md --\n---\nname: ${name}\ndescription: Helps.\n---\nHelp.\n`)
  .join('');

export default defineRule({
  id: 'front-matter',
  severity: 'error',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary: 'Front matter that is missing, not at the top, not closed, or between odd fences.',
  why:
    'Claude Code wants three hyphens alone on the very first line, and it takes the next three hyphens, wherever they ' +
    'stand, for the end. Where it sees no front matter, an agent counts as documentation and nothing is said; a skill ' +
    'is known by the first line of its body alone. A word after the opening hyphens, as in `---js`, hides the front ' +
    'matter from Claude Code, and loaders built on gray-matter that keep its engines, such as opencode, run it as a program.',
  source:
    'Observed: Claude Code 2.1.330, 22 November 2026, and of rules, 30 November 2026; opencode 1.18.33, 24 November 2026.',
  examples: [
    {
      bad: '-- .claude/commands/go.md --\n---<|js|>\ndescription: Go.\n---\nGo.\n',
      good: '-- .claude/commands/go.md --\n---\ndescription: Go.\n---\nGo.\n',
    },
    {
      bad: '-- .claude/agents/reviewer.md --\n<|# Reviewer|>\n\nYou review *diffs*.\n',
      good: '-- .claude/agents/reviewer.md --\n---\nname: reviewer\ndescription: You review diffs.\n---\n\n# Reviewer\n\nYou review *diffs*.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|\n|>---\nname: a\ndescription: Helps.\n---\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|# A\n\n|>---\nname: a\ndescription: Helps.\n---\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n# A\n\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|```markdown\n|>---\nname: a\ndescription: Helps.\n---\nRun:\n\n```bash\nls\n```\n\nHelp.\n```\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nRun:\n\n```bash\nls\n```\n\nHelp.\n',
    },
    {
      bad: '-- agents/a.md --\n\n<|    ---|>\n    name: a\n    description: Helps.\n    ---\n    Help.\n',
      good: '-- agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|  ---|>\nname: a\ndescription: Helps.\ntools:\n  - Read\n---\n- One\n  - Two\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools:\n  - Read\n---\n- One\n  - Two\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|  ---|>\n  name: a\n  description: Helps.\n  ---\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n<|--|>\n\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n\nHelp.\n',
    },
    {
      bad: '-- .claude/skills/a/SKILL.md --\n<|---|>\nname: a\ndescription: Helps.\n\n# A\n',
      good: '-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Helps.\n---\n\n# A\n',
    },
    {
      bad: '-- docs/agents/a.md --\n<|---\\nname: a\\ndescription: Helps.\\ntools:\\n  - Read\\n---|>\n\nHelp.\n',
      good: '-- docs/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools:\n  - Read\n---\n\nHelp.\n',
    },
    { bad: '-- .claude/agents/a.md --\n<|---\\nname: a\\ndescription: Helps.\\n\\nuser: Go.\\n---|>\n\nHelp.\n' },
    {
      bad: `${team}-- team/c.md --\n<|---\\nid: c\\nname: c\\n# More.\\ndescription: Helps.\\n---\\n\\nHelp.|>\n`,
      good: `${team}-- team/c.md --\n---\nid: c\nname: c\n# More.\ndescription: Helps.\n---\n\nHelp.\n`,
    },
    {
      bad: `${team}-- team/e.md --\n# Ours\n\nAll of them look so:\n\n\`\`\`yaml\n---\nname: a\ndescription: Helps.\n---\n\`\`\`\n`,
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nskills: [b, c] <|---|>\n\n# A\n\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nskills: [b, c]\n---\n\n# A\n\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nmodel: opus<|---|>\nYou help.\n\n## Work\n\nDo.\n\n---\n\nMore.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nmodel: opus\n---\nYou help.\n\n## Work\n\nDo.\n\n---\n\nMore.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n<|------|>\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n<|---# A|>\n\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n\n# A\n\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|j---|>\nname: a\ndescription: Helps.\n---\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n<|---j|>\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n<|--- End of front matter|>\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n<|===|>\n\n# A\n\nHelp.\n\n---\n\nMore.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n\n# A\n\nHelp.\n\n---\n\nMore.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nskills: [b]\n<|  ---|>\n\n# A\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nskills: [b]\n---\n\n# A\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nskills: [b]\n<|- - -|>\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nskills: [b]\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/commands/a.md --\n---\ndescription: |\n  Helps\n  ===\n  and more.\nmodel: opus\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|+++|>\nname = "a"\ndescription = "Helps."\n+++\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: "a"\ndescription: "Helps."\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---<|toml|>\nname = "a"\ndescription = "Helps."\n---\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: "a"\ndescription: "Helps."\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|+++|>\nname: a\ndescription: Helps.\n+++\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|name: a|>\ndescription: Helps.\n---\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n---\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|name: a|>\ndescription: Helps.\ntools: Read\n\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools: Read\n---\n\nHelp.\n',
    },
    {
      bad: `${team}-- team/c.md --\n<|name: c|>\ndescription: Helps.\n\nHelp.\n-- team/d.md --\nHelp: yes.\n`,
      good: `${team}-- team/c.md --\n---\nname: c\ndescription: Helps.\n---\n\nHelp.\n-- team/d.md --\nHelp: yes.\n`,
    },
    {
      bad: '-- .claude/agents/a.md --\n<|—-|>\nname: a\ndescription: Helps.\ntools: Read\n—-\n\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools: Read\n---\n\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|\\---|>\nname: a\ndescription: Helps.\ntools: Read\n\\---\n\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools: Read\n---\n\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|```yaml|>\nname: a\ndescription: Helps.\ntools: Read\n```\n\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools: Read\n---\n\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|+---|>\n+name: a\n+description: Helps.\n+tools: Read\n+---\n+\n+Help.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools: Read\n---\n\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|     1\t---|>\n     2\tname: a\n     3\tdescription: Helps.\n     4\ttools: Read\n     5\t---\n     6\t\n     7\tHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools: Read\n---\n\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|***|>\n\n## name: a\ndescription: Helps.\ntools: Read\n\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools: Read\n---\n\nHelp.\n',
    },
    {
      bad: '-- .claude/skills/a/SKILL.md --\n<|---|>\n\n## name: a\ndescription: Helps.\nuser-invocable: true\n\n# A\n\nHelp.\n',
      good: '-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Helps.\nuser-invocable: true\n---\n\n# A\n\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n<|**name:** a|>\n**description**: Helps.\n**tools:** Read\n\nHelp.\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\ntools: Read\n---\n\nHelp.\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---<|js|>\nname: a\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Reads <|---|> and writes.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Reads — and writes.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nmodel: opus<|---|>\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nmodel: opus\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\nname: code<|---|>review\ndescription: Helps.\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: code-review\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- agents/a.md --\n---<| name: a|>\ndescription: Helps.\n---\n',
      good: '-- agents/a.md --\n---\nname: a\ndescription: Helps.\n---\n',
    },
    {
      bad: '-- .claude/agents/a.md --\n---\n<|{|>\n  "name": "a",\n  "description": "Helps.",\n  "tools": ["Read"]\n}\n---\n',
      good: '-- .claude/agents/a.md --\n---\nname: "a"\ndescription: "Helps."\ntools: ["Read"]\n---\n',
    },
    { bad: '-- .claude/agents/shared/terms.md --\n<|# Terms|>\n\nA *diff* is a change.\n' },
    {
      bad: '-- templates/agents/a.agent.md --\n---\n\nname: {{json name}}\n{{#if x}}tools: {{x}}\n{{/if}}---\n{{body}}\n',
    },
    { bad: '-- agents/guide.md --\n---\n\n# The guide of an agent\n\nWe name: things.\n\n## More\n\nText.\n' },
    {
      bad: '-- .claude/rules/a.md --\n<|\n|>---\npaths: src/**\n---\nUse tabs.\n',
      good: '-- .claude/rules/a.md --\n---\npaths: src/**\n---\nUse tabs.\n',
    },
    { bad: '-- .claude/agents/README.md --\n# Agents\n' },
    { bad: '-- .claude/commands/go.md --\nGo.\n' },
  ],
  *check(document, workspace) {
    const { uri, frontMatter } = document;
    const role = roleOf(document, workspace);
    if (role === undefined) return;
    const place = { document, workspace, role };
    const written = writtenBreaks(place);
    if (written) {
      yield written;
      return;
    }
    for (const problem of document.problems) {
      const finding = ofProblem(problem, place);
      if (finding) yield finding;
    }
    if (!frontMatter) return;
    if (/^ya?ml$/i.test(frontMatter.language)) {
      const span = { start: frontMatter.open.start + fence.length, end: frontMatter.open.end };
      yield {
        span,
        ...behindFence(place),
        fixes: () => [replaced(uri, say('Remove it'), span, '')],
      };
    }
    const braces = inBraces(document);
    if (braces) yield braces;
    const early = earlyEnd(document.text, frontMatter);
    if (early && workspace.schema(uri)?.kind.loader !== 'strict') yield endsEarly(place, early);
  },
});

/** What the file is, or is clearly meant to be. */
function roleOf({ uri, text, problems }: Document, workspace: Workspace): Place['role'] | undefined {
  const role: Role = workspace.role(uri);
  if (role === 'agent' || role === 'skill' || role === 'command') return role;
  // They too load without front matter, and lose what their keys say.
  if (role === 'rule' || role === 'output-style') return 'command';
  if (role !== 'plain' || !/\/agents\//.test(uri) || neverAComponent(baseName(uri))) return undefined;
  const late = problems.some(
    ({ cause, args: [first = ''] }) =>
      cause === 'front-matter-late' || first === 'open' || (cause === 'front-matter-language' && isKey.test(first)),
  );
  const speaks = /agent\.md$/i.test(uri) || /^\s*# .*\bagent\s*$/im.test(text.slice(0, 200));
  return late || speaks ? 'agent' : undefined;
}

const isKey = /^(?:\\n)?(name|description|model|tools):\s/;

function ofProblem({ cause, span, args }: Problem, place: Place): Finding | undefined {
  const { document } = place;
  switch (cause) {
    case 'front-matter-missing':
      return args[0] === 'keys' ? withoutFences(place, span) : missing(place, span, args[0] === 'open');
    case 'front-matter-late': {
      const [why] = args;
      const words =
        why === 'blank'
          ? 'Blank lines stand above the front matter; it must begin on the first line.'
          : why === 'indented'
            ? 'The front matter is indented; it must begin in the first column of the first line.'
            : 'Text stands above the front matter; it must begin on the first line.';
      return { span, ...said(words, hidden(place)), fixes: () => fromTop(document, why === 'text') };
    }
    case 'front-matter-unclosed':
      if (isTemplate(document)) return undefined;
      if (args[0] === 'glued') {
        const words = 'The line that should close the front matter stands after a value, so nothing closes it.';
        const marks = { start: span.end - 3, end: span.end };
        return { span: marks, ...said(words, hidden(place)), fixes: () => [closedBehindValue(document, span)] };
      }
      // A line across the page, above a text that has no front matter.
      if (document.parts.length === 0 && isLine(document)) {
        if (place.workspace.role(document.uri) === 'plain') return undefined;
        return unfenced(document.text, span.start) ? withoutFences(place, span) : missing(place, span, false);
      }
      return {
        span,
        ...said('No line `---` closes the front matter.', hidden(place)),
        fixes: () => closed(document),
      };
    case 'front-matter-fence':
      return oddFence(place, span, args);
    case 'front-matter-language':
      return {
        span,
        ...behindFence(place),
        fixes: () => [...keyBehindFence(document, span), withoutLanguage(document, span)].map(onlyFirst),
      };
    default:
      return undefined;
  }
}
