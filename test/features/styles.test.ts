// Output styles as names: who sets one, where it is defined, and its rename.
import { strict as assert } from 'node:assert';
import { offers } from '../support/features';
import { file } from '../support/fixture';
import { checkDefinition, checkReferences, checkRefused, checkRename } from '../support/rename';

const settings = (name: string): string => file('.claude/settings.json', `{ "outputStyle": "${name}" }\n`);
const style = (path: string, name: string): string =>
  file(
    `.claude/output-styles/${path}.md`,
    `---\n${name === '' ? '' : `name: ${name}\n`}description: Brief.\n---\n\nBe brief.\n`,
  );

suite('output styles', () => {
  test('are offered with those that Claude Code brings along', () =>
    assert.deepEqual(offers(settings('<|>') + style('terse', 'Terse Words')), [
      'Terse Words', 'Concise', 'Default', 'Explanatory', 'Learning', 'Proactive',
    ])); // prettier-ignore
  test('are found from the settings', () =>
    checkDefinition(settings('Terse <|>Words') + style('terse', 'Terse Words'), ['.claude/output-styles/terse.md:2']));
  test('are named by settings', () => checkReferences(settings('<|Terse Words|>') + style('terse', '<|Terse Words|>')));
  test('are renamed in both', () =>
    checkRename(
      'Loud Words',
      settings('Terse <|>Words') + style('terse', 'Terse Words'),
      settings('Loud Words') + style('terse', 'Loud Words'),
      ['{ "outputStyle": "Terse Words" }'],
    ));
  test('take their file along where it is called so', () =>
    checkRename('loud', settings('te<|>rse') + style('terse', ''), settings('loud') + style('loud', ''), [
      '{ "outputStyle": "terse" }',
    ]));
  test('do not take the name of another', () =>
    checkRefused('B', settings('<|>A') + style('a', 'A') + style('b', 'B'), 'exists already'));
});
