// Files that cannot be read, so that nothing else is said of them.
import type { Unread } from '../workspace/change';
import { defineRule, say, type Message } from './rule';

export default defineRule({
  id: 'unread-file',
  severity: 'warning',
  reach: 'document',
  values: [],
  roles: role => role !== 'plain' && role !== 'foreign' && role !== 'ignore',
  reads: 'front matter',
  summary: 'A file that cannot be read, so that nothing else in it is checked.',
  why:
    'A link in a circle or to nowhere, a folder where a file should be, and a file without permission give Claude Code ' +
    'nothing to load. A file of more than 16 MB is not read by Agentwright. No finding in such a file means nothing.',
  source: 'The file system: `ELOOP`, `ENOENT`, `EACCES` of POSIX.1-2024.',
  examples: [{ bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n' }],
  *check({ uri }, workspace) {
    const why = workspace.unread.get(uri);
    if (why) yield { span: { start: 0, end: 0 }, message: messages[why] };
  },
});

const messages: Readonly<Record<Unread, Message>> = {
  closed: say('There is no permission to read the file, so nothing in it is checked. Give the permission.'),
  large: say('The file is larger than 16 MB, so nothing in it is checked. Make it smaller.'),
  circle: say('The link leads back to itself, so there is nothing to read. Let it lead to a file, or delete it.'),
  nowhere: say('The link leads to a file that does not exist. Let it lead to another file, or delete it.'),
  folder: say('This is a folder, and a file is looked for. Give the folder another name.'),
};

/** Of files that are nobody’s components nothing would be said either. */
