// Keys of `plugin.json` that Claude Code reads loosely, or not at all.
import type { Field, ValueType } from '../dialect';
import { anything, list, openMap, path } from '../shorthand';
import { paths, seen, told } from './plugin-fields';

const monitors: ValueType = { is: 'oneOf', types: [path, list({ is: 'oneOf', types: [path, openMap()] }, 'list')] };

/** What the validator does not look into, or only warns of. */
export const loose: readonly Field[] = [
  told({
    key: 'metadata',
    type: openMap(),
    doc: 'Data of your own; nothing reads it.',
    example: '"metadata": { "team": "ops" }',
  }),
  seen({
    key: 'engines',
    type: openMap(),
    doc: 'The versions of Claude Code that it works with.',
    example: '"engines": { "claude-code": ">=2.1.0" }',
  }),
  told({
    key: 'experimental',
    type: openMap([
      told({
        key: 'themes',
        type: paths,
        onInvalid: 'file-dropped',
        doc: 'Colour themes.',
        example: '"themes": "./themes/"',
      }),
      told({
        key: 'monitors',
        type: monitors,
        onInvalid: 'file-dropped',
        doc: 'Monitors in the background.',
        example: '"monitors": "./monitors.json"',
      }),
      seen({
        key: 'evals',
        type: paths,
        onInvalid: 'file-dropped',
        doc: 'Evaluations of the plugin.',
        example: '"evals": "./evals/"',
      }),
    ]),
    status: 'experimental',
    doc: 'Themes, monitors and evaluations.',
    example: '"experimental": { "themes": "./themes/" }',
  }),
  told({
    key: 'themes',
    type: paths,
    onInvalid: 'file-dropped',
    deprecated: 'It belongs under `experimental`.',
    doc: 'Colour themes.',
    example: '"themes": "./themes/"',
  }),
  told({
    key: 'monitors',
    type: monitors,
    onInvalid: 'file-dropped',
    deprecated: 'It belongs under `experimental`.',
    doc: 'Monitors in the background.',
    example: '"monitors": "./monitors.json"',
  }),
  ...(
    [
      ['icon', 'A picture for lists.'],
      ['screenshots', 'Pictures for lists.'],
      ['privacyPolicy', 'The privacy policy, or its path.'],
      ['privacyPolicyUrl', 'The address of the privacy policy.'],
      ['privacy_policy', 'Another spelling of `privacyPolicyUrl`.'],
      ['supportUrl', 'Where to find support.'],
      ['support', 'Whom to ask for support.'],
      ['bugs', 'Where to report bugs.'],
      ['documentationUrl', 'The address of the documentation.'],
      ['docs', 'Another spelling of `documentationUrl`.'],
      ['termsOfServiceUrl', 'The address of the terms of service.'],
      ['terms_of_service', 'Another spelling of `termsOfServiceUrl`.'],
      ['classification', 'The classification of the plugin.'],
    ] as const
  ).map(([key, doc]) => seen({ key, type: anything, doc, example: `"${key}": "…"` })),
  seen({
    key: 'capabilities',
    type: anything,
    deprecated: 'It is no longer read; delete it.',
    doc: 'No longer read.',
    example: '"capabilities": {}',
  }),
];

/** Keys of the marketplace's entry, which do nothing in the manifest. */
export const elsewhere: readonly Field[] = ['category', 'tags', 'strict', 'relevance'].map(key =>
  seen({
    key,
    type: anything,
    doc: 'A key of the entry in `marketplace.json`.',
    example: `"${key}": "…"`,
    ignored: 'It belongs in the entry of `marketplace.json`; Claude Code ignores it here.',
  }),
);
