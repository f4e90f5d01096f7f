// Settings about other machines and the cloud.
import { anything, choice, flag, list, number, openMap, text } from '../../shorthand';
import type { Field } from '../../dialect';
import { forManaged, notInProjects, setting } from './setting';

export const remoteSettings: readonly Field[] = [
  setting({
    key: 'remote',
    type: openMap([
      setting({
        key: 'defaultEnvironmentId',
        type: text,
        doc: 'The environment that is used by default.',
        example: '"defaultEnvironmentId": "env_123"',
      }),
    ]),
    doc: 'Options of sessions in the cloud.',
    example: '"remote": { "defaultEnvironmentId": "env_123" }',
  }),
  setting({
    key: 'remoteControlAtStartup',
    type: flag,
    doc: 'Starts Remote Control with each session.',
    example: '"remoteControlAtStartup": true',
  }),
  setting({
    key: 'isolatePeerMachines',
    type: flag,
    doc: 'Asks before a message goes to a session on another machine.',
    example: '"isolatePeerMachines": true',
  }),
  setting({
    key: 'crossSessionInbound',
    type: choice({ accept: 'They are delivered.', hold: 'They wait for you.', refuse: 'They are refused.' }),
    doc: 'What happens to messages from other sessions.',
    example: '"crossSessionInbound": "hold"',
  }),
  setting({
    key: 'daemonColdStart',
    type: choice({ transient: 'Starts one for this login.', ask: 'Offers to install it.' }),
    doc: 'What happens where the background service does not run.',
    example: '"daemonColdStart": "ask"',
  }),
  setting({
    key: 'processWrapper',
    type: text,
    doc: 'A launcher that background processes are started with.',
    notes: [notInProjects],
    example: '"processWrapper": "corp-launch"',
  }),
  setting({
    key: 'sshConfigs',
    type: list(
      openMap([
        setting({
          key: 'id',
          type: text,
          required: 'yes',
          doc: 'The id.',
          example: '"id": "build"',
        }),
        setting({
          key: 'name',
          type: text,
          required: 'yes',
          doc: 'The name to show.',
          example: '"name": "Build server"',
        }),
        setting({
          key: 'sshHost',
          type: text,
          required: 'yes',
          doc: 'The host.',
          example: '"sshHost": "me@build.example.com"',
        }),
        setting({
          key: 'sshPort',
          type: number,
          default: '22',
          doc: 'The port.',
          example: '"sshPort": 22',
        }),
        setting({
          key: 'sshIdentityFile',
          type: text,
          doc: 'The file with the private key.',
          example: '"sshIdentityFile": "~/.ssh/id"',
        }),
        setting({
          key: 'startDirectory',
          type: text,
          doc: 'The folder to start in.',
          example: '"startDirectory": "~/projects"',
        }),
      ]),
      'list',
    ),
    doc: 'SSH connections to offer.',
    notes: [forManaged],
    example: '"sshConfigs": [{ "id": "build", "name": "Build server", "sshHost": "me@build.example.com" }]',
  }),
  setting({
    key: 'sshHostCommands',
    type: list(anything, 'list'),
    doc: 'SSH connections of the desktop app whose host a command prints.',
    notes: [notInProjects],
    example: '"sshHostCommands": [{ "id": "vm", "name": "New machine", "command": "make-vm" }]',
  }),
  setting({
    key: 'autoContinueAtUsageLimit',
    type: flag,
    doc: 'Waits at a usage limit and goes on when it is lifted.',
    example: '"autoContinueAtUsageLimit": true',
  }),
  setting({
    key: 'enableArtifact',
    type: flag,
    doc: 'Switches artifacts on or off.',
    notes: ['The settings of a project can only switch them off.'],
    example: '"enableArtifact": false',
  }),
  setting({
    key: 'disableArtifact',
    type: flag,
    doc: 'Switches artifacts off where it is true.',
    deprecated: 'Use `enableArtifact: false`.',
    replacedBy: 'enableArtifact',
    example: '"disableArtifact": true',
  }),
];
