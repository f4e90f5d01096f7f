// The persona of an agent-studio agent in a structured form.
import { choice, convention, list, openMap, textOf } from '../shorthand';
import type { Field } from '../dialect';
import { IDENTITY } from './sources';

/** A part of the persona; all follow one schema. */
const trait = (written: Pick<Field, 'key' | 'type' | 'doc' | 'example'> & Partial<Field>): Field =>
  convention({ sources: [IDENTITY], ...written });

const personality: readonly Field[] = [
  trait({
    key: 'traits',
    type: list(
      choice({
        thorough: 'Leaves nothing out.',
        pragmatic: 'Prefers what works.',
        skeptical: 'Doubts claims until they are shown.',
        'detail-oriented': 'Looks at small things.',
        methodical: 'Goes step by step.',
        creative: 'Looks for new ways.',
        analytical: 'Takes problems apart.',
        collaborative: 'Works with others.',
        direct: 'Says it plainly.',
        diplomatic: 'Says it with care.',
        'quality-focused': 'Puts quality first.',
        'security-conscious': 'Puts security first.',
        'performance-focused': 'Puts performance first.',
      }),
      'list',
    ),
    doc: 'What the agent is like: one to five traits, each named once.',
    example: 'traits: [thorough, pragmatic]',
  }),
  trait({
    key: 'communication_style',
    type: choice({
      direct: 'Says it plainly.',
      diplomatic: 'Says it with care.',
      technical: 'Speaks to specialists.',
      conversational: 'Speaks as in a talk.',
      formal: 'Speaks as in a letter.',
    }),
    doc: 'How the agent speaks.',
    example: 'communication_style: direct',
  }),
  trait({
    key: 'risk_tolerance',
    type: choice({
      low: 'Takes the safe way.',
      medium: 'Weighs risk and gain.',
      high: 'Tries things out.',
    }),
    doc: 'How much risk the agent takes.',
    example: 'risk_tolerance: low',
  }),
  trait({
    key: 'decision_making',
    type: choice({
      'data-driven': 'Decides by what was measured.',
      intuitive: 'Decides by experience.',
      collaborative: 'Decides with others.',
      systematic: 'Decides by a fixed procedure.',
    }),
    doc: 'How the agent decides.',
    example: 'decision_making: data-driven',
  }),
];

/** The entry `identity`. */
export const identity = trait({
  key: 'identity',
  type: openMap([
    trait({
      key: 'role',
      type: textOf({ minLength: 5, maxLength: 100 }),
      required: 'expected',
      doc: 'The title of the agent, in 5 to 100 characters.',
      example: 'role: Senior Reverse Engineer',
    }),
    trait({
      key: 'goal',
      type: textOf({ minLength: 10, maxLength: 300 }),
      required: 'expected',
      doc: 'The main goal as a command, in 10 to 300 characters.',
      example: 'goal: Find out how a binary works',
    }),
    trait({
      key: 'backstory',
      type: textOf({ minLength: 20, maxLength: 1000 }),
      required: 'expected',
      doc: 'The history of the persona, told to it as "you", in 20 to 1,000 characters.',
      example: 'backstory: You have taken programs apart for twenty years.',
    }),
    trait({
      key: 'personality',
      type: openMap(personality),
      doc: 'What the persona is like: traits, style, risk and decisions.',
      example: 'personality:\n  traits: [thorough]\n  risk_tolerance: low',
    }),
    trait({
      key: 'motto',
      type: textOf({ maxLength: 100 }),
      doc: 'A motto, in at most 100 characters.',
      example: 'motto: Trust nothing, read everything',
    }),
  ]),
  doc: 'The persona in a structured form. Four agents of the framework have it.',
  example:
    'identity:\n  role: Senior Reverse Engineer\n  goal: Find out how a binary works\n  backstory: You have taken programs apart for twenty years.',
});
