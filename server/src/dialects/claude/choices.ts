// Values that several Claude Code fields share.
import { choice, integer } from '../shorthand';
import type { ValueType } from '../dialect';

/** It is read in any case: `High` is sent as `high`. Observed: Claude Code 2.1.330, 30 November 2026. */
export const effort: ValueType = {
  ...choice({
    low: 'Fast and cheap, for short jobs where latency matters.',
    medium: 'Saves tokens and trades some intelligence; the default on Opus 5.5.',
    high: 'Balanced; the default on most models.',
    xhigh: 'Deeper reasoning at higher cost; the default on Opus 4.7.',
    max: 'Most reasoning, with diminishing returns.',
  }),
  anyCase: true,
};

/** A whole number is accepted too. */
export const effortOrNumber: ValueType = { is: 'oneOf', types: [effort, integer()] };

export const permissionMode: ValueType = choice({
  default: 'Asks before anything that is not a read.',
  acceptEdits: 'Runs file edits and common file commands without asking.',
  auto: 'Runs everything behind a safety classifier.',
  dontAsk: 'Denies whatever is not already allowed and never asks.',
  bypassPermissions: 'Skips permission checks entirely.',
  plan: 'Explores read-only; lets the agent have `ExitPlanMode`.',
  manual: 'Another word for `default`, known since 2.1.200.',
});

export const shell = choice({
  bash: 'Runs commands in Bash.',
  powershell: 'Runs commands in PowerShell.',
});
