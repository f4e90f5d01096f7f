// What other programs call the events of hooks: Gemini CLI, Cursor, OpenCode, and authors by heart.

interface Foreign {
  readonly event: string;
  /** Whether it is for the same; else it is narrower, and what it is for must stand in a matcher. */
  readonly isSame: boolean;
}

const same: Readonly<Record<string, readonly string[]>> = {
  PreToolUse: ['BeforeTool', 'BeforeToolUse', 'PreTool', 'PreToolExecution', 'OnToolUse', 'tool.execute.before'],
  PostToolUse: ['AfterTool', 'AfterToolUse', 'PostTool', 'PostToolExecution', 'tool.execute.after'],
  UserPromptSubmit: ['BeforeSubmitPrompt', 'BeforePrompt', 'UserPrompt', 'OnUserPrompt', 'PromptSubmit', 'BeforeAgent'],
  SessionStart: ['OnSessionStart', 'OnStart', 'SessionBegin', 'SessionStarted', 'session.created'],
  SessionEnd: ['OnSessionEnd', 'SessionStop', 'SessionFinish', 'SessionClose', 'OnExit'],
  Stop: ['OnStop', 'AgentStop', 'AfterAgent', 'session.idle'],
  PreCompact: ['PreCompress', 'BeforeCompact'],
};

const narrower: Readonly<Record<string, readonly string[]>> = {
  PreToolUse: ['BeforeShellExecution', 'BeforeMCPExecution', 'BeforeReadFile', 'BeforeEdit', 'PreEdit'],
  PostToolUse: ['AfterFileEdit', 'AfterShellExecution', 'AfterMCPExecution', 'AfterEdit', 'PostEdit', 'OnFileSave'],
};

/** The event that another program's word stands for, however its letters are written. */
export function eventOfOthers(name: string): Foreign | undefined {
  const plain = name.toLowerCase();
  const isNamed = ([, others]: readonly [string, readonly string[]]): boolean =>
    others.some(other => other.toLowerCase() === plain);
  for (const isSame of [true, false]) {
    const found = Object.entries(isSame ? same : narrower).find(isNamed);
    if (found) return { event: found[0], isSame };
  }
  return undefined;
}
