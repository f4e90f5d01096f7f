// Settings about signing in, and for organisations.
import { choice, flag, list, number, openMap, script, text } from '../../shorthand';
import type { Field } from '../../dialect';
import { forManaged, managedOnly, notInProjects, setting } from './setting';

export const loginSettings: readonly Field[] = [
  setting({
    key: 'apiKeyHelper',
    type: script,
    doc: 'A script that prints the API key.',
    example: '"apiKeyHelper": "~/.claude/key.sh"',
  }),
  setting({
    key: 'proxyAuthHelper',
    type: script,
    doc: 'A command that prints the Proxy-Authorization header.',
    example: '"proxyAuthHelper": "~/.claude/proxy.sh"',
  }),
  setting({
    key: 'awsCredentialExport',
    type: text,
    doc: 'A script that prints AWS credentials.',
    example: '"awsCredentialExport": "~/.claude/aws.sh"',
  }),
  setting({
    key: 'awsAuthRefresh',
    type: text,
    doc: 'A command that renews the AWS login.',
    example: '"awsAuthRefresh": "aws sso login"',
  }),
  setting({
    key: 'gcpAuthRefresh',
    type: text,
    doc: 'A command that renews the Google Cloud login.',
    example: '"gcpAuthRefresh": "gcloud auth application-default login"',
  }),
  setting({
    key: 'otelHeadersHelper',
    type: script,
    doc: 'A script that prints headers for telemetry.',
    example: '"otelHeadersHelper": "~/.claude/otel.sh"',
  }),
  setting({
    key: 'forceLoginMethod',
    type: choice({
      claudeai: 'A subscription of claude.ai.',
      console: 'The billing of the console.',
      gateway: 'The gateway.',
    }),
    doc: 'The only way to sign in.',
    example: '"forceLoginMethod": "console"',
  }),
  setting({
    key: 'forceLoginOrgUUID',
    type: { is: 'oneOf', types: [text, list(text, 'list')] },
    doc: 'The organisation, or organisations, that one must belong to.',
    notes: [forManaged],
    example: '"forceLoginOrgUUID": "11111111-2222-3333-4444-555555555555"',
  }),
  setting({
    key: 'forceLoginGatewayUrl',
    type: text,
    doc: 'The address of the gateway at sign-in.',
    notes: [notInProjects],
    example: '"forceLoginGatewayUrl": "https://gateway.example.com"',
  }),
  setting({
    key: 'gatewayInternalNetworks',
    type: list(text, 'list'),
    doc: 'The networks that the gateway is in; at most four.',
    ignored: managedOnly,
    example: '"gatewayInternalNetworks": ["203.0.113.0/24"]',
  }),
  setting({
    key: 'allowNestedModelAccessUnderForceLogin',
    type: flag,
    doc: 'Lets sessions inside a session of a runner use its access to models.',
    ignored: managedOnly,
    example: '"allowNestedModelAccessUnderForceLogin": true',
  }),
  setting({
    key: 'allowedProviders',
    type: list(
      choice({
        anthropic: 'The API of Anthropic.',
        customEndpoint: 'An API at another host.',
        bedrock: 'Amazon Bedrock.',
        vertex: 'Google Vertex.',
        foundry: 'Microsoft Foundry.',
        anthropicAws: 'Anthropic on AWS.',
        mantle: 'Mantle.',
        gateway: 'The gateway.',
      }),
      'list',
    ),
    default: 'all',
    doc: 'The providers that may be used.',
    ignored: managedOnly,
    example: '"allowedProviders": ["anthropic"]',
  }),
];

export const adminSettings: readonly Field[] = [
  setting({
    key: 'policyHelper',
    type: openMap([
      setting({
        key: 'path',
        type: text,
        required: 'expected',
        doc: 'The absolute path of the program.',
        example: '"path": "/usr/local/bin/policy"',
      }),
      setting({
        key: 'timeoutMs',
        type: number,
        doc: 'How many milliseconds it may take.',
        example: '"timeoutMs": 5000',
      }),
      setting({
        key: 'refreshIntervalMs',
        type: number,
        doc: 'How often it runs again.',
        example: '"refreshIntervalMs": 0',
      }),
    ]),
    doc: 'A program that computes managed settings at the start.',
    ignored: managedOnly,
    example: '"policyHelper": { "path": "/usr/local/bin/policy" }',
  }),
  setting({
    key: 'parentSettingsBehavior',
    type: choice({ 'first-wins': 'The first source alone counts.', merge: 'All sources are put together.' }),
    default: 'first-wins',
    doc: 'How the settings of a host program join the managed ones.',
    notes: [forManaged],
    example: '"parentSettingsBehavior": "merge"',
  }),
  setting({
    key: 'managedSourcesBehavior',
    type: choice({ 'first-wins': 'The first source alone counts.', merge: 'All sources are put together.' }),
    default: 'first-wins',
    doc: 'How several sources of managed settings join.',
    notes: [forManaged],
    example: '"managedSourcesBehavior": "merge"',
  }),
  setting({
    key: 'forceRemoteSettingsRefresh',
    type: flag,
    doc: 'Waits at the start for fresh settings of the organisation.',
    notes: [forManaged],
    example: '"forceRemoteSettingsRefresh": true',
  }),
  setting({
    key: 'wslInheritsWindowsSettings',
    type: flag,
    doc: 'Reads the managed settings of Windows in WSL too.',
    notes: [forManaged],
    example: '"wslInheritsWindowsSettings": true',
  }),
  setting({
    key: 'requiredMinimumVersion',
    type: text,
    doc: 'Older versions refuse to start.',
    ignored: managedOnly,
    example: '"requiredMinimumVersion": "2.1.300"',
  }),
  setting({
    key: 'requiredMaximumVersion',
    type: text,
    doc: 'Newer versions refuse to start.',
    ignored: managedOnly,
    example: '"requiredMaximumVersion": "2.1.400"',
  }),
  setting({
    key: 'minimumVersion',
    type: text,
    doc: 'Updates do not go below this version.',
    example: '"minimumVersion": "2.1.300"',
  }),
  setting({
    key: 'autoUpdatesChannel',
    type: choice({ latest: 'The newest.', stable: 'A little older.', rc: 'Before they are out.' }),
    doc: 'Which updates are taken.',
    example: '"autoUpdatesChannel": "stable"',
  }),
  setting({
    key: 'disableAgentView',
    type: flag,
    doc: 'Switches off the view of agents and sessions in the background.',
    notes: [forManaged],
    example: '"disableAgentView": true',
  }),
  setting({
    key: 'disableRemoteControl',
    type: flag,
    doc: 'Switches Remote Control off.',
    notes: [forManaged],
    example: '"disableRemoteControl": true',
  }),
  setting({
    key: 'disableDeepLinkRegistration',
    type: choice({ disable: 'Switches it off.' }),
    doc: 'Does not register addresses of the form claude-cli://.',
    example: '"disableDeepLinkRegistration": "disable"',
  }),
];
