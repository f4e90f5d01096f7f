// Names: what is defined and what is referred to, stored unresolved under a symbol.
import type { Span } from '../syntax/span';
import type { SymbolKind } from '../dialects/dialect';

/** For example `skill:tdd`, `agent:reviewer`, `tool:Read`, `file:docs/x.md` (path below the root), `heading:docs/x.md#how`. */
export type SymbolKey = `${SymbolKind}:${string}`;

/** The key of a name in all look-ups: `agent:reviewer`. */
export const symbolKey = (kind: SymbolKind, name: string): SymbolKey => `${kind}:${name}`;

export const symbolName = (key: SymbolKey): string => key.slice(key.indexOf(':') + 1);

export const symbolKind = (key: SymbolKey): SymbolKind => key.slice(0, key.indexOf(':')) as SymbolKind;

/** How a reference is written, which decides how it is judged and edited. */
export type ReferenceForm =
  | 'field' // a value in front matter: `skills: [tdd]`
  | 'key' // a key that is a name: `"skillOverrides": { "tdd": "off" }`
  | 'call' // `Skill({ skill: 'tdd' })` in the body
  | 'table' // a cell of a table whose column is headed «Skill»
  | 'tool-call' // `TaskUpdate({…})`, `Skill(…)` in the body: a tool that the body's protocol calls
  | 'tool-line' // `Glob: **/*.py` in a code block: a step that uses a tool
  | 'prose' // «Use the **reviewer** agent»
  | 'path' // a path in the body
  | 'link' // the target of a Markdown link
  | 'part' // a path in inline code: of the skill's own folder, or `../…`
  | 'variable' // a path behind `${CLAUDE_PLUGIN_ROOT}/` or `${CLAUDE_SKILL_DIR}/`
  | 'import' // `@docs/style.md` in text
  | 'glob' // what a pattern begins with: `src/api` of `src/api/**`
  | 'other-base'; // what was written before it from another folder or without its marks, which decides whether that one is meant

/** One place that names something. Spans are absolute offsets in the file's text. */
export interface Reference {
  readonly symbol: SymbolKey;
  /** The two halves of `symbol`. */
  readonly kind: SymbolKind;
  readonly name: string;
  readonly form: ReferenceForm;
  readonly span: Span;
  /** The key it stands under, in front matter. */
  readonly field: string | undefined;
  /** Of a call: the names of its inputs, as far as they can be told. */
  readonly inputs: readonly CallInput[] | undefined;
}

/** An input's name, and where it stands behind the beginning of the call. */
export interface CallInput {
  readonly name: string;
  readonly at: number;
}

/** A part of a definition that others read; a rule that reads one is run again when it changes. */
export type Facet = 'exists' | 'name' | 'description' | 'loads' | 'preloadable';

/** What a file defines, kept for closed files too: small, with no slice of a text. */
export interface Definition {
  readonly symbol: SymbolKey;
  /** `nested`: `group/leaf` of a skill that lies too deep; `label`: a skill's `name` that differs from its folder. */
  readonly alias: 'none' | 'nested' | 'label';
  readonly uri: string;
  /** Where it lies: see realms.ts. */
  readonly realm: string;
  /** The name as people know it: the symbol's own name, or for aliases the name of what it stands for. */
  readonly name: string;
  /** Where the name stands in the file, or where the file begins. */
  readonly span: Span;
  /** 0-based line and column of `span.start`, so that a closed file can be shown without its text. */
  readonly line: number;
  readonly column: number;
  readonly description: string;
  readonly model: string | undefined;
  /** Tools as listed; undefined where the key is absent and all are inherited. */
  readonly tools: readonly string[] | undefined;
  /** Skills: false where `disable-model-invocation` forbids preloading. */
  readonly preloadable: boolean;
  /** Skills: false where it lies deeper than one folder below the skills root, where Claude Code does not look. */
  readonly reachable: boolean;
  /** Whether the tool that its place belongs to lists it, judged by its text. */
  readonly loads: boolean;
}
