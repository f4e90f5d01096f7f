// Settings of the sandbox that shell commands run in.
import { flag, list, openMap, text } from '../../shorthand';
import type { Field } from '../../dialect';
import { filesystem, network } from './access';
import { credentials } from './credentials';
import { managedOnly, notInProjects, setting } from './setting';

export const sandbox: readonly Field[] = [
  setting({
    key: 'sandbox',
    type: openMap([
      setting({
        key: 'enabled',
        type: flag,
        default: 'false',
        doc: 'Runs shell commands in the sandbox.',
        example: '"enabled": true',
      }),
      setting({
        key: 'failIfUnavailable',
        type: flag,
        default: 'false',
        doc: 'Refuses to start where the sandbox cannot; else there is a warning.',
        example: '"failIfUnavailable": true',
      }),
      setting({
        key: 'autoAllowBashIfSandboxed',
        type: flag,
        default: 'false',
        doc: 'Runs commands in the sandbox without a question; not on Windows.',
        example: '"autoAllowBashIfSandboxed": true',
      }),
      setting({
        key: 'allowUnsandboxedCommands',
        type: flag,
        default: 'true',
        doc: 'Whether a call may ask to run outside the sandbox.',
        example: '"allowUnsandboxedCommands": false',
      }),
      setting({
        key: 'network',
        type: network,
        doc: 'What commands may reach.',
        example: '"network": { "allowedDomains": ["*.example.com"] }',
      }),
      setting({
        key: 'filesystem',
        type: filesystem,
        doc: 'What commands may read and write.',
        example: '"filesystem": { "denyRead": ["~/.ssh"] }',
      }),
      setting({
        key: 'credentials',
        type: credentials,
        doc: 'Secrets that commands must not see.',
        example: '"credentials": { "files": [{ "path": "~/.netrc", "mode": "deny" }] }',
      }),
      setting({
        key: 'ignoreViolations',
        type: openMap([], list(text, 'list')),
        doc: 'Violations that are not reported: patterns of commands, each with its paths.',
        example: '"ignoreViolations": { "*": ["/var/log"] }',
      }),
      setting({
        key: 'excludedCommands',
        type: list(text, 'list'),
        doc: 'Commands that run outside the sandbox; each part of a chain must match.',
        notes: ['It is a convenience, not a wall: such commands are still asked about.'],
        example: '"excludedCommands": ["docker *"]',
      }),
      setting({
        key: 'enableWeakerNestedSandbox',
        type: flag,
        default: 'false',
        doc: 'Does without a fresh `/proc`, for hosts such as plain Docker containers; less safe.',
        example: '"enableWeakerNestedSandbox": true',
      }),
      setting({
        key: 'allowNestedUserNamespaces',
        type: flag,
        default: 'false',
        doc: 'Lets commands make user namespaces, as browsers do; it opens ways out of the sandbox.',
        notes: [notInProjects],
        example: '"allowNestedUserNamespaces": true',
      }),
      setting({
        key: 'enableWeakerNetworkIsolation',
        type: flag,
        default: 'false',
        doc: 'Lets commands ask the trust service of macOS; less safe.',
        example: '"enableWeakerNetworkIsolation": true',
      }),
      setting({
        key: 'allowAppleEvents',
        type: flag,
        default: 'false',
        doc: 'Lets commands send Apple events; they can then start programs outside the sandbox.',
        notes: [notInProjects],
        example: '"allowAppleEvents": true',
      }),
      setting({
        key: 'ripgrep',
        type: openMap([
          setting({
            key: 'command',
            type: text,
            required: 'yes',
            doc: 'The program.',
            example: '"command": "rg"',
          }),
          setting({
            key: 'args',
            type: list(text, 'list'),
            doc: 'Its arguments.',
            example: '"args": ["--hidden"]',
          }),
        ]),
        doc: 'The ripgrep to use instead of the one that is built in.',
        notes: [notInProjects],
        example: '"ripgrep": { "command": "rg" }',
      }),
      setting({
        key: 'bwrapPath',
        type: text,
        doc: 'The absolute path of bubblewrap; Linux only.',
        ignored: managedOnly,
        example: '"bwrapPath": "/usr/bin/bwrap"',
      }),
      setting({
        key: 'socatPath',
        type: text,
        doc: 'The absolute path of socat; Linux only.',
        ignored: managedOnly,
        example: '"socatPath": "/usr/bin/socat"',
      }),
    ]),
    doc: 'Guards the machine against shell commands by means of the operating system.',
    example: '"sandbox": { "enabled": true }',
  }),
];
