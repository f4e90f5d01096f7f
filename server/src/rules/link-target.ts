// Targets of links that are neither a path nor an address as they are written, though it is clear what they were to be.
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { meantPaths } from '../workspace/link-slips';
import { decoded, join } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { slips } from '../workspace/slips';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { atLink } from './file-paths';
import { anyOf } from './needs';
import { withoutLink } from './plain-links';
import { skillWith } from './samples';
import { defineRule, say, type Message } from './rule';

const guide = '-- .claude/skills/a/references/guide.md --\n# Guide\n';

const becomes = (written: string, right: string): { bad: string; good: string } => ({
  bad: skillWith(`See [it](<|${written}|>).`) + guide,
  good: skillWith(`See [it](${right}).`) + guide,
});

export default defineRule({
  id: 'link-target',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf(']('),
  roles: readsBody,
  summary:
    'The target of a link that leads elsewhere than it says: an address without its beginning, a path with a mark too many.',
  why:
    'A target without `https://` or `mailto:` is a path, one that begins with `/` does not count from the folder of the file, ' +
    'and a full stop or a line number after the name of a file is a part of that name. So the link leads nowhere.',
  source: 'CommonMark 0.31.2, section 6.3; RFC 3986, sections 3.1 and 4.2.',
  examples: [
    becomes('https;//example.com/a', 'https://example.com/a'),
    becomes('https://https://example.com', 'https://example.com'),
    becomes('htps://example.com/a', 'https://example.com/a'),
    becomes('https:/example.com/a', 'https://example.com/a'),
    becomes('https//example.com/a', 'https://example.com/a'),
    becomes('http:example.com', 'http://example.com'),
    becomes('www.example.com', 'https://www.example.com'),
    becomes('me@example.com', 'mailto:me@example.com'),
    becomes('references/guide.md.', 'references/guide.md'),
    becomes('references/guide.md:10', 'references/guide.md'),
    becomes('/references/guide.md', 'references/guide.md'),
    becomes('references/guide.mdd', 'references/guide.md'),
    becomes('file://references/guide.md', 'references/guide.md'),
    becomes('references//guide.md', 'references/guide.md'),
    becomes('../../../../../../../references/guide.md', 'references/guide.md'),
    becomes('references/guide.md##guide', 'references/guide.md#guide'),
    { bad: skillWith('See [it](../../../../../../AGENTS.md).') + '-- .claude/skills/a/AGENTS.md --\n# A\n' },
    { bad: skillWith('See [it](<|TODO|>).'), good: skillWith('See it.') },
    { bad: skillWith('See [it](<||>).'), good: skillWith('See it.') },
    { bad: skillWith('[![Version](https://a.example/badge.svg)]()') },
    {
      bad:
        skillWith(
          '[1](https://a.example) [2](mailto:a@b.example) [3](ftp://a.example) [4](vscode:x) [5](#a) [6](references/guide.md#a) ' +
            '[7](/docs/api) [8](references/gone.md.) [9](<>) `[x](TODO)` [10](http://localhost:3000) [11](todo.md) [12](httpx)',
        ) + guide,
    },
  ],
  *check(document, workspace) {
    for (const { start, content } of document.body?.sections ?? []) {
      for (const link of content.links) {
        const span = shift(link.target, start);
        const written = document.text.slice(span.start, span.end);
        // An address that nothing is wrong with; this is asked of each link at each key.
        if (/^(?:https?:\/\/(?!https?:\/\/)|#[^#])/.test(written)) continue;
        const inner = { start: start + link.text.end + 2, end: start + link.outer.end - 1 };
        const meant =
          written === ''
            ? nothing(document.text, shift(link.text, start), document.text.slice(inner.start, inner.end))
            : meantBy(written, document, workspace);
        if (!meant) continue;
        const { message, right } = meant;
        yield {
          span,
          message,
          fixes: () => (right === undefined ? withoutLink(document, span) : [changeTo(document, span, right, 'best')]),
        };
      }
    }
  },
});

/** What is wrong, and what it was to be, where that is known. */
interface Meant {
  readonly message: Message;
  readonly right?: string;
}

/** `[text]()`; with angle brackets the author has said that there is nothing, and a badge has an empty link so that nobody
 * is led to the picture. */
const nothing = (text: string, { start }: Span, inner: string): Meant | undefined =>
  inner.trim() === '' && !text.startsWith('![', start)
    ? { message: say('The link has no target, so it leads to this file itself.') }
    : undefined;

function meantBy(written: string, document: Document, workspace: Workspace): Meant | undefined {
  if (/^(?:TODO|TBD|FIXME|XXX)$/.test(written))
    return { message: say('The target of this link is still to be written.') };
  const address = addressOf(written);
  if (address !== undefined)
    return {
      message: say(
        'Without `{0}` at its beginning this is a path and not a web address.',
        /^\w+:(?:\/\/)?/.exec(address)![0],
      ),
      right: address,
    };
  const path = pathOf(written, document.uri, workspace);
  return path === undefined
    ? undefined
    : { message: say('The link leads nowhere as it is written: the file is `{0}`.', path), right: path };
}

/** The address that is meant by one whose scheme is misspelt, incomplete or missing. */
function addressOf(written: string): string | undefined {
  if (/^www\.[\w-]+(?:\.[\w-]+)+/.test(written)) return `https://${written}`;
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(written)) return `mailto:${written}`;
  const [, scheme, marks, rest] =
    /^([a-z]{3,7})(:\/{0,3}|\/\/|;\/\/|:\\\\|:\/\/https?:\/\/)([\w-]+(?:\.[\w-]+)+(?:[/?#:].*)?)$/i.exec(written) ?? [];
  if (scheme === undefined || rest === undefined) return undefined;
  const lower = scheme.toLowerCase();
  if (/^https?$/.test(lower)) return marks === '://' ? undefined : `${lower}://${rest}`;
  const meant = ['https', 'http'].filter(each => slips(lower, each) <= 1);
  // `htp` may be either; one letter less of the longer is no slip of the shorter.
  return meant.length === 0 || marks === ':' ? undefined : `${nearer(lower, meant)}://${rest}`;
}

const nearer = (word: string, meant: readonly string[]): string =>
  meant.find(each => each.length === word.length + 1) ?? meant[0]!;

/** The path of a file that is there, for one with a mark too many; undefined where something is there as it is written. */
function pathOf(written: string, uri: string, workspace: Workspace): string | undefined {
  const isThere = (path: string): boolean => /[\w)]/.test(path) && atLink(workspace, uri, path) === 'yes';
  const hash = written.indexOf('#');
  if (hash > 0 && written[hash + 1] === '#') {
    const single = written.replace(/##+/, '#');
    return isThere(single) ? single : undefined;
  }
  const path = hash < 0 ? written : written.slice(0, hash);
  const anchor = hash < 0 ? '' : written.slice(hash);
  // Of the schemes, that of a file alone stands before a path from here by mistake: it wants one from the root.
  const [, local] = /^file:\/\/((?!\/).+)$/i.exec(path) ?? [];
  if (local !== undefined) return isThere(local) ? local + anchor : undefined;
  if (/^[a-z]+:\/|^[a-z]+:$/i.test(path)) return undefined;
  // Two slashes are one to a file system, but not to a server.
  const single = path.replace(/([^/:])\/{2,}/g, '$1/');
  if (single !== path) return isThere(single) ? single + anchor : undefined;
  if (path.startsWith('/') && fromRoot(path, uri, workspace)) return undefined;
  if (!path.startsWith('/') && !/^[\w.-]+:/.test(path) && isThere(path)) return undefined;
  const right = meantPaths(path).find(each => isThere(each) && !(isUp(path) && ofEachFolder.test(each)));
  return right === undefined ? undefined : right + anchor;
}

const isUp = (path: string): boolean => path.startsWith('../');

/** What nearly every folder has one of: the one here is not the one of a folder above. */
const ofEachFolder = /^(?:\.\.\/)?(?:README|AGENTS|CLAUDE|GEMINI|SKILL|CHANGELOG|CONTRIBUTING|LICENSE|index)\b[^/]*$/i;

/** Code hosts count such paths from the root of the repository. */
function fromRoot(path: string, uri: string, workspace: Workspace): boolean {
  const root = workspace.paths.root(uri);
  return root === undefined || workspace.existence(join(root, decoded(path))) !== 'no';
}
