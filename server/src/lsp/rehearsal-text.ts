// An agent and a skill of the usual size, with what such files hold: what is typed into before anybody types.

export interface Sample {
  /** Below the folder of a project. */
  readonly path: string;
  readonly text: string;
  /** Behind the last letters of words: of the body, of the description, of names in a list. */
  readonly places: readonly { readonly line: number; readonly character: number }[];
}

const skills = ['read-the-plan', 'write-the-tests', 'run-the-tests', 'tell-the-user', 'review-the-code', 'keep-notes'];

const head = `---
name: sample
description: Reads the plan of a change, writes tests for it and says what is left to do. Use it when a plan was made.
tools: [Read, Write, Edit, Grep, Glob, Bash, Skill, TaskUpdate]
model: sonnet
skills:
${skills.map(name => `  - ${name}\n`).join('')}context_files:
  - notes/learnings.md
---

# Sample

You read plans and write tests (all of them), then tell the user what is left.
`;

const section = (at: number): string => `
## Step ${at}: Look at part ${at}

Read the files that the plan names for this part, and write down what each of them does before you change any of it. Where a file is
not there, say so; where two say the same, keep the one that others name.

- **First**: read \`src/part-${at}.ts\` and what stands beside it
- Then write a test that fails, as \`test/part-${at}.test.ts\` shows
- Run the tests: all of them, not the new one alone
`;

const table = `
| Skill | When |
| --- | --- |
${skills.map(name => `| \`${name}\` | Where the plan says so |\n`).join('')}`;

const calls = `
\`\`\`javascript
${skills.map(name => `Skill({ skill: '${name}' });\n`).join('')}TaskUpdate({ taskId: '1', status: 'completed' });
\`\`\`

1. Ask for what is missing.
2. See [the notes](notes/learnings.md) for what was learnt before.
`;

const skill = `---
name: read-the-plan
description: Reads the plan of a change and says what it leaves open. Use it before tests are written.
---

# Read the plan

Read all of it before you ask.
`;

/** The agent first. */
export function samples(): readonly [Sample, Sample] {
  const parts = Array.from(
    { length: 30 },
    (_, at) => section(at + 1) + (at % 6 === 2 ? calls : '') + (at === 8 ? table : ''),
  );
  return [
    sample('.claude/agents/sample.md', head + parts.join(''), [
      'then tell the user',
      '  - run-the-tests',
      'says what is left',
      '  - keep-notes',
      'what each of them does',
    ]),
    sample('.claude/skills/read-the-plan/SKILL.md', skill + parts.slice(0, 10).join(''), ['what it leaves open']),
  ];
}

const sample = (path: string, text: string, words: readonly string[]): Sample => ({
  path,
  text,
  places: words.map(word => placeBehind(text, word)),
});

function placeBehind(text: string, word: string): Sample['places'][number] {
  const lines = text.slice(0, text.indexOf(word) + word.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
