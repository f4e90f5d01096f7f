// The fixes at a place, and all safe fixes at once: repeated until none is left, every other byte kept.
import { strict as assert } from 'node:assert';
import { fixAll, fixesAt } from '../../server/src/features/fixes';
import { render } from '../../server/src/rules/rule';
import { checkFixAll, checkInsertSkill, fixTitles } from '../support/features';
import { agent, applyEdits, fixture, openAll, root, skill } from '../support/fixture';
import { readOpen } from '../support/rename';

const front = '---\nname: a\ndescription: Works.\n---\n\n';

suite('fixes', () => {
  test('of what is wrong at the cursor', () =>
    assert.ok(fixTitles('tools: [Rea<|>d, read, Grep]\nmodel: opus').length === 0));
  test('nearest first', () => assert.equal(fixTitles('tools: [re<|>ad, Grep]')[0], 'Change to `Read`'));
  test('a choice that begins with what is typed comes first', () =>
    assert.equal(fixTitles('permissionMode: acc<|>ept')[0], 'Change to `acceptEdits`'));
  test('of the word at the cursor before those of the whole value', () => {
    const { workspace, document, cursor } = fixture(
      '-- agentwright.json --\n{ "schemas": { "agent": "./agent.schema.json" } }\n' +
        '-- agent.schema.json --\n{ "properties": { "tools": { "type": "array", "items": { "type": "string" } } } }\n' +
        '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ntools: Read, Gr<|>pe\n---\n',
    );
    const titles = fixesAt(workspace, document, { start: cursor, end: cursor }).map(each => render(each.fix.title));
    assert.deepEqual([titles[0], titles.includes('Write it as a list')], ['Change to `Grep`', true], titles.join());
  });
  test('a file that a link or an import means can be created, last of all', () => {
    const link = fixTitles(`-- .claude/skills/a/SKILL.md --\n${front}See [it](gone<|>-far.md).\n`);
    assert.ok(link.indexOf('Create `gone-far.md`') > 0, link.join());
    assert.ok(fixTitles('-- CLAUDE.md --\nSee @docs/go<|>ne.md\n').includes('Create `docs/gone.md`'));
    assert.ok(!fixTitles('-- CLAUDE.md --\nSee @docs/go<|>ne.json\n').some(title => title.startsWith('Create')));
  });
  test('a skill that lies too deep is moved from where it is listed', () => {
    const deep = `-- .claude/skills/group/leaf/SKILL.md --\n${front}`;
    assert.equal(fixTitles(agent('a', 'skills: [le<|>af]') + deep)[0], 'Move the folder to `skills`');
  });
  test('an input of a call is not renamed where its value would be as wrong under the right name', () => {
    const asks = (value: string): string[] =>
      fixTitles(`-- .claude/skills/a/SKILL.md --\n${front}AskUserQuestion({ quest<|>ion: ${value} })\n`);
    assert.deepEqual(asks('[{ question: "Go on?" }]')[0], 'Change to `questions`');
    assert.ok(!asks('"Go on?"').includes('Change to `questions`'));
  });
  test('none elsewhere', () => assert.deepEqual(fixTitles('tools: [read, Grep]\nmodel: op<|>us'), []));
});

suite('a list that stands twice', () => {
  const joined = (source: string): string | undefined => {
    const made = fixture(`-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n${source}\n---\n`);
    const { workspace, document, cursor, files, uri } = made;
    const found = fixesAt(workspace, document, { start: cursor, end: cursor });
    const fix = found.find(each => render(each.fix.title).startsWith('Join'))?.fix;
    return fix && applyEdits(files, fix.edits).get(uri)!.split('\n').slice(3, -2).join('\n');
  };
  test('is joined, item by item', () =>
    assert.equal(
      joined('tools:\n  - Read\n  - Grep\nto<|>ols:\n  - Bash\n  - Read'),
      'tools:\n  - Grep\n  - Bash\n  - Read',
    ));
  test('is joined between brackets', () =>
    assert.equal(joined('tools: [Read, "Grep"]\nto<|>ols: [Bash]'), 'tools: [Read, "Grep", Bash]'));
  test('is not joined where one holds all of the other', () =>
    assert.equal(joined('tools: [Read]\nto<|>ols: [Bash, Read]'), undefined));
});

suite('fix all', () => {
  test('nothing where nothing is wrong', () => checkFixAll('tools: [Read]', 'tools: [Read]'));
  test('a value that YAML cannot read', () =>
    checkFixAll(
      '---\nname: a\ndescription: Use when: always. For tests.\n---\n',
      '---\nname: a\ndescription: "Use when: always. For tests."\n---\n',
    ));
  test('one after the other', () =>
    checkFixAll(
      '---\nname: a\ndescription: Use when: always. For tests.\ntools:\n  - read\n---\n\nText\n',
      '---\nname: a\ndescription: "Use when: always. For tests."\ntools:\n  - Read\n---\n\nText\n',
    ));
  test('two in one value: the second sees what the first has left', () =>
    // Without its first word the value would begin with a quotation mark, which YAML then takes for its own.
    checkFixAll("tools: BashOutput, BashOutput, 'Glob', 'Glob'", "tools: BashOutput, 'Glob'"));
  test('keeps every other byte, Windows line ends too', () => {
    const text =
      '---\r\nname: a\r\ndescription: Use when: 😀 always. \t\r\ntools: [read ,  Grep]\r\n---\r\n\r\nText  \r\n';
    const { files, workspace, document, uri } = fixture(`-- .claude/agents/a.md --\n${text}`);
    const fixed = applyEdits(files, fixAll(workspace, document)).get(uri)!;
    assert.ok(fixed.startsWith('---\r\nname: a\r\ndescription: "Use when: 😀 always."'), JSON.stringify(fixed));
    assert.ok(fixed.endsWith(' ,  Grep]\r\n---\r\n\r\nText  \r\n'), JSON.stringify(fixed));
    const again = openAll(new Map([[uri, fixed]]));
    assert.deepEqual(fixAll(again, again.document(uri)!), []);
  });
  test('what a fix would only push further is left alone', () => {
    const odd = 'context_files:\n  - a.md\n \n - b.md';
    checkFixAll(odd, odd);
  });
  test('leaves the workspace as it was', () => {
    const { workspace, document, uri } = fixture('---\nname: a\ndescription: b: c\n---\n');
    const before = workspace.references(document);
    fixAll(workspace, document);
    assert.deepEqual(workspace.references(document), before);
    assert.equal(workspace.document(uri), document);
    assert.equal(workspace.file(uri)?.definitions[0]?.description, 'b: c');
  });
});

suite('insert a skill', () => {
  test('into a list', () => checkInsertSkill('skills:\n  - tdd', 'lint', 'skills:\n  - tdd\n  - lint'));
  test('into brackets', () => checkInsertSkill('skills: [tdd]', 'lint', 'skills: [tdd, lint]'));
  test('into a text', () => checkInsertSkill('skills: tdd, a', 'lint', 'skills: tdd, a, lint'));
  test('where there is no list yet', () => checkInsertSkill('model: opus', 'lint', 'model: opus\nskills:\n  - lint'));
  test('not where it is listed', () => checkInsertSkill('skills: [tdd]', 'tdd', 'skills: [tdd]'));
  test('not into a skill', () => checkInsertSkill(skill('x'), 'tdd', skill('x')));
  test('with a body below', () => checkInsertSkill(agent('a', '', 'Text'), 'x', agent('a', 'skills:\n  - x', 'Text')));
});

suite('fixes in another file', () => {
  test('a skill that only the user starts can be opened to the model', () => {
    const skillFile = `${root}/.claude/skills/deploy/SKILL.md`;
    const made = fixture(
      agent('a', 'skills: [de<|>ploy]') + skill('deploy', 'disable-model-invocation: true\nmodel: opus'),
    );
    const { workspace, document, cursor, files } = made;
    const found = fixesAt(workspace, document, { start: cursor, end: cursor }, readOpen({ workspace, files }));
    const opening = found.find(({ fix }) => render(fix.title).includes('by itself'));
    assert.ok(opening, found.map(({ fix }) => render(fix.title)).join());
    const text = applyEdits(files, opening.fix.edits).get(skillFile);
    assert.equal(text, files.get(skillFile)!.replace('disable-model-invocation: true\n', ''));
  });
});
