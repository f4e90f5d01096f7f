// What is said of each way in which front matter is not valid YAML.
import type { ProblemCause } from '../syntax/problem';

export const causes: Readonly<Partial<Record<ProblemCause, string>>> = {
  'unquoted-colon': 'A colon and a blank inside plain text begin a new key in YAML. Put the value in quotes.',
  'reserved-start': 'To YAML a value that begins with `{0}` is no plain text. Put it in quotes.',
  tab: 'YAML does not allow tabs for indentation. Use blanks.',
  'unclosed-quote': 'This quote is never closed.',
  'text-after-quote': 'Text stands behind the closing quote. Put the whole value in quotes.',
  'bad-escape':
    'In double quotes a backslash begins an escape, and `{0}` is none. Write two backslashes, or single quotes.',
  'block-header': 'Behind `{0}` nothing may stand on its line: the text begins on the next one, indented.',
  'block-mark': 'A text below its key begins with `|` or `>`; `{0}` is neither.',
  'space-after-colon': 'There must be a blank after `{0}:`.',
  'odd-blank': 'This blank is none to YAML (U+{0}, as web pages have it), so there is no key here. Write a plain one.',
  'missing-colon':
    'This line is no key with a value. A colon is missing, or it belongs to the value above and must be indented.',
  'bad-indentation': 'This line is not indented as the lines around it want.',
  'unclosed-bracket': 'The bracket `{0}` is never closed.',
  'duplicate-key': 'The key `{0}` stands here twice.',
  'not-a-map': 'The front matter must consist of keys with values.',
  'alias-bomb': 'The references with `*` grow without bound.',
  'invalid-yaml': 'This is not valid YAML ({0}).',
};
