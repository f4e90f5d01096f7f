// Whole files around what an example is about.

/** A skill with this body. */
export const skillWith = (body: string): string =>
  `-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Works.\n---\n\n${body}\n`;

/** An agent with this body, to its last character. */
export const agentWith = (body: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n\n${body}`;

/** Commands of a shell, each in a code block of its own. */
export const inShell = (...codes: readonly string[]): string =>
  codes.map(code => `\`\`\`bash\n${code}\n\`\`\``).join('\n\n');
