// Keys that stand in another order than in nearly all siblings.
import type { Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';
import { inOrder, usualOrder } from './key-order';
import { isPlain } from './key-pieces';
import { readAlike } from './read-alike';
import { defineRule, say, type Fix, type Message } from './rule';
import { siblingsOf, type Siblings } from './siblings';

const few = '-- agentwright.json --\n{ "conventions": { "share": 0.7, "files": 3 } }\n';
const agent = (name: string, keys: string): string =>
  `-- .claude/agents/${name}.md --\n---\nname: ${name}\n${keys}---\n`;
const three = (keys: string): string => ['b', 'c', 'd'].map(name => agent(name, keys)).join('');
const usual = 'description: Helps.\ntools: Read\nmodel: opus\n';

export default defineRule({
  id: 'unusual-order',
  severity: 'information',
  reach: 'repository',
  summary:
    'A key that stands elsewhere in the front matter than in nearly all agents, skills or commands of the project.',
  why:
    'Every tool reads the keys in any order. People do not: who compares files, or looks for a key where it always stands, ' +
    'finds it at once where all are alike. From which share and number of files on this is said, `conventions` in ' +
    '`agentwright.json` tells.',
  source: 'Counted in the files of the project itself.',
  examples: [
    {
      bad: few + agent('a', 'tools: Read\nmodel: opus\n<|description|>: Helps.\n') + three(usual),
      good: few + agent('a', usual) + three(usual),
    },
    {
      bad: few + agent('a', '# The big one.\n<|model|>: opus\ndescription: Helps.\ntools: Read\n') + three(usual),
      good: few + agent('a', 'description: Helps.\ntools: Read\n# The big one.\nmodel: opus\n') + three(usual),
    },
    { bad: few + agent('a', 'description: Helps.\nowner: web\nmodel: opus\n') + three(usual) },
    { bad: agent('a', 'model: opus\ndescription: Helps.\n') + three(usual) },
  ],
  *check(document, workspace) {
    const siblings = siblingsOf(document, workspace);
    const entries = siblings ? comparable(document, siblings) : [];
    if (!siblings || entries.length === 0) return;
    const keys = entries.map(({ key }) => key.text);
    const isWrong = wrongPair(document, workspace, siblings);
    const wrong = keys.flatMap((first, at) =>
      keys.slice(at + 1).flatMap((second): Pair[] => (isWrong(first, second) ? [[first, second]] : [])),
    );
    const order = wrong.length > 0 ? orderOf(keys, isWrong) : undefined;
    if (!order) return;
    const moved = misplaced(keys, wrong);
    yield {
      span: entries[keys.indexOf(moved)]!.key.span,
      message: told(moved, wrong, order, siblings),
      fixes: () => arranging(document, order),
    };
  },
});

/** Two keys as they stand in the file; in nearly all others, the second is the first. */
type Pair = readonly [first: string, second: string];

/** Those that enough siblings have; none where one stands there twice, for then nobody knows its place. */
function comparable({ data, frontMatter }: Document, siblings: Siblings): Entry[] {
  if (data?.is !== 'map' || !frontMatter?.close) return [];
  const entries = data.entries.filter(({ colon }) => colon !== undefined);
  if (new Set(entries.map(({ key }) => key.text)).size < entries.length) return [];
  return entries.filter(({ key }) => {
    const all = siblings.crowd.keys.get(key.text)?.all ?? 0;
    return siblings.isUsual(all, all);
  });
}

/** Whether one key should not stand before another. What Format Document would put there again is not told. */
function wrongPair({ uri }: Document, workspace: Workspace, siblings: Siblings): (...pair: Pair) => boolean {
  const schema = workspace.schema(uri);
  const formatted = schema && workspace.config(uri).format.keyOrder !== 'keep' ? usualOrder(schema) : [];
  const isFormatted = (first: string, second: string): boolean =>
    formatted.includes(first) && formatted.indexOf(first) < formatted.indexOf(second);
  return (first, second) => {
    const { crowd } = siblings;
    const others = crowd.before(second, first);
    return siblings.isUsual(others, others + crowd.before(first, second)) && !isFormatted(first, second);
  };
}

/** The keys as others have them, and where those do not agree as they stand; undefined where one would be before itself. */
function orderOf(keys: readonly string[], isWrong: (...pair: Pair) => boolean): string[] | undefined {
  const rest = [...keys];
  const order: string[] = [];
  while (rest.length > 0) {
    const next = rest.findIndex(key => !rest.some(other => isWrong(key, other)));
    if (next < 0) return undefined;
    order.push(...rest.splice(next, 1));
  }
  return order;
}

/** The key that is on the wrong side of most others; of two that changed places, the one that comes too late. */
function misplaced(keys: readonly string[], wrong: readonly Pair[]): string {
  const count = (key: string): number => wrong.filter(pair => pair.includes(key)).length;
  return keys.reduce((most, key) => (count(key) >= count(most) ? key : most));
}

function told(moved: string, wrong: readonly Pair[], order: readonly string[], { crowd, kind }: Siblings): Message {
  const pairs = wrong.filter(pair => pair.includes(moved));
  const comesLate = pairs.some(([, second]) => second === moved);
  const place = ([first, second]: Pair): number => order.indexOf(comesLate ? first : second);
  const sides = pairs.filter(([first, second]) => (comesLate ? second : first) === moved);
  // Where it belongs: right before the first of those behind it, or right behind the last of those before it.
  const [nearest] = sides.sort((a, b) => (comesLate ? place(a) - place(b) : place(b) - place(a)));
  const [first, second] = nearest!;
  const others = crowd.before(second, first);
  const all = others + crowd.before(first, second);
  const template = comesLate
    ? '{0} of {1} {2} here with both keys have `{3}` before `{4}`; this one has it after. '
    : '{0} of {1} {2} here with both keys have `{3}` after `{4}`; this one has it before. ';
  const effect = 'Tools read it the same, but people look for it where it always is.';
  return say(template + effect, String(others), String(all), kind, moved, comesLate ? first : second);
}

function arranging(document: Document, order: readonly string[]): Fix[] {
  const change = isPlain(document) && inOrder(document, order);
  if (!change) return [];
  const { uri, text } = document;
  const { start, end } = change.span;
  if (!readAlike(text, text.slice(0, start) + change.text + text.slice(end))) return [];
  const title = say('Put the keys in the order that the others have');
  return [{ title, edits: [{ uri, ...change }], safe: false, preferred: true }];
}
