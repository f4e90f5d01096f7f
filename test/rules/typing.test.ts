// What is kept from key to key changes nothing: while one types, the findings are those of a fresh look at the text.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Findings, type FindingsHost } from '../../server/src/lsp/findings';
import { lintAlone, type Diagnostic } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { LintWhileTyping } from '../../server/src/rules/typing';
import type { Workspace } from '../../server/src/workspace/workspace';
import { agent, file, fixture, skill } from '../support/fixture';

/** Beside the tool it has a word on some keys, and allows none but its own. */
const schema = {
  type: 'object',
  required: ['owner'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[a-z]$' },
    description: { type: 'string', maxLength: 40 },
    tools: { type: 'array', items: { enum: ['Read', 'Skill'] } },
    skills: { type: ['string', 'array'] },
    model: {},
    tier: { enum: ['gold', 1] },
    limits: {
      type: 'object',
      required: ['hours'],
      properties: { hours: { type: 'integer' } },
      additionalProperties: false,
    },
  },
};

const files =
  agent(
    'a',
    'context_strategy: minimal\ntools: [Read, Raed, Skill]\nmodel: opus\nskills:\n  - tdd\n  - gone\n  - debugging\ncontext_files: [.claude/context/memory/issues.md]',
    "# One\n\nSkill({ skill: 'tdd' });\nTaskList();\n\n# Two\n\nSee `debugging` and [it](#gone).\n\nSkill({ skill: 'gone' });\nSkill({ skill: 'other' });\n\n" +
      '# Three\n\nRead `.claude/context/memory/learnings.md`.\n\n| Skill |\n| --- |\n| `nobody` |\n\n# Four\n\nTaskUpdate({ id: 1 });\n',
  ) +
  agent('b', 'skills: [tdd, leaf, a]\nhooks: {}', "Task({ subagent_type: 'a' })\n") +
  skill('tdd', 'allowed-tools: Read bash', "Skill({ skill: 'debugging' })\n") +
  skill('debugging') +
  file('.mcp.json', '{ "mcpServers": { "db": {} } }\n') +
  file('agentwright.json', '{ "schemas": { "agent": "agent.schema.json" } }\n') +
  file('.claude/commands/go.md', '---\nname: go\nallowed-tools: Raed\nargument-hint: "[x]"\n---\n\nOpen $1.\n') +
  file('.claude/rules/style.md', '---\nglobs: "*.ts"\n---\n\nSee [x](../gone.md).\n') +
  file('.claude/settings.json', '{ "permissions": { "allow": ["Write(a)", "*"] }, "verbose": "yes" }\n') +
  file('CLAUDE.md', '@docs/x.md\n\n[x](gone.md)\n') +
  file('agent.schema.json', `${JSON.stringify(schema)}\n`);

const snippet = fc.oneof(
  fc.constantFrom('x', ' ', '\n', '\n\n', '-', ':', '`', "'", ']', '{', '#', '\r\n', '\t', '*'),
  fc.constantFrom('# Part\n', '\n# Part\n', '```\n', '<!--', '-->', '---\n', '\n---\n'),
  fc.constantFrom("Skill({ skill: 'tdd' });\n", "Skill({ skill: 'gone' })", '`debugging`', 'TaskUpdate({})', 'TodoWrite({})'),
  fc.constantFrom('[x](../gone.md)', '[x](../skills/tdd/SKILL.md#one)', '`../gone.md`', '@docs/x.md', '[x](#one)', "Task({ subagent_type: 'b' })"),
  fc.constantFrom('\nskills: [other]\n', '\ntools: Read\n', '\n  - leaf', 'name: tdd\n', '\ndescription:\n', 'xx: : y\n', '&a', '*a'),
  fc.constantFrom('\nowner: me\n', '\ntier: tin\n', '\nlimits: { hours: x, days: 1 }\n', '\nlimits:\n  hours: 1\n', '\ntier: "1"\n'),
  fc.constantFrom('\n# agentwright-disable-next-line unknown-tool', ' # agentwright-disable-line', '# agentwright-disable-file unknown-skill\n'),
  fc.constantFrom('\n<!-- agentwright-disable-next-line -->\n', '<!-- agentwright-disable unknown-skill -- why -->', '\n<!-- agentwright-enable -->'),
  fc.constantFrom("Skill({ skill: 'tdd' }\n", "TaskUpdate({ taskId: '1', status: 'done' })\n", "skill({ skill: 'tdd' })", "TaskLiist()\nTaskList()\n"),
  fc.constantFrom("Skill('tdd')", "Skill{ skill: 'tdd' })", "Skill({ 'tdd' })\n", 'TasksList()', "TaskUpdate{ status: 'x' })\n", "Skill({ skill: 'td\u2013d', skill: 'a' })", 'TaskGte(taskId)'),
  fc.constantFrom('\n##Glued\n', '\n1. One\n2.Two\n3. Three\n', '\n| a | b |\n| c | d |\n', '[a]https://example.org/x)', '\nOne `lone word.\n', '<!- x -->', '[x]()', 'donâ€™t', 'a\u200Bb', '\nname: a\u200Bb\n', '\n>>>>>>> main\n'),
  fc.constantFrom('\n<tags>\n', '\n</tags>\n', '<tags', '{{NAME}}', '{{NAME}', '[x](#two)', '$ARGUMENTS', '$ARGUMENT', '\narguments: [argument]\n', '${CLAUDE_PLUGIN_ROOT}', '\n- [ ] a\n- [] b\n', '\n**bold* word\n', '\n1. A\n1. B\n3. C\n', '\n```json\n{"a" 1}\n```\n'),
  fc.constantFrom('\nEOF\n', "Sure! Here's the updated file:\n", '\n\nWould you like me to change this agent?\n', '\n    1→## A\n    2→b\n', '\n@@ -1 +1 @@\n-a\n+b\n', '\n  >>>>>>> main\n', '\n// ... rest of code unchanged\n', '[INSERT X HERE]', '\n---\nname: other-one\ndescription: Helps.\n---\n', '\n- Status: ! `git status`\n', '\n!`git log\n', '\\$ARGUMENTS', '{{args}}', 'Fix ARGUMENTS now.'),
  fc.constantFrom('\n## Step 1: A\n\nStep 2: B\n\n## Step 3: C\n', '\n## Setp 2\n', '\n## Same\n', '\n- One two three four\n', '\n2. Twice it\n2. Twice it\n', '1. A 2. B\n', 'the the ', '\n## ## X\n', '****x** ', '\n\\## Y\n', '\n- [ ] a\n[ ] b\n- [ ] c\n', '\n- Aa\nBb cc\n- Dd\n'),
  fc.constantFrom('\n```bash\nls –all &amp;&amp; x\n```\n', "Skill(skill: 'a')", 'SkillSkill(', "Skill({ skill：'a' })", '\n```js\nTaskUpdate({\n  taskId: "1",\n```\n', 'the Sklil tool ', '\n```js\n```js\na\n```\n', '\nread(a);\n```\n\nText.\n', '`.claude\\skills\\tdd\\SKILL.md`', '\npython\nCopy code\na = 1\n', '\n+## A\n+\n+b\n'),
  fc.constantFrom('\n```markdown\n', '\n```js\na()\n```\n', '\n```\n', '\n````\n', "\n```markdown\n```js\na()\n```\n\n[x](no.md) Skill({ skill: 'gone' })\n```\n"),
  fc.constantFrom('\n| Skill |\n| --- |\n| `tdd` |\n', '.claude/context/memory/learnings.md', 'mcp__web__x', 'disable-model-invocation: true\n'),
  fc.constantFrom('Check whether the skill `gone` is available.\n', 'If `other` is installed, go on. ', 'That would be helpful.\n', '\nFor example:\n', '`../skills/tdd/gone.md`', '```markdown\n---\nname: x\ndescription: X.\ntools: Read\n---\n```\n', "\n```\nTask({ subagent_type: 'nobody' })\n```\n"),
); // prettier-ignore
const whole = fc.constantFrom(
  '{}',
  '{ "rules": { "unknown-skill": "off", "unlisted-skill": "error" } }',
  '{ "tools": ["Raed", "TodoWrite"] }',
  '{ "schemas": { "agent": { "path": "agent.schema.json", "level": "error" } } }',
  '{ "ignore": ["**/a.md"] }',
  '{ "overrides": [{ "files": ["**/a.md"], "rules": { "unknown-tool": "off", "nothing": "off" } }] }',
  '{\n// agentwright-disable-next-line unknown-rule\n"rules": { "nothing": "off" }, // agentwright-disable-line\n"tool": 1\n}',
  '{ "mcpServers": { "web": {} } }',
);

type Step =
  | {
      readonly does: 'type';
      readonly file: number;
      readonly at: number;
      readonly remove: number;
      readonly text: string;
    }
  | { readonly does: 'replace'; readonly file: number; readonly text: string }
  | { readonly does: 'delete'; readonly file: number }
  | { readonly does: 'create'; readonly file: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant('type' as const),
      // The first file is the one with the most to say.
      file: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(0, 1, 2, 3, 6, 7, 8, 9) }),
      at: fc.nat(999),
      remove: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(40)),
      text: fc.oneof({ weight: 5, arbitrary: snippet }, { weight: 1, arbitrary: fc.constant('') }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('replace' as const), file: fc.constantFrom(4, 5), text: whole }) },
  { weight: 1, arbitrary: fc.oneof(fc.record({ does: fc.constant('delete' as const), file: fc.constantFrom(1, 2, 3) }), fc.record({ does: fc.constant('create' as const), file: fc.constantFrom(1, 2, 3) })) },
); // prettier-ignore

const types = (at: number, remove: number, text: string): Step => ({ does: 'type', file: 0, at, remove, text });

/** What was kept wrongly once: of a key that stands twice with a broken value, of a comment that ends far below, of an item over two
 * lines, of a call that a code block takes in. */
const known: readonly Step[][] = [
  [types(3, 0, '\ntools: Read\n'), types(204, 0, '\n## Step 1: A\n\nStep 2: B\n\n## Step 3: C\n')],
  [types(470, 1, '<!--'), types(755, 0, '-->'), types(0, 0, '\n## Step 1: A\n\nStep 2: B\n\n## Step 3: C\n')],
  [types(316, 0, 'mcp__web__x'), types(3, 1, '\n1. A\n1. B\n3. C\n'), types(325, 0, '[x](../gone.md)'), types(296, 8, ''), types(291, 1, '')],
  [types(933, 0, '\n```markdown\n'), types(0, 1, 'x')],
  [types(442, 1, '\n##Glued\n'), types(52, 0, '\n</tags>\n'), types(52, 0, '<tags'), types(0, 0, '')],
  [types(292, 1, '\n##Glued\n'), types(267, 1, ''), { does: 'delete', file: 2 }, types(286, 9, ''), types(313, 1, ''), types(0, 0, '\n##Glued\n')],
  [types(0, 0, '\n```\n'), types(11, 0, 'x'), types(0, 1, '\nEOF\n')],
  [types(999, 0, '\nSee\n`../skills/tdd/gone.md` here.\n\n'), types(936, 0, ' would be helpful')],
]; // prettier-ignore

const plain = (found: readonly Diagnostic[]): unknown =>
  found.map(({ rule, span, severity, message, tag, related }) => ({
    says: `${span.start}-${span.end} ${severity} ${rule.id}: ${render(message)} ${tag ?? ''}`,
    related: (related ?? []).map(r => `${r.uri} ${r.span.start}-${r.span.end} ${render(r.message)}`),
  }));

/** What the client is told, and the counts that the trees show. */
function shown(findings: Findings, uri: string): unknown {
  const { items, errors, warnings } = findings.now(uri)!;
  return { items, errors, warnings };
}

/** A host that shows every file in an editor, and is told nothing. */
function hostOf(workspace: Workspace, buffers: ReadonlyMap<string, TextDocument>): FindingsHost {
  return {
    workspace,
    open: uri => buffers.get(uri),
    text: () => undefined,
    pages: undefined,
    tick: () => Promise.resolve(),
    publish: () => undefined,
    changed: () => undefined,
    counted: () => undefined,
    idle: () => undefined,
    guard: (_, work) => work(),
  };
}

suite('typing', () => {
  test('findings and their form for the client are those of a fresh look, whatever is typed', function () {
    this.timeout(0);
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), steps => {
        const { files: texts, workspace } = fixture(files);
        const uris = [...texts.keys()].filter(uri => workspace.document(uri));
        const buffers = new Map(uris.map(uri => [uri, TextDocument.create(uri, 'markdown', 0, texts.get(uri)!)]));
        const host = hostOf(workspace, buffers);
        const typing = new LintWhileTyping();
        const kept = new Findings(host);
        const check = (): void => {
          for (const uri of buffers.keys()) {
            const document = workspace.document(uri)!;
            assert.deepEqual(plain(typing.lint(document, workspace)), plain(lintAlone(document, workspace)));
            assert.deepEqual(shown(kept, uri), shown(new Findings(host), uri));
          }
        };
        check();
        for (const one of steps) {
          const uri = uris[one.file]!;
          const buffer = buffers.get(uri);
          if (one.does === 'delete') {
            buffers.delete(uri);
            workspace.apply([{ uri, gone: true }]);
            typing.close(uri);
          } else {
            const changed = changedBuffer(one, uri, buffer, texts);
            buffers.set(uri, changed);
            workspace.apply([{ uri, text: changed.getText(), open: true }]);
          }
          check();
        }
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 25), examples: known.map(steps => [steps]) },
    );
  });
});

function changedBuffer(
  one: Step,
  uri: string,
  buffer: TextDocument | undefined,
  texts: ReadonlyMap<string, string>,
): TextDocument {
  if (!buffer || one.does === 'create' || one.does === 'delete')
    return TextDocument.create(uri, 'markdown', 0, texts.get(uri)!);
  if (one.does === 'replace') return TextDocument.create(uri, 'markdown', buffer.version + 1, one.text);
  const start = Math.floor((one.at / 1000) * (buffer.getText().length + 1));
  const range = { start: buffer.positionAt(start), end: buffer.positionAt(start + one.remove) };
  return TextDocument.update(buffer, [{ range, text: one.text }], buffer.version + 1);
}
