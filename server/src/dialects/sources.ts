// Where the facts come from: each source code and what it stands for.

/** A code may carry a page or a path behind a colon, as `CCD:sub-agents`. */
export const sources: Readonly<Record<string, string>> = {
  O330: 'Observed: runs of Claude Code 2.1.330 with an empty home and a local stand-in for the API, 22 November 2026.',
  O331: 'Observed: Claude Code 2.1.331, read and run offline with an empty home, 24 November 2026.',
  SDK330: 'Type declarations of @anthropic-ai/claude-agent-sdk 0.3.330 (sdk.d.ts).',
  TOOLS330: 'Type declarations of @anthropic-ai/claude-agent-sdk 0.3.330 (sdk-tools.d.ts).',
  CCD: 'Claude Code documentation as of version 2.1.240, August 2026.',
  CHG: 'Changelog of Claude Code, up to 2.1.240.',
  PLAT: 'Model documentation at platform.claude.com, autumn 2026.',
  AS: 'The repository oimiragieo/agent-studio at ea3b6ec6, 29 January 2026.',
  LLMR: 'The repository oimiragieo/LLM-RULES, successor of agent-studio, at 079a4cfd and 743232a2.',
  ASK: 'The Agent Skills specification and its validator skills-ref: agentskills/agentskills at 69ef37e9, 9 August 2026.',
  VSC1139: 'Visual Studio Code 1.139.1, 25 September 2026.',
  COP067: 'GitHub Copilot extension 0.67.0, as shipped with Visual Studio Code 1.139.1.',
  GHD: 'GitHub documentation: custom agents and Copilot CLI, 2026.',
  GEM: 'The repository google-gemini/gemini-cli at 5411f113, 21 August 2026.',
  OC: 'Type declarations of @opencode-ai/sdk 1.19.3.',
  OCR: 'The repository anomalyco/opencode: agent configuration at 05988800, documentation at 02bae89d and 0239fd0a.',
  CDX: 'The repository openai/codex: agent roles at 13730471, skill loader at 033d1d07.',
  CDXD: 'Codex documentation on subagents, excerpts, 2026.',
  CUR: 'Cursor documentation on subagents, excerpts, and secondary tables.',
  SKS: 'Rule documentation of stbenjam/skillsaw at a3eb1778, August 2026 (secondary).',
  CLINE: 'Cline documentation on customization, excerpts.',
  KIRO: 'Kiro documentation and issues, excerpts, 2026.',
  WIND: 'Windsurf documentation on memories, an excerpt.',
  QWEN: 'Qwen Code documentation, excerpts.',
  AW: 'Agentwright itself, which reads the file.',
  unverified: 'General knowledge, not checked.',
  '2ND': 'Second-hand, not verified.',
};

/** What a source code stands for, with its page or path where it names one. */
export function explainSource(code: string): string | undefined {
  const colon = code.indexOf(':');
  const explained = sources[colon < 0 ? code : code.slice(0, colon)];
  if (explained === undefined || colon < 0) return explained;
  return `${explained.replace(/\.$/, '')}: ${code.slice(colon + 1)}.`;
}
