// What loaders built on gray-matter see of a file. Fenced in: no engine but YAML reads, and none ever runs anything.
import matter from 'gray-matter';
import { readYaml } from './yaml';

export interface GrayMatterReading {
  /** False where gray-matter throws, so that its users drop the file or read it as plain text. */
  readonly reads: boolean;
  /** The word after the opening fence, in lower case: `js` is executed by loaders that do not replace the engine. */
  readonly language: string;
  /** Where such a loader sees the body begin. */
  readonly bodyStart: number;
  /** Why it does not read, in the parser's words. */
  readonly message: string;
}

const refuse = {
  parse(): never {
    throw new Error('only YAML front matter is read');
  },
  stringify(): never {
    throw new Error('front matter is never written');
  },
};

/** Splits only; the YAML is read with `yaml`, since gray-matter caches what it failed on. */
const splitOnly = { parse: (): object => ({}), stringify: (): string => '' };

/** Asks gray-matter where it splits the text. An options object keeps it from its cache. */
export function readAsGrayMatter(text: string): GrayMatterReading {
  const engines = {
    yaml: splitOnly,
    yml: splitOnly,
    js: refuse,
    javascript: refuse,
    json: refuse,
    coffee: refuse,
    coffeescript: refuse,
    toml: refuse,
    cson: refuse,
  };
  try {
    const file = matter(text, { language: 'yaml', engines });
    const language = (file.language || 'yaml').toLowerCase();
    const { errors, aliases } = readYaml(file.matter);
    const alias = aliases.find(({ name }) => !file.matter.includes(`&${name}`));
    const message = errors[0]?.message ?? (alias ? `unidentified alias "${alias.name}"` : '');
    const bodyStart = text.length - file.content.length;
    return { reads: message === '', language, bodyStart, message };
  } catch (error) {
    const language = /^\uFEFF?---[ \t]*([\w-]+)/.exec(text)?.[1]?.toLowerCase() ?? 'yaml';
    return { reads: false, language, bodyStart: 0, message: error instanceof Error ? error.message : String(error) };
  }
}
