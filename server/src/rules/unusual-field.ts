// Keys that nearly all siblings of a file have, and that it lacks.
import { parse } from '../syntax/parse';
import type { Document } from '../syntax/document';
import type { Crowd } from '../workspace/habits';
import type { Schema } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { difference } from './difference';
import { addKey, applied, second } from './edits';
import { defineRule, say, type Fix, type Message, type Read } from './rule';
import { siblingsOf } from './siblings';
import { isSlipOf } from './slip';
import { inOneLine, usualLines } from './usual-lines';

const few = '-- agentwright.json --\n{ "conventions": { "share": 0.7, "files": 3 } }\n';
const agent = (name: string, keys: string): string =>
  `-- .claude/agents/${name}.md --\n---\nname: ${name}\ndescription: Helps.\n${keys}---\n`;
const three = (keys: string): string => ['b', 'c', 'd'].map(name => agent(name, keys)).join('');
const lacking = (name: string): string => agent(name, '').replace('---\nname', '<|---|>\nname');

export default defineRule({
  id: 'unusual-field',
  severity: 'information',
  reach: 'repository',
  summary: 'A key that nearly all agents, skills or commands of the project have, and this one has not.',
  why:
    'What all others have is mostly meant for this file too, and forgotten: a model, a version, a key that a script of the ' +
    'repository reads. From which share and number of files on this is said, `conventions` in `agentwright.json` tells; ' +
    'in small projects, of fewer than ten files of the kind, nothing is said.',
  source: 'Counted in the files of the project itself.',
  examples: [
    {
      bad: few + lacking('a') + three('owner: web\n'),
      good: few + agent('a', 'owner: web\n') + three('owner: web\n'),
    },
    {
      bad: few + lacking('a') + three('team: core\nowner: web\n'),
      good: few + agent('a', 'team: core\nowner: web\n') + three('team: core\nowner: web\n'),
    },
    { bad: few + agent('a', 'ownre: web\n') + three('owner: web\n') },
    { bad: few + agent('a', '') + agent('b', '') + agent('c', 'owner: web\n') + agent('d', 'owner: web\n') },
    { bad: agent('a', '') + three('owner: web\n') },
    { bad: agent('a', 'disallowedTools: Bash\n') + three('tools: Read\n') },
  ],
  *check(document, workspace) {
    const { frontMatter, data } = document;
    const schema = workspace.schema(document.uri);
    const siblings = siblingsOf(document, workspace);
    if (!siblings || !schema || !frontMatter?.close || data?.is !== 'map') return;
    const { crowd, kind, count } = siblings;
    if (isApart(document, crowd, workspace)) return;
    const own = data.entries.map(({ key }) => key.text);
    const counts = [...crowd.keys].map(([key, { all }]) => [key, all] as const);
    // One that is misspelt is another rule's business.
    const missing = siblings
      .missing(counts, name => own.includes(name))
      .filter(([key]) => isForAll(key, schema) && !own.some(each => isSlipOf(each, key) || isInsteadOf(each, key)));
    if (missing.length === 0) return;
    yield {
      span: { start: frontMatter.open.start, end: frontMatter.open.start + 3 },
      message: told(missing, count, kind),
      fixes: read => {
        const keys = missing.map(([key]) => key);
        const each = keys.flatMap(key => adding(document, workspace, key, read));
        return keys.length === 1 ? each : [...addingAll(document, workspace, keys, read), ...each.map(second)];
      },
    };
  },
});

function told(missing: readonly (readonly [key: string, all: number])[], count: number, kind: string): Message {
  const [[key, all] = ['', 0]] = missing;
  if (missing.length === 1)
    return say('{0} of {1} {2} here have a key `{3}`; this one does not.', String(all), String(count), kind, key);
  const shares = missing.map(([name, some]) => `\`${name}\` (${some})`);
  return say(
    'Nearly all of the {0} {1} here have keys that this one has not: {2}.',
    String(count),
    kind,
    shares.join(', '),
  );
}

/** An agent says which tools it has, or which it has not. */
const isInsteadOf = (written: string, key: string): boolean =>
  (key === 'tools' && written === 'disallowedTools') || (key === 'disallowedTools' && written === 'tools');

/** The only file of its kind below a folder of the project, outside of `.claude`: an example, or a part of something else. */
function isApart({ uri }: Document, crowd: Crowd, { paths }: Workspace): boolean {
  const root = paths.root(uri);
  if (root === undefined || uri.includes('/.claude/')) return false;
  const top = `${root}/${uri.slice(root.length + 1).split('/')[0]!}/`;
  return uri.startsWith(top) && !crowd.withKey('name').some(other => other !== uri && other.startsWith(top));
}

/** Not what every file must have, of which `missing-field` tells, nor what the tool does not want. */
function isForAll(key: string, { fields }: Schema): boolean {
  if (key === 'name') return false;
  const layers = fields.get(key) ?? [];
  return layers.every(
    ({ field }) =>
      field.required === 'no' &&
      // What the framework takes for granted need not be written.
      !(field.onInvalid === 'convention' && field.default !== undefined) &&
      field.ignored === undefined &&
      field.replacedBy === undefined &&
      field.deprecated === undefined,
  );
}

function adding(document: Document, workspace: Workspace, key: string, read?: Read): Fix[] {
  const { lines, isClear } = usualLines(document, workspace, key, read);
  return lines.flatMap(({ text, after }) => {
    const edit = addKey(document, text, after);
    if (!edit) return [];
    const title = say('Add `{0}`', inOneLine(text));
    return [{ title, edits: [edit], safe: false, ...(isClear && { preferred: true as const }) }];
  });
}

/** All of them at once, each as most siblings have it, and behind the key that it follows there. */
function addingAll(document: Document, workspace: Workspace, keys: readonly string[], read?: Read): Fix[] {
  const waiting = keys.flatMap(key => {
    const { lines, isClear } = usualLines(document, workspace, key, read);
    return lines.slice(0, 1).map(line => ({ ...line, key, isClear }));
  });
  if (waiting.length < keys.length) return [];
  const areClear = waiting.every(({ isClear }) => isClear);
  let now = document;
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ after }) => !waiting.some(({ key }) => key === after));
    const [line] = waiting.splice(Math.max(next, 0), 1);
    const edit = addKey(now, line!.text, line!.after);
    if (!edit) return [];
    now = parse(document.uri, document.language, applied(now.text, [edit]));
  }
  const title = say('Add {0}', keys.map(key => `\`${key}\``).join(', '));
  return [
    { title, edits: [difference(document, now.text)], safe: false, ...(areClear && { preferred: true as const }) },
  ];
}
