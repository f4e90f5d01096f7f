// Settings about plugins and the marketplaces that they come from.
import { anything, choice, flag, list, openMap, text } from '../../shorthand';
import type { Field, ValueType } from '../../dialect';
import { marketplaceSource } from './marketplaces';
import { forManaged, managedOnly, setting } from './setting';

const sources: ValueType = list(marketplaceSource, 'list');

const marketplaces: ValueType = openMap(
  [],
  openMap([
    setting({
      key: 'source',
      type: marketplaceSource,
      required: 'yes',
      doc: 'Where the marketplace comes from.',
      example: '"source": { "source": "github", "repo": "me/market" }',
    }),
    setting({
      key: 'installLocation',
      type: text,
      doc: 'Where its list is kept on this machine.',
      example: '"installLocation": "~/markets/mine"',
    }),
    setting({
      key: 'autoUpdate',
      type: flag,
      doc: 'Brings the marketplace and its plugins up to date at the start.',
      example: '"autoUpdate": true',
    }),
    setting({
      key: 'pluginDigests',
      type: openMap(),
      doc: 'It has no effect.',
      deprecated: 'It has no effect any more.',
      example: '"pluginDigests": {}',
    }),
  ]),
);

export const plugins: readonly Field[] = [
  setting({
    key: 'enabledPlugins',
    type: openMap([], { is: 'oneOf', types: [flag, list(text, 'list'), openMap()] }),
    doc: 'Which plugins are on: `plugin@marketplace`, each with true or false.',
    notes: [
      'The local settings win over those of the project, and those over the settings of the user.',
      'A list of versions is accepted but leaves the plugin off.',
    ],
    example: '"enabledPlugins": { "formatter@my-market": true }',
  }),
  setting({
    key: 'pluginConfigs',
    type: openMap(
      [],
      openMap([
        setting({
          key: 'options',
          type: openMap([], anything),
          doc: 'The values of its options.',
          example: '"options": { "level": "strict" }',
        }),
        setting({
          key: 'mcpServers',
          type: openMap([], openMap()),
          doc: 'Values for its MCP servers.',
          example: '"mcpServers": { "db": { "port": 5432 } }',
        }),
      ]),
    ),
    doc: 'Values for the options of plugins, by `plugin@marketplace`.',
    example: '"pluginConfigs": { "formatter@my-market": { "options": { "level": "strict" } } }',
  }),
  setting({
    key: 'extraKnownMarketplaces',
    type: marketplaces,
    doc: 'Marketplaces that this repository offers, so that the whole team has its plugins.',
    example: '"extraKnownMarketplaces": { "my-market": { "source": { "source": "github", "repo": "me/market" } } }',
  }),
  setting({
    key: 'additionalMarketplaces',
    type: marketplaces,
    doc: 'Another name of `extraKnownMarketplaces`.',
    notes: ['Where both stand in one file this one is ignored, and older versions do not know it.'],
    example: '"additionalMarketplaces": { "my-market": { "source": { "source": "github", "repo": "me/market" } } }',
  }),
  setting({
    key: 'strictKnownMarketplaces',
    type: sources,
    doc: 'The only marketplaces that may be added; all others are blocked.',
    ignored: managedOnly,
    example: '"strictKnownMarketplaces": [{ "source": "github", "repo": "me/market" }]',
  }),
  setting({
    key: 'allowedMarketplaces',
    type: sources,
    doc: 'Another name of `strictKnownMarketplaces`.',
    notes: ['Where both stand in one file this one is ignored, and older versions do not know it.'],
    ignored: managedOnly,
    example: '"allowedMarketplaces": [{ "source": "github", "repo": "me/market" }]',
  }),
  setting({
    key: 'blockedMarketplaces',
    type: sources,
    doc: 'Marketplaces that may not be added.',
    ignored: managedOnly,
    example: '"blockedMarketplaces": [{ "source": "github", "repo": "them/*" }]',
  }),
  setting({
    key: 'pluginSuggestionMarketplaces',
    type: list(text, 'list'),
    doc: 'Marketplaces whose plugins may be suggested.',
    ignored: managedOnly,
    example: '"pluginSuggestionMarketplaces": ["my-market"]',
  }),
  setting({
    key: 'prependPlugins',
    type: list(text, 'list'),
    doc: 'Managed plugins whose hooks run first, in this order.',
    notes: [forManaged],
    example: '"prependPlugins": ["guard@my-market"]',
  }),
  setting({
    key: 'appendPlugins',
    type: list(text, 'list'),
    doc: 'Managed plugins whose hooks run last, in this order.',
    notes: [forManaged],
    example: '"appendPlugins": ["log@my-market"]',
  }),
  setting({
    key: 'disableCommandPluginSources',
    type: flag,
    doc: 'Forbids plugins whose folder a command of the marketplace makes.',
    ignored: managedOnly,
    example: '"disableCommandPluginSources": true',
  }),
  setting({
    key: 'disableSideloadFlags',
    type: flag,
    doc: 'Refuses options such as `--plugin-dir` and `--agents` at the start.',
    ignored: managedOnly,
    example: '"disableSideloadFlags": true',
  }),
  setting({
    key: 'strictPluginOnlyCustomization',
    type: {
      is: 'oneOf',
      types: [
        flag,
        list(
          choice({
            skills: 'Skills outside plugins.',
            agents: 'Agents outside plugins.',
            hooks: 'Hooks outside plugins.',
            mcp: 'MCP servers outside plugins.',
          }),
          'list',
        ),
      ],
    },
    doc: 'Blocks what does not come from plugins: all of it, or the parts in the list.',
    ignored: managedOnly,
    example: '"strictPluginOnlyCustomization": ["skills", "hooks"]',
  }),
  setting({
    key: 'pluginTrustMessage',
    type: text,
    doc: 'A text that is added to the warning before a plugin is installed.',
    ignored: managedOnly,
    example: '"pluginTrustMessage": "Plugins of our market are reviewed."',
  }),
  setting({
    key: 'syncClaudeAiPlugins',
    type: flag,
    default: 'true',
    doc: 'Where false, the plugins that are on at claude.ai are not fetched.',
    notes: ['The shared settings of a project cannot set it.'],
    example: '"syncClaudeAiPlugins": false',
  }),
  setting({
    key: 'channelsEnabled',
    type: flag,
    doc: 'Allows channels: MCP servers that send messages into a session.',
    notes: [forManaged],
    example: '"channelsEnabled": true',
  }),
  setting({
    key: 'allowedChannelPlugins',
    type: list(
      openMap([
        setting({
          key: 'marketplace',
          type: text,
          required: 'yes',
          doc: 'The marketplace.',
          example: '"marketplace": "my-market"',
        }),
        setting({
          key: 'plugin',
          type: text,
          required: 'yes',
          doc: 'The plugin.',
          example: '"plugin": "chat"',
        }),
      ]),
      'list',
    ),
    doc: 'The plugins that may open channels.',
    notes: [forManaged, 'It needs `channelsEnabled: true`.'],
    example: '"allowedChannelPlugins": [{ "marketplace": "my-market", "plugin": "chat" }]',
  }),
];
