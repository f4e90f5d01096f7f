// What it means that Claude Code does not see the front matter of a file.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { say, type Finding, type Fix, type Severity } from './rule';

/** The line that stands above and below front matter. */
export const fence = '---';

/** A file that has front matter, or should. */
export interface Place {
  readonly document: Document;
  readonly workspace: Workspace;
  readonly role: 'agent' | 'skill' | 'command';
}

export interface Consequence {
  readonly severity: Severity;
  readonly words: string;
}

/** What it means that Claude Code does not see the front matter. */
export function hidden(place: Place): Consequence {
  const { document, workspace, role } = place;
  const verdict = workspace.verdict(document);
  if (role === 'command') return { severity: 'warning', words: 'Claude Code does not see its keys.' };
  if (role === 'agent' && isPlugin(place))
    return { severity: 'warning', words: 'Claude Code loads the agent without any of its keys.' };
  if (role === 'agent') {
    // A file that only speaks like an agent has no verdict of its own; under a late front matter it has no other use.
    const certain = verdict ? !verdict.listed : document.problems.some(({ cause }) => cause === 'front-matter-late');
    const words = 'Claude Code takes the file for documentation and loads no agent.';
    return { severity: certain ? 'error' : 'warning', words };
  }
  // A skill that lies too deep is none of Claude Code's, as `skill-place` tells.
  if (!verdict || workspace.file(document.uri)?.definitions[0]?.reachable === false)
    return { severity: 'warning', words: 'Codex, Gemini CLI and the open standard drop such a skill.' };
  const words =
    'Claude Code shows the first line of the body in place of a description, and other tools drop the skill.';
  return { severity: verdict.listed || !isAtHome(place) ? 'warning' : 'error', words };
}

/** Whether a skill lies where programs look for skills: in a folder of skills, or in one that is a skill as a whole. */
export function isAtHome({ document: { uri }, workspace }: Place): boolean {
  const folder = parent(uri);
  return /\/(?:[^/]*[-_.])?skills(?:[-_][^/]*)?\//i.test(uri) || workspace.paths.root(folder) === folder;
}

/** Whether the file needs no `name`, since its file name serves, as for the agents of a plugin. */
export const isPlugin = ({ document, workspace }: Place): boolean =>
  workspace.schema(document.uri)?.kind.unnamed === 'file';

/** The message and severity of a finding: its cause, and what comes of it. */
export const said = (cause: string, { severity, words }: Consequence): Pick<Finding, 'message' | 'severity'> => ({
  message: say(`${cause} ${words}`),
  severity,
});

/** A fix that is safe, and the one to prefer. */
export const replaced = (uri: string, title: Fix['title'], span: Span, text: string): Fix => ({
  title,
  edits: [{ uri, span, text }],
  safe: true,
  preferred: true,
});

/** For gray-matter, on which opencode is built, two words alone make a program of it. Whoever lists such a file runs it. */
export function behindFence(place: Place): Pick<Finding, 'message' | 'severity'> {
  const { severity, words } = hidden(place);
  if (!/^\uFEFF?---[ \t]*(?:js|javascript)[ \t]*\r?\n/i.test(place.document.text.slice(0, 40)))
    return said('A word stands after the opening `---`.', { severity, words });
  const cause =
    'A word stands after the opening `---`; loaders such as that of opencode may run what follows as a program.';
  return said(cause, { severity: 'error', words });
}
