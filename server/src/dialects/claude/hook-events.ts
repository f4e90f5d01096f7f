// The events that hooks of Claude Code wait for.

/** An event: when it happens, what its matcher is compared with, and whether exit code 2 blocks. */
export type HookEvent = readonly [
  name: string,
  doc: string,
  matcher: string | undefined,
  exit2: 'blocks' | 'passes' | 'unknown',
];

/** The nine that most real files have come first, as they are offered in this order: counted in 24 settings files with hooks,
 * 30 November 2026. */
export const hookEvents: readonly HookEvent[] = [
  ['PreToolUse', 'Before a tool is called; the hook can block the call.', 'the name of the tool', 'blocks'],
  ['PostToolUse', 'After a tool was called with success.', 'the name of the tool', 'passes'],
  ['SessionStart', 'When a session begins or is resumed.', 'startup, resume, clear, compact or fork', 'passes'],
  ['Stop', 'When Claude has finished; the hook can make it go on.', undefined, 'blocks'],
  ['PreCompact', 'Before the conversation is compacted.', 'manual or auto', 'blocks'],
  ['UserPromptSubmit', 'When the user has sent a prompt; the hook can reject it.', undefined, 'blocks'],
  ['SubagentStop', 'When a subagent has finished; the hook can make it go on.', 'the type of the agent', 'blocks'],
  ['SessionEnd', 'When a session ends.', 'clear, resume, logout, prompt_input_exit or other', 'passes'],
  [
    'Notification',
    'When a notification is sent.',
    'the type of the notification, such as permission_prompt, idle_prompt, auth_success or elicitation_dialog',
    'passes',
  ],
  ['PostToolUseFailure', 'After a call of a tool failed.', 'the name of the tool', 'passes'],
  ['PostToolBatch', 'After a batch of calls that ran at the same time.', undefined, 'blocks'],
  ['UserPromptExpansion', 'When a command that the user typed is expanded.', 'the name of the command', 'blocks'],
  ['StopFailure', 'When an error of the API ended the turn.', 'the type of the error', 'passes'],
  ['SubagentStart', 'When a subagent was started.', 'the type of the agent', 'passes'],
  ['PostCompact', 'After the conversation was compacted.', 'manual or auto', 'passes'],
  ['PreModelSwitch', 'Before the model changes.', 'something that is not documented', 'unknown'],
  ['PostModelSwitch', 'After the model has changed.', 'something that is not documented', 'unknown'],
  [
    'PermissionRequest',
    'When a permission must be decided; the hook denies through its JSON output, exit code 2 is ignored.',
    'the name of the tool',
    'passes',
  ],
  ['PermissionDenied', 'When auto mode has denied a call.', 'the name of the tool', 'passes'],
  ['Setup', 'When Claude Code runs with `--init` or `--maintenance`.', 'init or maintenance', 'passes'],
  ['TeammateIdle', 'When a team mate is about to go idle.', undefined, 'blocks'],
  ['TaskCreated', 'When a task is created with TaskCreate.', undefined, 'blocks'],
  ['TaskCompleted', 'When a task is marked as completed.', undefined, 'blocks'],
  ['Elicitation', 'When an MCP server asks the user.', 'the MCP server', 'blocks'],
  ['ElicitationResult', 'When the user has answered an MCP server.', 'the MCP server', 'blocks'],
  [
    'ConfigChange',
    'When a configuration file has changed.',
    'user_settings, project_settings, local_settings, policy_settings or skills',
    'blocks',
  ],
  ['WorktreeCreate', 'When a git worktree is being created; any exit code but 0 makes that fail.', undefined, 'blocks'],
  ['WorktreeRemove', 'When a git worktree was removed.', undefined, 'passes'],
  [
    'InstructionsLoaded',
    'When a CLAUDE.md or a rule was loaded.',
    'session_start, nested_traversal, path_glob_match, include or compact',
    'passes',
  ],
  ['CwdChanged', 'When the working directory has changed.', undefined, 'passes'],
  ['FileChanged', 'When a watched file has changed.', 'literal file names separated by `|`', 'passes'],
  ['DirectoryAdded', 'When a directory was added.', 'slash_command or register_repo_root', 'passes'],
  ['MessageDisplay', 'When text of the assistant is shown.', undefined, 'passes'],
];

/** The event of that name; undefined where Claude Code has none. */
export const hookEvent = (name: string): HookEvent | undefined => hookEvents.find(([each]) => each === name);

/** The words that the matcher of an event is compared with, where they are few and known. */
export function matcherWords(event: string): readonly string[] {
  const compared = hookEvent(event)?.[2] ?? '';
  const words = compared.split(/, | or /);
  return words.every(word => /^[a-z_]+$/.test(word)) ? words : [];
}
