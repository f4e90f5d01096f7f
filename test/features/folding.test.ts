// What folds, from which line to which.
import { file } from '../support/fixture';
import { checkAnyText, checkFolds, checkLineEnds } from '../support/structure';

const body = (text: string): string => `-- CLAUDE.md --\n${text}`;

suite('folding', () => {
  test('front matter, entries and nested entries', () =>
    checkFolds(
      '---\nname: a\ntools:\n  - Read\n\nhooks:\n  Stop:\n    - matcher: Bash\n      hooks:\n        - type: x\n  Other: y\n\n---\n',
      ['1-13', '3-4', '6-11', '7-10', '8-10', '9-10'],
    ));
  test('texts of more than one line', () =>
    checkFolds('---\ndescription: >\n  a\n  b\nname: "a\n  b"\n---\n', ['1-7', '2-4', '5-6']));
  test('a bracket at the start of its line stays', () =>
    checkFolds('---\ntools: [\n  Read,\n  Grep,\n]\nskills: [a,\n  b]\n---\n', ['1-8', '2-4', '6-7']));
  test('front matter without an end', () => checkFolds('---\nname: a\ntools:\n  - x\n\n', ['1-4', '3-4']));
  test('sections, to their last line that is not blank', () =>
    checkFolds(body('# A\n\n## B\nb\n\n\n## C\n## D\nd\n\n# E\n'), ['1-9', '3-4', '8-9']));
  test('sections of underlined headings', () => checkFolds(body('A\n===\na\n\nB\n---\nb\n'), ['1-7', '5-7']));
  test('code, with its last line', () => checkFolds(body('```sh\n# a\n```\nx\n- ~~~\n  b\n  ~~~\n'), ['1-3', '5-7']));
  test('code that is not closed', () => checkFolds(body('```sh\na\n\n\n'), ['1-2']));
  test('tables', () => checkFolds(body('| a | b |\n|---|---|\n| c | d |\n\nx\n'), ['1-3']));
  test('comments', () =>
    checkFolds(body('<!-- a -->\n<!-- b\n\nc -->\n\nx <!-- d\ne --> f\n'), ['2-4 comment', '6-7 comment']));
  test('regions, also in one another', () =>
    checkFolds(
      body(
        '<!-- #region A -->\n# A\n<!-- #region -->\na\n<!-- #endregion -->\n\n# B\n<!-- #endregion A -->\n<!-- #endregion -->\n',
      ),
      ['1-8 region', '2-5', '3-5 region', '7-9'],
    ));
  test('a region that is not closed is none', () => checkFolds(body('<!-- #region -->\na\n'), []));
  test('JSON, whose closing brackets stay', () =>
    checkFolds(
      file('.mcp.json', '{\n  "a": {\n    "b": [\n      1,\n      2\n    ]\n  },\n  "c": [{\n    "d": 1 }\n  ]\n}\n'),
      ['1-10', '2-6', '3-5', '8-9'],
    ));
  test('nothing on one line', () => checkFolds('---\nname: a', ['1-2']));
  test('any text: two lines or more, inside the file', () => checkAnyText('folds'));
  test('line ends of any kind', () => checkLineEnds('folds'));
});
