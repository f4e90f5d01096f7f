// What can be wrong with a text before anything is known of agents: a value, never an exception.
import type { Span } from './span';

/** The cause of a syntax problem. One cause gives one problem, at the exact place. */
export type ProblemCause =
  // front matter
  | 'front-matter-missing' // no fence at all; with `open`, keys and a closing fence without an opening one; with `keys`, keys alone
  | 'front-matter-late' // a blank line, a heading or other text stands before the opening fence
  | 'front-matter-unclosed' // the opening fence has no closing one
  | 'front-matter-fence' // an opening or closing fence of an odd form: `----`, `...`, indented
  | 'front-matter-language' // `---js`, `---toml`: another language than YAML, never run
  // YAML
  | 'unquoted-colon' // `description: Use: this`
  | 'reserved-start' // a plain value that begins with * @ ` % & ! or the like
  | 'tab' // a tab as indentation
  | 'unclosed-quote'
  | 'text-after-quote' // `"a" and "b"`
  | 'bad-escape' // a backslash in double quotes before a character that it does not go with
  | 'block-header' // text, or another mark, on the line of `|` or `>`
  | 'block-mark' // another mark alone where `|` or `>` is wanted, and text below it that is no YAML
  | 'space-after-colon' // `name:x`
  | 'odd-blank' // a no-break space where a blank is wanted
  | 'missing-colon' // a line of column 0 that is no `key: value`
  | 'bad-indentation'
  | 'unclosed-bracket'
  | 'duplicate-key'
  | 'not-a-map' // the front matter or file is a list or a lone scalar
  | 'alias-bomb' // aliases expand without bound
  | 'invalid-yaml' // anything else the YAML parser reports
  // JSON
  | 'json-comment' // strict readers take no comments
  | 'json-comma' // a comma behind the last entry, which strict readers do not take either
  | 'json-duplicate' // a key twice in one object
  | 'invalid-json';

/** One thing wrong with a text. `args` fill the message of the rule that reports it. */
export interface Problem {
  readonly cause: ProblemCause;
  readonly span: Span;
  /** Facts for the message and the fix, by cause: the offending character, the key, the parser's words. */
  readonly args: readonly string[];
}
