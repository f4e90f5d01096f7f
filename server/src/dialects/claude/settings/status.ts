// Settings about what stands around the conversation: the status line, links, tips.
import { choice, flag, list, number, openChoice, openMap, script, text } from '../../shorthand';
import type { Field } from '../../dialect';
import { notInProjects, setting } from './setting';

export const statusSettings: readonly Field[] = [
  setting({
    key: 'statusLine',
    type: openMap([
      setting({
        key: 'type',
        type: choice({ command: 'Runs a command.' }),
        required: 'yes',
        doc: 'The kind of status line.',
        example: '"type": "command"',
      }),
      setting({
        key: 'command',
        type: script,
        required: 'yes',
        doc: 'The command; it gets JSON and prints the line.',
        example: '"command": "~/.claude/status.sh"',
      }),
      setting({
        key: 'padding',
        type: number,
        doc: 'Spaces around the line.',
        example: '"padding": 0',
      }),
      setting({
        key: 'refreshInterval',
        type: number,
        doc: 'Runs the command again after so many seconds.',
        example: '"refreshInterval": 10',
      }),
      setting({
        key: 'hideVimModeIndicator',
        type: flag,
        doc: 'Hides the built-in sign of the vim mode.',
        example: '"hideVimModeIndicator": true',
      }),
    ]),
    doc: 'A status line of your own.',
    example: '"statusLine": { "type": "command", "command": "~/.claude/status.sh" }',
  }),
  setting({
    key: 'subagentStatusLine',
    type: openMap([
      setting({
        key: 'type',
        type: choice({ command: 'Runs a command.' }),
        required: 'expected',
        doc: 'The kind of status line.',
        example: '"type": "command"',
      }),
      setting({
        key: 'command',
        type: script,
        required: 'expected',
        doc: 'The command.',
        example: '"command": "~/.claude/agent.sh"',
      }),
    ]),
    doc: 'A status line for each subagent.',
    deprecated: 'It still works, and will stop working in a later version.',
    example: '"subagentStatusLine": { "type": "command", "command": "~/.claude/agent.sh" }',
  }),
  setting({
    key: 'footerLinksRegexes',
    type: list(
      openMap([
        setting({
          key: 'type',
          type: openChoice({ regex: 'Looks for a regular expression.' }),
          required: 'expected',
          doc: 'The kind of badge; others are skipped.',
          example: '"type": "regex"',
        }),
        setting({
          key: 'pattern',
          type: text,
          doc: 'What to look for.',
          example: '"pattern": "(?<id>ABC-[0-9]+)"',
        }),
        setting({
          key: 'url',
          type: text,
          doc: 'Where the badge leads; `{id}` stands for a named group.',
          example: '"url": "https://tickets.example.com/{id}"',
        }),
        setting({
          key: 'label',
          type: text,
          doc: 'What the badge says.',
          example: '"label": "{id}"',
        }),
      ]),
      'list',
    ),
    doc: 'Links in the footer for what stands in the output.',
    notes: [notInProjects, 'At most five are shown.'],
    example:
      '"footerLinksRegexes": [{ "type": "regex", "pattern": "(?<id>ABC-[0-9]+)", "url": "https://tickets.example.com/{id}" }]',
  }),
  setting({
    key: 'companyAnnouncements',
    type: list(text, 'list'),
    doc: 'Texts of which one is shown at the start.',
    example: '"companyAnnouncements": ["Welcome!"]',
  }),
  setting({
    key: 'spinnerTipsEnabled',
    type: flag,
    doc: 'Whether tips are shown while one waits.',
    example: '"spinnerTipsEnabled": false',
  }),
  setting({
    key: 'spinnerTipsOverride',
    type: openMap([
      setting({
        key: 'tips',
        type: list({ is: 'oneOf', types: [text, openMap()] }, 'list'),
        doc: 'The tips.',
        example: '"tips": ["Ask for a plan first."]',
      }),
      setting({
        key: 'tipsFile',
        type: text,
        doc: 'A file with more tips.',
        example: '"tipsFile": "~/tips.json"',
      }),
      setting({
        key: 'label',
        type: text,
        default: 'Tip',
        doc: 'The word before a tip.',
        example: '"label": "Hint"',
      }),
      setting({
        key: 'excludeDefault',
        type: flag,
        default: 'false',
        doc: 'Shows only these tips.',
        example: '"excludeDefault": true',
      }),
    ]),
    doc: 'Tips of your own.',
    example: '"spinnerTipsOverride": { "tips": ["Ask for a plan first."] }',
  }),
  setting({
    key: 'spinnerVerbs',
    type: openMap([
      setting({
        key: 'mode',
        type: choice({ append: 'Beside those that are built in.', replace: 'Instead of those that are built in.' }),
        required: 'yes',
        doc: 'How they are used.',
        example: '"mode": "append"',
      }),
      setting({
        key: 'verbs',
        type: list(text, 'list'),
        required: 'yes',
        doc: 'The words.',
        example: '"verbs": ["Brewing"]',
      }),
    ]),
    doc: 'Words of your own for the time that one waits.',
    example: '"spinnerVerbs": { "mode": "append", "verbs": ["Brewing"] }',
  }),
];
