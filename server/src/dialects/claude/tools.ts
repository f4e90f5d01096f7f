// The tools of Claude Code, with its old names and the names that people take for tools.
import type { Tool } from '../dialect';
import { formerTools } from './former-tools';
import { inputs, tool } from './tool-entry';

const bySessionModel =
  'The model of the session decides whether it exists: Opus 4.8, Sonnet 5, Haiku 5.5, Fable 5, Mythos 5 and newer do not offer it ' +
  'without `CLAUDE_CODE_ENABLE_TODO_TOOLS=1`.';

export const tools: readonly Tool[] = [
  tool({
    name: 'Agent',
    category: 'agents',
    doc: 'Starts a subagent with a context of its own for one job.',
    background: true,
    permissionRule: '`Agent(agent-name)`; rules that ask or deny may also name a parameter, as `Agent(model:opus)`',
    note: 'It needs spawn depth left; `Agent(a, b)` limits the agents that can be started only on the main thread.',
    inputs: inputs(
      'description prompt subagent_type? model?=sonnet|opus|haiku|fable effort? run_in_background? name? team_name? mode? isolation?=worktree|remote',
    ),
  }),
  tool({ name: 'ListAgents', category: 'agents', doc: 'Lists the agents and sessions that can be messaged.' }),
  tool({
    name: 'SendMessage',
    category: 'agents',
    doc: 'Sends a message to another agent, team mate or session.',
    background: true,
  }),
  tool({
    name: 'Workflow',
    category: 'agents',
    doc: 'Runs a workflow script with several agents.',
    subagent: 'no',
    inputs: inputs('script? name? description? title? args? scriptPath? resumeFromRunId?'),
  }),
  tool({
    name: 'ObserverReport',
    category: 'agents',
    doc: 'Delivers the report of an observer agent.',
    subagent: 'special',
    note: 'Only observer agents get it.',
  }),

  tool({
    name: 'AskUserQuestion',
    category: 'interaction',
    doc: 'Asks the user multiple-choice questions.',
    subagent: 'no',
    inputs: inputs('questions answers? annotations? metadata?'),
  }),

  tool({
    name: 'Artifact',
    category: 'output',
    doc: 'Publishes an HTML or Markdown page as an artifact.',
    background: true,
    note: 'It needs a claude.ai account.',
    inputs: inputs(
      'action? file_path? favicon? icon? limit? page_token? scope? title? description? label? url? prompt? force? pin? out_dir? file_paths? asset_id? after? capabilities? contract?',
    ),
  }),
  tool({
    name: 'ClaudeDesign',
    category: 'output',
    doc: 'Works with Claude design files.',
    note: 'Seen in the type declarations only.',
    inputs: inputs('operation arguments'),
  }),
  tool({
    name: 'PushNotification',
    category: 'output',
    doc: 'Sends a notification to the desktop or the phone.',
    inputs: inputs('message status?'),
  }),
  tool({
    name: 'ReportFindings',
    category: 'output',
    doc: 'Reports the findings of a code review in a structured form.',
    inputs: inputs('level? findings'),
  }),
  tool({
    name: 'SendUserFile',
    category: 'output',
    doc: 'Sends a file to the user.',
    note: 'It exists on certain surfaces only.',
  }),
  tool({
    name: 'SendUserMessage',
    category: 'output',
    doc: 'Sends a message to the user in brief mode.',
    note: 'It needs the option `--brief`.',
  }),
  tool({ name: 'ShareOnboardingGuide', category: 'output', doc: 'Uploads `ONBOARDING.md`.' }),

  tool({
    name: 'Bash',
    category: 'shell',
    doc: 'Runs a shell command.',
    background: true,
    permissionRule: '`Bash(cmd *)`, `Bash(cmd:*)` or an exact command; the rules also cover `Monitor`',
    inputs: inputs('command timeout? description? run_in_background? dangerouslyDisableSandbox?'),
  }),
  tool({
    name: 'Monitor',
    category: 'shell',
    doc: 'Watches a background command or a WebSocket line by line.',
    background: true,
    permissionRule: 'covered by the rules for `Bash`',
    inputs: inputs('description timeout_ms command? ws?'),
  }),
  tool({
    name: 'PowerShell',
    category: 'shell',
    doc: 'Runs a PowerShell command.',
    background: true,
    permissionRule: '`PowerShell(Get-ChildItem *)`',
    note: 'It exists on Windows, or with `CLAUDE_CODE_USE_POWERSHELL_TOOL=1`.',
  }),
  tool({
    name: 'TaskStop',
    category: 'shell',
    doc: 'Stops a background task or agent.',
    background: true,
    inputs: inputs('task_id? shell_id?'),
  }),

  tool({
    name: 'CronCreate',
    category: 'schedule',
    doc: 'Schedules a prompt inside the session.',
    inputs: inputs('cron prompt recurring? durable?'),
  }),
  tool({ name: 'CronDelete', category: 'schedule', doc: 'Deletes a scheduled prompt.', inputs: inputs('id') }),
  tool({ name: 'CronList', category: 'schedule', doc: 'Lists the scheduled prompts.' }),
  tool({
    name: 'RemoteTrigger',
    category: 'schedule',
    doc: 'Creates and runs claude.ai Routines.',
    inputs: inputs('action trigger_id? session_id? cursor? body?'),
  }),
  tool({
    name: 'ScheduleWakeup',
    category: 'schedule',
    doc: 'Plans the next turn of a self-paced loop.',
    subagent: 'no',
    inputs: inputs('delaySeconds? reason? prompt? stop? noop?'),
  }),

  tool({
    name: 'Edit',
    category: 'files',
    doc: 'Replaces an exact text in a file.',
    background: true,
    permissionRule: '`Edit(path glob)`; the rules also govern `Write` and `NotebookEdit`',
    inputs: inputs('file_path old_string new_string replace_all?'),
  }),
  tool({
    name: 'NotebookEdit',
    category: 'files',
    doc: 'Edits the cells of a notebook.',
    background: true,
    permissionRule: 'use `Edit(path)`',
    inputs: inputs('notebook_path cell_id? new_source cell_type? edit_mode?'),
  }),
  tool({
    name: 'Read',
    category: 'files',
    doc: 'Reads a file, an image, a PDF or a notebook.',
    background: true,
    permissionRule: '`Read(path glob)`; the rules also cover `Grep`, `Glob` and `LSP`',
    inputs: inputs('file_path offset? limit? pages? allow_large?'),
  }),
  tool({
    name: 'Write',
    category: 'files',
    doc: 'Creates or overwrites a file.',
    background: true,
    permissionRule: 'use `Edit(path)`',
    inputs: inputs('file_path content'),
  }),

  tool({
    name: 'EndConversation',
    category: 'session',
    doc: 'Ends the session in cases of abuse; it cannot be denied alone.',
    subagent: 'no',
  }),
  tool({
    name: 'OfferChromeSetup',
    category: 'session',
    doc: 'Offers to set up the Chrome extension.',
    inputs: inputs('reason?'),
  }),
  tool({
    name: 'Projects',
    category: 'session',
    doc: 'Works with claude.ai projects.',
    inputs: inputs('method path? content? local_path? present_to_user? query? n?'),
  }),
  tool({
    name: 'ProposeGoal',
    category: 'session',
    doc: 'Proposes a goal for the session.',
    inputs: inputs('condition ask_user?'),
  }),
  tool({ name: 'ProposeSkills', category: 'session', doc: 'Proposes new skills.', inputs: inputs('proposals') }),
  tool({ name: 'ReadNotifications', category: 'session', doc: 'Reads the pending notifications.' }),
  tool({
    name: 'SendFeedback',
    category: 'session',
    doc: 'Drafts feedback on the product.',
    inputs: inputs('type title details area? failure_mode? task_category?'),
  }),
  tool({ name: 'ShowOnboardingRolePicker', category: 'session', doc: 'Shows the role picker of the onboarding.' }),

  tool({ name: 'EnterPlanMode', category: 'plan', doc: 'Switches to plan mode.', subagent: 'no' }),
  tool({
    name: 'ExitPlanMode',
    category: 'plan',
    doc: 'Presents the plan and leaves plan mode.',
    subagent: 'no',
    note: 'A subagent gets it only with `permissionMode: plan`.',
    inputs: inputs('allowedPrompts?'),
  }),

  tool({
    name: 'EnterWorktree',
    category: 'git',
    doc: 'Creates or enters a git worktree.',
    background: true,
    inputs: inputs('name? path?'),
  }),
  tool({
    name: 'ExitWorktree',
    category: 'git',
    doc: 'Leaves the git worktree.',
    background: true,
    note: 'Agents with `isolation: worktree` do not get it.',
    inputs: inputs('action discard_changes?'),
  }),

  tool({
    name: 'Glob',
    category: 'search',
    doc: 'Finds files by a name pattern.',
    background: true,
    permissionRule: 'use `Read(path)`; rules for `Glob` are not consulted',
    note: 'Native builds for Linux and macOS drop it where `Bash` is granted too.',
    inputs: inputs('pattern path?'),
  }),
  tool({
    name: 'Grep',
    category: 'search',
    doc: 'Searches the contents of files with ripgrep.',
    background: true,
    permissionRule: 'use `Read(path)`',
    note: 'Native builds for Linux and macOS drop it where `Bash` is granted too.',
    inputs: inputs(
      'pattern path? glob? output_mode? -B? -A? -C? context? -n? -i? -o? type? head_limit? offset? multiline?',
    ),
  }),
  tool({
    name: 'LSP',
    category: 'search',
    doc: 'Asks language servers for definitions, references and diagnostics.',
    permissionRule: 'use `Read(path)`',
    note: 'It needs a plugin that brings a language server.',
  }),

  tool({
    name: 'ListMcpResourcesTool',
    category: 'mcp',
    doc: 'Lists the resources of MCP servers.',
    note: 'It exists only where MCP servers are connected.',
    inputs: inputs('server?'),
  }),
  tool({
    name: 'ReadMcpResourceDir',
    category: 'mcp',
    doc: 'Lists an MCP resource that is like a folder.',
    inputs: inputs('server uri'),
  }),
  tool({
    name: 'ReadMcpResourceTool',
    category: 'mcp',
    doc: 'Reads one resource of an MCP server.',
    note: 'It exists only where MCP servers are connected.',
    inputs: inputs('server uri'),
  }),
  tool({
    name: 'RefreshMcpTools',
    category: 'mcp',
    doc: 'Refreshes the tool lists of MCP servers.',
    inputs: inputs('server?'),
  }),
  tool({
    name: 'ToolSearch',
    category: 'mcp',
    doc: 'Loads tools whose definitions were deferred.',
    background: true,
    note: 'It exists while tool search is on.',
  }),
  tool({
    name: 'WaitForMcpServers',
    category: 'mcp',
    doc: 'Waits for MCP servers that are still connecting.',
    subagent: 'no',
  }),

  tool({
    name: 'Skill',
    category: 'skills',
    doc: 'Runs a skill by name.',
    background: true,
    permissionRule: '`Skill(name)` or `Skill(name *)`',
    note: 'The input object may hold `skill` and `args`, nothing else.',
    inputs: inputs('skill args?'),
  }),

  tool({
    name: 'TaskCreate',
    category: 'tasks',
    doc: 'Adds a task to the task list.',
    note: bySessionModel,
    inputs: inputs('subject description activeForm? metadata?'),
  }),
  tool({ name: 'TaskGet', category: 'tasks', doc: 'Reads one task.', note: bySessionModel, inputs: inputs('taskId') }),
  tool({ name: 'TaskList', category: 'tasks', doc: 'Lists the tasks.', note: bySessionModel }),
  tool({
    name: 'TaskUpdate',
    category: 'tasks',
    doc: 'Changes the status, owner, links or metadata of a task; the status is pending, in_progress, completed or deleted.',
    note: bySessionModel,
    inputs: inputs(
      'taskId subject? description? activeForm? status?=pending|in_progress|completed|deleted addBlocks? addBlockedBy? owner? metadata?',
    ),
  }),
  tool({
    name: 'TodoWrite',
    category: 'tasks',
    doc: 'Writes the old checklist; off unless `CLAUDE_CODE_ENABLE_TASKS=0`.',
    background: true,
    note: bySessionModel,
    inputs: inputs('todos'),
  }),

  tool({
    name: 'WebFetch',
    category: 'web',
    doc: 'Fetches a web page.',
    background: true,
    permissionRule: '`WebFetch(domain:host)`',
    inputs: inputs('url prompt offset?'),
  }),
  tool({
    name: 'WebSearch',
    category: 'web',
    doc: 'Searches the web.',
    background: true,
    permissionRule: 'takes no specifier',
    inputs: inputs('query allowed_domains? blocked_domains?'),
  }),

  ...formerTools,
];
