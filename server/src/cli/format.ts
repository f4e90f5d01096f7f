// `agentwright format`: brings the front matter of the files below the paths in order, or says what it would do.
import { formattedText } from '../features/format/format';
import { showChanges, writeChanges, type Changed } from './changes';
import { exit, many, visible, type Io } from './io';
import { documentOf, openProjects, shownUri } from './projects';

export interface FormatOptions {
  /** Prints a unified diff and writes nothing. */
  readonly dryRun: boolean;
  /** Names the files that would change and writes nothing. */
  readonly check: boolean;
}

export async function format(operands: readonly string[], options: FormatOptions, io: Io): Promise<number> {
  const projects = await openProjects(operands, io);
  if (!projects) return exit.usage;
  const changed = projects.uris.flatMap((uri): Changed[] => {
    const document = documentOf(projects, uri);
    const after = document && formattedText(projects.workspace, document);
    return document && after !== undefined && after !== document.text ? [{ uri, before: document.text, after }] : [];
  });
  if (options.dryRun) return showChanges(changed, 'formatted', io);
  return options.check ? name(changed, io) : writeChanges(changed, 'formatted', io);
}

function name(changed: readonly Changed[], io: Io): number {
  for (const { uri } of changed) io.out(`${visible(shownUri(uri, io))}\n`);
  io.error(`${many(changed.length, 'file')} would be formatted.\n`);
  return changed.length > 0 ? exit.errors : exit.fine;
}
