// An agent of the usual size, with what agents hold: what is typed into before anybody types.

export interface Sample {
  readonly text: string;
  /** Behind the last letter of a word: of the body, of the description and of a name in a list. */
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

export function sampleAgent(): Sample {
  const parts = Array.from(
    { length: 30 },
    (_, at) => section(at + 1) + (at % 6 === 2 ? calls : '') + (at === 8 ? table : ''),
  );
  const text = head + parts.join('');
  const words = ['then tell the user', 'what each of them does', 'says what is left', '  - run-the-tests'];
  return { text, places: words.map(word => placeBehind(text, word)) };
}

function placeBehind(text: string, word: string): Sample['places'][number] {
  const lines = text.slice(0, text.indexOf(word) + word.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
