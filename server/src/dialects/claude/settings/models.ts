// Settings about models: which, how hard they think, what is cached, when a conversation is compacted.
import { choice, flag, integer, list, number, openMap, modelBut, reference, text } from '../../shorthand';
import type { Field, ValueType } from '../../dialect';
import { forManaged, managedOnly, notInProjects, setting } from './setting';

const effort: ValueType = choice({
  low: 'Fast and cheap.',
  medium: 'Saves tokens.',
  high: 'Balanced.',
  xhigh: 'Deeper reasoning at higher cost.',
});

const maxEffort: ValueType = choice({
  low: 'Fast and cheap.',
  medium: 'Saves tokens.',
  high: 'Balanced.',
  xhigh: 'Deeper reasoning at higher cost.',
  max: 'Most reasoning.',
});

const cacheTime: ValueType = choice({
  '5m': 'Keeps the cache for five minutes.',
  '1h': 'Keeps the cache for an hour, at a higher price.',
});

export const choosing: readonly Field[] = [
  setting({
    key: 'model',
    // Observed on 30 November 2026: a session with `inherit` asks the API for a model of that name.
    type: modelBut('inherit'),
    default: 'the default of the account',
    onInvalid: 'passed-on',
    doc: 'The model of new sessions.',
    example: '"model": "opus"',
  }),
  setting({
    key: 'fallbackModel',
    type: list(reference('model'), 'list'),
    onInvalid: 'passed-on',
    doc: 'Models that are tried in order where the main one is overloaded.',
    notes: ['`default` stands for the default model.'],
    example: '"fallbackModel": ["sonnet"]',
  }),
  setting({
    key: 'advisorModel',
    type: reference('model'),
    onInvalid: 'passed-on',
    doc: 'The model of the advisor tool.',
    example: '"advisorModel": "opus"',
  }),
  setting({
    key: 'availableModels',
    type: list(text, 'list'),
    doc: 'The models that users may choose: families, beginnings of versions or whole ids.',
    notes: [forManaged, 'An empty list leaves the default model alone.'],
    example: '"availableModels": ["opus", "claude-sonnet-5"]',
  }),
  setting({
    key: 'enforceAvailableModels',
    type: flag,
    doc: 'Holds the default model to `availableModels` too.',
    notes: [forManaged],
    example: '"enforceAvailableModels": true',
  }),
  setting({
    key: 'availableModelsMatch',
    type: choice({
      prefix: 'An entry allows every id that begins with it.',
      exact: 'An id allows its own version only.',
    }),
    default: 'prefix',
    doc: 'How the entries of `availableModels` are compared.',
    ignored: managedOnly,
    example: '"availableModelsMatch": "exact"',
  }),
  setting({
    key: 'deniedModels',
    type: list(text, 'list'),
    doc: 'Models that users may not choose, even where `availableModels` has them.',
    ignored: managedOnly,
    example: '"deniedModels": ["opus"]',
  }),
  setting({
    key: 'modelOverrides',
    type: openMap([], text),
    doc: 'What a provider calls a model: ids of Anthropic, each with that of the provider.',
    notes: [forManaged],
    example: '"modelOverrides": { "claude-opus-4-6": "arn:aws:bedrock:eu-west-1:1:inference-profile/x" }',
  }),
  setting({
    key: 'modelPicker',
    type: openMap([
      setting({
        key: 'options',
        type: list(
          openMap([
            setting({
              key: 'model',
              type: text,
              required: 'yes',
              doc: 'The model to select.',
              example: '"model": "opus"',
            }),
            setting({
              key: 'label',
              type: text,
              doc: 'The title of the row.',
              example: '"label": "Big model"',
            }),
            setting({
              key: 'description',
              type: text,
              doc: 'The second line of the row.',
              example: '"description": "For hard tasks"',
            }),
            setting({
              key: 'behavesAs',
              type: text,
              doc: 'For a model that is not known: the known one that it is treated as.',
              example: '"behavesAs": "claude-opus-4-8"',
            }),
          ]),
          'list',
        ),
        required: 'yes',
        doc: 'The rows, in order.',
        example: '"options": [{ "model": "opus" }]',
      }),
      setting({
        key: 'replaceBuiltInOptions',
        type: flag,
        default: 'false',
        doc: 'Hides the rows that are built in.',
        example: '"replaceBuiltInOptions": true',
      }),
    ]),
    doc: 'Rows of your own for the `/model` picker.',
    notes: [notInProjects],
    example: '"modelPicker": { "options": [{ "model": "opus", "label": "Big model" }] }',
  }),
  setting({
    key: 'modelPricing',
    type: openMap([
      setting({
        key: 'multiplier',
        type: number,
        doc: 'A factor for every cost.',
        example: '"multiplier": 0.85',
      }),
      setting({
        key: 'overrides',
        type: openMap([], openMap()),
        doc: 'Models, each with its four prices for a million tokens.',
        example:
          '"overrides": { "claude-sonnet-4-6": { "input": 3, "output": 15, "cacheRead": 0.3, "cacheWrite": 3.75 } }',
      }),
    ]),
    doc: 'Your own prices, for the figures that Claude Code shows.',
    ignored: managedOnly,
    example: '"modelPricing": { "multiplier": 0.85 }',
  }),
  setting({
    key: 'modelSettings',
    type: openMap(
      [],
      openMap([
        setting({
          key: 'effortLevel',
          type: effort,
          doc: 'The effort for this model.',
          example: '"effortLevel": "high"',
        }),
        setting({
          key: 'maxEffortLevel',
          type: maxEffort,
          doc: 'The highest effort for this model.',
          example: '"maxEffortLevel": "high"',
        }),
        setting({
          key: 'autoCompactWindow',
          type: {
            is: 'oneOf',
            types: [choice({ auto: 'The window that suits the model.' }), integer({ minimum: 100_000 })],
          },
          doc: 'At how many tokens a conversation with this model is compacted.',
          example: '"autoCompactWindow": "auto"',
        }),
      ]),
    ),
    doc: 'Settings for single models.',
    example: '"modelSettings": { "claude-opus-5-5": { "effortLevel": "high" } }',
  }),
  setting({
    key: 'switchModelsOnFlag',
    type: flag,
    doc: 'Goes on with another model where the safeguards flag a message; else the session pauses.',
    example: '"switchModelsOnFlag": true',
  }),
];

export const thinking: readonly Field[] = [
  setting({
    key: 'effortLevel',
    type: effort,
    doc: 'How hard the model reasons, as it was last chosen.',
    example: '"effortLevel": "high"',
  }),
  setting({
    key: 'maxEffortLevel',
    type: maxEffort,
    doc: 'The highest effort; more is cut down to it.',
    notes: ['Of several settings files the lowest value wins.'],
    example: '"maxEffortLevel": "high"',
  }),
  setting({
    key: 'alwaysThinkingEnabled',
    type: flag,
    default: 'true',
    doc: 'Switches thinking off where it is false.',
    example: '"alwaysThinkingEnabled": false',
  }),
  setting({
    key: 'ultracode',
    type: flag,
    doc: 'Works with workflows at any effort, for one session.',
    example: '"ultracode": true',
  }),
  setting({
    key: 'fastMode',
    type: flag,
    default: 'false',
    doc: 'Switches fast mode on.',
    example: '"fastMode": true',
  }),
  setting({
    key: 'fastModePerSessionOptIn',
    type: flag,
    default: 'false',
    doc: 'Begins each session with fast mode off.',
    example: '"fastModePerSessionOptIn": true',
  }),
  setting({
    key: 'promptCacheTtl',
    type: cacheTime,
    default: 'chosen by the way of payment',
    doc: 'How long the prompt cache of the main conversation lives.',
    example: '"promptCacheTtl": "1h"',
  }),
  setting({
    key: 'subagentPromptCacheTtl',
    type: cacheTime,
    default: '5m',
    doc: 'How long the prompt cache lives outside the main conversation.',
    example: '"subagentPromptCacheTtl": "5m"',
  }),
  setting({
    key: 'autoCompactEnabled',
    type: flag,
    doc: 'Compacts the conversation by itself where the context fills.',
    example: '"autoCompactEnabled": true',
  }),
  setting({
    key: 'autoCompactWindow',
    type: number,
    doc: 'At how many tokens a conversation is compacted.',
    example: '"autoCompactWindow": 200000',
  }),
  setting({
    key: 'precomputeCompactionEnabled',
    type: flag,
    doc: 'Prepares the summary before it is needed.',
    example: '"precomputeCompactionEnabled": true',
  }),
  setting({
    key: 'idleCompaction',
    type: flag,
    default: 'true',
    doc: 'Whether a long conversation is compacted while nobody types.',
    example: '"idleCompaction": false',
  }),
];
