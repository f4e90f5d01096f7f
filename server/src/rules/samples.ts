// Whole files around what an example is about.

/** A skill with this body. */
export const skillWith = (body: string): string =>
  `-- .claude/skills/a/SKILL.md --\n---\nname: a\ndescription: Works.\n---\n\n${body}\n`;

/** An agent with this body, to its last character. */
export const agentWith = (body: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n\n${body}`;
