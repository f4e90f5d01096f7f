// Settings about what is shown.
import { choice, flag, integer, openChoice, reference, text } from '../../shorthand';
import type { Field } from '../../dialect';
import { setting } from './setting';

export const displaySettings: readonly Field[] = [
  setting({
    key: '$schema',
    type: text,
    doc: 'The schema, for the editor.',
    example: '"$schema": "https://json.schemastore.org/claude-code-settings.json"',
  }),
  setting({
    key: 'outputStyle',
    type: reference('style'),
    onInvalid: 'passed-on',
    doc: 'The name of the output style.',
    notes: ['A name that is not found is passed over without a message; upper and lower case differ.'],
    example: '"outputStyle": "Explanatory"',
  }),
  setting({
    key: 'language',
    type: text,
    doc: 'The language of the answers.',
    example: '"language": "german"',
  }),
  setting({
    key: 'theme',
    type: openChoice({
      auto: 'As the terminal.',
      dark: 'Dark.',
      light: 'Light.',
      'light-daltonized': 'Light, for people who confuse colours.',
      'dark-daltonized': 'Dark, for people who confuse colours.',
      'light-ansi': 'Light, with the colours of the terminal.',
      'dark-ansi': 'Dark, with the colours of the terminal.',
    }),
    doc: 'The colours.',
    example: '"theme": "dark"',
  }),
  setting({
    key: 'tui',
    type: choice({ default: 'Writes below what is there.', fullscreen: 'Takes the whole screen.' }),
    doc: 'How the terminal is drawn.',
    example: '"tui": "fullscreen"',
  }),
  setting({
    key: 'viewMode',
    type: choice({ default: 'The usual view.', verbose: 'Shows everything.', focus: 'Shows the least.' }),
    doc: 'The view of the transcript at the start.',
    example: '"viewMode": "verbose"',
  }),
  setting({
    key: 'defaultView',
    type: choice({ chat: 'Only what Claude sends to the user.', transcript: 'Everything.' }),
    doc: 'What the transcript shows.',
    example: '"defaultView": "transcript"',
  }),
  setting({
    key: 'verbose',
    type: flag,
    doc: 'Shows the output of tools in full.',
    example: '"verbose": true',
  }),
  setting({
    key: 'syntaxHighlightingDisabled',
    type: flag,
    doc: 'Shows diffs without colours.',
    example: '"syntaxHighlightingDisabled": true',
  }),
  setting({
    key: 'maxProseWidth',
    type: integer({ minimum: 40 }),
    default: 'the width of the terminal',
    doc: 'How wide prose may get, in columns.',
    example: '"maxProseWidth": 100',
  }),
  setting({
    key: 'prefersReducedMotion',
    type: flag,
    doc: 'Shows fewer animations.',
    example: '"prefersReducedMotion": true',
  }),
  setting({
    key: 'terminalProgressBarEnabled',
    type: flag,
    doc: 'Tells the terminal how far long work is.',
    example: '"terminalProgressBarEnabled": false',
  }),
  setting({
    key: 'terminalTitleFromRename',
    type: flag,
    default: 'true',
    doc: 'Whether `/rename` changes the title of the tab.',
    example: '"terminalTitleFromRename": false',
  }),
  setting({
    key: 'showThinkingSummaries',
    type: flag,
    doc: 'Shows summaries of what the model thinks.',
    example: '"showThinkingSummaries": true',
  }),
  setting({
    key: 'showTurnDuration',
    type: flag,
    doc: 'Shows how long each turn took.',
    example: '"showTurnDuration": true',
  }),
  setting({
    key: 'showMessageTimestamps',
    type: flag,
    doc: 'Shows when each message came.',
    example: '"showMessageTimestamps": true',
  }),
  setting({
    key: 'timeFormat',
    type: openChoice({
      auto: 'As the locale wants it.',
      '12-hour': 'With am and pm.',
      '24-hour': 'As in 18:05.',
      '24-hour-utc': 'As in 18:05Z.',
    }),
    default: 'auto',
    doc: 'How times are written; patterns such as `%H:%M` work too.',
    example: '"timeFormat": "24-hour"',
  }),
  setting({
    key: 'timeZone',
    type: text,
    default: 'that of the system',
    doc: 'The time zone for times that are shown.',
    example: '"timeZone": "Europe/Dublin"',
  }),
  setting({
    key: 'autoScrollEnabled',
    type: flag,
    doc: 'Scrolls to the end by itself; in fullscreen only.',
    example: '"autoScrollEnabled": false',
  }),
  setting({
    key: 'wheelScrollAccelerationEnabled',
    type: flag,
    doc: 'Scrolls faster while the wheel turns fast; in fullscreen only.',
    example: '"wheelScrollAccelerationEnabled": true',
  }),
  setting({
    key: 'todoFeatureEnabled',
    type: flag,
    doc: 'Shows the panel of tasks.',
    example: '"todoFeatureEnabled": false',
  }),
];
