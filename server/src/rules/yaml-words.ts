// What is said of each way in which front matter is not valid YAML.
import type { ProblemCause } from '../syntax/problem';

export const causes: Readonly<Partial<Record<ProblemCause, string>>> = {
  'unquoted-colon': 'A colon and a space inside plain text begin a new key in YAML. Put the value in quotes.',
  'reserved-start': 'In YAML `{0}` at the beginning of a value has a special meaning. Put the value in quotes.',
  tab: 'YAML does not allow tabs for indentation. Use spaces.',
  'unclosed-quote': 'This quote is never closed.',
  'text-after-quote': 'There is text after the closing quote. Put the whole value in quotes.',
  'bad-escape':
    'In double quotes a backslash begins an escape code, and `{0}` is not one. Write two backslashes, or use single quotes.',
  'block-header': 'Nothing may follow `{0}` on its line: the text begins on the next line, indented.',
  'block-mark': 'A text on the lines below its key needs `|` or `>` after the key; `{0}` is neither.',
  'space-after-colon': 'There must be a space after `{0}:`.',
  'odd-blank':
    'YAML does not take this character for a space (U+{0}, as web pages have it), so there is no key here. Write a plain space.',
  'missing-colon':
    'This line is not a key with a value. A colon is missing, or it belongs to the value above and must be indented.',
  'bad-indentation': 'This line is not indented like the lines around it.',
  'unclosed-bracket': 'The bracket `{0}` is never closed.',
  'duplicate-key': 'The key `{0}` stands here twice.',
  'not-a-map': 'The front matter must consist of keys with values.',
  'alias-bomb': 'The references with `*` grow without bound.',
  'invalid-yaml': 'This is not valid YAML ({0}).',
};
