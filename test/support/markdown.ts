// Markdown of all kinds for property tests, in lines that like to meet.
import fc from 'fast-check';

// prettier-ignore
const word = fc.constantFrom(
  'a', 'b c', '`x`', '`', '``', '`` ` ``', '\\', '\\`', '[a](b)', '[', ']', '](c)', '![i](j)', '(', ')', '|', '\\|',
  '<!-- c -->', '<!--', '-->', '<b title="`">', '<', '>', '<https://a.b/`>', 'https://a.b/`c`', '*', '_', '#',
  '[r]', '[r][s]', '<d e', '"', ':', '[ ]', '&amp;', 'www.a.bc/d)`', '[e](<f g> "h")', '[](u', '!', '~~',
);
const inline = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .chain(words => fc.constantFrom('', ' ').map(gap => words.join(gap)));
const line = fc.oneof(
  { weight: 5, arbitrary: inline },
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('```', '````', '~~~', '```js', '``` x', '---', '***', '===', '- - -', '    code', '\tcode'),
  fc.constantFrom('<div>', '</div>', '<step name="x">', '</step>', '<pre>', '</pre>', '<!--', '-->', '<?x', '?>'),
  fc.constantFrom('| a | b |', '|---|---|', 'a | `b', '--|--', '| c |', '|:-|', '[a]: b', '[a]: b "c"', '[a]:'),
  fc.tuple(fc.constantFrom('# ', '## ', '###### ', '#', '####### '), inline).map(parts => parts.join('')),
);
const prefix = fc.constantFrom(
  ...['', '', '', '', '- ', '  ', '    ', '1. ', '2) ', '> ', '>', '* ', '+ ', ' ', '   ', '\t'],
);
export const markdown = fc
  .array(fc.tuple(prefix, prefix, line), { maxLength: 14 })
  .map(lines => lines.map(parts => parts.join('')).join('\n'));
