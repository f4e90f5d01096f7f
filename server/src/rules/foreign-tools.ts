// What other programs call their tools, and the tool of Claude Code that does the same.
import { plainForm } from './nearest';

/** Names of Copilot, Cursor, Gemini CLI, opencode, Codex, Cline and of models that guess, without case and separators. */
const words: Readonly<Record<string, readonly string[]>> = {
  Read: ['readfile', 'readfiles', 'readmanyfiles', 'fileread', 'filereader', 'viewfile', 'openfile', 'catfile'],
  Write: ['writefile', 'writefiles', 'filewrite', 'filewriter', 'createfile', 'writetofile', 'newfile'],
  Edit: [
    'editfile', 'editfiles', 'fileedit', 'fileeditor', 'strreplace', 'strreplaceeditor', 'replaceinfile', 'replacestringinfile',
    'inserteditintofile', 'applypatch', 'applydiff', 'searchreplace', 'replace',
  ],
  Bash: [
    'shell', 'terminal', 'execute', 'exec', 'executecommand', 'runcommand', 'runcommands', 'runshellcommand', 'runinterminal',
    'runterminalcommand', 'runterminalcmd', 'shellcommand', 'commandline',
  ],
  Grep: ['ripgrep', 'rg', 'grepsearch', 'searchcode', 'codesearch', 'codebase', 'codebasesearch', 'searchfiles', 'textsearch', 'contentsearch'],
  Glob: ['find', 'findfiles', 'filesearch', 'listfiles', 'listdirectory', 'listdir', 'globsearch'],
  WebFetch: ['fetch', 'fetchurl', 'fetchwebpage', 'urlfetch'],
  WebSearch: ['googlewebsearch', 'searchweb', 'internetsearch'],
  Agent: ['runsubagent', 'subagent', 'newtask'],
  Skill: ['activateskill'],
  AskUserQuestion: ['askuser', 'askquestions', 'askfollowupquestion'],
}; // prettier-ignore

const meanings: ReadonlyMap<string, string> = new Map(
  Object.entries(words).flatMap(([tool, names]) => names.map(name => [name, tool] as const)),
);

/** `Read` for `read_file`; of `search/codebase`, as VS Code writes it, the last word counts. */
export const meantTool = (name: string): string | undefined =>
  /^[\w/ -]+$/.test(name) ? meanings.get(plainForm(name.replace(/^[a-z]+\//i, '')).replace(/tool$/, '')) : undefined;
