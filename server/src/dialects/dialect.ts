// What a dialect is: plain data about one tool's files, given meaning by a closed set of value types.

/** The kinds of thing that names stand for. */
export type SymbolKind = 'agent' | 'skill' | 'command' | 'style' | 'tool' | 'model' | 'file' | 'mcp' | 'heading';

/** The closed set of value types. Every `switch` over `is` is exhaustive: a new type must be answered everywhere. */
export type ValueType =
  | {
      readonly is: 'text';
      readonly pattern?: string;
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly oneLine?: boolean;
      /** What it names besides: a `script` that a command runs, a `file`, by its path from the file's own folder, a `schema`
       * the same way, perhaps with `#` and a part of it, or MCP servers in the names of their `tools`. */
      readonly names?: 'script' | 'file' | 'schema' | 'tools';
    }
  | { readonly is: 'name'; readonly of: 'agent' | 'skill'; readonly pattern?: string; readonly maxLength?: number }
  /** `not`: names that mean nothing there. */
  | { readonly is: 'reference'; readonly to: SymbolKind; readonly not?: readonly string[] }
  | { readonly is: 'choice'; readonly values: readonly Choice[]; readonly open: boolean; readonly anyCase?: boolean }
  /** `strict`: true and false, quoted or capitalised too. `wide`: also yes/no, on/off, 1/0. */
  | { readonly is: 'flag'; readonly words: 'strict' | 'wide' }
  /** `above`: not that number itself, but any that is more. */
  | {
      readonly is: 'number';
      readonly integer: boolean;
      readonly minimum?: number;
      readonly above?: number;
      readonly maximum?: number;
    }
  | { readonly is: 'glob' }
  | { readonly is: 'path' }
  /** A tool with a specifier, such as `Bash(git:*)`. */
  | { readonly is: 'call' }
  | { readonly is: 'list'; readonly of: ValueType; readonly forms: readonly ListForm[] }
  /** `fields` are the known keys; `open` says whether others are fine; `values` types the values of free keys, and `keys` says
   * what these name. */
  | {
      readonly is: 'map';
      readonly fields: readonly Field[];
      readonly open: boolean;
      readonly values?: ValueType;
      readonly keys?: SymbolKind;
    }
  /** Each case lists the tag's own field too, so that it has words and values. */
  | { readonly is: 'variant'; readonly tag: string; readonly cases: Readonly<Record<string, readonly Field[]>> }
  | { readonly is: 'oneOf'; readonly types: readonly ValueType[] }
  | { readonly is: 'any' };

/** How a list may be written: as a YAML list, as `a, b`, as `a b`, or as a lone `*` for all. */
export type ListForm = 'list' | 'comma' | 'space' | 'star';

/** One allowed value. */
export interface Choice {
  readonly value: string;
  readonly doc: string;
  /** What it is where text of the same letters is something else: a number, or a yes or no. */
  readonly literal?: number | boolean;
}

/** What the loader does with a bad value; the severity of a finding follows from it. */
export type OnInvalid =
  | 'file-dropped' // error: the tool drops the whole file
  | 'key-ignored' // warning: the tool goes on without the key
  | 'coerced' // warning: the tool reads something else than is written
  | 'passed-on' // warning or hint: any value is passed on; a wrong one fails later
  | 'convention'; // information: a convention of the framework, no program reads it

/** A key of a file. */
export interface Field {
  readonly key: string;
  readonly type: ValueType;
  /** What the documentation or the framework's own checks want beyond `type`; other values work, so it is a matter of taste. */
  readonly wanted?: ValueType;
  /** `yes`: the loader drops the file without it. `expected`: the framework's own checks want it. */
  readonly required: 'yes' | 'expected' | 'no';
  /** What holds where the key is absent, in words. */
  readonly default?: string;
  /** One or two sentences: what the key means and does. */
  readonly doc: string;
  /** Facts worth knowing, one sentence each. */
  readonly notes: readonly string[];
  readonly onInvalid: OnInvalid;
  /** What a bad value does, in words. */
  readonly invalid?: string;
  /** Whether `null` counts as if the key were not there, where any other bad value counts as one. */
  readonly nullable?: true;
  /** What a bad value of a key of one's own below this one does; it harms nothing else where this is not said. */
  readonly onInvalidBelow?: OnInvalid;
  /** What an empty value (`key:`) means: `absent` as if not there; `none` an empty list that takes all away. */
  readonly empty?: 'absent' | 'none' | 'invalid';
  readonly example?: string;
  readonly status?: 'undocumented' | 'experimental' | 'convention' | 'discouraged' | 'internal';
  readonly deprecated?: string;
  /** The key that the program reads instead of this one. */
  readonly replacedBy?: string;
  /** Why the key has no effect in files of this kind, where the tool knows it but ignores it. */
  readonly ignored?: string;
  readonly since?: string;
  /** Set where a JSON Schema of the repository says it: how gravely it is reported. Its words are a stranger's, its
   * patterns are matched by `isFoundIn` alone, and a text is no number. */
  readonly adopted?: 'hint' | 'information' | 'warning' | 'error';
  /** Source codes, explained in `sources.ts`. */
  readonly sources: readonly string[];
}

/** What a file is to its tool. */
export type FileRole =
  | 'agent'
  | 'skill'
  | 'command'
  | 'rule'
  | 'output-style'
  | 'memory'
  | 'settings'
  | 'hooks'
  | 'mcp'
  | 'lsp'
  | 'plugin'
  | 'marketplace'
  | 'configuration';

/** One kind of file of a dialect. */
export interface Kind {
  /** For example `claude-agent`. */
  readonly id: string;
  readonly title: string;
  /** What files of this kind are; a dialect has one kind a role, and another one for plugins where they differ. */
  readonly role: FileRole;
  readonly plugin?: true;
  /** Globs over paths below a root; the first kind that matches wins. Empty where the workspace decides otherwise. */
  readonly paths: readonly string[];
  readonly notPaths: readonly string[];
  /** Where the name comes from: a front matter field, the folder's name, or the path; `none` for files without one. */
  readonly identity: 'field' | 'folder' | 'path' | 'none';
  /** How the tool reads the file; a closed set, implemented in `workspace/verdict.ts`. */
  readonly loader: Loader;
  readonly unknownKeys: 'ignored' | 'error' | 'allowed';
  /** Misspelt keys and what the tool's authors meant; both exact. */
  readonly keySuggestions: Readonly<Record<string, string>>;
  readonly fields: readonly Field[];
  /** The keys that most real files have, the most frequent first: so they are offered. */
  readonly usual?: readonly string[];
  /** What any other key at the top is, where such keys are names of one's own. */
  readonly free?: Field;
  /** Facts about the kind for people, one sentence each. */
  readonly notes: readonly string[];
  /** Where the name comes from when the field has none; without it such a file defines nothing. */
  readonly unnamed?: 'file' | 'folder';
  /** Placeholders that the tool replaces in the body. */
  readonly substitutions?: readonly Choice[];
  /** Headings of the body that the framework wants (`expected`) or that most of its files have (`usual`). */
  readonly sections?: readonly { readonly heading: string; readonly status: 'expected' | 'usual' }[];
}

/** `claude-agent`: Claude Code's quoting, front matter required; `claude-skill`: the same, all keys lost on failure;
 * `strict`: strict YAML, front matter required; `none`: whatever it says, the file is read. */
export type Loader = 'claude-agent' | 'claude-skill' | 'strict' | 'none';

export interface Tool {
  readonly name: string;
  readonly doc: string;
  readonly category: string;
  readonly status: 'active' | 'alias' | 'removed' | 'never';
  /** The tool to name instead, for aliases, removed and mistaken names. */
  readonly replacedBy?: string;
  readonly subagent: 'yes' | 'no' | 'special';
  /** Whether an agent that runs in the background keeps it. */
  readonly background?: boolean;
  /** Whether a subagent without `tools` has it, whatever the session was given. */
  readonly inherited?: true;
  /** How permission rules name it, in words. */
  readonly permissionRule?: string;
  readonly note?: string;
  /** Keys of the input object of a call `Tool({ key: … })`. */
  readonly inputs: readonly ToolInput[];
  readonly sources: readonly string[];
}

export interface ToolInput {
  readonly name: string;
  readonly required: boolean;
  /** The only values that it takes, where they are few. */
  readonly values?: readonly string[];
}

export interface Model {
  readonly id: string;
  readonly alias: boolean;
  readonly doc: string;
  /** For aliases, the id it stands for on the Anthropic API, where it is known. */
  readonly resolvesTo?: string;
  readonly family?: string;
  readonly contextWindow?: number;
  readonly status?: 'current' | 'legacy' | 'retired' | 'restricted' | 'old';
  /** Kinds of files in which it does not mean what it seems to. */
  readonly notFor?: readonly FileRole[];
}

export interface Dialect {
  /** For example `claude`. */
  readonly id: string;
  readonly title: string;
  /** The program and version that the facts were seen in. */
  readonly version: string;
  /** The day on which the facts were last checked, `YYYY-MM-DD`. */
  readonly verified: string;
  /** The dialect whose kinds these add fields to; a kind extends the one of the same role. */
  readonly extends?: string;
  /** For dialects that are active only where a repository shows them: paths that must exist (any), or front matter keys (any). */
  readonly detect?: { readonly paths: readonly string[]; readonly keys: readonly string[] };
  readonly kinds: readonly Kind[];
  readonly tools: readonly Tool[];
  readonly models: readonly Model[];
  /** Full ids beyond `models` that are plausible. */
  readonly modelPattern?: string;
  /** Agents that the tool brings along. */
  readonly builtinAgents: readonly string[];
}
