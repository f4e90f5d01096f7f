// Settings of the sandbox about what commands may reach, read and write.
import { flag, list, number, openMap, text } from '../../shorthand';
import type { ValueType } from '../../dialect';
import { managedOnly, notInProjects, setting } from './setting';

export const network: ValueType = openMap([
  setting({
    key: 'allowedDomains',
    type: list(text, 'list'),
    doc: 'Domains that commands may reach without a question.',
    example: '"allowedDomains": ["*.example.com"]',
  }),
  setting({
    key: 'deniedDomains',
    type: list(text, 'list'),
    doc: 'Domains that are always blocked.',
    example: '"deniedDomains": ["ads.example.com"]',
  }),
  setting({
    key: 'strictAllowlist',
    type: flag,
    doc: 'Denies every other host instead of asking.',
    notes: [notInProjects],
    example: '"strictAllowlist": true',
  }),
  setting({
    key: 'allowManagedDomainsOnly',
    type: flag,
    doc: 'Only domains from managed settings are allowed.',
    ignored: managedOnly,
    example: '"allowManagedDomainsOnly": true',
  }),
  setting({
    key: 'allowUnixSockets',
    type: list(text, 'list'),
    doc: 'Unix sockets that are allowed; macOS only.',
    example: '"allowUnixSockets": ["/var/run/docker.sock"]',
  }),
  setting({
    key: 'allowAllUnixSockets',
    type: flag,
    doc: 'Allows all Unix sockets.',
    example: '"allowAllUnixSockets": true',
  }),
  setting({
    key: 'allowLocalBinding',
    type: flag,
    doc: 'Lets commands listen on ports of this machine; macOS only.',
    example: '"allowLocalBinding": true',
  }),
  setting({
    key: 'allowMachLookup',
    type: list(text, 'list'),
    doc: 'Services of macOS that may be looked up.',
    example: '"allowMachLookup": ["com.apple.CoreSimulator.*"]',
  }),
  setting({
    key: 'httpProxyPort',
    type: number,
    doc: 'The port of an HTTP proxy of your own.',
    example: '"httpProxyPort": 8080',
  }),
  setting({
    key: 'socksProxyPort',
    type: number,
    doc: 'The port of a SOCKS proxy of your own.',
    example: '"socksProxyPort": 1080',
  }),
  setting({
    key: 'tlsTerminate',
    type: openMap([
      setting({
        key: 'caCertPath',
        type: text,
        doc: 'The certificate.',
        example: '"caCertPath": "/etc/ca.pem"',
      }),
      setting({
        key: 'caKeyPath',
        type: text,
        doc: 'Its key.',
        example: '"caKeyPath": "/etc/ca.key"',
      }),
    ]),
    status: 'experimental',
    doc: 'Opens encrypted traffic so that the filter can read it.',
    example: '"tlsTerminate": { "caCertPath": "/etc/ca.pem" }',
  }),
]);

export const filesystem: ValueType = openMap([
  setting({
    key: 'allowWrite',
    type: list(text, 'list'),
    doc: 'Further paths that commands may write.',
    example: '"allowWrite": ["/tmp/build"]',
  }),
  setting({
    key: 'denyWrite',
    type: list(text, 'list'),
    doc: 'Paths that commands may not write.',
    example: '"denyWrite": ["./secrets"]',
  }),
  setting({
    key: 'denyRead',
    type: list(text, 'list'),
    doc: 'Paths that commands may not read.',
    example: '"denyRead": ["~/.ssh"]',
  }),
  setting({
    key: 'allowRead',
    type: list(text, 'list'),
    doc: 'Paths below `denyRead` that commands may read all the same.',
    example: '"allowRead": ["~/.ssh/config"]',
  }),
  setting({
    key: 'allowManagedReadPathsOnly',
    type: flag,
    doc: 'Only `allowRead` from managed settings counts.',
    ignored: managedOnly,
    example: '"allowManagedReadPathsOnly": true',
  }),
  setting({
    key: 'disabled',
    type: flag,
    doc: 'Leaves the files unguarded and only the network guarded; not on Windows.',
    example: '"disabled": true',
  }),
]);
