// The programs that run a script whose path follows them, in the commands of hooks and MCP servers.

/** The source of a regular expression: such a program, by its name or by the path that most systems have it at. Which language
 * each of them reads is another question, which `rules/runner-reading.ts` answers for the few that read one alone. */
export const scriptRunner =
  '(?:(?:/usr(?:/local)?)?/bin/(?:env +)?)?(?:node|bun|deno run|python3?|bash|sh|zsh|tsx|ruby)';
