// Colours Markdown as VS Code does: a base grammar, with those that package.json contributes injected.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

/** A piece of a line, with the scopes above it, the innermost last. */
export interface Piece {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Grammar files by scope name. */
export type Grammars = ReadonlyMap<string, string>;

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const contributed = (folder: string): readonly Contribution[] => {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly contributes?: { readonly grammars?: readonly Contribution[] };
  };
  return manifest.contributes?.grammars ?? [];
};

export const ours = contributed(process.cwd());

/** Grammars of ours that VS Code injects into a document of this scope: those for the scope and for what it is a part of. */
export const injections = (scopeName: string): string[] =>
  ours.filter(({ injectTo }) => injectTo?.some(to => `${scopeName}.`.startsWith(`${to}.`))).map(each => each.scopeName);

const extensions = (host: string): string =>
  join(process.cwd(), 'test/vscode-host', host, 'node_modules/code-server/lib/vscode/extensions');

export const isInstalled = (host: string): boolean => existsSync(join(extensions(host), 'markdown-basics'));

/** All grammars of a VS Code that is installed for the tests in an editor. */
export function grammarsOf(host: string): Grammars {
  const found = new Map<string, string>();
  for (const name of readdirSync(extensions(host))) {
    const folder = join(extensions(host), name);
    if (!existsSync(join(folder, 'package.json'))) continue;
    for (const { scopeName, path } of contributed(folder))
      found.set(scopeName, readFileSync(join(folder, path), 'utf8'));
  }
  return found;
}

let wasm: Promise<void> | undefined;

/** What colours a text; `plain` leaves our grammars out. */
export async function painter(base: Grammars, scopeName: string, plain = false): Promise<(text: string) => Piece[][]> {
  await (wasm ??= loadWASM(readFileSync(join(process.cwd(), 'node_modules/vscode-oniguruma/release/onig.wasm'))));
  const own = new Map(ours.map(({ scopeName: name, path }) => [name, readFileSync(join(process.cwd(), path), 'utf8')]));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new OnigScanner(patterns),
      createOnigString: text => new OnigString(text),
    }),
    loadGrammar: name => {
      const text = own.get(name) ?? base.get(name);
      return Promise.resolve(
        text === undefined ? null : parseRawGrammar(text, text.startsWith('<') ? 'x.plist' : 'x.json'),
      );
    },
    getInjections: name => (plain ? [] : injections(name)),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`no grammar ${scopeName}`);
  return text => {
    let stack = INITIAL;
    return text.split(/\r?\n/).map(line => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
    });
  };
}

const isOurs = (scope: string): boolean => scope.endsWith('.agentwright');

export const isMarked = ({ scopes }: Piece): boolean => scopes.some(isOurs);

/** What our grammars mark, as `Read support.function.tool`; brackets, dashes and dollars are left out. */
export function marks(lines: readonly (readonly Piece[])[]): string[] {
  return lines.flat().flatMap(({ text, scopes }) => {
    const scope = scopes.at(-1) ?? '';
    if (!isOurs(scope) || /^(punctuation|meta)\./.test(scope)) return [];
    return [`${text} ${scope.replace('.agentwright', '')}`];
  });
}
