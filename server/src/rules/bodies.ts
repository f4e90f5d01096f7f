// Whose Markdown somebody means to be read as it stands, and whose front matter a tool reads.
import type { Role } from '../workspace/classify';

/** Files whose links lead to what is there. Agents, commands and output styles show what the files look like that they are
 * to write. */
export function isReadInPlace(role: Role): boolean {
  switch (role) {
    case 'skill':
    case 'companion':
    case 'memory':
    case 'rule':
      return true;
    default:
      return false;
  }
}

/** Files that a model reads as instructions; READMEs and other tools' files are not ours to judge. */
export function readsBody(role: Role): boolean {
  switch (role) {
    case 'agent':
    case 'skill':
    case 'command':
    case 'rule':
    case 'output-style':
    case 'memory':
    case 'companion':
      return true;
    default:
      return false;
  }
}

/** Files whose keys a tool reads. */
export const readsFrontMatter = (role: Role): boolean =>
  role === 'agent' || role === 'skill' || role === 'command' || role === 'rule' || role === 'output-style';
