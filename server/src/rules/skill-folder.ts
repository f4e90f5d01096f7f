// Skills whose name is not that of their folder.
import { entry } from '../syntax/data';
import { baseName, parent } from '../workspace/uris';
import { changeTo, second, yamlText } from './edits';
import { moveTo } from './moving';
import { plainForm } from './nearest';
import { defineRule, say, type Fix } from './rule';

/** Where a program keeps what it copies to elsewhere. */
const isStore = /^(?:assets|templates|resources|src|dist|lib|docs|data)$/;

/** Away from all folders of skills one that tells what it holds, such as `skill-codex` with the skill for Codex. */
const isKind = (folder: string): boolean =>
  /^skill(?:-[a-z]+)?$/.test(baseName(folder)) && !folder.includes('/skills/');

export default defineRule({
  id: 'skill-folder',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'skill',
  reads: 'front matter',
  values: ['name'],
  summary: 'A skill whose `name` differs from its folder.',
  why:
    'Claude Code calls a skill by its folder and shows the name only as a label; Visual Studio Code replaces the name; ' +
    'the open standard rejects the skill.',
  source:
    'Observed: Claude Code 2.1.330, 22 November 2026, and Visual Studio Code 1.139.1; the Agent Skills specification, 9 August 2026.',
  examples: [
    {
      bad: '-- .claude/skills/tdd/SKILL.md --\n---\nname: <|test-first|>\ndescription: Test first.\n---\n',
      good: '-- .claude/skills/tdd/SKILL.md --\n---\nname: tdd\ndescription: Test first.\n---\n',
    },
    {
      bad: '-- .claude/skills/tdd/SKILL.md --\n---\nname: "<|TDD|>"\ndescription: Test first.\n---\n',
      good: '-- .claude/skills/tdd/SKILL.md --\n---\nname: tdd\ndescription: Test first.\n---\n',
    },
    {
      bad: '-- .claude/skills/group/tdd/SKILL.md --\n---\nname: <|test-first|>\ndescription: Test first.\n---\n',
      good: '-- .claude/skills/group/tdd/SKILL.md --\n---\nname: tdd\ndescription: Test first.\n---\n',
    },
    { bad: '-- .claude/skills/tdd/SKILL.md --\n---\nname: ~\ndescription: Test first.\n---\n' },
    { bad: '-- .claude/skills/tdd/codex/SKILL.md --\n---\nname: tdd\ndescription: Test first.\n---\n' },
    { bad: '-- templates/SKILL.md --\n---\nname: "{{ name }}"\ndescription: Test first.\n---\n' },
    {
      bad: '-- .claude/skills/docs/SKILL.md --\n---\nname: <|writing|>\ndescription: Writes.\n---\n',
      good: '-- .claude/skills/docs/SKILL.md --\n---\nname: docs\ndescription: Writes.\n---\n',
    },
    { bad: '-- assets/SKILL.md --\n---\nname: tdd\ndescription: Test first.\n---\n' },
    {
      bad: '-- kit/skill-making/SKILL.md --\n---\nname: <|Skill Making|>\ndescription: Makes skills.\n---\n',
      good: '-- kit/skill-making/SKILL.md --\n---\nname: skill-making\ndescription: Makes skills.\n---\n',
    },
    { bad: '-- builtins/skill-codex/SKILL.md --\n---\nname: tdd\ndescription: Test first.\n---\n' },
    { bad: '-- .claude/skills/SKILL.md --\n---\nname: tdd\ndescription: Test first.\n---\n' },
  ],
  *check(document, workspace) {
    const { uri } = document;
    const folder = parent(uri);
    const wanted = baseName(folder);
    // A folder for all skills is none of this one, as `skill-place` tells.
    if (isCheckout(folder) || wanted === 'skills' || (isStore.test(wanted) && baseName(parent(folder)) !== 'skills'))
      return;
    const name = entry(document.data, 'name')?.value;
    if (name?.is !== 'scalar' || name.value === null || name.text.trim() === '') return;
    if (name.text.normalize('NFKC') === wanted.normalize('NFKC')) return;
    // Where Claude Code does not find the skill, as `skill-place` tells, it has no command.
    const isTooDeep = workspace.file(uri)?.definitions[0]?.reachable === false;
    // One for each tool, in folders of their own, or a text that becomes a skill.
    if ((isTooDeep && name.text === baseName(parent(folder))) || name.text.includes('{{')) return;
    // Another word may be the right one, and the folder the accident.
    const isSameWords = plainForm(name.text) === plainForm(wanted);
    if (isKind(folder) && !isSameWords) return;
    const isSpelling = isSameWords && workspace.plugin(uri) === undefined;
    const sureness = !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(wanted) ? 'possible' : isSpelling ? 'safe' : 'best';
    yield {
      span: name.span,
      message: isTooDeep
        ? say('The folder is called `{0}`, and the open standard rejects the skill. Give both the same name.', wanted)
        : say(
            'The folder is called `{0}`, and that is the command in Claude Code; Visual Studio Code replaces the name, and the open standard rejects the skill. Give both the same name.',
            wanted,
          ),
      fixes: () => [
        changeTo(document, name.outer, wanted, sureness, yamlText(wanted)),
        ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name.text) ? moved(name.text) : []).map(second),
      ],
    };

    /** The folder under the skill's name; where there is one already without a skill, the file alone goes there. */
    function moved(to: string): Fix[] {
      const home = `${parent(folder)}/${to}`;
      const whole = moveTo(workspace, folder, home, say('Rename the folder to `{0}`', to));
      return whole.length > 0
        ? whole
        : moveTo(workspace, uri, `${home}/SKILL.md`, say('Move the skill to the folder `{0}`', to));
    }

    /** The folder of a whole repository or plugin is called as whoever checked it out likes. */
    function isCheckout(at: string): boolean {
      return workspace.plugin(uri)?.root === at || workspace.paths.root(at) === at;
    }
  },
});
