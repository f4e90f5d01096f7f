// Settings about the prompt and about notices.
import { anything, choice, flag, openMap, text } from '../../shorthand';
import type { Field, ValueType } from '../../dialect';
import { notInProjects, setting } from './setting';

const wait: ValueType = choice({
  '60s': 'After a minute.',
  '5m': 'After five minutes.',
  '10m': 'After ten minutes.',
  never: 'Never.',
});

export const typingSettings: readonly Field[] = [
  setting({
    key: 'editorMode',
    type: choice({ normal: 'As in other programs.', vim: 'As in vim.' }),
    doc: 'How the prompt is edited.',
    example: '"editorMode": "vim"',
  }),
  setting({
    key: 'vimInsertModeRemaps',
    type: openMap([], anything),
    doc: 'Two keys in a row that stand for another in the insert mode of vim.',
    notes: ['Only `<Esc>` can be the target.'],
    example: '"vimInsertModeRemaps": { "jj": "<Esc>" }',
  }),
  setting({
    key: 'keybindingFlavor',
    type: choice({ classic: 'The old keys.', readline: 'The keys of Bash.' }),
    doc: 'It chose the keys of the prompt.',
    deprecated: 'It has no effect any more.',
    example: '"keybindingFlavor": "readline"',
  }),
  setting({
    key: 'spellcheck',
    type: openMap([
      setting({
        key: 'enabled',
        type: flag,
        default: 'false',
        doc: 'Switches it on.',
        example: '"enabled": true',
      }),
      setting({
        key: 'checker',
        type: text,
        default: 'auto',
        doc: 'The program: aspell, hunspell, ispell or auto.',
        example: '"checker": "aspell"',
      }),
      setting({
        key: 'language',
        type: text,
        doc: 'The dictionary.',
        example: '"language": "en_GB"',
      }),
      setting({
        key: 'color',
        type: text,
        doc: 'The colour of misspelt words.',
        example: '"color": "red"',
      }),
    ]),
    doc: 'Underlines misspelt words in the prompt.',
    notes: [notInProjects],
    example: '"spellcheck": { "enabled": true }',
  }),
  setting({
    key: 'promptSuggestionEnabled',
    type: flag,
    default: 'true',
    doc: 'Whether prompts are suggested.',
    example: '"promptSuggestionEnabled": false',
  }),
  setting({
    key: 'emojiCompletionEnabled',
    type: flag,
    default: 'true',
    doc: 'Whether `:name:` becomes an emoji.',
    example: '"emojiCompletionEnabled": false',
  }),
  setting({
    key: 'showClearContextOnPlanAccept',
    type: flag,
    default: 'false',
    doc: 'Offers to clear the context when a plan is accepted.',
    example: '"showClearContextOnPlanAccept": true',
  }),
  setting({
    key: 'askUserQuestionTimeout',
    type: wait,
    doc: 'When Claude goes on although a question was not answered.',
    notes: [notInProjects],
    example: '"askUserQuestionTimeout": "never"',
  }),
  setting({
    key: 'dialogExpiry',
    type: wait,
    default: '5m',
    doc: 'How long a dialog waits for an answer from far away.',
    notes: ['The shared settings of a project cannot set it.'],
    example: '"dialogExpiry": "5m"',
  }),
  setting({
    key: 'voice',
    type: openMap([
      setting({
        key: 'enabled',
        type: flag,
        doc: 'Switches it on.',
        example: '"enabled": true',
      }),
      setting({
        key: 'mode',
        type: choice({ hold: 'Hold a key while you talk.', tap: 'Tap to begin, tap to send.' }),
        default: 'hold',
        doc: 'How to talk.',
        example: '"mode": "tap"',
      }),
      setting({
        key: 'autoSubmit',
        type: flag,
        doc: 'Sends when the key is let go.',
        example: '"autoSubmit": true',
      }),
    ]),
    doc: 'How to dictate.',
    example: '"voice": { "enabled": true }',
  }),
  setting({
    key: 'voiceEnabled',
    type: flag,
    doc: 'Switches dictation on.',
    example: '"voiceEnabled": true',
  }),
];

export const noticeSettings: readonly Field[] = [
  setting({
    key: 'preferredNotifChannel',
    type: choice({
      auto: 'Chooses by itself.',
      iterm2: 'iTerm2.',
      terminal_bell: 'The bell of the terminal.',
      iterm2_with_bell: 'iTerm2 and the bell.',
      kitty: 'kitty.',
      ghostty: 'Ghostty.',
      notifications_disabled: 'None.',
    }),
    doc: 'How the machine tells that something happened.',
    example: '"preferredNotifChannel": "terminal_bell"',
  }),
  setting({
    key: 'inputNeededNotifEnabled',
    type: flag,
    doc: 'Tells the phone when an answer is wanted.',
    example: '"inputNeededNotifEnabled": true',
  }),
  setting({
    key: 'agentPushNotifEnabled',
    type: flag,
    doc: 'Lets Claude send messages to the phone.',
    example: '"agentPushNotifEnabled": true',
  }),
  setting({
    key: 'feedbackSurveyRate',
    type: { is: 'number', integer: false, minimum: 0, maximum: 1 },
    doc: 'How likely it is that one is asked for an opinion, from 0 to 1.',
    example: '"feedbackSurveyRate": 0.05',
  }),
  setting({
    key: 'feedbackDrafts',
    type: choice({ notify: 'Says so when there is a draft.', quiet: 'Counts them in the footer.', off: 'Makes none.' }),
    default: 'notify',
    doc: 'What happens to feedback that Claude drafts.',
    example: '"feedbackDrafts": "quiet"',
  }),
];
