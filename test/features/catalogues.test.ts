// A repository's own JSON files that list its agents and skills: found, changed when asked, and nothing else taken for one.
import { checkReferences, checkRename } from '../support/rename';
import { agent, file, skill } from '../support/fixture';

const skills = skill('web-search') + skill('deep-dive') + skill('unit-tests') + agent('code-judge') + agent('judge');

const matrix = (name: string): string =>
  `{\n  "version": "check",\n  "agents": {\n    "judge": { "always": ["${name}", "web-search", "check it"] }\n  },\n` +
  `  "skills": { "${name}": { "keywords": ["checks"] }, "deep-dive": {}, "unit-tests": {}, "code-judge": "check-x" }\n}\n`;

suite('catalogues', () => {
  test('a name is changed when asked, as a value and as a key under which it is described', () =>
    checkRename(
      'lint',
      skill('check', 'name: ch<|>eck\ndescription: Checks.') +
        skills +
        file('.claude/skills/skill-rules.json', matrix('check').replace('"version": "check"', '"version": "1"')),
      skill('lint', 'name: lint\ndescription: Checks.') +
        skills +
        file('.claude/skills/skill-rules.json', matrix('lint').replace('"version": "check"', '"version": "1"')),
      [
        '"judge": { "always": ["check", "web-search", "check it"] }',
        '"skills": { "check": { "keywords": ["checks"] }, "deep-dive": {}, "unit-tests": {}, "code-judge": "check-x" }',
      ],
    ));

  test('a path is changed with what it leads to', () => {
    const paths = (name: string): string =>
      `{ "all": ["./skills/${name}/", "skills/deep-dive", "skills/unit-tests/SKILL.md", "skills/${name}/x.md", "skills/none"] }\n`;
    const one = (name: string, text: string): string => `-- skills/${name}/SKILL.md --\n---\n${text}\n---\n`;
    const others =
      one('deep-dive', 'name: deep-dive\ndescription: D.') + one('unit-tests', 'name: unit-tests\ndescription: U.');
    checkRename(
      'lint',
      one('check', 'name: ch<|>eck\ndescription: Checks.') +
        file('skills/check/x.md', 'x\n') +
        others +
        file('catalog.json', paths('check')),
      one('lint', 'name: lint\ndescription: Checks.') +
        file('skills/lint/x.md', 'x\n') +
        others +
        file('catalog.json', paths('lint')),
      [paths('check').trim(), paths('check').trim()],
    );
  });

  test('a marketplace that says what its plugins hold', () => {
    const market = (name: string): string =>
      `{ "name": "m", "owner": { "name": "o" }, "plugins": [{ "name": "kit", "source": "./kit", "strict": false,\n` +
      `"skills": ["./skills/${name}", "./skills/other"] }, { "name": "check", "source": "./check" }] }\n`;
    const one = (name: string, text: string): string => `-- kit/skills/${name}/SKILL.md --\n---\n${text}\n---\n`;
    checkRename(
      'lint',
      one('check', 'name: ch<|>eck\ndescription: Checks.') + file('.claude-plugin/marketplace.json', market('check')),
      one('lint', 'name: lint\ndescription: Checks.') + file('.claude-plugin/marketplace.json', market('lint')),
      ['"skills": ["./skills/check", "./skills/other"] }, { "name": "check", "source": "./check" }] }'],
    );
  });

  test('a name that an agent and a skill have is what the key speaks of, or nothing', () =>
    checkReferences(
      skill('judge', 'name: <|judge|>') +
        skills +
        file(
          '.claude/list.json',
          '{ "skills": ["<|judge|>", "web-search", "deep-dive", "unit-tests"], "agents": ["judge"], "always": ["judge"] }\n',
        ),
    ));

  test('a file that lists fewer is none, nor are words that happen to be names', () =>
    checkReferences(
      skill('judge', 'name: <|judge|>') +
        skill('search') +
        skill('tests') +
        skill('web-search') +
        file('.claude/few.json', '{ "keywords": ["judge", "search", "tests", "web-search"] }\n') +
        file('package.json', '{ "keywords": ["judge", "search", "tests"] }\n'),
    ));

  test('nor is one in the folder of a skill, or somewhere in the project', () =>
    checkReferences(
      skill('check', 'name: <|check|>') +
        skills +
        file('.claude/skills/web-search/data.json', '["check", "web-search", "deep-dive", "unit-tests"]\n') +
        file('src/data.json', '["check", "web-search", "deep-dive", "unit-tests"]\n'),
    ));
});
