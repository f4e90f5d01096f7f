// Settings of the sandbox about secrets that commands must not see.
import { choice, flag, list, openMap, text } from '../../shorthand';
import type { Field, ValueType } from '../../dialect';
import { notInProjects, setting } from './setting';

const unsigned: ValueType = choice({ deny: 'Fails the request.', passthrough: 'Sends it on as it is.' });

/** What is said alike of a secret in a file and in a variable. */
const protection: readonly Field[] = [
  setting({
    key: 'mode',
    type: choice({
      deny: 'Hides it from commands in the sandbox.',
      mask: 'Shows a stand-in, and puts the real value in place on the way out.',
    }),
    required: 'yes',
    doc: 'How it is protected.',
    example: '"mode": "deny"',
  }),
  setting({
    key: 'extract',
    type: text,
    doc: 'For `mask`: a regular expression whose first group is what to hide.',
    example: '"extract": "token=(.+)"',
  }),
  setting({
    key: 'onExtractNoMatch',
    type: choice({
      warn: 'Warns, and leaves it readable.',
      deny: 'Hides it altogether.',
      error: 'Stops, so that nothing runs.',
    }),
    default: 'warn',
    doc: 'What happens where nothing matches.',
    example: '"onExtractNoMatch": "deny"',
  }),
  setting({
    key: 'decode',
    type: choice({ jwt: 'Reads a JSON web token.' }),
    doc: 'For `mask`: how the value is encoded.',
    example: '"decode": "jwt"',
  }),
  setting({
    key: 'maskClaims',
    type: list(text, 'list'),
    doc: 'Which claims of the decoded value are hidden.',
    example: '"maskClaims": ["email"]',
  }),
  setting({
    key: 'injectHosts',
    type: list(text, 'list'),
    doc: 'The hosts to which the real value is sent.',
    example: '"injectHosts": ["api.example.com"]',
  }),
];

const secretFile: ValueType = openMap([
  setting({
    key: 'path',
    type: text,
    required: 'yes',
    doc: 'The file or folder.',
    example: '"path": "~/.netrc"',
  }),
  ...protection,
  setting({
    key: 'maskDuplicates',
    type: flag,
    default: 'false',
    doc: 'Hides the value wherever else it stands in the file.',
    example: '"maskDuplicates": true',
  }),
]);

const secretVariable: ValueType = openMap([
  setting({
    key: 'name',
    type: text,
    required: 'yes',
    doc: 'The variable.',
    example: '"name": "GITHUB_TOKEN"',
  }),
  ...protection,
]);

export const credentials: ValueType = openMap([
  setting({
    key: 'files',
    type: list(secretFile, 'list'),
    doc: 'Files and folders with secrets.',
    example: '"files": [{ "path": "~/.netrc", "mode": "deny" }]',
  }),
  setting({
    key: 'envVars',
    type: list(secretVariable, 'list'),
    doc: 'Environment variables with secrets.',
    example: '"envVars": [{ "name": "GITHUB_TOKEN", "mode": "mask" }]',
  }),
  setting({
    key: 'allowPlaintextInject',
    type: flag,
    default: 'false',
    doc: 'Sends real values over unencrypted connections too.',
    notes: [notInProjects],
    example: '"allowPlaintextInject": false',
  }),
  setting({
    key: 'awsPairs',
    type: list(
      openMap([
        setting({
          key: 'accessKeyIdVar',
          type: text,
          required: 'yes',
          doc: 'The variable with the id of the key.',
          example: '"accessKeyIdVar": "KEY_ID"',
        }),
        setting({
          key: 'secretAccessKeyVar',
          type: text,
          required: 'yes',
          doc: 'The variable with the secret.',
          example: '"secretAccessKeyVar": "SECRET"',
        }),
        setting({
          key: 'sessionTokenVar',
          type: text,
          doc: 'The variable with the session token.',
          example: '"sessionTokenVar": "TOKEN"',
        }),
      ]),
      'list',
    ),
    doc: 'Which masked variables belong together as AWS credentials.',
    notes: [notInProjects],
    example: '"awsPairs": [{ "accessKeyIdVar": "KEY_ID", "secretAccessKeyVar": "SECRET" }]',
  }),
  setting({
    key: 'sigv4',
    type: openMap([
      setting({
        key: 'streaming',
        type: unsigned,
        default: 'deny',
        doc: 'What happens to uploads in pieces.',
        example: '"streaming": "deny"',
      }),
      setting({
        key: 'presigned',
        type: unsigned,
        default: 'deny',
        doc: 'What happens to addresses that are signed already.',
        example: '"presigned": "deny"',
      }),
      setting({
        key: 'sigv4a',
        type: unsigned,
        default: 'deny',
        doc: 'What happens to requests with a signature of the newer kind.',
        example: '"sigv4a": "deny"',
      }),
    ]),
    doc: 'What happens to AWS requests that cannot be signed again.',
    notes: [notInProjects],
    example: '"sigv4": { "streaming": "deny" }',
  }),
]);
