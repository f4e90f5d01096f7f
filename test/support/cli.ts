// The command line in a folder of its own on the disk, made anew for each test.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../server/src/cli/main';

export interface CliFolder {
  readonly path: (relative: string) => string;
  readonly text: (relative: string) => string;
  /** Writes a fixture to the disk. */
  readonly write: (source: string) => void;
  readonly run: (...argv: string[]) => Promise<Ran>;
  /** The same from a folder below. */
  readonly runIn: (relative: string, ...argv: string[]) => Promise<Ran>;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export function cliFolder(): CliFolder {
  let folder = '';
  setup(() => (folder = mkdtempSync(join(tmpdir(), 'agentwright-cli-'))));
  teardown(() => rmSync(folder, { recursive: true, force: true }));
  const path = (relative: string): string => join(folder, relative);
  async function runIn(relative: string, ...argv: string[]): Promise<Ran> {
    let out = '';
    let error = '';
    const io = {
      cwd: path(relative),
      home: join(folder, 'home'),
      out: (text: string) => void (out += text),
      error: (text: string) => void (error += text),
    };
    return { code: await main(argv, io), out, error };
  }
  return {
    path,
    text: relative => readFileSync(path(relative), 'utf8'),
    write(source) {
      const parts = source.split(/^-- (.+) --\n/m);
      for (let at = 1; at < parts.length; at += 2) {
        mkdirSync(dirname(path(parts[at]!)), { recursive: true });
        writeFileSync(path(parts[at]!), parts[at + 1]!);
      }
    },
    run: (...argv) => runIn('.', ...argv),
    runIn,
  };
}
