// What loaders built on gray-matter see of a file. Fenced in: its own engines read YAML and JSON, and none ever runs anything.
import matter from 'gray-matter';

export interface GrayMatterReading {
  /** False where it takes the whole file for text: three hyphens must stand first, and no fourth. */
  readonly sees: boolean;
  /** False where gray-matter throws, so that its users drop the file or read it as plain text. */
  readonly reads: boolean;
  /** Whether what it read are keys with values. */
  readonly hasKeys: boolean;
  /** The word after the opening fence, in lower case: `js` is executed by loaders that do not replace the engine. */
  readonly language: string;
  /** Where such a loader sees the body begin. */
  readonly bodyStart: number;
  /** Why it does not read, in the parser's words. */
  readonly message: string;
}

const refuse = {
  parse(): never {
    throw new Error('a program is never run here');
  },
  stringify(): never {
    throw new Error('front matter is never written');
  },
};

/** The names under which gray-matter looks for the engine that evaluates. */
const engines = { js: refuse, javascript: refuse };

/** Asks gray-matter itself. An options object keeps it from its cache, since it caches what it failed on. */
export function readAsGrayMatter(text: string): GrayMatterReading {
  const language = /^\uFEFF?---[ \t]*([\w-]+)/.exec(text)?.[1]?.toLowerCase() ?? 'yaml';
  const sees = /^\uFEFF?---(?!-)/.test(text);
  try {
    const { data, content } = matter(text, { language: 'yaml', engines });
    const hasKeys = typeof data === 'object' && data !== null && !Array.isArray(data);
    return { sees, reads: true, hasKeys, language, bodyStart: text.length - content.length, message: '' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { sees, reads: false, hasKeys: false, language, bodyStart: 0, message };
  }
}
