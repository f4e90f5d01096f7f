// Whose Markdown somebody means to be read as it stands.
import type { Role } from '../workspace/classify';

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
