// Links that lead to a file of the project by a path of one machine.
import type { Document } from '../syntax/document';
import { shift } from '../syntax/span';
import { decoded, join, parent, pathFrom } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { isReadInPlace } from './bodies';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { defineRule, say } from './rule';
import { skillWith } from './samples';

const guide = '-- .claude/skills/a/references/guide.md --\n# Guide\n';

export default defineRule({
  id: 'machine-link',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf(']('),
  roles: isReadInPlace,
  summary: 'A link with a path that begins with a drive or a home folder, and that means a file of the project.',
  why:
    'Such a path exists on the machine of its author alone: an editor or a script wrote it where the path from the folder of the ' +
    'file belongs. Said only where the project has the file.',
  source:
    'CommonMark 0.31.2, section 6.3: what leads to the file from everywhere is the path from the folder of the file.',
  examples: [
    {
      bad: skillWith('See [it](<|/Users/me/work/.claude/skills/a/references/guide.md|>).') + guide,
      good: skillWith('See [it](references/guide.md).') + guide,
    },
    {
      bad: skillWith('See [it](<|file:///C:/work/.claude/skills/a/references/guide.md#top|>).') + guide,
      good: skillWith('See [it](references/guide.md#top).') + guide,
    },
    { bad: skillWith('See [it](/Users/me/other.md), [b](/docs/guide.md) and `[c](/home/me/guide.md)`.') + guide },
  ],
  *check(document, workspace) {
    const { uri, text } = document;
    for (const { start, content } of document.body?.sections ?? []) {
      for (const { target } of content.links) {
        const span = shift(target, start);
        const written = text.slice(span.start, span.end);
        const meant = ofMachine.test(written) ? partThatExists(document, workspace, written) : undefined;
        if (meant === undefined) continue;
        yield {
          span,
          message: say('This path exists on one machine only; from the folder of this file it is `{0}`.', meant),
          fixes: () => [changeTo({ uri }, span, meant, 'best')],
        };
      }
    }
  },
});

const ofMachine = /^(?:file:\/\/)?(?:\/(?:Users|home|root)\/|\/?[A-Za-z]:[\\/])/;

/** The longest end of the path that is there from the project's folder, as a path from the folder of the file. */
function partThatExists({ uri }: Document, workspace: Workspace, written: string): string | undefined {
  const [path = '', anchor] = written.split('#');
  const parts = decoded(path).split(/[\\/]+/);
  const base = workspace.paths.base(uri);
  // A name alone may be that of another file.
  for (let from = 1; base !== undefined && from < parts.length - 1; from++) {
    const there = join(base, parts.slice(from).join('/'));
    if (workspace.existence(there) === 'yes')
      return pathFrom(parent(uri), there) + (anchor === undefined ? '' : `#${anchor}`);
  }
  return undefined;
}
