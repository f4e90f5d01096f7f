// Where a marketplace comes from, as settings write it.
import { choice, flag, list, openMap, text } from '../../shorthand';
import type { ValueType } from '../../dialect';
import { setting } from './setting';

const kind = setting({
  key: 'source',
  type: choice({
    url: 'A marketplace.json at an address.',
    github: 'A repository on GitHub.',
    git: 'Any git repository.',
    npm: 'A package of npm.',
    file: 'A marketplace.json on this machine.',
    directory: 'A folder on this machine.',
    'skills-dir': 'The folder of skills.',
    hostPattern: 'All whose host matches; for lists of managed settings.',
    pathPattern: 'All whose path matches; for lists of managed settings.',
    settings: 'A marketplace that is written right here.',
  }),
  required: 'expected',
  onInvalid: 'file-dropped',
  doc: 'The kind of source.',
  example: '"source": "github"',
});

const ref = setting({
  key: 'ref',
  type: text,
  doc: 'A branch, a tag or a whole commit.',
  example: '"ref": "main"',
});

const path = setting({
  key: 'path',
  type: text,
  doc: 'The path of marketplace.json in the repository.',
  example: '"path": ".claude-plugin/marketplace.json"',
});

const sparsePaths = setting({
  key: 'sparsePaths',
  type: list(text, 'list'),
  doc: 'The folders to fetch; the whole repository without it.',
  example: '"sparsePaths": ["plugins"]',
});

const skipLfs = setting({
  key: 'skipLfs',
  type: flag,
  doc: 'It has no effect.',
  deprecated: 'It has no effect; large files are never fetched.',
  example: '"skipLfs": true',
});

/** Where a marketplace comes from. */
export const marketplaceSource: ValueType = {
  is: 'variant',
  tag: 'source',
  cases: {
    url: [
      kind,
      setting({
        key: 'url',
        type: text,
        required: 'yes',
        doc: 'The address of marketplace.json.',
        example: '"url": "https://example.com/marketplace.json"',
      }),
      setting({
        key: 'headers',
        type: openMap([], text),
        doc: 'HTTP headers.',
        example: '"headers": { "Authorization": "Bearer x" }',
      }),
      setting({
        key: 'headersHelper',
        type: text,
        doc: 'A command that prints the headers as JSON.',
        example: '"headersHelper": "print-headers"',
      }),
    ],
    github: [
      kind,
      setting({
        key: 'repo',
        type: text,
        required: 'yes',
        doc: 'The repository, as owner/name.',
        example: '"repo": "me/market"',
      }),
      ref,
      path,
      sparsePaths,
      skipLfs,
    ],
    git: [
      kind,
      setting({
        key: 'url',
        type: text,
        required: 'yes',
        doc: 'The address of the repository.',
        example: '"url": "https://example.com/market.git"',
      }),
      ref,
      path,
      sparsePaths,
      skipLfs,
    ],
    npm: [
      kind,
      setting({
        key: 'package',
        type: text,
        required: 'yes',
        doc: 'The package.',
        example: '"package": "@me/market"',
      }),
      setting({
        key: 'version',
        type: text,
        default: 'latest',
        doc: 'A version or range.',
        example: '"version": "^1.4"',
      }),
      setting({
        key: 'registry',
        type: text,
        doc: 'The address of the registry.',
        example: '"registry": "https://registry.example.com"',
      }),
    ],
    file: [
      kind,
      setting({
        key: 'path',
        type: text,
        required: 'yes',
        doc: 'The path of marketplace.json.',
        example: '"path": "/srv/market/marketplace.json"',
      }),
    ],
    directory: [
      kind,
      setting({
        key: 'path',
        type: text,
        required: 'yes',
        doc: 'The folder that holds `.claude-plugin`.',
        example: '"path": "/srv/market"',
      }),
    ],
    'skills-dir': [kind],
    hostPattern: [
      kind,
      setting({
        key: 'hostPattern',
        type: text,
        required: 'yes',
        doc: 'A regular expression for the host.',
        example: '"hostPattern": "^git[.]example[.]com$"',
      }),
    ],
    pathPattern: [
      kind,
      setting({
        key: 'pathPattern',
        type: text,
        required: 'yes',
        doc: 'A regular expression for the path.',
        example: '"pathPattern": "^/srv/"',
      }),
    ],
    settings: [
      kind,
      setting({
        key: 'name',
        type: text,
        required: 'yes',
        doc: 'The name; it equals the key above.',
        example: '"name": "mine"',
      }),
      setting({
        key: 'plugins',
        type: list(openMap(), 'list'),
        required: 'yes',
        doc: 'The plugins, as in a marketplace.json.',
        example: '"plugins": [{ "name": "formatter", "source": { "source": "github", "repo": "me/formatter" } }]',
      }),
      setting({
        key: 'owner',
        type: openMap(),
        doc: 'Who looks after it.',
        example: '"owner": { "name": "Me" }',
      }),
    ],
  },
};
