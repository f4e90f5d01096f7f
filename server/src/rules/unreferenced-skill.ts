// Skills that no other file names: nobody but a person or the model itself can start them.
import { entry } from '../syntax/data';
import { mayMention, traceOf } from '../workspace/mentions';
import { symbolName } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import { defineRule, say } from './rule';

const on = '-- agentwright.json --\n{ "rules": { "unreferenced-skill": "information" } }\n';
const skill = (name: string): string =>
  `-- .claude/skills/tdd/SKILL.md --\n---\nname: ${name}\ndescription: Helps.\n---\n\nWork.\n`;
const agent = (keys: string, body: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n${keys}---\n\n${body}\n`;

export default defineRule({
  id: 'unreferenced-skill',
  severity: 'information',
  reach: 'repository',
  off: true,
  summary: 'A skill that no agent, skill, command or memory file of the project names.',
  why:
    'Where agents are meant to load what they need, as in agent-studio, a skill that none of them names may have been forgotten. ' +
    'It may be right all the same: a model chooses a skill by its description, and a person by `/name`; programs and files of ' +
    'other kinds that name it are not looked into. So it is off at first. What an agent has is in *Show What the Tool Sees*.',
  source: 'The names in the files of the project itself.',
  examples: [
    { bad: on + skill('<|tdd|>') + agent('', 'Work.') },
    { bad: on + skill('tdd') + agent('skills: [tdd]\n', 'Work.') },
    { bad: on + skill('tdd') + agent('', "Skill({ skill: 'tdd' });") },
    { bad: on + skill('tdd') + agent('', 'Use `tdd` first.') },
    { bad: skill('tdd') + agent('', 'Work.') },
  ],
  *check({ uri, data, frontMatter }, workspace) {
    const definitions = workspace.file(uri)?.definitions ?? [];
    const [own] = definitions;
    if (workspace.role(uri) !== 'skill' || !frontMatter?.close || own?.reachable !== true) return;
    for (const { symbol } of definitions) {
      for (const holder of workspace.names.holders(symbol)) if (holder !== uri) return;
      for (const other of workspace.mayMention(symbolName(symbol)))
        if (other !== uri && isMentioned(workspace, other, symbolName(symbol))) return;
    }
    const name = entry(data, 'name')?.value;
    yield {
      span: name?.is === 'scalar' ? name.span : { start: frontMatter.open.start, end: frontMatter.open.start + 3 },
      message: say('No agent, skill, command or memory file here names the skill `{0}`.', own.name),
    };
  },
});

/** Of a file whose tree is at hand nothing is kept that would tell. */
function isMentioned(workspace: Workspace, uri: string, name: string): boolean {
  const document = workspace.document(uri);
  return !document || (document.text.includes(name) && mayMention(traceOf(document, workspace.groups(document)), name));
}
