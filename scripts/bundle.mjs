// Loads TypeScript into a script: bundled into a temporary file, so that nothing needs to be built before.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './ensure.mjs';

/** What `contents` exports; its imports count from `folder`, below the root. */
export async function load(contents, folder) {
  // Asked for late: a script may have had to install it first.
  const { build } = await import('esbuild');
  const temp = mkdtempSync(join(tmpdir(), 'agentwright-script-'));
  try {
    const outfile = join(temp, 'bundle.cjs');
    await build({
      stdin: { contents, resolveDir: join(root, folder), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      mainFields: ['module', 'main'],
      outfile,
      logLevel: 'warning',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}
