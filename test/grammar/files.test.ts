// Real files: what the grammars mark in them, and that they change nothing beside.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusPath, needsCollection, repositories } from '../support/collection';
import { grammarsOf, isInstalled, isMarked, marks, painter, type Piece } from '../support/grammar';
import { standIn } from './stand-in';

type Paint = (text: string) => Piece[][];

const markdown = 'text.html.markdown';
/** What VS Code takes for agents and skills, as for prompts and instructions. */
const prompt = 'text.html.markdown.prompt';

const host = ['newest', 'oldest'].find(isInstalled);
const base = host === undefined ? standIn : grammarsOf(host);

const examples = join(process.cwd(), 'examples/workspace');
const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.md'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();

/** About so many of the files, from everywhere. */
const some = (files: readonly string[], count: number): string[] =>
  files.filter((_, at) => at % Math.ceil(files.length / count) === 0);

/** A line as text and scopes, however it is cut. */
function joined(line: readonly Piece[]): string[] {
  const found: string[] = [];
  let before = '';
  for (const { text, scopes } of line) {
    const all = scopes.join(' ');
    if (all !== before) found.push(all, '');
    found[found.length - 1] += text;
    before = all;
  }
  return found;
}

const painters = new Map<string, Promise<Paint>>();

/** One painter a scope: to load the grammars takes its time. */
function painterOf(scopeName: string, plain = false): Promise<Paint> {
  const id = `${scopeName} ${plain}`;
  const known = painters.get(id) ?? painter(base, scopeName, plain);
  painters.set(id, known);
  return known;
}

suite('grammars on real files', () => {
  suite('the example', () => {
    const marksOf = async (path: string, scopeName: string): Promise<string[][]> => {
      const paint = await painterOf(scopeName);
      return paint(readFileSync(join(examples, path), 'utf8')).map(line => marks([line]));
    };
    const tool = (name: string): string => `${name} support.function.tool`;
    const key = (name: string): string => `${name} support.type.property-name`;

    for (const scopeName of [markdown, prompt]) {
      test(`an agent as ${scopeName}`, async () => {
        const lines = await marksOf('.claude/agents/core/planner.md', scopeName);
        assert.deepEqual(lines[1], [key('name')]);
        assert.deepEqual(lines[3], [key('description')]);
        assert.deepEqual(lines[8], [key('tools')]);
        assert.deepEqual(lines[9], [tool('Read')]);
        assert.deepEqual(lines[17], [
          'mcp keyword.other.mcp',
          'linear entity.name.namespace.mcp',
          'create_issue support.function.tool.mcp',
        ]);
        assert.deepEqual(lines[18], [key('skills')]);
        assert.deepEqual(lines[19], []);
        assert.deepEqual(lines[26], [], 'a heading');
      });

      test(`a command as ${scopeName}`, async () => {
        const lines = await marksOf('.claude/commands/forecast.md', scopeName);
        assert.deepEqual(lines[3], [key('argument-hint')]);
        assert.deepEqual(lines[4]?.slice(0, 3), [key('allowed-tools'), tool('Read'), tool('Grep')]);
        assert.deepEqual(lines[9], ['ARGUMENTS variable.parameter.arguments']);
        assert.deepEqual(lines[10], []);
      });

      test(`a skill as ${scopeName}`, async () => {
        const lines = await marksOf('.claude/skills/ml-experiments/SKILL.md', scopeName);
        assert.deepEqual(lines[1], [key('name')]);
        assert.deepEqual(lines[2], [key('version')]);
        assert.deepEqual(lines[4]?.slice(0, 3), [key('allowed-tools'), tool('Read'), tool('Write')]);
        assert.deepEqual(lines[7], [], 'a heading');
      });
    }

    test('a quote that is not closed leaves the tools their colour', async () => {
      const lines = await marksOf('.claude/agents/specialized/release-manager.md', prompt);
      assert.deepEqual(lines[9], [tool('Read')]);
    });
  });

  suite('nothing else is changed', () => {
    const check = (files: readonly string[], ours: Paint, plain: Paint): number => {
      let marked = 0;
      for (const file of files) {
        const text = readFileSync(file, 'utf8');
        const without = plain(text);
        ours(text).forEach((line, at) => {
          if (line.some(isMarked)) marked++;
          else assert.deepEqual(joined(line), joined(without[at]!), `${file}:${at + 1}`);
        });
      }
      return marked;
    };

    for (const scopeName of [markdown, prompt]) {
      test(`of the example as ${scopeName}`, async () => {
        const paints = [await painterOf(scopeName), await painterOf(scopeName, true)] as const;
        assert.ok(check(below(examples), ...paints) > 100);
      });
    }

    test('of collected repositories', async function () {
      needsCollection(this);
      if (host === undefined) {
        console.log('      skipped: no VS Code is installed, whose grammars these files are made for');
        this.skip();
      }
      const paints = [await painterOf(prompt), await painterOf(prompt, true)] as const;
      const files = repositories().flatMap(repository => some(below(corpusPath(repository)), 5));
      assert.ok(check(files, ...paints) > 100, 'many lines are marked');
    });
  });

  test('prose of collected repositories: addresses, sums and mentions stay plain', async function () {
    needsCollection(this);
    const paint = await painterOf(markdown);
    const ordinary = /[\w.]+@[\w-]+\.\w+|\$\d+(?:[.,]\d+|[KMB])|(?<!\S)@[\w-]+(?=[\s,])/g;
    let seen = 0;
    for (const repository of repositories()) {
      const lines = some(below(corpusPath(repository)), 15).flatMap(
        file => readFileSync(file, 'utf8').match(ordinary) ?? [],
      );
      seen += lines.length;
      for (const text of new Set(lines)) assert.deepEqual(marks(paint(`See ${text} there.`)), [], text);
    }
    assert.ok(seen > 100);
  });
});
