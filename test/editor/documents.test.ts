// Whatever language VS Code gives a file, it gets our answers, and gets them once: beside VS Code's own, not doubled.
import assert from 'node:assert/strict';
import {
  at,
  completions,
  cursorAfter,
  finding,
  host,
  hovers,
  labelOf,
  open,
  ours,
  placeOf,
  tidily,
  write,
} from './support';

interface Kind {
  readonly title: string;
  readonly path: string;
  /** What VS Code calls it: now, and before it had languages of its own for agents and skills. */
  readonly languageId: { readonly newest: string; readonly oldest: string };
  readonly tools: string;
  /** Lines that VS Code completes, or might, beside us, each with something that must be offered. */
  readonly lines: readonly (readonly [line: string, label: string])[];
}

const agentLines: Kind['lines'] = [
  ['memory: ', 'project'],
  ['permissionMode: ', 'plan'],
  ['background: ', 'true'],
  ['tools: ', 'Write'],
  ['tools: Read, ', 'Write'],
  ['disallowedTools: [Read, ', 'Write'],
];
const skillLines: Kind['lines'] = [
  ['disable-model-invocation: ', 'true'],
  ['user-invocable: ', 'false'],
  ['context: ', 'fork'],
  ['effort: ', 'high'],
  ['allowed-tools: ', 'Write'],
];

const kinds: readonly Kind[] = [
  {
    title: 'an agent',
    path: '.claude/agents/tide-clerk.md',
    languageId: { newest: 'chatagent', oldest: 'markdown' },
    tools: 'tools',
    lines: agentLines,
  },
  {
    title: 'an agent in a folder',
    path: '.claude/agents/domain/pier-clerk.md',
    languageId: { newest: 'markdown', oldest: 'markdown' },
    tools: 'tools',
    lines: agentLines,
  },
  {
    title: 'a skill',
    path: '.claude/skills/mooring/SKILL.md',
    languageId: { newest: 'skill', oldest: 'markdown' },
    tools: 'allowed-tools',
    lines: skillLines,
  },
];

const text = (path: string, tools: string): string => `---
name: ${/([\w-]+)(\.md|\/SKILL\.md)$/.exec(path)?.[1]}
description: Keeps the list of moorings. Use when a boat comes in.
model: sonnet
${tools}: [Read, Raed, ]

---

# Moorings
`;

suite('every kind of document', () => {
  tidily();

  for (const { title, path, languageId, tools, lines } of kinds) {
    test(`${title}: what is wrong is said once`, async () => {
      write(path, text(path, tools));
      const { document } = await open(path);
      assert.equal(document.languageId, languageId[host]);
      await finding(document.uri, 'unknown-tool', 'Raed');
      assert.equal(ours(document.uri).filter(({ message }) => message.includes('`Raed`')).length, 1);
    });

    test(`${title}: a hover says it once`, async () => {
      write(path, text(path, tools));
      const { document } = await open(path);
      const about = await hovers(document, placeOf(document, 'Read', 1));
      assert.equal(about.filter(hover => hover.startsWith('**`Read`** · tool')).length, 1, about.join('\n---\n'));
    });

    test(`${title}: keys are offered once`, async () => {
      write(path, text(path, tools));
      const editor = await open(path);
      const labels = (await completions(editor.document, cursorAfter(editor, 'Raed, ]\n'))).map(labelOf);
      assert.ok(labels.includes('hooks'), `hooks is not among ${labels.join(', ')}`);
      assert.ok(labels.includes('effort'), `effort is not among ${labels.join(', ')}`);
      assert.deepEqual(doubled(labels), []);
    });

    test(`${title}: tools are offered once`, async () => {
      write(path, text(path, tools));
      const editor = await open(path);
      const labels = (await completions(editor.document, cursorAfter(editor, 'Raed, '))).map(labelOf);
      for (const tool of ['Write', 'TaskUpdate'])
        assert.ok(labels.includes(tool), `${tool} is not among ${labels.join(', ')}`);
      assert.deepEqual(doubled(labels), []);
    });

    test(`${title}: models are offered once`, async () => {
      write(path, text(path, tools));
      const editor = await open(path);
      const labels = (await completions(editor.document, cursorAfter(editor, 'model: '))).map(labelOf);
      for (const model of ['haiku', 'opusplan'])
        assert.ok(labels.includes(model), `${model} is not among ${labels.join(', ')}`);
      assert.deepEqual(doubled(labels), []);
    });

    for (const [line, label] of lines) {
      test(`${title}: behind ${line.trim()} everything is offered once`, async () => {
        write(path, text(path, tools).replace(/model:.*\n.*\n/, line));
        const editor = await open(path);
        const labels = (await completions(editor.document, cursorAfter(editor, line))).map(labelOf);
        assert.ok(labels.includes(label), `${label} is not among ${labels.join(', ')}`);
        assert.deepEqual(doubled(labels), []);
      });
    }
  }

  test('other Markdown is left alone', async () => {
    write('docs/moorings.md', "---\ntitle: Moorings\ntools: [Raed]\n---\n\nSkill({ skill: 'nobody' })\n");
    const { document } = await open('docs/moorings.md');
    await open('.claude/agents/core/developer.md');
    await finding(at('.claude/agents/core/developer.md'), 'unknown-field');
    assert.deepEqual(ours(document.uri), []);
  });
});

const doubled = (labels: readonly string[]): string[] =>
  labels.filter((label, index) => labels.indexOf(label) !== index);
